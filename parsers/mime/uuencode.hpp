#pragma once

#include "parsers/defects.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace redress::parsers {

struct EncodedFile {
  std::string name;  ///< as it stood there, undecoded
  std::string bytes;
};

/// Takes files out of a plain text that carries them as uuencode does ("begin 644 name" … "end"),
/// and returns the text without them. Linear. What begins like a file and does not go on like one
/// stays in the text; one that never ends is taken as far as it goes. Defect:
/// "uuencode_not_closed"; "too_many_files" where more than 500 stay in the text.
std::string take_uuencoded(std::string_view text, std::vector<EncodedFile>& files,
                           DefectLog& defects);

}  // namespace redress::parsers
