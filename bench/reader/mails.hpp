#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace redress::bench {

struct Mail {
  std::string file;  ///< below the folder it was read from
  std::string bytes;
};

struct MailSet {
  std::string name;
  std::vector<Mail> mails;

  std::size_t bytes() const;
};

/// The sets of mail below a folder that is laid out as the public corpora are: every .eml, .msg and
/// .txt of "mime", "bounces", "replies", "mail/ham", "mail/spam" and "labelled", in order of their
/// names. An mbox line on top is taken off, and what has no header is given a small one. Throws
/// std::runtime_error where a set is missing or empty.
std::vector<MailSet> load_mails(const std::filesystem::path& corpora);

/// What the corpora lack: mails of about 1.6 MB, with a long text in quoted-printable and a file in
/// base64.
MailSet large_mails();

}  // namespace redress::bench
