#include "daemon/adapters/sqlite/store.hpp"
#include "daemon/adapters/sqlite/case_mails.hpp"

#include "daemon/adapters/sqlite/apply_change.hpp"
#include "daemon/adapters/sqlite/async_lock.hpp"
#include "daemon/adapters/sqlite/command_subject.hpp"
#include "daemon/adapters/sqlite/daily.hpp"
#include "daemon/adapters/sqlite/erasure.hpp"
#include "daemon/adapters/sqlite/history.hpp"
#include "daemon/adapters/sqlite/journal.hpp"
#include "daemon/adapters/sqlite/lock_file.hpp"
#include "daemon/adapters/sqlite/mailbox_copies.hpp"
#include "daemon/adapters/sqlite/manual_subject.hpp"
#include "daemon/adapters/sqlite/outbox.hpp"
#include "daemon/adapters/sqlite/reconciliation.hpp"
#include "daemon/adapters/sqlite/report_material.hpp"
#include "daemon/adapters/sqlite/snapshot.hpp"
#include "daemon/adapters/sqlite/staff_mail.hpp"
#include "daemon/adapters/sqlite/store_thread.hpp"

namespace redress::adapters {

/// Shared, because a unit of work in the frame of a coroutine that never ended is destroyed with
/// the io_context, which may be after the store.
struct SqliteStore::Core {
  Core(LockFile taken, std::unique_ptr<Connection> connection, boost::asio::any_io_executor loop,
       ports::TokenSource& source)
      : file_lock(std::move(taken)),
        lock(std::make_shared<AsyncLock>(std::move(loop))),
        tokens(source),
        thread(std::move(connection)) {}

  /// Gives the database back, also where somebody still holds a unit of work.
  void close() {
    thread.stop();
    file_lock.reset();
  }

  std::optional<LockFile> file_lock;
  std::shared_ptr<AsyncLock> lock;
  ports::TokenSource& tokens;
  StoreThread thread;

  /// One call on the store thread while nobody else writes.
  template <class Job, class Value = std::invoke_result_t<Job&, Connection&>>
  ports::Task<Value> alone(std::string_view doing, Job job) {
    const auto hold = co_await lock->acquire();
    co_return co_await thread.run(doing, std::move(job));
  }
};

namespace {

using ports::Task;
using Core = SqliteStore::Core;

void roll_back(Connection& connection) {
  if (connection.in_transaction()) connection.database().tryExec("ROLLBACK");
}

class SqliteJournal final : public ports::Journal {
 public:
  explicit SqliteJournal(Core& core) : core_(core) {}

  Task<ports::FolderRecord> open_folder(const std::string& mailbox, const std::string& folder,
                                        ports::FolderUse use, domain::UidValidity validity,
                                        domain::Instant now) override {
    co_return co_await core_.alone("open a folder's ledger", [&](Connection& connection) {
      return adapters::open_folder(connection, mailbox, folder, use, validity, now);
    });
  }

  Task<std::size_t> append(domain::MailboxId folder,
                           std::span<const ports::FetchedMessage> messages,
                           std::optional<domain::Instant> history_before,
                           domain::Instant now) override {
    co_return co_await core_.alone("journal mail", [&](Connection& connection) {
      return append_messages(connection, folder, messages, history_before, now);
    });
  }

  Task<ports::ImportCount> append_history(const ports::ImportBatch& batch,
                                          domain::Instant now) override {
    co_return co_await core_.alone("journal imported mail", [&](Connection& connection) {
      return adapters::append_history(connection, batch, now);
    });
  }

  Task<std::vector<ports::JournalledMessage>> unread(std::size_t count, std::size_t bytes,
                                                     domain::MessageRowId after) override {
    co_return co_await core_.alone("read journalled mail", [&](Connection& connection) {
      return unread_messages(connection, count, bytes, after);
    });
  }

  Task<std::vector<ports::WaitingCaseMail>> case_mails(std::size_t count,
                                                       std::size_t bytes) override {
    co_return co_await core_.alone("read ordered case mails", [&](Connection& connection) {
      return waiting_case_mails(connection, count, bytes);
    });
  }

  Task<void> quarantine(domain::MessageRowId message, const std::string& reason,
                        domain::Instant now) override {
    const auto salts = salts_for({quarantine_event(message, reason, now)}, core_.tokens);
    co_await core_.alone("quarantine a message", [&](Connection& connection) {
      quarantine_message(connection, message, reason, now, salts.front());
    });
  }

  Task<std::vector<domain::Uid>> to_mark(domain::MailboxId folder, std::size_t count) override {
    co_return co_await core_.alone("list mail to mark", [&](Connection& connection) {
      return uids_to_mark(connection, folder, count);
    });
  }

  Task<void> marked(domain::MailboxId folder, std::span<const domain::Uid> uids) override {
    co_await core_.alone("record marks",
                         [&](Connection& connection) { set_marked(connection, folder, uids); });
  }

