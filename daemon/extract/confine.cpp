#include "daemon/extract/confine.hpp"

#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <memory>
#include <system_error>

namespace redress::extract {
namespace {

/// Reading what was given, writing the answer, memory, and what the C library does by itself.
constexpr std::array k_allowed{
    SCMP_SYS(read),         SCMP_SYS(write),        SCMP_SYS(close),
    SCMP_SYS(fstat),        SCMP_SYS(newfstatat),   SCMP_SYS(lseek),
    SCMP_SYS(munmap),       SCMP_SYS(mremap),       SCMP_SYS(brk),
    SCMP_SYS(madvise),      SCMP_SYS(futex),        SCMP_SYS(clock_gettime),
    SCMP_SYS(gettimeofday), SCMP_SYS(getrandom),    SCMP_SYS(getpid),
    SCMP_SYS(gettid),       SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn), SCMP_SYS(tgkill),       SCMP_SYS(exit),
    SCMP_SYS(exit_group),   SCMP_SYS(sysinfo),      SCMP_SYS(sched_yield)};

void check(int error, const char* what) {
  if (error != 0) throw std::system_error(-error, std::generic_category(), what);
}

void limit(__rlimit_resource what, rlim_t to) {
  const rlimit both{to, to};
  if (::setrlimit(what, &both) != 0) check(-errno, "setrlimit");
}

struct Release {
  void operator()(void* filter) const { seccomp_release(filter); }
};

/// Everything else fails as if it were not permitted, so that libraries that only try go on.
void filter_system_calls() {
  const std::unique_ptr<void, Release> filter{seccomp_init(SCMP_ACT_ERRNO(EPERM))};
  if (filter == nullptr) check(-ENOMEM, "seccomp");
  for (const int call : k_allowed) {
    check(seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 0), "seccomp");
  }
  const scmp_arg_cmp not_executable{
      .arg = 2, .op = SCMP_CMP_MASKED_EQ, .datum_a = PROT_EXEC, .datum_b = 0};
  for (const int call : {SCMP_SYS(mmap), SCMP_SYS(mprotect)}) {
    check(seccomp_rule_add_array(filter.get(), SCMP_ACT_ALLOW, call, 1, &not_executable),
          "seccomp");
  }
  check(seccomp_load(filter.get()), "seccomp");
}

}  // namespace

void confine(const Confinement& to) {
  limit(RLIMIT_CORE, 0);  // its memory holds what somebody complained of
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_CPU, to.cpu_seconds);
  limit(RLIMIT_AS, to.memory_bytes);
  if (::prctl(PR_SET_DUMPABLE, 0) != 0) check(-errno, "prctl");
  filter_system_calls();
}

}  // namespace redress::extract
