#include "daemon/domain/folded_text.hpp"

namespace redress::domain {

std::string folded(std::string_view text) {
  std::string out{" "};
  for (const char c : text) {
    const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (is_word_byte(small)) {
      out += small;
    } else if (out.back() != ' ') {
      out += ' ';
    }
  }
  if (out.back() != ' ') out += ' ';
  return out;
}

}  // namespace redress::domain
