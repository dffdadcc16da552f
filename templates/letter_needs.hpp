#pragma once

#include <array>
#include <span>
#include <string_view>

namespace redress::templates {

/// Fields that every letter gets.
inline constexpr std::array<std::string_view, 5> k_always_given{
    "organisation", "policy_title", "mailbox", "received_date", "received_time"};

/// What a letter of ours must be given besides, so that it never leaves a blank: it is not written
/// without. A letter that is not in the table needs what its template names.
struct LetterNeeds {
  std::string_view letter;
  std::span<const std::string_view> fields;
  std::span<const std::string_view>
      one_of;  ///< lists, of which one at least has items; may be none
};

namespace detail {
using Names = std::string_view;
inline constexpr std::array k_reference{Names{"reference"}};
inline constexpr std::array k_stage{Names{"reference"}, Names{"stage_name"}};
inline constexpr std::array k_body{Names{"reference"}, Names{"body_name"}};
inline constexpr std::array k_referral{Names{"reference"}, Names{"referral_title"}};
inline constexpr std::array k_until{Names{"reference"}, Names{"until_date"}};
inline constexpr std::array k_measure{Names{"reference"}, Names{"measure_title"}};
inline constexpr std::array k_notice{Names{"reference"}, Names{"notice_text"}};
inline constexpr std::array k_case{Names{"reference"}, Names{"case_headline"},
                                   Names{"notice_text"}};
inline constexpr std::array k_report{Names{"report_title"}, Names{"first_date"},
                                     Names{"until_date"}};
inline constexpr std::array k_digest{Names{"digest_date"}, Names{"digest_headline"},
                                     Names{"digest_summary"}};
inline constexpr std::array k_review{Names{"until_date"}};
inline constexpr std::array k_count{Names{"notice_count"}};
inline constexpr std::array k_words{Names{"paragraphs"}};
inline constexpr std::array k_asked{Names{"missing"}, Names{"paragraphs"}};
inline constexpr std::array k_lines{Names{"contact_lines"}};
inline constexpr std::array k_answer{Names{"outcome_reasons"}, Names{"paragraphs"}};
}  // namespace detail

inline constexpr std::array k_letter_needs{
    LetterNeeds{"acknowledgement", detail::k_reference, {}},
    LetterNeeds{"stage_acknowledgement", detail::k_stage, {}},
    LetterNeeds{"information_request", detail::k_reference, detail::k_asked},
    LetterNeeds{"out_of_scope", detail::k_body, detail::k_lines},
    LetterNeeds{"first_elsewhere", detail::k_body, {}},
    LetterNeeds{"conduct_handed_over", detail::k_referral, {}},
    LetterNeeds{"third_party_consent", detail::k_reference, {}},
    LetterNeeds{"holding", detail::k_until, detail::k_words},
    LetterNeeds{"response", detail::k_reference, detail::k_answer},
    LetterNeeds{"no_further_correspondence", detail::k_reference, {}},
    LetterNeeds{"serious_acknowledgement", {}, {}},
    LetterNeeds{"warning", detail::k_reference, detail::k_words},
    LetterNeeds{"restriction_notice", detail::k_measure, detail::k_words},
    LetterNeeds{"restriction_lifted", detail::k_measure, {}},
    LetterNeeds{"feedback_thanks", {}, {}},
    LetterNeeds{"withdrawal_confirmed", detail::k_reference, {}},
    LetterNeeds{"case_notice", detail::k_notice, {}},
    LetterNeeds{"case_mail", detail::k_case, {}},
    LetterNeeds{"staff_answer", detail::k_reference, {}},
    LetterNeeds{"staff_named_notice", detail::k_reference, detail::k_words},
    LetterNeeds{"enquiry_handover", {}, {}},
    LetterNeeds{"restriction_review", detail::k_measure, {}},
    LetterNeeds{"duty_alert", {}, {}},
    LetterNeeds{"report", detail::k_report, {}},
    LetterNeeds{"digest", detail::k_digest, {}},
    LetterNeeds{"policy_review", detail::k_review, {}},
    LetterNeeds{"staff_notice", detail::k_count, {}},
};

/// The row of that letter, or nothing.
constexpr const LetterNeeds* needs_of(std::string_view letter) {
  for (const LetterNeeds& row : k_letter_needs) {
    if (row.letter == letter) return &row;
  }
  return nullptr;
}

}  // namespace redress::templates
