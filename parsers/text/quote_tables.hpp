#pragma once

#include <array>
#include <string_view>

/// Words of mail programs around quotations, in the languages that they speak. ASCII letters are
/// compared without case, all others as they stand: with the capital that a program writes.
namespace redress::parsers {

/// "wrote", as phrases above a quotation have it.
inline constexpr auto k_wrote = std::to_array<std::string_view>(
    {"wrote",        "writes",    "schrieb",      "geschrieben", "a écrit",    "écrivait",
     "escribió",     "escribio",  "ha scritto",   "schreef",     "geschreven", "geskryf",
     "napisa",       "pisze",     "ysgrifennodd", "escreveu",    "escribiu",   "skrev",
     "skrifaði",     "kirjoitti", "napsal",       "napísal",     "írta",       "a scris",
     "va escriure",  "ha escrit", "kirjutas",     "rakstīja",    "rašė",       "yazdı",
     "yazmış",       "έγραψε",    "написа",       "писал",       "пишет",      "пише",
     "כתב",          "מאת",       "كتب",          "كتابة",       "نوشت",       "लिखा",
     "写道",         "寫道",      "のメール",     "書きました",  "작성",       "님이 쓴",
     "viết",         "menulis",   "เขียนว่า",       "scríobh",     "sgrìobh",    "shkroi",
     "telah menulis"});

/// How such a phrase begins: letters as they stand.
inline constexpr auto k_on = std::to_array<std::string_view>(
    {"On ",   "Am ",   "Le ",         "El ",      "Il ",    "Op ",           "W dniu ",
     "Dnia ", "Ar ",   "Em ",         "No dia ",  "Den ",   "På ",           "Dne ",
     "Dňa ",  "Pe ",   "În ",         "La data ", "Στις ",  "На ",           "Pada ",
     "Vào ",  "Ngày ", "In message ", "At ",      "Date: ", "Wiadomość nap", "بتاريخ ",
     "في ",   "در ",   "בתאריך ",     "ในวันที่ ",   "在",     "Kuupäeval ",    "Dana "});

/// Words of a person who tells a story: no program writes them into such a phrase.
inline constexpr auto k_story_words = std::to_array<std::string_view>(
    {" I ",   " we ",    " my ",   " our ",  " you ", " your ",  " he ",  " she ",   " they ",
     " who ", " which ", " that ", " his ",  " her ", " their ", " ich ", " wir ",   " mir ",
     " uns ", " je ",    " nous ", " vous ", " yo ",  " ik ",    " wij ", " jullie "});

/// Phrases of separator lines; dashes, underscores and stars around them do not count.
inline constexpr auto k_separators = std::to_array<std::string_view>({"original message",
                                                                      "forwarded message",
                                                                      "original-nachricht",
                                                                      "originalnachricht",
                                                                      "ursprüngliche nachricht",
                                                                      "weitergeleitete nachricht",
                                                                      "message d'origine",
                                                                      "message d’origine",
                                                                      "message original",
                                                                      "message transféré",
                                                                      "mensaje original",
                                                                      "mensaje reenviado",
                                                                      "messaggio originale",
                                                                      "messaggio inoltrato",
                                                                      "oorspronkelijk bericht",
                                                                      "doorgestuurd bericht",
                                                                      "wiadomość oryginalna",
                                                                      "oryginalna wiadomość",
                                                                      "neges wreiddiol",
                                                                      "neges a anfonwyd ymlaen",
                                                                      "mensagem original",
                                                                      "mensagem encaminhada",
                                                                      "reply message",
                                                                      "original appointment",
                                                                      "forwarded by",
                                                                      "reply above this line",
                                                                      "ursprungligt meddelande",
                                                                      "vidarebefordrat meddelande",
                                                                      "opprinnelig melding",
                                                                      "videresendt melding",
                                                                      "oprindelig meddelelse",
                                                                      "oprindelig besked",
                                                                      "videresendt besked",
                                                                      "videresendt meddelelse",
                                                                      "alkuperäinen viesti",
                                                                      "původní zpráva",
                                                                      "původní e-mail",
                                                                      "eredeti üzenet",
                                                                      "mesajul original",
                                                                      "Αρχικό μήνυμα",
                                                                      "Исходное сообщение",
                                                                      "Пересылаемое сообщение",
                                                                      "Оригінальне повідомлення",
                                                                      "Özgün ileti",
                                                                      "orijinal mesaj",
                                                                      "原始邮件",
                                                                      "原始郵件",
                                                                      "元のメッセージ",
                                                                      "원본 메시지"});

/// Separators without dashes: whole beginnings of a line.
inline constexpr auto k_bare_separators = std::to_array<std::string_view>(
    {"begin forwarded message:", "anfang der weitergeleiteten nachricht:",
     "début du message réexpédié", "début du message transféré", "inizio messaggio inoltrato:",
     "inicio del mensaje reenviado:", "início da mensagem encaminhada:",
     "início da mensagem reencaminhada:", "begin doorgestuurd bericht:", "vidarebefordrat brev:",
     "videresendt melding:", "start på videresendt besked:", "początek przekazywanej wiadomości",
     "Начало переадресованного сообщения:", "転送されたメッセージ", "下面是被转发的邮件"});

/// Names of the field that heads a header block above a quoted mail.
inline constexpr auto k_from_labels = std::to_array<std::string_view>(
    {"from", "von",    "de",        "da",         "van",       "od",     "oddi wrth",
     "o",    "fra",    "från",      "feladó",     "de la",     "Από",    "От",
     "Від",  "kimden", "gönderen",  "发件人",     "寄件者",    "差出人", "보낸 사람",
     "من",   "מאת",    "lähettäjä", "odesílatel", "expéditeur"});

/// Names of the fields below it.
inline constexpr auto k_header_labels = std::to_array<std::string_view>(
    {"sent",       "date",       "to",       "cc",         "subject",    "reply-to",
     "importance", "gesendet",   "datum",    "an",         "betreff",    "envoyé",
     "À",          "objet",      "enviado",  "enviado el", "enviada em", "para",
     "asunto",     "assunto",    "inviato",  "a",          "oggetto",    "data",
     "fecha",      "verzonden",  "aan",      "onderwerp",  "wysłano",    "do",
     "temat",      "anfonwyd",   "at",       "pwnc",       "skickat",    "till",
     "Ämne",       "sendt",      "til",      "emne",       "lähetetty",  "vastaanottaja",
     "aihe",       "odesláno",   "komu",     "předmět",    "elküldve",   "címzett",
     "tárgy",      "trimis",     "către",    "subiect",    "Στάλθηκε",   "Προς",
     "Θέμα",       "Отправлено", "Кому",     "Тема",       "Дата",       "gönderildi",
     "kime",       "konu",       "发送时间", "收件人",     "主题",       "主旨",
     "送信日時",   "宛先",       "件名",     "보낸 날짜",  "받는 사람",  "제목",
     "kopie",      "kopia",      "sujet",    "copie à"});

/// How lines begin that a telephone or a program adds at the end.
inline constexpr auto k_devices =
    std::to_array<std::string_view>({"sent from my ",
                                     "sent from outlook",
                                     "sent from yahoo",
                                     "sent from mail",
                                     "sent from windows",
                                     "sent from samsung",
                                     "sent from proton",
                                     "sent with proton",
                                     "sent from a phone",
                                     "sent from mobile",
                                     "sent from [",
                                     "sent by galaxy",
                                     "get outlook for",
                                     "get [outlook for",
                                     "von meinem ",
                                     "gesendet von mein",
                                     "diese nachricht wurde von meinem ",
                                     "envoyé de mon",
                                     "envoyé depuis",
                                     "enviado desde",
                                     "enviado do meu",
                                     "enviado a partir",
                                     "inviato da ",
                                     "verzonden vanaf",
                                     "verstuurd vanaf",
                                     "verzonden met",
                                     "wysłane z ",
                                     "wysłano z ",
                                     "anfonwyd o fy",
                                     "skickat från min",
                                     "sendt fra min",
                                     "lähetetty iphone",
                                     "odesláno z ",
                                     "odoslané z ",
                                     "trimis de pe ",
                                     "Отправлено с ",
                                     "Надіслано з ",
                                     "从我的",
                                     "從我的",
                                     "發自我的",
                                     "发自我的",
                                     "iphoneから送信",
                                     "from my iphone"});

/// The same, but so that a line in the middle of a paragraph may begin like this, too.
inline constexpr auto k_loose_devices =
    std::to_array<std::string_view>({"sent from ", "sent via ", "sent using ", "sent with ",
                                     "gesendet von ", "gesendet mit ", "lähetetty "});

/// How an organisation's standing text begins.
inline constexpr auto k_disclaimers =
    std::to_array<std::string_view>({"confidentiality notice",
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
                                     "virus-free."});

}  // namespace redress::parsers
