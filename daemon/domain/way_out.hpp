#pragma once

#include "daemon/domain/change.hpp"

#include <string>

namespace redress::domain {

/// What a person does about a message that staff are told of: release it as a complaint, or with
/// the acknowledgement that is held; settle it, since nothing is to be released; or look, for it
/// waits for nobody's decision on the message itself.
enum class WayOut { release, settle, look };

/// The notice's key, which says it: a notice is stored before it is told. Once a message and way.
std::string key_of(NoticeKind kind, WayOut way, MessageRowId message);

/// As key_of wrote it; `release` for keys without a word of ours.
WayOut way_out(const NewNotice& notice);

}  // namespace redress::domain
