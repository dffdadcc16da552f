#include "parsers/automatic_tables.hpp"

namespace redress::parsers {
namespace {

using enum AutomaticSign;

/// Notices in the order of what they tell, each in the languages of Europe: the second table of
/// texts, beside what stands by language in the others. Letters are folded ("ß" is "s").
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

    // When back, who else: a detail by itself.
    say("replies|responses|answers|reply|response will|may|might|could be|take", detail, 2),
    say("will|may|might|could be patchy|slow|slower|delayed|sporadic|intermittent|erratic", detail,
        3),
    say("slower|slow|later than usual|normal|to", detail, 2),
    say("no|little|patchy|poor|without signal|reception|wifi|internet|connectivity|coverage",
        detail, 3),
    say("once|twice a week|day|fortnight", detail, 2),
    say("first|early|mid|end week|thing in|of|on january|february|march|april|may|june|july|august|"
        "september|october|november|december|monday|the",
        detail, 2),
    say("urgent _ matters|queries|enquiries|issues should|to|can|please", detail, 3),
    say("will|to be read|seen|answered|dealt|actioned|picked when|on|in|after|with|up", detail, 2),
    say("taken|taking|looking over|after my|from|all", detail, 2),
    say("my|a successor|replacement|colleague|deputy|maternity|locum|stand", detail, 2),
    say("covering|cover|deputising|standing for|in my|me|for", detail, 3),
    say("regret|afraid|sorry that i|we cannot|cant|am reply|respond|answer|unable", detail, 3),
    say("until i|im|we return|come|get|am|reopen|back", detail, 2),
    say("while|whilst im|i|we am|are|away|off|out", detail, 2),
    say("ab "
        "dem|montag|dienstag|mittwoch|donnerstag|freitag|januar|februar|marz|april|mai|juni|juli|"
        "august|september|oktober|november|dezember",
        detail, 2),
    say("vertritt|vertretung|vertreten|vertreter|vertreterin|nachfolger|nachfolgerin|ruckkehr",
        detail, 3),
    say("melde mich", detail, 2),
    say("remplacant|remplacante|remplace|remplacee|interim|suppleant|successeur", detail, 2),
    say("ponctuellement|occasionnellement|irregulierement|sporadiquement", detail, 3),
    say("de retour|vuelta|vez en cuando", detail, 2),
    say("vuelvo|volvere|regreso|regresare|reincorporo|reincorporare|incorporo", detail, 3),
    say("sustituye|sustituira|sustituto|sustituta|atenderemos", detail, 2),
    say("torno|tornero|rientro|rientrero|rientrera|tornera", detail, 3),
    say("referente|sostituto|sostituta|sostituisce|mia|in vece", detail, 2),
    say("vervang*|waarnemer|terugkomst|overgenomen door", detail, 2),
    say("zastepuje|zastepstwo|zastepuja|wracam|wroce|odpowiemy|odpowiem", detail, 2),
    say("vikarie*|vikar|ersattare|afloser|kollega|tilbake|tilbage|tillbaka|svarer|svarar", detail,
        2),
    say("palaan|sijaisen*|kiireellis*|kiireis*", detail, 3),
    say("kan|inte|ej besvara|svara|lasa", detail, 2),
    say("zastup*|ozvete|ozvite|volejte|volajte|kontaktujte|obratte|neodpovidam|neodpovedam", detail,
        2),
    say("helyettes*|keressek|forduljon|visszater*", detail, 2),
    say("απαντηθουν|απαντησω|επικοινωνηστε", detail, 2),
    say("отвечу|відповім|позвоните|обращайтесь|звертайтесь|замещает", detail, 2),

