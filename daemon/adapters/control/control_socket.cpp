#include "daemon/adapters/control/control_socket.hpp"

#include <cstdlib>

namespace redress::adapters {

std::string control_path(const std::string& store_path) {
  const char* runtime = std::getenv("RUNTIME_DIRECTORY");
  return runtime != nullptr ? std::string{runtime} + "/control" : control_link(store_path);
}

std::string control_link(const std::string& store_path) {
  return store_path + ".control";
}

}  // namespace redress::adapters
