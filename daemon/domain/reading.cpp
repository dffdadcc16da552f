#include "daemon/domain/reading.hpp"

#include "daemon/domain/names.hpp"

namespace redress::domain {
namespace {

constexpr auto k_kinds = name_table<MessageKind>({
    {MessageKind::complaint, "complaint"},
    {MessageKind::follow_up, "follow_up"},
    {MessageKind::enquiry, "enquiry"},
    {MessageKind::compliment, "compliment"},
    {MessageKind::automatic, "automatic"},
    {MessageKind::delivery_report, "delivery_report"},
    {MessageKind::staff, "staff"},
    {MessageKind::own, "own"},
    {MessageKind::junk, "junk"},
    {MessageKind::unreadable, "unreadable"},
});
static_assert(k_kinds.rows.size() == k_message_kinds.size());

constexpr auto k_flags = name_table<Flag>({
    {Flag::abusive, "abusive"},
    {Flag::threat, "threat"},
    {Flag::insult, "insult"},
    {Flag::discriminatory, "discriminatory"},
    {Flag::sexual_innuendo, "sexual_innuendo"},
    {Flag::malicious_allegation, "malicious_allegation"},
    {Flag::unreasonable_demands, "unreasonable_demands"},
    {Flag::serious, "serious"},
    {Flag::about_staff, "about_staff"},
    {Flag::conduct, "conduct"},
    {Flag::study_centre, "study_centre"},
    {Flag::assessment, "assessment"},
    {Flag::out_of_scope, "out_of_scope"},
    {Flag::third_party, "third_party"},
    {Flag::adjustment, "adjustment"},
    {Flag::form, "form"},
    {Flag::web_form, "web_form"},
    {Flag::escalation, "escalation"},
    {Flag::withdrawal, "withdrawal"},
    {Flag::evidence, "evidence"},
    {Flag::inline_answers, "inline_answers"},
    {Flag::failed, "failed"},
    {Flag::delayed, "delayed"},
});

constexpr auto k_acknowledge = name_table<AcknowledgeReading>({
    {AcknowledgeReading::yes, "yes"},
    {AcknowledgeReading::no, "no"},
    {AcknowledgeReading::hold, "hold"},
});

constexpr auto k_authentication = name_table<SenderAuthentication>({
    {SenderAuthentication::unknown, "unknown"},
    {SenderAuthentication::passed, "passed"},
    {SenderAuthentication::failed, "failed"},
});

}  // namespace

std::string_view to_string(MessageKind kind) {
  return k_kinds.name(kind);
}
std::optional<MessageKind> message_kind(std::string_view name) {
  return k_kinds.value(name);
}
std::string_view to_string(Flag flag) {
  return k_flags.name(flag);
}
std::string_view to_string(AcknowledgeReading reading) {
  return k_acknowledge.name(reading);
}
std::string_view to_string(SenderAuthentication authentication) {
  return k_authentication.name(authentication);
}

}  // namespace redress::domain
