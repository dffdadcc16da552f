#include "daemon/domain/ruling.hpp"

#include "daemon/domain/names.hpp"

namespace redress::domain {
namespace {

constexpr auto k_names = name_table<Standing>({
    {Standing::unnamed, "unnamed"},
    {Standing::unknown_case, "unknown_case"},
    {Standing::joins_open, "joins_open"},
    {Standing::joins_closed, "joins_closed"},
    {Standing::unproven, "unproven"},
});

/// Kinds that a machine or nobody wrote, if they are read right.
constexpr bool unanswered(MessageKind kind) {
  return kind == MessageKind::enquiry || kind == MessageKind::compliment ||
         kind == MessageKind::automatic || kind == MessageKind::junk;
}

constexpr bool may_be_complaint(MessageKind kind) {
  return kind == MessageKind::complaint || kind == MessageKind::follow_up ||
         kind == MessageKind::unreadable;
}

}  // namespace

std::string_view to_string(Standing standing) {
  return k_names.name(standing);
}

bool is_doubtful(const Objections& against) {
  return against.abusive || against.serious || against.unauthenticated || against.unanswerable ||
         against.unproven_form || against.unsure || against.over_limit || against.junk_folder ||
         against.relisted || against.restricted || against.cut;
}

Ruling ruling_with(MessageKind kind, Standing standing, const Objections& objections) {
  auto out = ruling(kind, standing);
  const bool joins = out.place == Place::join;
  if (objections.junk_folder) {
    if (may_be_complaint(kind)) return {Place::hold, Acknowledgement::held, Told::staff};
    return {joins ? Place::join : Place::record, Acknowledgement::none, Told::nobody};
  }
  // What would get no answer although it may be a complaint is put before a person.
  if (objections.unsure && unanswered(kind) && out.place == Place::record) {
    return {Place::hold, Acknowledgement::held, Told::staff};
  }
  if (out.place == Place::open_case && (objections.unanswerable || objections.unproven_form)) {
    return {Place::hold, Acknowledgement::held, Told::staff};
  }
  const bool against = objections.abusive || objections.serious || objections.unauthenticated ||
                       objections.over_limit || objections.relisted || objections.cut ||
                       objections.restricted ||
                       (objections.unsure && kind == MessageKind::complaint);
  if (out.acknowledgement == Acknowledgement::now && against) {
    out.acknowledgement = Acknowledgement::held;
    out.told = Told::staff;
  }
  if ((objections.abusive || objections.serious || objections.cut) && kind != MessageKind::own &&
      kind != MessageKind::delivery_report) {
    out.told = Told::staff;
  }
  return out;
}

}  // namespace redress::domain
