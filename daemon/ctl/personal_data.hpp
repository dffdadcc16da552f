#pragma once

#include "daemon/adapters/sqlite/person_records.hpp"
#include "daemon/ctl/tool.hpp"

#include <functional>
#include <optional>
#include <string>

namespace redress::ctl {

/// Has an order about personal data carried out (app/erasure_desk.hpp): by the running daemon, or
/// directly in the store where none runs. Returns what was erased, as JSON; nothing for a listing.
domain::Result<std::string> order_erasure(const Tool& tool, const app::Installation& house,
                                          const std::string& verb, const nlohmann::json& detail);

/// Opens what is held, where the settings say that the store is, and works on it; says what went
/// wrong otherwise.
void with_person_file(
    Tool& tool, const std::function<void(const app::Installation&, adapters::PersonFile&)>& work);

/// How many of these messages have a copy on the mail server that goes too; nothing where they
/// stay.
std::optional<std::size_t> copies_that_go(const app::Installation& house,
                                          adapters::PersonFile& file,
                                          const adapters::ErasureScope& scope);

/// "1 case", "3 messages".
std::string counted(std::size_t count, std::string_view one, std::string_view many);

/// What was erased (order_erasure) and where it may still be, for a person; or one line of JSON,
/// with `more` before it.
void print_erased(const Tool& tool, nlohmann::ordered_json more, const std::string& done);

}  // namespace redress::ctl
