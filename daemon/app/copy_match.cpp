#include "daemon/app/copy_match.hpp"

#include <algorithm>
#include <set>

namespace redress::app {
namespace {

using ports::MailboxCopy;

/// The UID still names the message (RFC 9051, 2.3.1.1).
bool names_it(const SearchedFolder& folder, const MailboxCopy& copy) {
  return copy.folder == folder.name && copy.validity == folder.validity;
}

}  // namespace

std::vector<ports::ListedMessage> may_be_copies(const SearchedFolder& folder,
                                                std::span<const MailboxCopy> copies) {
  std::set<domain::Uid> uids;
  std::set<std::uint64_t> sizes;
  for (const auto& copy : copies) {
    if (names_it(folder, copy)) {
      uids.insert(copy.uid);
    } else {
      sizes.insert(copy.size);
    }
  }
  std::vector<ports::ListedMessage> out;
  std::copy_if(folder.listed.begin(), folder.listed.end(), std::back_inserter(out),
               [&](const auto& one) { return uids.contains(one.uid) || sizes.contains(one.size); });
  return out;
}

CopyMatch match_copies(const SearchedFolder& folder, std::span<const MailboxCopy> copies,
                       const std::map<domain::Uid, std::string>& digests) {
  CopyMatch match;
  for (const auto& copy : copies) {
    if (names_it(folder, copy)) {
      const auto there = digests.find(copy.uid);
      if (there == digests.end()) {
        match.missing.push_back(copy);
      } else if (there->second == copy.digest) {
        match.found.push_back({copy, {copy.uid}});
      } else {
        match.different.push_back(copy);
      }
      continue;
    }
    std::vector<domain::Uid> uids;
    for (const auto& [uid, digest] : digests) {
      if (digest == copy.digest) uids.push_back(uid);
    }
    if (uids.empty()) {
      match.missing.push_back(copy);
    } else {
      match.found.push_back({copy, std::move(uids)});
    }
  }
  return match;
}

}  // namespace redress::app