    // Nobody reads there, or the address goes.
    say("address|mailbox|inbox|account|email|mail is|will|has be|been|no|not|only|shortly|soon "
        "closed|deactivated|switched|deleted|disabled|discontinued|used|in|monitored|checked|be",
        machine, 4),
    say("mailbox|inbox|address|account|email is|has|was closed|been|send|outgoing|deactivated",
        machine, 4),
    say("not|never be|been|is|passed|forwarded forwarded|passed|delivered|seen|on|read to|on|by",
        machine, 3),
    say("used|only|for outgoing|sending|notifications|outbound mail|only|notifications|messages",
        machine, 4),
    say("outgoing|outbound mail|messages|email|emails|notifications only", machine, 4),
    say("cannot|not receive|accept incoming|replies|mail|messages", machine, 4),
    say("system|computer|auto generated", machine, 4),
    say("sent|generated|created|produced automatically|by automatically|our|an|a system|automated|"
        "computer|robot|bot",
        machine, 4),
    say("automatisch erstellt|generiert|generierte|versendet|versandt|erzeugt|erzeugte|gegenereerd|"
        "gegenereerde|bericht|antwoord|verzonden",
        machine, 5),
    say("automatische|automatisches|automatischen "
        "antwort|nachricht|email|e|mail|eingangsbestatigung",
        machine, 4),
    say("automatik|automatique|automatica|automatico|automatyczna|automatyczne", machine, 1),
    say("message|courriel|mail|reponse|notification automatique|automatiques", machine, 5),
    say("inutile|priere|merci|veuillez dy|de|ne ne|repondre|pas", machine, 3),
    say("cette adresse|boite|messagerie ne|nest|sera|est pas|plus|prochainement", machine, 4),
    say("mensaje|correo|respuesta|notificacion|email automatico|automatica|generado|generada",
        machine, 5),
    say("no los|lo|se lee|leera|atiende|leen nadie", machine, 5),
    say("unicamente|solo|exclusivamente para|se|de enviar|utiliza|envio|notificaciones|envios",
        machine, 4),
    say("esta direccion|cuenta se|no|es", machine, 2),
    say("messaggio|risposta|mail|email|comunicazione|notifica automatico|automatica|generata|"
        "generato|inviata",
        machine, 5),
    say("generata|generato|inviata|inviato automaticamente|dal|da", machine, 4),
    say("di non rispondere", machine, 4),
    say("casella|indirizzo verra|sara|non|di", machine, 3),
    say("wiadomosc|mail|odpowiedz automatyczna|automatyczny|wygenerowana|generowana|wygenerowany",
        machine, 5),
    say("email|mail|mensagem|resposta|aviso automatico|automatica|gerado|gerada", machine, 5),
    say("favor|por nao|favor responder|nao", machine, 4),
    say("automatiskt|automatisk "
        "svar|meddelande|besked|genererat|genereret|generert|melding|beskjed",
        machine, 5),
    say("automaattinen|automaattisesti viesti|vastaus|lahetetty", machine, 5),
    say("ala|alkaa|ei vastaa|vastatko|lueta|vastata", machine, 4),
    say("kukaan ei lue|seuraa", machine, 6),
    say("automatick* odpoved|zprava|sprava|generovan*|vygenerovan*", machine, 5),
    say("neodpovidejte|neodpovedajte|nereagujte", machine, 4),
    say("automatikus|gepi uzenet|valasz|ertesites|level", machine, 5),
    say("nem figyeljuk|figyelem|olvassuk|figyelik", machine, 4),
    say("mesaj|raspuns|email automat|generat", machine, 5),
    say("automatsk*|samodejn*|avtomatsk* poruka|odgovor|sporocilo", machine, 5),
    say("αυτοματο|αυτοματοποιημενο μηνυμα", machine, 5),
    say("μην απαντησετε|απαντατε", machine, 4),
    say("otomatik mesaj|yanit|olarak|bir|e", machine, 5),
    say("yanitlamayiniz|cevaplamayiniz|yanitlamayin", machine, 4),
    say("сформировано|отправлено|создано|сформовано|надіслано|генерирано автоматически|автоматично",
        machine, 6),
    say("не отвечайте|відповідайте|отговаряйте|отвечать", machine, 4),
    say("رسالة|رد آلية|تلقائية|آلي|تلقائي", machine, 5),
    say("عدم الرد", machine, 4),
    say("אין להשיב", machine, 5),
    say("הודעה אוטומטית|זו", machine, 4),
    say("발신 전용", machine, 6),

