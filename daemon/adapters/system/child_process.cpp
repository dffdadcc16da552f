#include "daemon/adapters/system/child_process.hpp"

#include <fmt/format.h>

#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <system_error>

namespace redress::adapters {
namespace {

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

}  // namespace

ChildLine make_child_line() {
  int ends[2] = {-1, -1};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
    throw std::system_error(errno, std::generic_category(), "socketpair");
  }
  return {FileHandle{ends[0]}, FileHandle{ends[1]}};
}

Child::Child(const std::string& program, const FileHandle& line) : program_(program) {
  FileActions actions;
  actions.give(line.get(), STDIN_FILENO);
  actions.give(line.get(), STDOUT_FILENO);
  actions.give_nothing(STDERR_FILENO);  // it would print what a stranger's file made it say
  actions.close_from(STDERR_FILENO + 1);
  std::string name = program;
  char* const arguments[] = {name.data(), nullptr};
  char* const environment[] = {nullptr};
  error_ = ::posix_spawn(&id_, program.c_str(), actions.get(), nullptr, arguments, environment);
}

Child::~Child() {
  if (!started() || reaped_) return;
  ::kill(id_, SIGKILL);
  wait();
}

std::string Child::why() const {
  return fmt::format("cannot start {}: {}", program_, std::strerror(error_));
}

int Child::wait() {
  int status = 0;
  while (::waitpid(id_, &status, 0) < 0 && errno == EINTR) {
  }
  reaped_ = true;
  return status;
}

std::string child_ended_with(const std::string& who, int status) {
  if (WIFSIGNALED(status)) return fmt::format("{} ended by signal {}", who, WTERMSIG(status));
  return fmt::format("{} ended with status {}", who, WEXITSTATUS(status));
}

}  // namespace redress::adapters
