#include "parsers/classify/tables.hpp"

namespace redress::parsers {
namespace {

using enum Sign;

/// What a follow-up asks: the next stage, an end of it, or to add evidence.
constexpr Phrase k_phrases[] = {
    row("to|at|for|with|up stage 2|two|3|three|4|four", escalation, 9),
    row("to|at|for|with the second|third|fourth|final|next stage", escalation, 9),
    row("next|second|third|fourth|final stage|level|step", escalation, 4),
    row("stage 2|two|3|three|4|four please|review|complaint|request|appeal", escalation, 6),
    row("stage 2|two|3|three|4|four", escalation, 2),
    row("the stage 1|2|one|two answer|response|letter|reply|outcome|decision", escalation, 3),
    row("escalat*|uwchgyfeirio", escalation, 9),
    row("appeal|appealing", escalation, 5),
    row("want|like|wish to appeal", escalation, 9),
    row("not|dis satisfied|happy with the|your "
        "outcome|answer|response|reply|decision|letter|explanation|findings",
        escalation, 8),
    row("dissatisfied|unhappy with the|your outcome|answer|response|reply|decision|letter|findings",
        escalation, 8),
    row("do|can|will|cannot not accept the|your|this", escalation, 6),
    row("dont|cant|wont|not accept|accepting|agree the|your|with|this|that", escalation, 6),
    row("not accepting", escalation, 6),
    row("take|taken|taking|move|moved|refer|referred|pass|put|go|bring|request "
        "this|it|my|complaint|further|up|a further|higher|to|up|complaint|review|forward",
        escalation, 4),
    row("take this|it|my|the complaint|further", escalation, 7),
    row("take this|it further|higher", escalation, 8),
    row("request|want|like a|an|another review|appeal|independent|reconsideration", escalation, 6),
    row("independent review|person|adjudicat*", escalation, 6),
    row("different|someone|somebody|more senior|else manager|person|to|review", escalation, 3),
    row("second|third|next|final|further|2nd|3rd part|tier|level|step|round of|in", escalation, 8),
    row("second|third|next|final|further|2nd|3rd|4th part|tier|stage|level", escalation, 5),
    row("want|wants|like|need|request|requesting|start|begin|set|trigger|invoke|ask _ "
        "second|third|next|final|2nd|3rd|4th stage|tier|level|part",
        escalation, 9),
    row("want|wants|like|need|request second|third|next|final|2nd|3rd|4th stage|tier|level|part",
        escalation, 9),
    row("ask|asking|request|requesting|apply|like|want|seek|seeking for|a|an "
        "review|a|an|reconsideration|independent|appeal",
        escalation, 5),
    row("reconsideration|reconsidered", escalation, 6),
    row("independent review|reviewer|panel|examiner|adjudicator|look|investigation", escalation, 6),
    row("appeals|appeal|review officer|panel|committee|board|stage|process|hearing", escalation, 6),
    row("reopen|reopened|re open|opened my|the|it|this|complaint|please", escalation, 6),
    row("put|lay|place|bring|refer|forward|send|pass|take|move|escalate|submit|hand _ _ "
        "before|to|on the|your|a appeals|appeal|panel|chief|head|director|president|board|"
        "committee|ombudsman|secretary|trustees|council|chair|next|higher",
        escalation, 8),
    row("put|lay|place|bring|refer|forward|send|pass|take|move|submit|hand _ before|to|on "
        "the|your|a "
        "appeals|appeal|panel|chief|head|director|president|board|committee|secretary|trustees|"
        "council|chair|next|higher",
        escalation, 8),
    row("head|director|chief|president|secretary|chair|manager _ _ to|would|will|should "
        "review|reconsider|look",
        escalation, 6),
    row("looked|look at by your|a|the|another|somebody|someone manager|different|senior|more|else",
        escalation, 7),
    row("by another|a|somebody|someone officer|different|more|else|person|senior", escalation, 4),
    row("whoever hears|is|deals|comes|sits", escalation, 4),
    row("not content|satisfied|happy|persuaded with|by|at|and", escalation, 5),
    row("i|we|she|he disagree|disagrees|reject|rejects|dispute|contest|challenge", escalation, 6),
    row("reject|rejects|dispute|contest|challenge the|your|this|it decision|outcome|finding|"
        "findings|response|answer|conclusion|determination|and",
        escalation, 8),
    row("disagree|disagrees with the|your|this decision|outcome|finding|findings|response|answer|"
        "conclusion",
        escalation, 8),
    row("decision|answer|response|outcome|reply|finding|findings "
        "is|was|are unjust|wrong|unfair|mistaken|flawed|perverse|unacceptable|inadequate",
        escalation, 6),
    row("grounds are|for|of appeal|my", escalation, 5),
    row("right|entitled to|of a|an|the|appeal|take|ask|have second|appeal|review|it|further|for",
        escalation, 5),
    row("go|going higher|above|over", escalation, 6),
    row("nid wyf|ydw yn fodlon|derbyn", escalation, 8),
    row("cam|gam nesaf|ail|terfynol", escalation, 7),
    row("ail|trydydd gam|cam|gyfnod", escalation, 8),
    row("had|has|have|was|were|is been|being escalated", nothing, 0),
    row("already|been escalated", nothing, 0),
    row("before it|this goes|gets anywhere|to|near", nothing, 0),
    row("appeal|review|next|second or|and a|an|the next|second|stage", nothing, 0),
    row("when|what|how is|does|will|long|happens _ stage|appeal|review", nothing, 0),
    row("not|dont|wont take|taking|going it|this further", nothing, 0),
    row("no need to escalate|take", withdrawal, 5),

    row("withdraw|withdrawing|withdrawn|withdrawal", withdrawal, 9),
    row("withdraw my|the _ complaint", withdrawal, 10),
    row("drop|dropping|cancel|cancelling|retract|retracting my|the|this complaint|case|matter",
        withdrawal, 10),
    row("forget it|about", withdrawal, 8),
    row("dont|wont forget it|about", nothing, 0),
    row("please|can close|you|we the|this|my|close case|complaint|it|file|matter|this|my",
        withdrawal, 8),
    row("please close", withdrawal, 8),
    row("close my|the|this|it complaint|case|file|matter|off|now|please", withdrawal, 7),
    row("no need to do anything|take|reply|investigate|look|continue", withdrawal, 7),
    row("no further|need|more action", withdrawal, 5),
    row("all|now sorted|resolved|settled", withdrawal, 5),
    row("consider it|this|the|matter matter|closed|settled|resolved", withdrawal, 7),
    row("no longer wish|want|need to", withdrawal, 7),
    row("not|dont|wont want|wish|going|need to pursue|proceed|continue|take", withdrawal, 8),
    row("decided|prefer|rather not to|pursue|proceed|continue|go pursue|proceed|continue|go|it",
        withdrawal, 8),
    row("not|wont|never withdraw|withdrawing|drop|dropping", nothing, 0),
    row("will|shall|am|im not withdraw|withdrawing|drop|dropping|close|going", nothing, 0),
    row("dont|not|please close|closed|do the|my|this|close|not", nothing, 0),
    row("was|has|been|youve|you have|closed|withdrawn my|been|closed|withdrawn", nothing, 0),
    row("not all|been sorted|resolved|settled", nothing, 0),

    row("attach|attached|attaching|attachment|attachments|enclose|enclosed|enclosing", evidence, 4),
    row("i enclose|attach nothing|no", nothing, 0),
    row("photo|photos|photograph*|picture|pictures|pics|screenshot*|scan|scans|scanned", evidence,
        4),
    row("receipt|receipts|statement|statements|invoice|invoices|recording|log|timetable", evidence,
        2),
    row("document|documents|paperwork|evidence|proof|letter|copies", evidence, 3),
    row("further|supporting|the documents|evidence|information|paperwork|papers", evidence, 6),
    row("as|like requested|promised|you|asked asked|requested|for|said", evidence, 5),
    row("as requested|promised|asked", evidence, 5),
    row("heres|here|here is|are|s the|my|some|photos|pictures", evidence, 4),
    row("you asked for|me", evidence, 4),

    // Not content with the answer: by itself it nearly asks.
    row("remain|remains|still|am|im|are|stay|continue unhappy|dissatisfied|unsatisfied|unconvinced|"
        "aggrieved|unpersuaded|unimpressed",
        escalation, 6),
    row("remain|still|am|im|are|feel|being very|deeply|extremely|not|far|just|really "
        "unhappy|dissatisfied|unsatisfied|happy|satisfied|convinced|persuaded|content",
        escalation, 6),
    row("unhappy|unsatisfied|dissatisfied|disappointed|dismayed|unconvinced|unimpressed|disgusted "
        "with|by|at|about the|your|this|that|his|her|their "
        "outcome|answer|response|reply|decision|letter|findings|finding|conclusion|conclusions|"
        "result|explanation|report|resolution|ruling",
        escalation, 8),
    row("not|isnt|nowhere|hardly|wasnt "
        "happy|satisfied|content|convinced|persuaded|impressed|pleased "
        "with|by|at|about the|your|this|that|his|her|their|how|what _ "
        "outcome|answer|response|reply|decision|letter|findings|finding|conclusion|result|"
        "explanation|report|resolution|ruling|said|came",
        escalation, 8),
    row("not|isnt|nowhere|hardly|wasnt "
        "happy|satisfied|content|convinced|persuaded|impressed|pleased "
        "with|by|at|about the|your|this|that|his|her|their|how|what "
        "outcome|answer|response|reply|decision|letter|findings|finding|conclusion|result|"
        "explanation|report|resolution|ruling",
        escalation, 8),
    row("the|your|that|this|his|her|stage _ "
        "outcome|answer|response|reply|decision|letter|findings|finding|conclusion|report|ruling "
        "doesnt|does|did|didnt|fails|failed|ignores|ignored|misses|missed|avoids|skips|dodges|"
        "glosses|isnt|makes|contains|repeats",
        escalation, 4),
    row("the|your|that|this|his|her "
        "outcome|answer|response|reply|decision|letter|findings|finding|conclusion|report|ruling "
        "doesnt|does|did|didnt|fails|failed|ignores|ignored|misses|missed|avoids|skips|dodges|"
        "glosses|isnt|makes|contains|repeats",
        escalation, 4),
    row("misses|missed|missing|avoids|dodges|skirts|ignores the|my point|points|question|issue|"
        "evidence|facts",
        escalation, 4),
    row("whitewash|brushoff|brush off|fobbed|fob|cop out", escalation, 4),
    row("cant|cannot|wont|will|do|dont|could|not _ accept|agree with|to|this|that|the|your|it",
        escalation, 5),
    row("not|isnt|hardly|far from|resolved|settled|a|an resolved|settled|satisfactory|adequate",
        escalation, 5),
    row("challenge|challenging|contest|contesting|dispute|disputing|oppose "
        "the|your|this|that|it|his|"
        "her",
        escalation, 7),
    row("unfair|wrong|unjust|flawed|perverse|mistaken|unsafe decision|outcome|conclusion|finding|"
        "result",
        escalation, 6),
    row("not|wont|cant|never|refuse|unwilling|prepared leave|leaving|let|letting|to "
        "it|this|drop|rest|"
        "leave|let there|at|go|lie|rest|it",
        escalation, 6),
    row("not the end of", escalation, 6),
    row("not|wont|isnt _ end there", escalation, 4),
    row("not|dont|cant|cannot|wont accept|agree|accepting that|this|it|the|your|with|its|what",
        escalation, 6),

    // Have it looked at again, or by somebody else.
    row("look|looked|looking|looks at|into it|this|that|my|the|everything _ _ again|afresh|anew",
        escalation, 8),
    row("look|looked|looking|looks at|into it|this|that|my|the|everything _ again|afresh|anew",
        escalation, 8),
    row("look|looked|looking|looks at|into it|this|that|everything again|afresh|anew|properly",
        escalation, 8),
    row("look|looked|looking|gone|considered|examined at|into|over again|afresh|anew|by",
        escalation, 8),
    row("look|looked|considered|examined|heard|judged|decided|read|reviewed|assessed "
        "again|afresh|anew|"
        "by|independently",
        escalation, 7),
    row("fresh|second|another|new|independent|impartial|different|extra "
        "pair|set|look|eyes|opinion|view|investigation|review|reviewer|person|manager|hearing|"
        "assessment|examination|officer|consideration|decision",
        escalation, 7),
    row("pair|set of eyes", escalation, 6),
    row("independent|impartial|external|outside|unbiased|neutral "
        "person|review|body|panel|adjudicator|reviewer|eye|look|party|investigation|assessor|"
        "opinion|arbiter|scrutiny",
        escalation, 8),
    row("independently|impartially", escalation, 6),
    row("somebody|someone|anybody|anyone|person|people|manager|colleague|officer|staff|panel "
        "who|that|whos _ _ involved|part|connected|dealt|handled|decided|seen|written|to",
        escalation, 6),
    row("somebody|someone|anybody|anyone|person|people|manager|colleague|officer|staff|panel "
        "who|that wasnt|hasnt|had|is|has|isnt|didnt|was|were|werent|havent",
        escalation, 6),
    row("somebody|someone|anyone|anybody|person|people "
        "not|unconnected|independent|impartial|outside|"
        "senior|higher|else|above|different|other|new|neutral|further|with",
        escalation, 6),
    row("somebody|someone|anyone|anybody|person|people "
        "more|higher|further|with|in|at|from|a|of|outside|above|over "
        "senior|up|authority|a|the|level|higher|important|experienced|top|who|different|your|him|"
        "her|"
        "you",
        escalation, 7),
    row("not|other|rather than the|by|same|him|her|them|you "
        "person|same|people|officer|manager|again",
        escalation, 4),
    row("not|instead|rather the same person|people|officer|manager|woman|man", escalation, 6),
    row("higher|senior|top authority|level|up|person|manager|management|tier|officer|people|"
        "leadership|team|ups",
        escalation, 6),
    row("further|higher|all|go|up up|the|way|chain|ladder|line|tree|management", escalation, 4),
    row("up the chain|ladder|line|tree|scale|management", escalation, 9),
    row("over your|his|her|their|the head|heads", escalation, 8),
    row("speak|talk|write|go|taken|put|sent|send|refer|pass|hand|complain to|before|up "
        "your|his|her|the|their|a boss|manager|superior|supervisor|director|chief|head|board|panel|"
        "trustees|ceo|president|committee|chair|principal|registrar",
        escalation, 6),
    row("your|his|her|the|their|a "
        "boss|manager|superior|supervisor|director|chief|head|board|trustees|"
        "ceo|panel|committee "
        "to|should|must|needs|executive|of _ look|review|reconsider|see|decide|hear|consider|to|"
        "answer|read",
        escalation, 5),
    row("review|appeal|appeals|complaints|independent panel|committee|board|hearing|tribunal|body|"
        "adjudicator|process|procedure|stage|officer|team",
        escalation, 6),
    row("reconsider*|rethink|revisit*|reassess*|reexamin*|reinvestigat*|overturn*|rehear*|"
        "reevaluat*",
        escalation, 6),
    row("re "
        "think|consider|considered|look|examine|examined|examining|investigate|investigated|assess|"
        "open|opened|visit|hear",
        escalation, 6),
    row("think|thinking|look|try again", escalation, 4),
    row("internal|formal|full|proper|thorough|further|an|a|the|for review|appeal|reconsideration|"
        "investigation",
        escalation, 4),
    row("review of|into my|the|this|your|how complaint|decision|case|outcome|findings|way|it",
        escalation, 7),
    row("my|the|this|your|her|his|that complaint|decision|case|matter|outcome|findings|refusal "
        "reviewed|reconsidered|reopened|examined|looked|heard|escalated|overturned|reversed|"
        "reassessed|revisited|appealed|referred",
        escalation, 7),
    row("it|this|that|everything|matter|be|have reviewed|reconsidered|reopened|referred|heard|"
        "overturned|reversed|reassessed|revisited|escalated",
        escalation, 6),

    // The next step, by its name.
    row("next|following|second|third|final|last|2nd|3rd|another|further|later|higher "
        "step|stage|level|tier|rung|phase|round|instance",
        escalation, 5),
    row("on|up|forward|through|move|go|going|proceed|take|progress|advance|onto|to "
        "to|up|it|this|the|"
        "on|my|onto _ _ next|second|third|final|2nd|3rd|higher "
        "step|stage|level|tier|rung|phase|round",
        escalation, 8),
    row("on|up|forward|through|move|go|going|proceed|progress|onto|to to|up|it|this|the|on|my|onto "
        "_ "
        "next|second|third|final|2nd|3rd|higher step|stage|level|tier|rung|phase|round",
        escalation, 8),
    row("to|for|onto|on|start|begin|use|enter|open|want|invoke the|your "
        "next|second|third|final|2nd|3rd|higher step|stage|level|tier|rung|phase|round",
        escalation, 8),
    row("stage|tier|level|step|phase|round ii|iii|iv|2|3|4|two|three|four", escalation, 4),
    row("stage|level|tier 2|two|3|three|4|four|ii|iii "
        "review|appeal|complaint|request|please|now|then|"
        "process|as",
        escalation, 7),
    row("request|requesting|want|like|wish|invoke|start|begin|initiate|open|go|move|proceed|onto|"
        "ask|"
        "asking|need|progress for|to|a|the|onto|straight|with stage|level|tier "
        "2|two|3|three|4|four|"
        "ii|iii",
        escalation, 9),
    row("request|want|like|invoke|start|begin|initiate|open stage|level|tier "
        "2|two|3|three|4|four|ii",
        escalation, 9),
    row("appeal|appealing against|this|the|your|that|it|decision|to|on|formally|under", escalation,
        9),
    row("lodge|make|submit|enter|register|file|put|bring|launch|start|raise|lodging|submitting|"
        "making "
        "an|my|in|a|this|formal appeal|an|formal|request",
        escalation, 6),
    row("this|it|that|here is|as my|an|a|for formal|appeal|request|notice|official", escalation, 4),
    row("formally|hereby|officially|wish|like|want|writing|intend|going "
        "to|appeal|request|escalate|ask "
        "appeal|escalate|a|for",
        escalation, 5),
    row("exercise|exercising|use|using|take|entitled|have my|our|the|up|to|a "
        "right|option|offer|appeal|"
        "review|ask",
        escalation, 6),
    row("take|taking|carry|push|pushing|pursue|pursuing|press|move|moving|bring|bump|kick|send|"
        "raise "
        "it|this|the|my|matters|things|that _ further|forward|higher|up|upstairs|on|beyond",
        escalation, 8),
    row("take|taking|carry|push|pushing|pursue|pursuing|press|move|moving|bring|bump|kick|send|"
        "raise "
        "it|this|matters|things|that further|forward|higher|up|upstairs|on|beyond",
        escalation, 8),
    row("taken|pushed|moved|sent|bumped|kicked|passed|raised|pursued|carried "
        "further|higher|up|upstairs|"
        "forward",
        escalation, 7),
    row("refer|referred|referral|referring|pass|passing|hand|submit|forward|elevate|elevated|"
        "elevating "
        "this|it|me|the|my|to|complaint|on",
        escalation, 4),
    row("elevate|elevated|elevating|escalete*|esculat*|excalat*|eskalat*|escelat*|ecsalat*",
        escalation, 8),
    row("apeal|appeel|appel|appealling|apealing|revue|reveiw", escalation, 6),
    row("how|where|can|do|should|may do|can|would|i|we|to i|we|appeal|escalate|take|go "
        "appeal|escalate|"
        "this|further|against",
        escalation, 6),
    row("what is|are|happens|comes|would|will|s the|my|next|be next|options|step|steps", nothing,
        0),
    row("before i|we decide|think|consider|choose|make|go|take|ask|appeal|escalate", nothing, 0),
    row("not|dont|wont|havent|neither|nor want|wish|asking|need|going|decided|asked|wanting|plan "
        "to|for "
        "appeal|escalate|take|a|an|go",
        nothing, 0),
    row("not|no asking|appealing|escalating|need|reason|wish|intention to|for|yet|it|an|of|this",
        nothing, 0),
    row("if|unless|whether|until|in|should _ _ _ happy|satisfied|escalate|appeal|content", nothing,
        0),
    row("happy|satisfied|content|pleased with the|your|how "
        "outcome|answer|response|reply|decision|letter|"
        "it|this|that",
        nothing, 0),
    row("the next|second|review|appeal stage|one|letter|meeting|session|sitting|exam|course|module|"
        "payment|instalment|workshop is|was|will|on|starts|takes|of",
        nothing, 0),
    row("next|second|third|final stage|step|level|round of|in my|the|a course|qualification|exam|"
        "apprenticeship|diploma|training|programme",
        nothing, 0),
};
static_assert(well_formed(k_phrases));

}  // namespace

std::span<const Phrase> follow_up_phrases() {
  return k_phrases;
}

}  // namespace redress::parsers
