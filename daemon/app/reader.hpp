#pragma once

#include "daemon/app/enclosure.hpp"
#include "daemon/app/incoming.hpp"
#include "daemon/ports/document_reader.hpp"
#include "daemon/ports/fault_points.hpp"
#include "daemon/ports/task.hpp"

#include <boost/asio/thread_pool.hpp>

#include <exception>
#include <memory>
#include <vector>

namespace redress::app {

/// A message of a batch, read, or what broke while reading it.
struct ReadOutcome {
  domain::MessageRowId id;
  std::optional<ReadMail> read;
  std::string broken;  ///< what was thrown, where `read` is absent
};

/// The reader thread: guard, MIME and classification of hostile bytes happen there, and the wait
/// for the children that read documents, so that the loop never waits for them. Loop thread only;
/// what it is made of outlives it.
class Reader {
 public:
  Reader(const Installation& house, const domain::KeyRing& keys, ports::DocumentReader& documents,
         ports::FaultPoints* faults);
  ~Reader();
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  /// Reads a batch in order. Not cancellable: bounded by the parsers' and the children's limits.
  ports::Task<std::vector<ReadOutcome>> read(std::vector<ports::JournalledMessage> batch);
  /// What staff are shown of a message. Not cancellable, likewise.
  ports::Task<Enclosure> open(const ports::JournalledMessage& message);

 private:
  const Installation& house_;
  const domain::KeyRing& keys_;
  ports::DocumentReader& documents_;
  ports::FaultPoints* faults_;
  boost::asio::thread_pool thread_{1};
};

}  // namespace redress::app
