#pragma once

#include "parsers/message.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace redress::parsers {

/// Gathers what was repaired or left out. Each name is kept once, with its first detail, so that a
/// hostile message cannot make the list long.
class DefectLog {
 public:
  static constexpr std::size_t k_detail_bytes = 200;

  /// `detail` may be any bytes; it is cut and made printable ASCII.
  void add(std::string_view name, std::string_view detail = {});
  bool has(std::string_view name) const;
  std::vector<Defect> take() { return std::move(defects_); }

 private:
  std::vector<Defect> defects_;
};

}  // namespace redress::parsers
