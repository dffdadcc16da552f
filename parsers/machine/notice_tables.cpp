#include "parsers/machine/tables.hpp"

namespace redress::parsers {
namespace {

using enum AutomaticSign;

/// Notices in the order of what they tell, each in the languages of Europe; absence itself stands
/// in automatic_away_tables.cpp. Letters are folded ("ß" is "s").
constexpr Phrase k_texts[] = {
    // When back, who else: a detail by itself.
    say("replies|responses|answers|reply|response will|may|might|could be|take", detail, 2),
    say("will|may|might|could be patchy|slow|slower|delayed|sporadic|intermittent|erratic", detail,
        3),
    say("slower|slow|later than usual|normal|to", detail, 2),
    say("no|little|patchy|poor|without signal|reception|wifi|internet|connectivity|coverage",
        detail, 3),
    say("once|twice a week|day|fortnight", detail, 2),
    say("first|early|mid|end week|thing in|of|on january|february|march|april|may|june|july|"
        "august|september|october|november|december|monday|the",
        detail, 2),
    say("urgent _ matters|queries|enquiries|issues should|to|can|please", detail, 3),
    say("will|to be read|seen|answered|dealt|actioned|picked when|on|in|after|with|up", detail, 2),
    say("taken|taking|looking over|after my|from|all", detail, 2),
    say("my|a successor|replacement|colleague|deputy|maternity|locum|stand", detail, 2),
    say("covering|cover|deputising|standing for|in my|me|for", detail, 3),
    say("regret|afraid|sorry that i|we cannot|cant|am reply|respond|answer|unable", detail, 3),
    say("until i|im|we return|come|get|am|reopen|back", detail, 2),
    say("while|whilst im|i|we am|are|away|off|out", detail, 2),
    say("ab dem|montag|dienstag|mittwoch|donnerstag|freitag|januar|februar|marz|april|mai|"
        "juni|juli|august|september|oktober|november|dezember",
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
    say("wird|werden nicht gelesen|uberwacht|bearbeitet|beantwortet|weitergeleitet", machine, 5),
    say("pas|plus consultee|surveillee|relevee|lue|lus|traites|suivie|active|consultes", machine,
        5),
    say("no se|es|esta atiende|revisa|supervisa|monitoriza|supervisada|atendida|leen", machine, 5),
    say("non|piu e|viene|sara|presidiata|monitorata monitorata|presidiata|letta|attiva|attivo",
        machine, 5),
    say("wordt|worden niet gelezen|bekeken|beantwoord|gecontroleerd|meer", machine, 5),
    say("nie|nikt jest|sa|nie monitorowan*|obslugiwan*|czytan*|czyta|sprawdzan*", machine, 5),
    say("nao e|sao|esta monitorad*|monitorizad*|lid*|verificad*", machine, 5),
    say("lases|bevakas|overvakas|leses|kontrolleras inte|ikke|ej", machine, 5),
    say("bliver|blir ikke|inte last|lest|overvaget|overvaket|fulgt", machine, 5),
    say("neni|nie monitorovan*|sledovan*|je|ctena|citana", machine, 3),
    say("не читаются|проверяется|обслуживается|отслеживается|читає|перевіряється|се", machine, 4),
    say("address|mailbox|inbox|account|email|mail is|will|has be|been|no|not|only|shortly|"
        "soon closed|deactivated|switched|deleted|disabled|discontinued|used|in|monitored|"
        "checked|be",
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
    say("sent|generated|created|produced automatically|by automatically|our|an|a system|"
        "automated|computer|robot|bot",
        machine, 4),
    say("automatisch erstellt|generiert|generierte|versendet|versandt|erzeugt|erzeugte|"
        "gegenereerd|gegenereerde|bericht|antwoord|verzonden",
        machine, 5),
    say("automatische|automatisches|automatischen antwort|nachricht|email|e|mail|"
        "eingangsbestatigung",
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
    say("automatiskt|automatisk svar|meddelande|besked|genererat|genereret|generert|melding|"
        "beskjed",
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
    say("is|was|has been|being|waiting|held held|in|quarantined|for|pending quarantine|"
        "approval|for|because|by",
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
    say("request|ticket|case|enquiry|query|complaint|message|email|report|application|claim|"
        "order has|was|is _ received|logged|registered|recorded|opened|created|assigned|"
        "passed",
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
    say("eingangsbestatigung|ontvangstbevestiging|vorgangsnummer|bearbeitungsnummer|"
        "aktenzeichen|kenmerk|zaaknummer|ticketnummer",
        receipt, 4),
    say("erhalten|eingegangen|erfasst|registriert|ontvangen|geregistreerd|aangemaakt|"
        "werktagen|arbeitstagen|arbeitstage|werkdagen|werktage",
        receipt, 2),
    say("accuse|acuse|avviso de|di reception|recibo|ricezione|ricevimento", receipt, 6),
    say("avons|hemos|abbiamo|recebemos|hebben bien|recibido|ricevuto|o|goed|registrado|uw|la|"
        "registre",
        receipt, 4),
    say("enregistre|enregistree|enregistres|registrada|registrado|registrata|registrato", receipt,
        2),
    say("presa|preso|prese|pris|prise in|en carico|charge|compte", receipt, 4),
    say("numero|nr|n de|di|du|da dossier|ticket|demande|pratica|incidencia|expediente|"
        "protocolo|solicitud|chamado|caso|referencia|protocollo|suivi",
        receipt, 3),
    say("protocolo|incidencia|ticket|pratica|dossier", receipt, 2),
    say("jours|dias|giorni|heures|horas|ore ouvres|ouvrables|habiles|laborables|lavorativi|"
        "uteis|lavorative|solari",
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
    say("обращение|заявка|запрос|звернення|сигнал зарегистрирован*|принят*|зареєстрован*|"
        "прийнят*|получен*",
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
        "boletim|nyhetsbrev|nyhedsbrev|uutiskirje*|zpravodaj|spravodaj|hirlevel*|buletin|"
        "bilten|bulten|рассылк*|розсилк*|бюлетин|cylchlythyr",
        newsletter, 3),
    say("abbestellen|abmelden|austragen|uitschrijven|afmelden|desabonner|desinscrire|"
        "desinscription|disiscriver*|disiscrizione|avregistrera|avprenumerera|afmeld|frameld|"
        "avmeld*|odhlasit|odhlaseni*|leiratkoz*|dezabona*|odjav*|отписаться|відписатися|"
        "wypisz|wypisac|rezygnacj*|zrezygnowac|aboneliginizi|tilauksen|datdanysgrifio",
        newsletter, 3),
    say("darse|cancelar|anular|cancelar de|la|su|a|sua baja|suscripcion|inscricao|assinatura",
        newsletter, 4),
    say("lettre dinformation", newsletter, 4),
    say("sie|vous|ricevi|recibe|riceve|otrzymujesz|usted erhalten|recevez|questa|este|questo|"
        "te|ten diesen|ce|cet|cette|mail|email|boletin|newsletter|wiadomosc|biuletyn",
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
    say("konnten|konnen|wurden|darf wir|sie|ich", person, 4),
    say("pouvez|pourriez|pouvons|puis|serait|voulez vous|nous|je|il", person, 4),
    say("podria|podrian|pueden|puede|puedo|podemos|potete|potreste|puo|potrebbe|posso|"
        "possiamo|podem|poderia|czy|kunt|kan|zou kunnen|ik|u|moge|mozna|mozemy|musze|"
        "indicarme|dirmi|aiutarmi|ayudarme|sapere|decirme|informarme",
        person, 3),
    say("hoffwn|dymunaf|fyddai|allwch|oes modd|i|chi|gwyno|wneud", person, 4),
    say("fy|mi|mon|ma|mes|mein|meine|meinen|meinem|meiner|meines|mio|mia|mijn|moj|moja|mojej|"
        "meu|minha achos|cwyn|caso|queja|dossier|plainte|demande|certificat|fall|beschwerde|"
        "antrag|rechnung|pratica|reclamo|ricorso|zaak|klacht|dossier|sprawa|sprawy|skarga|"
        "skargi|skarge|processo|reclamacao",
        person, 4),
    say("einverstanden|unzufrieden|enttauscht|verargert|mecontent|decu|decue|insatisfait|"
        "inadmissible|insoddisfatto|deluso|delusa|insatisfecho|decepcionado|ontevreden|"
        "teleurgesteld|niezadowolony|niezadowolona|insatisfeito|anfodlon|siomedig",
        person, 4),
    // It is over: who is away now does not write of it so.
    say("was|were|been|had|while|whilst|when|as i|we|he|she|was|were on|was|away|off|in|out",
        person, 4),
    say("i was|wasnt|had|went|got|came", person, 3),
    say("war|waren|hatte|wurde|wahrend|als ich|wir|im|in|mein|meines|meiner|mir|uns", person, 4),
    say("jai|javais|jetais|nous etais|ete|avons|avions|fini|recu|paye|demande", person, 4),
    say("ero|eravamo|stavo|ho|avevo in|ricevuto|pagato|chiesto|scritto|fuori|stato|stata", person,
        4),
    say("estaba|estuve|he|habia|llevo de|en|fuera|recibido|pagado|desde|pedido|escrito", person, 4),
    say("bylem|bylam|bylismy|mialem|mialam|otrzymalem|otrzymalam|zaplacilem|zaplacilam", person, 4),
    say("was|waren|had|heb|hadden ik|wij|we|ontvangen|betaald|gevraagd|geschreven", person, 4),
    say("estava|estive|tinha|recebi|paguei|pedi", person, 3),
    say("oeddwn|roeddwn|bues|cefais|ces i|wedi|yn", person, 4),
    say("excusez|entschuldigen|entschuldigung|scusate|scusi|perdon|perdone|przepraszam|sorry "
        "mon|mein|il|por|ze|meine|die|moje|that|voor|dat",
        person, 3),
    say("apparently|presumably|i gather|understand|hear|am|was told", person, 3),
    say("he|she|they|it said|says|told|replied|came back", person, 3),
    say("same|only|just|always|another automatic|automated|auto|out reply|response|message|of",
        person, 4),
    say("meme|misma|stessa|gleiche|selbe|solo|immer|toujours reponse|respuesta|risposta|"
        "antwort|automatische|contesta|la",
        person, 4),
    say("can|could|may|shall|might|should we|i|you", person, 3),
    say("suits|suit me", person, 3),
    say("my case|complaint|refund|application|exam|membership|invoice|subscription|certificate",
        person, 3),
    say("i havent|have not|still|cannot|dont|didnt|cant", person, 2),

    say("since|when i|we asked|told|wrote|tried|unsubscribed|said", person, 4),
    say("i|we asked|told|tried|keep|never|want|wish|have _ _ taken|removed|unsubscribe|stop|"
        "off",
        person, 4),
    say("please do|take|stop|remove it|this|me|sending|my|by", person, 4),
    say("your unsubscribe|newsletter|link|website|office|staff|system link|goes|doesnt|is|"
        "has|keeps",
        person, 4),
};
static_assert(well_formed(k_texts));

constexpr Phrase k_subjects[] = {
    say("fuori|fuera|fora|hors|van|izven|mimo|poza|iznan ufficio|sede|de|do|du|ureda|pisarne|"
        "kancelar|kancelarie|biurem",
        subject_hint, 3),
    say("horario|horaire|orario de|dete|estivo verano|navidad", subject_hint, 3),
    say("dienstreise|betriebsferien|betriebsurlaub|fermeture|chiusura|cierre|sluiting|"
        "closure|closed|sabbatical|przerwa|διακοπη",
        subject_hint, 3),
    say("on sabbatical|leave|holiday|vacation|annual|maternity|paternity", subject_hint, 4),
    say("franvaromeddelande|prombutne|prombutn*|eingangsbestatigung|ontvangstbevestiging|"
        "nieuwsbrief|rundbrief|newsletter|infolettre|boletin|nyhetsbrev|nyhedsbrev",
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
