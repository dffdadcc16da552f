#include "daemon/adapters/system/document_child.hpp"

#include "daemon/adapters/system/child_process.hpp"
#include "daemon/adapters/system/file_handle.hpp"
#include "daemon/adapters/system/layout.hpp"

#include <fmt/format.h>

#include <poll.h>
#include <sys/socket.h>
#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

namespace redress::adapters {
namespace {

using domain::ErrorCode;
using Clock = std::chrono::steady_clock;

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

class DocumentChild final : public ports::DocumentReader {
 public:
  DocumentChild(std::string program, DocumentChildLimits limits)
      : program_(std::move(program)), limits_(limits) {}

  domain::Result<std::string> read(std::string_view document) override {
    const auto end = Clock::now() + limits_.time;
    auto line = make_child_line();
    Child child{program_, line.theirs};
    if (!child.started()) return domain::fail(ErrorCode::settings, child.why());
    line.theirs = FileHandle{-1};  // so that its end is seen
    auto answer = Exchange{document, line.ours, limits_.answer_bytes}.run(end);
    if (!answer) return answer;
    if (const int status = child.wait(); status != 0) {
      return domain::fail(ErrorCode::invalid_input, child_ended_with("its reader", status));
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
