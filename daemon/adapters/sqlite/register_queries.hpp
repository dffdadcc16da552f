#pragma once

#include "daemon/adapters/sqlite/connection.hpp"
#include "daemon/adapters/sqlite/register_rows.hpp"

namespace redress::adapters {

/// The rows of the register, each read from the columns that its query names. Host failures throw.

std::vector<CaseRow> read_cases(Connection& connection);
std::vector<RestrictionRow> read_restrictions(Connection& connection);
std::optional<CaseRow> read_case_row(Connection& connection, const std::string& reference);
std::vector<domain::Person> read_participants(Connection& connection, const std::string& reference);
std::vector<MessageRow> read_messages(Connection& connection,
                                      std::optional<domain::MessageState> state);
std::vector<MessageRow> read_case_messages(Connection& connection, const std::string& reference);
std::optional<MessageRow> read_message_row(Connection& connection, domain::MessageRowId id);
std::vector<OutboxRow> read_outbox(Connection& connection,
                                   const std::optional<std::string>& reference);
std::vector<MessageRow> read_messages_of(Connection& connection,
                                         const domain::MailAddress& complainant);
std::vector<EventRow> read_case_events(Connection& connection, const std::string& reference);
std::vector<DueRow> read_case_deadlines(Connection& connection, const std::string& reference);
std::vector<DueRow> read_open_deadlines(Connection& connection, std::size_t count);

}  // namespace redress::adapters
