#include "templates/mailto.hpp"

#include <fmt/format.h>

namespace redress::templates {
namespace {

void add_encoded(std::string& out, std::string_view text, std::string_view also_plain = {}) {
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view{"-._~"}.find(c) != std::string_view::npos ||
                       also_plain.find(c) != std::string_view::npos;
    if (plain) {
      out += c;
    } else if (c == '\n') {
      out += "%0D%0A";
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
}

}  // namespace

std::string mailto(const domain::MailAddress& to, std::string_view subject, std::string_view body) {
  std::string out = "mailto:";
  add_encoded(out, to.str(), "@");
  out += "?subject=";
  add_encoded(out, subject);
  out += "&body=";
  add_encoded(out, body);
  return out;
}

}  // namespace redress::templates
