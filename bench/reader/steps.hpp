#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace redress::bench {

/// Seconds of CPU that this thread had: what else runs on the machine hardly moves it.
double cpu_seconds();

/// Reads and classifies a mail as the daemon does; seconds of either.
struct WholeReading {
  double read{};
  double classify{};
};
WholeReading read_whole(std::string_view mail);

/// What `read_message` and `classify` do, step by step. Those that a step consists of are measured
/// by doing them once more, so a step's own share is what is left of it.
enum class Step {
  guard,         ///< guard_header of the mail's own header
  fields,        ///< split_header_block of it
  structure,     ///< the rest of cut_into_parts
  header_facts,  ///< read_header_facts
  html,          ///< html_to_marked_text
  body,          ///< the rest of read_body: decoding, charsets, attachments
  new_text,      ///< new_text_of
  language,      ///< language_of
  report,        ///< read_delivery_report
  form,          ///< form_in
  automatic,     ///< read_automatic
  classify,      ///< classify
  count
};
constexpr auto k_steps = static_cast<std::size_t>(Step::count);
using StepSeconds = std::array<double, k_steps>;

std::string_view name_of(Step step);

/// Adds what each step took for one mail.
void measure_steps(std::string_view mail, StepSeconds& sum);

}  // namespace redress::bench
