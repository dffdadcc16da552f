#include "daemon/app/case_mailer.hpp"

#include "daemon/app/case_letter.hpp"
#include "daemon/app/messages.hpp"
#include "daemon/app/system_notice.hpp"
#include "daemon/domain/casework/case_update.hpp"
#include "daemon/domain/reminders/recipients.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <stdexcept>

namespace redress::app {
namespace {

constexpr std::size_t k_batch_mails = 20;
constexpr std::size_t k_batch_bytes = 16U << 20U;

}  // namespace

ports::Task<void> CaseMailer::drain() {
  while (!office_.out_of_time()) {
    auto orders = co_await office_.ports.journal.case_mails(k_batch_mails, k_batch_bytes);
    if (orders.empty()) co_return;
    co_await write_batch(orders);
  }
}

/// A crash leaves either the orders of a batch or their mails.
ports::Task<void> CaseMailer::write_batch(const std::vector<ports::WaitingCaseMail>& orders) {
  const bool shows = office_.house.settings.notices.case_mail == config::CaseMail::full;
  std::vector<Enclosure> shown(orders.size());
  for (std::size_t i = 0; i < orders.size(); ++i) {
    if (shows && orders[i].message) shown[i] = co_await reader_.open(*orders[i].message);
  }
  auto work = co_await office_.ports.cases.begin();
  for (std::size_t i = 0; i < orders.size(); ++i) co_await write(*work, orders[i], shown[i]);
  office_.fault("case_mail.commit");
  co_await work->commit();
  office_.unsent.notify();
  office_.untold.notify();
}

std::vector<domain::Person> CaseMailer::readers_of(const ports::WaitingCaseMail& waiting,
                                                   const domain::CaseFile& file,
                                                   domain::Date today) const {
  const auto& house = office_.house;
  auto owners = domain::case_owners(house.policy, file.owner, file.area, file.stage);
  if (!waiting.order.whom.empty()) owners = {waiting.order.whom};
  auto kept_from = file.kept_from();
  for (const auto& one : waiting.mentions) {
    // Whoever has the case is written to by name.
    if (one.key() != file.owner) kept_from.push_back(one);
  }
  std::vector<domain::Person> readers;
  for (const auto* one :
       domain::recipients(house.settings.staff, owners, domain::k_to_owner, kept_from, today)) {
    readers.push_back({one->name, one->email});
  }
  return readers;
}

/// A mail that cannot be written must not be tried for ever; whoever looks after the program hears
/// of it, and the case is in the digest.
ports::Task<void> CaseMailer::write(ports::UnitOfWork& work, const ports::WaitingCaseMail& waiting,
                                    const Enclosure& shown) {
  domain::Change change;
  try {
    change.mails = co_await mails_of(work, waiting, shown);
  } catch (const std::logic_error& error) {
    const auto text = fmt::format("a mail on {} could not be written: {}",
                                  waiting.order.reference.str(), error.what());
    office_.log.error("{} {}", log_id::k_nobody_to_tell, text);
    change.notices.push_back(
        system_notice(fmt::format("case_mail:{}", waiting.id), text, office_.ports.clock.now()));
  }
  change.case_mails_written.push_back(waiting.id);
  co_await work.apply(change);
}

ports::Task<std::vector<domain::NewMail>> CaseMailer::mails_of(
    ports::UnitOfWork& work, const ports::WaitingCaseMail& waiting, const Enclosure& shown) {
  const auto now = office_.ports.clock.now();
  const auto file = co_await work.case_file(waiting.order.reference);
  if (!file) co_return std::vector<domain::NewMail>{};
  const auto update = domain::update_of(*file, house_of(office_.house));
  if (!update) throw std::logic_error(update.error().text);
  auto order = case_letter(office_.house, waiting, *update, shown, now);
  order.to_staff = readers_of(waiting, *file, office_.house.zone.date_of(now));
  if (order.to_staff.empty()) {
    office_.log.error("{} {}: nobody may read it; give a role to somebody whom it does not name",
                      log_id::k_nobody_to_tell, waiting.order.reference.str());
    co_return std::vector<domain::NewMail>{};
  }
  auto mails = letters_.write(order, now);
  if (!mails) throw std::logic_error(mails.error().text);
  co_return std::move(*mails);
}

}  // namespace redress::app
