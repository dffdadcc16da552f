#include "daemon/adapters/curl/imap_folders.hpp"

#include "daemon/adapters/curl/imap/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

namespace redress::adapters {
namespace {

using domain::ErrorCode;
using domain::fail;
using domain::Result;
using imap::Condition;
using imap::Folder;
using ports::Task;

constexpr std::size_t k_most_folders = 20'000;

struct CommonName {
  std::string_view use;
  std::string_view name;  // of the last level
};
/// Best first within a use.
constexpr std::array k_common_names{
    CommonName{"\\Junk", "Junk"},        CommonName{"\\Junk", "Spam"},
    CommonName{"\\Junk", "Junk E-mail"}, CommonName{"\\Junk", "Junk Email"},
    CommonName{"\\Junk", "Bulk Mail"},   CommonName{"\\Sent", "Sent"},
    CommonName{"\\Sent", "Sent Items"},  CommonName{"\\Sent", "Sent Messages"},
    CommonName{"\\Sent", "Sent Mail"},
};

bool selectable(const Folder& folder) {
  return !imap::has_word(folder.attributes, "\\Noselect") &&
         !imap::has_word(folder.attributes, "\\NonExistent");
}

std::string_view last_level(const Folder& folder) {
  const std::string_view name{folder.name};
  if (folder.delimiter.empty()) return name;
  const auto at = name.rfind(folder.delimiter);
  return at == std::string_view::npos ? name : name.substr(at + folder.delimiter.size());
}

std::optional<std::string> by_common_name(const std::vector<Folder>& folders,
                                          std::string_view use) {
  for (const auto& row : k_common_names) {
    if (row.use != use) continue;
    for (const auto& folder : folders) {
      if (imap::same_letters(last_level(folder), row.name)) return folder.name;
    }
  }
  return std::nullopt;
}

std::optional<std::string> by_use(const std::vector<Folder>& folders, std::string_view use) {
  for (const auto& folder : folders) {
    if (imap::has_word(folder.attributes, use)) return folder.name;
  }
  return std::nullopt;
}

/// Nothing: the server refused that form of LIST.
Task<Result<std::optional<std::vector<Folder>>>> list_folders(ImapConnection& connection,
                                                              std::string command) {
  std::vector<Folder> folders;
  const auto status =
      co_await connection.run(imap::plain(std::move(command)), [&](imap::Response& response) {
        auto* folder = std::get_if<Folder>(&response);
        if (folder == nullptr || !selectable(*folder) || folders.size() == k_most_folders) return;
        folders.push_back(std::move(*folder));
      });
  if (status.has_error()) co_return status.error();
  if (status->condition != Condition::ok) {
    if (asks_to_come_back(*status)) co_return connection.refusal(*status, "LIST");
    co_return std::optional<std::vector<Folder>>{};
  }
  co_return std::optional{std::move(folders)};
}

}  // namespace

Result<std::string> FolderNames::wire_name(const std::string& name) const {
  if (const auto known = wire_of_.find(name); known != wire_of_.end()) return known->second;
  const bool unfit =
      std::any_of(name.begin(), name.end(), [](char c) { return c >= '\0' && c < ' '; });
  auto wire = unfit ? std::nullopt : imap::to_modified_utf7(name);
  if (!wire || wire->empty()) {
    return fail(ErrorCode::settings,
                fmt::format("no folder can be called \"{}\"; write its name in UTF-8",
                            imap::printable(name)));
  }
  return *std::move(wire);
}

std::string FolderNames::learn(const std::string& wire) {
  auto name = imap::from_modified_utf7(wire).value_or(wire);
  if (imap::to_modified_utf7(name) != wire) wire_of_[name] = wire;
  return name;
}

std::optional<std::string> storable_flag(const imap::FolderState& folder,
                                         const std::string& keyword) {
  if (folder.read_only) return std::nullopt;
  // Without PERMANENTFLAGS all flags are permanent (RFC 9051, 7.1).
  const auto& flags = folder.permanent_flags ? *folder.permanent_flags : folder.flags;
  if (imap::has_word(flags, "\\*") || imap::has_word(flags, keyword)) return keyword;
  if (imap::has_word(flags, "\\Seen")) return "\\Seen";
  return std::nullopt;
}

Task<Result<ports::FolderStatus>> select_folder(ImapConnection& connection,
                                                const FolderNames& names, const std::string& folder,
                                                const std::string& keyword) {
  const auto wire = names.wire_name(folder);
  if (wire.has_error()) co_return wire.error();
  connection.machine().forget_folder();
  const auto status = co_await connection.run(imap::with_folder("SELECT ", *wire));
  if (status.has_error()) co_return status.error();
  if (status->condition != Condition::ok) {
    co_return connection.refusal(*status, fmt::format("opening the folder \"{}\"", *wire));
  }
  auto& state = connection.machine().folder();
  if (!state.validity) {
    co_return connection.trouble(
        ErrorCode::protocol, "the folder has no UIDVALIDITY, so its messages cannot be followed");
  }
  state.other_validity.reset();
  state.news = false;
  co_return ports::FolderStatus{*state.validity,
                                state.next,
                                state.exists,
                                storable_flag(state, keyword).has_value(),
                                connection.machine().can("IDLE"),
                                connection.machine().can("UIDPLUS"),
                                connection.machine().can("MOVE")};
}

Task<Result<std::optional<std::string>>> find_special_folder(ImapConnection& connection,
                                                             FolderNames& names,
                                                             const std::string& use) {
  std::optional<std::string> found;
  if (connection.machine().can("SPECIAL-USE")) {
    const auto special = co_await list_folders(connection, "LIST (SPECIAL-USE) \"\" \"*\"");
    if (special.has_error()) co_return special.error();
    if (*special) found = by_use(**special, use);
  }
  if (!found) {
    // Some servers tell the use without being asked, some only have the name.
    const auto all = co_await list_folders(connection, "LIST \"\" \"*\"");
    if (all.has_error()) co_return all.error();
    if (*all) found = by_use(**all, use);
    if (*all && !found) found = by_common_name(**all, use);
  }
  if (!found) co_return std::optional<std::string>{};
  co_return std::optional{names.learn(*found)};
}

}  // namespace redress::adapters