    // A guard before a mailbox: prove that you are a person.
    say("is|was|has been|being|waiting|held held|in|quarantined|for|pending "
        "quarantine|approval|for|"
        "because|by",
        machine, 3),
    say("approved|allowed|trusted|permitted|authorised|whitelisted|accepted senders|sender|list",
        machine, 5),
    say("approved|allowed|trusted|safe senders|sender list", machine, 5),
    say("sender|human|address verification|verify|confirmation", machine, 3),
    say("prove|confirm|verify that|you|your you|are|address are|not|human|real a|human|to", machine,
        4),
    say("not a|you robot|spammer|bot|machine", machine, 3),
    say("first time you|that|writing|someone", machine, 1),
    say("deliver|delivered|release|released your|to|the message|email|mail|recipient|him|her|inbox",
        machine, 3),
    say("added|add to|you|your the|my|our approved|list|allowed|whitelist|to", machine, 3),
    say("pas|keine|non|nao|geen|un un|robot|e robot", machine, 3),
    say("en|in attente|wartet|warteschleife|quarantane|quarantaine|quarantena|cuarentena", machine,
        3),
    say("expediteurs|absender|remitentes|mittenti|remetentes|afzenders|avsandare|nadawcow "
        "autorises|approuves|autorizados|autorizzati|zugelassene|toegestane",
        machine, 5),
    say("freigeschaltet|zugestellt|entregada|entregue|recapitato|remis|afgeleverd|dostarczona",
        machine, 2),
    say("cliquer|cliquez|klicken|clique|clic|clicchi|klik|kliknij|haga sur|sie|em|en|qui|op|clic",
        machine, 1),

    // Taken in, under a number.
    say("request|ticket|case|enquiry|query|complaint|message|email|report|application|claim|order "
        "has|was|is _ received|logged|registered|recorded|opened|created|assigned|passed",
        receipt, 3),
    say("has|have|was been|_ allocated|assigned|given a|the|reference|number|case|ticket", receipt,
        3),
    say("under|with|quoting the|reference|ticket|case|number reference|number|id|no", receipt, 3),
    say("acknowledge|acknowledging|confirm|confirming receipt|we of|have", receipt, 3),
    say("your|our|a|the ref|reference|ticket|case|job|incident is|number|no|id", receipt, 2),
    say("within|in 1|2|3|4|5|7|10|15|20|24|28|30|48|72|two|three|five|seven|ten|twenty "
        "working|business|calendar|hours|days",
        receipt, 2),
    say("current|average|normal|target response|waiting|reply time|times", receipt, 3),
    say("high|large|unusual volume|volumes|number of", receipt, 2),
    say("track|view|update the|your|this progress|status|ticket|request|case", receipt, 3),
    say("eingangsbestatigung|ontvangstbevestiging|vorgangsnummer|bearbeitungsnummer|aktenzeichen|"
        "kenmerk|zaaknummer|ticketnummer",
        receipt, 4),
    say("erhalten|eingegangen|erfasst|registriert|ontvangen|geregistreerd|aangemaakt|werktagen|"
        "arbeitstagen|arbeitstage|werkdagen|werktage",
        receipt, 2),
    say("accuse|acuse|avviso de|di reception|recibo|ricezione|ricevimento", receipt, 6),
    say("avons|hemos|abbiamo|recebemos|hebben "
        "bien|recibido|ricevuto|o|goed|registrado|uw|la|registre",
        receipt, 4),
    say("enregistre|enregistree|enregistres|registrada|registrado|registrata|registrato", receipt,
        2),
    say("presa|preso|prese|pris|prise in|en carico|charge|compte", receipt, 4),
    say("numero|nr|n de|di|du|da dossier|ticket|demande|pratica|incidencia|expediente|protocolo|"
        "solicitud|chamado|caso|referencia|protocollo|suivi",
        receipt, 3),
    say("protocolo|incidencia|ticket|pratica|dossier", receipt, 2),
    say("jours|dias|giorni|heures|horas|ore ouvres|ouvrables|habiles|laborables|lavorativi|uteis|"
        "lavorative|solari",
        receipt, 3),
    say("zgloszeni*|zarejestrowan*|reklamacj* zosta*|pod|numer*|przyjet*|zarejestrowa*", receipt,
        4),
    say("dni robocz*", receipt, 3),
    say("vi har mottagit|mottatt|modtaget|tagit|registrert|registreret", receipt, 4),
    say("arende|arendenummer|saksnummer|sagsnummer|sagsnr|henvendelse|henvendelsen|arendet",
        receipt, 3),
    say("arbetsdagar|hverdage|arbejdsdage|virkedager|arbeidsdager|arkipaivan|arkipaivaa|munkanap*",
        receipt, 2),
    say("olemme vastaanottaneet", receipt, 5),
    say("viestisi|pyyntosi|yhteydenottosi on", receipt, 3),
    say("zaevidovan*|zaregistrovan*|evidujeme|obdrzeli|prijali|dostali|prijat*|prijat", receipt, 3),
    say("pozadav*|poziadav*|podnet*|tiket*|ticket*|cislo*|cislem", receipt, 2),
    say("pracovnich|pracovnych|delovnih|radnih|zile|is dnu|dni|dneh|dana|lucratoare|gunu", receipt,
        3),
    say("megkaptuk|rogzitettuk|regisztraltuk|iktattuk|ugyszam*|iktatoszam*|bejelentes*", receipt,
        3),
    say("inregistrat*|solicitarea|sesizarea dumneavoastra|dvs|cu|a", receipt, 3),
    say("zaprimljen*|zaprimili|evidentiran*|prejeli|prejet*|zahtjev|zahtevek|upit", receipt, 3),
    say("αιτημα|καταχωρηθηκε|πρωτοκολλου|ληφθηκε", receipt, 3),
    say("εργασιμεσ|εργασιμων ημερεσ|ημερων", receipt, 3),
    say("talebiniz|basvurunuz|sikayetiniz|mesajiniz _ kaydedilmistir|alinmistir|ulasmistir",
        receipt, 4),
    say("kaydedilmistir|alinmistir|numarasi|numarali|kayit", receipt, 3),
    say("зарегистрирован*|зареєстрован*|регистриран*", receipt, 4),
    say("обращение|заявка|запрос|звернення|сигнал зарегистрирован*|принят*|зареєстрован*|прийнят*|"
        "получен*",
        receipt, 4),
    say("рабочих|робочих|работни дней|днів|дни|дня", receipt, 3),
    say("تم استلام|تسجيل|استقبال", receipt, 5),
    say("أيام عمل", receipt, 3),
    say("פנייתך|פנייתכם|בקשתך|קריאה התקבלה|נקלטה|נפתחה|מספר", receipt, 4),
    say("ימי עסקים|עבודה", receipt, 3),
    say("접수*", receipt, 4),
    say("registret*|uzregistruot*|registreeritud|sanemts|gauta|gautas", receipt, 3),

