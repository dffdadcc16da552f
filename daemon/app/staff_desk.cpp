#include "daemon/app/staff_desk.hpp"

#include "daemon/app/answer_links.hpp"
#include "daemon/app/messages.hpp"
#include "daemon/app/staff_commands.hpp"
#include "daemon/app/staff_letters.hpp"
#include "daemon/domain/staff_mail/record.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace redress::app {

using domain::Authority;

namespace {

constexpr std::size_t k_shown_bytes = 200;  // of a command that was not understood

/// Why a mail to an address of staff did nothing, as the end of a sentence.
std::string_view because(Authority authority) {
  switch (authority) {
    case Authority::granted: break;
    case Authority::unknown: return "the mail that gave out that address is not known any more";
    case Authority::expired: return "the address was too old";
    case Authority::not_staff: return "whoever the address was given to is not among the staff";
    case Authority::other_sender: return "it did not come from whoever the address was given to";
    case Authority::unproven:
      return "the mail server did not say that its sender is who it claims to be";
    case Authority::kept_from: return "the complaint names whoever the address was given to";
    case Authority::flooded: return "more came from there in an hour than a person writes";
  }
  return {};
}

/// The first line of what was written, bounded, so that it never begins a line of ours.
std::string shown(std::string_view text) {
  auto line = text.substr(0, std::min(text.find('\n'), k_shown_bytes));
  while (!line.empty() && (static_cast<unsigned char>(line.back()) & 0xC0U) == 0x80U) {
    line.remove_suffix(1);  // no half of a character
  }
  return fmt::format("\u201c{}\u201d", line);
}

bool goes_outside(const domain::LetterOrder& order) {
  return order.purpose == domain::MailPurpose::letter ||
         order.purpose == domain::MailPurpose::acknowledgement;
}

}  // namespace

struct StaffDesk::Turn {
  ports::UnitOfWork& work;
  const ReadMail& read;
  domain::Instant now;
  domain::IssuedMail issued;
  std::vector<std::string> waiting;               ///< commands that wait for a yes
  domain::MessageRowId written_in{read.mail.id};  ///< the mail that has the commands and files
  std::string writer{};                           ///< their name, as the settings have it
  std::string headline{};
  std::map<std::string, std::vector<domain::Fields>, std::less<>> lists{};

  const domain::StaffReply& reply() const { return *read.staff_reply; }
  void say(std::string_view list, std::string text) {
    lists[std::string{list}].push_back({{"text", std::move(text)}});
  }
  /// What a command came to: a sentence, or a page of its own.
  void did(std::string_view understood, const std::string& text) {
    const bool is_page = text.find('\n') != std::string::npos;
    say("done", is_page ? fmt::format("{}, see below", understood) : text);
    if (is_page) add_lines(lists["page"], text);
  }
  StaffRequest request(const std::string& text) const {
    return {issued.reference.value().str(), issued.to.str(),
            fmt::format("mail {}", read.mail.id.value), domain::without_sign_off(text, writer)};
  }
};

ports::Task<void> StaffDesk::settle(ports::UnitOfWork& work, const ReadMail& read,
                                    domain::Instant now) {
  const auto& reply = *read.staff_reply;
  auto issued = co_await work.issued_mail(reply.serial, now);
  std::optional<domain::CaseFile> file;
  if (issued && issued->reference) file = co_await work.case_file(*issued->reference);
  if (!file) issued.reset();  // there is nothing to act on
  const domain::AnswerProof proof{.issued = issued,
                                  .from = reply.from,
                                  .authentication = read.mail.authentication,
                                  .kept_from = file && file->is_kept_from(issued->to)};
  const auto authority = domain::authority_of(proof, office_.house.settings.staff, now);
  const auto reference = issued ? issued->reference : std::nullopt;
  co_await work.apply(
      domain::record_staff_reply(read.mail, reference, authority, because(authority), now));
  if (authority != Authority::granted) {
    office_.log.warn("{} message {} came to an answer address of staff and does nothing: {}",
                     log_id::k_held, read.mail.id.value, because(authority));
    office_.untold.notify();
  }
  if (!issued) co_return;
  Turn turn{.work = work, .read = read, .now = now, .issued = *issued, .waiting = {}};
  if (authority != Authority::granted) co_return co_await refuse(turn, authority);
  const auto* member = domain::find_staff(office_.house.settings.staff, issued->to.str());
  if (member != nullptr) turn.writer = member->name;
  auto pending = co_await work.pending_orders(reply.serial);
  const bool to_question = pending && (!pending->used || domain::says_yes(reply.orders));
  if (to_question && reply.orders.commands.empty()) {
    co_await take_word(turn, std::move(*pending));
  } else {
    co_await take_orders(turn);
  }
  co_await answer(turn);
  office_.unread.notify();  // what a command released is read again
  office_.untold.notify();
}

