#pragma once

#include <cstddef>
#include <string_view>

namespace redress::bench {

/// What one side read: shows that both sides did the same, and that nothing was left out.
struct Tally {
  std::size_t leaves{};        ///< entities without entities in them
  std::size_t header_bytes{};  ///< of subject, names, addresses, ids and file names, decoded
  std::size_t text_bytes{};    ///< of text parts, as UTF-8
  std::size_t file_bytes{};    ///< of other parts, without their transfer encoding

  Tally& operator+=(const Tally& other) {
    leaves += other.leaves;
    header_bytes += other.header_bytes;
    text_bytes += other.text_bytes;
    file_bytes += other.file_bytes;
    return *this;
  }
};

/// The work that both sides do: cut a mail into its entities, messages inside it too; decode its
/// subject, addresses, ids and date and the file names; decode every leaf, text to UTF-8.
Tally read_with_redress(std::string_view mail);

/// GMime must have been set up by `start_gmime`.
Tally read_with_gmime(std::string_view mail);
void start_gmime();

}  // namespace redress::bench
