#pragma once

#include "daemon/adapters/control/control_socket.hpp"
#include "daemon/adapters/control/import_session.hpp"
#include "daemon/ports/control.hpp"
#include "daemon/ports/task.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/local/stream_protocol.hpp>

#include <functional>
#include <string>

namespace redress::adapters {

/// A local socket for redressctl: one line of JSON in ({"verb","id"}), one line out ({"ok","text"}
/// or
/// {"ok":false,"code","text"}). A connection that begins with an import stays one
/// (import_wire.hpp). Only root and the daemon's own user are heard, by the credentials
/// that the kernel gives. Loop thread only.
class ControlServer {
 public:
  using Handler =
      std::function<ports::Task<domain::Result<std::string>>(const ports::ControlRequest&)>;

  /// `path`: of the socket; `link`: where redressctl looks for it, made a symbolic link where it is
  /// another path.
  ControlServer(boost::asio::any_io_executor loop, std::string path, std::string link,
                Handler handler, ImportHandler imports);
  ~ControlServer();
  ControlServer(const ControlServer&) = delete;
  ControlServer& operator=(const ControlServer&) = delete;

  /// Listens (mode 0600; a socket left by a dead daemon is replaced). Throws where the path cannot
  /// be used.
  void start();
  /// Hears nobody any more and removes the socket.
  void stop();

 private:
  using Socket = boost::asio::local::stream_protocol::socket;
  ports::Task<void> accept();
  ports::Task<void> serve(Socket socket);
  ports::Task<std::string> answer(const std::string& line, const std::string& actor);

  boost::asio::any_io_executor loop_;
  std::string path_;
  std::string link_;
  Handler handler_;
  ImportHandler imports_;
  boost::asio::local::stream_protocol::acceptor acceptor_;
};

}  // namespace redress::adapters
