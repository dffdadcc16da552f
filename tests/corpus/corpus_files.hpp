#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

/// What the tests over public mail share.
namespace redress::parsers::corpus {

namespace fs = std::filesystem;

inline const fs::path k_root = REDRESS_CORPORA;

inline std::string read_file(const fs::path& file) {
  std::ifstream in{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

/// Mail files below a folder, in order; the corpora call them .eml, .msg and .txt.
inline std::vector<fs::path> mails(const fs::path& folder) {
  std::vector<fs::path> out;
  for (const auto& entry : fs::recursive_directory_iterator{k_root / folder}) {
    const auto kind = entry.path().extension();
    if (kind == ".eml" || kind == ".msg" || kind == ".txt") out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

/// Words with one blank between them.
inline std::string collapsed(const std::string& text) {
  std::istringstream in{text};
  std::string out;
  for (std::string word; in >> word;) out += (out.empty() ? "" : " ") + word;
  return out;
}

/// All line ends as LF, or as CRLF.
inline std::string with_lf(const std::string& bytes) {
  std::string out;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (bytes[at] != '\r' || bytes.compare(at, 2, "\r\n") != 0) out += bytes[at];
  }
  return out;
}
inline std::string with_crlf(const std::string& bytes) {
  std::string out;
  for (const char c : with_lf(bytes)) {
    if (c == '\n') out += '\r';
    out += c;
  }
  return out;
}

/// Agreements of two readers; what differs is printed by whoever counts it.
struct Tally {
  int compared{};
  int agreed{};
  void count(bool same) {
    ++compared;
    agreed += same ? 1 : 0;
  }
  bool at_least(int percent) const { return agreed * 100 >= compared * percent; }
};

inline std::ostream& operator<<(std::ostream& out, const Tally& tally) {
  return out << tally.agreed << " of " << tally.compared;
}

}  // namespace redress::parsers::corpus
