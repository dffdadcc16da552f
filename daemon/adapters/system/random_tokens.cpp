#include "daemon/adapters/system/random_tokens.hpp"

#include <sodium.h>

#include <limits>
#include <stdexcept>
#include <string_view>

namespace redress::adapters {
namespace {

constexpr std::string_view k_base32 = "abcdefghijklmnopqrstuvwxyz234567";
static_assert(k_base32.size() == 32);

}  // namespace

RandomTokens::RandomTokens() {
  if (sodium_init() < 0) throw std::runtime_error("libsodium cannot be initialised");
}

std::string RandomTokens::token(std::size_t characters) {
  std::string text(characters, '\0');
  randombytes_buf(text.data(), text.size());
  // 32 divides 256: every character is as likely as every other.
  for (auto& c : text) c = k_base32[static_cast<unsigned char>(c) % k_base32.size()];
  return text;
}

double RandomTokens::fraction() {
  return static_cast<double>(randombytes_random()) /
         static_cast<double>(std::numeric_limits<std::uint32_t>::max());
}

}  // namespace redress::adapters
