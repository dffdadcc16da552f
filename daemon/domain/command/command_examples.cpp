#include "daemon/domain/command/command_help.hpp"

#include <algorithm>

namespace redress::domain {
namespace {

struct Example {
  Verb verb;
  std::string_view plain;
  std::string_view full;
};

constexpr std::array k_examples{
    Example{Verb::assign, "/assign jo", "/assign to Sam Smith because she knows the centre"},
    Example{Verb::priority, "/priority high", "/priority to low because nobody waits for it"},
    Example{Verb::area, "/area qualifications", "/area to events because it is about the dinner"},
    Example{Verb::standing, "/standing member",
            "/standing is a customer because she bought the course"},
    Example{Verb::note, "/note He rang and was friendly.", "/note: the file is in the blue folder"},
    Example{Verb::record, "/record cause: the form was lost in the post",
            "/record the lesson - answer before the holidays"},
    Example{Verb::contacted, "/contacted", "/contacted on 3 March 10:15: rang, left a message"},
    Example{Verb::manager, "/manager I may not refund this much.",
            "/manager: needs a decision about the fee"},
    Example{Verb::ack, "/ack", "/ack on paper"},
    Example{Verb::waive_ack, "/waive-ack because we spoke at once",
            "/waive-ack: she asked us not to write"},
    Example{Verb::ask, "/ask: Please tell us the dates of the course.",
            "/ask until 12 March: Please send us the letter that you mention."},
    Example{Verb::pause, "/pause for 2 weeks because he is abroad",
            "/pause because she asked us to wait"},
    Example{Verb::resume, "/resume", "/resume because she has answered"},
    Example{Verb::extend, "/extend until 12 March because the tutor is away",
            "/extend until Friday because the lab has to be asked"},
    Example{Verb::investigate, "/investigate",
            "/investigate internally because it is very serious"},
    Example{Verb::action, "/action corrective for Sam Smith by 12 March: mark the papers anew",
            "/action preventive within 2 months: a second reader for every paper"},
    Example{Verb::done, "/done 1", "/done action 2: the guide is rewritten"},
    Example{Verb::outcome, "/outcome upheld: The paper was marked with the wrong key.",
            "/outcome partly upheld: The delay was ours, the mark is right."},
    Example{Verb::respond, "/respond",
            "/respond: We have marked your paper anew, and you have passed."},
    Example{Verb::no_further, "/no-further",
            "/no-further: We have nothing to add to our letter of 12 March."},
    Example{Verb::close, "/close", "/close because she is content"},
    Example{Verb::escalate, "/escalate because she asks for a review",
            "/escalate: he does not accept the outcome"},
    Example{Verb::stage, "/stage 2 because she asks for a review",
            "/stage to 3: he does not accept the outcome"},
    Example{Verb::reopen, "/reopen because the lost letter has come", "/reopen: closed by mistake"},
    Example{Verb::merge, "/merge into EX-2026-000012 yes",
            "/merge with EX-2026-000012 yes because it is the same matter"},
    Example{Verb::withdraw, "/withdraw She rang today and said so.",
            "/withdraw: his mail of this morning"},
    Example{Verb::redirect, "/redirect to Example Study Centre",
            "/redirect to Example Study Centre: Please write to them first."},
    Example{Verb::not_a_complaint, "/not-a-complaint because it is a question about fees",
            "/not-a-complaint: a compliment"},
    Example{Verb::complaint, "/complaint", "/complaint message 17 because she is not content"},
    Example{Verb::third_party, "/third-party granted for Ann Example <ann@example.net>",
            "/third-party asked for ann@example.net: her daughter writes for her"},
    Example{Verb::adjust, "/adjust large-print", "/adjust other: no calls before noon"},
    Example{Verb::staff_named, "/staff-named jo", "/staff-named Sam Smith because of page 2"},
    Example{Verb::tell, "/tell jo: A complaint names you. Please tell us your side.",
            "/tell Sam Smith - the complaint is about the call of 3 March"},
    Example{Verb::heard, "/heard jo: says that the line was bad",
            "/heard Sam Smith: has nothing to add"},
    Example{Verb::incident, "/incident threat", "/incident threat in message 17: the second page"},
    Example{Verb::warn, "/warn: Please do not swear at our staff; we cannot help you like that.",
            "/warn Please write to us once, not every hour."},
    Example{Verb::restrict, "/restrict end-contact until 12 March because of the threats",
            "/restrict route-contact to Sam Smith for 6 months because he rings everybody"},
    Example{Verb::lift, "/lift because he has apologised",
            "/lift restriction 2 because it has served its end"},
    Example{Verb::refer, "/refer to police because he threatens to come with a knife",
            "/refer to the institute-secretary because it is about a member's conduct"},
    Example{Verb::discard, "/discard", "/discard mail 12 because it says too much"},
    Example{Verb::release, "/release", "/release mail 12 because I have read it"},
    Example{Verb::log,
            "/log received yesterday by telephone from Ann Example <ann@example.net>: The course "
            "was cancelled.",
            "/log 3 March 10:15 from ann@example.net by post: her letter is in the file"},
    Example{Verb::show, "/show", "show"},
    Example{Verb::help, "/help", "/help assign"},
};

}  // namespace

std::array<std::string_view, 2> examples_of(Verb verb) {
  const auto* found = std::find_if(k_examples.begin(), k_examples.end(),
                                   [&](const Example& one) { return one.verb == verb; });
  if (found == k_examples.end()) return {};
  return {found->plain, found->full};
}

}  // namespace redress::domain
