#include "daemon/ctl/against_corrections.hpp"

#include "daemon/adapters/system/document_child.hpp"
#include "daemon/adapters/system/system_files.hpp"
#include "daemon/app/incoming.hpp"
#include "daemon/app/reading_json.hpp"
#include "daemon/ctl/read_mail.hpp"
#include "daemon/ctl/reading_view.hpp"
#include "daemon/ctl/register_view.hpp"
#include "parsers/classify/classify.hpp"

#include <fmt/format.h>

namespace redress::ctl {
namespace {

class Comparison {
 public:
  Comparison(Tool& tool, const app::Installation& house, adapters::Register& store)
      : tool_(tool), house_(house), store_(store) {
    adapters::SystemFiles files;
    // Without the keys no reference counts as ours; that is told by the reading itself.
    if (auto keys = app::load_keys(house.settings, files, nullptr)) keys_ = std::move(*keys);
  }

  void run() {
    const auto corrections = store_.corrections();
    for (const auto& one : corrections) compare(one);
    if (agreed_ != compared_) tool_.exit = Exit::not_so;
    if (tool_.json) return;
    fmt::print("{} of {} messages are read today as they were corrected\n", agreed_, compared_);
    if (compared_ != static_cast<int>(corrections.size())) {
      fmt::print("{} have no bytes any more\n",
                 corrections.size() - static_cast<std::size_t>(compared_));
    }
  }

 private:
  void compare(const adapters::CorrectionRow& row) {
    const auto bytes = store_.raw(row.message);
    if (!bytes) return;
    const auto facts = read_mail(*bytes, *documents_, house_.vocabulary.labels());
    const auto reading = parsers::classify(
        facts, app::reading_context(house_, row.mailbox, keys_ ? &*keys_ : nullptr));
    const bool agrees = reading.kind == row.kind;
    ++compared_;
    if (agrees) ++agreed_;
    if (tool_.json) {
      nlohmann::ordered_json line{{"id", row.message.value},
                                  {"corrected", domain::to_string(row.kind)},
                                  {"read_as", domain::to_string(row.read_as)},
                                  {"agrees", agrees}};
      line.update(app::reading_json(reading));
      Tool::print_json(line);
    } else if (!agrees) {
      print_reading(fmt::format("message {}: is {}, was read as {}", row.message.value,
                                domain::to_string(row.kind), domain::to_string(row.read_as)),
                    reading, {});
    }
  }

  Tool& tool_;
  const app::Installation& house_;
  adapters::Register& store_;
  std::optional<domain::KeyRing> keys_;
  std::unique_ptr<ports::DocumentReader> documents_{adapters::installed_document_reader()};
  int compared_{0};
  int agreed_{0};
};

}  // namespace

void classify_against_corrections(Tool& tool) {
  with_register(tool, [&tool](const auto& house, auto& store) {
    Comparison{tool, house, store}.run();
  });
}

}  // namespace redress::ctl
