#include "daemon/domain/keyring.hpp"

#include <gtest/gtest.h>

namespace redress::domain {
namespace {

KeyRing::Key key(char id, std::uint8_t fill) {
  KeyRing::Key made{.id = id, .secret = {}};
  made.secret.fill(fill);
  return made;
}

KeyRing ring() {
  return KeyRing::from_keys({key('a', 1)});
}

CaseReference reference() {
  return CaseReference::parse("CIM-2026-000123").value();
}

TEST(KeyRing, TokensHoldForTheirPurposeAndContentOnly) {
  const auto keys = ring();
  const auto token = keys.token(TokenPurpose::reply, "x");
  EXPECT_EQ(token.size(), 17U);
  EXPECT_EQ(token.front(), 'a');
  EXPECT_TRUE(keys.verify(TokenPurpose::reply, "x", token));
  EXPECT_FALSE(keys.verify(TokenPurpose::bounce, "x", token));
  EXPECT_FALSE(keys.verify(TokenPurpose::reply, "y", token));
  EXPECT_FALSE(keys.verify(TokenPurpose::reply, "x", token.substr(0, 16)));
  EXPECT_FALSE(keys.verify(TokenPurpose::reply, "x", ""));
  EXPECT_FALSE(KeyRing::from_keys({key('a', 2)}).verify(TokenPurpose::reply, "x", token));
}

TEST(KeyRing, RotatedKeysStillVerifyAndRevokedOnesDoNot) {
  const auto old = ring().token(TokenPurpose::reply, "x");
  const auto rotated = KeyRing::from_keys({key('b', 2), key('a', 1)});
  EXPECT_TRUE(rotated.verify(TokenPurpose::reply, "x", old));
  EXPECT_EQ(rotated.token(TokenPurpose::reply, "x").front(), 'b');
  EXPECT_EQ(rotated.digest("mail"), ring().digest("mail"));
  EXPECT_FALSE(KeyRing::from_keys({key('b', 2)}).verify(TokenPurpose::reply, "x", old));
}

TEST(KeyRing, ReadsItsOwnFile) {
  const auto text = KeyRing::format(std::vector{key('b', 2), key('a', 1)});
  const auto read = KeyRing::parse("# keys\n\n" + text, "key").value();
  EXPECT_TRUE(read.verify(TokenPurpose::reply, "x", ring().token(TokenPurpose::reply, "x")));
}

TEST(KeyRing, ANewKeyStandsAboveTheOthersWhichHoldOn) {
  const auto file = "# of the house\n" + KeyRing::format(std::vector{key('a', 1)});
  const auto rotated = with_new_key(file, "k", key('x', 2).secret).value();
  EXPECT_NE(rotated.find("# of the house\n"), std::string::npos);
  const auto read = KeyRing::parse(rotated, "k").value();
  EXPECT_TRUE(read.verify(TokenPurpose::reply, "x", ring().token(TokenPurpose::reply, "x")));
  EXPECT_EQ(read.token(TokenPurpose::reply, "x").front(), 'b');  // the first free letter
}

TEST(KeyRing, ARevokedKeyIsGoodForDigestsAlone) {
  const auto file = KeyRing::format(std::vector{key('b', 2), key('a', 1)});
  const auto text = with_revoked_key(file, "k", 'a').value();
  const auto read = KeyRing::parse(text, "k").value();
  EXPECT_FALSE(read.verify(TokenPurpose::reply, "x", ring().token(TokenPurpose::reply, "x")));
  EXPECT_EQ(read.digest("mail"), ring().digest("mail"));
  EXPECT_EQ(KeyRing::format(read.keys()), text);
  EXPECT_EQ(with_revoked_key(text, "k", 'a').error().code, ErrorCode::conflict);
  EXPECT_EQ(with_revoked_key(text, "k", 'b').error().code, ErrorCode::conflict);
  EXPECT_EQ(with_revoked_key(text, "k", 'c').error().code, ErrorCode::not_found);
  EXPECT_NE(KeyRing::parse("revoked " + file, "k").error().text.find("key rotate"),
            std::string::npos);
}

TEST(KeyRing, HasNoMoreThanTwentySixKeys) {
  std::vector<KeyRing::Key> all;
  for (char id = 'a'; id <= 'z'; ++id) all.push_back(key(id, 1));
  EXPECT_EQ(with_new_key(KeyRing::format(all), "k", key('x', 2).secret).error().code,
            ErrorCode::settings);
}

TEST(KeyRing, NamesTheLineOfABadFile) {
  const std::string good = "a:" + std::string(64, '0') + "\n";
  EXPECT_EQ(KeyRing::parse(good + "b:12\n", "k").error().text.substr(0, 4), "k:2:");
  EXPECT_NE(KeyRing::parse(good + good, "k").error().text.find("twice"), std::string::npos);
  EXPECT_FALSE(KeyRing::parse("", "k"));
  EXPECT_FALSE(KeyRing::parse("A:" + std::string(64, '0'), "k"));
  EXPECT_FALSE(KeyRing::parse("a:" + std::string(63, '0') + "g", "k"));
}

TEST(KeyedMessageId, ComesBackAndCannotBeForged) {
  const auto keys = ring();
  const auto id = keyed_message_id(keys, "ack", reference(), "s1", "example.org");
  EXPECT_TRUE(id.starts_with("ack.cim-2026-000123.s1.a")) << id;
  const auto read = read_keyed_message_id(keys, id);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->reference, reference());
  EXPECT_TRUE(read->holds);
  EXPECT_TRUE(is_own_message_id(keys, id));

  auto other = id;
  other.replace(other.find("000123"), 6, "000124");
  ASSERT_TRUE(read_keyed_message_id(keys, other));
  EXPECT_FALSE(read_keyed_message_id(keys, other)->holds);
  EXPECT_FALSE(read_keyed_message_id(keys, "CAF-1.2.3@mail.example.com"));
  EXPECT_FALSE(is_own_message_id(keys, "ack.cim-2026-000123.s1@example.org"));
}

TEST(KeyedMessageId, WithoutACaseIsOurs) {
  const auto keys = ring();
  const auto id = keyed_message_id(keys, "notice", "s2", "example.org");
  EXPECT_TRUE(is_own_message_id(keys, id));
  EXPECT_FALSE(read_keyed_message_id(keys, id));
}

TEST(Tags, ComeBackInLowerCaseAsRelaysSendThem) {
  const auto keys = ring();
  auto tag = reply_tag(keys, reference());
  EXPECT_TRUE(read_reply_tag(keys, tag).value().holds);
  for (auto& c : tag) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  EXPECT_TRUE(read_reply_tag(keys, tag).value().holds);
  EXPECT_FALSE(read_reply_tag(keys, "r-cim-2026-000123-aaaaaaaaaaaaaaaaa").value().holds);
  EXPECT_FALSE(read_reply_tag(keys, "newsletter"));

  EXPECT_EQ(read_bounce_tag(keys, bounce_tag(keys, "s1")), "s1");
  EXPECT_FALSE(read_bounce_tag(keys, "b-s1-aaaaaaaaaaaaaaaaa"));
  EXPECT_FALSE(read_bounce_tag(keys, tag));
}

TEST(Tags, FitALocalPart) {
  // RFC 5321, 4.5.3.1.1: a local part has at most 64 octets.
  const auto keys = ring();
  EXPECT_LE(std::string{"enquiries+"}.size() + reply_tag(keys, reference()).size(), 64U);
  EXPECT_LE(std::string{"enquiries+"}.size() + bounce_tag(keys, "0123456789abcdef").size(), 64U);
}

}  // namespace
}  // namespace redress::domain
