#include "daemon/adapters/curl/imap/command.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace redress::adapters::imap {
namespace {

constexpr std::size_t k_longest_quoted = 1000;

bool fits_quotes(std::string_view name) {
  return name.size() <= k_longest_quoted &&
         std::all_of(name.begin(), name.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

std::string quoted(std::string_view name) {
  std::string out{'"'};
  for (const char c : name) {
    if (c == '"' || c == '\\') out.push_back('\\');
    out.push_back(c);
  }
  return out + '"';
}

}  // namespace

Command plain(std::string text) {
  return Command{{std::move(text)}};
}

Command with_folder(std::string before, std::string_view wire_name, std::string after) {
  if (fits_quotes(wire_name)) return plain(std::move(before) + quoted(wire_name) + after);
  return Command{{std::move(before), std::string{wire_name}, std::move(after)}};
}

std::vector<std::string> uid_sets(std::span<const domain::Uid> uids) {
  std::vector<domain::Uid> sorted{uids.begin(), uids.end()};
  std::sort(sorted.begin(), sorted.end());
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  std::vector<std::string> sets;
  std::size_t in_set = 0;
  for (std::size_t i = 0; i < sorted.size();) {
    std::size_t last = i;
    while (last + 1 < sorted.size() && last + 1 - i < k_set_uids &&
           sorted[last + 1].value == sorted[last].value + 1) {
      ++last;
    }
    const auto run = last == i ? fmt::format("{}", sorted[i].value)
                               : fmt::format("{}:{}", sorted[i].value, sorted[last].value);
    const std::size_t count = last - i + 1;
    if (sets.empty() || sets.back().size() + run.size() + 1 > k_set_bytes ||
        in_set + count > k_set_uids) {
      sets.emplace_back(run);
      in_set = count;
    } else {
      sets.back() += ',' + run;
      in_set += count;
    }
    i = last + 1;
  }
  return sets;
}

Command list_from(domain::Uid from) {
  return plain(fmt::format("UID FETCH {}:* (UID RFC822.SIZE INTERNALDATE FLAGS)",
                           std::max(from.value, std::uint32_t{1})));  // 0 is no UID
}

Command fetch_bodies(std::string_view set) {
  return plain(fmt::format("UID FETCH {} (UID INTERNALDATE BODY.PEEK[])", set));
}

Command fetch_start(domain::Uid uid, std::uint64_t limit) {
  return plain(fmt::format("UID FETCH {} (UID INTERNALDATE BODY.PEEK[]<0.{}>)", uid.value, limit));
}

Command search_uids(std::string_view set) {
  return plain(fmt::format("UID SEARCH UID {}", set));
}

Command add_flag(std::string_view set, std::string_view flag) {
  return plain(fmt::format("UID STORE {} +FLAGS.SILENT ({})", set, flag));
}

}  // namespace redress::adapters::imap