    // Newsletters.
    say("newsletter|rundbrief|nieuwsbrief|infolettre|boletin|bollettino|notiziario|biuletyn|"
        "boletim|"
        "nyhetsbrev|nyhedsbrev|uutiskirje*|zpravodaj|spravodaj|hirlevel*|buletin|bilten|bulten|"
        "рассылк*|розсилк*|бюлетин|cylchlythyr",
        newsletter, 3),
    say("abbestellen|abmelden|austragen|uitschrijven|afmelden|desabonner|desinscrire|"
        "desinscription|"
        "disiscriver*|disiscrizione|avregistrera|avprenumerera|afmeld|frameld|avmeld*|odhlasit|"
        "odhlaseni*|leiratkoz*|dezabona*|odjav*|отписаться|відписатися|wypisz|wypisac|rezygnacj*|"
        "zrezygnowac|aboneliginizi|tilauksen|datdanysgrifio",
        newsletter, 3),
    say("darse|cancelar|anular|cancelar de|la|su|a|sua baja|suscripcion|inscricao|assinatura",
        newsletter, 4),
    say("lettre dinformation", newsletter, 4),
    say("sie|vous|ricevi|recibe|riceve|otrzymujesz|usted "
        "erhalten|recevez|questa|este|questo|te|ten "
        "diesen|ce|cet|cette|mail|email|boletin|newsletter|wiadomosc|biuletyn",
        newsletter, 3),
    say("no|not|longer longer|want|wish wish|to|want receive|to|hear these|this|from|receive",
        newsletter, 3),
    say("on|from our|the|this mailing|distribution list", newsletter, 4),
    say("dates for your diary", newsletter, 3),
    say("whats on", newsletter, 2),
    say("dear members|supporters|friends|subscribers|all|residents|neighbours|colleagues",
        newsletter, 1),
    say("members are reminded|invited", newsletter, 2),
    say("in|to this|this|last months|weeks|quarters|issue|edition newsletter|bulletin|issue|update",
        newsletter, 3),

