#include "bench/reader/steps.hpp"

#include "parsers/ascii.hpp"
#include "parsers/classify/classify.hpp"
#include "parsers/form/web_form.hpp"
#include "parsers/header/header_facts.hpp"
#include "parsers/machine/automatic.hpp"
#include "parsers/machine/delivery_report.hpp"
#include "parsers/mime/guard.hpp"
#include "parsers/mime/mime.hpp"
#include "parsers/read_message.hpp"
#include "parsers/text/body_text.hpp"
#include "parsers/text/html_text.hpp"
#include "parsers/text/language.hpp"
#include "parsers/text/new_text.hpp"

#include <ctime>

namespace redress::bench {
namespace {

using parsers::DefectLog;
using parsers::Limits;
using parsers::MessageFacts;

class NoBoundary final : public parsers::BoundarySense {
 public:
  bool is_boundary(std::string_view) const override { return false; }
};

/// As the daemon has it of its settings.
const parsers::ReadingContext& context() {
  static const parsers::ReadingContext known{
      .keys = nullptr, .prefixes = {"CIM"}, .own_addresses = {}, .staff_addresses = {}};
  return known;
}

/// Gives each step the time since the one before it ended.
class Laps {
 public:
  double& operator[](Step step) { return seconds_[static_cast<std::size_t>(step)]; }
  void skip() { since_ = cpu_seconds(); }
  void end(Step step) {
    const double now = cpu_seconds();
    (*this)[step] += now - since_;
    since_ = cpu_seconds();
  }
  void add_to(StepSeconds& sum) const {
    for (std::size_t i = 0; i < k_steps; ++i) sum[i] += seconds_[i];
  }

 private:
  StepSeconds seconds_{};
  double since_{cpu_seconds()};
};

/// Texts that read_body hands to the HTML reader: none where plain text stands beside them.
void gather_html(const std::vector<parsers::Part>& parts, std::size_t index, bool plain_is_there,
                 std::vector<std::string>& out) {
  const Limits limits;
  DefectLog defects;
  const auto& part = parts[index];
  const bool shown = part.disposition.value != "attachment" && !plain_is_there;
  if (part.is("text/html") && shown) out.push_back(parsers::part_text(part, limits, defects));
  if (!part.is_multipart()) return;
  for (const auto child : part.children) {
    gather_html(parts, child, plain_is_there, out);
    const bool settles = part.is("multipart/alternative") && parts[child].is("text/plain") &&
                         !parsers::ascii::trimmed(parts[child].body).empty();
    plain_is_there = plain_is_there || settles;
  }
}

/// What read_message does, in its order.
MessageFacts read_in_steps(std::string_view mail, Laps& laps) {
  const Limits limits;
  DefectLog defects;
  MessageFacts facts;
  laps.skip();
  const auto parts = parsers::cut_into_parts(mail, limits, defects);
  laps.end(Step::structure);
  facts.headers = parts.front().headers;
  parsers::read_header_facts(facts, limits, defects);
  laps.end(Step::header_facts);
  auto body = parsers::read_body(parts, limits, defects);
  facts.text = parsers::without_marks(body.marked);
  laps.end(Step::body);
  facts.new_text = parsers::new_text_of(
      body.marked, facts.from.empty() ? std::string_view{} : facts.from.front().name);
  laps.end(Step::new_text);
  facts.attachments = std::move(body.attachments);
  facts.language = parsers::language_of(facts.new_text);
  laps.end(Step::language);
  facts.delivery_report = parsers::read_delivery_report(facts, parts, limits, defects);
  laps.end(Step::report);
  if (!facts.delivery_report) {
    facts.form = parsers::form_in(facts);
    laps.end(Step::form);
    facts.automatic = parsers::read_automatic(facts);
    laps.end(Step::automatic);
  }
  return facts;
}

/// What is a part of a step, once more, so that it can be told apart from the rest of the step.
void measure_parts_of_steps(std::string_view mail, Laps& laps) {
  const Limits limits;
  DefectLog defects;
  laps.skip();
  const auto header = parsers::guard_header(mail, 0, NoBoundary{}, limits, defects);
  laps.end(Step::guard);
  const auto fields = parsers::split_header_block(header.block);
  laps.end(Step::fields);
  const auto parts = parsers::cut_into_parts(mail, limits, defects);
  std::vector<std::string> htmls;
  gather_html(parts, 0, false, htmls);
  for (const auto& html : htmls) {
    laps.skip();
    const auto text = parsers::html_to_marked_text(html, limits, defects);
    laps.end(Step::html);
  }
  laps[Step::structure] -= laps[Step::guard] + laps[Step::fields];
  laps[Step::body] -= laps[Step::html];
}

}  // namespace

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

std::string_view name_of(Step step) {
  constexpr std::array<std::string_view, k_steps> k_names{
      "guard",    "header fields", "rest of structure", "header facts", "HTML",      "rest of body",
      "new text", "language",      "delivery report",   "form",         "automatic", "classifier"};
  return k_names[static_cast<std::size_t>(step)];
}

WholeReading read_whole(std::string_view mail) {
  const double begin = cpu_seconds();
  const auto facts = parsers::read_message(mail);
  const double between = cpu_seconds();
  const auto reading = parsers::classify(facts, context());
  return {between - begin, cpu_seconds() - between};
}

void measure_steps(std::string_view mail, StepSeconds& sum) {
  Laps laps;
  const auto facts = read_in_steps(mail, laps);
  laps.skip();
  const auto reading = parsers::classify(facts, context());
  laps.end(Step::classify);
  measure_parts_of_steps(mail, laps);
  laps.add_to(sum);
}

}  // namespace redress::bench
