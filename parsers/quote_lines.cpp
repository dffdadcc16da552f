#include "parsers/quote_lines.hpp"

#include "parsers/ascii.hpp"
#include "parsers/html_text.hpp"

#include <algorithm>
#include <array>

namespace redress::parsers {
namespace {

constexpr std::size_t k_header_line_bytes = 1000;
constexpr std::size_t k_attribution_bytes = 400;
constexpr std::size_t k_separator_bytes = 120;
constexpr std::size_t k_device_line_bytes = 120;
constexpr std::size_t k_disclaimer_label_bytes = 40;  // "Example Council Disclaimer: …"

// Some languages put the name behind the verb: "Am … schrieb Jo:".
constexpr std::array<std::string_view, 15> k_wrote{
    "wrote",        "writes",   "schrieb",    "a écrit",    "escribió",
    "ha scritto",   "schreef",  "geschreven", "napisał(a)", "napisał",
    "ysgrifennodd", "escreveu", "skrev",      "kirjoitti",  "pisze"};

constexpr std::array<std::string_view, 14> k_on{
    "On ", "Am ", "Le ",  "El ",         "Il ", "Op ",   "W dniu ",
    "Ar ", "Em ", "Den ", "In message ", "At ", "Dnia ", "Le\xC2\xA0"};

/// Phrases of separator lines; dashes, underscores and stars around them do not count.
constexpr std::array<std::string_view, 22> k_separators{
    "original message",          "forwarded message",
    "original-nachricht",        "ursprüngliche nachricht",
    "weitergeleitete nachricht", "message d'origine",
    "message original",          "message transféré",
    "mensaje original",          "mensaje reenviado",
    "messaggio originale",       "messaggio inoltrato",
    "oorspronkelijk bericht",    "doorgestuurd bericht",
    "wiadomość oryginalna",      "neges wreiddiol",
    "mensagem original",         "reply message",
    "original appointment",      "forwarded by",
    "reply above this line",     "neges a anfonwyd ymlaen"};
constexpr std::array<std::string_view, 4> k_bare_separators{
    "begin forwarded message:", "anfang der weitergeleiteten nachricht:",
    "début du message réexpédié :", "inizio messaggio inoltrato:"};

constexpr std::array<std::string_view, 10> k_from{
    "from:", "von:", "de:", "de :", "da:", "van:", "od:", "oddi wrth:", "o:", "fra:"};
constexpr std::array<std::string_view, 34> k_other_headers{
    "sent:",    "date:",  "to:",       "cc:",        "subject:",    "reply-to:",  "gesendet:",
    "datum:",   "an:",    "betreff:",  "envoyé :",   "envoyé:",     "à :",        "à:",
    "objet :",  "objet:", "date :",    "enviado:",   "enviado el:", "para:",      "asunto:",
    "inviato:", "a:",     "oggetto:",  "verzonden:", "aan:",        "onderwerp:", "wysłano:",
    "do:",      "temat:", "anfonwyd:", "at:",        "pwnc:",       "importance:"};

constexpr std::array<std::string_view, 20> k_devices{
    "sent from my ",     "sent from outlook", "sent from yahoo",  "sent from mail for",
    "sent from samsung", "sent via ",         "sent using ",      "get outlook for",
    "von meinem ",       "gesendet von ",     "envoyé de mon",    "envoyé depuis",
    "enviado desde",     "inviato da ",       "verzonden vanaf",  "verstuurd vanaf",
    "wysłane z ",        "anfonwyd o fy",     "sent with proton", "sent from proton"};

constexpr std::array<std::string_view, 22> k_disclaimers{"confidentiality notice",
                                                         "confidentiality:",
                                                         "disclaimer",
                                                         "this email and any",
                                                         "this e-mail and any",
                                                         "this message and any",
                                                         "this email is confidential",
                                                         "this e-mail is confidential",
                                                         "this message is confidential",
                                                         "this email is for the intended",
                                                         "this message is intended",
                                                         "this email is intended",
                                                         "this e-mail is intended",
                                                         "the information in this email",
                                                         "the information contained in this",
                                                         "information in this message may",
                                                         "information in this email may",
                                                         "if you are not the intended recipient",
                                                         "the contents of this email",
                                                         "please consider the environment",
                                                         "this email has been scanned",
                                                         "virus-free."};

template <class Table>
bool starts_with_any(std::string_view line, const Table& table) {
  return std::any_of(table.begin(), table.end(),
                     [line](auto start) { return ascii::starts_with(line, start); });
}

/// Without emphasis ("*From:*") and quotation dashes around it.
std::string_view bare(std::string_view line, std::string_view around) {
  const auto first = line.find_first_not_of(around);
  if (first == line.npos) return {};
  return line.substr(first, line.find_last_not_of(around) - first + 1);
}

}  // namespace

bool is_quoted_line(std::string_view line) {
  if (line.starts_with(k_quote_mark)) return true;
  const auto text = line.find_first_not_of(" \t");
  return text != line.npos && text <= 3 && line[text] == '>';
}

bool ends_attribution(std::string_view line) {
  const auto text = bare(line, " \t*_>\x01");
  if (!text.ends_with(':') || text.size() > k_attribution_bytes) return false;
  return std::any_of(k_wrote.begin(), k_wrote.end(),
                     [text](auto verb) { return ascii::contains(text, verb); });
}

bool starts_attribution(std::string_view line) {
  const auto text = bare(line, " \t*_>\x01");
  const bool opens =
      std::any_of(k_on.begin(), k_on.end(), [text](auto start) { return text.starts_with(start); });
  const bool dated = !text.empty() && ascii::is_digit(text.front());
  return opens || dated || (text.find('@') != text.npos && text.find('<') != text.npos);
}

bool is_quote_separator(std::string_view line) {
  const auto text = ascii::trimmed(line);
  if (text.size() > k_separator_bytes) return false;
  if (starts_with_any(text, k_bare_separators)) return true;
  const auto phrase = bare(text, " \t-_*=#~");
  // Dashes must stand there: "the original message was rude" is somebody's sentence.
  if (!text.starts_with("--") && !text.starts_with("__") && !text.starts_with("==") &&
      !text.starts_with("##") && !text.starts_with("~~")) {
    return false;
  }
  return std::any_of(k_separators.begin(), k_separators.end(),
                     [phrase](auto words) { return ascii::contains(phrase, words); });
}

bool is_quoted_from(std::string_view line) {
  return line.size() <= k_header_line_bytes && starts_with_any(bare(line, " \t*_>|\x01"), k_from);
}

bool is_quoted_header(std::string_view line) {
  if (line.size() > k_header_line_bytes) return false;
  return starts_with_any(bare(line, " \t*_>|\x01"), k_other_headers);
}

bool is_signature_delimiter(std::string_view line) {
  return line == "-- " || line == "--" || line == "--\xC2\xA0" || line == "- -- ";
}

bool is_device_signature(std::string_view line) {
  const auto text = ascii::trimmed(line);
  return text.size() <= k_device_line_bytes && starts_with_any(text, k_devices);
}

bool starts_disclaimer(std::string_view line) {
  const auto text = bare(line, " \t*_-");
  if (ascii::contains(text.substr(0, k_disclaimer_label_bytes), "disclaimer:")) return true;
  return starts_with_any(text, k_disclaimers);
}

}  // namespace redress::parsers
