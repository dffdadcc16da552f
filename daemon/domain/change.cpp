#include "daemon/domain/change.hpp"

#include "daemon/domain/names.hpp"

namespace redress::domain {
namespace {

constexpr auto k_message_states = name_table<MessageState>({
    {MessageState::journalled, "journalled"},
    {MessageState::recorded, "recorded"},
    {MessageState::held, "held"},
    {MessageState::duplicate, "duplicate"},
    {MessageState::quarantined, "quarantined"},
    {MessageState::history, "history"},
});

constexpr auto k_outbox_states = name_table<OutboxState>({
    {OutboxState::pending, "pending"},
    {OutboxState::sending, "sending"},
    {OutboxState::sent, "sent"},
    {OutboxState::unknown, "unknown"},
    {OutboxState::held, "held"},
    {OutboxState::failed, "failed"},
});

constexpr auto k_purposes = name_table<MailPurpose>({
    {MailPurpose::acknowledgement, "acknowledgement"},
    {MailPurpose::duty_alert, "duty_alert"},
    {MailPurpose::letter, "letter"},
    {MailPurpose::staff_letter, "staff_letter"},
    {MailPurpose::staff_notice, "staff_notice"},
});

constexpr auto k_notices = name_table<NoticeKind>({
    {NoticeKind::held, "held"},
    {NoticeKind::failed, "failed"},
    {NoticeKind::overdue, "overdue"},
    {NoticeKind::quarantined, "quarantined"},
    {NoticeKind::junk, "junk"},
    {NoticeKind::serious, "serious"},
    {NoticeKind::system, "system"},
});

constexpr auto k_statuses = name_table<CaseStatus>({
    {CaseStatus::received, "received"},
    {CaseStatus::acknowledged, "acknowledged"},
    {CaseStatus::triage, "triage"},
    {CaseStatus::investigating, "investigating"},
    {CaseStatus::awaiting_complainant, "awaiting_complainant"},
    {CaseStatus::responded, "responded"},
    {CaseStatus::closed, "closed"},
    {CaseStatus::escalated, "escalated"},
    {CaseStatus::final_, "final"},
});

constexpr auto k_deadlines = name_table<DeadlineKind>({
    {DeadlineKind::acknowledge, "acknowledge"},
    {DeadlineKind::contact, "contact"},
    {DeadlineKind::respond, "respond"},
    {DeadlineKind::act, "act"},
    {DeadlineKind::review, "review"},
});

}  // namespace

std::string_view to_string(MessageState state) {
  return k_message_states.name(state);
}
std::optional<MessageState> message_state(std::string_view name) {
  return k_message_states.value(name);
}
std::string_view to_string(OutboxState state) {
  return k_outbox_states.name(state);
}
std::optional<OutboxState> outbox_state(std::string_view name) {
  return k_outbox_states.value(name);
}
std::string_view to_string(MailPurpose purpose) {
  return k_purposes.name(purpose);
}
std::optional<MailPurpose> mail_purpose(std::string_view name) {
  return k_purposes.value(name);
}
std::string_view to_string(NoticeKind kind) {
  return k_notices.name(kind);
}
std::optional<NoticeKind> notice_kind(std::string_view name) {
  return k_notices.value(name);
}
std::string_view to_string(CaseStatus status) {
  return k_statuses.name(status);
}
std::optional<CaseStatus> case_status(std::string_view name) {
  return k_statuses.value(name);
}
std::string_view to_string(DeadlineKind kind) {
  return k_deadlines.name(kind);
}
std::optional<DeadlineKind> deadline_kind(std::string_view name) {
  return k_deadlines.value(name);
}

}  // namespace redress::domain