    // Only a person wants, was done something to, or asks for it back.
    say("quiero|quisiera|deseo|querria|solicito|exijo presentar|poner|hacer|que|una|reclamar|un",
        person, 5),
    say("vorrei|desidero|chiedo|esigo|intendo a|presentare|sapere|un|il|che|fare|sporgere", person,
        5),
    say("je souhaite|voudrais|veux|desire|demande|tiens|conteste", person, 5),
    say("ich mochte|will|verlange|bitte|fordere|beantrage|widerspreche", person, 3),
    say("ik wil|wens|eis|verzoek", person, 4),
    say("chce|chcialbym|chcialabym|zadam|prosze zlozyc|o|zwrot|wyjasnienie", person, 4),
    say("quero|gostaria|exijo|venho", person, 4),
    say("mi|me|nos|ci|vi hanno|ha|han|cobraron|dijeron", person, 4),
    say("on|lon ma|nous|ne|mavait", person, 3),
    say("mentre|mientras|pendant|wahrend|terwijl ero|estaba|que|ich|ik", person, 4),
    say("beschwerde|beschweren|reklamieren|plainte|queja|reclamo|reembolso|rimborso|"
        "remboursement|erstattung|klacht|skarge|reklamacje",
        person, 2),
    say("can|could|may|shall|might|should we|i|you", person, 3),
    say("suits|suit me", person, 3),
    say("my case|complaint|refund|application|exam|membership|invoice|subscription|certificate",
        person, 3),
    say("i havent|have not|still|cannot|dont|didnt|cant", person, 2),
};
static_assert(well_formed(k_texts));

constexpr Phrase k_subjects[] = {
    say("fuori|fuera|fora|hors|van|izven|mimo|poza|iznan ufficio|sede|de|do|du|ureda|pisarne|"
        "kancelar|kancelarie|biurem",
        subject_hint, 3),
    say("horario|horaire|orario de|dete|estivo verano|navidad", subject_hint, 3),
    say("dienstreise|betriebsferien|betriebsurlaub|fermeture|chiusura|cierre|sluiting|closure|"
        "closed|"
        "sabbatical|przerwa|διακοπη",
        subject_hint, 3),
    say("on sabbatical|leave|holiday|vacation|annual|maternity|paternity", subject_hint, 4),
    say("franvaromeddelande|prombutne|prombutn*|eingangsbestatigung|ontvangstbevestiging|"
        "nieuwsbrief|"
        "rundbrief|newsletter|infolettre|boletin|nyhetsbrev|nyhedsbrev",
        subject_hint, 4),
    say("niet meer werkzaam", subject_hint, 4),
    say("ikke langere|lenger ansat|ansatt", subject_hint, 4),
    say("no longer monitored|in", subject_hint, 4),
    say("mailbox|inbox is|has closed|been|full", subject_hint, 4),
    say("office|offices closed|closure|closing", subject_hint, 4),
    say("ofis disinda|disindayim", subject_hint, 3),
    say("en attente", subject_hint, 3),
    say("confirme|confirm|verify|bestatigen|confirma|conferma _ _ _ message|mensagem|mensaje|"
        "nachricht|messaggio|email",
        subject_hint, 3),
    say("accuse|acuse|conferma de|di reception|recibo|ricezione", subject_hint, 5),
    say("зарегистрирован*|зареєстрован*|регистриран*", subject_hint, 4),
    say("presa|preso in carico", subject_hint, 4),
};
static_assert(well_formed(k_subjects));

}  // namespace

std::span<const Phrase> automatic_notice_texts() {
  return k_texts;
}
std::span<const Phrase> automatic_notice_subjects() {
  return k_subjects;
}

}  // namespace redress::parsers
