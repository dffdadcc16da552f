#pragma once

#include "daemon/domain/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace redress::ctl {

struct CsvField {
  std::string text;      ///< without quotes and surrounding spaces
  std::size_t column{};  ///< of the table, from 1
};

struct CsvRow {
  std::size_t line{};  ///< of the file, from 1
  std::vector<CsvField> fields;
};

/// The rows of a file of comma-separated values (RFC 4180): UTF-8, with or without a byte order
/// mark, any line ends, quoted fields that may hold commas, line ends and doubled quotes. Where the
/// first line has semicolons and no comma, these part the fields, as spreadsheets of some countries
/// write it. Rows of empty fields are left out. Error: invalid_input, "LINE: what; mend".
domain::Result<std::vector<CsvRow>> read_csv(std::string_view text);

}  // namespace redress::ctl