/// Whoever the address was given to is told: at their registered address, and of misuse once.
ports::Task<void> StaffDesk::refuse(Turn& turn, Authority authority) {
  const auto id = turn.read.mail.id.value;
  const bool misused = authority == Authority::other_sender || authority == Authority::unproven;
  if (authority == Authority::expired) {
    turn.headline =
        "Nothing was done: your mail came to an address of ours that is too old. Send it "
        "again as an answer to this mail.";
  } else if (misused && !turn.issued.misuse_told) {
    turn.headline = fmt::format(
        "Nothing was done: message {} came to the address that was given to you, and {}. If it was "
        "yours, send it as an answer to this mail, from this address.",
        id, because(authority));
    domain::Change noted;
    const auto key = fmt::format("answer-misused:{}", turn.reply().serial);
    noted.notices.push_back(
        {.kind = domain::NoticeKind::system,
         .key = key,
         .at = turn.now,
         .reference = turn.issued.reference,
         .message = turn.read.mail.id,
         .text = fmt::format("message {} used the answer address of another", id)});
    co_await turn.work.apply(noted);
  } else {
    co_return;
  }
  co_await answer(turn);
}

ports::Task<void> StaffDesk::take_orders(Turn& turn) {
  const auto& orders = turn.reply().orders;
  if (turn.reply().from_html) {
    turn.headline =
        "Nothing was done: your mail has no plain text, and commands and notes are read "
        "from nothing else.";
    co_return;
  }
  for (const auto& text : orders.commands) co_await consider(turn, text);
  if (orders.too_many) {
    turn.say("refused", fmt::format("what comes after the {} commands that one mail may have",
                                    domain::k_orders_max));
  }
  if (!orders.note.empty() && co_await carry_out_now(turn, "/note: " + orders.note)) {
    turn.headline = "Your text was NOT SENT to the complainant: it is kept as a note on the case.";
  }
  if (orders.commands.empty() && orders.note.empty()) {
    turn.headline = "Nothing was done: there was nothing above the line.";
  }
}

/// The answer to our question: yes, or nothing happens.
ports::Task<void> StaffDesk::take_word(Turn& turn, domain::PendingOrders pending) {
  if (pending.used) {
    turn.headline = "Nothing was done again: your yes came before, and what it was for is done.";
    co_return;
  }
  if (turn.now - pending.asked > domain::k_confirm_days) {
    turn.headline =
        "Nothing was done: it is too long ago that we asked. Please give the commands again.";
    co_return;
  }
  if (!domain::says_yes(turn.reply().orders)) {
    co_await take_orders(turn);
    turn.headline = "What waits for your yes was NOT DONE: your answer does not begin with yes." +
                    (turn.headline.empty() ? "" : " " + turn.headline);
    co_return;
  }
  domain::Change settled;
  settled.answered.push_back(pending.serial);
  settled.events.push_back(
      {.reference = pending.reference,
       .message = turn.read.mail.id,
       .at = turn.now,
       .actor = turn.issued.to.key(),
       .what = "orders_confirmed",
       .facts = domain::to_json({{"message", std::to_string(pending.message.value)}}),
       .personal = {}});
  co_await turn.work.apply(settled);
  turn.written_in = pending.message;
  for (const auto& text : pending.commands) {
    const auto known = co_await drafts(turn);
    if (co_await carry_out_now(turn, text)) co_await release_drafts(turn, known);
  }
}

/// A command as it stands in a mail: done at once, or looked at as if it were, and asked about.
ports::Task<void> StaffDesk::consider(Turn& turn, const std::string& text) {
  if (text.find(k_say_why) != std::string::npos) {
    turn.say("refused",
             fmt::format("{}: write the reason in the place of {}", shown(text), k_say_why));
    co_return;
  }
  const auto asked = read_request(office_.house, turn.request(text), turn.now);
  if (!asked) {
    turn.say("refused", fmt::format("{}: {}", shown(text), asked.error().text));
    co_return;
  }
  if (!domain::waits_for_word(domain::row_of(asked->command.verb))) {
    co_await carry_out_now(turn, text);
    co_return;
  }
  auto command = *asked;
  command.command.confirmed = true;
  command.files = co_await files_for(turn, command, turn.read.mail.id, true);
  const auto subject = co_await turn.work.command_subject(command.query);
  const auto would = carry_out(office_.house, letters_, command, subject, turn.now);
  if (!would) {
    turn.say("refused", fmt::format("{}: {}", shown(text), would.error().text));
    co_return;
  }
  turn.waiting.push_back(text);
  turn.say("waiting", asked->command.understood);
  auto& preview = turn.lists["preview"];
  for (const auto& order : would->letters) {
    if (!goes_outside(order) || !order.to) continue;
    const auto letter = letters_.render(order, *order.to);
    if (letter) add_preview(preview, order.to->address, *letter, order.attachments);
  }
  for (const auto& mail : would->change.released) {
    if (const auto bytes = co_await turn.work.mail_bytes(mail)) add_preview(preview, *bytes);
  }
}

