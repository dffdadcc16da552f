#include "parsers/header/addresses.hpp"
#include "parsers/mime/charset.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace redress;

/// RFC 5322, 3.4: no more addresses than asked for; an address that could be answered is a whole
/// one.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t k_most = 50;
  parsers::DefectLog defects;
  const auto addresses = parsers::parse_addresses(fuzz::text_of(data, size), k_most, defects);
  fuzz::require(addresses.size() <= k_most);
  for (const auto& one : addresses) {
    fuzz::require(parsers::is_utf8(one.name));
    fuzz::require(!one.parsed || one.parsed->str().find('@') != std::string::npos);
  }
  return 0;
}
