#include "daemon/adapters/system/planned_faults.hpp"

#include "daemon/ports/store_failure.hpp"

#include <fmt/format.h>
#include <boost/asio/error.hpp>
#include <boost/system/system_error.hpp>

#include <charconv>
#include <chrono>
#include <csignal>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace redress::adapters {
namespace {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

struct Fault {
  std::string place;
  std::string action;
  std::chrono::milliseconds block{};
  int only{0};  // 0: every time
  int reached{0};
};

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

Result<Fault> parse_fault(std::string_view text) {
  const auto wrong = [&](std::string_view what) {
    return fail(ErrorCode::invalid_input,
                fmt::format("--fault {}: {}; write NAME=ACTION[@N]", text, what));
  };
  const auto equals = text.find('=');
  if (equals == std::string_view::npos) return wrong("no action");
  Fault fault;
  fault.place = text.substr(0, equals);
  if (!ports::is_fault_point(fault.place)) return wrong("no such place");
  auto action = text.substr(equals + 1);
  if (const auto at = action.find('@'); at != std::string_view::npos) {
    const auto only = number(action.substr(at + 1));
    if (!only || *only == 0) return wrong("no count after @");
    fault.only = *only;
    action = action.substr(0, at);
  }
  constexpr std::string_view k_block = "block:";
  if (action.starts_with(k_block)) {
    const auto milliseconds = number(action.substr(k_block.size()));
    if (!milliseconds) return wrong("no milliseconds after block:");
    fault.block = std::chrono::milliseconds{*milliseconds};
    action = "block";
  }
  for (const auto* known : {"kill", "stop", "full", "cut", "crash", "block"}) {
    if (action == known) fault.action = action;
  }
  if (fault.action.empty()) return wrong("no such action");
  return fault;
}

void strike(const Fault& fault) {
  if (fault.action == "kill") ::raise(SIGKILL);
  if (fault.action == "stop") ::raise(SIGSTOP);
  if (fault.action == "block") std::this_thread::sleep_for(fault.block);
  if (fault.action == "full") {
    throw ports::StoreFailure{ErrorCode::store_full, "no room (planned at " + fault.place + ")"};
  }
  if (fault.action == "cut") {
    throw boost::system::system_error{boost::asio::error::connection_reset, fault.place};
  }
  if (fault.action == "crash") throw std::runtime_error{"a planned bug at " + fault.place};
}

class PlannedFaults final : public ports::FaultPoints {
 public:
  explicit PlannedFaults(std::vector<Fault> faults) : faults_(std::move(faults)) {}

  void reach(std::string_view name) override {
    if (!ports::is_fault_point(name)) {
      throw std::logic_error{fmt::format("\"{}\" is missing in k_fault_points", name)};
    }
    std::optional<Fault> struck;
    {
      const std::lock_guard guard{mutex_};
      for (auto& fault : faults_) {
        if (fault.place != name) continue;
        ++fault.reached;
        if (fault.only == 0 || fault.reached == fault.only) struck = fault;
      }
    }
    if (struck) strike(*struck);
  }

 private:
  std::mutex mutex_;
  std::vector<Fault> faults_;
};

}  // namespace

Result<std::unique_ptr<ports::FaultPoints>> plan_faults(std::span<const std::string> plan) {
  std::vector<Fault> faults;
  for (const auto& text : plan) {
    auto fault = parse_fault(text);
    if (!fault) return fault.error();
    faults.push_back(std::move(*fault));
  }
  return std::unique_ptr<ports::FaultPoints>{std::make_unique<PlannedFaults>(std::move(faults))};
}

}  // namespace redress::adapters
