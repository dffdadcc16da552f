#pragma once

// SQL of whom something is kept from (CILEX-09): keys of addresses, separated by spaces. Macros, so
// that a statement is one text known when it is compiled.

/// Staff whom a case names or mentions; `id`: SQL for its row.
#define REDRESS_NAMED_IN_CASE(id)                                                            \
  "coalesce((SELECT group_concat(s.address_key, ' ') FROM named_staff s WHERE s.case_id=" id \
  "), '')"

/// Staff whom the words of a message mention, and those of the case that it joined. `id`: SQL for
/// its row.
#define REDRESS_KEPT_FROM_MESSAGE(id)                                                    \
  "coalesce((SELECT group_concat(json_extract(e.facts, '$.mentions'), ' ') FROM event e" \
  " WHERE e.message_id=" id                                                              \
  " AND e.what IN ('message_held', 'message_joined')), '') || ' '"                       \
  " || coalesce((SELECT group_concat(s.address_key, ' ') FROM message j"                 \
  " JOIN named_staff s ON s.case_id = j.case_id WHERE j.id=" id "), '')"
