#include "parsers/mime/guard.hpp"

#include "parsers/ascii.hpp"

#include <algorithm>
#include <iterator>

namespace redress::parsers {
namespace {

constexpr std::size_t k_field_name_bytes = 128;

/// Collects lines as long as the limits allow it.
class BlockWriter {
 public:
  BlockWriter(const Limits& limits, DefectLog& defects) : limits_(limits), defects_(defects) {}

  void field(std::string_view line) {
    field_bytes_ = 0;
    skipping_ = true;
    if (out_.fields >= limits_.header_count) {
      defects_.add("too_many_header_fields", line.substr(0, line.find(':')));
    } else if (out_.block.size() >= limits_.header_bytes) {
      defects_.add("header_too_long", line.substr(0, line.find(':')));
    } else {
      skipping_ = false;
      ++out_.fields;
      append(line);
    }
  }

  void fold(std::string_view line) {
    // A fold without a field above it has nothing to belong to; an empty one says nothing.
    if (!skipping_ && out_.fields > 0 && !ascii::trimmed(line).empty()) append(line);
  }

  GuardedHeader finish(std::size_t body) {
    out_.body = body;
    return std::move(out_);
  }
  std::size_t fields() const { return out_.fields; }

 private:
  void append(std::string_view line) {
    const auto room_field =
        limits_.header_field_bytes - std::min(field_bytes_, limits_.header_field_bytes);
    const auto room_block =
        limits_.header_bytes - std::min(out_.block.size(), limits_.header_bytes);
    auto kept = line;
    if (line.size() > room_field) {
      defects_.add("header_field_too_long", line.substr(0, k_field_name_bytes));
      kept = kept.substr(0, room_field);
      skipping_ = true;
    }
    if (kept.size() > room_block) {
      defects_.add("header_too_long");
      kept = kept.substr(0, room_block);
      skipping_ = true;
    }
    field_bytes_ += kept.size();
    if (kept.find('\0') == kept.npos) {
      out_.block += kept;
    } else {
      defects_.add("nul_in_header");
      std::copy_if(kept.begin(), kept.end(), std::back_inserter(out_.block),
                   [](char c) { return c != '\0'; });
    }
    out_.block += "\r\n";
  }

  const Limits& limits_;
  DefectLog& defects_;
  GuardedHeader out_;
  std::size_t field_bytes_{};
  bool skipping_{false};
};

bool is_fold(std::string_view line) {
  return !line.empty() && ascii::is_blank(line.front());
}

/// Envelope lines that mbox files and some servers put on top: no field, and no text either.
bool is_mbox_line(std::string_view line) {
  return line.starts_with("From ") || line.starts_with(">From ");
}

}  // namespace

bool starts_field(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && line[at] > ' ' && line[at] < 0x7F && line[at] != ':') ++at;
  if (at == 0 || at > k_field_name_bytes) return false;
  while (at < line.size() && ascii::is_blank(line[at])) ++at;
  return at < line.size() && line[at] == ':';
}

GuardedHeader guard_header(std::string_view bytes, std::size_t start, const BoundarySense& sense,
                           const Limits& limits, DefectLog& defects) {
  BlockWriter out{limits, defects};
  ascii::Lines lines{bytes, start};
  for (std::string_view line; lines.next(line);) {
    if (line.empty()) return out.finish(lines.position());
    if (sense.is_boundary(line)) return out.finish(lines.start());
    if (is_fold(line)) {
      // White space and no more after the fields is an empty line that somebody spoiled, unless
      // the header goes on below it.
      out.fold(line);
      continue;
    }
    if (starts_field(line)) {
      out.field(line);
      continue;
    }
    if (out.fields() == 0 && is_mbox_line(line)) continue;
    ascii::Lines ahead = lines;
    std::string_view next;
    const bool goes_on = out.fields() > 0 && ahead.next(next) && starts_field(next);
    if (!goes_on) {
      defects.add("header_without_blank_line", line);
      return out.finish(lines.start());
    }
    defects.add("header_line_malformed", line);
  }
  return out.finish(bytes.size());
}

}  // namespace redress::parsers
