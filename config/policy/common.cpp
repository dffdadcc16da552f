#include "config/policy/parts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace redress::config {
namespace {

using domain::RecordField;

constexpr auto k_bases = domain::name_table<domain::LimitBase>({
    {domain::LimitBase::received, "received"},
    {domain::LimitBase::acknowledged, "acknowledged"},
    {domain::LimitBase::escalated, "escalated"},
});

constexpr std::array k_record_fields{
    RecordField::desired_outcome, RecordField::evidence,    RecordField::cause,
    RecordField::remedy,          RecordField::corrective,  RecordField::preventive,
    RecordField::consulted,       RecordField::legislation, RecordField::satisfaction,
    RecordField::lesson,
};

void check_role(const Section& section, std::string_view key, const std::string& role) {
  if (is_plain_name(role)) return;
  section.add(key, fmt::format("{} is no role; use letters, digits and \"-\"", in_quotes(role)));
}

}  // namespace

std::string quoted_list(const std::vector<std::string_view>& names) {
  std::string list;
  for (const auto name : names) {
    if (!list.empty()) list += ", ";
    list += fmt::format("\"{}\"", name);
  }
  return list;
}

std::optional<domain::Limit> read_limit(const Section& section, std::string_view key,
                                        domain::LimitBase standard) {
  const auto table = section.inner(key, "limit");
  if (!table) return std::nullopt;
  table->check_keys();
  auto limit = table->value("within", parse_limit);
  const auto base = table->choice("from", k_bases, standard);
  auto clause = table->text_or("clause", "");
  if (!limit) return std::nullopt;
  limit->base = base;
  limit->clause = std::move(clause);
  return limit;
}

std::string read_name(const Section& section, std::string_view key,
                      const std::vector<std::string>& taken) {
  auto name = section.text_or(key, "");
  if (name.empty()) return name;
  if (!is_plain_name(name)) {
    section.add(key, fmt::format("{} is no name for a command; use letters, digits and \"-\"",
                                 in_quotes(name)));
  }
  if (std::find(taken.begin(), taken.end(), name) != taken.end()) {
    section.add(key, fmt::format("{} stands here twice; take one out or give it another name",
                                 in_quotes(name)));
  }
  return name;
}

std::string read_role(const Section& section, std::string_view key, PolicyFile& out) {
  auto role = section.text_or(key, "");
  if (role.empty()) return role;
  check_role(section, key, role);
  out.mentions.push_back({Mention::What::role, {role}, section.place(key)});
  return role;
}

std::vector<std::string> read_deciders(const Section& section, std::string_view key,
                                       PolicyFile& out) {
  auto roles = section.texts(key);
  for (const auto& role : roles) check_role(section, key, role);
  if (!roles.empty()) {
    out.mentions.push_back({Mention::What::role, roles, section.place(key)});
  } else if (section.has(key)) {
    section.add(key, "nobody may decide it; name a role like [\"manager\"]");
  }
  return roles;
}

std::vector<RecordField> read_record_fields(const Section& section, std::string_view key) {
  std::vector<RecordField> fields;
  for (const auto& name : section.texts(key)) {
    const auto field = domain::record_field(name);
    if (!field) {
      std::vector<std::string_view> known;
      for (const auto each : k_record_fields) known.push_back(domain::to_string(each));
      section.add(key, fmt::format("{} is nothing that is recorded; write some of {}",
                                   in_quotes(name), quoted_list(known)));
    } else if (std::find(fields.begin(), fields.end(), *field) == fields.end()) {
      fields.push_back(*field);
    }
  }
  return fields;
}

}  // namespace redress::config
