#include "parsers/mime/signed_content.hpp"

#include <openssl/cms.h>
#include <openssl/err.h>

#include <memory>

namespace redress::parsers {
namespace {

struct FreeContentInfo {
  void operator()(CMS_ContentInfo* info) const { CMS_ContentInfo_free(info); }
};

}  // namespace

std::optional<std::string> signed_content(std::string_view cms) {
  const auto* at = reinterpret_cast<const unsigned char*>(cms.data());
  const std::unique_ptr<CMS_ContentInfo, FreeContentInfo> info{
      d2i_CMS_ContentInfo(nullptr, &at, static_cast<long>(cms.size()))};
  ERR_clear_error();
  if (!info || OBJ_obj2nid(CMS_get0_type(info.get())) != NID_pkcs7_signed) return std::nullopt;
  auto* const* content = CMS_get0_content(info.get());
  if (content == nullptr || *content == nullptr) return std::nullopt;
  const auto* bytes = reinterpret_cast<const char*>(ASN1_STRING_get0_data(*content));
  return std::string(bytes, static_cast<std::size_t>(ASN1_STRING_length(*content)));
}

}  // namespace redress::parsers
