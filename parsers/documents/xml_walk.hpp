#pragma once

#include <pugixml.hpp>

namespace redress::documents {

/// Walks a tree in document order without recursion, since hostile files nest without end.
/// `enter(node)` says whether to go into the node; `leave(node)` comes after its children, for
/// those only that were gone into.
template <class Enter, class Leave>
void walk(const pugi::xml_node& root, Enter enter, Leave leave) {
  auto node = root.first_child();
  while (node) {
    const bool into = enter(node);
    if (into && node.first_child()) {
      node = node.first_child();
      continue;
    }
    if (into) leave(node);
    while (node && !node.next_sibling()) {
      node = node.parent();
      if (node == root) return;
      leave(node);
    }
    node = node.next_sibling();
  }
}

}  // namespace redress::documents
