#include "daemon/adapters/system/document_child.hpp"

#include "daemon/adapters/system/file_handle.hpp"
#include "daemon/adapters/system/layout.hpp"

#include <fmt/format.h>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace redress::adapters {
namespace {

using domain::ErrorCode;
using Clock = std::chrono::steady_clock;

/// Two ends of one line; writing to a broken one raises no signal, as with pipes it would.
struct Line {
  FileHandle ours, theirs;
};

Line make_line() {
  int ends[2] = {-1, -1};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
    throw std::system_error(errno, std::generic_category(), "socketpair");
  }
  return {FileHandle{ends[0]}, FileHandle{ends[1]}};
}

/// What posix_spawn does in the child before the program begins.
class FileActions {
 public:
  FileActions() { check(::posix_spawn_file_actions_init(&actions_)); }
  ~FileActions() { ::posix_spawn_file_actions_destroy(&actions_); }
  FileActions(const FileActions&) = delete;
  FileActions& operator=(const FileActions&) = delete;

  void give(int descriptor, int as) {
    check(::posix_spawn_file_actions_adddup2(&actions_, descriptor, as));
  }
  void give_nothing(int as) {
    check(::posix_spawn_file_actions_addopen(&actions_, as, "/dev/null", O_WRONLY, 0));
  }
  /// Not every library marks its sockets to be closed.
  void close_from(int first) {
    check(::posix_spawn_file_actions_addclosefrom_np(&actions_, first));
  }
  const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  static void check(int error) {
    if (error != 0) throw std::system_error(error, std::generic_category(), "posix_spawn");
  }
  posix_spawn_file_actions_t actions_{};
};

/// A started child; killed and reaped at the latest when this goes.
class Child {
 public:
  Child(const std::string& program, int line) {
    FileActions actions;
    actions.give(line, STDIN_FILENO);
    actions.give(line, STDOUT_FILENO);
    actions.give_nothing(STDERR_FILENO);  // it would print what a stranger's file made it say
    actions.close_from(STDERR_FILENO + 1);
    std::string name = program;
    char* const arguments[] = {name.data(), nullptr};
    char* const environment[] = {nullptr};
    error_ = ::posix_spawn(&id_, program.c_str(), actions.get(), nullptr, arguments, environment);
  }
  ~Child() {
    if (!started() || reaped_) return;
    ::kill(id_, SIGKILL);
    wait();
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  bool started() const { return error_ == 0; }
  std::string why() const { return std::strerror(error_); }

  /// Its status as waitpid gives it. It closed its output, or was killed.
  int wait() {
    int status = 0;
    while (::waitpid(id_, &status, 0) < 0 && errno == EINTR) {
    }
    reaped_ = true;
    return status;
  }

 private:
  pid_t id_{-1};
  int error_{0};
  bool reaped_{false};
};

/// Gives a child its document and takes its answer, both as far as the line takes and has.
class Exchange {
 public:
  Exchange(std::string_view document, const FileHandle& line, std::size_t answer_bytes)
      : rest_(document), line_(line), answer_bytes_(answer_bytes) {}

  /// The whole answer.
  domain::Result<std::string> run(Clock::time_point end) {
    while (true) {
      const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now());
      if (left.count() <= 0) return domain::fail(ErrorCode::timed_out, "it took too long");
      const int wanted = POLLIN | (given_ ? 0 : POLLOUT);
      pollfd ready{line_.get(), static_cast<short>(wanted), 0};
      if (::poll(&ready, 1, static_cast<int>(left.count())) < 0 && errno != EINTR) {
        throw std::system_error(errno, std::generic_category(), "poll");
      }
      if ((ready.revents & POLLOUT) != 0) give();
      if ((ready.revents & ~POLLOUT) != 0 && !take()) return std::move(answer_);
      if (answer_.size() > answer_bytes_) {
        return domain::fail(ErrorCode::invalid_input, "it gave out too much");
      }
    }
  }

 private:
  void give() {
    const auto given = ::send(line_.get(), rest_.data(), rest_.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
    if (given > 0) rest_.remove_prefix(static_cast<std::size_t>(given));
    const bool broken = given < 0 && errno != EAGAIN && errno != EINTR;
    given_ = broken || rest_.empty();  // broken: it wants no more, and its status says why
    if (given_) ::shutdown(line_.get(), SHUT_WR);
  }

  /// False: there is no more.
  bool take() {
    constexpr std::size_t k_step = 64U << 10U;
    const auto before = answer_.size();
    answer_.resize(before + k_step);
    const auto got = ::recv(line_.get(), answer_.data() + before, k_step, MSG_DONTWAIT);
    answer_.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    return got > 0 || (got < 0 && (errno == EAGAIN || errno == EINTR));
  }

  std::string_view rest_;
  const FileHandle& line_;
  std::size_t answer_bytes_;
  std::string answer_;
  bool given_{false};
};

std::string ended_with(int status) {
  if (WIFSIGNALED(status)) return fmt::format("its reader ended by signal {}", WTERMSIG(status));
  return fmt::format("its reader ended with status {}", WEXITSTATUS(status));
}

class DocumentChild final : public ports::DocumentReader {
 public:
  DocumentChild(std::string program, DocumentChildLimits limits)
      : program_(std::move(program)), limits_(limits) {}

  domain::Result<std::string> read(std::string_view document) override {
    const auto end = Clock::now() + limits_.time;
    auto line = make_line();
    Child child{program_, line.theirs.get()};
    if (!child.started()) {
      return domain::fail(ErrorCode::settings,
                          fmt::format("cannot start {}: {}", program_, child.why()));
    }
    line.theirs = FileHandle{-1};  // so that its end is seen
    auto answer = Exchange{document, line.ours, limits_.answer_bytes}.run(end);
    if (!answer) return answer;
    if (const int status = child.wait(); status != 0) {
      return domain::fail(ErrorCode::invalid_input, ended_with(status));
    }
    return answer;
  }

 private:
  std::string program_;
  DocumentChildLimits limits_;
};

}  // namespace

std::unique_ptr<ports::DocumentReader> create_document_child(std::string program,
                                                             DocumentChildLimits limits) {
  return std::make_unique<DocumentChild>(std::move(program), limits);
}

std::unique_ptr<ports::DocumentReader> installed_document_reader() {
  const auto share = share_folder();
  if (!share) return create_document_child("redress-extract");
  const auto installed = std::filesystem::path{*share}.parent_path().parent_path();
  return create_document_child(installed / "libexec" / "redress" / "redress-extract");
}

}  // namespace redress::adapters
