#include "daemon/domain/command/command.hpp"
#include "daemon/domain/command/grammar_words.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace redress;
using namespace redress::domain;

namespace {

/// A small house; its calendar covers the years around `now`.
struct Desk {
  Policy policy;
  Staff staff;
  WorkingCalendar calendar{
      WorkingCalendar::make(Nation::england_and_wales, {}, 2020, 2030).value()};
  TimeZone zone{TimeZone::find("Europe/London").value()};
  Instant now{parse_rfc3339("2026-11-27T10:30:00Z").value()};

  Desk() {
    staff.push_back(
        {"Jo Bloggs", MailAddress::parse("jo@example.org").value(), {"duty"}, {}, {}, {}});
    staff.push_back({"Sam Smith", MailAddress::parse("sam@example.org").value(), {}, {}, {}, {}});
    policy.priorities.push_back({.name = "high"});
    policy.areas.push_back({.name = "events", .title = "Events"});
    policy.bodies.push_back({.name = "Study Centre"});
    policy.behaviours.push_back({.category = "threat"});
    policy.measures.push_back({.name = "end-contact"});
    policy.referrals.push_back({.name = "police"});
  }
};

}  // namespace

/// Any bytes are read or refused; what is understood means the same when it is read again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Desk desk;
  const CommandContext context{desk.policy, desk.staff, desk.calendar, desk.zone, desk.now};
  const auto text = fuzz::text_of(data, size);
  const auto completed = complete_command(text, context);
  fuzz::require(completed.size() <= 200);
  const auto once = parse_command(text, context);
  if (!once) {
    fuzz::require(!once.error().text.empty() && once.error().text.size() < 4000);
    fuzz::require(clean_command(once.error().text) == once.error().text);
    return 0;
  }
  fuzz::require(once->understood.size() <= k_command_bytes);
  const auto again = parse_command(once->understood, context);
  fuzz::require(again && again->understood == once->understood);
  fuzz::require(again->verb == once->verb && again->words == once->words &&
                again->date == once->date && again->moment == once->moment &&
                again->text == once->text && again->confirmed == once->confirmed);
  fuzz::require(again->person.has_value() == once->person.has_value());
  fuzz::require(!once->person || (again->person->name == once->person->name &&
                                  again->person->address.str() == once->person->address.str()));
  return 0;
}
