#pragma once

#include "daemon/app/installation.hpp"
#include "daemon/domain/result.hpp"
#include "daemon/ports/imports.hpp"

#include <memory>

namespace redress::ctl {

/// Where imported messages go.
class ImportSink {
 public:
  virtual ~ImportSink() = default;
  /// All of a batch, durable when it returns, or nothing of it.
  virtual domain::Result<ports::ImportCount> add(ports::ImportBatch& batch) = 0;
  /// A daemon reads them at once; else the next one that runs does.
  virtual bool daemon_runs() const = 0;
};

/// The running daemon, through its control socket; or the store itself, under the daemon's lock,
/// where none runs. Errors: not_found (no database yet), conflict (somebody else writes it),
/// not_allowed, settings (the key cannot be read here).
domain::Result<std::unique_ptr<ImportSink>> open_import_sink(const app::Installation& house);

}  // namespace redress::ctl
