#include "parsers/mime/signed_content.hpp"
#include "parsers/mime/mime.hpp"
#include "parsers/read_message.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace redress::parsers {
namespace {

// Made by `openssl cms -sign -nodetach -nocerts -noattr`: a multipart of a text and a file.
const std::string k_definite =
    "MIIBhAYJKoZIhvcNAQcCoIIBdTCCAXECAQExDTALBglghkgBZQMEAgEwgckGCSqGSIb3DQEHAaCB\r\n"
    "uwSBuENvbnRlbnQtVHlwZTogbXVsdGlwYXJ0L21peGVkOyBib3VuZGFyeT1zDQoNCi0tcw0KQ29u\r\n"
    "dGVudC1UeXBlOiB0ZXh0L3BsYWluOyBjaGFyc2V0PXV0Zi04DQoNCkkgY29tcGxhaW4gYWJvdXQg\r\n"
    "dGhlIGZlZXMuDQotLXMNCkNvbnRlbnQtVHlwZTogYXBwbGljYXRpb24vcGRmOyBuYW1lPWJpbGwu\r\n"
    "cGRmDQoNCngNCi0tcy0tDQoxgZAwgY0CAQEwJTANMQswCQYDVQQDDAJKbwIUXZrzXwU2BiHeYGnA\r\n"
    "sTvlSosER8swCwYJYIZIAWUDBAIBMAoGCCqGSM49BAMCBEgwRgIhAITTD/2OzQ/Z3lw4H9NWAOlb\r\n"
    "kHWyH1cVwLsIMExgc/IiAiEAk+BNotwUMuB/GXkoUAayAYmlPxuWbIoBzOKSMGKAb8E=\r\n";
// The same with -stream: lengths that are told at the end, as mail programs write them.
const std::string k_streamed =
    "MIAGCSqGSIb3DQEHAqCAMIACAQExDTALBglghkgBZQMEAgEwgAYJKoZIhvcNAQcBoIAkgASBuENv\r\n"
    "bnRlbnQtVHlwZTogbXVsdGlwYXJ0L21peGVkOyBib3VuZGFyeT1zDQoNCi0tcw0KQ29udGVudC1U\r\n"
    "eXBlOiB0ZXh0L3BsYWluOyBjaGFyc2V0PXV0Zi04DQoNCkkgY29tcGxhaW4gYWJvdXQgdGhlIGZl\r\n"
    "ZXMuDQotLXMNCkNvbnRlbnQtVHlwZTogYXBwbGljYXRpb24vcGRmOyBuYW1lPWJpbGwucGRmDQoN\r\n"
    "CngNCi0tcy0tDQoAAAAAAAAxgY8wgYwCAQEwJTANMQswCQYDVQQDDAJKbwIUXZrzXwU2BiHeYGnA\r\n"
    "sTvlSosER8swCwYJYIZIAWUDBAIBMAoGCCqGSM49BAMCBEcwRQIhAI/Xer6LDGUe/MXgRMdnvdMN\r\n"
    "qolpQwZu8x7pnLlO4kA0AiBK82XEKkm9BlXUUBrjVkQNlYNGaVRmaFWnxoFuyYwPUQAAAAAAAA==\r\n";
// `openssl cms -encrypt`
const std::string k_enveloped =
    "MIIBzAYJKoZIhvcNAQcDoIIBvTCCAbkCAQIxgcyhgckCAQOgUaFPMAkGByqGSM49AgEDQgAEOx/D\r\n"
    "HCxZwhcHf/P0hkpKAjHgJ3dy4RaF8hc3yvB5BhhjPblar28vh0iWVrpuY+VbDn9y0rz9+3xBN6ZW\r\n"
    "+EmXUzAcBgkrgQUQhkg/AAIwDwYLKoZIhvcNAQkQAwYFADBTMFEwJTANMQswCQYDVQQDDAJKbwIU\r\n"
    "XZrzXwU2BiHeYGnAsTvlSosER8sEKDKIpCwykDrlHaXB48RpIJv7pXd4LL5eTK9SqBh3fz2JwJwo\r\n"
    "e1ED+s0wgeQGCSqGSIb3DQEHATAUBggqhkiG9w0DBwQIjmOfLrRKYouAgcDOcBJrDpM0WNJmEENi\r\n"
    "iNBileKcJnMBJ+b74rkoKBdwR27/OR35QvNbF4Y/x4QbmsmJuehvwR9grVN2sPb+LzdCwWao0l9J\r\n"
    "3Aj7C68EgaU89cpXvNi0zL4XD9KUIe79/xScNLWyGB7D0wVm24A+jVe7TPlkJitkpiU5c870EmP3\r\n"
    "/8TJ0/qIbqzBhqll02Edk6oT2bcuFncpU5ce3YUzdJhvEhXMkGozraHoJhXk7BCXlhH4UpRWQwV5\r\n"
    "ZwT5XR0atM0=\r\n";

std::string mail_of(const std::string& base64) {
  return "From: Jo <jo@example.org>\r\nContent-Type: application/pkcs7-mime; "
         "smime-type=signed-data; name=smime.p7m\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
         base64;
}

bool has_defect(const MessageFacts& facts, std::string_view name) {
  return std::any_of(facts.defects.begin(), facts.defects.end(),
                     [name](const Defect& defect) { return defect.name == name; });
}

class SignedContent : public testing::TestWithParam<std::string> {};

TEST_P(SignedContent, IsReadThrough) {
  const auto facts = read_message(mail_of(GetParam()));
  EXPECT_EQ(facts.new_text, "I complain about the fees.");
  ASSERT_EQ(facts.attachments.size(), 1U);
  EXPECT_EQ(facts.attachments[0].name, "bill.pdf");
  EXPECT_FALSE(has_defect(facts, "signed_content_not_read"));
}

INSTANTIATE_TEST_SUITE_P(Lengths, SignedContent, testing::Values(k_definite, k_streamed));

TEST(SignedContent, WhatIsNoneIsSaid) {
  const auto facts = read_message(mail_of(k_definite.substr(0, 200)));
  EXPECT_TRUE(has_defect(facts, "signed_content_not_read"));
  ASSERT_EQ(facts.attachments.size(), 1U);
  EXPECT_EQ(facts.attachments[0].name, "smime.p7m");
}

TEST(SignedContent, OnlyOfWhatIsSigned) {
  EXPECT_FALSE(signed_content(decode_base64(k_enveloped).bytes).has_value());
  EXPECT_FALSE(signed_content("").has_value());
  EXPECT_FALSE(signed_content("Content-Type: text/plain").has_value());
}

/// Every prefix, and every byte turned over, ends well.
TEST(SignedContent, DamageIsNoHarm) {
  const auto whole = decode_base64(k_streamed).bytes;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    EXPECT_FALSE(signed_content(whole.substr(0, at)).has_value()) << at;
    auto turned = whole;
    turned[at] = static_cast<char>(~turned[at]);
    const auto content = signed_content(turned);
    EXPECT_LE(content.value_or("").size(), whole.size()) << at;
  }
}

}  // namespace
}  // namespace redress::parsers
