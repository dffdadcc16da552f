#pragma once

#include "daemon/domain/result.hpp"
#include "daemon/ports/imports.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// How messages of files go to the running daemon: batches, one after the other on one connection.
///
///   {"verb":"import","mailbox":"comments","messages":2}
///   {"date":"2019-03-01T10:15:00Z","size":812,"length":812}     and 812 bytes
///   {"date":"2019-03-02T11:00:00Z","size":90000,"length":4096}  and 4096 bytes: cut
///
/// answered, when all of it is durable, by {"ok":true,"added":1,"known":1}, or by
/// {"ok":false,"code","text"}: then nothing of the batch was stored and the connection ends.
namespace redress::adapters {

inline constexpr std::size_t k_import_messages = 200;
/// A batch that has so many bytes takes no further message.
inline constexpr std::size_t k_import_bytes = 8U << 20U;
/// Of one message: what [limits] message_size may be at most.
inline constexpr std::size_t k_import_message = 1U << 30U;

struct ImportRequest {
  std::string mailbox;
  std::size_t messages{};
};
struct ImportHead {
  domain::Instant date;
  std::uint64_t size{};
  std::size_t length{};
};

/// Whether that line asks for an import, well-formed or not.
bool is_import(std::string_view line);

/// Lines, with their line ends.
std::string request_line(const ports::ImportBatch& batch);
std::string head_line(const ports::HistoricMessage& message);
std::string answer_line(const domain::Result<ports::ImportCount>& answer);

/// What they say. Nothing where that is no such line, or it goes over a limit.
std::optional<ImportRequest> read_request(std::string_view line);
std::optional<ImportHead> read_head(std::string_view line);
/// Errors: what the daemon says; protocol.
domain::Result<ports::ImportCount> read_answer(std::string_view line);

}  // namespace redress::adapters
