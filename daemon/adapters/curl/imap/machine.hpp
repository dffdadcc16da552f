#pragma once

#include "daemon/adapters/curl/imap/command.hpp"
#include "daemon/adapters/curl/imap/framer.hpp"
#include "daemon/adapters/curl/imap/response.hpp"
#include "daemon/domain/result.hpp"

#include <cstdint>
#include <deque>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace redress::adapters::imap {

/// What the selected folder told, kept up to date by whatever arrives.
struct FolderState {
  std::optional<domain::UidValidity> validity;
  std::optional<domain::UidValidity> other_validity;  ///< told later, and not the same
  std::optional<domain::Uid> next;
  std::uint32_t exists{};
  std::vector<std::string> flags;
  std::optional<std::vector<std::string>> permanent_flags;
  bool read_only{};
  bool news{};  ///< EXISTS came since `news` was last cleared
};

/// The protocol without a network: commands in, bytes out; bytes in, responses out (RFC 9051).
/// Several commands may be under way. Never blocks, never throws for what a peer sends.
class Machine {
 public:
  explicit Machine(const Limits& limits = {}) : limits_(limits), framer_(limits) {}

  /// Queues a command and returns its tag. Parts after a synchronising literal, and commands after
  /// them, wait for the server's "+".
  std::string start(const Command& command);
  /// Ends IDLE (RFC 2177).
  void done();
  /// SELECT begins: what was known of a folder no longer holds.
  void forget_folder() { folder_ = {}; }
  /// The bytes that may be sent now; each is given once.
  std::string take_output();

  /// Takes bytes off the front until one response is whole, and notes what it tells. Nothing: more
  /// bytes are needed. Error: protocol; the connection is then of no use.
  domain::Result<std::optional<Response>> next(std::string_view& bytes);

  bool can(std::string_view capability) const { return capabilities_.contains(capability); }
  bool knows_capabilities() const { return !capabilities_.empty(); }
  FolderState& folder() { return folder_; }
  const FolderState& folder() const { return folder_; }
  const std::optional<StatusText>& bye() const { return bye_; }
  void keep_literals(std::size_t bytes) { framer_.keep_literals(bytes); }

 private:
  struct Chunk {
    std::string tag;
    std::string bytes;
    bool waits{};  // for "+", before it is sent
  };
  domain::Result<void> note(Response& response);
  domain::Result<void> note_tagged(const Tagged& tagged);
  void note_continuation(Response& response);
  void note_code(const StatusText& status);
  void set_capabilities(const std::vector<std::string>& names);

  Limits limits_;
  Framer framer_;
  std::set<std::string, std::less<>> capabilities_;
  FolderState folder_;
  std::optional<StatusText> bye_;
  std::set<std::string, std::less<>> under_way_;
  std::deque<Chunk> output_;
  std::uint32_t last_tag_{};
};

}  // namespace redress::adapters::imap
