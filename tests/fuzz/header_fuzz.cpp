#include "parsers/header/header_facts.hpp"
#include "parsers/mime/charset.hpp"
#include "parsers/mime/guard.hpp"
#include "parsers/mime/mime.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace redress;

/// A header of any bytes is read within the limits, and every name and address in it is UTF-8.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const parsers::Limits limits;
  parsers::DefectLog defects;
  const auto header =
      parsers::guard_header(fuzz::text_of(data, size), 0, parsers::NoBoundary{}, limits, defects);
  fuzz::require(header.body <= size && header.block.size() <= limits.header_bytes);
  parsers::MessageFacts facts;
  facts.headers = parsers::split_header_block(header.block);
  parsers::read_header_facts(facts, limits, defects);
  for (const auto& from : facts.from) fuzz::require(parsers::is_utf8(from.name));
  return 0;
}
