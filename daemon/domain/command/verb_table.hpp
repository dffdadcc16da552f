#pragma once

#include "daemon/domain/command/verbs.hpp"

/// The table of staff's words: data alone, for verbs.cpp and the checks that the compiler makes of
/// it.
namespace redress::domain::verb_table {

using enum CaseStatus;

inline constexpr States k_any{
    received,  acknowledged, triage,    investigating, awaiting_complainant,
    responded, closed,       escalated, final_};
inline constexpr States k_open{received,  acknowledged, triage, investigating, awaiting_complainant,
                               responded, escalated};
/// Somebody still works on the answer.
inline constexpr States k_working{received,      acknowledged,         triage,
                                  investigating, awaiting_complainant, escalated};
inline constexpr States k_waiting{awaiting_complainant};
inline constexpr States k_answered{responded, closed};
inline constexpr States k_over{closed, final_};

using Words = std::string_view;
inline constexpr std::array k_findings{Words{"upheld"}, Words{"partly upheld"},
                                       Words{"not upheld"}};
inline constexpr std::array k_fields{
    Words{"desired-outcome"}, Words{"evidence"},   Words{"cause"},     Words{"remedy"},
    Words{"corrective"},      Words{"preventive"}, Words{"consulted"}, Words{"legislation"},
    Words{"satisfaction"},    Words{"lesson"}};
inline constexpr std::array k_standings{Words{"member"}, Words{"applicant"}, Words{"customer"},
                                        Words{"other"}};
inline constexpr std::array k_consents{Words{"asked"}, Words{"granted"}, Words{"refused"}};
inline constexpr std::array k_adjustments{Words{"plain-text"}, Words{"large-print"},
                                          Words{"by-post"},    Words{"by-telephone"},
                                          Words{"more-time"},  Words{"other"}};
inline constexpr std::array k_kinds{Words{"corrective"}, Words{"preventive"}};
inline constexpr std::array k_channels{Words{"by post"}, Words{"by telephone"}, Words{"in person"},
                                       Words{"by email"}, Words{"elsewhere"}};
inline constexpr std::array k_ways{Words{"internally"}};
inline constexpr std::array k_papers{Words{"on paper"}, Words{"by telephone"}};

using A = ArgumentKind;
inline constexpr std::array k_assign{ArgumentRow{"staff", A::staff, true, "to"}};
inline constexpr std::array k_priority{ArgumentRow{"priority", A::priority, true, "to"}};
inline constexpr std::array k_area{ArgumentRow{"area", A::area, true, "to"}};
inline constexpr std::array k_standing{
    ArgumentRow{"standing", A::choice, true, " a an is as", k_standings}};
inline constexpr std::array k_record{ArgumentRow{"field", A::choice, true, " the", k_fields}};
inline constexpr std::array k_paper{ArgumentRow{"way", A::choice, false, "", k_papers}};
inline constexpr std::array k_contacted{ArgumentRow{"when", A::moment, false, " on at"}};
inline constexpr std::array k_until{ArgumentRow{"until", A::date, false, "until till to by"}};
inline constexpr std::array k_extend{ArgumentRow{"until", A::date, true, "until till to by"}};
inline constexpr std::array k_investigate{ArgumentRow{"way", A::choice, false, "", k_ways}};
inline constexpr std::array k_outcome{
    ArgumentRow{"finding", A::choice, true, " is as", k_findings}};
inline constexpr std::array k_stage{ArgumentRow{"stage", A::number, true, "to"}};
inline constexpr std::array k_merge{ArgumentRow{"into", A::reference, true, "into with"}};
inline constexpr std::array k_redirect{ArgumentRow{"body", A::body, true, "to"}};
inline constexpr std::array k_third_party{ArgumentRow{"consent", A::choice, true, "", k_consents},
                                          ArgumentRow{"person", A::person, true, "for to by"}};
inline constexpr std::array k_adjust{ArgumentRow{"adjustment", A::choice, true, "", k_adjustments}};
inline constexpr std::array k_named{ArgumentRow{"staff", A::staff, true, " is names"}};
inline constexpr std::array k_incident{ArgumentRow{"category", A::behaviour, true, " of"},
                                       ArgumentRow{"message", A::message, false, "in"}};
inline constexpr std::array k_restrict{ArgumentRow{"measure", A::measure, true, ""},
                                       ArgumentRow{"staff", A::staff, false, "to"},
                                       ArgumentRow{"until", A::date, false, "until till"}};
inline constexpr std::array k_lift{ArgumentRow{"number", A::number, false, "restriction"}};
inline constexpr std::array k_refer{ArgumentRow{"referral", A::referral, true, "to the"}};
inline constexpr std::array k_action{ArgumentRow{"kind", A::choice, true, "", k_kinds},
                                     ArgumentRow{"staff", A::staff, false, "for to"},
                                     ArgumentRow{"due", A::date, true, "by until"}};
inline constexpr std::array k_done{ArgumentRow{"number", A::number, true, "action"}};
inline constexpr std::array k_release{ArgumentRow{"mail", A::number, false, "mail outbox"}};
inline constexpr std::array k_log{ArgumentRow{"received", A::moment, true, "received on"},
                                  ArgumentRow{"channel", A::choice, false, "", k_channels},
                                  ArgumentRow{"person", A::person, true, "from"},
                                  ArgumentRow{"message", A::message, false, "as in"}};
inline constexpr std::array k_complaint{ArgumentRow{"message", A::message, false, ""}};
inline constexpr std::array k_help{ArgumentRow{"verb", A::choice, false, " with on for"}};

using T = TextNeed;
inline constexpr auto k_same = std::nullopt;

// clang-format off
inline constexpr std::array k_verbs{
    // ---- handling ----
    VerbRow{Verb::assign, "assign", k_assign, T::optional, "reason", Rank::owner, k_open, k_same, false, false,
            "assigned", "/assign", "/reopen the case first", "Gives the case to a member of staff or to a role."},
    VerbRow{Verb::priority, "priority", k_priority, T::optional, "reason", Rank::owner, k_open, k_same, false, false,
            "priority_set", "/priority", "/reopen the case first", "Sets how urgent the case is; its limit is counted anew."},
    VerbRow{Verb::area, "area", k_area, T::optional, "reason", Rank::owner, k_open, k_same, false, false,
            "area_set", "/area", "/reopen the case first", "Says which part of the business it is about; its department deals with it."},
    VerbRow{Verb::standing, "standing", k_standing, T::optional, "reason", Rank::owner, k_any, k_same, false, false,
            "standing_set", "/standing", "", "Says what the complainant is to us."},
    VerbRow{Verb::note, "note", {}, T::required, "note", Rank::staff, k_any, k_same, false, false,
            "noted", "", "", "Adds a note that stays in the house."},
    VerbRow{Verb::record, "record", k_record, T::required, "what", Rank::owner, k_any, k_same, false, false,
            "recorded", "/record", "", "Records the cause, the remedy and what else the policy asks for."},
    VerbRow{Verb::contacted, "contacted", k_contacted, T::optional, "how", Rank::owner, k_working, k_same, false, false,
            "contacted", "", "the answer has gone out: /note it", "Says that somebody got in touch with the complainant."},
    VerbRow{Verb::manager, "manager", {}, T::required, "what is needed", Rank::staff, k_open, k_same, false, false,
            "manager_told", "", "/reopen the case first", "Tells your line manager that you cannot resolve it."},
    // ---- acknowledgement ----
    VerbRow{Verb::ack, "ack", k_paper, T::optional, "the letter's own words", Rank::manager, k_open, k_same, true, false,
            "acknowledgement_ordered", "", "/reopen the case first",
            "Sends the acknowledgement that waits, or one in your words; or says that it went on paper."},
    VerbRow{Verb::waive_ack, "waive-ack", {}, T::required, "reason", Rank::manager, k_open, k_same, false, false,
            "acknowledgement_waived", "/ack", "/reopen the case first", "Decides that no acknowledgement is owed."},
    // ---- time ----
    VerbRow{Verb::ask, "ask", k_until, T::required, "what is missing", Rank::owner,
            {received, acknowledged, triage, investigating, awaiting_complainant, escalated}, awaiting_complainant, true, false,
            "information_asked", "/resume", "the answer has gone out: /reopen the case first",
            "Asks the complainant for what is missing; the clock stands as far as the policy lets it."},
    VerbRow{Verb::pause, "pause", k_until, T::required, "reason", Rank::owner,
            {acknowledged, triage, investigating, escalated}, awaiting_complainant, false, false,
            "paused", "/resume", "only a case that is being worked on can wait", "Lets the clock stand while the complainant is waited for."},
    VerbRow{Verb::resume, "resume", {}, T::optional, "reason", Rank::owner, k_waiting, k_same, false, false,
            "resumed", "/pause", "the case does not wait", "Goes on; the clock runs from tomorrow."},
    VerbRow{Verb::extend, "extend", k_extend, T::required, "reason", Rank::owner, k_working, k_same, true, false,
            "extended", "", "the answer has gone out", "Puts the answer off, with a reason that the complainant is told."},
    // ---- finding out ----
    VerbRow{Verb::investigate, "investigate", k_investigate, T::optional, "reason", Rank::owner,
            {received, acknowledged, triage, investigating, awaiting_complainant, responded, escalated}, investigating, false, false,
            "investigated", "", "/reopen the case first", "Starts the investigation; \"internally\" opens an internal one."},
    VerbRow{Verb::action, "action", k_action, T::required, "what is to be done", Rank::owner, k_any, k_same, false, false,
            "action_opened", "/done", "", "Opens a tracked corrective or preventive action."},
    VerbRow{Verb::done, "done", k_done, T::optional, "what was done", Rank::staff, k_any, k_same, false, false,
            "action_done", "", "", "Says that a tracked action is done."},
    // ---- the answer ----
    VerbRow{Verb::outcome, "outcome", k_outcome, T::required, "reasons", Rank::owner,
            {acknowledged, triage, investigating, awaiting_complainant, escalated, responded}, k_same, false, false,
            "outcome_recorded", "/outcome", "acknowledge the complaint first (/ack), or /reopen the case",
            "Records what was found, with the reasons that the letter gives."},
    VerbRow{Verb::respond, "respond", k_paper, T::optional, "the letter's own words", Rank::owner,
            {acknowledged, triage, investigating, awaiting_complainant, escalated}, k_same, true, false,
            "response_written", "", "the answer has gone out: /reopen the case to answer again",
            "Writes the outcome letter; it goes out when a person releases it."},
    VerbRow{Verb::no_further, "no-further", {}, T::optional, "the letter's own words", Rank::owner, {responded, closed, final_}, k_same, true, false,
            "no_further_written", "", "only after the findings were told: /respond first",
            "Writes the letter that says that we will not write about it any more; it goes out when released."},
    VerbRow{Verb::close, "close", {}, T::optional, "reason", Rank::owner, {responded}, closed, false, false,
            "closed", "/reopen", "a case closes after its answer: /respond first; or /withdraw, /redirect, /merge, /not-a-complaint",
            "Closes the case; after the last stage for good."},
    VerbRow{Verb::escalate, "escalate", {}, T::required, "reason", Rank::owner, k_answered, escalated, true, false,
            "escalated", "", "a stage must have its outcome, and the person must have been told, before the next one starts",
            "Starts the next stage."},
    VerbRow{Verb::stage, "stage", k_stage, T::required, "reason", Rank::owner, k_answered, escalated, true, false,
            "escalated", "", "a stage must have its outcome, and the person must have been told, before the next one starts",
            "Starts that stage, which must be the next one."},
    VerbRow{Verb::reopen, "reopen", {}, T::required, "reason", Rank::manager, {responded, closed, final_}, investigating, false, false,
            "reopened", "/close", "the case is open", "Opens a case again, for new evidence or a mistake."},
    // ---- other ends ----
    VerbRow{Verb::merge, "merge", k_merge, T::optional, "reason", Rank::owner, k_open, closed, false, true,
            "merged", "/reopen", "/reopen the case first", "Puts this case into another one of the same person."},
    VerbRow{Verb::withdraw, "withdraw", {}, T::required, "how they said so", Rank::owner, k_open, closed, true, false,
            "withdrawn", "/reopen", "the case is closed", "Closes the case at the complainant's wish, and confirms it to them."},
    VerbRow{Verb::redirect, "redirect", k_redirect, T::optional, "the letter's own words", Rank::owner, k_open, closed, true, false,
            "redirected", "/reopen", "the case is closed", "Points the complainant to the body whose matter it is."},
    VerbRow{Verb::not_a_complaint, "not-a-complaint", {}, T::required, "reason", Rank::owner, k_open, closed, false, false,
            "not_a_complaint", "/complaint", "the case is closed", "Closes the case: it was no complaint."},
    VerbRow{Verb::complaint, "complaint", k_complaint, T::optional, "reason", Rank::owner, k_over, k_same, false, false,
            "complaint_after_all", "/not-a-complaint", "the case counts as a complaint already",
            "Says that it is a complaint after all."},
    // ---- people ----
    VerbRow{Verb::third_party, "third-party", k_third_party, T::optional, "how", Rank::owner, k_any, k_same, true, false,
            "third_party", "/third-party", "", "Records whether the complainant lets us speak to somebody else."},
    VerbRow{Verb::adjust, "adjust", k_adjust, T::optional, "what", Rank::owner, k_any, k_same, false, false,
            "adjusted", "", "", "Records a reasonable adjustment; letters keep to it."},
    VerbRow{Verb::staff_named, "staff-named", k_named, T::optional, "reason", Rank::owner, k_any, k_same, false, false,
            "staff_named", "", "", "Says that the complaint names a member of staff, who then sees nothing of it."},
    VerbRow{Verb::tell, "tell", k_named, T::required, "what they are told", Rank::owner, k_open, k_same, false, false,
            "staff_told", "", "/reopen the case first", "Tells a member of staff whom the complaint names, and asks for their side."},
    VerbRow{Verb::heard, "heard", k_named, T::required, "what they said", Rank::owner, k_open, k_same, false, false,
            "staff_heard", "", "/reopen the case first", "Records what a member of staff who is named says."},
    // ---- behaviour ----
    VerbRow{Verb::incident, "incident", k_incident, T::optional, "what happened", Rank::staff, k_any, k_same, false, false,
            "incident_recorded", "", "", "Records behaviour that the policy does not accept; senior management is told."},
    VerbRow{Verb::warn, "warn", {}, T::required, "what is to change, and why", Rank::manager, k_any, k_same, true, false,
            "warning_written", "", "", "Writes a letter that asks to change the behaviour; it goes out when released."},
    VerbRow{Verb::restrict, "restrict", k_restrict, T::required, "reason", Rank::rule, k_any, k_same, true, false,
            "restricted", "/lift", "", "Takes a measure that the policy names, and writes the letter that tells it."},
    VerbRow{Verb::lift, "lift", k_lift, T::required, "reason", Rank::manager, k_any, k_same, true, false,
            "restriction_lifted", "/restrict", "", "Ends a measure, and writes the letter that tells it."},
    VerbRow{Verb::refer, "refer", k_refer, T::required, "reason", Rank::rule, k_any, k_same, true, false,
            "referred", "", "", "Hands over to a body that the policy names."},
    // ---- the desk ----
    VerbRow{Verb::release, "release", k_release, T::optional, "reason", Rank::manager, k_any, k_same, true, false,
            "draft_released", "", "", "Sends a letter of the case that waits for a person."},
    VerbRow{Verb::discard, "discard", k_release, T::optional, "reason", Rank::owner, k_any, k_same, false, false,
            "draft_discarded", "", "", "Throws away a letter of the case that waits for a person."},
    VerbRow{Verb::log, "log", k_log, T::required, "what they complain about", Rank::staff, k_any, k_same, true, false,
            "case_opened", "/not-a-complaint", "", "Opens a case for a complaint that came by post, by telephone or to a colleague."},
    VerbRow{Verb::show, "show", {}, T::none, "", Rank::staff, k_any, k_same, false, false,
            "", "", "", "Shows the case."},
    VerbRow{Verb::help, "help", k_help, T::none, "", Rank::staff, k_any, k_same, false, false,
            "", "", "", "Shows this page, or what one command takes."},
};
// clang-format on

}  // namespace redress::domain::verb_table
