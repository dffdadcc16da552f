#include "daemon/domain/staff_mail/authority.hpp"

#include <gtest/gtest.h>

namespace redress::domain {
namespace {

MailAddress address(std::string_view text) {
  return MailAddress::parse(text).value();
}

const Instant k_now = parse_rfc3339("2026-11-09T10:00:00Z").value();
const Staff k_staff{{.name = "Jo Bloggs",
                     .email = address("jo@example.org"),
                     .roles = {"complaints-manager"},
                     .manager = {},
                     .deputy = {},
                     .away = {}},
                    {.name = "Sam Smith",
                     .email = address("sam@example.org"),
                     .roles = {"complaints-manager"},
                     .manager = {},
                     .deputy = {},
                     .away = {}}};

AnswerProof proof_of(std::string_view to, std::string_view from) {
  return {.issued = IssuedMail{address(to), std::nullopt, k_now - std::chrono::hours{1}},
          .from = address(from),
          .authentication = SenderAuthentication::passed,
          .kept_from = false};
}

struct ProofCase {
  const char* name;
  void (*change)(AnswerProof&);
  Authority authority;
};

TEST(AuthorityOf, IsGrantedForAllOfItAndForNothingLess) {
  const ProofCase cases[] = {
      {"all of it", [](AnswerProof&) {}, Authority::granted},
      {"other letters in the address", [](AnswerProof& p) { p.from = address("JO@Example.org"); },
       Authority::granted},
      {"a mail that nobody knows", [](AnswerProof& p) { p.issued.reset(); }, Authority::unknown},
      {"a colleague to whom it was forwarded",
       [](AnswerProof& p) { p.from = address("sam@example.org"); }, Authority::other_sender},
      {"a stranger", [](AnswerProof& p) { p.from = address("eve@example.com"); },
       Authority::other_sender},
      {"two senders, or none", [](AnswerProof& p) { p.from.reset(); }, Authority::other_sender},
      {"nothing said of the sender",
       [](AnswerProof& p) { p.authentication = SenderAuthentication::unknown; },
       Authority::unproven},
      {"a forged sender", [](AnswerProof& p) { p.authentication = SenderAuthentication::failed; },
       Authority::unproven},
      {"somebody who has left",
       [](AnswerProof& p) {
         p.issued->to = address("al@example.org");
         p.from = address("al@example.org");
       },
       Authority::not_staff},
      {"named by the complaint since", [](AnswerProof& p) { p.kept_from = true; },
       Authority::kept_from},
      {"a machine that answers all our answers",
       [](AnswerProof& p) { p.issued->answered_lately = k_answers_an_hour; }, Authority::flooded},
      {"the last moment", [](AnswerProof& p) { p.issued->written = k_now - k_reply_days; },
       Authority::granted},
      {"too late",
       [](AnswerProof& p) { p.issued->written = k_now - k_reply_days - std::chrono::seconds{1}; },
       Authority::expired},
      {"too late, and forged",
       [](AnswerProof& p) {
         p.issued->written = k_now - k_reply_days - std::chrono::seconds{1};
         p.authentication = SenderAuthentication::failed;
       },
       Authority::unproven},
  };
  for (const auto& one : cases) {
    auto proof = proof_of("jo@example.org", "jo@example.org");
    one.change(proof);
    EXPECT_EQ(authority_of(proof, k_staff, k_now), one.authority) << one.name;
  }
}

}  // namespace
}  // namespace redress::domain
