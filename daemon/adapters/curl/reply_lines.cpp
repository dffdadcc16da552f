#include "daemon/adapters/curl/reply_lines.hpp"

#include "daemon/adapters/curl/imap/text.hpp"

#include <algorithm>

namespace redress::adapters {
namespace {

constexpr std::size_t k_kept_of_line = 1000;
constexpr std::size_t k_most_keywords = 100;

}  // namespace

void ReplyLines::attach(EasyHandle& handle) {
  last_.clear();
  keywords_.clear();
  handle.set(CURLOPT_HEADERFUNCTION, &ReplyLines::on_line);
  handle.set(CURLOPT_HEADERDATA, static_cast<void*>(this));
}

std::size_t ReplyLines::on_line(char* bytes, std::size_t size, std::size_t count, void* self) {
  auto& lines = *static_cast<ReplyLines*>(self);
  lines.last_.assign(bytes, std::min(size * count, k_kept_of_line));
  lines.note_keyword();
  return size * count;
}

/// RFC 5321, 4.1.1.1: `250-SIZE 35882577`. What was offered before STARTTLS (220) does not hold
/// after it (RFC 3207, 4.2).
void ReplyLines::note_keyword() {
  const std::string_view line{last_};
  if (line.starts_with("220")) keywords_.clear();
  if (!line.starts_with("250-") && !line.starts_with("250 ")) return;
  const auto word = line.substr(4, line.find_first_of(" \r\n", 4) - 4);
  if (keywords_.size() < k_most_keywords) keywords_.insert(imap::upper(word));
}

}  // namespace redress::adapters
