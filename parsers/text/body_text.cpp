#include "parsers/text/body_text.hpp"

#include "parsers/ascii.hpp"
#include "parsers/form/document_facts.hpp"
#include "parsers/mime/attachments.hpp"
#include "parsers/mime/charset.hpp"
#include "parsers/mime/file_types.hpp"
#include "parsers/mime/signed_content.hpp"
#include "parsers/mime/uuencode.hpp"
#include "parsers/text/html_text.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace redress::parsers {
namespace {

/// Parts that are for machines: no text, and nothing that a person would call an attachment.
constexpr std::array<std::string_view, 6> k_machine_types{"message/delivery-status",
                                                          "message/global-delivery-status",
                                                          "message/disposition-notification",
                                                          "message/feedback-report",
                                                          "text/rfc822-headers",
                                                          "message/global-headers"};

bool is_machine_part(const Part& part) {
  return std::find(k_machine_types.begin(), k_machine_types.end(), part.type.value) !=
         k_machine_types.end();
}

bool is_plain(const Part& part) {
  return part.is("text/plain") || part.is("text/enriched") || part.is("text/richtext");
}

/// Text of some entities, with whether the HTML of an alternative made it.
struct Shown {
  std::string marked;
  bool from_plain{false};
  bool from_html{false};
};

class BodyReader {
 public:
  BodyReader(const std::vector<Part>& parts, const Limits& limits, DefectLog& defects, Body& out)
      : parts_(parts), limits_(limits), defects_(defects), out_(out) {}

  void read() {
    auto all = shown(0);
    out_.marked = std::move(all.marked);
    out_.from_html = all.from_html;
    if (out_.marked.size() > limits_.text_bytes) {
      defects_.add("text_too_long");
      out_.marked = std::string{cut_utf8(out_.marked, limits_.text_bytes)};
    }
  }

 private:
  // Nesting is bounded by limits.depth, so recursion is too.
  Shown shown(std::size_t index) {
    const auto& part = parts_[index];
    if (auto inside = unwrapped(part)) return std::move(*inside);
    note_sealed(part);
    if (part.is_multipart()) {
      return part.is("multipart/alternative") ? alternative(part) : sequence(part);
    }
    if (is_machine_part(part)) return {};
    if (!is_shown(part)) {
      auto bytes = decoded_body(part, defects_);
      auto about = describe_attachment(parts_, index, bytes, defects_);
      attach(std::move(about), std::move(bytes));
      return {};
    }
    some_text_ = true;
    if (is_plain(part)) return {without_files(part_text(part, limits_, defects_)), true, false};
    if (plain_was_taken_) return {};
    return {html_to_marked_text(part_text(part, limits_, defects_), limits_, defects_), false,
            true};
  }

  /// What only its recipient's key or Outlook opens: told, since a person has to (RFC 8551, 3156).
  void note_sealed(const Part& part) {
    const auto* kind = part.type.find("smime-type");
    const bool only_signed = kind != nullptr && ascii::equal(*kind, "signed-data");
    if (part.is("multipart/encrypted") || (is_cms(part) && !only_signed)) {
      defects_.add("encrypted");
    }
    if (is_cms(part) && only_signed) defects_.add("signed_content_not_read");
    const bool tnef = part.is("application/ms-tnef") || part.is("application/vnd.ms-tnef");
    if (tnef || ascii::equal(attachment_name(part), "winmail.dat")) defects_.add("tnef_not_read");
  }

  static bool is_cms(const Part& part) {
    return part.is("application/pkcs7-mime") || part.is("application/x-pkcs7-mime");
  }

  /// A signature that wraps what it signs is read through, as deep as other entities may nest.
  std::optional<Shown> unwrapped(const Part& part) {
    if (!is_cms(part) || part.depth + 1 >= limits_.depth) return std::nullopt;
    const auto content = signed_content(decoded_body(part, defects_));
    if (!content) return std::nullopt;
    auto inside = limits_;
    inside.depth -= part.depth + 1;
    const auto parts = cut_into_parts(*content, inside, defects_);
    BodyReader reader{parts, inside, defects_, out_};
    reader.some_text_ = some_text_;
    reader.kept_bytes_ = kept_bytes_;
    auto out = reader.shown(0);
    some_text_ = reader.some_text_;
    kept_bytes_ = reader.kept_bytes_;
    return out;
  }

  std::string without_files(std::string_view text) {
    std::vector<EncodedFile> files;
    auto rest = take_uuencoded(text, files, defects_);
    for (auto& file : files) {
      auto about = describe_file(file.name, file.bytes);
      attach(std::move(about), std::move(file.bytes));
    }
    return rest;
  }

