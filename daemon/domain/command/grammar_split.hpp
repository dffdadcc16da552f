#pragma once

#include "daemon/domain/command/grammar_words.hpp"
#include "daemon/domain/command/verbs.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace redress::domain {

/// Where the head of a command may end and its text begin, as places in a folded head.
struct Split {
  std::size_t head_end{};
  std::size_t text_begin{};
};

/// The verb at the beginning, its slash passed over; the longest name wins. Null where none is.
struct VerbAt {
  const VerbRow* row{};
  std::size_t end{};
};
VerbAt verb_at(std::string_view folded);

/// Places after `from` at which a text may begin, in order: a colon that is in no time of day and
/// no address of the web, "because", a dash between spaces, the end of a line. At most four, and
/// the end of the whole.
std::vector<Split> splits_after(std::string_view folded, std::size_t from);

/// Of a verb without arguments: the text begins after it, and after one sign or word that says so.
std::size_t text_after(std::string_view folded, std::size_t from, bool reason);

}  // namespace redress::domain
