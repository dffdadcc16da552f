#include "daemon/app/answer_links.hpp"

#include "daemon/domain/staff_mail/orders.hpp"
#include "templates/mailto.hpp"

#include <fmt/format.h>

#include <array>

namespace redress::app {
namespace {

/// A link that writes a mail; what it says a person may change before it is sent.
struct Answer {
  std::string_view label;
  std::string_view body;  ///< "{}" stands for the reader's address
};
constexpr std::array k_case_answers{
    Answer{"Acknowledge it now", "/ack"},
    Answer{"I deal with it", "/assign to {}"},
    Answer{"Put the answer off by 5 working days",
           "/extend until in 5 working days because (say why)"},
    Answer{"It is no complaint", "/not-a-complaint because (say why)"},
    Answer{"Upheld, because", "/outcome upheld: (say why)"},
};
constexpr std::array k_waiting_answers{Answer{"Yes, do it", "yes"}};

}  // namespace

void add_answers(templates::LetterFacts& facts, const domain::LetterOrder& order,
                 const domain::Person& reader, const domain::MailAddress& reply_to) {
  facts.fields["answer_marker"] = domain::k_answer_marker;
  const auto subject = fmt::format("[{}]", order.reference.value().str());
  const auto add = [&](const Answer& answer) {
    const auto body = fmt::format(fmt::runtime(answer.body), reader.address.str());
    facts.lists["answers"].push_back({{"label", std::string{answer.label}},
                                      {"link", templates::mailto(reply_to, subject, body)}});
  };
  if (order.lists.contains("waiting")) {
    for (const auto& answer : k_waiting_answers) add(answer);
  } else if (order.letter == "case_notice") {
    for (const auto& answer : k_case_answers) add(answer);
  }
}

std::string without_command_lines(std::string_view text) {
  std::string out;
  bool begins = true;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (begins && c == '/') out += "\u00b7 ";
    begins = c == '\n' || (begins && (c == ' ' || c == '\t' || c == '\r'));
    out += c;
  }
  return out;
}

}  // namespace redress::app
