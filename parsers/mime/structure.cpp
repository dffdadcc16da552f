#include "parsers/mime/structure.hpp"

#include "parsers/ascii.hpp"
#include "parsers/mime/guard.hpp"
#include "parsers/mime/mime.hpp"

#include <algorithm>
#include <array>

namespace redress::parsers {
namespace {

// RFC 2046, 5.1.1 allows 70; what is longer than this is no boundary that anybody made in earnest.
constexpr std::size_t k_boundary_bytes = 256;
// How far into a multipart without a boundary parameter one is looked for.
constexpr std::size_t k_guess_lines = 50;

struct OpenMultipart {
  std::size_t part{};
  std::string delimiter;  ///< with its two dashes
};

struct Match {
  std::size_t level{};
  bool closing{};
};

class Cutter final : public BoundarySense {
 public:
  Cutter(std::string_view bytes, const Limits& limits, DefectLog& defects)
      : bytes_(bytes), limits_(limits), defects_(defects) {}

  std::vector<Part> cut() {
    std::size_t at = open_entity(0, 0, false);
    // Nothing opens a multipart but a boundary of the one around it.
    while (!open_.empty() && find_dashed_line(at)) {
      ascii::Lines lines{bytes_, at};
      std::string_view line;
      lines.next(line);
      at = lines.position();
      const auto match = boundary(line);
      if (!match) continue;
      close_down_to(match->level, lines.start());
      if (match->closing) {
        open_.pop_back();
        continue;
      }
      if (parts_.size() >= limits_.parts) {
        defects_.add("too_many_parts");
        return std::move(parts_);
      }
      const auto parent = open_.back().part;
      parts_[parent].children.push_back(parts_.size());
      at = open_entity(at, parts_[parent].depth + 1, parts_[parent].is("multipart/digest"));
    }
    if (!open_.empty()) defects_.add("boundary_not_closed", open_.back().delimiter);
    close_leaves(bytes_.size(), 0);
    keep_unopened();
    return std::move(parts_);
  }

  bool is_boundary(std::string_view line) const override {
    return !open_.empty() && boundary(line).has_value();
  }

 private:
  /// Moves `at`, which is the start of a line, to that of the next one that could be a boundary.
  bool find_dashed_line(std::size_t& at) const {
    const auto starts_line = [this](std::size_t place) {
      return place == 0 || bytes_[place - 1] == '\n' || bytes_[place - 1] == '\r';
    };
    at = bytes_.find("--", at);
    while (at != bytes_.npos && !starts_line(at)) at = bytes_.find("--", at + 1);
    return at != bytes_.npos;
  }

  /// Reads the header at `start`, and of a message inside a message the header after it too.
  /// Returns where the search for boundaries goes on.
  std::size_t open_entity(std::size_t start, std::size_t depth, bool in_digest) {
    auto header = guard_header(bytes_, start, *this, limits_, defects_);
    Part part;
    part.depth = depth;
    part.headers = split_header_block(header.block);
    part.type = content_type(part, in_digest);
    part.disposition = parse_parameterised(part.header("Content-Disposition"), defects_);
    part.encoding = ascii::lowered(ascii::trimmed(part.header("Content-Transfer-Encoding")));
    part.body = bytes_.substr(header.body);
    const auto index = parts_.size();
    parts_.push_back(std::move(part));
    leaves_.push_back(index);
    return descend(index, header.body);
  }

  std::size_t descend(std::size_t index, std::size_t body) {
    const auto& part = parts_[index];
    const bool nests = part.is_multipart() || (part.is_message() && is_identity(part.encoding));
    if (!nests) return body;
    if (part.depth + 1 > limits_.depth) {
      defects_.add("nesting_too_deep");
      return body;
    }
    if (part.is_multipart()) {
      auto boundary_text = find_boundary(part);
      if (!boundary_text.empty()) open_.push_back({index, "--" + boundary_text});
      return body;
    }
    if (parts_.size() >= limits_.parts) {
      defects_.add("too_many_parts");
      return body;
    }
    parts_[index].children.push_back(parts_.size());
    return open_entity(body, part.depth + 1, false);  // bounded by limits_.depth
  }

  static bool is_identity(std::string_view encoding) {
    return encoding != "base64" && encoding != "quoted-printable";
  }

  ParameterisedValue content_type(const Part& part, bool in_digest) {
    auto type = parse_parameterised(part.header("Content-Type"), defects_);
    const auto slash = type.value.find('/');
    if (slash == 0 || slash == std::string::npos || slash + 1 == type.value.size()) {
      if (!part.header("Content-Type").empty()) {
        defects_.add("content_type_invalid", part.header("Content-Type"));
      }
      const bool text = type.value.empty() || type.value == "text";
      type.value = in_digest ? "message/rfc822" : text ? "text/plain" : "application/octet-stream";
    }
    return type;
  }

