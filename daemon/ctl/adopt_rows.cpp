#include "daemon/ctl/adopt_rows.hpp"

#include "daemon/ctl/csv.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <map>

namespace redress::ctl {
namespace {

using namespace std::chrono_literals;

constexpr domain::TimeOfDay k_midday = 12h;

std::string lower(std::string_view text) {
  std::string out{text};
  std::transform(out.begin(), out.end(), out.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return out;
}

std::optional<int> whole_number(std::string_view text) {
  int value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// "2026-03-12", or "12/3/2026" as spreadsheets write it, the day first.
std::optional<domain::Date> read_day(std::string_view text) {
  if (const auto iso = domain::parse_date(text)) return *iso;
  const auto first = text.find('/');
  const auto second = text.find('/', first == std::string_view::npos ? first : first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  const auto day = whole_number(text.substr(0, first));
  const auto month = whole_number(text.substr(first + 1, second - first - 1));
  const auto year = whole_number(text.substr(second + 1));
  constexpr int k_four_digits = 1000;
  if (!day || !month || !year || *year < k_four_digits || *day < 1 || *month < 1) {
    return std::nullopt;
  }
  const domain::Date date{std::chrono::year{*year},
                          std::chrono::month{static_cast<unsigned>(*month)},
                          std::chrono::day{static_cast<unsigned>(*day)}};
  return date.ok() ? std::optional{date} : std::nullopt;
}

/// A day, a day and a time of the house's clocks, or RFC 3339.
std::optional<domain::Instant> read_moment(std::string_view text, const domain::TimeZone& zone) {
  if (const auto exact = domain::parse_rfc3339(text)) return *exact;
  const auto space = text.find_first_of(" T");
  const auto day = read_day(text.substr(0, space));
  if (!day) return std::nullopt;
  if (space == std::string_view::npos) return zone.at(*day, k_midday);
  const auto time = domain::parse_time_of_day(text.substr(space + 1));
  return time ? std::optional{zone.at(*day, *time)} : std::nullopt;
}

std::string column_names() {
  std::vector<std::string_view> names;
  for (const auto& column : k_adopt_columns) names.push_back(column.name);
  return fmt::format("{}", fmt::join(names, ", "));
}

/// One file being read: gathers cases and everything that is wrong.
class Adoption {
 public:
  Adoption(std::string file, const AdoptHouse& house) : file_(std::move(file)), house_(house) {}

  AdoptReading run(std::string_view text);

 private:
  bool read_header(const CsvRow& row);
  void read_row(const CsvRow& row);
  std::string value(std::string_view column) const;
  void wrong(std::string_view column, std::string_view what);
  std::optional<domain::Instant> moment(std::string_view column);
  void read_person(AdoptedCase& adopted);
  void read_dates(AdoptedCase& adopted);
  void read_stage(AdoptedCase& adopted);
  void read_words(AdoptedCase& adopted);
  template <class Items>
  std::string one_of(std::string_view column, const Items& items);
  std::string read_owner();

  std::string file_;
  const AdoptHouse& house_;
  std::map<std::string, std::size_t, std::less<>> places_;  ///< of the columns that are there
  const CsvRow* row_{nullptr};
  AdoptReading out_;
};

void Adoption::wrong(std::string_view column, std::string_view what) {
  out_.errors.push_back(fmt::format("{}:{}: column {}: {}", file_, row_->line, column, what));
}

std::string Adoption::value(std::string_view column) const {
  const auto place = places_.find(column);
  const bool there = place != places_.end() && place->second < row_->fields.size();
  return there ? row_->fields[place->second].text : std::string{};
}

bool Adoption::read_header(const CsvRow& row) {
  row_ = &row;
  for (const auto& field : row.fields) {
    const auto name = lower(field.text);
    const bool known = std::any_of(k_adopt_columns.begin(), k_adopt_columns.end(),
                                   [&](const AdoptColumn& one) { return one.name == name; });
    if (!known) {
      out_.errors.push_back(fmt::format("{}:{}: column {}: \"{}\" is not known; columns are {}",
                                        file_, row.line, field.column, field.text, column_names()));
    } else if (!places_.emplace(name, field.column - 1).second) {
      wrong(name, "is there twice; take one out");
    }
  }
  for (const auto& column : k_adopt_columns) {
    if (column.required && !places_.contains(column.name)) {
      wrong(column.name, fmt::format("missing; add it: {}", column.doc));
    }
  }
  return out_.errors.empty();
}

std::optional<domain::Instant> Adoption::moment(std::string_view column) {
  const auto text = value(column);
  if (text.empty()) return std::nullopt;
  const auto read = read_moment(text, house_.zone);
  if (!read) {
    wrong(column,
          fmt::format("\"{}\" is no date; write 2026-03-12, 12/3/2026 or 2026-03-12 10:15", text));
  } else if (*read > house_.now) {
    wrong(column, fmt::format("{} lies in the future; write when it happened", text));
  }
  return read;
}

void Adoption::read_person(AdoptedCase& adopted) {
  const auto address = value("address");
  const auto parsed = domain::MailAddress::parse(address);
  if (address.empty()) {
    wrong("address", "missing; write the complainant's mail address");
  } else if (!parsed) {
    wrong("address", fmt::format("{}; write one like ann@example.net", parsed.error().text));
  } else {
    adopted.complainant = {value("name"), *parsed};
  }
}

void Adoption::read_dates(AdoptedCase& adopted) {
  if (value("received").empty()) wrong("received", "missing; write the day on which it came");
  adopted.received = moment("received").value_or(house_.now);
  adopted.acknowledged = moment("acknowledged");
  adopted.stage_since = moment("stage_since");
  const auto check = [&](std::string_view column, const std::optional<domain::Instant>& at) {
    if (!at || *at >= adopted.received) return;
    wrong(column, "lies before the complaint was received; mend one of the two dates");
  };
  check("acknowledged", adopted.acknowledged);
  check("stage_since", adopted.stage_since);
}

void Adoption::read_stage(AdoptedCase& adopted) {
  const auto text = value("stage");
  const auto most = static_cast<int>(house_.policy.stages.size());
  const auto number = text.empty() ? std::optional{1} : whole_number(text);
  if (!number || *number < 1 || *number > most) {
    wrong("stage",
          fmt::format("\"{}\" is no stage of the policy; write a number from 1 to {}", text, most));
    return;
  }
  adopted.stage = *number;
  if (adopted.stage > 1 && !adopted.stage_since) {
    wrong("stage_since", "missing; write since when it has been in this stage");
  }
  const bool early =
      adopted.acknowledged && adopted.stage_since && *adopted.acknowledged < *adopted.stage_since;
  if (adopted.stage > 1 && early) {
    wrong("acknowledged", "lies before the stage began; write when this stage was acknowledged");
  }
}

template <class Items>
std::string Adoption::one_of(std::string_view column, const Items& items) {
  const auto text = value(column);
  if (text.empty()) return {};
  std::vector<std::string> names;
  for (const auto& item : items) {
    if (lower(item.name) == lower(text)) return item.name;
    names.push_back(item.name);
  }
  wrong(column, names.empty() ? fmt::format("\"{}\": the policy has none; leave it empty", text)
                              : fmt::format("\"{}\" is not in the policy; write one of {}", text,
                                            fmt::join(names, ", ")));
  return {};
}

std::string Adoption::read_owner() {
  const auto text = value("owner");
  if (text.empty()) return {};
  if (const auto* staff = domain::find_staff(house_.staff, text)) return staff->email.key();
  if (domain::is_role_of(house_.staff, text)) return text;
  wrong("owner",
        fmt::format("\"{}\" is nobody of [[staff]] and no role of theirs; write a name, an "
                    "address or a role",
                    text));
  return {};
}

void Adoption::read_words(AdoptedCase& adopted) {
  adopted.priority = one_of("priority", house_.policy.priorities);
  adopted.area = one_of("area", house_.policy.areas);
  adopted.owner = read_owner();
  adopted.old_reference = value("old_reference");
  adopted.mailbox = value("mailbox").empty() ? house_.mailboxes.front() : value("mailbox");
  if (std::find(house_.mailboxes.begin(), house_.mailboxes.end(), adopted.mailbox) ==
      house_.mailboxes.end()) {
    wrong("mailbox", fmt::format("\"{}\" is no mailbox of the settings; write one of {}",
                                 adopted.mailbox, fmt::join(house_.mailboxes, ", ")));
  }
  if (const auto text = value("channel"); !text.empty()) {
    const auto known = domain::channel(lower(text));
    if (!known) {
      wrong("channel", fmt::format("\"{}\" is not known; write email, post, telephone, in-person, "
                                   "form or elsewhere",
                                   text));
    }
    adopted.channel = known.value_or(domain::Channel::elsewhere);
  }
}

void Adoption::read_row(const CsvRow& row) {
  row_ = &row;
  if (row.fields.size() > places_.size()) {
    out_.errors.push_back(fmt::format(
        "{}:{}: {} fields where the header has {}; put fields with commas into quotation marks",
        file_, row.line, row.fields.size(), places_.size()));
    return;
  }
  AdoptedCase adopted{.line = row.line,
                      .received = {},
                      .complainant = {{}, domain::MailAddress::parse("a@b.invalid").value()}};
  read_person(adopted);
  read_dates(adopted);
  read_stage(adopted);
  read_words(adopted);
  out_.cases.push_back(std::move(adopted));
}

AdoptReading Adoption::run(std::string_view text) {
  const auto rows = read_csv(text);
  if (!rows) {
    out_.errors.push_back(fmt::format("{}:{}", file_, rows.error().text));
  } else if (rows->empty()) {
    out_.errors.push_back(
        fmt::format("{}:1: empty; begin with a header row of {}", file_, column_names()));
  } else if (read_header(rows->front())) {
    for (auto row = rows->begin() + 1; row != rows->end(); ++row) read_row(*row);
  }
  if (!out_.errors.empty()) out_.cases.clear();
  return std::move(out_);
}

}  // namespace

AdoptReading read_adoption(std::string_view text, const std::string& file,
                           const AdoptHouse& house) {
  return Adoption{file, house}.run(text);
}

}  // namespace redress::ctl
