#include "daemon/adapters/control/control_socket.hpp"

#include <sys/stat.h>

#include <cstdlib>

namespace redress::adapters {
namespace {

constexpr auto k_runtime_socket = "/run/redress/control";

bool is_socket(const std::string& path) {
  struct stat found {};
  return ::stat(path.c_str(), &found) == 0 && S_ISSOCK(found.st_mode);
}

}  // namespace

std::string control_path(const std::string& store_path) {
  const char* runtime = std::getenv("RUNTIME_DIRECTORY");
  return runtime != nullptr ? std::string{runtime} + "/control" : store_path + ".control";
}

std::string find_control(const std::string& store_path) {
  auto beside = store_path + ".control";
  return is_socket(beside) || !is_socket(k_runtime_socket) ? beside : k_runtime_socket;
}

}  // namespace redress::adapters
