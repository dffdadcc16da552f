#include "templates/mime_part.hpp"

#include "templates/base64.hpp"
#include "templates/header_text.hpp"
#include "templates/quoted_printable.hpp"
#include "templates/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace redress::templates {
namespace {

constexpr std::size_t k_name_bytes = 200;  // file systems take 255
constexpr std::size_t k_extension_bytes = 16;
constexpr std::size_t k_input_chars = 4000;  // of a name that is looked at
constexpr std::size_t k_media_type = 255;    // RFC 6838, 4.2: twice 127 and the slash
constexpr std::size_t k_plain_name = 60;     // longer ones are written in pieces
constexpr std::size_t k_piece = 50;
constexpr std::string_view k_unknown_type = "application/octet-stream";

bool is_alnum(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// A token of RFC 2045, 5.1, without the rarer characters that no type has.
bool is_token(std::string_view text) {
  constexpr std::string_view others = "!#$&+-.^_";
  return !text.empty() && std::all_of(text.begin(), text.end(), [&](char c) {
    return is_alnum(c) || others.find(c) != std::string_view::npos;
  });
}

bool is_parameter(std::string_view text) {
  const auto equals = text.find('=');
  return text.starts_with(' ') && equals != text.npos && is_token(text.substr(1, equals - 1)) &&
         is_token(text.substr(equals + 1));
}

/// RFC 2046, 5.2.1: a message, like a multipart, stands as it is or not at all.
bool may_be_encoded(std::string_view kind) {
  return kind != "message" && kind != "multipart";
}

std::string_view media_type_of(std::string_view given) {
  const auto semicolon = given.find(';');
  const auto type = given.substr(0, semicolon);
  const auto slash = type.find('/');
  if (given.size() > k_media_type || slash == type.npos || !is_token(type.substr(0, slash)) ||
      !is_token(type.substr(slash + 1)) || !may_be_encoded(type.substr(0, slash))) {
    return k_unknown_type;
  }
  return semicolon == given.npos || is_parameter(given.substr(semicolon + 1)) ? given : type;
}

/// attribute-char of RFC 2231, 7, of which these always are.
bool stands_for_itself(char c) {
  return is_alnum(c) || c == '.' || c == '-' || c == '_';
}

std::string percent_encoded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (stands_for_itself(c)) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

/// The name in encoded pieces of whole characters, each short enough for a line.
std::vector<std::string> pieces_of(std::string_view name) {
  std::vector<std::string> pieces(1);
  while (!name.empty()) {
    const auto character = percent_encoded(name.substr(0, first_character(name).bytes));
    if (pieces.back().size() + character.size() > k_piece) pieces.emplace_back();
    pieces.back() += character;
    name.remove_prefix(first_character(name).bytes);
  }
  return pieces;
}

/// "; filename=…", folded before it.
std::string file_name_parameter(std::string_view name) {
  const bool ascii = std::all_of(name.begin(), name.end(), [](char c) { return c >= ' '; });
  if (ascii && name.size() <= k_plain_name) return fmt::format(";\r\n filename=\"{}\"", name);
  const auto pieces = pieces_of(name);
  if (pieces.size() == 1) return fmt::format(";\r\n filename*=UTF-8''{}", pieces[0]);
  std::string out;
  for (std::size_t index = 0; index < pieces.size(); ++index) {
    out +=
        fmt::format(";\r\n filename*{}*={}{}", index, index == 0 ? "UTF-8''" : "", pieces[index]);
  }
  return out;
}

std::string_view last_component(std::string_view name) {
  const auto slash = name.find_last_of("/\\");
  return slash == name.npos ? name : name.substr(slash + 1);
}

/// As many whole characters as fit.
std::string_view start_of(std::string_view text, std::size_t most_bytes) {
  std::size_t bytes = 0;
  while (bytes < text.size()) {
    const auto next = first_character(text.substr(bytes)).bytes;
    if (bytes + next > most_bytes) break;
    bytes += next;
  }
  return text.substr(0, bytes);
}

std::string shortened(const std::string& name) {
  if (name.size() <= k_name_bytes) return name;
  const auto dot = name.rfind('.');
  const bool kept = dot != name.npos && name.size() - dot <= k_extension_bytes;
  const std::string extension = kept ? name.substr(dot) : std::string{};
  return std::string{start_of(name, k_name_bytes - extension.size())} + extension;
}

}  // namespace

std::string safe_attachment_name(std::string_view name) {
  constexpr std::string_view forbidden = "\"*:<>?|";
  constexpr std::string_view not_at_an_end = ". ";
  auto safe = one_line(last_component(name), k_input_chars);
  for (char& c : safe) {
    if (forbidden.find(c) != std::string_view::npos) c = '_';
  }
  safe.erase(0, std::min(safe.find_first_not_of(not_at_an_end), safe.size()));
  safe = shortened(safe);
  safe.erase(safe.find_last_not_of(not_at_an_end) + 1);
  return safe.empty() ? "attachment" : safe;
}

MimePart text_part(std::string_view subtype, std::string_view text) {
  return fmt::format(
      "Content-Type: text/{}; charset=utf-8\r\n"
      "Content-Transfer-Encoding: quoted-printable\r\n"
      "\r\n"
      "{}",
      subtype, quoted_printable(text));
}

MimePart file_part(const domain::Attachment& file, bool shown) {
  if (shown && !is_message_id(file.content_id)) {
    throw std::invalid_argument("file_part: the Content-ID given is none: " + file.content_id);
  }
  return fmt::format(
      "Content-Type: {}\r\n"
      "Content-Transfer-Encoding: base64\r\n"
      "Content-Disposition: {}{}\r\n"
      "{}\r\n"
      "{}",
      media_type_of(file.media_type), shown ? "inline" : "attachment",
      file_name_parameter(safe_attachment_name(file.name)),
      shown ? fmt::format("Content-ID: <{}>\r\n", file.content_id) : std::string{},
      base64_lines(file.bytes));
}

MimePart multipart(std::string_view subtype, std::string_view boundary,
                   const std::vector<MimePart>& parts, std::string_view parameters) {
  std::string out = fmt::format("Content-Type: multipart/{};\r\n boundary=\"{}\"{}\r\n\r\n",
                                subtype, boundary, parameters);
  for (const MimePart& part : parts) {
    out += fmt::format("--{}\r\n", boundary);
    out += part;
  }
  return out += fmt::format("--{}--\r\n", boundary);
}

}  // namespace redress::templates
