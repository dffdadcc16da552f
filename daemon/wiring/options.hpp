#pragma once

#include "daemon/domain/time.hpp"

#include <optional>
#include <string>
#include <vector>

namespace redress {

/// The command line of redressd.
struct Options {
  std::string config{"/etc/redress/redress.toml"};
  bool once{false};
  std::vector<std::string> faults;     ///< test builds only: "NAME=ACTION[@N]" each
  std::string gnuplot;                 ///< test builds only: draws charts in place of gnuplot
  std::optional<domain::Instant> now;  ///< test builds only: the clock stands still there
};

/// Reads the command line. An int is the exit status to leave with at once (help, version, misuse);
/// what is to be said has been printed.
struct Parsed {
  std::optional<Options> options;
  int exit_status{};
};
Parsed read_options(int argc, char** argv);

}  // namespace redress
