#pragma once

#include "daemon/app/installation.hpp"
#include "daemon/domain/decide.hpp"
#include "daemon/ports/store.hpp"
#include "templates/compose.hpp"

#include <vector>

namespace redress::app {

/// Turns orders of `decide` into complete mails: template, headers, keyed addresses, Message-ID.
/// Loop thread only; everything it is given outlives it.
class LetterOffice {
 public:
  LetterOffice(const Installation& installation, const domain::KeyRing& keys,
               ports::TokenSource& tokens)
      : house_(installation), keys_(keys), tokens_(tokens) {}

  /// One mail, or one for each member of staff whom the order names or who has its role. What goes
  /// to a complainant has the case's keyed address as its Reply-To. Error: settings, where a
  /// template cannot be filled.
  domain::Result<std::vector<domain::NewMail>> write(const domain::LetterOrder& order,
                                                     domain::Instant now);

  /// The letter of an order as it would be written, for a look at it. `reply_to`: the address that
  /// its reader answers to. Error: settings.
  domain::Result<templates::Letter> render(
      const domain::LetterOrder& order, const domain::Person& reader,
      const std::optional<domain::MailAddress>& reply_to = std::nullopt) const;

  /// One mail to each administrator and complaints manager with the notices that are for them:
  /// never of a case that is kept from them (CILEX-09), unless nobody else is left.
  domain::Result<std::vector<domain::NewMail>> write_notices(
      const std::vector<ports::UntoldNotice>& notices, domain::Instant now);

 private:
  struct Sheet;  // what all mails of one order share
  domain::NewMail seal(const Sheet& sheet, const domain::Person& to, std::string serial,
                       domain::Instant now) const;
  bool is_answerable(const domain::LetterOrder& order) const;
  std::vector<domain::Person> readers_of(const domain::LetterOrder& order) const;
  domain::MailAddress tagged(const domain::MailAddress& mailbox, const std::string& tag) const;
  domain::MailAddress mailbox_address(const std::string& name) const;

  const Installation& house_;
  const domain::KeyRing& keys_;
  ports::TokenSource& tokens_;
};

}  // namespace redress::app
