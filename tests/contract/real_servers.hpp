#pragma once

#include "daemon/adapters/curl/imap_source.hpp"
#include "daemon/adapters/curl/multi_driver.hpp"
#include "daemon/adapters/curl/smtp_sink.hpp"

#include <gtest/gtest.h>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <cstdlib>
#include <memory>
#include <optional>
#include <string>

namespace redress::adapters::testing {

/// A value of the environment that tests/support/servers.py made.
inline std::string given(const char* name) {
  const char* value = std::getenv(name);
  if (value == nullptr)
    throw std::runtime_error(std::string{"run by tests/support/servers.py: "} + name);
  return value;
}

inline ImapConfig imap_config(const std::string& scheme, const std::string& user) {
  ImapConfig config;
  const auto port = given(scheme == "imaps" ? "REDRESS_TEST_IMAPS_PORT" : "REDRESS_TEST_IMAP_PORT");
  config.server = {scheme + "://" + given("REDRESS_TEST_HOST") + ':' + port, user, "secret", true,
                   given("REDRESS_TEST_CA")};
  return config;
}

inline SmtpConfig smtp_config() {
  SmtpConfig config;
  config.server = {"smtp://" + given("REDRESS_TEST_HOST") + ':' + given("REDRESS_TEST_SMTP_PORT"),
                   "", "", false, ""};
  return config;
}

/// One loop and driver a test.
class RealServers : public ::testing::Test {
 protected:
  template <class T>
  T run(ports::Task<T> task) {
    std::optional<T> result;
    std::exception_ptr thrown;
    bool done = false;
    boost::asio::co_spawn(
        context_, [&]() -> ports::Task<void> { result.emplace(co_await std::move(task)); },
        [&](std::exception_ptr error) {
          thrown = error;
          done = true;
        });
    context_.restart();
    while (!done && context_.run_one() > 0) {
    }
    if (thrown) std::rethrow_exception(thrown);
    return std::move(*result);
  }

  ports::DeliveryResult submit(const std::string& to, const std::string& text) {
    if (!sink_) sink_ = create_smtp_sink(driver_, smtp_config());
    const ports::Envelope mail{
        *domain::MailAddress::parse("ann@example.net"), *domain::MailAddress::parse(to),
        "From: ann@example.net\r\nSubject: " + text + "\r\n\r\n" + text + "\r\n"};
    return run(sink_->send(mail));
  }

  boost::asio::io_context context_{1};
  MultiDriver driver_{context_.get_executor()};
  std::unique_ptr<ports::MailSink> sink_;
};

}  // namespace redress::adapters::testing