  Task<void> polled(domain::MailboxId folder, domain::Instant now) override {
    co_await core_.alone("record a poll",
                         [&](Connection& connection) { set_polled(connection, folder, now); });
  }

  Task<std::vector<domain::Uid>> reconcile(domain::MailboxId folder,
                                           std::span<const domain::Uid> on_server,
                                           domain::Instant now) override {
    co_return co_await core_.alone("compare a folder", [&](Connection& connection) {
      return reconcile_folder(connection, folder, on_server, now);
    });
  }

  Task<std::vector<std::pair<std::string, std::string>>> not_reconciled_since(
      domain::Instant since) override {
    co_return co_await core_.alone("look for folders to compare", [&](Connection& connection) {
      return folders_to_reconcile(connection, since);
    });
  }

  Task<void> trouble(const std::string& mailbox, const std::string& text,
                     domain::Instant now) override {
    co_await core_.alone("record a mailbox's state", [&](Connection& connection) {
      set_trouble(connection, mailbox, text, now);
    });
  }

 private:
  Core& core_;
};

class SqliteUnitOfWork final : public ports::UnitOfWork {
 public:
  SqliteUnitOfWork(std::shared_ptr<Core> core, AsyncLock::Hold hold)
      : core_(std::move(core)), hold_(std::move(hold)) {}

  ~SqliteUnitOfWork() override {
    // The lock may be released at once: whoever gets it posts its BEGIN behind this.
    if (open_) core_->thread.post(roll_back);
  }

  Task<domain::Snapshot> snapshot(const domain::SnapshotQuery& query) override {
    co_return co_await core_->thread.run("read the cases", [&](Connection& connection) {
      return read_snapshot(connection, query, counts_);
    });
  }

  Task<domain::ManualSubject> manual_subject(const domain::ManualOrder& order) override {
    co_return co_await core_->thread.run("read a row", [&](Connection& connection) {
      return read_manual_subject(connection, order);
    });
  }

  Task<ports::CommandSubject> command_subject(const ports::CommandQuery& query) override {
    co_return co_await core_->thread.run("read a case", [&](Connection& connection) {
      return read_command_subject(connection, query);
    });
  }

  Task<std::optional<domain::CaseFile>> case_file(const domain::CaseReference& reference) override {
    co_return co_await core_->thread.run("read a case", [&](Connection& connection) {
      return read_case_file(connection, reference);
    });
  }

  Task<std::optional<domain::IssuedMail>> issued_mail(const std::string& serial,
                                                      domain::Instant now) override {
    co_return co_await core_->thread.run("read a mail to staff", [&](Connection& connection) {
      return read_issued_mail(connection, serial, now);
    });
  }

  Task<std::optional<std::string>> mail_bytes(domain::OutboxId mail) override {
    co_return co_await core_->thread.run(
        "read a letter", [&](Connection& connection) { return read_mail_bytes(connection, mail); });
  }

  Task<std::optional<std::string>> raw_message(domain::MessageRowId message) override {
    co_return co_await core_->thread.run("read a message", [&](Connection& connection) {
      return read_raw_message(connection, message);
    });
  }

  Task<std::optional<domain::PendingOrders>> pending_orders(const std::string& serial) override {
    co_return co_await core_->thread.run("read commands that wait", [&](Connection& connection) {
      return read_pending_orders(connection, serial);
    });
  }

  Task<void> apply(const domain::Change& change) override {
    const auto salts = salts_for(change.events, core_->tokens);
    co_await core_->thread.run("store a change", [&](Connection& connection) {
      apply_change(connection, change, salts);
      counts_.add(change);
    });
  }

  Task<void> commit() override {
    co_await core_->thread.run("commit", [](Connection& connection) {
      require_transaction(connection);
      connection.exec("COMMIT");
    });
    open_ = false;
    hold_ = {};
  }

 private:
  std::shared_ptr<Core> core_;
  AsyncLock::Hold hold_;
  AutomaticCounts counts_;  // of the store thread
  bool open_{true};
};

class SqliteCases final : public ports::Cases {
 public:
  explicit SqliteCases(std::shared_ptr<Core> core) : core_(std::move(core)) {}

  Task<std::unique_ptr<ports::UnitOfWork>> begin() override {
    auto hold = co_await core_->lock->acquire();
    co_await core_->thread.run("begin a transaction",
                               [](Connection& connection) { connection.exec("BEGIN IMMEDIATE"); });
    co_return std::make_unique<SqliteUnitOfWork>(core_, std::move(hold));
  }

 private:
  std::shared_ptr<Core> core_;
};

class SqliteOutbox final : public ports::Outbox {
 public:
  explicit SqliteOutbox(Core& core) : core_(core) {}

