#include "parsers/machine/tables.hpp"

namespace redress::parsers {
namespace {

using enum AutomaticSign;

/// Away, beside what automatic_phrase_tables.cpp and automatic_language_tables.cpp have by
/// language: on leave, ill, travelling, gone for good, closed.
constexpr Phrase k_texts[] = {
    // Away: what one is on, in, at, or down with.
    say("on my|a|our|some|their leave|holiday|holidays|vacation|sabbatical|honeymoon|break",
        absence, 4),
    say("on _ annual|leave|holiday|vacation|sabbatical until|till|til|from|for", absence, 4),
    say("on paternity|maternity|adoption|research|garden|gardening|unpaid|extended|carers|"
        "bereavement|shared|special|flexi|toil|jury|sick|parental|annual|compassionate|study "
        "leave|service|duty",
        absence, 4),
    say("off sick|ill|work|today|tomorrow|this|until", absence, 3),
    say("signed off", absence, 3),
    say("am|im|is|be unwell|poorly|ill|hospitalised|convalescing", absence, 3),
    say("in|into hospital", absence, 2),
    say("recovering|recuperating from|after|at", absence, 3),
    say("in|at meetings|training|court|theatre|lectures|clinic|surgery|conference all|until|today|"
        "this|for|and|from",
        absence, 4),
    say("attending|speaking|exhibiting|teaching at|a|an|the|on conference|course|training|"
        "exhibition|fair|workshop|retreat|meeting",
        absence, 4),
    say("am|im|be|currently travelling|traveling|abroad|overseas", absence, 3),
    say("travelling|traveling for|on|until|between|this|with business|work|holiday", absence, 4),
    say("on business|a|work|field|site trip|visit|visits|work|travel", absence, 3),
    say("off the|grid grid|until", absence, 4),
    say("my|a day|days off", absence, 3),
    say("non working|work day|days", absence, 4),
    say("not|dont usually|normally|generally work|working|in", absence, 4),
    say("i|we only|rarely|seldom|usually|normally work|check|read|look|log", absence, 3),
    say("only looking|checking|reading|working|looking|monitoring|dipping", absence, 3),
    say("shall|will|wont|not not|be be|reviewing|answering checking|reading|reviewing|answering|"
        "looking|picking|online|contactable|reachable|available",
        absence, 3),
    say("have|has retired|resigned|emigrated", absence, 3),
    say("have|has|ive _ retired|left|moved|stepped from|the|on|down|to", absence, 4),
    say("i left|leave the|my|this company|organisation|firm|post|role|team|business|charity|"
        "council",
        absence, 5),
    say("left|leaving his|her|their|my post|role|job|employment", absence, 5),
    say("office|shop|surgery|clinic|practice|school|library|college|department|centre|switchboard|"
        "showroom|workshop|studio|team will|is|are be|now|currently|closed|shut",
        absence, 4),
    say("is|are|be closed|shut throughout|from|until|on|over|for|between|during|this|next|every",
        absence, 4),
    say("closed|shut for|over|throughout the|christmas|easter|august|july|summer|holidays|a|an",
        absence, 4),

    say("im|am|bin|bis urlaub|elternzeit|mutterschutz|krankenstand|ausland|ruhestand", absence, 4),
    say("urlaub|urlaubs|urlaubsbedingt|betriebsurlaub|betriebsferien|dienstreise|elternzeit|"
        "mutterschutz|krankgeschrieben|krankheitsbedingt|erkrankt|fachtagung|fortbildung|"
        "geschaftsreise|abwesenheit",
        absence, 3),
    say("auser|ausser haus|dienst", absence, 4),
    say("nur|kaum|nicht sporadisch|gelegentlich|eingeschrankt|unregelmasig|unregelmassig|begrenzt|"
        "bedingt|selten|abrufen",
        absence, 3),
    say("mal weg", absence, 4),
    say("bin|bis _ unterwegs|verreist|abwesend|weg", absence, 3),
    say("nicht mehr bei|fur|im|in|tatig|beschaftigt|angestellt", absence, 4),
    say("unternehmen|firma|dienst verlassen|ausgeschieden", absence, 5),
    say("ausgeschieden", absence, 3),
    say("buro|praxis|kanzlei|geschaft|geschaftsstelle|betrieb|sekretariat|laden "
        "ist|bleibt|sind|hat "
        "_ geschlossen",
        absence, 4),
    say("geschlossen", absence, 3),

    say("en|de|mes conge|conges|vacances|deplacement|formation|rtt", absence, 4),
    say("conge|conges|arret maternite|parental|paternite|maladie|annuel|annuels|de", absence, 5),
    say("absent|absente|absents|absences", absence, 3),
    say("actuellement|momentanement|temporairement absent|absente|indisponible|injoignable",
        absence, 4),
    say("jai|a|ai|ayant quitte|quitter la|le|l|mon|notre|ses|mes", absence, 5),
    say("jai|a|ai quitte lentreprise|lassociation|lagence|letude|lorganisme|definitivement",
        absence, 5),
    say("ne travaille|travaillant|fait|fais|exerce plus", absence, 5),
    say("a|en la retraite", absence, 4),
    say("bureau|bureaux|cabinet|secretariat|etude|agence|mairie|accueil|services est|sont|sera|"
        "seront ferme|fermes|fermee|fermees",
        absence, 4),
    say("fermeture|ferme|fermes|fermee|fermeront|fermera", absence, 3),

    say("de|mis|en vacaciones|excedencia", absence, 4),
    say("baja|permiso maternal|medica|paternal|laboral|de|por", absence, 4),
    say("estoy|estare|encuentro|me|encontrare de|fuera|en|ausente viaje|de|reunion|formacion|curso",
        absence, 4),
    say("ya no trabajo|trabaja|formo|forma|pertenece|presta|pertenezco", absence, 5),
    say("he|ha dejado de|la|el|mi|nuestra", absence, 4),
    say("permanecera|permaneceran|estara|estaran|esta|estan cerrado|cerrada|cerradas|cerrados",
        absence, 4),
    say("cerrado|cerrada|cerradas|cerrados|jubilado|jubilada", absence, 3),

    say("in|dal|delle|di|alle|per ferie|congedo|malattia|maternita|trasferta|vacanza|aspettativa|"
        "pensione|permesso",
        absence, 4),
    say("sono|saro al|in|via mare|montagna|viaggio|ferie|riunione|trasferta|vacanza", absence, 4),
    say("non lavoro|lavora|faccio|fa|collaboro|collabora piu", absence, 5),
    say("ho|ha lasciato la|il|l|lazienda|questa", absence, 5),
    say("uffici|ufficio|studio|segreteria|negozio|sportello rimarranno|restera|rimarra|sara|"
        "saranno|e|sono chiusi|chiuso|chiusa",
        absence, 4),
    say("chiuso|chiusa|chiusi|chiusura|chiudera|chiuderanno", absence, 3),

    say("met|op|van|vanwege|wegens|in vakantie|verlof|zwangerschapsverlof|ouderschapsverlof|"
        "ziekteverlof|bevallingsverlof|zakenreis|dienstreis|cursus|ziekte|pensioen",
        absence, 4),
    say("vandaag|morgen|deze vrij|week", absence, 3),
    say("ziek|ziekgemeld", absence, 3),
    say("vandaag|morgen|momenteel|helaas vrij|ziek|afwezig", absence, 4),
    say("niet langer|meer werkzaam|in|bij|actief", absence, 5),
    say("uit dienst", absence, 5),
    say("gesloten", absence, 3),

    say("na urlopie|zwolnieniu|delegacji|szkoleniu|konferencji|wakacjach|emeryturze|macierzynskim|"
        "rodzicielskim|wychowawczym|chorobowym",
        absence, 4),
    say("urlop*|nieobecn*", absence, 3),
    say("nieczynn*|zamkniet*", absence, 4),
    say("juz|nie nie|pracuje pracuje|pracuja|juz|w|u", absence, 5),
    say("zakonczyl*|zakonczyla prace|wspolprace", absence, 5),
    say("odszedl|odeszla z|na", absence, 4),

    say("nas|em|de|gozo ferias|licenca|baixa|viagem|folga|formacao|reforma", absence, 4),
    say("licenca maternidade|paternidade|parental|medica|de", absence, 4),
    say("ausente|ausencia", absence, 3),
    say("encerrado|encerrada|encerrados|encerradas|fechado|fechada|fechados", absence, 3),
    say("nao trabalho|trabalha|faco|faz mais|parte", absence, 5),
    say("deixei|deixou|deixamos a|o|de", absence, 3),

    say("franvarande|franvaromeddelande|franvaro|sjukskriven|foraldraledig|tjanstledig|semester*|"
        "sjuk|bortrest|pensionerad",
        absence, 4),
    say("arbetar|jobbar inte|ej langre|kvar", absence, 5),
    say("fravarende|ferie|ferien|barselsorlov|barsel|permisjon|sykmeldt|sygemeldt|"
        "foreldrepermisjon|"
        "bortreist|tjenestereise|forretningsrejse",
        absence, 4),
    say("fratradt|fratradte|sluttet|pensjonert|pensioneret", absence, 4),
    say("stangt|stangd|sommarstangt|lukket|lukker|stengt|suljettu|kiinni|suljemme", absence, 3),
    say("lomalla|lomalle|vapaalla|vapaalle|vanhempainvapaalle|aitiyslomalle|elakkeelle|elakkeella|"
        "tyomatkalla|sairaslomalla|sairauslomalla|opintovapaalla|loma|lomani",
        absence, 4),
    say("i frii|orlofi|frii", absence, 4),

    say("dovolen*|materske*|nemocensk*|neschopnost*|neschopenk*|rodicovske*|rodicovskej", absence,
        4),
    say("na pn|ocr|materskej|materske|sluzobnej|sluzebni|skoleni|skoleniu", absence, 4),
    say("nepracuje|nepracuji|nepracujem|neprac*", absence, 4),
    say("zavren*|zatvoren*|uzavren*|zavreno", absence, 3),
    say("szabadsag*|betegszabadsag*|tappenz*|gyed*|szules*|nyugdij*", absence, 4),
    say("nem|mar dolgozik|dolgozom|nem", absence, 4),
    say("hazon kivul", absence, 4),
    say("zarva|zart", absence, 3),
    say("concediu*|concediul", absence, 4),
    say("nu mai lucreaza|lucrez|face|activeaza|fac", absence, 5),
    say("inchis|inchisa|inchise|inchisi", absence, 3),
    say("godisnj*|bolovanj*|porodiljn*|dopust*|bolnisk*|porodnisk*|godisnji|odmor|odmoru", absence,
        4),
    say("vise|vec ne|nije radi|radim|dela|delam|zaposlen|zaposlena", absence, 5),
    say("atostog*|nedarbing*|atvalinajum*|prombutn*|slimibas|puhkus*|haigus*|lapsehooldus*",
        absence, 4),
    say("slegt*|uzdaryt*|nedirb*|suletud|nestrada*|nebedirb*", absence, 4),
    say("αδεια|απουσια|διακοπεσ|αναρρωτικη", absence, 3),
    say("αποχωρησει|αποχωρησε|συνταξιοδοτηθηκε", absence, 4),
    say("κλειστο|κλειστα|κλειστη|κλειστοι", absence, 4),
    say("raporluyum|izinliyim|izindeyim|izinde|izin|tatilde|tatildeyim", absence, 3),
    say("ayrilmistir|ayrildi|ayrilmis|ayrildim|ayrilmistim", absence, 5),
    say("kapali|kapalidir|kapaliyiz|kapalidirlar", absence, 4),
    say("отпуск*|відпустк*|отпуска|больничн*|лікарнян*|болнич*|командировк*|відряджен*|декрет*",
        absence, 4),
    say("уволился|уволилась|уволен*|звільнився|звільнилась|звільнилася|напуснал*|напусна", absence,
        5),
    say("закрыт*|зачинен*|закрит*|затворен*", absence, 3),
    say("מחופשה|חופשת|בחופשה|סגור|סגורים|סגורה|סגורות|מילואים", absence, 4),
    say("مغلق|مغلقة|عطلة|إجازة", absence, 4),
    say("बंद रहेगा|रहेंगे|रहेगी|है|हैं", absence, 4),
    say("휴무*|휴업*|휴직*|병가*|출장*", absence, 4),
    say("cuti|nghi phep|vang", absence, 3),
    say("pushime|orlofi|likizo", absence, 3),
    say("yn sal|dost", absence, 4),
    say("ar gau|gwrs|gynhadledd|absenoldeb", absence, 4),
    say("wedi gadael|ymddeol", absence, 4),
    say("ddim yn gweithio", absence, 4),
    say("saoire|saor laithean", absence, 4),
    say("as lathair|laithair", absence, 4),
    say("ta|me|mi tinn|breoite|air falbh", absence, 3),
    say("krank|kur|reha|krankheit", absence, 3),
    say("malade|souffrant|souffrante|colloque|seminaire", absence, 3),
    say("enfermo|enferma|congreso", absence, 3),
    say("malato|malata|convegno|influenza", absence, 3),
    say("op|naar congres|conferentie|training|beurs|reis", absence, 3),
    say("chory|chora|choroba|choroby|konferencj*|delegacj*|szkoleni*", absence, 3),
    say("doente|congresso|conferencia", absence, 3),
    say("sjukdom|konferens|tjansteresa|utbildning|syg|sygdom|syk|sykdom|kursus|tjenesterejse",
        absence, 3),
    say("ikke|inte lenger|langre her|hos|i", absence, 4),
    say("sairaana|sairastunut|koulutuksessa|poissa|konferenssissa", absence, 3),
    say("en|ei ole enaa|toissa|tavoitettavissa", absence, 3),
    say("nemocen|nemocna|chory|chora|sluzebni|sluzobnej|nedostupn*|maroduji", absence, 3),
    say("nepusobi|neposobi", absence, 4),
    say("beteg|kikuldetes*|konferencia*", absence, 3),
    say("bolnav|bolnava|delegatie|conferinta|indisponibil", absence, 3),
    say("bolestan|bolesna|bolan|sluzbenom|sluzbeni|sluzbeno|konferencij*", absence, 3),
    say("ασθενεια|ασθενησ|ταξιδι|συνεδριο|λειπω", absence, 3),
    say("hasta|hastayim|hastalik|seyahat*|konferans*|toplantida*", absence, 3),
    say("болею|заболел*|болен|конференци*|хворію|захворі*|конференці*|боледувам", absence, 3),
    say("slimoju|komandejum*|sergu|komandiruot*|haige|lahetus*|konverents*", absence, 3),
    say("مرضية|مؤتمر|سفر|مسافر|مسافرة", absence, 3),
    say("מחלה|לידה|כנס|מילואים", absence, 3),
    say("बीमार|यात्रा|अवकाश|छुट्टी|छुट्टियों", absence, 3),
    say("회의*|교육*|외근*|육아*|연차*|휴가*", absence, 3),

    // There, but seldom reading.
    say("accesso|acces|acceso|acesso limitato|limite|limitado|limitat|restreint|restringido",
        absence, 3),
    say("saltuariamente|sporadisch|sporadycznie|sporadiquement|esporadicamente|sporadiskt|"
        "sporadisk|"
        "ponctuellement|satunnaisesti|rajoitetusti|beperkt|unregelmasig|нерегулярно|периодически",
        absence, 3),
    say("ograniczony|ograniczonym|begransad|begranset|omezen*|obmedzen*|korlatozott*|ogranicen*|"
        "omejen*|περιορισμενη|sinirli|kisitli|ограничен*|обмежен*",
        absence, 3),
};
static_assert(well_formed(k_texts));

}  // namespace

std::span<const Phrase> automatic_away_texts() {
  return k_texts;
}

}  // namespace redress::parsers
