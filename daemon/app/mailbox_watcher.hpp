#pragma once

#include "daemon/app/office.hpp"
#include "daemon/app/reconciler.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace redress::app {

/// Watches one folder of one mailbox over a connection of its own: journals what is new, marks what
/// is decided, waits for more. Trouble with one never delays another. The folders of junk and of
/// sent mail are looked at only while the mailbox works, so that a server that refuses us is
/// knocked at once a try.
class MailboxWatcher {
 public:
  MailboxWatcher(Office& office, const config::MailboxSettings& mailbox, ServerHealth& health,
                 ports::FolderUse use)
      : office_(office), mailbox_(mailbox), health_(health), use_(use) {}

  /// Until the office stops. Cancellable while it waits.
  ports::Task<void> run();
  /// Connects, takes everything that is there, and keeps the connection. Nothing to do for a
  /// special folder where the server has none or the mailbox itself cannot be read.
  ports::Task<domain::Result<void>> take();
  /// Marks what was decided since, and leaves.
  ports::Task<domain::Result<void>> leave();
  /// Name of the mailbox, with the folder once that is known.
  std::string label() const;
  /// What it watches; nothing before the folder is known, and where there is none.
  std::optional<WatchedFolder> watched() const;

 private:
  bool is_special() const { return use_ != ports::FolderUse::inbox; }
  ports::Task<domain::Result<void>> connect();
  ports::Task<domain::Result<bool>> choose_folder();
  ports::Task<domain::Result<void>> fetch_new();
  using Batch = std::span<const ports::ListedMessage>;
  using Fetched = std::vector<ports::FetchedMessage>;
  ports::Task<domain::Result<Fetched>> fetch(Batch batch);
  ports::Task<void> append(Batch batch, const Fetched& fetched);
  ports::Task<domain::Result<void>> fetch_batches(const std::vector<ports::ListedMessage>& listed);
  ports::Task<domain::Result<std::size_t>> mark_done();
  ports::Task<domain::Result<bool>> erase_copies();
  ports::Task<domain::Result<void>> take_folder();
  ports::Task<domain::Result<void>> make_room();
  ports::Task<domain::Result<void>> watch();
  ports::Task<domain::Result<void>> attempt();
  bool looks_crowded(const domain::Error& error) const;
  void note_crowded();
  void hang_up();
  ports::Task<void> note_trouble(const std::string& text);
  ports::Task<void> pause_after(const domain::Error& error);

  Office& office_;
  const config::MailboxSettings& mailbox_;
  ServerHealth& health_;  ///< of the mailbox; its inbox says how it fares
  ports::FolderUse use_;
  /// Counts the folder among those of its server that are being read.
  class Presence {
   public:
    explicit Presence(int& count) : count_(&count) { ++*count_; }
    ~Presence() { --*count_; }
    Presence(const Presence&) = delete;
    Presence& operator=(const Presence&) = delete;

   private:
    int* count_;
  };

  std::unique_ptr<ports::MailSource> source_;
  std::optional<Presence> presence_;  ///< while connected
  std::string folder_;                ///< empty until chosen
  bool absent_{false};                ///< the server has no such special folder
  ports::FolderStatus status_;
  ports::FolderRecord record_;
  domain::Uid next_;  ///< what to list from
  int failures_{0};
  std::chrono::steady_clock::time_point erase_from_{};  ///< not before that
};

}  // namespace redress::app
