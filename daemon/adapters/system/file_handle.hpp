#pragma once

#include <fcntl.h>
#include <unistd.h>

#include <string_view>
#include <utility>

namespace redress::adapters {

/// An open file descriptor; closed with the object. False where open(2) failed.
class FileHandle {
 public:
  explicit FileHandle(int file) : file_(file) {}
  FileHandle(FileHandle&& other) noexcept : file_(std::exchange(other.file_, -1)) {}
  FileHandle& operator=(FileHandle&& other) noexcept {
    std::swap(file_, other.file_);
    return *this;
  }
  FileHandle(const FileHandle&) = delete;
  FileHandle& operator=(const FileHandle&) = delete;
  ~FileHandle() {
    if (file_ >= 0) ::close(file_);
  }

  explicit operator bool() const { return file_ >= 0; }
  int get() const { return file_; }
  /// Somebody else closes it.
  int release() { return std::exchange(file_, -1); }

 private:
  int file_;
};

/// Writes the text whole, however many calls that takes. False: errno says why.
bool write_all(int file, std::string_view text);

}  // namespace redress::adapters
