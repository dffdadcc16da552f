#pragma once

#include "daemon/adapters/system/file_handle.hpp"

#include <sys/types.h>
#include <string>

namespace redress::adapters {

/// Two ends of one line; writing to a broken one raises no signal, as with pipes it would.
struct ChildLine {
  FileHandle ours, theirs;
};
/// Throws std::system_error.
ChildLine make_child_line();

/// A started program that has its end of a line as its input and output, and nothing else: no
/// descriptor, no environment, no argument, and nobody hears its errors. Killed and reaped at the
/// latest when this goes.
class Child {
 public:
  Child(const std::string& program, const FileHandle& line);
  ~Child();
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  bool started() const { return error_ == 0; }
  /// Why it did not start, with its name.
  std::string why() const;
  /// Its status as waitpid gives it; blocks until it ends, so it has closed its output, or was
  /// killed.
  int wait();

 private:
  std::string program_;
  pid_t id_{-1};
  int error_{0};
  bool reaped_{false};
};

/// "its reader ended with status 3".
std::string child_ended_with(const std::string& who, int status);

}  // namespace redress::adapters
