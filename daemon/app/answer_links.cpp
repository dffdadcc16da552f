#include "daemon/app/answer_links.hpp"

#include "daemon/app/case_letter.hpp"

#include "daemon/domain/command/verbs.hpp"
#include "daemon/domain/staff_mail/orders.hpp"
#include "templates/mailto.hpp"

#include <fmt/format.h>

#include <array>

namespace redress::app {
namespace {

/// Stands before what would be read as a command at the start of a line.
constexpr std::string_view k_no_command = "\u00b7 ";

/// A link that writes a mail; what it says a person may change before it is sent.
struct Answer {
  domain::Verb verb;
  std::string_view label;
  std::string_view body;  ///< "{}" stands for the reader's address
};
constexpr std::array k_case_answers{
    Answer{domain::Verb::ack, "Acknowledge it now", "/ack"},
    Answer{domain::Verb::assign, "I deal with it", "/assign to {}"},
    Answer{domain::Verb::extend, "Put the answer off by 5 working days",
           "/extend until in 5 working days because (say why)"},
    Answer{domain::Verb::not_a_complaint, "It is no complaint",
           "/not-a-complaint because (say why)"},
    Answer{domain::Verb::outcome, "Upheld, because", "/outcome upheld: (say why)"},
};

/// Whether it can be done now; of a case whose state is not known, everything may be.
bool is_possible(domain::Verb verb, const domain::LetterOrder& order,
                 const domain::Policy& policy) {
  if (verb == domain::Verb::extend && !policy.extension) return false;
  if (!order.status) return true;
  // Later it would be another letter in somebody's own words.
  if (verb == domain::Verb::ack) return *order.status == domain::CaseStatus::received;
  return domain::row_of(verb).states.has(*order.status);
}

}  // namespace

void add_answers(templates::LetterFacts& facts, const domain::LetterOrder& order,
                 const domain::Person& reader, const domain::MailAddress& reply_to,
                 const domain::Policy& policy) {
  facts.fields["answer_marker"] = domain::k_answer_marker;
  const auto subject = fmt::format("[{}]", order.reference.value().str());
  const auto add = [&](std::string_view label, std::string_view body) {
    facts.lists["answers"].push_back(
        {{"label", std::string{label}}, {"link", templates::mailto(reply_to, subject, body)}});
  };
  if (order.lists.contains("waiting")) {
    add("Yes, do it", "yes");
  } else if (order.letter == "case_notice" || order.letter == k_case_mail) {
    for (const auto& answer : k_case_answers) {
      if (!is_possible(answer.verb, order, policy)) continue;
      add(answer.label, fmt::format(fmt::runtime(answer.body), reader.address.str()));
    }
  }
}

void without_commands(templates::LetterFacts& facts) {
  const auto defuse = [](std::string& value) {
    const auto first = value.find_first_not_of(" \t");
    if (first != std::string::npos && value[first] == '/') value.insert(0, k_no_command);
  };
  for (auto& [name, value] : facts.fields) defuse(value);
  for (auto& [name, items] : facts.lists) {
    for (auto& item : items) {
      for (auto& [field, value] : item) defuse(value);
    }
  }
}

std::string without_command_lines(std::string_view text) {
  std::string out;
  bool begins = true;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (begins && c == '/') out += k_no_command;
    begins = c == '\n' || (begins && (c == ' ' || c == '\t' || c == '\r'));
    out += c;
  }
  return out;
}

}  // namespace redress::app
