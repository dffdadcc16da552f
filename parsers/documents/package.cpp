#include "parsers/documents/document.hpp"
#include "parsers/documents/xml_text.hpp"

#include <zip.h>
#include <pugixml.hpp>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>

namespace redress::documents {
namespace {

struct CloseArchive {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Archive = std::unique_ptr<zip_t, CloseArchive>;
using File = std::unique_ptr<zip_file_t, CloseFile>;

constexpr std::string_view k_document_relation =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";

Archive open_archive(std::string_view bytes) {
  auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  if (source == nullptr) return nullptr;
  Archive archive{zip_open_from_source(source, ZIP_RDONLY, nullptr)};
  if (archive == nullptr) zip_source_free(source);
  return archive;
}

class Package {
 public:
  Package(Archive archive, const Limits& limits, DocumentText& out)
      : archive_(std::move(archive)), limits_(limits), out_(out) {}

  bool has(const char* name) const { return zip_name_locate(archive_.get(), name, 0) >= 0; }

  /// A file of the package, unpacked up to the limit: what its directory says of its size is not
  /// believed. Nothing where it is missing or cannot be unpacked.
  std::optional<std::string> file(const char* name) {
    zip_stat_t about{};
    if (zip_stat(archive_.get(), name, 0, &about) != 0) return std::nullopt;
    const bool sealed =
        (about.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && about.encryption_method != ZIP_EM_NONE;
    if (sealed) {
      out_.defects.emplace_back("document_encrypted", name);
      return std::nullopt;
    }
    const File file{zip_fopen(archive_.get(), name, 0)};
    if (file == nullptr) return std::nullopt;
    return unpacked(file.get(), name);
  }

  bool parse(const char* name, pugi::xml_document& xml) {
    const auto bytes = file(name);
    if (!bytes) return false;
    // White space between two words in two runs is a text node of its own. Entities and document
    // types are never expanded by pugixml.
    const auto parsed =
        xml.load_buffer(bytes->data(), bytes->size(), pugi::parse_default | pugi::parse_ws_pcdata);
    if (!parsed) out_.defects.emplace_back("document_broken", parsed.description());
    return true;  // what stands before the break is kept
  }

 private:
  std::string unpacked(zip_file_t* file, const char* name) {
    constexpr std::size_t k_step = 64U << 10U;
    std::string bytes;
    while (bytes.size() <= limits_.xml_bytes) {
      const auto before = bytes.size();
      bytes.resize(before + k_step);
      const auto got = zip_fread(file, bytes.data() + before, k_step);
      bytes.resize(before + static_cast<std::size_t>(std::max<zip_int64_t>(got, 0)));
      if (got < 0) out_.defects.emplace_back("document_broken", name);
      if (got <= 0) return bytes;
    }
    out_.defects.emplace_back("document_too_large", name);
    bytes.resize(limits_.xml_bytes);
    return bytes;
  }

  Archive archive_;
  const Limits& limits_;
  DocumentText& out_;
};

/// Where the package says that its text stands (ECMA-376-2, 9.3); Word's own name by default.
std::string main_document(Package& package) {
  pugi::xml_document relations;
  std::string target = "word/document.xml";
  if (!package.has("_rels/.rels") || !package.parse("_rels/.rels", relations)) return target;
  for (const auto relation : relations.child("Relationships").children("Relationship")) {
    if (relation.attribute("Type").value() == k_document_relation) {
      target = relation.attribute("Target").value();
    }
  }
  target.erase(0, target.find_first_not_of('/'));
  return target;
}

bool is_encrypted_opendocument(Package& package) {
  pugi::xml_document manifest;
  if (!package.parse("META-INF/manifest.xml", manifest)) return false;
  for (const auto entry : manifest.first_child().children()) {
    if (entry.child("manifest:encryption-data")) return true;
  }
  return false;
}

void read_opened(Package& package, const Limits& limits, DocumentText& out) {
  pugi::xml_document xml;
  if (package.has("content.xml")) {
    if (is_encrypted_opendocument(package)) {
      out.defects.emplace_back("document_encrypted", "");
    } else if (package.parse("content.xml", xml)) {
      read_opendocument(xml, limits, out);
    }
    return;
  }
  const auto main = main_document(package);
  if (!package.has(main.c_str())) {
    out.defects.emplace_back("document_unknown", "no text in the package");
  } else if (package.parse(main.c_str(), xml)) {
    read_wordprocessing(xml, limits, out);
  }
}

}  // namespace

DocumentText read_package(std::string_view bytes, const Limits& limits) {
  DocumentText out;
  auto archive = open_archive(bytes);
  if (archive == nullptr) {
    out.defects.emplace_back("document_broken", "no package");
    return out;
  }
  Package package{std::move(archive), limits, out};
  read_opened(package, limits, out);
  return out;
}

}  // namespace redress::documents
