#pragma once

#include <cstddef>

namespace redress::parsers {

/// What a message may cost (design: everything that a peer can send is bounded). What is over a
/// limit is recorded as a defect, and as much as the limit allows is read.
struct Limits {
  std::size_t message_bytes = 64U << 20U;
  std::size_t header_bytes = 256U << 10U;       ///< of one entity's header block
  std::size_t header_field_bytes = 32U << 10U;  ///< of one field, unfolded
  std::size_t header_count = 1000;              ///< of one entity
  std::size_t addresses = 500;                  ///< of one field
  std::size_t references = 200;                 ///< message ids of one field
  std::size_t parts = 500;                      ///< of one message
  std::size_t depth = 30;                       ///< of nested parts
  std::size_t text_bytes = 2U << 20U;           ///< of readable text kept
  std::size_t html_bytes = 4U << 20U;           ///< of HTML looked at
  std::size_t html_reduced_bytes = 2U << 20U;   ///< of what it is cut down to, for the HTML reader
  std::size_t documents = 4;                    ///< of one message, read for their text
  std::size_t document_bytes = 20U << 20U;      ///< of one document that is read
  std::size_t letter_bytes = 20'000;            ///< of text; a longer document is no letter
  std::size_t kept_file_bytes = 0;  ///< of harmless attachments kept as they are, in total
};

}  // namespace redress::parsers
