#pragma once

#include "config/settings.hpp"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace redress::config {

/// Something that a policy names and that lies elsewhere: with the staff, the letters, the
/// settings.
struct Mention {
  enum class What { role, letter, language, body } what{};
  std::vector<std::string> names;  ///< of roles any one suffices; else there is one
  std::string place;               ///< "FILE:LINE: KEY"
};

/// A policy with what has to be looked up elsewhere.
struct PolicyFile {
  domain::Policy policy;
  std::vector<Mention> mentions;
  std::vector<domain::Vocabulary> included_words;  ///< of each file that it includes
};

/// A file that a policy includes.
struct IncludedText {
  std::string file;  ///< as errors name it
  std::string text;
};
/// Finds a file by the path that stands in `include`, seen from the folder of the policy file.
/// Error: what is wrong and the mend, without file and line.
using FindIncluded = std::function<domain::Result<IncludedText>(const std::string& path)>;

/// Reads a policy.toml and the files that it includes, of which only behaviours, measures,
/// referrals, words and form labels are taken; they include no further ones. Error: settings;
/// "FILE:LINE: KEY: what; mend".
domain::Result<PolicyFile> read_policy_file(std::string_view text, const std::string& file,
                                            const FindIncluded& find);

/// Whether what the policy names is there. `policy`: with the settings merged. `letters`: names of
/// those that can be written; `templates`: names of the template files, "acknowledgement.cy.text".
/// Gives warnings: roles that nobody has. Error: settings; a letter or a language without its
/// template, a body that nobody can be pointed to, a `[[body]]` that the policy does not name.
domain::Result<std::vector<std::string>> check_mentions(const PolicyFile& file,
                                                        const domain::Policy& policy,
                                                        const Settings& settings,
                                                        std::span<const std::string> letters,
                                                        std::span<const std::string> templates);

}  // namespace redress::config
