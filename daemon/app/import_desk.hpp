#pragma once

#include "daemon/app/office.hpp"
#include "daemon/ports/imports.hpp"

#include <string>
#include <string_view>

namespace redress::app {

/// By what an import knows a message again: a keyed digest of its bytes. Line ends do not count,
/// for the same message has others in a Maildir than in an mbox.
std::string import_digest(const domain::KeyRing& keys, std::string_view bytes);

/// Takes messages of files into the journal of the running daemon, as history; fills in their
/// digests. Errors: not_found (no such mailbox), server_busy (the daemon stops), and the store's.
ports::Task<domain::Result<ports::ImportCount>> take_history(Office& office,
                                                             ports::ImportBatch& batch);

}  // namespace redress::app
