#include "parsers/ascii.hpp"
#include "parsers/classify/classify.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace redress::parsers {
namespace {

using domain::SenderAuthentication;

constexpr std::size_t k_results_max = 50;     // of one field: more is no server's
constexpr std::size_t k_properties_max = 20;  // of one result

/// One "method=result property=value …" of the field (RFC 8601, 2.2).
struct MethodResult {
  std::string method, result;
  std::vector<std::pair<std::string, std::string>> properties;

  std::string_view property(std::string_view name) const {
    for (const auto& [key, value] : properties) {
      if (key == name) return value;
    }
    return {};
  }
};

/// Comments become spaces and quotation marks go; a ";" inside either does not part results.
struct Cleaned {
  std::vector<std::string> parts;  ///< between the ";"
};

class Cleaner {
 public:
  Cleaned clean(std::string_view value) {
    for (std::size_t at = 0; at < value.size(); ++at) {
      const char c = value[at];
      if (c == '\\' && (quoted_ || depth_ > 0)) {
        ++at;
        if (quoted_ && at < value.size()) keep(value[at]);
      } else if (quoted_) {
        in_quotes(c);
      } else {
        outside(c);
      }
    }
    out_.parts.push_back(std::move(part_));
    return std::move(out_);
  }

 private:
  void in_quotes(char c) {
    if (c == '"') {
      quoted_ = false;
    } else {
      keep(c);
    }
  }

  void outside(char c) {
    if (c == '(') {
      ++depth_;
    } else if (c == ')' && depth_ > 0) {
      --depth_;
      keep(' ');
    } else if (depth_ > 0) {
      return;
    } else if (c == '"') {
      quoted_ = true;
    } else if (c == ';') {
      part();
    } else {
      keep(c);
    }
  }

  void keep(char c) {
    // A space or "=" that was quoted must not look like grammar.
    part_ += quoted_ && (ascii::is_space(c) || c == '=') ? '_' : ascii::lower(c);
  }
  void part() {
    if (out_.parts.size() < k_results_max) out_.parts.push_back(std::move(part_));
    part_.clear();
  }

  Cleaned out_;
  std::string part_;
  bool quoted_{false};
  int depth_{0};
};

std::vector<std::string_view> words(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at < text.size();) {
    const auto start = text.find_first_not_of(" \t\r\n", at);
    if (start == std::string_view::npos) break;
    auto end = text.find_first_of(" \t\r\n", start);
    if (end == std::string_view::npos) end = text.size();
    out.push_back(text.substr(start, end - start));
    at = end;
  }
  return out;
}

/// "dkim = pass" is "dkim=pass": white space round "=" means nothing.
std::string close_up(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (ascii::is_space(text[at])) {
      const auto next = text.find_first_not_of(" \t\r\n", at);
      const bool before = !out.empty() && out.back() == '=';
      if (before || next == std::string_view::npos || text[next] == '=') continue;
    }
    out += text[at];
  }
  return out;
}

std::optional<MethodResult> read_result(std::string_view part) {
  const auto text = close_up(part);
  MethodResult out;
  for (const auto word : words(text)) {
    const auto equals = word.find('=');
    if (equals == std::string_view::npos) continue;
    auto name = word.substr(0, equals);
    const auto value = word.substr(equals + 1);
    if (out.method.empty()) {
      out.method = name.substr(0, name.find('/'));  // a version may follow
      out.result = value;
    } else if (out.properties.size() < k_properties_max) {
      out.properties.emplace_back(name, value);
    }
  }
  if (out.method.empty()) return std::nullopt;
  return out;
}

/// Relaxed alignment (RFC 7489, 3.1), with "the same or a subdomain" for the organisational domain.
bool aligned(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return false;
  const auto under = [](std::string_view name, std::string_view parent) {
    return name.size() > parent.size() && parent.find('.') != std::string_view::npos &&
           name.ends_with(parent) && name[name.size() - parent.size() - 1] == '.';
  };
  return a == b || under(a, b) || under(b, a);
}

std::string_view domain_of(std::string_view address) {
  const auto at = address.rfind('@');
  return at == std::string_view::npos ? address : address.substr(at + 1);
}

/// What the results of one field say together.
class Verdict {
 public:
  explicit Verdict(std::string from) : from_(std::move(from)) {}

  void take(const MethodResult& result) {
    if (result.method == "dmarc") dmarc(result);
    if (result.method == "dkim" && result.result == "pass") {
      const auto signer = result.property("header.d");
      passed_ |= aligned(signer.empty() ? domain_of(result.property("header.i")) : signer, from_);
    }
    if (result.method == "spf") spf(result);
  }

  SenderAuthentication value() const {
    if (dmarc_failed_) return SenderAuthentication::failed;
    if (passed_) return SenderAuthentication::passed;
    return spf_failed_ ? SenderAuthentication::failed : SenderAuthentication::unknown;
  }

 private:
  void dmarc(const MethodResult& result) {
    if (result.result == "fail") dmarc_failed_ = true;
    if (result.result != "pass") return;
    const auto about = domain_of(result.property("header.from"));
    passed_ |= about.empty() || about == from_;
  }
  void spf(const MethodResult& result) {
    if (result.result == "pass") {
      passed_ |= aligned(domain_of(result.property("smtp.mailfrom")), from_);
    }
    spf_failed_ |= result.result == "fail" || result.result == "softfail";
  }

  std::string from_;
  bool passed_{false};
  bool dmarc_failed_{false};
  bool spf_failed_{false};
};

/// The results of the topmost field of that id, or nothing.
std::optional<std::vector<std::string>> results_of(const MessageFacts& facts,
                                                   std::string_view authserv_id) {
  for (const auto& field : facts.headers) {
    if (!ascii::equal(field.name, "authentication-results")) continue;
    auto cleaned = Cleaner{}.clean(field.value);
    const auto id = words(cleaned.parts.front());
    if (id.empty() || !ascii::equal(id.front(), authserv_id)) continue;
    cleaned.parts.erase(cleaned.parts.begin());
    return std::move(cleaned.parts);
  }
  return std::nullopt;
}

std::size_t from_fields(const MessageFacts& facts) {
  return static_cast<std::size_t>(
      std::count_if(facts.headers.begin(), facts.headers.end(),
                    [](const HeaderField& field) { return ascii::equal(field.name, "from"); }));
}

}  // namespace

SenderAuthentication sender_authentication(const MessageFacts& facts,
                                           std::string_view authserv_id) {
  if (authserv_id.empty()) return SenderAuthentication::unknown;
  // Servers differ in which of two addresses they test: neither can be believed.
  if (facts.from.size() > 1 || from_fields(facts) > 1) return SenderAuthentication::failed;
  const auto results = results_of(facts, authserv_id);
  if (!results) return SenderAuthentication::unknown;
  if (facts.from.empty() || !facts.from.front().parsed) return SenderAuthentication::failed;
  Verdict verdict{ascii::lowered(facts.from.front().parsed->domain())};
  for (const auto& part : *results) {
    if (const auto result = read_result(part)) verdict.take(*result);
  }
  return verdict.value();
}

}  // namespace redress::parsers