/// Files that came with an answer to the complainant; of what cannot go out `tell` says so.
ports::Task<std::vector<domain::Attachment>> StaffDesk::files_for(Turn& turn,
                                                                  const StaffCommand& asked,
                                                                  domain::MessageRowId mail,
                                                                  bool tell) {
  if (asked.command.verb != domain::Verb::respond) co_return std::vector<domain::Attachment>{};
  const auto bytes = co_await turn.work.raw_message(mail);
  if (!bytes) co_return std::vector<domain::Attachment>{};
  auto found = files_in(*bytes);
  for (const auto& name : found.left_out) {
    if (!tell) break;
    turn.say("refused", fmt::format("the file {} does not go out: a letter takes PDF, pictures, "
                                    "plain text, Word, Excel and OpenDocument without macros, up "
                                    "to 10 MB in all",
                                    shown(name)));
  }
  co_return std::move(found.files);
}

/// Whether it was done; what was, or why not, is said.
ports::Task<bool> StaffDesk::carry_out_now(Turn& turn, const std::string& text) {
  auto asked = read_request(office_.house, turn.request(text), turn.now);
  std::string why;
  if (!asked) {
    why = asked.error().text;
  } else {
    asked->command.confirmed = true;
    asked->files = co_await files_for(turn, *asked, turn.written_in, false);
    try {
      const auto subject = co_await turn.work.command_subject(asked->query);
      const auto done = carry_out(office_.house, letters_, *asked, subject, turn.now);
      if (done) {
        co_await turn.work.apply(done->change);
        turn.did(asked->command.understood, done->text);
        co_return true;
      }
      why = done.error().text;
    } catch (const ports::StoreFailure& failure) {
      if (failure.error().code != domain::ErrorCode::conflict) throw;
      why = failure.error().text;
    }
  }
  turn.say("refused", fmt::format("{}: {}", shown(text), why));
  co_return false;
}

ports::Task<std::vector<domain::OutboxId>> StaffDesk::drafts(Turn& turn) {
  const auto subject = co_await turn.work.command_subject(
      {.reference = turn.issued.reference, .other = {}, .prefix = {}, .year = 0});
  std::vector<domain::OutboxId> ids;
  for (const auto& draft : subject.drafts) ids.push_back(draft.mail);
  co_return ids;
}

/// The yes was to the letters that were shown: whoever may release them has done so.
ports::Task<void> StaffDesk::release_drafts(Turn& turn,
                                            const std::vector<domain::OutboxId>& known) {
  const auto now_there = co_await drafts(turn);
  for (const auto& id : now_there) {
    const bool fresh = std::find(known.begin(), known.end(), id) == known.end();
    if (fresh) co_await carry_out_now(turn, fmt::format("/release mail {}", id.value));
  }
}

ports::Task<void> StaffDesk::answer(Turn& turn) {
  domain::LetterOrder order;
  order.purpose = domain::MailPurpose::staff_letter;
  order.letter = k_staff_answer;
  order.reference = turn.issued.reference;
  order.mailbox = turn.read.mail.mailbox;
  order.received = turn.read.mail.received;
  order.not_before = turn.now;
  order.in_reply_to = turn.read.mail.message_id;
  order.references = turn.read.mail.references;
  const auto* member = domain::find_staff(office_.house.settings.staff, turn.issued.to.str());
  order.to_staff = {{member == nullptr ? std::string{} : member->name, turn.issued.to}};
  if (!turn.headline.empty()) order.fields["headline"] = turn.headline;
  order.lists = turn.lists;
  auto mails = letters_.write(order, turn.now);
  if (!mails) throw std::logic_error(mails.error().text);
  domain::Change change;
  if (!turn.waiting.empty()) {
    change.pending.push_back({.serial = mails->front().serial,
                              .message = turn.read.mail.id,
                              .reference = turn.issued.reference.value(),
                              .commands = turn.waiting,
                              .asked = turn.now});
  }
  change.mails = std::move(*mails);
  co_await turn.work.apply(change);
}

}  // namespace redress::app
