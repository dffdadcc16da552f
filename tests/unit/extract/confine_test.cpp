// What the reader of documents gives up. Each case is tried in a process of its own, which ends
// with 0 where it was refused; built without sanitizers, which the limit of memory would stop.

#include "daemon/extract/confine.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <functional>
#include <ostream>

namespace redress::extract {
namespace {

constexpr std::size_t k_page = 4096;

[[noreturn]] void confined(const std::function<bool()>& refused) {
  confine();
  ::_exit(refused() ? 0 : 1);
}

bool not_permitted(long result) {
  return result == -1 && errno == EPERM;
}

struct Case {
  const char* name;
  std::function<bool()> refused;
};

void PrintTo(const Case& one, std::ostream* out) {
  *out << one.name;
}

class Confined : public testing::TestWithParam<Case> {};

TEST_P(Confined, IsRefused) {
  EXPECT_EXIT(confined(GetParam().refused), testing::ExitedWithCode(0), "");
}

bool executable_memory_is_refused() {
  void* memory = ::mmap(nullptr, k_page, PROT_READ | PROT_WRITE | PROT_EXEC,
                        MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return memory == MAP_FAILED && errno == EPERM;
}

bool turning_memory_into_code_is_refused() {
  void* memory =
      ::mmap(nullptr, k_page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return memory != MAP_FAILED && not_permitted(::mprotect(memory, k_page, PROT_READ | PROT_EXEC));
}

INSTANTIATE_TEST_SUITE_P(
    Means, Confined,
    testing::Values(
        Case{"ReadingAFile", [] { return not_permitted(::open("/etc/passwd", O_RDONLY)); }},
        Case{"WritingAFile",
             [] { return not_permitted(::open("/tmp", O_TMPFILE | O_RDWR, 0600)); }},
        Case{"RemovingAFile", [] { return not_permitted(::unlink("/nothing")); }},
        Case{"ASocket", [] { return not_permitted(::socket(AF_INET, SOCK_STREAM, 0)); }},
        Case{"ALocalSocket", [] { return not_permitted(::socket(AF_UNIX, SOCK_STREAM, 0)); }},
        Case{"AProcess", [] { return not_permitted(::fork()); }},
        Case{"AProgram", [] { return not_permitted(::execl("/bin/true", "true", nullptr)); }},
        Case{"ASignal", [] { return not_permitted(::kill(::getppid(), 0)); }},
        Case{"ExecutableMemory", executable_memory_is_refused},
        Case{"MemoryTurnedIntoCode", turning_memory_into_code_is_refused}),
    [](const auto& test) { return test.param.name; });

bool too_much_memory_is_refused() {
  constexpr std::size_t k_much = std::size_t{1} << 30U;
  return ::mmap(nullptr, k_much, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) ==
             MAP_FAILED &&
         errno == ENOMEM;
}

TEST(Confine, MemoryIsLimited) {
  EXPECT_EXIT(confined(too_much_memory_is_refused), testing::ExitedWithCode(0), "");
}

TEST(Confine, WhatItNeedsStillWorks) {
  const auto works = [] {
    const char byte = 'x';
    int line[2] = {-1, -1};
    void* memory =
        ::mmap(nullptr, k_page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    const bool written = ::write(STDOUT_FILENO, &byte, 0) == 0;
    return written && memory != MAP_FAILED && not_permitted(::pipe(line));
  };
  EXPECT_EXIT(confined(works), testing::ExitedWithCode(0), "");
}

TEST(Confine, ALoopWithoutEndIsKilled) {
  const auto loop = [] {
    confine({.memory_bytes = std::size_t{1} << 30U, .cpu_seconds = 1});
    for (volatile unsigned turns = 0;; turns = turns + 1) {
    }
  };
  EXPECT_EXIT(loop(), testing::KilledBySignal(SIGKILL), "");
}

TEST(Confine, ItsLimitsCannotBeRaised) {
  const auto raise = [] {
    const rlimit more{RLIM_INFINITY, RLIM_INFINITY};
    return not_permitted(::setrlimit(RLIMIT_AS, &more));
  };
  EXPECT_EXIT(confined(raise), testing::ExitedWithCode(0), "");
}

}  // namespace
}  // namespace redress::extract
