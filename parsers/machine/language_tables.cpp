#include "parsers/machine/tables.hpp"

#include <array>

namespace redress::parsers {
namespace {

using enum AutomaticSign;

/// Absence notices say the same everywhere: that one is away, until when, and whom to ask instead.
/// Letters are folded as words_of() folds them: "æ" is "a", "ø" is "o", a Greek "ς" is "σ".
constexpr Phrase k_texts[] = {
    // Portuguese
    say("fora do|de escritorio|ferias", absence, 4),
    say("de|em ferias|licenca|baixa", absence, 4),
    say("estou|estarei|encontro ausente|fora|indisponivel|de|em", absence, 3),
    say("ausente do|ate|de|entre|por", absence, 3),
    say("ja nao trabalho|trabalha", absence, 5),
    say("nao trabalho|trabalha mais", absence, 5),
    say("volto|voltarei|regresso|regressarei|retorno|retornarei", detail, 2),
    say("em caso de urgencia", detail, 3),
    say("para assuntos|questoes urgentes", detail, 3),
    say("assim que regressar|voltar|possivel", detail, 2),

    // Swedish
    say("ar|kommer|vara pa|ledig|bortrest|franvarande|sjukskriven|foraldraledig|tjanstledig",
        absence, 3),
    say("pa semester|tjansteresa", absence, 4),
    say("semester|sjukskriven|foraldraledig|tjanstledig|franvarande", absence, 3),
    say("inte pa kontoret|plats|jobbet", absence, 4),
    say("har slutat", absence, 4),
    say("tillbaka|ater den|pa|i|mandag", detail, 2),
    say("vid|for bradskande|akuta|angelagna", detail, 3),
    say("svarar nar|sa jag|snart", detail, 2),

    // Danish, Norwegian
    say("pa|holder|har ferie|feriefri|fri", absence, 4),
    say("ikke pa kontoret|jobb|arbejde|plass", absence, 4),
    say("fravarende|bortreist|bortrejst|sygemeldt|sykmeldt|barselsorlov", absence, 4),
    say("pa|i barsel|orlov|permisjon|foreldrepermisjon|foraldreorlov", absence, 4),
    say("har sluttet|fratradt|stoppet", absence, 4),
    say("ikke langere|lenger ansat|ansatt|jobber|arbejder", absence, 5),
    say("tilbage|tilbake den|pa|igen|igjen|mandag", detail, 2),
    say("ved|i hastende|presserende|haste", detail, 3),
    say("hastesaker|hastesager", detail, 3),
    say("svarer nar|sa jag|jeg|snart", detail, 2),

    // Finnish
    say("olen|on lomalla|poissa|vapaalla|sairauslomalla|perhevapaalla|vanhempainvapaalla|matkoilla",
        absence, 4),
    say("lomalla|sairauslomalla|vanhempainvapaalla|aitiyslomalla", absence, 3),
    say("en ole|lue|paase toimistolla|tavoitettavissa|paikalla|sahkopostia|tyopaikalla", absence,
        4),
    say("poissa toimistolta|toista|tyopaikalta", absence, 4),
    say("en|ei tyoskentele|tyoskentele enaa", absence, 4),
    say("palaan|palaa", detail, 2),
    say("kiireellisissa|kiireisissa asioissa|tapauksissa", detail, 3),

    // Czech, Slovak
    say("mimo kancelar|kancelarie", absence, 4),
    say("na dovolene|dovolenke|materske|materskej|rodicovske|rodicovskej|nemocenske", absence, 4),
    say("cerpam dovolenou|dovolenku", absence, 4),
    say("nepritomen|nepritomna|nepritomny|neschopnosti|praceneschopny|praceneschopna", absence, 3),
    say("nejsem|nie som|v v kancelari|praci|kancelarii", absence, 4),
    say("jiz|uz nepracuji|nepracujem|nepracuje", absence, 5),
    say("vratim|vracim|vraciam se|sa", detail, 2),
    say("zpet|spat v|od", detail, 2),
    say("v nalehavych|nutnych|urgentnich|naliehavych|surnych|akutnich pripadech|pripadoch", detail,
        3),
    say("po navratu|navrate", detail, 3),

    // Hungarian
    say("szabadsagon|szabadsagomat|tappenzen|gyeden|gyesen", absence, 4),
    say("hazon|irodan kivul", absence, 4),
    say("tavol vagyok|leszek", absence, 4),
    say("nem vagyok|leszek|dolgozom|dolgozik elerheto|bent|itt|az|mar", absence, 3),
    say("visszaterek|visszajovok|visszateresem|erkezem", detail, 2),
    say("surgos esetben|ugyben|ugyekben", detail, 3),

    // Romanian
    say("in concediu|vacanta|delegatie", absence, 4),
    say("nu sunt|ma|voi la|aflu|fi|disponibil|disponibila birou|in|disponibil", absence, 3),
    say("plecat|plecata din|in", absence, 3),
    say("nu mai lucrez|lucreaza|face", absence, 5),
    say("revin|intorc|intoarce", detail, 2),
    say("in caz|situatii de|urgente urgenta", detail, 3),
    say("pentru urgente|probleme|chestiuni", detail, 2),

    // Croatian, Slovene
    say("na godisnjem|dopustu|bolovanju|bolniskem|porodiljnom|porodniskem|odmoru", absence, 4),
    say("izvan|izven ureda|pisarne", absence, 4),
    say("nisam|nisem u|v|dostupan|dostupna|dosegljiv|dosegljiva", absence, 3),
    say("odsoten|odsotna|odsutan|odsutna", absence, 3),
    say("vise|vec ne radim|radi|delam|dela", absence, 5),
    say("vracam|vratit|povratka|vrnem|vrnil|vrnila|vrnitvi", detail, 2),
    say("u|v hitnim|nujnih|hitnih slucajevima|primerih", detail, 3),

    // Lithuanian, Latvian, Estonian
    say("atostogauju|atostogose|atostogu|nedarbingumo", absence, 4),
    say("nesu|nebusiu biure|darbe|pasiekiamas|pasiekiama", absence, 4),
    say("nebedirbu|nebedirba", absence, 5),
    say("grisiu|griztu|grizes|grizusi", detail, 2),
    say("skubiais|skubiu atvejais|atveju|klausimais", detail, 3),
    say("atvalinajuma|prombutne|slimibas", absence, 4),
    say("neesmu|nebusu biroja|pieejams|pieejama|darba", absence, 4),
    say("vairs nestradaju|nestrada", absence, 5),
    say("atgriezisos|atgriezos|atgriesanas", detail, 2),
    say("steidzamos|steidzamu gadijumos|gadijuma|jautajumos", detail, 3),
    say("puhkusel|haiguslehel|lapsehoolduspuhkusel|emapuhkusel|puhkan", absence, 4),
    say("kontorist eemal|ara|valjas", absence, 4),
    say("ei tootan|toota enam", absence, 5),
    say("tagasi|naasen", detail, 2),
    say("kiireloomulistes|kiireloomuliste|kiiretes|kiirete|kiire", detail, 3),

    // Turkish
    say("izindeyim|izinde|tatildeyim|raporluyum|izinliyim", absence, 4),
    say("yillik izin|izinde|iznimi|iznimdeyim", absence, 4),
    say("ofis|ofiste disindayim|disinda|degilim|olmayacagim|bulunmuyorum", absence, 4),
    say("artik calismiyorum|calismiyor|calismamaktadir|calismamaktayim", absence, 5),
    say("donecegim|dondugumde|donusumde", detail, 2),
    say("acil durumlarda|durumlar|konular|konularda|isler|islerde", detail, 3),

    // Irish
    say("as an|m oifig", absence, 4),
    say("ar saoire|laethanta", absence, 4),
    say("nil|nilim me|mise|san|sa", absence, 2),
    say("oifig dunta", absence, 4),
    say("ar ais", detail, 2),
    say("prainneach|phrainneach|eigeandail|deifir", detail, 3),

    // Greek
    say("εκτοσ γραφειου", absence, 4),
    say("σε|με αδεια", absence, 4),
    say("απουσιαζω|απουσια|απουσιασω|λειπω", absence, 3),
    say("δεν εργαζομαι|εργαζεται πλεον", absence, 5),
    say("επιστρεφω|επιστρεψω|επιστροφη", detail, 2),
    say("επειγοντα|επειγον|επειγουσεσ|επειγουσα", detail, 3),

    // Russian, Ukrainian, Bulgarian
    say("в|у отпуске|отпуску|отпуск|отпуска|відпустці|командировке|декрете|відрядженні|декреті|"
        "болничен|майчинство",
        absence, 4),
    say("вне|поза|извън офиса|офісом|офиса", absence, 4),
    say("отсутствую|отсутствует|отсъствам|відсутній|відсутня", absence, 4),
    say("на больничном|лікарняному", absence, 4),
    say("больше|більше|вже|вече|уже не работаю|работает|працюю|працює|работя|работи", absence, 5),
    say("вернусь|возвращаюсь|возвращения|повернуся|повернення|върна|връщам|завръщане", detail, 2),
    say("в|у|при срочных|экстренных|термінових|невідкладних|спешни случаях|випадках|случаи", detail,
        3),
    say("по|з|за срочным|неотложным|термінових|невідкладних|спешни вопросам|питань|въпроси", detail,
        3),
    say("срочно|срочным|терміново|спешни", detail, 1),

    // Arabic, Hebrew, Hindi, Korean
    say("خارج المكتب|العمل", absence, 4),
    say("في إجازة|اجازة", absence, 4),
    say("إجازة|اجازة|إجازتي", absence, 2),
    say("غير متواجد|متواجدة|موجود|موجودة|متاح|متاحة", absence, 3),
    say("لم أعد|يعد أعمل|يعمل", absence, 5),
    say("سأعود|أعود|عودتي|العودة", detail, 2),
    say("العاجلة|الطارئة|للضرورة|عاجل|عاجلة|الطوارئ", detail, 3),
    say("בחופשה|בחופשת|בחופש", absence, 4),
    say("מחוץ למשרד", absence, 4),
    say("לא|אינני|איני נמצא|נמצאת|זמין|זמינה|אהיה", absence, 3),
    say("כבר|יותר לא|עובד|עובדת עובד|עובדת", absence, 5),
    say("אחזור|אשוב|שובי|חזרתי", detail, 2),
    say("דחוף|דחופים|דחופות", detail, 3),
    say("अवकाश|छुट्टी|छुट्टियों पर", absence, 4),
    say("कार्यालय|दफ्तर|ऑफिस से बाहर", absence, 4),
    say("लौटूंगा|लौटूँगा|लौटूंगी|लौटूँगी|लौटने|वापस", detail, 2),
    say("तत्काल|अत्यावश्यक|आवश्यक|ज़रूरी|जरूरी", detail, 3),
    say("휴가*|부재*|육아휴직*|병가*|출장*|연차*|출산휴가*", absence, 4),
    say("퇴사*|퇴직*", absence, 5),
    say("복귀*|돌아*", detail, 2),
    say("긴급*|급한|급하신|시급*", detail, 3),

    // What machines say of themselves, and ticket systems.
    say("diese nachricht|mail|e|email wurde|ist|mail automatisch|eine|wurde", machine, 4),
    say("bitte antworten|nicht sie|auf nicht|diese", machine, 4),
    say("ne pas repondre", machine, 4),
    say("ne repondez pas", machine, 4),
    say("no responda|conteste a", machine, 4),
    say("non rispondere a", machine, 4),
    say("niet te beantwoorden|reageren", machine, 3),
    say("prosimy nie|o odpowiadac|nieodpowiadanie", machine, 4),
    say("nao responda|respondas", machine, 4),
    say("peidiwch ag ateb", machine, 4),
    say("automatisch|automatiquement|automaticamente|automatycznie|automatiskt|automatisk|"
        "automaattinen|automatizovana|automaticky|automatikus|automat|automatski|otomatik|"
        "automatinis|automatiska|automaatne|автоматически|автоматично|автоматическое|автоматичне|"
        "αυτοματο|αυτοματη|تلقائي|آلي|אוטומטי|אוטומטית|स्वचालित|자동*",
        machine, 2),
    say("ihr|ihre ticket|anfrage|anliegen|nachricht wurde|ist erfolgreich|unter|bei|registriert|"
        "erstellt|eingegangen|erfasst",
        receipt, 4),
    say("ticketnummer|vorgangsnummer|ticket|dossiernummer|zaaknummer|meldingsnummer", receipt, 3),
    say("votre demande|requete a|est ete|bien|enregistree", receipt, 4),
    say("su|tu solicitud|consulta|peticion ha|se sido|ha", receipt, 4),
    say("la|sua sua|tua|richiesta richiesta|e|segnalazione e|stata|ha", receipt, 4),
    say("uw melding|aanvraag|vraag|bericht|verzoek is|hebben|werd", receipt, 4),
    say("zgloszenie zostalo|nr|numer", receipt, 4),
    say("o seu|su|sua pedido|chamado|solicitacao foi", receipt, 4),
    say("eich ymholiad|neges|cais wedi|wedii|widi", receipt, 3),
    say("wedi|wedii i|gofrestru|dderbyn gofrestru|dderbyn", receipt, 3),
    say("ваша|ваше|ваш|вашу заявка|обращение|запрос|звернення|запит", receipt, 4),
};
static_assert(well_formed(k_texts));

constexpr Phrase k_subjects[] = {
    say("automaattinen vastaus", subject_prefix, 10),
    say("automaticka odpoved", subject_prefix, 10),
    say("automatikus valasz", subject_prefix, 10),
    say("raspuns automat", subject_prefix, 10),
    say("automatski|samodejni|avtomatski odgovor", subject_prefix, 10),
    say("automatinis atsakymas", subject_prefix, 10),
    say("automatiska atbilde", subject_prefix, 10),
    say("automaatvastus", subject_prefix, 10),
    say("automaatne vastus", subject_prefix, 10),
    say("otomatik yanit|cevap", subject_prefix, 10),
    say("freagra uathoibrioch", subject_prefix, 10),
    say("αυτοματη απαντηση", subject_prefix, 10),
    say("автоматический|автоматичен ответ|отговор", subject_prefix, 10),
    say("автоматична відповідь", subject_prefix, 10),
    say("автоответ", subject_prefix, 10),
    say("رد تلقائي|آلي", subject_prefix, 10),
    say("الرد التلقائي|الآلي", subject_prefix, 10),
    say("תשובה אוטומטית", subject_prefix, 10),
    say("מענה אוטומטי", subject_prefix, 10),
    say("자동 회신|응답", subject_prefix, 10),
    say("स्वचालित उत्तर|जवाब", subject_prefix, 10),
    say("ausente|ferias|franvarande|semester|fravar|ferie|poissa|loma|dovolena|dovolenka|szabadsag|"
        "concediu|odmor|dopust|odsotnost|atostogos|atvalinajums|puhkus|izin|saoire|αδεια|απουσια|"
        "отпуск|отсутствие|відпустка|إجازة|חופשה|휴가|부재|अवकाश",
        subject_hint, 3),
};
static_assert(well_formed(k_subjects));

/// Chinese and Japanese put no spaces between words: looked for as they stand.
constexpr std::array k_unspaced{
    say("不在办公室", absence, 4),
    say("不在辦公室", absence, 4),
    say("休假", absence, 4),
    say("年假", absence, 4),
    say("病假", absence, 4),
    say("产假", absence, 4),
    say("出差", absence, 4),
    say("离职", absence, 5),
    say("離職", absence, 5),
    say("不在にして", absence, 4),
    say("不在と", absence, 4),
    say("休暇", absence, 4),
    say("お休み", absence, 3),
    say("出張", absence, 4),
    say("退職", absence, 5),
    say("育児休業", absence, 4),
    say("育休", absence, 4),
    say("産休", absence, 4),
    say("紧急", detail, 3),
    say("緊急", detail, 3),
    say("急事", detail, 3),
    say("お急ぎ", detail, 3),
    say("返回", detail, 2),
    say("回来", detail, 2),
    say("戻り", detail, 2),
    say("出社", detail, 2),
    say("尽快回复", detail, 2),
    say("ご連絡", detail, 1),
    say("自动回复", machine, 5),
    say("自動回覆", machine, 5),
    say("自動返信", machine, 5),
    say("自動応答", machine, 5),
    say("自动发送", machine, 4),
    say("自動送信", machine, 4),
    say("请假", absence, 4),
    say("外出", absence, 3),
    say("研修", absence, 3),
    say("療養", absence, 4),
    say("入院", absence, 3),
    say("退社", absence, 4),
    say("休業", absence, 4),
    say("放假", absence, 4),
    say("休息日", absence, 3),
    say("順次", detail, 2),
    say("延迟", detail, 2),
    say("送信専用", machine, 6),
    say("返信できません", machine, 5),
    say("请勿回复", machine, 5),
    say("請勿回覆", machine, 5),
    say("受付番号", receipt, 4),
    say("受け付け", receipt, 3),
    say("お問い合わせを", receipt, 2),
    say("工单", receipt, 3),
    say("已收到您", receipt, 4),
    say("受理", receipt, 3),
    say("配信停止", newsletter, 5),
    say("配信解除", newsletter, 5),
    say("退订", newsletter, 5),
    say("退訂", newsletter, 5),
    say("取消订阅", newsletter, 5),
};

}  // namespace

std::span<const Phrase> automatic_language_texts() {
  return k_texts;
}
std::span<const Phrase> automatic_language_subjects() {
  return k_subjects;
}
std::span<const Phrase> automatic_unspaced_texts() {
  return k_unspaced;
}

}  // namespace redress::parsers
