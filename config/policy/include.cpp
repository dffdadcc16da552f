#include "config/policy/parts.hpp"
#include "config/readers.hpp"

#include <algorithm>

namespace redress::config {
namespace {

constexpr std::array<std::string_view, 5> k_taken{"behaviour", "measure", "referral", "word",
                                                  "form_label"};
constexpr std::string_view k_mend =
    "[[behaviour]], [[measure]], [[referral]], [[word]] and [[form_label]] may stand there";

/// What else a policy may hold would silently come to nothing here.
void refuse_others(const toml::table& table, Findings& findings) {
  for (const auto& [key, node] : table) {
    const auto name = key.str();
    if (std::find(k_taken.begin(), k_taken.end(), name) != k_taken.end()) continue;
    const auto shown = name.substr(0, k_key_shown);
    findings.add_unknown(
        node.source().begin.line, shown,
        name == "include"
            ? std::string{"a file that is included includes no other; name both in the policy"}
            : "does not belong in a file that is included; only " + std::string{k_mend});
  }
}

}  // namespace

domain::Result<void> read_included(const IncludedText& included, PolicyFile& out) {
  const auto table = parse_toml(included.text, included.file);
  if (!table) return table.error();
  Findings findings{included.file};
  refuse_others(*table, findings);
  const File input{*table, k_policy_keys, findings};
  input.check({}, k_taken);
  read_behaviour(input, out);
  read_referrals(input, out);
  out.included_words.push_back(read_vocabulary(input, included.file));
  if (!findings.empty()) return findings.error();
  return {};
}

}  // namespace redress::config