  std::string find_boundary(const Part& part) {
    const auto* given = part.type.find("boundary");
    if (given != nullptr && !given->empty() && given->size() <= k_boundary_bytes) return *given;
    defects_.add("boundary_missing");
    ascii::Lines lines{part.body};
    std::string_view line;
    for (std::size_t n = 0; n < k_guess_lines && lines.next(line); ++n) {
      const bool dashes = line.size() > 4 && line.size() <= k_boundary_bytes &&
                          line.starts_with("--") && line[2] != ' ';
      ascii::Lines ahead = lines;
      std::string_view next;
      if (dashes && ahead.next(next) && ascii::starts_with(next, "content-")) {
        return std::string{ascii::trimmed(line.substr(2))};
      }
    }
    return {};
  }

  /// The innermost open multipart whose delimiter this line is (RFC 2046, 5.1.1).
  std::optional<Match> boundary(std::string_view line) const {
    if (!line.starts_with("--")) return std::nullopt;
    for (std::size_t level = open_.size(); level-- > 0;) {
      const auto& delimiter = open_[level].delimiter;
      if (!line.starts_with(delimiter)) continue;
      const auto rest = line.substr(delimiter.size());
      if (ascii::trimmed(rest.substr(0, k_boundary_bytes)).empty()) return Match{level, false};
      if (rest.starts_with("--")) return Match{level, true};
    }
    return std::nullopt;
  }

  void close_down_to(std::size_t level, std::size_t end) {
    if (level + 1 < open_.size()) defects_.add("boundary_not_closed", open_.back().delimiter);
    const auto keep = open_[level].part;
    open_.resize(level + 1);
    close_leaves(end, keep + 1);
  }

  /// Ends every entity from index `first` on that is still open; the line break before a boundary
  /// belongs to the boundary.
  void close_leaves(std::size_t end, std::size_t first) {
    while (!leaves_.empty() && leaves_.back() >= first) {
      auto& part = parts_[leaves_.back()];
      leaves_.pop_back();
      const auto start = static_cast<std::size_t>(part.body.data() - bytes_.data());
      part.body = bytes_.substr(start, std::max(end, start) - start);
      if (first == 0) continue;
      if (part.body.ends_with('\n')) part.body.remove_suffix(1);
      if (part.body.ends_with('\r')) part.body.remove_suffix(1);
    }
  }

  /// A multipart in which no boundary was ever found is read as the text it looks like.
  void keep_unopened() {
    for (auto& part : parts_) {
      if (!part.is_multipart() || !part.children.empty()) continue;
      if (part.depth + 1 > limits_.depth) continue;
      if (ascii::trimmed(part.body).empty()) continue;
      defects_.add("boundary_not_found");
      part.type.value = "text/plain";
    }
  }

  std::string_view bytes_;
  const Limits& limits_;
  DefectLog& defects_;
  std::vector<Part> parts_;
  std::vector<OpenMultipart> open_;
  std::vector<std::size_t> leaves_;  ///< entities whose end is not known yet, outermost first
};

constexpr std::array<std::string_view, 5> k_identity{"", "7bit", "8bit", "binary", "none"};

}  // namespace

std::string_view Part::header(std::string_view name) const {
  for (const auto& field : headers) {
    if (ascii::equal(field.name, name)) return field.value;
  }
  return {};
}

std::vector<Part> cut_into_parts(std::string_view bytes, const Limits& limits, DefectLog& defects) {
  return Cutter{bytes, limits, defects}.cut();
}

std::vector<HeaderField> header_of(std::string_view message, const Limits& limits) {
  DefectLog ignored;
  return split_header_block(guard_header(message, 0, NoBoundary{}, limits, ignored).block);
}

std::string decoded_body(const Part& part, DefectLog& defects) {
  const auto words = std::string_view{part.encoding};
  const auto encoding = words.substr(0, words.find_first_of(" \t;("));
  if (encoding == "base64") {
    auto decoded = decode_base64(part.body);
    if (!decoded.clean) defects.add("base64_invalid");
    return std::move(decoded.bytes);
  }
  if (encoding == "quoted-printable") {
    auto decoded = decode_quoted_printable(part.body);
    if (!decoded.clean) defects.add("quoted_printable_invalid");
    return std::move(decoded.bytes);
  }
  if (std::find(k_identity.begin(), k_identity.end(), encoding) == k_identity.end()) {
    defects.add("transfer_encoding_unknown", encoding);
  }
  return std::string{part.body};
}

}  // namespace redress::parsers
