// Decisions of the domain alone, in memory: what one takes. Prints a JSON object of microseconds.

#include "config/policy_file.hpp"
#include "daemon/domain/command/decide_command.hpp"
#include "daemon/domain/decide.hpp"

#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>

namespace redress::bench {
namespace {

using namespace domain;

constexpr int k_warm = 200;
constexpr int k_each = 5'000;

std::string text_of(const std::string& path) {
  std::ifstream in{path};
  if (!in) throw std::runtime_error{"no file " + path};
  return {std::istreambuf_iterator<char>{in}, {}};
}

template <class Value>
Value taken(Result<Value> made) {
  if (!made) throw std::runtime_error{made.error().text};
  return std::move(*made);
}

/// Microseconds that one call takes, on average over many.
template <class Work>
double measure(Work work) {
  for (int i = 0; i < k_warm; ++i) work();
  const auto from = std::chrono::steady_clock::now();
  for (int i = 0; i < k_each; ++i) work();
  const std::chrono::duration<double, std::micro> time = std::chrono::steady_clock::now() - from;
  return time.count() / k_each;
}

struct Rules {
  Policy policy;
  WorkingCalendar calendar;
  TimeZone zone;
};

Rules load(const std::string& source, const std::string& pack) {
  const auto folder = source + "/config/policies/" + pack + "/";
  auto file = taken(config::read_policy_file(
      text_of(folder + "policy.toml"), folder + "policy.toml", [&](const std::string& path) {
        return Result<config::IncludedText>{{folder + path, text_of(folder + path)}};
      }));
  const auto path = source + "/config/calendars/england-and-wales.toml";
  const auto data = taken(config::read_calendar(text_of(path), path));
  return {std::move(file.policy),
          taken(WorkingCalendar::make(data.nation, {data.holidays.begin(), data.holidays.end()},
                                      data.first_year, data.last_year)),
          taken(TimeZone::find("Europe/London"))};
}

IncomingMail complaint(Instant received) {
  IncomingMail mail;
  mail.id = {1};
  mail.mailbox = "comments";
  mail.received = received;
  mail.message_id = "one@example.net";
  mail.sender = Person{"Ann", taken(MailAddress::parse("ann@example.net"))};
  mail.reading.kind = MessageKind::complaint;
  mail.reading.confidence = 0.9;
  return mail;
}

nlohmann::ordered_json run(const std::string& source, const std::string& pack) {
  const auto rules = load(source, pack);
  const House house{"EX", rules.policy, rules.calendar, rules.zone, {1000, 1000, 1000}, false};
  const auto received = taken(parse_rfc3339("2026-03-02T10:00:00Z"));
  const auto mail = complaint(received);
  const auto decided = taken(decide(house, {}, mail, received));
  const auto& file = decided.change.updates.front().file;
  const Staff staff{
      {"Jo", taken(MailAddress::parse("jo@example.org")), {"complaints-manager"}, {}, {}, {}}};
  const CommandScene scene{house, staff, {}, {}, {}, 2, received};
  const Actor jo{"jo@example.org", &staff.front()};
  const CommandContext context{rules.policy, staff, rules.calendar, rules.zone, received};
  const auto command = taken(parse_command("/assign Jo because she knows the matter", context));
  return {
      {"a complaint is decided", measure([&] { return taken(decide(house, {}, mail, received)); })},
      {"the deadlines of a case", measure([&] {
         return taken(deadlines_of(file, rules.policy, rules.calendar, rules.zone));
       })},
      {"a command is read",
       measure([&] { return taken(parse_command(command.understood, context)); })},
      {"a command is decided",
       measure([&] { return taken(decide_command(scene, &file, jo, command)); })}};
}

}  // namespace
}  // namespace redress::bench

int main(int count, char** words) {
  try {
    if (count != 2) throw std::runtime_error{"usage: decisions_bench SOURCE_FOLDER"};
    nlohmann::ordered_json out;
    for (const auto* pack : {"cim", "ceme"}) out[pack] = redress::bench::run(words[1], pack);
    std::cout << out << '\n';
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "decisions_bench: " << error.what() << '\n';
    return 1;
  }
}
