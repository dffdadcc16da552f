#pragma once

#include "config/policy_file.hpp"
#include "config/section.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace redress::config {

// Readers of the parts of a policy.toml, each into `out`. What is wrong goes to the file's
// findings.

/// Title, calendar, hours and what else stands at the top; the pack is the folder of `file` where
/// it names no other.
void read_policy_top(const Section& top, const std::string& file, PolicyFile& out);
/// [[stage]], and that there is one.
void read_stages(const File& input, Findings& findings, PolicyFile& out);
/// [[priority]], [pause], [extension].
void read_urgency(const File& input, PolicyFile& out);
/// [[area]], [[body]].
void read_scope(const File& input, PolicyFile& out);
/// [[behaviour]], [[measure]]: of the policy and of files that it includes.
void read_behaviour(const File& input, PolicyFile& out);
/// [[referral]]: likewise.
void read_referrals(const File& input, PolicyFile& out);
/// [letters], [[report]], [retention], [review].
void read_duties(const File& input, PolicyFile& out);
/// [[reminder]]: the ladder, where the policy has one of its own.
void read_ladder(const File& input, PolicyFile& out);
/// A file that a policy includes. Error: settings, naming that file.
domain::Result<void> read_included(const IncludedText& included, PolicyFile& out);

// What several parts need.

/// A limit in a table of its own; absent where there is none or it is wrong.
std::optional<domain::Limit> read_limit(const Section& section, std::string_view key,
                                        domain::LimitBase standard = domain::LimitBase::received);
/// A plain name; a finding where it is none, or where `taken` holds it.
std::string read_name(const Section& section, std::string_view key,
                      const std::vector<std::string>& taken);
/// A role, noted as a mention; empty where the key is absent.
std::string read_role(const Section& section, std::string_view key, PolicyFile& out);
/// Roles of which any one may; noted as a mention. A list that is there and empty is a finding.
std::vector<std::string> read_deciders(const Section& section, std::string_view key,
                                       PolicyFile& out);
/// What must be recorded: names of record fields.
std::vector<domain::RecordField> read_record_fields(const Section& section, std::string_view key);
/// "\"a\", \"b\"" of any names.
std::string quoted_list(const std::vector<std::string_view>& names);

/// The names of a list of parts.
template <class Parts>
std::vector<std::string> names_of(const Parts& parts) {
  std::vector<std::string> names;
  for (const auto& part : parts) names.push_back(part.name);
  return names;
}

}  // namespace redress::config
