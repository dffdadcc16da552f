#include "parsers/mime/attachments.hpp"

#include "parsers/ascii.hpp"
#include "parsers/mime/charset.hpp"
#include "parsers/mime/encoded_words.hpp"
#include "parsers/mime/guard.hpp"
#include "parsers/mime/mime.hpp"

#include <sodium.h>

#include <array>

namespace redress::parsers {
namespace {

constexpr std::size_t k_name_bytes = 200;

std::string sha256_hex(std::string_view bytes) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(bytes.data()),
                     bytes.size());
  constexpr std::string_view k_digits = "0123456789abcdef";
  std::string out;
  for (const unsigned char byte : hash) {
    out += k_digits[byte >> 4U];
    out += k_digits[byte & 0xFU];
  }
  return out;
}

/// Subject of a message that is attached; `bytes` is the part without its transfer encoding, which
/// RFC 2046, 5.2.1 forbids here and programs use.
std::string subject_of(const std::vector<Part>& parts, const Part& part, std::string_view bytes,
                       DefectLog& defects) {
  if (!part.children.empty()) {
    return decode_encoded_words(parts[part.children.front()].header("Subject"), defects);
  }
  for (const auto& field : header_of(bytes)) {
    if (ascii::equal(field.name, "Subject")) return decode_encoded_words(field.value, defects);
  }
  return {};
}

}  // namespace

std::string safe_file_name(std::string_view name) {
  if (const auto path = name.find_last_of("/\\"); path != name.npos) name.remove_prefix(path + 1);
  if (name.size() > 2 && name[1] == ':' && ascii::is_alpha(name[0])) name.remove_prefix(2);
  std::string out;
  for (std::size_t at = 0; at < name.size();) {
    if (const auto mark = direction_mark(name, at); mark > 0) {
      at += mark;
      continue;
    }
    if (ascii::byte(name[at]) >= 0x20 && name[at] != 0x7F) out += name[at];
    ++at;
  }
  const auto trimmed = ascii::trimmed(out);
  if (trimmed == "." || trimmed == "..") return {};
  return std::string{cut_utf8(trimmed, k_name_bytes)};
}

std::string attachment_name(const Part& part) {
  const auto* name = part.disposition.find("filename");
  if (name == nullptr || name->empty()) name = part.type.find("name");
  return name == nullptr ? std::string{} : safe_file_name(*name);
}

Attachment describe_attachment(const std::vector<Part>& parts, std::size_t index,
                               std::string_view bytes, DefectLog& defects) {
  const auto& part = parts[index];
  Attachment out;
  out.name = attachment_name(part);
  out.type = to_utf8(part.type.value, "utf-8", defects);
  if (out.name.empty() && part.is_message()) {
    const auto subject = subject_of(parts, part, bytes, defects);
    if (!ascii::trimmed(subject).empty()) out.name = safe_file_name(subject) + ".eml";
  }
  out.size = bytes.size();
  out.sha256 = sha256_hex(bytes);
  out.attached = part.disposition.value == "attachment";
  return out;
}

Attachment describe_file(std::string_view name, std::string_view bytes) {
  return {.name = safe_file_name(name),
          .type = "application/octet-stream",
          .size = bytes.size(),
          .sha256 = sha256_hex(bytes),
          .text_chars = std::nullopt,
          .attached = true};
}

}  // namespace redress::parsers
