#include "daemon/domain/ids.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace redress::domain {
namespace {

constexpr std::size_t k_prefix_max = 12;
constexpr std::size_t k_address_max = 254;  // RFC 5321, 4.5.3.1.3 less the angle brackets
constexpr int k_year_min = 1970;
constexpr int k_year_max = 9999;

constexpr bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
constexpr bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr char lower(char c) {
  return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}
constexpr char upper(char c) {
  return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
}

std::string lowered(std::string_view text) {
  std::string out{text};
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

Error no_reference(std::string_view text) {
  return fail(ErrorCode::invalid_input,
              fmt::format("\"{}\" is no case reference like CIM-2026-000123", text));
}

template <class Number>
std::optional<Number> number(std::string_view text) {
  Number value{};
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || stop != text.data() + text.size()) return std::nullopt;
  return value;
}

/// Characters that would end, split or fold an address in an envelope or a header.
constexpr bool breaks_address(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte <= ' ' || byte == 0x7F || c == '<' || c == '>' || c == ',' || c == ';' || c == '"' ||
         c == '(' || c == ')' || c == '\\' || c == '[' || c == ']';
}

}  // namespace

Result<CaseReference> CaseReference::make(std::string_view prefix, int year, std::uint32_t number) {
  std::string name{prefix};
  std::transform(name.begin(), name.end(), name.begin(), upper);
  const bool good =
      !name.empty() && name.size() <= k_prefix_max && is_upper(name.front()) &&
      std::all_of(name.begin(), name.end(), [](char c) { return is_upper(c) || is_digit(c); });
  if (!good) {
    return fail(
        ErrorCode::invalid_input,
        fmt::format("\"{}\" is no prefix: 1 to 12 letters or digits, a letter first", prefix));
  }
  if (year < k_year_min || year > k_year_max || number == 0) return no_reference(name);
  return CaseReference{fmt::format("{}-{:04}-{:06}", name, year, number)};
}

Result<CaseReference> CaseReference::parse(std::string_view text) {
  const auto first = text.find('-');
  const auto second = first == std::string_view::npos ? first : text.find('-', first + 1);
  if (second == std::string_view::npos) return no_reference(text);
  const auto year_text = text.substr(first + 1, second - first - 1);
  const auto number_text = text.substr(second + 1);
  const auto year = number<int>(year_text);
  const auto count = number<std::uint32_t>(number_text);
  const bool shaped = year_text.size() == 4 && number_text.size() >= 6 && number_text.size() <= 9;
  if (!shaped || !year || !count) return no_reference(text);
  auto made = make(text.substr(0, first), *year, *count);
  return made ? made : Result<CaseReference>{no_reference(text)};
}

MailAddress::MailAddress(std::string text) : text_(std::move(text)), key_(lowered(text_)) {}

Result<MailAddress> MailAddress::parse(std::string_view text) {
  const auto at = text.rfind('@');
  const bool good = at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
                    text.size() <= k_address_max && text.find('@') == at && text[at + 1] != '.' &&
                    text.back() != '.' && text.front() != '.' && text[at - 1] != '.' &&
                    text.find("..") == std::string_view::npos &&
                    std::none_of(text.begin(), text.end(), breaks_address);
  if (!good) {
    return fail(ErrorCode::invalid_input,
                fmt::format("\"{}\" is no mail address like name@example.org",
                            text.substr(0, k_address_max)));
  }
  return MailAddress{std::string{text}};
}

std::string_view MailAddress::local() const {
  return std::string_view{text_}.substr(0, text_.rfind('@'));
}

std::string_view MailAddress::domain_key() const {
  return std::string_view{key_}.substr(key_.rfind('@') + 1);
}

std::string_view MailAddress::domain() const {
  return std::string_view{text_}.substr(text_.rfind('@') + 1);
}

MailAddress MailAddress::with_tag(std::string_view tag) const {
  const auto base = local().substr(0, local().find('+'));
  return MailAddress{fmt::format("{}+{}@{}", base, tag, domain())};
}

bool MailAddress::is_ascii() const {
  return std::all_of(text_.begin(), text_.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace redress::domain
