#include "bench/reader/mails.hpp"

#include "parsers/mime/guard.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string_view>

namespace redress::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::array<const char*, 6> k_sets{"mime",     "bounces",   "replies",
                                            "mail/ham", "mail/spam", "labelled"};
// Folders of texts that are parts of mails, or no mails.
constexpr std::array<std::string_view, 3> k_no_mails{"trimmed", "elided", "LICENSES"};

constexpr std::string_view k_small_header =
    "From: Jo Bloggs <jo@example.org>\n"
    "To: comments@example.org\n"
    "Subject: What they wrote\n"
    "Date: Mon, 2 Nov 2026 10:00:00 +0000\n"
    "Message-ID: <one@example.org>\n\n";

constexpr std::size_t k_large_count = 10;
constexpr std::size_t k_file_bytes = 1U << 20U;
constexpr std::size_t k_base64_line = 76;
constexpr std::size_t k_text_lines = 2000;

std::string read_file(const fs::path& file) {
  std::ifstream in{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

std::string as_mail(std::string bytes) {
  if (bytes.starts_with("From ")) bytes.erase(0, bytes.find('\n') + 1);
  const auto first = std::string_view{bytes}.substr(0, bytes.find('\n'));
  return parsers::starts_field(first) ? bytes : std::string{k_small_header} + bytes;
}

bool is_mail(const fs::path& file) {
  const auto kind = file.extension();
  const auto folder = file.parent_path().filename().string();
  return (kind == ".eml" || kind == ".msg" || kind == ".txt") &&
         std::find(k_no_mails.begin(), k_no_mails.end(), folder) == k_no_mails.end();
}

MailSet load_set(const fs::path& corpora, const std::string& name) {
  MailSet out{name, {}};
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator{corpora / name}) {
    if (is_mail(entry.path())) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    out.mails.push_back({file.lexically_relative(corpora).string(), as_mail(read_file(file))});
  }
  if (out.mails.empty()) throw std::runtime_error{(corpora / name).string() + ": no mail there"};
  return out;
}

std::string base64_lines(std::string_view bytes) {
  constexpr int k_variant = sodium_base64_VARIANT_ORIGINAL;
  std::string encoded(sodium_base64_encoded_len(bytes.size(), k_variant), '\0');
  sodium_bin2base64(encoded.data(), encoded.size(),
                    reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), k_variant);
  encoded.pop_back();  // the NUL
  std::string out;
  for (std::size_t at = 0; at < encoded.size(); at += k_base64_line) {
    out.append(encoded, at, k_base64_line).append("\r\n");
  }
  return out;
}

}  // namespace

std::size_t MailSet::bytes() const {
  std::size_t sum = 0;
  for (const auto& mail : mails) sum += mail.bytes.size();
  return sum;
}

std::vector<MailSet> load_mails(const fs::path& corpora) {
  std::vector<MailSet> out;
  for (const auto* name : k_sets) out.push_back(load_set(corpora, name));
  return out;
}

MailSet large_mails() {
  constexpr std::string_view k_line =
      "I paid =C2=A3120 for a course that was cancelled twice, and my letters of =\r\n"
      "the 3rd and the 17th are still unanswered.\r\n";
  std::string text;
  for (std::size_t line = 0; line < k_text_lines; ++line) text += k_line;
  std::string file(k_file_bytes, '\0');
  for (std::size_t at = 0; at < file.size(); ++at) file[at] = static_cast<char>(at * at >> 3U);
  const auto bytes =
      "From: Jo Bloggs <jo@example.org>\r\nTo: comments@example.org\r\nSubject: My course\r\n"
      "Date: Mon, 2 Nov 2026 10:00:00 +0000\r\nMessage-ID: <two@example.org>\r\n"
      "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=cut\r\n\r\n"
      "--cut\r\nContent-Type: text/plain; charset=utf-8\r\n"
      "Content-Transfer-Encoding: quoted-printable\r\n\r\n" +
      text +
      "--cut\r\nContent-Type: application/pdf; name=letters.pdf\r\n"
      "Content-Transfer-Encoding: base64\r\n\r\n" +
      base64_lines(file) + "--cut--\r\n";
  MailSet out{"large", {}};
  for (std::size_t i = 0; i < k_large_count; ++i) {
    out.mails.push_back({"large/" + std::to_string(i), bytes});
  }
  return out;
}

}  // namespace redress::bench
