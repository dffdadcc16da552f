#pragma once

#include <string_view>

/// Stable ids of everything logged at warning and above; config/messages.md explains each to an
/// operator: what it means, why it comes, what to do.
namespace redress::app::log_id {

inline constexpr std::string_view k_mailbox_trouble = "R101";
inline constexpr std::string_view k_mailbox_login = "R102";
inline constexpr std::string_view k_mailbox_back = "R103";
inline constexpr std::string_view k_validity_changed = "R104";
inline constexpr std::string_view k_mark_failed = "R105";
inline constexpr std::string_view k_mailbox_unread = "R106";
inline constexpr std::string_view k_missing = "R107";
inline constexpr std::string_view k_crowded = "R108";
inline constexpr std::string_view k_copy_left = "R109";
inline constexpr std::string_view k_quarantined = "R201";
inline constexpr std::string_view k_held = "R202";
inline constexpr std::string_view k_overdue = "R203";
inline constexpr std::string_view k_serious = "R204";
inline constexpr std::string_view k_send_deferred = "R301";
inline constexpr std::string_view k_send_failed = "R302";
inline constexpr std::string_view k_send_unknown = "R303";
inline constexpr std::string_view k_nobody_to_tell = "R304";
inline constexpr std::string_view k_smtp_trouble = "R305";
inline constexpr std::string_view k_smtp_back = "R306";
inline constexpr std::string_view k_store_failed = "R401";
inline constexpr std::string_view k_store_damaged = "R402";
inline constexpr std::string_view k_calendar_ends = "R501";
inline constexpr std::string_view k_key_made = "R502";
inline constexpr std::string_view k_reloaded = "R503";
inline constexpr std::string_view k_reload_refused = "R504";
inline constexpr std::string_view k_stopped_short = "R505";
inline constexpr std::string_view k_no_documents = "R506";
inline constexpr std::string_view k_unstaffed = "R507";
inline constexpr std::string_view k_no_chart = "R508";
inline constexpr std::string_view k_duty_failed = "R509";

}  // namespace redress::app::log_id