  void keep_file(const Attachment& about, const std::string& bytes) {
    if (kept_bytes_ + bytes.size() > limits_.kept_file_bytes) return;
    const auto type = harmless_type(about, bytes);
    if (type.empty()) return;
    kept_bytes_ += bytes.size();
    out_.files.push_back({out_.attachments.size(), type, bytes});
  }

  void attach(Attachment about, std::string bytes) {
    keep_file(about, bytes);
    if (is_document(bytes)) {
      if (out_.documents.size() < limits_.documents && bytes.size() <= limits_.document_bytes) {
        out_.documents.push_back({out_.attachments.size(), std::move(bytes)});
      } else {
        defects_.add("document_not_read", about.name);
      }
    }
    out_.attachments.push_back(std::move(about));
  }

  /// Text is shown unless it is attached by name: a named text behind the body is an attachment
  /// even where its disposition is missing or "inline".
  bool is_shown(const Part& part) const {
    if (!is_plain(part) && !part.is("text/html")) return false;
    if (part.disposition.value == "attachment") return false;
    return !some_text_ || attachment_name(part).empty();
  }

  Shown sequence(const Part& part) {
    Shown out;
    for (const auto child : part.children) {
      auto next = shown(child);
      if (ascii::trimmed(next.marked).empty()) continue;
      out.from_plain = out.from_plain || next.from_plain;
      out.from_html = out.from_html || next.from_html;
      if (!out.marked.empty()) out.marked += out.marked.ends_with('\n') ? "\n" : "\n\n";
      out.marked += next.marked;
    }
    return out;
  }

  Shown alternative(const Part& part) {
    Shown best;
    const bool before = some_text_;
    const bool taken_before = plain_was_taken_;
    for (const auto child : part.children) {
      some_text_ = before;  // each alternative stands in the same place
      plain_was_taken_ = taken_before || best.from_plain;
      auto next = shown(child);
      if (ascii::trimmed(next.marked).empty()) continue;
      const bool better =
          ascii::trimmed(best.marked).empty() || (next.from_plain && !best.from_plain);
      if (better) best = std::move(next);
    }
    plain_was_taken_ = taken_before;
    some_text_ = before || !best.marked.empty();
    return best;
  }

  const std::vector<Part>& parts_;
  const Limits& limits_;
  DefectLog& defects_;
  Body& out_;  ///< of the whole message, also for what a signature wraps
  bool some_text_{false};
  std::size_t kept_bytes_{0};
  bool plain_was_taken_{false};  ///< HTML beside it, which costs the most to read, says no more
};

std::size_t quote_depth(std::string_view line) {
  std::size_t depth = 0;
  while (depth < line.size() && line[depth] == '>') ++depth;
  return depth;
}

}  // namespace

std::string join_flowed(std::string_view text, bool del_sp) {
  std::string out;
  out.reserve(text.size());
  bool flowing = false;
  std::size_t depth_before = 0;
  ascii::Lines lines{text};
  for (std::string_view line; lines.next(line);) {
    const auto depth = quote_depth(line);
    auto content = line.substr(depth);
    if (content.starts_with(' ')) content.remove_prefix(1);  // space-stuffing
    const bool signature = content == "-- ";
    const bool joins = flowing && depth == depth_before && !signature;
    if (!joins) {
      if (flowing) out += '\n';
      out.append(depth, '>');
      if (depth > 0 && !content.empty()) out += ' ';
    }
    flowing = content.ends_with(' ') && !signature;
    depth_before = depth;
    if (flowing && del_sp) content.remove_suffix(1);
    out += content;
    if (!flowing) out += '\n';
  }
  return out;
}

std::string part_text(const Part& part, const Limits& limits, DefectLog& defects) {
  const auto* charset = part.type.find("charset");
  const auto bytes = decoded_body(part, defects);
  if (bytes.find('\0') != bytes.npos) defects.add("nul_in_text");
  // What is cut here is far beyond what is kept: no charset needs more than four bytes for one.
  const auto kept =
      std::string_view{bytes}.substr(0, 4 * std::max(limits.text_bytes, limits.html_bytes));
  auto text = clean_text(to_utf8(kept, charset == nullptr ? "" : *charset, defects));
  const auto* format = part.type.find("format");
  if (format == nullptr || !ascii::equal(*format, "flowed")) return text;
  const auto* del_sp = part.type.find("delsp");
  return join_flowed(text, del_sp != nullptr && ascii::equal(*del_sp, "yes"));
}

Body read_body(const std::vector<Part>& parts, const Limits& limits, DefectLog& defects) {
  Body out;
  BodyReader{parts, limits, defects, out}.read();
  return out;
}

}  // namespace redress::parsers