  Task<std::vector<ports::DueMail>> claim(domain::Instant now, std::size_t count) override {
    co_return co_await core_.alone("claim due mail", [&](Connection& connection) {
      return claim_mail(connection, now, count);
    });
  }
  Task<std::size_t> recover() override {
    co_return co_await core_.alone("recover the outbox", recover_mail);
  }
  Task<std::optional<domain::Instant>> next_due() override {
    co_return co_await core_.alone("look for what is due", next_due_time);
  }
  Task<std::vector<ports::OverdueDeadline>> overdue(domain::Instant now) override {
    co_return co_await core_.alone("look for what is overdue", [&](Connection& connection) {
      return overdue_deadlines(connection, now);
    });
  }
  Task<std::vector<ports::UntoldNotice>> untold() override {
    co_return co_await core_.alone("read notices", untold_notices);
  }

 private:
  Core& core_;
};

class SqlitePersonalData final : public ports::PersonalData {
 public:
  explicit SqlitePersonalData(Core& core) : core_(core) {}

  Task<ports::ErasureCount> erase(const ports::ErasureOrder& order, domain::Instant now) override {
    Erasure erasure{order, core_.tokens.token(k_salt_characters), now};
    while (co_await core_.alone("erase personal data",
                                [&](Connection& connection) { return erasure.step(connection); })) {
    }
    co_return erasure.count();
  }

  Task<std::vector<std::string>> mailboxes_with_copies() override {
    co_return co_await core_.alone("look for copies to erase", adapters::mailboxes_with_copies);
  }
  Task<std::vector<ports::MailboxCopy>> copies_to_erase(const std::string& mailbox,
                                                        std::size_t count) override {
    co_return co_await core_.alone("list copies to erase", [&](Connection& connection) {
      return adapters::copies_to_erase(connection, mailbox, count);
    });
  }
  Task<void> copies_found(std::span<const domain::MessageRowId> messages) override {
    co_await core_.alone("note copies that go",
                         [&](Connection& connection) { set_copies_found(connection, messages); });
  }
  Task<void> settle_copies(std::span<const domain::MessageRowId> messages,
                           ports::CopyOutcome outcome,
                           const std::optional<domain::NewNotice>& notice,
                           domain::Instant now) override {
    co_await core_.alone("settle copies", [&](Connection& connection) {
      adapters::settle_copies(connection, messages, outcome, notice, now);
    });
  }

 private:
  Core& core_;
};

class SqliteReports final : public ports::Reports {
 public:
  explicit SqliteReports(Core& core) : core_(core) {}

  Task<bool> is_noted(const std::string& key) override {
    co_return co_await core_.alone("look for a notice", [&](Connection& connection) {
      return adapters::is_noted(connection, key);
    });
  }
  Task<std::optional<domain::Instant>> in_use_since() override {
    co_return co_await core_.alone("look at the mailboxes", adapters::in_use_since);
  }
  Task<domain::Result<domain::Report>> report(domain::House house, domain::ReportPeriod period,
                                              domain::ReportDetail detail,
                                              domain::Instant now) override {
    co_return co_await core_.alone("count for a report", [&](Connection& connection) {
      return domain::make_report(read_report_material(connection), house, period, detail, now);
    });
  }

 private:
  Core& core_;
};

class SqliteDaily final : public ports::Daily {
 public:
  explicit SqliteDaily(Core& core) : core_(core) {}

  Task<bool> is_done(domain::Date day, domain::Instant now) override {
    co_return co_await core_.alone("look for the mails of a day", [&](Connection& connection) {
      return is_daily_done(connection, day, now);
    });
  }
  Task<std::size_t> take_back(domain::Instant before, domain::Instant now) override {
    co_return co_await core_.alone("take back daily mails", [&](Connection& connection) {
      return take_back_daily(connection, before, now);
    });
  }
  Task<domain::HouseDay> read(const domain::DayQuery& query,
                              const std::function<void(const domain::DayRow&)>& each) override {
    co_return co_await core_.alone("read what is open", [&](Connection& connection) {
      return read_day(connection, query, each);
    });
  }

 private:
  Core& core_;
};

}  // namespace

SqliteStore::SqliteStore(std::shared_ptr<Core> core)
    : core_(std::move(core)),
      journal_(std::make_unique<SqliteJournal>(*core_)),
      cases_(std::make_unique<SqliteCases>(core_)),
      outbox_(std::make_unique<SqliteOutbox>(*core_)),
      personal_data_(std::make_unique<SqlitePersonalData>(*core_)),
      reports_(std::make_unique<SqliteReports>(*core_)),
      daily_(std::make_unique<SqliteDaily>(*core_)) {}

SqliteStore::~SqliteStore() {
  core_->close();
}

domain::Result<std::unique_ptr<SqliteStore>> open_store(const std::string& path,
                                                        boost::asio::any_io_executor loop,
                                                        ports::TokenSource& tokens) {
  auto lock = LockFile::take(lock_path(path));
  if (!lock) return lock.error();
  auto connection = Connection::open(path, Connection::Mode::read_write);
  if (!connection) return connection.error();
  return std::make_unique<SqliteStore>(
      std::make_shared<Core>(std::move(*lock), std::move(*connection), std::move(loop), tokens));
}

}  // namespace redress::adapters
