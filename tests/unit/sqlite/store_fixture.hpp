#pragma once

#include "daemon/adapters/sqlite/register.hpp"
#include "daemon/adapters/sqlite/store.hpp"

#include <gtest/gtest.h>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <array>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <string>

namespace redress::tests {

/// A folder of its own for every test, gone with it.
class TempFolder {
 public:
  TempFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "redress-store-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("mkdtemp failed");
    path_ = name;
  }
  ~TempFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;

  std::string file(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

/// Tokens that are all different and always the same.
class CountingTokens final : public ports::TokenSource {
 public:
  std::string token(std::size_t characters) override {
    auto text = std::to_string(++count_);
    return std::string(characters > text.size() ? characters - text.size() : 0, 'a') + text;
  }
  double fraction() override { return 0.5; }

 private:
  int count_{0};
};

inline domain::Instant at(const char* text) {
  return domain::parse_rfc3339(text).value();
}
inline domain::CaseReference ref(const char* text) {
  return domain::CaseReference::parse(text).value();
}
inline domain::MailAddress mail(const char* text) {
  return domain::MailAddress::parse(text).value();
}

inline const domain::Instant k_now = at("2026-11-24T10:00:00Z");

/// A store in a file of its own, and a loop to run coroutines on.
class StoreTest : public ::testing::Test {
 protected:
  StoreTest() { reopen(); }

  std::string path() const { return folder_.file("redress.db"); }
  adapters::SqliteStore& store() { return *store_; }

  void close() { store_.reset(); }
  void reopen() {
    close();
    auto opened = adapters::open_store(path(), loop_.get_executor(), tokens_);
    if (!opened) throw std::runtime_error(opened.error().text);
    store_ = std::move(*opened);
  }

  /// Runs one coroutine to its end; throws what it throws.
  template <class T>
  T run(ports::Task<T> task) {
    std::exception_ptr failed;
    std::optional<T> value;
    boost::asio::co_spawn(loop_, std::move(task), [&](std::exception_ptr error, T result) {
      failed = error;
      if (!error) value.emplace(std::move(result));
    });
    finish();
    if (failed) std::rethrow_exception(failed);
    return std::move(value.value());
  }
  void run(ports::Task<void> task) {
    std::exception_ptr failed;
    boost::asio::co_spawn(loop_, std::move(task),
                          [&](std::exception_ptr error) { failed = error; });
    finish();
    if (failed) std::rethrow_exception(failed);
  }
  void finish() {
    loop_.run();
    loop_.restart();
  }

  /// The change in a transaction of its own.
  void apply(const domain::Change& change) { run(apply_and_commit(change)); }
  ports::Task<void> apply_and_commit(const domain::Change& change) {
    auto unit = co_await store().cases().begin();
    co_await unit->apply(change);
    co_await unit->commit();
  }
  domain::Snapshot snapshot(const domain::SnapshotQuery& query) {
    return run(take_snapshot(query));
  }
  ports::Task<domain::Snapshot> take_snapshot(const domain::SnapshotQuery& query) {
    auto unit = co_await store().cases().begin();
    co_return co_await unit->snapshot(query);
  }
  /// The error that storing it brings; fails the test where it brings none.
  domain::ErrorCode refused(const domain::Change& change) {
    try {
      apply(change);
    } catch (const adapters::StoreFailure& failure) {
      return failure.error().code;
    }
    ADD_FAILURE() << "the change was stored";
    return {};
  }

  std::unique_ptr<adapters::Register> reading() {
    auto opened = adapters::Register::open(path());
    if (!opened) throw std::runtime_error(opened.error().text);
    return std::move(*opened);
  }

  /// Opens INBOX of "comments" and journals messages with these UIDs; returns the folder.
  domain::MailboxId journal(std::initializer_list<std::uint32_t> uids) {
    const auto folder = open_inbox();
    std::vector<ports::FetchedMessage> messages;
    for (const auto uid : uids) messages.push_back(fetched(uid));
    run(store().journal().append(folder, messages, std::nullopt, k_now));
    return folder;
  }
  domain::MailboxId open_inbox() {
    return run(store().journal().open_folder("comments", "INBOX", ports::FolderUse::inbox, {7},
                                             k_now))
        .id;
  }
  static ports::FetchedMessage fetched(std::uint32_t uid) {
    auto bytes = "Subject: complaint " + std::to_string(uid) + "\r\n\r\nIt broke.\r\n";
    const auto size = bytes.size();
    return {.uid = {uid}, .internal_date = k_now, .size = size, .bytes = std::move(bytes)};
  }

  static domain::NewCase new_case(const char* reference) {
    return {.reference = ref(reference),
            .received = k_now,
            .complainant = {"Ann Other", mail("Ann@Example.net")},
            .mailbox = "comments"};
  }
  static domain::MessageVerdict verdict(std::int64_t message,
                                        domain::MessageKind kind = domain::MessageKind::complaint) {
    return {.message = {message},
            .kind = kind,
            .joined = std::nullopt,
            .message_id = {},
            .from = "Ann Other <Ann@Example.net>",
            .subject = "It broke",
            .received = k_now,
            .content_digest = {},
            .reading_json = "{}",
            .held_because = {}};
  }
  static domain::NewMail acknowledgement(const std::string& serial, const char* reference,
                                         const char* to = "Ann@Example.net") {
    return {.purpose = domain::MailPurpose::acknowledgement,
            .template_name = "acknowledgement",
            .reference = ref(reference),
            .serial = serial,
            .message_id = "ack." + serial + "@example.org",
            .envelope_from = mail("comments+b@example.org"),
            .to = mail(to),
            .bytes =
                "From: comments@example.org\r\nSubject: [EX-2026-000001] Your\r\n"
                " complaint\r\nTo: x\r\n\r\nThank you.\r\n",
            .not_before = k_now,
            .held_because = {}};
  }
  static domain::Deadline deadline(domain::DeadlineKind kind, const char* when) {
    return {.kind = kind, .stage = 1, .at = at(when), .clause = "2", .arithmetic = {}};
  }
  static domain::NewEvent event(const char* what, const char* personal = "") {
    return {.reference = std::nullopt,
            .message = std::nullopt,
            .at = k_now,
            .actor = "redressd",
            .what = what,
            .facts = "{}",
            .personal = personal};
  }
  /// A case that stands so, with exactly these promises open.
  static domain::CaseUpdate promising(const char* reference,
                                      const std::vector<domain::Deadline>& deadlines,
                                      domain::CaseStatus status = domain::CaseStatus::received) {
    domain::CaseEvent opened;
    opened.what = "case_opened";
    opened.facts = {{"received", "2026-11-24T09:00:00Z"}};
    opened.personal = {{"name", "Ann Other"}, {"address", "ann@example.net"}};
    domain::CaseUpdate update{domain::open_file(ref(reference), opened).value(), {}};
    update.file.status = status;
    for (const auto& one : deadlines) update.deadlines.push_back({one, std::nullopt, false});
    return update;
  }
  /// A complaint as it is opened: message 1 of the ledger, a case, a deadline, an acknowledgement.
  static domain::Change opening() {
    domain::Change change;
    change.new_case = new_case("EX-2026-000001");
    change.verdict = verdict(1);
    change.verdict->joined = ref("EX-2026-000001");
    change.verdict->message_id = "one@example.net";
    change.verdict->content_digest = "d1";
    change.updates.push_back(promising(
        "EX-2026-000001", {deadline(domain::DeadlineKind::acknowledge, "2026-11-26T17:00:00Z")}));
    change.mails.push_back(acknowledgement("s1", "EX-2026-000001"));
    change.events.push_back(
        event("case_opened", R"({"name":"Ann Other","address":"ann@example.net"})"));
    change.events.back().reference = ref("EX-2026-000001");
    change.events.back().facts = R"({"received":"2026-11-24T09:00:00Z"})";
    return change;
  }

  TempFolder folder_;
  CountingTokens tokens_;
  boost::asio::io_context loop_{1};
  std::unique_ptr<adapters::SqliteStore> store_;
};

}  // namespace redress::tests
