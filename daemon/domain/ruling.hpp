#pragma once

#include "daemon/domain/reading.hpp"

#include <array>
#include <string_view>

namespace redress::domain {

/// How a message stands to the cases of the store.
enum class Standing {
  unnamed,       ///< names no case of ours
  unknown_case,  ///< names a number of ours that no case has
  joins_open,    ///< proven to belong to an open case (design, the contract: who joins)
  joins_closed,  ///< proven to belong to one whose answer was given
  unproven,      ///< names a case, and may be anybody
};
inline constexpr std::array k_standings{Standing::unnamed, Standing::unknown_case,
                                        Standing::joins_open, Standing::joins_closed,
                                        Standing::unproven};
std::string_view to_string(Standing standing);

/// What becomes of the message.
enum class Place {
  open_case,  ///< a new case
  join,       ///< another message of the case it names
  record,     ///< a ledger row, nothing more
  hold,       ///< a ledger row that waits for a person
};

enum class Acknowledgement {
  now,   ///< written and sent
  held,  ///< owed, and a person sends or waives it
  none,
};

enum class Told { nobody, staff };

struct Ruling {
  Place place{};
  Acknowledgement acknowledgement{};
  Told told{};
  friend constexpr bool operator==(const Ruling&, const Ruling&) = default;
};

/// The decision table: kind by standing, before anything speaks against a routine answer.
constexpr Ruling ruling(MessageKind kind, Standing standing);

/// Facts that take a routine answer back. Each turns "now" into "held" and tells staff; none lets
/// anything be dropped.
struct Objections {
  bool abusive{};          ///< BEH-03
  bool serious{};          ///< SYS-12: never the routine wording
  bool unauthenticated{};  ///< the receiving server says that the sender is forged
  bool unanswerable{};     ///< no address that could be answered
  bool unproven_form{};    ///< CILEX-04: anybody can write somebody's address into a form
  bool unsure{};           ///< the reading is not sure of the kind
  bool over_limit{};       ///< the breaker on automatic mail
  bool junk_folder{};      ///< the server's filter put it there
  bool relisted{};         ///< old mail, listed anew after UIDVALIDITY changed
  bool restricted{};       ///< a measure ends contact with the sender (CIEEM-06)
  bool cut{};              ///< larger than the limit: only its start was read
};

/// Whether anything at all speaks against a routine answer.
bool is_doubtful(const Objections& against);

/// The table's ruling with the objections applied.
Ruling ruling_with(MessageKind kind, Standing standing, const Objections& objections);

namespace detail {

struct RulingRow {
  MessageKind kind{};
  std::array<Ruling, k_standings.size()> by_standing{};  // in the order of k_standings
};

inline constexpr Ruling k_open{Place::open_case, Acknowledgement::now, Told::nobody};
inline constexpr Ruling k_owed{Place::hold, Acknowledgement::held, Told::staff};
inline constexpr Ruling k_hold{Place::hold, Acknowledgement::none, Told::staff};
inline constexpr Ruling k_join{Place::join, Acknowledgement::none, Told::nobody};
inline constexpr Ruling k_join_told{Place::join, Acknowledgement::none, Told::staff};
inline constexpr Ruling k_record{Place::record, Acknowledgement::none, Told::nobody};
inline constexpr Ruling k_record_told{Place::record, Acknowledgement::none, Told::staff};

// A message that names a case without proof is always held: nothing is disclosed, nothing is lost.
// A number that no case has is somebody's slip of the pen: a complaint is a complaint all the same.
// clang-format off
inline constexpr std::array<RulingRow, k_message_kinds.size()> k_rulings{{
    // kind                        unnamed        unknown_case  joins_open  joins_closed unproven
    {MessageKind::complaint,       {k_open,        k_open,       k_join,     k_join_told, k_owed}},
    {MessageKind::follow_up,       {k_owed,        k_owed,       k_join,     k_join_told, k_owed}},
    {MessageKind::enquiry,         {k_record,      k_record,     k_join,     k_join_told, k_hold}},
    {MessageKind::compliment,      {k_record,      k_record,     k_join,     k_join,      k_hold}},
    {MessageKind::automatic,       {k_record,      k_record,     k_join,     k_join,      k_hold}},
    {MessageKind::delivery_report, {k_record,      k_record,     k_join,     k_join,      k_record}},
    {MessageKind::staff,           {k_record_told, k_record_told,k_join_told,k_join_told, k_hold}},
    {MessageKind::own,             {k_record,      k_record,     k_record,   k_record,    k_record}},
    {MessageKind::junk,            {k_record,      k_record,     k_join_told,k_join_told, k_hold}},
    {MessageKind::unreadable,      {k_owed,        k_owed,       k_owed,     k_owed,      k_owed}},
}};
// clang-format on

constexpr bool in_order() {
  for (std::size_t i = 0; i < k_message_kinds.size(); ++i) {
    if (k_rulings[i].kind != k_message_kinds[i]) return false;
    if (static_cast<std::size_t>(k_rulings[i].kind) != i) return false;
  }
  return true;
}
static_assert(in_order(), "one row a kind, in the order of the enumeration");

constexpr bool only_complaints_are_answered() {
  for (const auto& row : k_rulings) {
    for (const auto& cell : row.by_standing) {
      const bool answers = cell.acknowledgement == Acknowledgement::now;
      if (answers && row.kind != MessageKind::complaint) return false;
      if (cell.place == Place::hold && cell.told == Told::nobody) return false;
    }
  }
  return true;
}
static_assert(only_complaints_are_answered(), "and whatever is held is told");

}  // namespace detail

constexpr Ruling ruling(MessageKind kind, Standing standing) {
  return detail::k_rulings[static_cast<std::size_t>(kind)]
      .by_standing[static_cast<std::size_t>(standing)];
}

}  // namespace redress::domain
