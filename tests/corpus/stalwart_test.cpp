#include "corpus_files.hpp"
#include "parsers/ascii.hpp"
#include "parsers/mime/attachments.hpp"
#include "parsers/mime/structure.hpp"
#include "parsers/text/body_text.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

/// The parts of public mails against the tree that another parser made of them.
namespace redress::parsers::corpus {
namespace {

using nlohmann::json;

// Percent that must agree. Measured: all.
constexpr int k_floor = 100;

/// One entity, as both readers can show it.
struct Entity {
  std::string type;
  std::string name;     ///< of the file that it is
  std::string content;  ///< of a leaf: text with its white space folded, or bytes without CR
};

/// A message: its entities in the order they stand, and how they nest.
struct Tree {
  std::string shape;
  std::vector<Entity> entities;
};

std::string without_cr(std::string bytes) {
  std::erase(bytes, '\r');
  return bytes;
}

const json* header_of(const json& part, const std::string& name) {
  for (const auto& field : part.at("headers")) {
    if (field.at("name") == name && field.at("value").is_object()) return &field.at("value");
  }
  return nullptr;
}

std::string attribute(const json* value, const std::string& name) {
  if (value == nullptr || !value->contains("ContentType")) return {};
  const auto& attributes = value->at("ContentType").at("attributes");
  if (!attributes.is_array()) return {};
  for (const auto& one : attributes) {
    if (one.at("name") == name) return one.at("value");
  }
  return {};
}

std::string their_type(const json& part, bool in_digest) {
  const auto* value = header_of(part, "content_type");
  if (value == nullptr) return in_digest ? "message/rfc822" : "text/plain";
  const auto& type = value->at("ContentType");
  const auto& sub = type.at("c_subtype");
  const auto whole =
      type.at("c_type").get<std::string>() + "/" + (sub.is_string() ? sub.get<std::string>() : "");
  return ascii::lowered(whole);
}

void add_theirs(const json& message, std::size_t index, bool in_digest, Tree& out) {
  const auto& part = message.at("parts").at(index);
  const auto& body = part.at("body");
  const auto& kind = body.begin().key();
  Entity entity{.type = their_type(part, in_digest), .name = {}, .content = {}};
  entity.name = attribute(header_of(part, "content_disposition"), "filename");
  if (entity.name.empty()) entity.name = attribute(header_of(part, "content_type"), "name");
  entity.name = safe_file_name(entity.name);
  if (kind == "Text" || kind == "Html") {
    entity.content = collapsed(body.begin().value());
  } else if (kind == "Binary" || kind == "InlineBinary") {
    for (const int byte : body.begin().value()) entity.content += static_cast<char>(byte);
    entity.content = without_cr(entity.content);
  }
  out.shape += entity.type + " ";
  const bool digest = entity.type == "multipart/digest";
  out.entities.push_back(std::move(entity));
  if (kind != "Multipart" && kind != "Message") return;
  out.shape += "(";
  if (kind == "Message") add_theirs(body.at(kind), 0, false, out);
  if (kind == "Multipart") {
    for (const std::size_t child : body.at(kind)) add_theirs(message, child, digest, out);
  }
  out.shape += ")";
}

void add_ours(const std::vector<Part>& parts, std::size_t index, Tree& out) {
  const auto& part = parts[index];
  DefectLog defects;
  Entity entity{.type = part.type.value, .name = attachment_name(part), .content = {}};
  if (part.type.value.starts_with("text/")) {
    entity.content = collapsed(part_text(part, Limits{}, defects));
  } else if (part.children.empty()) {
    entity.content = without_cr(decoded_body(part, defects));
  }
  out.shape += entity.type + " ";
  out.entities.push_back(std::move(entity));
  if (part.children.empty()) return;
  out.shape += "(";
  for (const auto child : part.children) add_ours(parts, child, out);
  out.shape += ")";
}

struct Difference {
  std::string_view file;
  std::string_view ours;
};

// Where we go by another rule on purpose. What follows from bytes without a charset is no
// difference of rules: `same_text` tells.
constexpr std::array k_policy{
    Difference{"rfc/000.eml", "samples of base64 that is none: decoded as far as it goes"},
    Difference{"rfc/008.eml",
               "a message in base64, which RFC 2046, 5.2.1 forbids: whole, as an attachment"},
};

bool by_policy(const std::string& file) {
  return std::any_of(k_policy.begin(), k_policy.end(),
                     [&file](const Difference& one) { return file.ends_with(one.file); });
}

/// Whether two texts are the same but for bytes that fit no charset: they are U+FFFD there, and
/// windows-1252 here, which tells a reader more.
bool same_text(std::string_view ours, std::string_view theirs) {
  constexpr std::string_view k_replaced = "\xEF\xBF\xBD";
  while (!ours.empty() && !theirs.empty()) {
    const bool replaced = theirs.starts_with(k_replaced);
    if (!replaced && ours.front() != theirs.front()) return false;
    theirs.remove_prefix(replaced ? k_replaced.size() : 1);
    ours.remove_prefix(1);
    while (replaced && !ours.empty() && (ascii::byte(ours.front()) & 0xC0) == 0x80) {
      ours.remove_prefix(1);  // the rest of one character
    }
  }
  return ours.empty() && theirs.empty();
}

struct Agreement {
  Tally shapes;
  Tally names;
  Tally contents;
};

void compare(const std::string& file, const Tree& theirs, const Tree& ours, Agreement& out) {
  out.shapes.count(theirs.shape == ours.shape);
  if (theirs.shape != ours.shape) {
    std::cout << file << " shape\n  " << ours.shape << "\n  " << theirs.shape << "\n";
  }
  for (std::size_t at = 0; at < theirs.entities.size(); ++at) {
    const auto& their = theirs.entities[at];
    const auto our = at < ours.entities.size() ? ours.entities[at] : Entity{};
    const bool same_name = same_text(our.name, their.name);
    out.names.count(same_name);
    if (!same_name) {
      std::cout << file << " name: " << our.name << " / " << their.name << "\n";
    }
    const bool same_content = same_text(our.content, their.content);
    out.contents.count(same_content);
    if (!same_content) {
      std::cout << file << " " << at << " " << their.type << "\n  " << our.content.substr(0, 300)
                << "\n  " << their.content.substr(0, 300) << "\n";
    }
  }
}

std::string as_it_is(const std::string& bytes) {
  return bytes;
}

struct LineEnds {
  const char* name;
  std::string (*change)(const std::string&);
};

class Stalwart : public testing::TestWithParam<LineEnds> {};

TEST_P(Stalwart, PartsNamesAndContentsAgree) {
  Agreement agreement;
  for (const auto& file : mails("mime/stalwart")) {
    auto tree_file = file;
    tree_file.replace_extension(".json");
    if (!fs::exists(tree_file)) continue;
    Tree theirs;
    add_theirs(json::parse(read_file(tree_file)), 0, false, theirs);
    const auto bytes = GetParam().change(read_file(file));
    DefectLog defects;
    Tree ours;
    add_ours(cut_into_parts(bytes, Limits{}, defects), 0, ours);
    const auto name = fs::relative(file, k_root).string();
    if (!by_policy(name)) compare(name, theirs, ours, agreement);
  }
  EXPECT_EQ(agreement.shapes.compared + static_cast<int>(k_policy.size()), 64);
  EXPECT_TRUE(agreement.shapes.at_least(k_floor)) << agreement.shapes;
  EXPECT_TRUE(agreement.names.at_least(k_floor)) << agreement.names;
  EXPECT_TRUE(agreement.contents.at_least(k_floor)) << agreement.contents;
}

INSTANTIATE_TEST_SUITE_P(LineEnds, Stalwart,
                         testing::Values(LineEnds{"as_it_is", as_it_is}, LineEnds{"lf", with_lf},
                                         LineEnds{"crlf", with_crlf}),
                         [](const auto& info) { return info.param.name; });

}  // namespace
}  // namespace redress::parsers::corpus
