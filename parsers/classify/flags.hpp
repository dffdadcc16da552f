#pragma once

#include "parsers/classify/classify.hpp"
#include "parsers/classify/score.hpp"

#include <set>

namespace redress::parsers {

/// The flags of a person's mail of that kind: each whose signs reach their threshold, those that
/// the form of the message tells (a form, attachments, answers between quoted questions), and
/// `abusive` where one of the five abusive behaviours stands.
std::set<domain::Flag> person_flags(const MessageFacts& facts, domain::MessageKind kind,
                                    const Score& score, bool web_form);

/// Whether there is a sign of abuse, though too little for a flag: a person looks first (BEH-03).
bool may_be_abusive(const Score& score);

/// Whether a flag of abuse is among the signs, whatever the kind.
bool is_abusive(const Score& score);

}  // namespace redress::parsers
