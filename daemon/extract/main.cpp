// redress-extract: the document on standard input, what was read out of it on standard output as
// JSON (parsers/form/document_facts.hpp). Confined before the first byte is read. Ends with another
// status than 0 where nothing can be told.

#include "daemon/extract/confine.hpp"
#include "parsers/documents/document.hpp"

#include <unistd.h>
#include <nlohmann/json.hpp>

#include <cerrno>
#include <cstdlib>
#include <exception>
#include <new>
#include <string>
#include <string_view>

namespace {

constexpr std::size_t k_document_bytes = 64U << 20U;  // more is not given: see parsers/limits.hpp
constexpr int k_refused = 70;                         // EX_SOFTWARE of sysexits.h

bool read_all(std::string& document) {
  constexpr std::size_t k_step = 256U << 10U;
  while (document.size() <= k_document_bytes) {
    const auto before = document.size();
    document.resize(before + k_step);
    const auto got = ::read(STDIN_FILENO, document.data() + before, k_step);
    document.resize(before + static_cast<std::size_t>(got > 0 ? got : 0));
    if (got == 0) return true;
    if (got < 0 && errno != EINTR) return false;
  }
  return false;
}

bool write_all(std::string_view answer) {
  while (!answer.empty()) {
    const auto written = ::write(STDOUT_FILENO, answer.data(), answer.size());
    if (written < 0 && errno != EINTR) return false;
    if (written > 0) answer.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

std::string answer(const redress::documents::DocumentText& document) {
  nlohmann::json fields = nlohmann::json::array();
  for (const auto& field : document.fields) {
    fields.push_back({field.label, field.name, field.value});
  }
  const nlohmann::json out{
      {"text", document.text}, {"fields", std::move(fields)}, {"defects", document.defects}};
  return out.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

redress::documents::DocumentText too_large() {
  redress::documents::DocumentText out;
  out.defects.emplace_back("document_too_large", "memory");
  return out;
}

int run() {
  const redress::documents::CharsetModules loaded;
  redress::extract::confine();
  std::string document;
  if (!read_all(document)) return k_refused;
  try {
    return write_all(answer(redress::documents::read_document(document))) ? 0 : k_refused;
  } catch (const std::bad_alloc&) {
    return write_all(answer(too_large())) ? 0 : k_refused;
  }
}

}  // namespace

int main() {
  try {
    const int status = run();
    // Nothing is left to tidy up, and destructors of libraries may want what is forbidden now.
    ::_exit(status);
  } catch (const std::exception&) {
    ::_exit(k_refused);
  }
}
