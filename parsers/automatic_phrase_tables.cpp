#include "parsers/automatic_tables.hpp"

namespace redress::parsers {
namespace {

using enum AutomaticSign;

constexpr Phrase say(std::string_view text, AutomaticSign sign, int weight) {
  return {text, static_cast<std::uint16_t>(sign), static_cast<std::int16_t>(weight)};
}

constexpr Phrase k_subjects[] = {
    say("automatic|automated reply|response|answer", subject_prefix, 10),
    say("auto reply|response|responder|answer", subject_prefix, 10),
    say("autoreply|autoresponse|autoresponder|autoantwort|autosvar", subject_prefix, 10),
    say("out of office autoreply|reply|automatic|message|notification", subject_prefix, 10),
    say("automatische antwort|antwoord|abwesenheitsnotiz", subject_prefix, 10),
    say("automatisch antwoord", subject_prefix, 10),
    say("abwesenheitsnotiz|abwesenheitsbenachrichtigung|abwesenheitsmeldung", subject_prefix, 10),
    say("reponse automatique", subject_prefix, 10),
    say("message d absence", subject_prefix, 10),
    say("message dabsence", subject_prefix, 10),
    say("respuesta automatica", subject_prefix, 10),
    say("risposta automatica", subject_prefix, 10),
    say("resposta automatica", subject_prefix, 10),
    say("afwezigheidsbericht|afwezigheidsassistent", subject_prefix, 10),
    say("odpowiedz automatyczna", subject_prefix, 10),
    say("automatyczna odpowiedz", subject_prefix, 10),
    say("ymateb|ateb|neges awtomatig", subject_prefix, 10),
    say("automatiskt|automatisk svar", subject_prefix, 10),
    say("return|read receipt", subject_prefix, 10),
    say("accepted|declined|tentative|invitation|canceled|cancelled", subject_hint, 2),
    say("out of office|the", subject_hint, 4),
    say("ooo|vacation|holidays|away|absence|absent|leave|leaver|abwesenheit|abwesend|urlaub|"
        "afwezig|afwezigheid|nieobecnosc|nieobecny|nieobecna|urlop|ausente|assenza|assente|ferie|"
        "vacaciones|absenoldeb|gwyliau|wyliau",
        subject_hint, 3),
    say("annual|maternity|sick|parental|study leave", subject_hint, 4),
    say("have|has left", subject_hint, 3),
    say("fuori|fuera ufficio|de", subject_hint, 4),
    say("allan o|or swyddfa", subject_hint, 4),
    say("nicht im buro|buero|hause|haus", subject_hint, 4),
    say("poza biurem", subject_hint, 4),
    say("niet op|aanwezig kantoor", subject_hint, 4),
    say("ticket received|created|opened|updated", subject_hint, 4),
    say("case|request|ticket|enquiry|query|complaint|message "
        "received|logged|registered|confirmation",
        subject_hint, 4),
    say("we have|weve received your", subject_hint, 4),
    say("your complaint|request|enquiry|ticket|message|query has been received|logged|registered",
        subject_hint, 5),
    say("newsletter|digest|weekly|bulletin|issue", subject_hint, 3),
};

constexpr Phrase k_texts[] = {
    // English
    say("i am|will currently|be out of office|the", absence, 4),
    say("im|am|be currently|presently|now out of|away|on", absence, 4),
    say("i am out of the|office|my", absence, 4),
    say("im out of the|office|my", absence, 4),
    say("be|am|currently|now out of the|my office", absence, 4),
    say("out of office|the until|from|on|between|and|till", absence, 4),
    say("out of the office until|from|on|between|and|till|with|this|for|today", absence, 4),
    say("i am away until|from|on|this|at|and|for|with", absence, 4),
    say("im|be away until|from|on|this|at|and|for|with", absence, 4),
    say("i am|im|am|be|currently on "
        "annual|maternity|paternity|parental|sick|study|compassionate|long|extended leave|term",
        absence, 5),
    say("i am|im|currently on leave|holiday|vacation|secondment|jury", absence, 4),
    say("i am|im on leave|holiday|vacation|sabbatical", absence, 4),
    say("i|we no longer work|works", absence, 4),
    say("no longer work|works|working|employed at|for|with|here|by", absence, 5),
    say("i have|has|ive now left the|our|this", absence, 4),
    say("i have|has|ive left the|our|this company|organisation|firm|team|department", absence, 5),
    say("i do not|dont work on|mondays|tuesdays|wednesdays|thursdays|fridays", absence, 4),
    say("i work part time", absence, 4),
    say("my|our working|office days|hours are", absence, 2),
    say("office|offices is|are|will closed|be for|until|on|over|from|closed", absence, 4),
    say("ooo", absence, 4),
    say("is|are|am away|off from|until|till|til|on|this|with|next|for", absence, 3),
    say("is closed for|until|till|over|throughout|from|on|today", absence, 4),
    say("are closed for|until|till|over|throughout|from|today", absence, 4),
    say("not expected to|back return|until|before", absence, 4),
    say("no longer with|at us|the|this", absence, 4),
    say("left the firm|company|business|practice|council|school|trust|organisation|team", absence,
        4),
    say("my last day", absence, 3),
    say("my|our working|office days|hours|pattern", absence, 3),
    say("do|does not work on|mondays|tuesdays|wednesdays|thursdays|fridays", absence, 4),
    say("will|shall not be|have responding|replying|checking|reading|answering|looking|access",
        absence, 3),
    say("with limited|no|intermittent access to", detail, 3),
    say("re opens|open", detail, 2),
    say("reopens|reopen|returns on|at|in|from", detail, 2),
    say("back on|in|after|at", detail, 2),
    say("anything urgent|pressing", detail, 3),
    say("cannot|cant wait", detail, 2),
    say("in the meantime", detail, 1),
    say("limited|no|intermittent access to my|email|emails|e", detail, 3),
    say("not be|have checking|access|reading|monitoring|reply", detail, 2),
    say("in my absence", detail, 3),
    say("on|upon my return", detail, 3),
    say("when|once i return", detail, 3),
    say("when|once i|im am|get|back|come back|from|in|on", detail, 2),
    say("back in the office on|after", detail, 2),
    say("back|returning|return|returns on|in "
        "monday|tuesday|wednesday|thursday|friday|1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|16|17|18|19|"
        "20|21|22|23|24|25|26|27|28|29|30|31|january|february|march|april|may|june|july|august|"
        "september|october|november|december",
        detail, 2),
    say("if your|the|it matter|enquiry|query|message|request|email|is|its is|urgent|be", detail, 2),
    say("for|if|in urgent|immediate|urgently "
        "matters|matter|enquiries|assistance|queries|help|please|contact",
        detail, 3),
    say("for anything urgent", detail, 3),
    say("if urgent|its", detail, 2),
    say("please contact|email|direct|forward|call|ring my|your|a|the|our|all", detail, 2),
    say("please contact", detail, 2),
    say("will not be|is forwarded|read|redirected|monitored", detail, 2),
    say("will|shall respond|reply|get|answer|deal to|back|your|with|you", detail, 1),
    say("as soon as possible|i", detail, 1),
    say("thank|thanks you|for for|your your|email|message|mail|e", detail, 1),
    say("thank you for your email|message|e|mail|enquiry|contacting", detail, 1),
    // A machine says that it is one.
    say("this is an auto|automated|automatic|autogenerated|unattended|unmonitored|out", machine, 5),
    say("this is a system|no|return generated|reply|receipt|read", machine, 5),
    say("this email|message|mail|e was|is|has|mail "
        "generated|sent|automatically|been|an|from|is|was "
        "automatically|automated|generated|auto|an",
        machine, 3),
    say("automatically generated|sent", machine, 4),
    say("automated|automatic reply|response|message|email|acknowledgement|confirmation", machine,
        3),
    say("do|please not|do reply|not directly|to|reply", machine, 3),
    say("please do not reply|respond to|directly", machine, 4),
    say("do not reply|respond to this", machine, 4),
    say("replies to this|the email|message|address|mailbox", machine, 2),
    say("mailbox|inbox|account|address is|isnt not|no|monitored|longer", machine, 3),
    say("mailbox|inbox|account|address is|isnt not|no|longer "
        "monitored|being|longer|in|checked|read",
        machine, 4),
    say("unmonitored|unattended mailbox|inbox|address|account", machine, 4),

    // Ticket systems.
    say("has|have been received|logged|registered|created|assigned|allocated|opened", receipt, 2),
    say("we|weve have|confirm|acknowledge received|receipt|that your|of", receipt, 2),
    say("we have|weve received your", receipt, 3),
    say("your request|ticket|case|enquiry|query|complaint|message|email|feedback|report has|was|is "
        "been|received|logged|now|being",
        receipt, 3),
    say("thank you for your complaint|enquiry|request|query|feedback|report", receipt, 2),
    say("thank you for contacting|getting|raising|submitting", receipt, 2),
    say("been|it|is given|assigned|allocated the|a|it|ticket|case reference|ticket|case|unique|the",
        receipt, 3),
    say("your reference|ticket|case number|is|reference", receipt, 3),
    say("quote this|the|your reference|number|ticket|case", receipt, 2),
    say("we aim|endeavour|will|try to|aim reply|respond|answer|get|to", receipt, 2),
    say("one|a|member of|our our|the|team advisers|agents|team|colleagues|will", receipt, 2),
    say("will be in|get touch|back|contact", receipt, 1),
    say("working|business|calendar days|hours", receipt, 1),
    say("ticket|case id|number", receipt, 2),

    // Newsletters.
    say("unsubscribe|abbestellen|desinscrire|uitschrijven", newsletter, 3),
    say("darse de baja", newsletter, 3),
    say("view|read|see this|it|email|the|online|in in|email|message|online|your|newsletter|browser",
        newsletter, 3),
    say("view in|online browser|your", newsletter, 4),
    say("you|you are|were|get|got|have|received receiving|this|received|email|been", newsletter, 2),
    say("you are receiving this", newsletter, 4),
    say("you get|got|received|receive this email|e|newsletter|message|mail because|mail|as",
        newsletter, 4),
    say("because you|your subscribed|signed|registered|opted|are|or|attended|colleague", newsletter,
        3),
    say("in this issue|edition|month|months|weeks", newsletter, 3),
    say("manage|update|change your preferences|subscription|email|settings", newsletter, 3),
    say("to stop|no receiving|getting|click|longer|these", newsletter, 3),
    say("forward this to|email", newsletter, 2),
    say("privacy policy|statement", newsletter, 1),
    say("early bird", newsletter, 2),
    say("register|book|sign now|here|today|up", newsletter, 1),
    say("read more", newsletter, 2),
    say("issue|edition|no 1|2|3|4|5|6|7|8|9", newsletter, 1),

    say("reacted to your|via message|email|gmail|outlook", reaction, 10),
    say("reacted via gmail|outlook", reaction, 10),

    // Only people write so, away or not.
    say("sorry|apologies|apologise for|i|not the|my|not|replying|getting|was|for", person, 3),
    say("i have|ve been|just away|off|out|got|come|returned", person, 3),
    say("was|were|been out of|on|off|away the|office|leave|holiday|sick", person, 4),
    say("i want|wish|would|need|must|had|have|am to|like|complaining|writing|had", person, 3),
    say("im|i writing|am to|writing|complaining|unhappy|disappointed|very", person, 4),
    say("my complaint", person, 4),
    say("i complained|paid|bought|booked|rang|phoned|asked|expected|applied|waited", person, 4),
    say("can|could|would|will|did|do|have you", person, 3),
    say("what|when|why|how|where is|are|do|does|can|will|did|has|have", person, 3),
    say("no one|nobody|your has|have|is|office|staff|adviser", person, 2),
    say("before i|then go|leave", person, 3),
    say("you|your were|was|are|have|office|team|staff|mailbox|adviser "
        "out|away|closed|on|always|never",
        person, 4),

    // Welsh
    say("allan or swyddfa", absence, 4),
    say("allan o fy|r swyddfa", absence, 4),
    say("nid wyf yn|i", absence, 2),
    say("nid wyf yn y|fy swyddfa", absence, 4),
    say("ar|i wyliau|ffwrdd", absence, 4),
    say("ar gyfnod|absenoldeb|gwyliau mamolaeth|tadolaeth|blynyddol|salwch", absence, 5),
    say("absenoldeb mamolaeth|salwch", absence, 4),
    say("byddaf yn|n ol", detail, 2),
    say("yn ol ar|yn", detail, 2),
    say("pan fyddaf|ddof yn|nol|ol", detail, 2),
    say("ar ol|fy i|nychweliad|dychwelyd", detail, 2),
    say("os yw|ywr|bydd eich|r|yn|neges|mater", detail, 2),
    say("diolch am eich|dy|y", detail, 1),
    say("cysylltwch|cysylltu|cysyllter a|ag|gyda|ar", detail, 2),
    say("mewn argyfwng|achos", detail, 2),
    say("ddim yn darllen|ateb|gweithio|edrych", detail, 3),
    say("wna|fyddaf|fydda i|yn ateb", detail, 2),
    say("pan ddo|ddof|fydda|fyddaf in|yn|i ol|nol|yn|n", detail, 2),
    say("neges awtomatig", machine, 4),

    // German
    say("ich bin|befinde "
        "derzeit|zurzeit|momentan|bis|vom|ab|nicht|mich|im|aktuell|in|erst|leider|heute|zur",
        absence, 2),
    say("ich bin _ im|nicht urlaub|im", absence, 4),
    say("nicht im|in buro|buero|hause|haus|dienst|der", absence, 4),
    say("nicht erreichbar|anwesend", absence, 3),
    say("im urlaub|mutterschutz", absence, 4),
    say("in elternzeit|mutterschutz|urlaub|kur", absence, 4),
    say("abwesend|ausser haus", absence, 3),
    say("abwesenheit", detail, 2),
    say("wieder im|erreichbar|fur|da|zuruck|personlich", detail, 2),
    say("wieder erreichbar", detail, 2),
    say("nach meiner|der ruckkehr", detail, 3),
    say("in dringenden|eiligen fallen|angelegenheiten", detail, 3),
    say("ihre nachricht|mail|e wird|mail nicht|wird", detail, 3),
    say("vielen dank fur ihre", detail, 1),
    say("wenden sie sich", detail, 2),
    say("automatisch erstellt|generiert|generierte|versendet", machine, 4),

    // French
    say("je suis|serai actuellement|en|absent|absente|hors|de|indisponible", absence, 3),
    say("je suis|serai actuellement|absent|absente en|absente|absent|du|de|jusquau|jusqua", absence,
        4),
    say("absent|absente du|de|jusquau|jusqua|pour bureau|mon|la", absence, 4),
    say("en conge|conges|vacances|arret|deplacement", absence, 3),
    say("ne fais plus partie", absence, 5),
    say("de retour le|au|a", detail, 2),
    say("a mon retour", detail, 3),
    say("des mon retour", detail, 3),
    say("en cas durgence|dabsence", detail, 3),
    say("ne consulterai|lirai|pourrai pas", detail, 3),
    say("votre message|courriel|mail ne sera", detail, 3),
    say("acces limite|restreint a", detail, 3),
    say("merci de|pour votre|vous message|adresser|courriel|mail", detail, 1),
    say("message automatique", machine, 4),

    // Spanish
    say("estoy|estare|me|encuentro fuera|ausente|encuentro|de de|fuera|ausente|vacaciones", absence,
        4),
    say("fuera de la|mi oficina", absence, 4),
    say("de vacaciones|baja|permiso", absence, 3),
    say("a mi|partir regreso|vuelta|del", detail, 3),
    say("en caso de|necesario urgencia", detail, 3),
    say("para asuntos|cuestiones|temas urgentes", detail, 3),
    say("respondere|contestare|volvere|atendere", detail, 2),
    say("acceso limitado", detail, 3),
    say("gracias por su|tu|escribir|contactar", detail, 1),

    // Italian
    say("sono|saro fuori|attualmente|assente|in ufficio|assente|fuori|ferie|dal|fino|per|sede",
        absence, 4),
    say("fuori ufficio|sede", absence, 4),
    say("in ferie|maternita|malattia", absence, 3),
    say("al mio rientro|ritorno", detail, 3),
    say("per|in urgenze|caso|questioni|comunicazioni urgenti|di|e|urgenza", detail, 2),
    say("per urgenze", detail, 3),
    say("rispondero|rispondera", detail, 2),
    say("quanto prima", detail, 1),

    // Dutch
    say("ik ben momenteel|tot|afwezig|niet|met|op|van|wegens|vandaag", absence, 3),
    say("afwezig|afwezigheid", absence, 3),
    say("niet op|aanwezig|bereikbaar kantoor|tot|van", absence, 3),
    say("niet aanwezig|bereikbaar", absence, 3),
    say("met|op vakantie|verlof|zwangerschapsverlof", absence, 3),
    say("weer|terug aanwezig|bereikbaar|op|vanaf|terug", detail, 2),
    say("na|bij mijn terugkomst|terugkeer|vakantie", detail, 3),
    say("voor|bij dringende|spoed|spoedeisende|urgente", detail, 3),
    say("wordt niet doorgestuurd|gelezen", detail, 2),
    say("contact opnemen met", detail, 2),
    say("kunt u|contact contact|opnemen|terecht|met", detail, 2),
    say("bedankt|dank voor uw", detail, 1),

    // Polish
    say("jestem|bede obecnie|nieobecny|nieobecna|poza|na|niedostepny|niedostepna", absence, 3),
    say("nieobecny|nieobecna|niedostepny|niedostepna", absence, 3),
    say("poza biurem", absence, 3),
    say("na urlopie|zwolnieniu", absence, 4),
    say("nie ma mnie", absence, 4),
    say("przebywam na|poza", absence, 4),
    say("po powrocie|moim", detail, 3),
    say("w pilnych|naglych|sprawach sprawach|przypadkach|pilnych", detail, 3),
    say("odpowiem|odpisze|wracam|wroce", detail, 2),
    say("prosze|prosimy o|kontaktowac kontakt|sie", detail, 2),
    say("dziekuje za", detail, 1),
};
static_assert(well_formed(k_subjects) && well_formed(k_texts));

}  // namespace

std::span<const Phrase> automatic_subject_phrases() {
  return k_subjects;
}
std::span<const Phrase> automatic_text_phrases() {
  return k_texts;
}

}  // namespace redress::parsers
