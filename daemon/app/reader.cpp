#include "daemon/app/reader.hpp"

#include "daemon/app/documents.hpp"
#include "parsers/read_message.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace redress::app {
namespace {

ReadOutcome read_one(const ports::JournalledMessage& message, const Installation& house,
                     const domain::KeyRing& keys, ports::DocumentReader& documents,
                     ports::FaultPoints* faults) {
  try {
    ports::fault_point(faults, "message.read");
    const auto labels = house.vocabulary.labels();
    auto facts = parsers::read_message(message.bytes, {}, labels);
    read_documents(facts, documents, labels);
    return {message.id, read_journalled(message, facts, house, keys), {}};
  } catch (const std::exception& error) {
    // A bug in a parser must cost one message its reading, never the service.
    return {message.id, std::nullopt, error.what()};
  }
}

Enclosure open_one(const ports::JournalledMessage& message) {
  try {
    return enclosure_of(parsers::read_message(message.bytes, enclosing_limits()));
  } catch (const std::exception& error) {
    Enclosure broken;
    broken.broken = error.what();
    return broken;
  }
}

}  // namespace

Reader::Reader(const Installation& house, const domain::KeyRing& keys,
               ports::DocumentReader& documents, ports::FaultPoints* faults)
    : house_(house), keys_(keys), documents_(documents), faults_(faults) {}

Reader::~Reader() {
  thread_.join();
}

ports::Task<std::vector<ReadOutcome>> Reader::read(std::vector<ports::JournalledMessage> batch) {
  if (batch.empty()) co_return std::vector<ReadOutcome>{};
  auto work = [this, &batch]() -> ports::Task<std::vector<ReadOutcome>> {
    std::vector<ReadOutcome> outcomes;
    outcomes.reserve(batch.size());
    for (const auto& message : batch)
      outcomes.push_back(read_one(message, house_, keys_, documents_, faults_));
    co_return outcomes;
  };
  co_return co_await boost::asio::co_spawn(thread_, work(), boost::asio::use_awaitable);
}

ports::Task<Enclosure> Reader::open(const ports::JournalledMessage& message) {
  auto work = [&message]() -> ports::Task<Enclosure> { co_return open_one(message); };
  co_return co_await boost::asio::co_spawn(thread_, work(), boost::asio::use_awaitable);
}

}  // namespace redress::app
