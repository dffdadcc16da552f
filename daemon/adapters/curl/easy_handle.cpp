#include "daemon/adapters/curl/easy_handle.hpp"

#include "daemon/adapters/curl/multi_driver.hpp"

#include <csignal>
#include <new>

namespace redress::adapters {
namespace {

constexpr long k_keepalive_seconds = 60;

}  // namespace

CurlGlobal::CurlGlobal() {
  if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
    throw std::runtime_error("libcurl cannot start");
  std::signal(SIGPIPE, SIG_IGN);
}
CurlGlobal::~CurlGlobal() {
  curl_global_cleanup();
}

EasyHandle::EasyHandle() : handle_(curl_easy_init()) {
  if (!handle_) throw std::bad_alloc{};
}
EasyHandle::~EasyHandle() {
  if (attached_ != nullptr) attached_->detach(*this);
}

void EasyHandle::check(CURLcode code) {
  if (code == CURLE_OK) return;
  if (code == CURLE_OUT_OF_MEMORY) throw std::bad_alloc{};
  throw std::logic_error(std::string{"libcurl option: "} + curl_easy_strerror(code));
}

void EasyHandle::set_server(const ServerConfig& server, Protocol protocol) {
  const char* allowed = protocol == Protocol::imap ? "imap,imaps" : "smtp,smtps";
  set(CURLOPT_URL, server.url);
  set(CURLOPT_PROTOCOLS_STR, allowed);
  set(CURLOPT_REDIR_PROTOCOLS_STR, allowed);
  set(CURLOPT_FOLLOWLOCATION, 0L);
  set(CURLOPT_PROXY, "");
  set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_QUICK_EXIT, 1L);  // never wait for a resolver thread that hangs
  set(CURLOPT_TCP_KEEPALIVE, 1L);
  set(CURLOPT_TCP_KEEPIDLE, k_keepalive_seconds);
  set(CURLOPT_TCP_KEEPINTVL, k_keepalive_seconds);
  set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  set(CURLOPT_SSL_VERIFYPEER, 1L);
  set(CURLOPT_SSL_VERIFYHOST, 2L);
  if (!server.ca_file.empty()) set(CURLOPT_CAINFO, server.ca_file);
  set(CURLOPT_USE_SSL, static_cast<long>(server.tls_required ? CURLUSESSL_ALL : CURLUSESSL_NONE));
  if (server.user.empty()) return;
  set(CURLOPT_USERNAME, server.user);
  set(CURLOPT_PASSWORD, server.password);
}

curl_socket_t EasyHandle::active_socket() const {
  curl_socket_t socket = CURL_SOCKET_BAD;
  curl_easy_getinfo(handle_.get(), CURLINFO_ACTIVESOCKET, &socket);
  return socket;
}

std::string host_of(const std::string& url) {
  const auto scheme = url.find("://");
  const auto from = scheme == std::string::npos ? 0 : scheme + 3;
  auto host = url.substr(from, url.find('/', from) - from);
  if (const auto at = host.rfind('@'); at != std::string::npos) host.erase(0, at + 1);
  const auto port = host.rfind(':');
  if (port != std::string::npos && host.find(']', port) == std::string::npos) host.erase(port);
  return host;
}

}  // namespace redress::adapters
