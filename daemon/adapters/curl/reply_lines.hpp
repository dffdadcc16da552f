#pragma once

#include "daemon/adapters/curl/easy_handle.hpp"

#include <set>
#include <string>
#include <string_view>

namespace redress::adapters {

/// What a server says while libcurl connects and logs in: the last line, and the keywords of the
/// last EHLO reply. Bounded; never what we said.
class ReplyLines {
 public:
  /// The object must stay where it is while the handle has it. Forgets earlier lines.
  void attach(EasyHandle& handle);
  const std::string& last() const { return last_; }
  /// SMTP: in upper case, "SIZE".
  bool offered(std::string_view keyword) const { return keywords_.contains(keyword); }

 private:
  static std::size_t on_line(char* bytes, std::size_t size, std::size_t count, void* self);
  void note_keyword();
  std::string last_;
  std::set<std::string, std::less<>> keywords_;
};

}  // namespace redress::adapters
