#include "parsers/classify/references.hpp"

#include "parsers/ascii.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace redress::parsers {
namespace {

using domain::CaseReference;
using domain::NamedCase;
using domain::ReferenceProof;

constexpr std::size_t k_prefix_min = 2;
constexpr std::size_t k_prefix_max = 12;
constexpr std::size_t k_year_digits = 4;
constexpr std::size_t k_number_min = 6;
constexpr std::size_t k_number_max = 9;
constexpr std::size_t k_spaces_max = 2;

/// Hyphens as people's programs write them: U+2010-U+2015, U+2212, and the plain one.
constexpr std::array<std::string_view, 8> k_hyphens{"-",      "\u2010", "\u2011", "\u2012",
                                                    "\u2013", "\u2014", "\u2015", "\u2212"};
constexpr std::string_view k_no_break_space = "\u00a0";

/// Where a case stands, the most visible first.
constexpr std::array<std::string_view, 7> k_places{
    "subject", "body", "quoted", "in-reply-to", "references", "report", "recipient"};

constexpr bool is_word(char c) {
  return ascii::is_alpha(c) || ascii::is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

/// Reads one reference at a place of a text.
class Reader {
 public:
  Reader(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  std::size_t at() const { return at_; }

  std::string_view run(bool (*wanted)(char), std::size_t most) {
    const auto start = at_;
    while (at_ < text_.size() && at_ - start <= most && wanted(text_[at_])) ++at_;
    return text_.substr(start, at_ - start);
  }

  struct Separator {
    bool any{false};
    bool hyphen{false};
  };
  Separator separator() {
    Separator found;
    found.any = spaces();
    const char next = at_ < text_.size() ? text_[at_] : '\0';
    if (next != '-' && ascii::byte(next) < 0x80) {
      if ((next != '/' && next != '_') || found.any) return found;
      ++at_;
      found.any = true;
      return found;
    }
    for (const auto hyphen : k_hyphens) {
      if (!text_.substr(at_).starts_with(hyphen)) continue;
      at_ += hyphen.size();
      found = {true, true};
      spaces();
      break;
    }
    return found;
  }

  /// A longer number, or one of several parts, is somebody else's.
  bool ends() const {
    if (at_ >= text_.size()) return true;
    if (is_word(text_[at_])) {
      return text_.substr(at_).starts_with("\xe2\x80") || text_.substr(at_).starts_with("\xc2");
    }
    const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : ' ';
    return !((text_[at_] == '-' || text_[at_] == '/') && is_word(next));
  }

 private:
  bool spaces() {
    std::size_t seen = 0;
    while (seen < k_spaces_max) {
      if (at_ < text_.size() && ascii::is_space(text_[at_])) {
        ++at_;
      } else if (text_.substr(at_).starts_with(k_no_break_space)) {
        at_ += k_no_break_space.size();
      } else {
        break;
      }
      ++seen;
    }
    return seen > 0;
  }

  std::string_view text_;
  std::size_t at_;
};

bool is_prefix(std::string_view word, const std::vector<std::string>& prefixes) {
  if (word.size() > k_prefix_max) return false;
  if (prefixes.empty()) return word.size() >= k_prefix_min;
  return std::any_of(prefixes.begin(), prefixes.end(),
                     [&](const std::string& prefix) { return ascii::equal(prefix, word); });
}

std::optional<CaseReference> reference_at(std::string_view text, std::size_t at,
                                          const std::vector<std::string>& prefixes) {
  Reader reader{text, at};
  const auto prefix =
      reader.run([](char c) { return ascii::is_alpha(c) || ascii::is_digit(c); }, k_prefix_max);
  if (!is_prefix(prefix, prefixes)) return std::nullopt;
  const auto first = reader.separator();
  const auto year = reader.run(ascii::is_digit, k_year_digits);
  if (year.empty()) return std::nullopt;  // a word among others, as most are
  const auto second = reader.separator();
  const auto number = reader.run(ascii::is_digit, k_number_max);
  if (!first.any || !second.any || year.size() != k_year_digits) return std::nullopt;
  if (prefixes.empty() && !(first.hyphen && second.hyphen)) return std::nullopt;
  if (number.size() < k_number_min || number.size() > k_number_max || !reader.ends()) {
    return std::nullopt;
  }
  std::string normal{prefix};
  normal.append("-").append(year).append("-").append(number);
  auto parsed = CaseReference::parse(normal);
  if (!parsed) return std::nullopt;
  return *parsed;
}

/// Bytes that a reference begins with: the first letters of the prefixes, or any letter.
std::array<bool, 256> first_bytes(const std::vector<std::string>& prefixes) {
  std::array<bool, 256> first{};
  for (std::size_t byte = 0; byte < first.size(); ++byte) {
    const char c = static_cast<char>(byte);
    first[byte] = ascii::is_alpha(c) &&
                  (prefixes.empty() ||
                   std::any_of(prefixes.begin(), prefixes.end(), [&](const std::string& prefix) {
                     return ascii::starts_with(prefix, std::string_view{&c, 1});
                   }));
  }
  return first;
}

/// Whether a reference can start here: not inside a word, a tag or a number of several parts.
bool can_start(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  const char before = text[at - 1];
  if (static_cast<unsigned char>(before) >= 0x80) return true;  // a dash or a quotation mark
  return !is_word(before) && before != '-' && before != '/' && before != '_';
}

/// A Message-ID of ours: purpose, reference, and more, before the "@".
std::optional<CaseReference> reference_of_id(std::string_view message_id,
                                             const std::vector<std::string>& prefixes) {
  const auto local = message_id.substr(0, message_id.rfind('@'));
  const auto first = local.find('.');
  if (first == std::string_view::npos || first == 0) return std::nullopt;
  const auto rest = local.substr(first + 1);
  const auto second = rest.find('.');
  if (second == std::string_view::npos) return std::nullopt;
  auto parsed = CaseReference::parse(rest.substr(0, second));
  if (!parsed) return std::nullopt;
  const auto& text = parsed->str();
  if (!is_prefix(std::string_view{text}.substr(0, text.find('-')), prefixes)) return std::nullopt;
  return *parsed;
}

/// "r-cim-2026-000123-TOKEN" where no keys are at hand.
std::optional<CaseReference> reference_of_tag(std::string_view tag) {
  if (!ascii::starts_with(tag, "r-")) return std::nullopt;
  const auto last = tag.rfind('-');
  auto parsed = CaseReference::parse(tag.substr(2, last < 2 ? 0 : last - 2));
  if (!parsed) return std::nullopt;
  return *parsed;
}

class Collector {
 public:
  explicit Collector(const ReadingContext& context) : context_(context) {}

  void text(std::string_view text, std::string_view place) {
    for (auto& reference : references_in(text, context_.prefixes)) {
      add(std::move(reference), ReferenceProof::bare, place);
    }
  }

  void ids(const std::vector<std::string>& ids, std::string_view place) {
    for (const auto& id : ids) message_id(id, place);
  }

  void message_id(std::string_view id, std::string_view place) {
    auto reference = reference_of_id(id, context_.prefixes);
    if (!reference) return;
    auto proof = ReferenceProof::bare;
    if (context_.keys != nullptr) {
      const auto keyed = domain::read_keyed_message_id(*context_.keys, id);
      if (keyed) proof = keyed->holds ? ReferenceProof::keyed : ReferenceProof::forged;
    }
    add(std::move(*reference), proof, place);
  }

  /// `address`: whatever stood in a recipient field; only its local part counts.
  void recipient(std::string_view address) {
    address = ascii::trimmed(address);
    if (address.starts_with('<')) address.remove_prefix(1);
    const auto local = address.substr(0, address.rfind('@'));
    const auto plus = local.find('+');
    const auto tag = plus == std::string_view::npos ? local : local.substr(plus + 1);
    if (context_.keys != nullptr) {
      if (auto keyed = domain::read_reply_tag(*context_.keys, tag)) {
        add(keyed->reference, keyed->holds ? ReferenceProof::keyed : ReferenceProof::forged,
            "recipient");
      }
    } else if (auto reference = reference_of_tag(tag)) {
      add(std::move(*reference), ReferenceProof::bare, "recipient");
    }
  }

  void add(CaseReference reference, ReferenceProof proof, std::string_view place) {
    if (found_.size() >= k_named_cases) return;
    for (auto& known : found_) {
      if (known.reference != reference || known.place != place) continue;
      if (strength(proof) < strength(known.proof)) known.proof = proof;
      return;
    }
    found_.push_back({std::move(reference), proof, std::string{place}});
  }

  std::vector<NamedCase> take() {
    std::stable_sort(found_.begin(), found_.end(), [](const NamedCase& a, const NamedCase& b) {
      return std::pair{strength(a.proof), visibility(a.place)} <
             std::pair{strength(b.proof), visibility(b.place)};
    });
    return std::move(found_);
  }

 private:
  static int strength(ReferenceProof proof) {
    switch (proof) {
      case ReferenceProof::keyed: return 0;
      case ReferenceProof::bare: return 1;
      case ReferenceProof::forged: return 2;
    }
    return 2;
  }
  static std::ptrdiff_t visibility(std::string_view place) {
    return std::find(k_places.begin(), k_places.end(), place) - k_places.begin();
  }

  const ReadingContext& context_;
  std::vector<NamedCase> found_;
};

void collect_recipients(const MessageFacts& facts, Collector& found) {
  for (const auto* list : {&facts.to, &facts.cc}) {
    for (const auto& person : *list) found.recipient(person.address);
  }
  constexpr std::array<std::string_view, 4> k_envelope{"delivered-to", "x-original-to",
                                                       "envelope-to", "x-envelope-to"};
  for (const auto& field : facts.headers) {
    const bool envelope =
        std::any_of(k_envelope.begin(), k_envelope.end(),
                    [&](std::string_view name) { return ascii::equal(name, field.name); });
    if (envelope) found.recipient(field.value);
  }
}

}  // namespace

std::vector<CaseReference> references_in(std::string_view text,
                                         const std::vector<std::string>& prefixes) {
  std::vector<CaseReference> found;
  const auto first = first_bytes(prefixes);
  for (std::size_t at = 0; at < text.size() && found.size() < k_named_cases; ++at) {
    if (!first[static_cast<unsigned char>(text[at])] || !can_start(text, at)) continue;
    auto reference = reference_at(text, at, prefixes);
    if (reference && std::find(found.begin(), found.end(), *reference) == found.end()) {
      found.push_back(std::move(*reference));
    }
  }
  return found;
}

std::vector<NamedCase> named_cases(const MessageFacts& facts, const ReadingContext& context) {
  Collector found{context};
  found.text(facts.subject, "subject");
  const auto written = references_in(facts.new_text, context.prefixes);
  for (const auto& reference : written) found.add(reference, ReferenceProof::bare, "body");
  const bool all_new = facts.text == facts.new_text;
  for (auto& reference : references_in(all_new ? "" : facts.text, context.prefixes)) {
    if (std::find(written.begin(), written.end(), reference) == written.end()) {
      found.add(std::move(reference), ReferenceProof::bare, "quoted");
    }
  }
  found.ids(facts.in_reply_to, "in-reply-to");
  found.ids(facts.references, "references");
  if (facts.delivery_report && facts.delivery_report->original_message_id) {
    found.message_id(*facts.delivery_report->original_message_id, "report");
  }
  collect_recipients(facts, found);
  return found.take();
}

}  // namespace redress::parsers
