#include "parsers/mime/file_types.hpp"

#include "parsers/ascii.hpp"
#include "parsers/mime/charset.hpp"

#include <algorithm>
#include <array>

namespace redress::parsers {
namespace {

struct FileType {
  std::string_view ending;
  std::string_view magic;  ///< first bytes; empty: text, which has none
  std::string_view media_type;
};

constexpr std::string_view k_zip{"PK\x03\x04", 4};
constexpr std::string_view k_jpeg{"\xFF\xD8\xFF", 3};
constexpr std::string_view k_png{"\x89PNG\r\n\x1A\n", 8};

constexpr std::array k_types{
    FileType{".pdf", "%PDF-", "application/pdf"},
    FileType{".png", k_png, "image/png"},
    FileType{".jpg", k_jpeg, "image/jpeg"},
    FileType{".jpeg", k_jpeg, "image/jpeg"},
    FileType{".gif", "GIF8", "image/gif"},
    FileType{".docx", k_zip,
             "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    FileType{".xlsx", k_zip, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    FileType{".odt", k_zip, "application/vnd.oasis.opendocument.text"},
    FileType{".ods", k_zip, "application/vnd.oasis.opendocument.spreadsheet"},
    FileType{".txt", "", "text/plain; charset=utf-8"},
};

/// Bytes that a text file has none of.
bool has_controls(std::string_view bytes) {
  return std::any_of(bytes.begin(), bytes.end(), [](char c) {
    return ascii::byte(c) < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f';
  });
}

}  // namespace

std::string_view harmless_type(const Attachment& about, std::string_view bytes) {
  for (const auto& type : k_types) {
    if (!ascii::ends_with(about.name, type.ending)) continue;
    if (!type.magic.empty()) return bytes.starts_with(type.magic) ? type.media_type : "";
    return is_utf8(bytes) && !has_controls(bytes) ? type.media_type : "";
  }
  return {};
}

}  // namespace redress::parsers
