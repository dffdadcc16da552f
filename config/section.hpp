#pragma once

#include "config/keys.hpp"
#include "config/values.hpp"
#include "daemon/domain/names.hpp"

#include <toml++/toml.h>

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace redress::config {

/// The largest file of ours that is read: far more than anybody writes by hand.
inline constexpr std::size_t k_file_bytes = 1U << 20U;
/// So much of an unknown key is shown.
inline constexpr std::size_t k_key_shown = 64;

/// What is wrong with a file. Reading goes on after a finding, with a stand-in for the value; in
/// the end the one that is worth mending first is told.
class Findings {
 public:
  explicit Findings(std::string file) : file_(std::move(file)) {}

  /// `text`: "what; mend". `line` 0: no line of the file, told as line 1.
  void add(std::size_t line, std::string_view key, std::string_view text);
  /// A key or table that is not known comes before everything else: it is why another is missing.
  void add_unknown(std::size_t line, std::string_view key, std::string_view text);

  bool empty() const { return !first_; }
  /// "FILE:LINE: KEY: what; mend" of the first one. Only where not empty.
  domain::Error error() const;
  const std::string& file() const { return file_; }

 private:
  struct Finding {
    bool unknown;
    std::size_t line;
    std::string text;
  };
  void keep(Finding finding);

  std::string file_;
  std::optional<Finding> first_;
};

/// Parses the text. Error: settings, "FILE:LINE: …".
domain::Result<toml::table> parse_toml(std::string_view text, const std::string& file);

/// One table of a file, read key by key. Lives no longer than the file's table and its findings.
/// A value that is missing or wrong becomes a finding and reads as absent.
class Section {
 public:
  /// `name`: as in the table of keys. `table` null: the file has no such table, and all is absent.
  Section(std::string name, const toml::table* table, std::size_t line,
          std::span<const KnownKey> keys, Findings& findings);

  /// Adds a finding for every key that is neither known here nor one of `tables`.
  void check_keys(std::span<const std::string_view> tables = {}) const;

  bool has(std::string_view key) const { return node(key) != nullptr; }
  /// Line of the key; of the table where the key is absent.
  std::size_t line(std::string_view key) const;
  void add(std::string_view key, std::string_view text) const;
  /// "FILE:LINE: KEY", for errors that are found later.
  std::string place(std::string_view key) const;

  /// A text without control characters, not empty. A date counts as the text of it.
  std::optional<std::string> text(std::string_view key) const;
  std::string text_or(std::string_view key, std::string standard) const;
  std::optional<std::int64_t> number(std::string_view key, std::int64_t least,
                                     std::int64_t most) const;
  /// A number with or without decimals.
  std::optional<double> real(std::string_view key, double least, double most) const;
  /// true or false.
  bool flag(std::string_view key, bool standard) const;
  std::vector<std::string> texts(std::string_view key) const;
  std::vector<domain::Date> dates(std::string_view key) const;

  /// The text as `parse` reads it.
  template <class Parse>
  auto value(std::string_view key, Parse&& parse) const {
    using Value = typename decltype(parse(std::string_view{}))::value_type;
    const auto raw = text(key);
    if (!raw) return std::optional<Value>{};
    auto read = parse(std::string_view{*raw});
    if (read) return std::optional<Value>{std::move(*read)};
    add(key, read.error().text);
    return std::optional<Value>{};
  }

  /// One of the words of a table.
  template <class Enum, std::size_t N>
  Enum choice(std::string_view key, const domain::NameTable<Enum, N>& names, Enum standard) const {
    const auto word = text(key);
    if (!word) return standard;
    if (const auto known = names.value(*word)) return *known;
    std::vector<std::string_view> words;
    words.reserve(N);
    for (const auto& row : names.rows) words.push_back(row.second);
    add_choice(key, *word, words);
    return standard;
  }

  /// A table inside this one, read under the keys of `section`.
  std::optional<Section> inner(std::string_view key, std::string section) const;

 private:
  const toml::node* node(std::string_view key) const;
  void add_type(std::string_view key, const toml::node& found, std::string_view wanted) const;
  void add_choice(std::string_view key, std::string_view word,
                  std::span<const std::string_view> words) const;

  std::string name_;
  std::string shown_;  // as error lines name it
  const toml::table* table_;
  std::size_t line_;
  std::span<const KnownKey> keys_;
  Findings* findings_;
};

/// The tables of a file: each name of `keys` as one table, and what is not known as findings.
class File {
 public:
  File(const toml::table& root, std::span<const KnownKey> keys, Findings& findings);

  Section top() const;
  /// Whether the file has that table.
  bool has(std::string_view name) const { return root_->get(name) != nullptr; }
  Section section(std::string_view name) const;
  /// Every `[[name]]`, in order.
  std::vector<Section> sections(std::string_view name) const;
  /// `tables`: the names that may stand at the top; each is `[name]` or, where listed in `arrays`,
  /// `[[name]]`.
  void check(std::span<const std::string_view> tables,
             std::span<const std::string_view> arrays) const;

 private:
  void check_entry(std::string_view name, const toml::node& node, bool table, bool array) const;

  const toml::table* root_;
  std::span<const KnownKey> keys_;
  Findings* findings_;
};

}  // namespace redress::config
