#pragma once

#include "config/policy_file.hpp"
#include "daemon/domain/casework/case_update.hpp"
#include "daemon/domain/casework/fold.hpp"
#include "daemon/domain/command/decide_command.hpp"
#include "tests/unit/domain/calendar_support.hpp"

#include <fstream>
#include <iterator>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

namespace redress::test {

/// A pack as it is shipped, read by its own reader.
inline domain::Policy shipped_policy(const std::string& pack) {
  const std::string folder = "config/policies/" + pack + "/";
  const auto read = [](const std::string& path) {
    std::ifstream in{path};
    if (!in) throw std::runtime_error("no policy " + path);
    return std::string{std::istreambuf_iterator<char>{in}, {}};
  };
  auto file = config::read_policy_file(
      read(folder + "policy.toml"), folder + "policy.toml", [&](const std::string& path) {
        return domain::Result<config::IncludedText>{{folder + path, read(folder + path)}};
      });
  if (!file) throw std::runtime_error(file.error().text);
  return std::move(file->policy);
}

/// One case under random commands of random staff: every word of the language with arguments that
/// the policy knows, letters that are delivered, released or thrown away, days that pass. The same
/// seed gives the same history.
class RandomHistory {
 public:
  RandomHistory(const domain::Policy& policy, const domain::WorkingCalendar& calendar,
                unsigned seed);

  /// One random command; whether it was taken.
  bool step();
  /// A command as people give it, by somebody who may; whether it was taken.
  bool give(domain::Verb verb, std::map<std::string, std::string, std::less<>> words = {},
            const std::string& text = "because");

  const domain::CaseFile& file() const { return file_; }
  const std::vector<domain::CaseEvent>& trail() const { return trail_; }
  /// The same as the store gets them.
  const std::vector<domain::NewEvent>& events() const { return events_; }
  const std::vector<domain::CaseDeadline>& deadlines() const { return deadlines_; }
  const domain::House& house() const { return house_; }
  /// Where a command led elsewhere than its row of the table says; empty: nowhere.
  const std::string& broken() const { return broken_; }
  /// Everything that was given, with what became of it, for failures.
  const std::string& told() const { return told_; }

 private:
  domain::Command random_command();
  const domain::VerbRow& any_verb();
  std::string random_word(const domain::ArgumentRow& argument);
  bool carry_out(const domain::Command& command, const domain::StaffMember* who);
  void deliver(const domain::LetterOrder& order);
  void add(const domain::NewEvent& event);
  std::size_t below(std::size_t limit) { return limit == 0 ? 0 : random_() % limit; }

  const domain::Policy& policy_;
  const domain::WorkingCalendar& calendar_;
  domain::TimeZone zone_{domain::TimeZone::find("Europe/London").value()};
  domain::House house_;
  domain::Staff staff_;
  std::minstd_rand random_;
  domain::Instant now_;
  domain::CaseFile file_;
  std::vector<domain::CaseEvent> trail_;
  std::vector<domain::NewEvent> events_;
  std::vector<domain::CaseDeadline> deadlines_;
  std::vector<domain::Draft> drafts_;
  std::int64_t next_mail_{1};
  std::string told_;
  std::string broken_;
};

}  // namespace redress::test
