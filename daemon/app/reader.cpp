#include "daemon/app/reader.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace redress::app {
namespace {

ReadOutcome read_one(const ports::JournalledMessage& message, const config::Settings& settings,
                     const domain::KeyRing& keys, ports::FaultPoints* faults) {
  try {
    ports::fault_point(faults, "message.read");
    return {message.id, read_journalled(message, settings, keys), {}};
  } catch (const std::exception& error) {
    // A bug in a parser must cost one message its reading, never the service.
    return {message.id, std::nullopt, error.what()};
  }
}

}  // namespace

Reader::Reader(const config::Settings& settings, const domain::KeyRing& keys,
               ports::FaultPoints* faults)
    : settings_(settings), keys_(keys), faults_(faults) {}

Reader::~Reader() {
  thread_.join();
}

ports::Task<std::vector<ReadOutcome>> Reader::read(std::vector<ports::JournalledMessage> batch) {
  auto work = [this, &batch]() -> ports::Task<std::vector<ReadOutcome>> {
    std::vector<ReadOutcome> outcomes;
    outcomes.reserve(batch.size());
    for (const auto& message : batch)
      outcomes.push_back(read_one(message, settings_, keys_, faults_));
    co_return outcomes;
  };
  co_return co_await boost::asio::co_spawn(thread_, work(), boost::asio::use_awaitable);
}

}  // namespace redress::app
