#include "daemon/adapters/sqlite/erasure_scope.hpp"

#include "daemon/adapters/sqlite/compression.hpp"
#include "daemon/adapters/sqlite/senders.hpp"
#include "daemon/domain/case.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <set>

namespace redress::adapters {
namespace {

using domain::MailAddress;

constexpr std::size_t k_date_size = 10;  // of "2026-11-24T10:00:00Z"

// A message that was erased has neither bytes nor sender nor Message-ID; a mail has no bytes.
#define REDRESS_MESSAGE_IS_WHOLE                      \
  "(m.sender IS NOT NULL OR m.message_id IS NOT NULL" \
  " OR EXISTS (SELECT 1 FROM raw_message r WHERE r.message_id = m.id))"
#define REDRESS_MAIL_IS_WHOLE "EXISTS (SELECT 1 FROM outbox_bytes b WHERE b.outbox_id = o.id)"

/// Gathers what is in scope, each row once.
class Finding {
 public:
  Finding(Connection& connection, domain::Instant now)
      : connection_(connection), today_(domain::to_rfc3339(now).substr(0, k_date_size)) {}

  void own_cases(const MailAddress& person);
  void shared_cases(const MailAddress& person);
  void old_cases(domain::Instant before);
  void messages_from(const MailAddress& person);
  void forms_of(const MailAddress& person);
  void unread_from(const MailAddress& person);
  void mails_to(const MailAddress& person);
  void old_messages(domain::Instant before);
  void old_mails(domain::Instant before);
  /// Of the messages gathered so far.
  void message_events();
  void mentions(const MailAddress& person);
  ErasureScope done();

 private:
  void add_case(ErasureScope::Case found, const std::string& status);
  bool measure_holds(std::int64_t id);
  void add_message(std::int64_t id, const std::string& state);
  void add_mail(std::int64_t id, const std::string& state);
  void payloads(Query& query, const MailAddress* person);

