#include "daemon/ctl/reading_view.hpp"

#include "daemon/ctl/terminal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace redress::ctl {
namespace {

/// What a rule's name means, for somebody who does not know the tables. Others are their own name.
constexpr std::array<std::pair<std::string_view, std::string_view>, 36> k_meanings{{
    {"says-complaint", "calls itself a complaint"},
    {"asks-redress", "asks for something to be put right"},
    {"tells-failure", "tells of something that went wrong"},
    {"dissatisfied", "is dissatisfied"},
    {"chases", "asks after an answer that did not come"},
    {"question", "asks a question"},
    {"procedure", "asks how something is done"},
    {"own-fault", "speaks of the writer's own mistake"},
    {"praise", "thanks or praises"},
    {"sales", "sells something"},
    {"fraud", "looks like fraud"},
    {"insult", "insults"},
    {"threat", "threatens"},
    {"discrimination", "demeans a group of people"},
    {"innuendo", "is sexually suggestive"},
    {"allegation", "accuses without ground"},
    {"harsh", "is too harsh for a machine to thank for"},
    {"demands", "demands what nobody can give"},
    {"danger", "speaks of danger to somebody"},
    {"staff-conduct", "is about how staff behaved"},
    {"member-conduct", "is about a member's conduct"},
    {"study-centre", "is about a study centre"},
    {"assessment", "is about a mark or a decision"},
    {"other-body", "is a matter of another body"},
    {"third-party", "is on behalf of somebody else"},
    {"adjustment", "needs an adjustment"},
    {"escalation", "asks for the next stage"},
    {"withdrawal", "takes the complaint back"},
    {"evidence", "brings evidence"},
    {"house-words", "words of the house"},
    {"names-case", "names a case"},
    {"own-address", "comes from an address of ours"},
    {"staff-address", "comes from staff"},
    {"delivery-report", "reports on a delivery"},
    {"web-form", "was filled in on a web site"},
    {"unreadable", "cannot be read"},
}};

std::string_view meaning(std::string_view rule) {
  for (const auto& [name, text] : k_meanings) {
    if (name == rule) return text;
  }
  return rule;
}

std::vector<domain::Evidence> weightiest_first(std::vector<domain::Evidence> evidence) {
  std::stable_sort(evidence.begin(), evidence.end(), [](const auto& one, const auto& other) {
    const auto rank = [](int weight) { return weight == 0 ? 1000 : std::abs(weight); };
    return rank(one.weight) > rank(other.weight);
  });
  return evidence;
}

Colour colour_of(domain::MessageKind kind) {
  switch (kind) {
    case domain::MessageKind::complaint: return Colour::strong;
    case domain::MessageKind::unreadable: return Colour::bad;
    case domain::MessageKind::automatic:
    case domain::MessageKind::delivery_report:
    case domain::MessageKind::junk: return Colour::dim;
    default: return Colour::none;
  }
}

}  // namespace

void print_reading(const std::string& name, const domain::Reading& reading,
                   const std::vector<std::string>& would) {
  std::string flags;
  for (const auto flag : reading.flags) flags += fmt::format("{} ", domain::to_string(flag));
  std::vector<std::pair<std::string, Cell>> pairs{
      {"file", {name, Colour::strong}},
      {"kind",
       {fmt::format("{} ({:.0f} %)", domain::to_string(reading.kind), reading.confidence * 100),
        colour_of(reading.kind)}},
      {"acknowledge", {std::string{domain::to_string(reading.acknowledge)}}}};
  if (!flags.empty()) pairs.push_back({"flags", {flags, Colour::warning}});
  for (const auto& named : reading.named) {
    const bool holds = named.proof == domain::ReferenceProof::keyed;
    pairs.push_back({"case",
                     {fmt::format("{} ({}{})", named.reference.str(), named.place,
                                  holds ? ", key holds" : "")}});
  }
  for (const auto& one : weightiest_first(reading.evidence)) {
    const auto points = one.weight == 0 ? std::string{"alone"} : fmt::format("{:+}", one.weight);
    pairs.push_back(
        {"evidence", {fmt::format("{:>5}  {}: {}", points, meaning(one.rule), one.detail)}});
  }
  for (const auto& line : would) pairs.push_back({"would", {line, Colour::good}});
  print_pairs(pairs);
  fmt::print("\n");
}

}  // namespace redress::ctl
