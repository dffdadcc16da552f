#include "daemon/domain/casework/case_file.hpp"
#include "daemon/domain/names.hpp"

namespace redress::domain {
namespace {

constexpr auto k_channels = name_table<Channel>({
    {Channel::email, "email"},
    {Channel::post, "post"},
    {Channel::telephone, "telephone"},
    {Channel::in_person, "in-person"},
    {Channel::form, "form"},
    {Channel::elsewhere, "elsewhere"},
});
constexpr auto k_findings = name_table<Finding>({
    {Finding::upheld, "upheld"},
    {Finding::partly_upheld, "partly-upheld"},
    {Finding::not_upheld, "not-upheld"},
    {Finding::withdrawn, "withdrawn"},
    {Finding::out_of_scope, "out-of-scope"},
    {Finding::redirected, "redirected"},
    {Finding::merged, "merged"},
    {Finding::not_a_complaint, "not-a-complaint"},
});
constexpr auto k_record_fields = name_table<RecordField>({
    {RecordField::desired_outcome, "desired-outcome"},
    {RecordField::evidence, "evidence"},
    {RecordField::cause, "cause"},
    {RecordField::remedy, "remedy"},
    {RecordField::corrective, "corrective"},
    {RecordField::preventive, "preventive"},
    {RecordField::consulted, "consulted"},
    {RecordField::legislation, "legislation"},
    {RecordField::satisfaction, "satisfaction"},
    {RecordField::lesson, "lesson"},
});
constexpr auto k_effects = name_table<MeasureEffect>({
    {MeasureEffect::none, "none"},
    {MeasureEffect::end_contact_on_matter, "end-contact-on-matter"},
    {MeasureEffect::route_contact, "route-contact"},
    {MeasureEffect::end_contact, "end-contact"},
});

constexpr auto k_asked = name_table<AskedFor>({
    {AskedFor::account, "account"},
    {AskedFor::resolution, "resolution"},
    {AskedFor::evidence, "evidence"},
});

}  // namespace

std::string_view to_string(AskedFor value) {
  return k_asked.name(value);
}
std::optional<AskedFor> asked_for(std::string_view name) {
  return k_asked.value(name);
}
std::string_view to_string(Channel value) {
  return k_channels.name(value);
}
std::optional<Channel> channel(std::string_view name) {
  return k_channels.value(name);
}
std::string_view to_string(Finding value) {
  return k_findings.name(value);
}
std::optional<Finding> finding(std::string_view name) {
  return k_findings.value(name);
}
std::string_view to_string(RecordField value) {
  return k_record_fields.name(value);
}
std::optional<RecordField> record_field(std::string_view name) {
  return k_record_fields.value(name);
}
std::string_view to_string(MeasureEffect value) {
  return k_effects.name(value);
}
std::optional<MeasureEffect> measure_effect(std::string_view name) {
  return k_effects.value(name);
}

}  // namespace redress::domain
