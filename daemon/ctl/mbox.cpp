#include "daemon/ctl/mbox.hpp"

#include "parsers/header/dates.hpp"
#include "parsers/mime/guard.hpp"

#include <algorithm>
#include <array>

namespace redress::ctl {
namespace {

constexpr std::string_view k_from = "From ";
constexpr std::array<std::string_view, 7> k_days{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

bool is_empty_line(std::string_view line) {
  return line == "\n" || line == "\r\n";
}

/// ">From " lines lose one ">" (mboxrd).
std::string_view unquoted(std::string_view line) {
  const auto depth = line.find_first_not_of('>');
  const bool quoted =
      depth != std::string_view::npos && depth > 0 && line.substr(depth).starts_with(k_from);
  return quoted ? line.substr(1) : line;
}

}  // namespace

std::optional<domain::Instant> envelope_date(std::string_view line) {
  auto rest = line;
  for (auto space = rest.find(' '); space != std::string_view::npos; space = rest.find(' ')) {
    rest.remove_prefix(space + 1);
    const auto word = rest.substr(0, rest.find_first_of(" ,"));
    if (std::find(k_days.begin(), k_days.end(), word) == k_days.end()) continue;
    const auto date = parsers::parse_mail_date(rest);
    if (date) return *date == domain::Instant{} ? std::nullopt : date;
  }
  return std::nullopt;
}

bool MboxReader::is_separator(std::string_view piece) {
  if (!lines_.starts_line() || !after_empty_ || !piece.starts_with(k_from)) return false;
  const auto below = lines_.ahead();
  return envelope_date(piece) || parsers::starts_field(below.substr(0, below.find('\n')));
}

void MboxReader::open(std::string_view separator) {
  date_ = envelope_date(separator);
  open_ = true;
  after_empty_ = false;
  while (!lines_.ends_line() && lines_.next(separator)) {
    // the rest of a line longer than a piece
  }
}

void MboxReader::add(MboxMail& mail, std::string_view piece) const {
  mail.size += piece.size();
  mail.bytes += piece.substr(0, limit_ - std::min(limit_, mail.bytes.size()));
}

std::optional<MboxMail> MboxReader::next() {
  std::string_view piece;
  while (!open_ && lines_.next(piece)) {
    if (lines_.starts_line() && piece.starts_with(k_from)) open(piece);
  }
  if (!open_) return std::nullopt;
  MboxMail mail{.bytes = {}, .size = 0, .date = date_};
  open_ = false;
  // An empty line belongs to the message once another line of it follows.
  std::string_view empty;
  while (!open_ && lines_.next(piece)) {
    if (is_separator(piece)) {
      open(piece);
      continue;
    }
    add(mail, empty);
    after_empty_ = lines_.starts_line() && is_empty_line(piece);
    empty = !after_empty_ ? "" : piece.size() == 1 ? "\n" : "\r\n";
    if (!after_empty_) add(mail, lines_.starts_line() ? unquoted(piece) : piece);
  }
  return mail;
}

}  // namespace redress::ctl
