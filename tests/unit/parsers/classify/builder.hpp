#pragma once

#include "parsers/form/web_form.hpp"
#include "parsers/machine/automatic.hpp"
#include "parsers/message.hpp"

#include <string>
#include <utility>

namespace redress::parsers::testing {

/// Facts of a message, as the reader would find them.
class FactsBuilder {
 public:
  FactsBuilder& from(const std::string& address, std::string name = {}) {
    facts_.from.push_back(person(address, std::move(name)));
    return *this;
  }
  FactsBuilder& reply_to(const std::string& address) {
    facts_.reply_to.push_back(person(address, {}));
    return *this;
  }
  FactsBuilder& to(const std::string& address) {
    facts_.to.push_back(person(address, {}));
    return *this;
  }
  FactsBuilder& subject(std::string text) {
    facts_.subject = std::move(text);
    return *this;
  }
  FactsBuilder& text(std::string text) {
    facts_.new_text = text;
    facts_.text = std::move(text);
    return *this;
  }
  FactsBuilder& quoted(const std::string& text) {
    facts_.text += "\n\n" + text;
    return *this;
  }
  FactsBuilder& header(std::string name, std::string value) {
    facts_.headers.push_back({std::move(name), std::move(value)});
    return *this;
  }
  FactsBuilder& in_reply_to(std::string id) {
    facts_.in_reply_to.push_back(std::move(id));
    return *this;
  }
  FactsBuilder& references(std::string id) {
    facts_.references.push_back(std::move(id));
    return *this;
  }
  FactsBuilder& attach(std::string name, std::string type) {
    facts_.attachments.push_back({std::move(name), std::move(type), 1, {}, {}});
    return *this;
  }
  FactsBuilder& report(DeliveryReport report) {
    facts_.delivery_report = std::move(report);
    return *this;
  }

  /// Complete as the reader leaves them.
  MessageFacts facts() const {
    auto out = facts_;
    if (!out.delivery_report) out.form = form_in(out);
    out.automatic = read_automatic(out);
    return out;
  }

 private:
  static Address person(const std::string& address, std::string name) {
    auto parsed = domain::MailAddress::parse(address);
    return {std::move(name), address,
            parsed ? std::optional{*parsed} : std::optional<domain::MailAddress>{}};
  }
  MessageFacts facts_;
};

inline FactsBuilder mail() {
  return FactsBuilder{}.from("jo@example.net").to("comments@example.org");
}

}  // namespace redress::parsers::testing
