#include "parsers/classify/tables.hpp"

namespace redress::parsers {
namespace {

using enum Sign;

constexpr Phrase k_phrases[] = {
    // Danger to life, a child, or many people's data (SYS-12): told at once.
    row("suicid*", danger, 12),
    row("kill|killing|harm|harming|hurting|hurt myself", danger, 12),
    row("end|ending it all", danger, 10),
    row("end|take|taking|ending my own|life|this life", danger, 12),
    row("end|take|taking|ending my life", danger, 12),
    row("dont want to be here|live|alive|wake|go|exist any|anymore|up|on", danger, 12),
    row("dont want to live", danger, 12),
    row("not want to live|wake", danger, 12),
    row("dont|not think|know|sure i can|want go|carry|cope on|going|any|anymore|to", danger, 7),
    row("cant|cannot go|carry on|going like|anymore|any|with|living", danger, 10),
    row("cant|cannot see a|any way|point|future out|in|for", danger, 8),
    row("no point in|living|going|to going|living|on|carrying|being", danger, 8),
    row("no reason to|for live|living|carry", danger, 10),
    row("better off without me|dead", danger, 12),
    row("self harm|harmed|harming", danger, 12),
    row("overdose*|samaritans", danger, 10),
    row("thoughts of|about ending|suicide|dying|death", danger, 12),
    row("wish i was|were|wasnt dead|here|alive", danger, 12),
    row("jump off|in|from|front", danger, 5),
    row("jump off a|the bridge|roof|building", danger, 12),
    row("what is|whats the point of|in living|going|carrying|anything|being", danger, 8),
    row("the bridge|pills|tablets", danger, 3),
    row("been thinking about|of ending|dying|killing|the", danger, 7),

    row("risk to|of a|the|children|life|child|death", danger, 10),
    row("child|children|pupil|pupils|baby|toddler at|in risk|danger", danger, 12),
    row("child|children was|were|is|are|being "
        "abused|hurt|hit|injured|neglected|beaten|touched|locked",
        danger, 12),
    row("child protection|abuse", danger, 10),
    row("safeguarding", danger, 10),
    row("whos|is|aged|was|only 11|12|13|14|15|16|17 and|years|who|on|but", danger, 5),
    row("under age|18|16", danger, 5),
    row("underage|a minor", danger, 7),
    row("really|very|so worried about her|him|them", danger, 5),
    row("stopped coming in", danger, 2),
    row("at his|her house|home|flat", danger, 3),
    row("work it off", danger, 5),

    row("sexual|sexually assault*|abuse*|harass*|attack*|inappropriate|advances", danger, 12),
    row("rape|raped|raping|grope*|molest*|indecent*", danger, 12),
    row("touched|touching|kissed|grabbed me|her|him|my", danger, 7),
    row("put|had|laid his|her|their hand|hands on me|her|him|my", danger, 10),
    row("followed me|her to|into|home my|her|the room|home|house|hotel|car|toilet|toilets|bedroom",
        danger, 10),
    row("followed me home", danger, 10),
    row("told him to|no stop", danger, 6),
    row("assaulted|assaulting|attacked|punched|stabbed|strangled|stalked|stalking "
        "me|her|him|us|my|a|by",
        danger, 10),
    row("physically assaulted|attacked|hurt|restrained", danger, 12),
    row("hit|pushed|shoved|slapped|kicked|beaten me|her|him|my|up", danger, 7),
    row("threatened to kill|hurt|stab|beat|shoot|rape|burn|harm", danger, 12),
    row("threatened me|her|him|us with a|violence|his|her", danger, 10),
    row("in fear|fear for|of my|her|his|our life|safety", danger, 10),
    row("my|her|his|our life is|was in danger", danger, 12),
    row("afraid|scared|frightened of|for him|my|what|her", danger, 5),
    row("spoken|spoke|reported|gone|it to the police", danger, 4),
    row("restraining order", danger, 7),
    row("domestic|abusive violence|abuse|husband|partner", danger, 7),
    row("slavery|trafficking|trafficked", danger, 8),

    row("gas|carbon leak|monoxide", danger, 10),
    row("electric|electrical shock|shocks|fire", danger, 9),
    row("electrocuted|asbestos|legionella", danger, 9),
    row("exposed|bare wires|wiring|cables", danger, 9),
    row("live wires|wire|cable|cables", danger, 8),
    row("fire exit|door|doors|exits|escape|alarm|alarms|extinguisher "
        "is|was|were|are|blocked|locked|chained|not|wedged|didnt",
        danger, 10),
    row("could|might|would|will have|be|someone|somebody been|be|die|get|kill "
        "killed|hurt|died|injured|badly|someone|somebody|a",
        danger, 5),
    row("someone|somebody|people|child|person is|could|will|would|are|may be|going|get|die "
        "to|hurt|killed|injured|die|get",
        danger, 6),
    row("could have been killed", danger, 10),
    row("someone will be|get killed|hurt|injured|die", danger, 10),
    row("ceiling|roof|wall|scaffold|scaffolding|lift|balcony "
        "collapsed|fell|came|dropped|collapsing",
        danger, 7),
    row("taken|rushed to|into hospital|ae", danger, 7),
    row("in intensive care", danger, 7),
    row("dangerous|unsafe", danger, 3),

    row("data|privacy|gdpr|confidentiality breach", danger, 8),
    row("breach of data|privacy|confidentiality|gdpr", danger, 8),
    row("personal data|details|information|records of|was|were|has|have|for|about|belonging",
        danger, 3),
    row("sent|emailed|forwarded|given|got|received|attached|shows|see|seen "
        "me|us|to|with|out|everyone|everybody|other|someone|somebody|another "
        "elses|peoples|persons|members|everybodys|everyones|candidates|customers",
        danger, 7),
    row("someone|somebody|everyone|everybody elses|other "
        "name|details|data|address|bank|medical|records|file|personal|passport|date|number|"
        "information",
        danger, 7),
    row("other peoples|members|candidates|customers|clients _ "
        "details|data|addresses|records|numbers|information",
        danger, 9),
    row("other peoples|members|candidates|customers|clients "
        "details|data|addresses|records|numbers|information",
        danger, 9),
    row("spreadsheet of|with|containing|listing", danger, 4),
    row("names _ addresses|dates|bank", danger, 4),
    row("elses medical|bank|personal|psychiatric|health|private|hospital "
        "records|details|report|reports|data|papers|file|information",
        danger, 10),
    row("someone|somebody|another elses|persons|patients|clients "
        "medical|bank|personal|psychiatric|health|private|hospital|file|records|papers",
        danger, 10),
    row("sent|given|got|received me|us|her|him|them someone|somebody elses", danger, 8),
    row("havent|hadnt|have|had|not|didnt|dont|never wanted|want to be here|alive|around|live",
        danger, 10),
    row("not wanted to be here|alive|around", danger, 12),
    row("the refuge|her abuser|husband|ex", danger, 3),
    row("court order", danger, 3),
    row("bank|medical|health|passport|disability|criminal "
        "details|records|history|numbers|information|data of|for|about|on|were|was|have|has",
        danger, 5),
    row("leaked|published|exposed|posted|visible online|publicly|to|my|our|on|the", danger, 4),
    row("information commissioner|commissioners|ico", danger, 4),

    row("malpractice", danger, 8),
    row("selling|sells|sold|buying "
        "finished|completed|exam|assignment|assignments|answers|papers|certificates|marks",
        danger, 10),
    row("exam|question paper|papers leaked|leak|was|were|circulating|in|on", danger, 4),
    row("leaked exam|paper|papers|questions", danger, 9),
    row("bribed|bribing|paid the examiner|tutor|invigilator|assessor", danger, 9),
    row("cheating", danger, 4),
    row("falsified|fabricated|forged|faked "
        "results|marks|records|surveys|data|reports|signatures|certificates",
        danger, 7),
    row("killing and|or injury|disturbance", nothing, 0),
    row("deliberate killing", nothing, 0),
    row("breach of contract|the contract|terms|your", nothing, 0),
    row("risk of fines|losing|missing|a", nothing, 0),
    row("risk assessment*", nothing, 0),
    row("safeguarding policy|training|course|certificate|module|lead|officer", nothing, 0),

    row("your|the|a "
        "adviser|advisor|receptionist|officer|manager|colleague|guard|assessor|tutor|operator|"
        "representative|secretary|porter|bloke|steward|assistant|employee "
        "was|told|said|shouted|called|refused|laughed|snapped|swore|hung|put|spoke|made|kept|just|"
        "came|left|didnt|did|never",
        staff_conduct, 6),
    row("your _ "
        "adviser|advisor|receptionist|officer|manager|guard|bloke|man|woman|lady|girl|lad|staff",
        staff_conduct, 4),
    row("your night|membership|events|exams|front|reception|security "
        "security|team|desk|staff|bloke|man|guard|porter",
        staff_conduct, 4),
    row("member|members of your|the|staff staff|team|was|were", staff_conduct, 5),
    row("member of staff", staff_conduct, 5),
    row("a member of your staff|team", staff_conduct, 7),
    row("she|he was|is|were so|very|extremely|incredibly|really|quite|just "
        "rude|abrupt|aggressive|dismissive|unhelpful|patronising",
        staff_conduct, 8),
    row("she|he was|is rude|abrupt|aggressive|dismissive|unhelpful|patronising|sarcastic",
        staff_conduct, 8),
    row("was|were|being extremely|very|so|incredibly|really "
        "rude|abrupt|aggressive|dismissive|unpleasant",
        staff_conduct, 6),
    row("shouted|snapped|swore|sworn|laughed|sneered|yelled|screamed at me|my|us|her|him",
        staff_conduct, 8),
    row("spoken|spoke|talked|talking|spoke down to me|us|my|her like|as|in", staff_conduct, 7),
    row("put|slammed the phone down", staff_conduct, 6),
    row("hung up on me|her|him|us", staff_conduct, 6),
    row("rolled his|her|their eyes", staff_conduct, 7),
    row("told me to _ off", staff_conduct, 8),
    row("his|her|their|your attitude|manner|tone", staff_conduct, 5),
    row("behaviour|conduct|attitude of your|the|a", staff_conduct, 6),
    row("made me feel stupid|small|like|about", staff_conduct, 5),
    row("in front of everyone|everybody|the|other|colleagues|a", staff_conduct, 3),

    row("code|codes of conduct|ethics|professional", member_conduct, 8),
    row("professional conduct|misconduct|standards", member_conduct, 7),
    row("one of your members|fellows|chartered|associates", member_conduct, 8),
    row("member of your|the institute|institution|organisation|body|cim|cieem|cilex",
        member_conduct, 6),
    row("fellow of the|your", member_conduct, 8),
    row("report|reporting him|her|them|a member|to|under|for", member_conduct, 4),
    row("report a member", member_conduct, 8),
    row("chartered marketer|ecologist|environmentalist|lawyer|member|legal", member_conduct, 4),
    row("his|her|the membership number|status", member_conduct, 3),
    row("really|still chartered|a member", member_conduct, 5),
    row("uses|using|displays|displaying your logo|postnominals|letters", member_conduct, 5),
    row("struck|strike off", member_conduct, 6),
    row("disciplinary|professional standards committee|panel|action|hearing|procedure",
        member_conduct, 6),
    row("a|your|this|the consultant|ecologist|practitioner|marketer|lawyer|paralegal|member "
        "who|took|has|is|claims|says|was",
        member_conduct, 3),
    row("false|misleading|fraudulent survey|report|claims|reports|surveys", member_conduct, 3),
    row("copied|plagiarised|lifted|stole my|our|from report|survey|another|work", member_conduct,
        3),

    row("study centre|centres|center|centers", study_centre, 8),
    row("accredited|approved|your study|centre|centres|provider|college|training "
        "centre|centres|provider",
        study_centre, 8),
    row("accredited|approved|registered centre|centres|provider|providers|college", study_centre,
        8),
    row("the|my|our|this centre|centres", study_centre, 3),
    row("centre|college "
        "manager|staff|tutor|principal|says|said|told|accepts|has|have|claims|closed|never|did",
        study_centre, 4),
    row("centres own|complaints complaints|procedure|policy", study_centre, 7),
    row("my|our|the college|provider|tutor", study_centre, 2),
    row("business|conference|innovation|enterprise|research|town|city|shopping|data|call|media "
        "centre",
        nothing, 0),

    row("marked|marking|marker|remark|remarked", assessment, 4),
    row("exam|exams|examination|examinations|examiner|examiners", assessment, 4),
    row("assessment|assessments|assessor", assessment, 4),
    row("assignment|assignments|coursework", assessment, 3),
    row("script|paper|candidate|grade|grades", assessment, 3),
    row("result|results", assessment, 3),
    row("invigilat*|proctor*", assessment, 6),
    row("candidate|exam|centre number", assessment, 3),
    row("enquiry|enquiries about results", assessment, 5),
    row("extra time", assessment, 3),
    row("failed|fail by", assessment, 3),
    row("as a fail|pass", assessment, 3),
    row("malpractice", assessment, 5),
    row("selling|sold|finished _ assignments", assessment, 4),
    row("selling|finished assignments", assessment, 4),
    row("exam booking|fee|fees", nothing, 0),
    row("risk|needs|initial|site|impact assessment", nothing, 0),

    row("law school", other_body, 9),
    row("cilex regulation|regulations", other_body, 9),
    row("business|conference centre|venue", other_body, 8),
    row("separate company|organisation|body|procedure|policy", other_body, 3),

    row("on|in behalf of", third_party, 8),
    row("on my|his|her|their|our "
        "mothers|fathers|sons|daughters|husbands|wifes|partners|mums|dads|clients behalf",
        third_party, 8),
    row("on his|her|their behalf", third_party, 8),
    row("power of attorney", third_party, 8),
    row("lpa|poa|constituent|constituents", third_party, 8),
    row("caseworker|advocate|carer|guardian", third_party, 4),
    row("my dad|mum|mother|father|nan|gran|grandmother|grandfather|brother|sister|uncle|aunt",
        third_party, 5),
    row("my son|daughter|husband|wife|partner|client|employee|graduate|apprentice|friend|neighbour",
        third_party, 5),
    row("our client|apprentice|apprentices|employee|employees", third_party, 4),
    row("dads|mums|mothers|fathers|sons|daughters|husbands|wifes", third_party, 3),
    row("im|i am|its _ "
        "mum|dad|mother|father|wife|husband|daughter|son|partner|sister|brother|carer|solicitor",
        third_party, 8),
    row("form|letter of authority|consent", third_party, 6),
    row("signed authority|consent|mandate", third_party, 6),
    row("too _ to do it himself|herself|themselves", third_party, 4),
    row("asked|asks|wants|wanted me to write|email|say|contact|ring|complain|speak|send|tell|let",
        third_party, 5),
    row("he|she says|said its|it fine|ok|okay for|to you|talk|speak", third_party, 5),
    row("permission|consent|authority|sayso|say so to speak|write|act|talk|so|discuss", third_party,
        5),
    row("writing for", third_party, 3),

    row("reasonable adjustment|adjustments", adjustment, 10),
    row("access arrangement|arrangements|requirements|needs", adjustment, 6),
    row("dyslexi*|dyspraxi*|dyscalculi*|autism|autistic|adhd|aspergers", adjustment, 5),
    row("partially sighted|deaf", adjustment, 7),
    row("visually|hearing|visual|sight impaired|impairment", adjustment, 7),
    row("deaf|blind|disabled|disability|disabilities|wheelchair|epilep*|parkinsons", adjustment, 4),
    row("blind eye|spot", nothing, 0),
    row("extra time", adjustment, 5),
    row("25 extra", adjustment, 3),
    row("large|larger|big|bigger|18|16|20 print|text|font|type|point|letters", adjustment, 6),
    row("braille|bsl|screenreader|magnifier", adjustment, 7),
    row("interpreter|captions|subtitles", adjustment, 4),
    row("sign supported", adjustment, 5),
    row("power|wheel chair", adjustment, 4),
    row("blue badge", adjustment, 4),
    row("quiet room|space", adjustment, 4),
    row("instead of phoning|ringing|calling|writing", adjustment, 3),
    row("screen reader", adjustment, 7),
    row("hearing loop", adjustment, 7),
    row("sign language", adjustment, 7),
    row("easy read", adjustment, 8),
    row("plain text|english", adjustment, 3),
    row("equality act", adjustment, 5),
    row("short|shorter sentences|sentances|letters|emails", adjustment, 4),
    row("bullet|bullit points", adjustment, 3),
    row("rest|movement breaks", adjustment, 5),
    row("phone|ring|call me instead|rather", adjustment, 3),
    row("cant|cannot|unable|hard|difficult|struggle to|read|see|hear|read "
        "the|on|your|small|long|letters|print|screen",
        adjustment, 5),
    row("ramp|stairs|accessible|accessibility", adjustment, 3),
    row("step free", adjustment, 3),
};
static_assert(well_formed(k_phrases));

}  // namespace

std::span<const Phrase> matter_phrases() {
  return k_phrases;
}

}  // namespace redress::parsers
