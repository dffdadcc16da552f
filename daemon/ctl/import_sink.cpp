#include "daemon/ctl/import_sink.hpp"

#include "daemon/adapters/control/control_socket.hpp"
#include "daemon/adapters/control/import_client.hpp"
#include "daemon/adapters/sqlite/editor.hpp"
#include "daemon/app/import_desk.hpp"
#include "daemon/ctl/tool.hpp"

#include <chrono>
#include <utility>

namespace redress::ctl {
namespace {

using domain::ErrorCode;
using domain::Result;

class DaemonSink final : public ImportSink {
 public:
  explicit DaemonSink(std::unique_ptr<adapters::ImportClient> client)
      : client_(std::move(client)) {}
  Result<ports::ImportCount> add(ports::ImportBatch& batch) override {
    return client_->send(batch);
  }
  bool daemon_runs() const override { return true; }

 private:
  std::unique_ptr<adapters::ImportClient> client_;
};

class StoreSink final : public ImportSink {
 public:
  StoreSink(std::unique_ptr<adapters::Editor> editor, domain::KeyRing keys)
      : editor_(std::move(editor)), keys_(std::move(keys)) {}
  Result<ports::ImportCount> add(ports::ImportBatch& batch) override {
    for (auto& message : batch.messages) {
      message.digest = app::import_digest(keys_, message.bytes);
    }
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    return editor_->add(batch, now);
  }
  bool daemon_runs() const override { return false; }

 private:
  std::unique_ptr<adapters::Editor> editor_;
  domain::KeyRing keys_;
};

}  // namespace

Result<std::unique_ptr<ImportSink>> open_import_sink(const app::Installation& house) {
  const auto& settings = house.settings;
  auto client = adapters::ImportClient::connect(adapters::control_link(settings.store_path));
  if (client) return std::make_unique<DaemonSink>(std::move(*client));
  if (client.error().code != ErrorCode::not_found) return client.error();
  auto editor = adapters::Editor::open(settings.store_path, {});  // each batch names its actor
  if (!editor) return editor.error();
  auto files = files_of(settings);
  auto keys = app::load_keys(settings, files, nullptr);
  if (!keys) {
    return domain::fail(keys.error().code,
                        keys.error().text + "; or start redressd, and import through it");
  }
  return std::make_unique<StoreSink>(std::move(*editor), std::move(*keys));
}

}  // namespace redress::ctl