  Connection& connection_;
  std::string today_;
  ErasureScope scope_;
  std::set<std::int64_t> messages_, mails_, events_;
};

void Finding::add_message(std::int64_t id, const std::string& state) {
  if (!messages_.insert(id).second) return;
  if (state == "held" || state == "quarantined") {
    scope_.waiting.push_back(fmt::format("message {} ({})", id, state));
  }
}

void Finding::add_mail(std::int64_t id, const std::string& state) {
  mails_.insert(id);
  if (state == "sending") scope_.sending = true;
}

/// With a person: only payloads whose address is the person's.
void Finding::payloads(Query& query, const MailAddress* person) {
  while (query.step()) {
    if (person != nullptr) {
      const auto read = nlohmann::json::parse(query.text(1), nullptr, false);
      const auto address = read.is_object() ? read.find("address") : read.end();
      if (address == read.end() || !address->is_string()) continue;
      if (ascii_lower(address->get<std::string>()) != person->key()) continue;
    }
    events_.insert(query.integer(0));
  }
}

bool Finding::measure_holds(std::int64_t id) {
  Query query{connection_,
              "SELECT 1 FROM contact_restriction WHERE case_id = ? AND lifted IS NULL"
              " AND (last_day IS NULL OR last_day >= ?)"};
  return query.with(id, today_).step();
}

void Finding::add_case(ErasureScope::Case found, const std::string& status) {
  const auto named = domain::case_status(status);
  found.open = !named || is_open(*named);
  if (found.open) scope_.waiting.push_back(fmt::format("{} ({})", found.reference, status));
  if (measure_holds(found.id)) {
    scope_.waiting.push_back(
        fmt::format("{} (a measure holds against the person)", found.reference));
  }
  {
    Query query{connection_,
                "SELECT m.id, m.state FROM message m WHERE m.case_id = ? AND"
                " m.state <> 'journalled' AND " REDRESS_MESSAGE_IS_WHOLE};
    query.with(found.id);
    while (query.step()) add_message(query.integer(0), query.text(1));
  }
  {
    Query query{
        connection_,
        "SELECT o.id, o.state FROM outbox o WHERE o.case_id = ? AND " REDRESS_MAIL_IS_WHOLE};
    query.with(found.id);
    while (query.step()) add_mail(query.integer(0), query.text(1));
  }
  {
    Query query{connection_,
                "SELECT id, personal FROM event WHERE personal IS NOT NULL AND (reference = ?"
                " OR message_id IN (SELECT m.id FROM message m WHERE m.case_id = ?))"};
    payloads(query.with(found.reference, found.id), nullptr);
  }
  scope_.cases.push_back(std::move(found));
}

void Finding::own_cases(const MailAddress& person) {
  Query query{connection_,
              "SELECT c.id, c.reference, c.status FROM participant p JOIN complaint_case c"
              " ON c.id = p.case_id WHERE p.address_key = ? AND p.role = 'complainant'"
              " ORDER BY c.id"};
  query.with(person.key());
  while (query.step()) add_case({query.integer(0), query.text(1), false}, query.text(2));
}

void Finding::shared_cases(const MailAddress& person) {
  {
    Query query{connection_,
                "SELECT c.id, c.reference FROM participant p JOIN complaint_case c"
                " ON c.id = p.case_id WHERE p.address_key = ? AND p.role <> 'complainant'"
                " ORDER BY c.id"};
    query.with(person.key());
    while (query.step()) scope_.shared.push_back({query.integer(0), query.text(1), false});
  }
  for (const auto& one : scope_.shared) {
    Query query{connection_,
                "SELECT id, personal FROM event WHERE personal IS NOT NULL AND reference = ?"};
    payloads(query.with(one.reference), &person);
  }
}

void Finding::old_cases(domain::Instant before) {
  Query query{connection_,
              "SELECT c.id, c.reference, c.status FROM complaint_case c"
              " WHERE c.status IN ('closed', 'final') AND c.received < ?1"
              " AND NOT EXISTS (SELECT 1 FROM event e WHERE e.reference = c.reference"
              " AND e.at >= ?1)"
              " AND NOT EXISTS (SELECT 1 FROM message m WHERE m.case_id = c.id"
              " AND (m.journalled_at >= ?1 OR coalesce(m.received, m.internal_date) >= ?1"
              " OR m.state IN ('journalled', 'held', 'quarantined')))"
              " AND NOT EXISTS (SELECT 1 FROM deadline d WHERE d.case_id = c.id"
              " AND d.state = 'open')"
              " AND NOT EXISTS (SELECT 1 FROM contact_restriction x WHERE x.case_id = c.id"
              " AND x.lifted IS NULL AND (x.last_day IS NULL OR x.last_day >= ?2))"
              " AND EXISTS (SELECT 1 FROM participant p WHERE p.case_id = c.id"
              " AND p.role = 'complainant') ORDER BY c.id"};
  query.with(before, today_);
  while (query.step()) add_case({query.integer(0), query.text(1), false}, query.text(2));
}

void Finding::messages_from(const MailAddress& person) {
  Query query{connection_,
              "SELECT m.id, m.state, m.sender FROM message m WHERE m.sender IS NOT NULL"
              " AND m.state <> 'journalled' AND instr(lower(m.sender), ?) > 0"};
  query.with(person.key());
  while (query.step()) {
    if (sender_address(query.text(2)) == person.key()) add_message(query.integer(0), query.text(1));
  }
}

/// Messages of no case that a web site's form wrote for the person.
void Finding::forms_of(const MailAddress& person) {
  Query query{connection_,
              "SELECT m.id, m.state, r.json FROM message m JOIN reading r ON r.message_id = m.id"
              " WHERE m.case_id IS NULL AND m.state <> 'journalled'"
              " AND instr(lower(r.json), ?) > 0"};
  query.with(person.key());
  const nlohmann::json::json_pointer email{"/form/fields/email"};
  while (query.step()) {
    const auto read = nlohmann::json::parse(query.text(2), nullptr, false);
    if (!read.is_object() || !read.contains(email) || !read[email].is_string()) continue;
    if (ascii_lower(read[email].get<std::string>()) == person.key()) {
      add_message(query.integer(0), query.text(1));
    }
  }
}

/// What is in quarantine was never read: its bytes alone tell who wrote it.
void Finding::unread_from(const MailAddress& person) {
  Query query{connection_,
              "SELECT m.id, m.state, r.length, r.zstd FROM message m"
              " JOIN raw_message r ON r.message_id = m.id"
              " WHERE m.state IN ('held', 'quarantined') AND m.state = 'quarantined'"};
  while (query.step()) {
    const auto raw = decompress(query.blob(3), static_cast<std::size_t>(query.integer(2)));
    if (is_from(raw, person.key())) add_message(query.integer(0), query.text(1));
  }
}

void Finding::mails_to(const MailAddress& person) {
  Query query{connection_, "SELECT o.id, o.state FROM outbox o WHERE o.recipient_key = ?"};
  query.with(person.key());
  while (query.step()) add_mail(query.integer(0), query.text(1));
}

void Finding::old_messages(domain::Instant before) {
  Query query{connection_,
              "SELECT m.id, m.state FROM message m WHERE m.case_id IS NULL"
              " AND m.state IN ('recorded', 'duplicate', 'history')"
              " AND coalesce(m.received, m.internal_date) < ? AND " REDRESS_MESSAGE_IS_WHOLE};
  query.with(before);
  while (query.step()) add_message(query.integer(0), query.text(1));
}

void Finding::old_mails(domain::Instant before) {
  Query query{connection_,
              "SELECT o.id, o.state FROM outbox o WHERE o.case_id IS NULL AND o.state = 'sent'"
              " AND o.created < ? AND " REDRESS_MAIL_IS_WHOLE};
  query.with(before);
  while (query.step()) add_mail(query.integer(0), query.text(1));
}

void Finding::mentions(const MailAddress& person) {
  Query query{connection_,
              "SELECT id FROM event WHERE personal IS NOT NULL AND instr(lower(personal), ?) > 0"};
  query.with(person.key());
  while (query.step()) {
    if (!events_.contains(query.integer(0))) ++scope_.mentions;
  }
}

void Finding::message_events() {
  for (const auto id : messages_) {
    Query query{connection_, "SELECT id FROM event WHERE personal IS NOT NULL AND message_id = ?"};
    query.with(id);
    while (query.step()) events_.insert(query.integer(0));
  }
}

ErasureScope Finding::done() {
  scope_.messages.assign(messages_.begin(), messages_.end());
  scope_.mails.assign(mails_.begin(), mails_.end());
  scope_.events.assign(events_.begin(), events_.end());
  return std::move(scope_);
}

}  // namespace

ErasureScope scope_of_person(Connection& connection, const MailAddress& person,
                             domain::Instant now) {
  Finding finding{connection, now};
  finding.own_cases(person);
  finding.shared_cases(person);
  finding.messages_from(person);
  finding.forms_of(person);
  finding.unread_from(person);
  finding.mails_to(person);
  finding.message_events();
  finding.mentions(person);
  return finding.done();
}

ErasureScope scope_older_than(Connection& connection, domain::Instant before, domain::Instant now) {
  Finding finding{connection, now};
  finding.old_cases(before);
  finding.old_messages(before);
  finding.old_mails(before);
  finding.message_events();
  return finding.done();
}

}  // namespace redress::adapters
