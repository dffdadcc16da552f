#pragma once

#include "daemon/app/enclosure.hpp"
#include "daemon/app/installation.hpp"
#include "daemon/domain/decide.hpp"
#include "daemon/ports/store.hpp"

namespace redress::app {

/// Name of the letter.
inline constexpr std::string_view k_case_mail = "case_mail";

/// The mail that tells a case whole: what happened, by when what is due, the message with its files
/// and the story. Where the house handles complaints confidentially (CIM-10), and of what seems to
/// be a threat, discriminatory or sexual, no word of the message stands in it. Whom it goes to is
/// the caller's.
domain::LetterOrder case_letter(const Installation& house, const ports::WaitingCaseMail& waiting,
                                const domain::CaseUpdate& update, const Enclosure& shown,
                                domain::Instant now);

}  // namespace redress::app
