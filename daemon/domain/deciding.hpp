#pragma once

#include "daemon/domain/decide.hpp"
#include "daemon/domain/way_out.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace redress::domain {

/// One message being decided; gathers the change.
class Deciding {
 public:
  Deciding(const House& house, const Snapshot& snapshot, const IncomingMail& mail, Instant now)
      : house_(house), snapshot_(snapshot), mail_(mail), now_(now) {}

  Result<Decision> run();

 private:
  // What becomes of it (decide.cpp).
  void start(MessageState state);
  bool settle_without_reading();
  void settle_sent();
  void settle_bounce();
  Result<void> open_case(const Objections& against, Acknowledgement acknowledgement);
  Result<void> hold(const Objections& against, Standing standing, Acknowledgement ack);
  void join(const CaseSnapshot& snapshot);
  Fields with_mentions(Fields facts) const;
  CaseEvent opening() const;
  void event(std::string what, std::string facts);
  Result<Deadline> acknowledgement_deadline() const;
  Instant send_from(const Deadline& acknowledge) const;

  // What is written about it, and who is told (decide_told.cpp).
  /// A mail about this message, with what every such mail has.
  LetterOrder mail_about(MailPurpose purpose, std::string_view letter) const;
  void order_acknowledgement(const CaseReference& reference, const CaseUpdate& update,
                             const Objections& against, Acknowledgement acknowledgement);
  void tell(NoticeKind kind, std::string text);
  WayOut way_out_of_it() const;
  void tell_duty(const std::optional<Deadline>& owed, std::vector<MailAddress> kept_from = {});
  void hint(const CaseReference& reference);
  void hint(const CaseReference& reference, Flag flag, std::string_view text);
  void hint_demands(const CaseReference& reference);
  void hint_mentions(const CaseSnapshot& joined);
  void tell_measure();
  void tell_owner(const CaseReference& reference, std::string headline, std::string text);
  void serve_without_case(MessageKind kind, const Objections& against);
  std::string came_in(MessageKind kind, Standing standing) const;
  std::string categories() const;

  const Stage& stage() const { return house_.policy.stages.front(); }

  const House& house_;
  const Snapshot& snapshot_;
  const IncomingMail& mail_;
  Instant now_;
  Decision out_;
};

}  // namespace redress::domain
