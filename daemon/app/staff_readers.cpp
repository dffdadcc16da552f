#include "daemon/app/staff_readers.hpp"

#include <algorithm>

namespace redress::app {
namespace {

using People = std::vector<domain::Person>;

bool has(const std::vector<domain::MailAddress>& list, const domain::MailAddress& address) {
  return std::find(list.begin(), list.end(), address) != list.end();
}

void add_staff(const domain::Staff& staff, std::string_view role, People& out) {
  for (const auto& person : staff) {
    const bool known = std::any_of(out.begin(), out.end(), [&](const domain::Person& other) {
      return other.address == person.email;
    });
    if (person.has_role(role) && !known) out.push_back({person.name, person.email});
  }
}

People without(People people, const std::vector<domain::MailAddress>& not_to) {
  std::erase_if(people, [&](const domain::Person& one) { return has(not_to, one.address); });
  return people;
}

/// Everybody who gets staff notices.
People notice_readers(const config::Settings& settings) {
  People readers;
  add_staff(settings.staff, domain::k_administrator, readers);
  add_staff(settings.staff, domain::k_complaints_manager, readers);
  return readers;
}

/// Those who may know; senior management where that leaves nobody; all of them rather than nobody.
People readers_of(const config::Settings& settings, const People& usual,
                  const ports::UntoldNotice& notice) {
  auto readers = without(usual, notice.not_to);
  if (readers.empty()) {
    readers = without(staff_of(settings.staff, domain::k_senior_management), notice.not_to);
  }
  return readers.empty() ? usual : readers;
}

}  // namespace

std::vector<domain::Person> staff_of(const domain::Staff& staff, std::string_view role) {
  People found;
  add_staff(staff, role, found);
  return found;
}

std::vector<domain::Person> staff_for(const config::Settings& settings, const std::string& role,
                                      const std::vector<domain::MailAddress>& not_to) {
  People anybody;
  const std::string_view roles[] = {role, domain::k_complaints_manager, domain::k_administrator,
                                    domain::k_senior_management};
  for (const auto& one : roles) {
    const auto found = staff_of(settings.staff, one);
    auto free = without(found, not_to);
    if (!free.empty()) return free;
    if (anybody.empty()) anybody = found;
  }
  return anybody;
}

std::vector<std::pair<domain::Person, std::vector<domain::NewNotice>>> share_out(
    const config::Settings& settings, const std::vector<ports::UntoldNotice>& notices) {
  std::vector<std::pair<domain::Person, std::vector<domain::NewNotice>>> shares;
  const auto usual = notice_readers(settings);
  for (const auto& notice : notices) {
    for (const auto& reader : readers_of(settings, usual, notice)) {
      auto share = std::find_if(shares.begin(), shares.end(), [&](const auto& one) {
        return one.first.address == reader.address;
      });
      if (share == shares.end()) share = shares.insert(shares.end(), {reader, {}});
      share->second.push_back(notice.notice);
    }
  }
  return shares;
}

}  // namespace redress::app
