#pragma once

#include <cstddef>
#include <string_view>

namespace redress::documents {

/// What a document is, by its first bytes: asked before one is given to the confined reader, and by
/// it. All linear.

/// A ZIP archive, as DOCX and ODT are.
inline bool is_package(std::string_view bytes) {
  return bytes.substr(0, 4) == "PK\x03\x04";
}

/// Readers put up with rubbish before the mark.
inline bool is_pdf(std::string_view bytes) {
  constexpr std::size_t k_probe_bytes = 1024;
  return bytes.substr(0, k_probe_bytes).find("%PDF-") != std::string_view::npos;
}

/// Office encrypts a document by putting it into a stream of this name of a compound file
/// (MS-OFFCRYPTO, 2.3.4).
inline bool is_encrypted_office(std::string_view bytes) {
  constexpr std::string_view k_compound{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8};
  constexpr std::string_view k_stream{"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32};
  return bytes.substr(0, k_compound.size()) == k_compound &&
         bytes.find(k_stream) != std::string_view::npos;
}

}  // namespace redress::documents
