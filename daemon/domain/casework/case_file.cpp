#include "daemon/domain/casework/case_file.hpp"

#include "daemon/domain/casework/fold.hpp"

#include <algorithm>

namespace redress::domain {

bool CaseFile::is_named(const MailAddress& staff) const {
  return std::any_of(named_staff.begin(), named_staff.end(),
                     [&](const NamedStaff& one) { return one.email == staff; });
}

bool CaseFile::is_kept_from(const MailAddress& staff) const {
  return is_named(staff) || std::find(mentioned.begin(), mentioned.end(), staff) != mentioned.end();
}

std::vector<MailAddress> CaseFile::kept_from() const {
  auto all = mentioned;
  for (const auto& one : named_staff) all.push_back(one.email);
  return all;
}

const Restriction* CaseFile::restriction_at(Instant at, const TimeZone& zone) const {
  const auto today = zone.date_of(at);
  const Restriction* strongest = nullptr;
  for (const auto& one : restrictions) {
    const bool ended = one.lifted.has_value() || (one.until && *one.until < today);
    if (ended || one.from > at) continue;
    if (strongest == nullptr || one.effect > strongest->effect) strongest = &one;
  }
  return strongest;
}

std::vector<Person> CaseFile::participants() const {
  std::vector<Person> people{complainant};
  for (const auto& third : third_parties) {
    if (third.consent == Consent::granted) people.push_back(third.person);
  }
  return people;
}

Result<CaseFile> open_file(const CaseReference& reference, const CaseEvent& opened) {
  const auto received = parse_rfc3339(opened.fact("received"));
  if (!is_opening(opened.what) || !received) {
    return fail(ErrorCode::store_damaged,
                "the trail of " + reference.str() + " does not begin with its opening");
  }
  CaseFile file{.reference = reference,
                .mailbox = opened.fact("mailbox"),
                .channel = channel(opened.fact("channel")).value_or(Channel::email),
                .received = *received,
                .complainant = person_of(opened)};
  if (const auto language = opened.fact("language"); !language.empty()) file.language = language;
  file.stage = opened.number("stage").value_or(1);
  file.stages.push_back({.number = file.stage, .started = *received});
  file.mentioned = addresses_of(opened.fact("mentions"));
  file.area = opened.fact("area");
  file.priority = opened.fact("priority");
  file.history = opened.what == "case_adopted";
  return file;
}

Result<CaseFile> replay(const CaseReference& reference, const std::vector<CaseEvent>& events) {
  const auto opened = std::find_if(events.begin(), events.end(),
                                   [](const CaseEvent& one) { return is_opening(one.what); });
  if (opened == events.end()) {
    return fail(ErrorCode::store_damaged, "no event opens " + reference.str());
  }
  auto file = open_file(reference, *opened);
  if (!file) return file;
  for (auto next = opened; next != events.end(); ++next) apply_event(*file, *next);
  return file;
}

}  // namespace redress::domain
