#include "daemon/adapters/sqlite/snapshot.hpp"

#include "daemon/domain/casework/fold.hpp"

#include <algorithm>
#include <set>

namespace redress::adapters {
namespace {

using domain::ErrorCode;

template <class Value>
Value read_back(domain::Result<Value> read) {
  if (read) return std::move(*read);
  throw StoreFailure{ErrorCode::store_damaged, "in the database: " + read.error().text};
}

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return text;
}

/// The case that one was put into, at the end of the way; itself where it was not.
std::int64_t merged_into(Connection& connection, std::int64_t id) {
  Query query{connection,
              "WITH RECURSIVE way (id) AS (VALUES (?) UNION SELECT c.merged_into FROM way"
              " JOIN complaint_case c ON c.id = way.id WHERE c.merged_into IS NOT NULL)"
              " SELECT w.id FROM way w JOIN complaint_case c ON c.id = w.id"
              " WHERE c.merged_into IS NULL"};
  return query.with(id).step() ? query.integer(0) : id;
}

std::optional<domain::CaseSnapshot> read_case(Connection& connection, std::int64_t first) {
  const auto id = merged_into(connection, first);
  Query people{connection,
               "SELECT address, name, role = 'complainant' FROM participant WHERE case_id = ?"
               " ORDER BY role = 'complainant' DESC, address_key"};
  people.with(id);
  if (!people.step() || people.integer(2) == 0) return std::nullopt;
  domain::Person complainant{people.text(1), stored_address(people.text(0))};
  std::vector<domain::MailAddress> participants{complainant.address};
  while (people.step()) participants.push_back(stored_address(people.text(0)));

  Query row{connection,
            "SELECT reference, status, stage, received, acknowledged_at IS NOT NULL, owner,"
            " coalesce((SELECT group_concat(address_key, ' ') FROM named_staff s"
            " WHERE s.case_id = c.id), '') FROM complaint_case c WHERE id = ?"};
  if (!row.with(id).step()) return std::nullopt;
  return domain::CaseSnapshot{.reference = stored_reference(row.text(0)),
                              .status = stored(domain::case_status(row.text(1))),
                              .stage = static_cast<int>(row.integer(2)),
                              .received = row.instant(3),
                              .complainant = std::move(complainant),
                              .participants = std::move(participants),
                              .acknowledged = row.integer(4) != 0,
                              .owner = row.text(5),
                              .kept_from = domain::addresses_of(row.text(6))};
}

std::vector<domain::CaseSnapshot> named_cases(Connection& connection,
                                              const std::vector<domain::CaseReference>& named) {
  std::vector<domain::CaseSnapshot> cases;
  for (const auto& reference : named) {
    Query query{connection, "SELECT id FROM complaint_case WHERE reference = ?"};
    if (!query.with(reference.str()).step()) continue;
    if (auto found = read_case(connection, query.integer(0))) cases.push_back(std::move(*found));
  }
  return cases;
}

std::vector<domain::CaseSnapshot> thread_cases(Connection& connection,
                                               const std::vector<std::string>& thread_ids) {
  std::vector<domain::CaseSnapshot> cases;
  std::set<std::int64_t> seen;
  for (const auto& message_id : thread_ids) {
    Query query{connection,
                "SELECT DISTINCT case_id FROM message WHERE message_id = ? AND case_id IS NOT NULL"
                " ORDER BY case_id"};
    query.with(message_id);
    while (query.step()) {
      if (!seen.insert(query.integer(0)).second) continue;
      if (auto found = read_case(connection, query.integer(0))) cases.push_back(std::move(*found));
    }
  }
  return cases;
}

std::optional<domain::EarlierMessage> same_content(Connection& connection,
                                                   const domain::SnapshotQuery& query) {
  if (query.content_digest.empty()) return std::nullopt;
  Query row{connection,
            "SELECT m.id, m.state, b.junk, c.reference FROM message m"
            " JOIN mailbox b ON b.id = m.mailbox_id"
            " LEFT JOIN complaint_case c ON c.id = m.case_id"
            " WHERE m.content_digest = ? AND m.id <> ? AND m.state <> 'quarantined'"
            " ORDER BY b.junk, m.id LIMIT 1"};
  if (!row.with(query.content_digest, query.message).step()) return std::nullopt;
  domain::EarlierMessage earlier{.message = {row.integer(0)},
                                 .state = stored(domain::message_state(row.text(1))),
                                 .from_junk = row.integer(2) != 0,
                                 .joined = std::nullopt};
  if (!row.null(3)) earlier.joined = stored_reference(row.text(3));
  return earlier;
}

/// The strongest measure that holds against the sender: no contact, then another's contact.
std::optional<domain::HeldMeasure> held_measure(Connection& connection,
                                                const domain::SnapshotQuery& query) {
  if (!query.sender) return std::nullopt;
  Query row{connection,
            "SELECT c.reference, r.effect, r.route_to FROM contact_restriction r"
            " JOIN complaint_case c ON c.id = r.case_id WHERE r.address_key = ?"
            " AND r.lifted IS NULL AND (r.last_day IS NULL OR r.last_day >= ?)"
            " AND r.effect <> 'none' ORDER BY CASE r.effect WHEN 'end-contact' THEN 0"
            " WHEN 'route-contact' THEN 1 ELSE 2 END, r.starts DESC LIMIT 1"};
  if (!row.with(query.sender->key(), domain::to_iso(query.today)).step()) return std::nullopt;
  domain::HeldMeasure measure{.reference = stored_reference(row.text(0)),
                              .effect = stored(domain::measure_effect(row.text(1))),
                              .route_to = std::nullopt};
  if (const auto to = row.text(2); !to.empty()) measure.route_to = stored_address(to);
  return measure;
}

std::optional<domain::SentMail> sent_mail(Query& row) {
  if (!row.step()) return std::nullopt;
  domain::SentMail mail{.mail = {row.integer(0)},
                        .purpose = stored(domain::mail_purpose(row.text(1))),
                        .state = stored(domain::outbox_state(row.text(2))),
                        .reference = std::nullopt,
                        .to = stored_address(row.text(3))};
  if (!row.null(4)) mail.reference = stored_reference(row.text(4));
  // Nobody can be told any more, and no promise to them is open.
  if (mail.to.key() == domain::k_erased_address) return std::nullopt;
  return mail;
}

std::optional<domain::SentMail> bounced(Connection& connection,
                                        const domain::SnapshotQuery& query) {
  if (query.bounce_serial) {
    Query row{connection,
              "SELECT o.id, o.purpose, o.state, o.recipient, c.reference FROM outbox o"
              " LEFT JOIN complaint_case c ON c.id = o.case_id WHERE o.serial = ?"};
    row.with(*query.bounce_serial);
    if (auto mail = sent_mail(row)) return mail;
  }
  for (const auto& message_id : query.bounced_message_ids) {
    Query row{connection,
              "SELECT o.id, o.purpose, o.state, o.recipient, c.reference FROM outbox o"
              " LEFT JOIN complaint_case c ON c.id = o.case_id WHERE o.message_id = ?"};
    row.with(message_id);
    if (auto mail = sent_mail(row)) return mail;
  }
  return std::nullopt;
}

}  // namespace

std::uint32_t next_case_number(Connection& connection, const std::string& prefix, int year) {
  Query last{connection, "SELECT max(number) FROM complaint_case WHERE prefix = ? AND year = ?"};
  last.with(upper(prefix), year);
  return last.step() && !last.null(0) ? static_cast<std::uint32_t>(last.integer(0)) + 1 : 1;
}

domain::MailAddress stored_address(const std::string& text) {
  return read_back(domain::MailAddress::parse(text));
}

domain::CaseReference stored_reference(const std::string& text) {
  return read_back(domain::CaseReference::parse(text));
}

domain::Snapshot read_snapshot(Connection& connection, const domain::SnapshotQuery& query,
                               AutomaticCounts& counts) {
  return {.named = named_cases(connection, query.named),
          .threads = thread_cases(connection, query.thread_ids),
          .same_content = same_content(connection, query),
          .bounced = bounced(connection, query),
          .automatic = counts.read(connection, query),
          .measure = held_measure(connection, query),
          .next_number = next_case_number(connection, query.prefix, query.year)};
}

}  // namespace redress::adapters
