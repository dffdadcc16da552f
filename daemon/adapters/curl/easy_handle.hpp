#pragma once

#include "daemon/adapters/curl/server_config.hpp"

#include <curl/curl.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <type_traits>

namespace redress::adapters {

class MultiDriver;

/// libcurl's process-wide state: one object, made in main before any other thread, outliving every
/// handle. It also ignores SIGPIPE, which OpenSSL raises when a peer is gone.
class CurlGlobal {
 public:
  CurlGlobal();
  ~CurlGlobal();
  CurlGlobal(const CurlGlobal&) = delete;
  CurlGlobal& operator=(const CurlGlobal&) = delete;
};

/// What a handle may do; everything else is switched off.
enum class Protocol { imap, smtp };

/// One CURL easy handle. Leaves its multi before it goes; the driver must outlive it.
class EasyHandle {
 public:
  EasyHandle();
  ~EasyHandle();
  EasyHandle(const EasyHandle&) = delete;
  EasyHandle& operator=(const EasyHandle&) = delete;

  CURL* get() const { return handle_.get(); }

  /// Throws std::logic_error where this libcurl does not know the option, std::bad_alloc otherwise.
  template <class T>
  void set(CURLoption option, T value) {
    check(curl_easy_setopt(handle_.get(), option, value));
  }
  void set(CURLoption option, const std::string& value) { set(option, value.c_str()); }

  /// The rules for every connection of ours: allowed protocols only, no redirects, no proxy, no
  /// netrc, TLS 1.2 or newer, certificate and host name verified, and the server's login.
  void set_server(const ServerConfig& server, Protocol protocol);

  /// Last socket, or CURL_SOCKET_BAD.
  curl_socket_t active_socket() const;

 private:
  friend class MultiDriver;
  static void check(CURLcode code);
  struct Free {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  };
  std::unique_ptr<CURL, Free> handle_;
  MultiDriver* attached_{nullptr};  // the multi that it was added to
};

/// "imap.example.org" of "imaps://imap.example.org:993", for error texts.
std::string host_of(const std::string& url);

}  // namespace redress::adapters
