#include "templates/base64.hpp"

#include <sodium.h>

#include <algorithm>

namespace redress::templates {
namespace {

constexpr std::size_t k_line = 76;

}  // namespace

std::string base64(std::string_view bytes) {
  constexpr int variant = sodium_base64_VARIANT_ORIGINAL;
  std::string out(sodium_base64_encoded_len(bytes.size(), variant), '\0');
  sodium_bin2base64(out.data(), out.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                    bytes.size(), variant);
  out.pop_back();  // the NUL that C wants
  return out;
}

std::string base64_lines(std::string_view bytes) {
  const std::string text = base64(bytes);
  std::string out;
  out.reserve(text.size() + text.size() / k_line * 2 + 2);
  for (std::size_t at = 0; at < text.size(); at += k_line) {
    out.append(text, at, k_line);
    out += "\r\n";
  }
  return out;
}

}  // namespace redress::templates
