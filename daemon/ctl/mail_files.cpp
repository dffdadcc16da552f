#include "daemon/ctl/mail_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

namespace redress::ctl {
namespace {

namespace fs = std::filesystem;
using domain::ErrorCode;
using domain::fail;
using domain::Result;

constexpr std::string_view k_from = "From ";

bool is_mbox(const std::string& name, std::string_view text) {
  return text.starts_with(k_from) || name.ends_with(".mbox");
}

/// ">From " lines lose one ">" (mboxrd).
std::string_view unquoted(std::string_view line) {
  const auto depth = line.find_first_not_of('>');
  const bool quoted =
      depth != std::string_view::npos && depth > 0 && line.substr(depth).starts_with(k_from);
  return quoted ? line.substr(1) : line;
}

Result<std::string> read_all(const fs::path& path) {
  std::ifstream in{path, std::ios::binary};
  if (!in) {
    return fail(
        ErrorCode::not_found,
        fmt::format("{}: cannot be read; name a file, a folder or - that exists", path.string()));
  }
  return std::string{std::istreambuf_iterator<char>{in}, {}};
}

Result<std::vector<fs::path>> files_of(const std::string& path) {
  std::error_code error;
  if (!fs::is_directory(path, error)) return std::vector<fs::path>{path};
  std::vector<fs::path> found;
  fs::recursive_directory_iterator walk{path, error};
  for (; !error && walk != fs::recursive_directory_iterator{}; walk.increment(error)) {
    const auto name = walk->path().filename().string();
    if (walk->is_regular_file(error) && !name.starts_with('.')) found.push_back(walk->path());
  }
  if (error) {
    return fail(ErrorCode::invalid_input, fmt::format("{}: {}", path, error.message()));
  }
  std::sort(found.begin(), found.end());
  return found;
}

bool use_text(const std::string& name, const std::string& text, const UseMail& use) {
  if (!is_mbox(name, text)) return use(name, text);
  std::size_t number = 0;
  for (const auto& mail : split_mbox(text)) {
    if (!use(fmt::format("{}:{}", name, ++number), mail)) return false;
  }
  return true;
}

}  // namespace

std::vector<std::string> split_mbox(std::string_view text) {
  std::vector<std::string> mails;
  bool after_empty = true;
  while (!text.empty()) {
    const auto end = text.find('\n');
    const auto line = text.substr(0, end == std::string_view::npos ? text.size() : end + 1);
    text.remove_prefix(line.size());
    if (after_empty && line.starts_with(k_from)) {
      mails.emplace_back();
    } else if (!mails.empty()) {
      mails.back() += unquoted(line);
    }
    after_empty = line == "\n" || line == "\r\n";
  }
  return mails;
}

Result<void> each_mail(const std::vector<std::string>& paths, const UseMail& use) {
  for (const auto& path : paths) {
    if (path == "-") {
      const std::string text{std::istreambuf_iterator<char>{std::cin}, {}};
      if (!use_text("-", text, use)) return {};
      continue;
    }
    const auto files = files_of(path);
    if (!files) return files.error();
    for (const auto& file : *files) {
      const auto text = read_all(file);
      if (!text) return text.error();
      if (!use_text(file.string(), *text, use)) return {};
    }
  }
  return {};
}

}  // namespace redress::ctl
