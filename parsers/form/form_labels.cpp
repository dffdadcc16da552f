#include "parsers/form/form.hpp"

#include <algorithm>
#include <array>

namespace redress::parsers {
namespace {

constexpr std::array<std::string_view, 19> k_fields{
    "name",    "first_name", "last_name",         "email",        "telephone",
    "address", "postcode",   "membership_number", "organisation", "status",
    "type",    "topic",      "what_happened",     "when",         "people",
    "outcome", "evidence",   "adjustment",        "submitted"};

/// Labels of contact and complaint forms of professional bodies, councils and their web sites.
constexpr std::array k_labels{
    FormLabel{"name", "name"},
    FormLabel{"your name", "name"},
    FormLabel{"full name", "name"},
    FormLabel{"your full name", "name"},
    FormLabel{"name of complainant", "name"},
    FormLabel{"complainant's name", "name"},
    FormLabel{"complainant name", "name"},
    FormLabel{"first name", "first_name"},
    FormLabel{"first name(s)", "first_name"},
    FormLabel{"firstname", "first_name"},
    FormLabel{"forename", "first_name"},
    FormLabel{"forename(s)", "first_name"},
    FormLabel{"given name", "first_name"},
    FormLabel{"last name", "last_name"},
    FormLabel{"lastname", "last_name"},
    FormLabel{"surname", "last_name"},
    FormLabel{"family name", "last_name"},
    FormLabel{"email", "email"},
    FormLabel{"e-mail", "email"},
    FormLabel{"email address", "email"},
    FormLabel{"e-mail address", "email"},
    FormLabel{"your email", "email"},
    FormLabel{"your e-mail", "email"},
    FormLabel{"your email address", "email"},
    FormLabel{"contact email", "email"},
    FormLabel{"phone", "telephone"},
    FormLabel{"telephone", "telephone"},
    FormLabel{"phone number", "telephone"},
    FormLabel{"telephone number", "telephone"},
    FormLabel{"daytime telephone", "telephone"},
    FormLabel{"daytime telephone number", "telephone"},
    FormLabel{"contact number", "telephone"},
    FormLabel{"mobile", "telephone"},
    FormLabel{"mobile number", "telephone"},
    FormLabel{"address", "address"},
    FormLabel{"your address", "address"},
    FormLabel{"postal address", "address"},
    FormLabel{"home address", "address"},
    FormLabel{"postcode", "postcode"},
    FormLabel{"post code", "postcode"},
    FormLabel{"membership number", "membership_number"},
    FormLabel{"membership no", "membership_number"},
    FormLabel{"member number", "membership_number"},
    FormLabel{"student number", "membership_number"},
    FormLabel{"candidate number", "membership_number"},
    FormLabel{"organisation", "organisation"},
    FormLabel{"company", "organisation"},
    FormLabel{"employer", "organisation"},
    FormLabel{"customer status", "status"},
    FormLabel{"customer type", "type"},
    FormLabel{"subject", "topic"},
    FormLabel{"my query relates to", "topic"},
    FormLabel{"type of feedback", "topic"},
    FormLabel{"type of complaint", "topic"},
    FormLabel{"area of complaint", "topic"},
    FormLabel{"message", "what_happened"},
    FormLabel{"your message", "what_happened"},
    FormLabel{"query", "what_happened"},
    FormLabel{"query detail", "what_happened"},
    FormLabel{"query details", "what_happened"},
    FormLabel{"your query", "what_happened"},
    FormLabel{"enquiry", "what_happened"},
    FormLabel{"your enquiry", "what_happened"},
    FormLabel{"enquiry details", "what_happened"},
    FormLabel{"comment", "what_happened"},
    FormLabel{"comments", "what_happened"},
    FormLabel{"feedback", "what_happened"},
    FormLabel{"your feedback", "what_happened"},
    FormLabel{"complaint", "what_happened"},
    FormLabel{"your complaint", "what_happened"},
    FormLabel{"complaint details", "what_happened"},
    FormLabel{"details", "what_happened"},
    FormLabel{"details of complaint", "what_happened"},
    FormLabel{"details of your complaint", "what_happened"},
    FormLabel{"details of the complaint", "what_happened"},
    FormLabel{"nature of complaint", "what_happened"},
    FormLabel{"nature of your complaint", "what_happened"},
    FormLabel{"description", "what_happened"},
    FormLabel{"what happened", "what_happened"},
    FormLabel{"please tell us what happened", "what_happened"},
    FormLabel{"date of incident", "when"},
    FormLabel{"date(s) of incident", "when"},
    FormLabel{"date of the incident", "when"},
    FormLabel{"dates", "when"},
    FormLabel{"when did it happen", "when"},
    FormLabel{"when did this happen", "when"},
    FormLabel{"people involved", "people"},
    FormLabel{"names of people involved", "people"},
    FormLabel{"names of those involved", "people"},
    FormLabel{"who was involved", "people"},
    FormLabel{"witnesses", "people"},
    FormLabel{"desired outcome", "outcome"},
    FormLabel{"outcome sought", "outcome"},
    FormLabel{"what outcome would you like", "outcome"},
    FormLabel{"what outcome are you seeking", "outcome"},
    FormLabel{"what would you like to happen", "outcome"},
    FormLabel{"how could it be resolved", "outcome"},
    FormLabel{"how would you like it to be resolved", "outcome"},
    FormLabel{"remedy sought", "outcome"},
    FormLabel{"evidence", "evidence"},
    FormLabel{"supporting documents", "evidence"},
    FormLabel{"supporting evidence", "evidence"},
    FormLabel{"file upload (1)", "evidence"},
    FormLabel{"file upload (2)", "evidence"},
    FormLabel{"reasonable adjustments", "adjustment"},
    FormLabel{"adjustments needed", "adjustment"},
    FormLabel{"do you need any adjustments", "adjustment"},
    FormLabel{"submission id", "submitted"},
    FormLabel{"submitted", "submitted"},
    FormLabel{"date submitted", "submitted"},
};

constexpr bool among_fields(std::string_view name) {
  return std::find(k_fields.begin(), k_fields.end(), name) != k_fields.end();
}
static_assert(std::all_of(k_labels.begin(), k_labels.end(),
                          [](const FormLabel& label) { return among_fields(label.name); }));

}  // namespace

std::span<const std::string_view> form_fields() {
  return k_fields;
}

bool is_form_field(std::string_view name) {
  return among_fields(name);
}

std::span<const FormLabel> form_labels() {
  return k_labels;
}

}  // namespace redress::parsers
