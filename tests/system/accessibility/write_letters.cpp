// Writes every HTML letter of the source tree into a folder, for a browser to open: each with all
// facts, with the fewest, and in large print; PACK.LETTER.LANGUAGE.FACTS.html.
// Usage, from the root of the sources: write_letters FOLDER

#include "templates/file_name.hpp"
#include "tests/unit/templates/support.hpp"

#include <array>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace redress::templates {
namespace {

constexpr const char* k_common_pack = "common";
constexpr const char* k_english = "en";

/// What the folders of templates hold.
struct Shipped {
  std::vector<std::string> packs{k_common_pack};  ///< the common one first
  std::set<std::string> languages{k_english};
};

Shipped look_around() {
  Shipped found;
  std::set<std::string> packs;
  for (const TemplateFile& file : shipped_files()) {
    if (file.pack != k_common_pack) packs.insert(file.pack);
    const auto name = read_name(file.name);
    if (name && !name->language.empty()) found.languages.insert(name->language);
  }
  found.packs.insert(found.packs.end(), packs.begin(), packs.end());
  return found;
}

std::array<std::pair<std::string, LetterFacts>, 3> facts_of(const std::string& letter) {
  LetterFacts full = full_facts();
  full.fields["notice_count"] = "0";
  LetterFacts large = full;
  large.fields["large_print"] = "yes";
  return {{{"full", std::move(full)}, {"least", least_facts(letter)}, {"large", std::move(large)}}};
}

class Writer {
 public:
  explicit Writer(std::filesystem::path folder) : folder_{std::move(folder)} {}

  void write_all() {
    const Shipped all = look_around();
    for (const std::string& pack : all.packs) {
      const TemplateSet set = shipped(pack);
      for (const std::string& letter : set.letters()) {
        for (const std::string& language : all.languages) {
          if (language == k_english || set.speaks(letter, language)) {
            write_letter(set, pack, letter, language);
          }
        }
      }
    }
  }

 private:
  void write_letter(const TemplateSet& set, const std::string& pack, const std::string& letter,
                    const std::string& language) {
    for (const auto& [amount, facts] : facts_of(letter)) {
      const std::string html = set.render(letter, facts, language).value().html;
      // Most letters of a pack are the common ones: each is looked at once.
      if (html.empty() || !written_.insert(amount + html).second) continue;
      const auto path = folder_ / (pack + "." + letter + "." + language + "." + amount + ".html");
      std::ofstream out(path, std::ios::binary);
      out << html << std::flush;
      if (!out) throw std::runtime_error{"cannot write " + path.string()};
    }
  }

  std::filesystem::path folder_;
  std::set<std::string> written_;  // whole documents, after the name of their facts
};

}  // namespace
}  // namespace redress::templates

int main(int count, char** words) {
  try {
    if (count != 2) throw std::runtime_error{"usage: write_letters FOLDER"};
    redress::templates::Writer{words[1]}.write_all();
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "write_letters: " << error.what() << '\n';
    return 1;
  }
}
