#include "daemon/adapters/sqlite/automatic_counts.hpp"

namespace redress::adapters {
namespace {

int count(Query& query) {
  return query.step() ? static_cast<int>(query.integer(0)) : 0;
}

// What is held or failed does not count: it was not sent, and may never be. Such mails are few, and
// an index has them; the rest is counted without a look at the rows.

int to_address(Connection& connection, const std::string& key, domain::Instant since) {
  Query query{connection,
              "SELECT count(*) FROM outbox INDEXED BY outbox_recipient WHERE"
              " purpose = 'acknowledgement' AND recipient_key = ? AND created > ?"
              " AND state NOT IN ('held', 'failed')"};
  return count(query.with(key, since));
}

int to_domain(Connection& connection, std::string_view domain, domain::Instant since) {
  Query query{connection,
              "SELECT (SELECT count(*) FROM outbox INDEXED BY outbox_domain WHERE"
              " purpose = 'acknowledgement' AND recipient_domain = ?1 AND created > ?2)"
              " - (SELECT count(*) FROM outbox INDEXED BY outbox_unfinished WHERE"
              " state <> 'sent' AND state IN ('held', 'failed') AND purpose = 'acknowledgement'"
              " AND recipient_domain = ?1 AND created > ?2)"};
  return count(query.with(domain, since));
}

int to_all(Connection& connection, domain::Instant since) {
  Query query{connection,
              "SELECT (SELECT count(*) FROM outbox INDEXED BY outbox_created WHERE"
              " purpose = 'acknowledgement' AND created > ?1)"
              " - (SELECT count(*) FROM outbox INDEXED BY outbox_unfinished WHERE"
              " state <> 'sent' AND state IN ('held', 'failed') AND purpose = 'acknowledgement' "
              "AND created > ?1)"};
  return count(query.with(since));
}

bool counted(const domain::NewMail& mail) {
  return mail.purpose == domain::MailPurpose::acknowledgement &&
         mail.state != domain::OutboxState::held && mail.state != domain::OutboxState::failed;
}

}  // namespace

domain::AutomaticCounts AutomaticCounts::read(Connection& connection,
                                              const domain::SnapshotQuery& query) {
  const std::tuple windows{query.now, query.domain_window, query.total_window};
  if (windows_ != windows) *this = {};
  windows_ = windows;
  domain::AutomaticCounts counts;
  if (query.sender) {
    counts.to_address =
        to_address(connection, query.sender->key(), query.now - query.address_window);
    const auto domain = query.sender->domain_key();
    auto known = domains_.find(domain);
    if (known == domains_.end()) {
      const auto number = to_domain(connection, domain, query.now - query.domain_window);
      known = domains_.emplace(domain, number).first;
    }
    counts.to_domain = known->second;
  }
  if (!total_) total_ = to_all(connection, query.now - query.total_window);
  counts.total = *total_;
  return counts;
}

void AutomaticCounts::add(const domain::Change& change) {
  if (!change.released.empty() || !change.released_messages.empty() || !change.held.empty() ||
      !change.deliveries.empty()) {
    *this = {};  // mails that were there have begun to count, or ceased to
    return;
  }
  for (const auto& mail : change.mails) {
    if (!counted(mail)) continue;
    if (total_) ++*total_;
    if (auto known = domains_.find(mail.to.domain_key()); known != domains_.end()) {
      ++known->second;
    }
  }
}

}  // namespace redress::adapters
