#include "parsers/classify/tables.hpp"

namespace redress::parsers {
namespace {

using enum Sign;

/// What went wrong, told without a word that names a complaint: the second table of complaints.
constexpr Phrase k_phrases[] = {
    // What was to be, and is not.
    row("still shows|showing|says|saying|receive|receiving|get|getting|sends|charged|being|"
        "on|there|comes|coming|appears|lists|havnt|hasnt|wont|unresolved|outstanding|missing|"
        "broken",
        chases, 4),
    row("each|every time i|im|we|it|they|you|one|and|the", chases, 3),
    row("i|we|he|she|they agreed|understood that|with|a|my|from|the|when", tells_failure, 3),
    row("was|were|is|are|been agreed|supposed|meant|ment|billed|promised|due|expected|"
        "assured to|that|as|by|on|in",
        tells_failure, 4),
    row("should|ought|shouldnt have|not|to be|been|have|happen|had|arrived|got|come|taken",
        tells_failure, 4),
    row("should not|never have|be|been|happen", tells_failure, 4),
    row("had we|i known|been", tells_failure, 4),
    row("not been able to", tells_failure, 4),
    row("unable|impossible to log|access|pay|book|register|download|open|upload|submit|reach|"
        "contact|find|get|speak|use|sit|attend",
        tells_failure, 4),
    row("cant|cannot|couldnt log|access|pay|book|register|download|open|upload|submit|reach|"
        "contact|get|speak|use|hear|see _ on|in|my|the|it|into|to|anyone|anybody|a|through",
        tells_failure, 3),
    row("link|page|site|website|portal|form|system|button|app|code|email|phone|line doesnt|"
        "wont|keeps|goes|isnt|just|does|crashes|freezes|hangs|is|says",
        tells_failure, 3),
    row("error message|messages|again|every", tells_failure, 4),
    row("logged|locked|kicked|timed|threw|throws me|us out", tells_failure, 5),
    row("crashed|froze|freezes|crashes|glitch|glitches", tells_failure, 3),
    row("has expired|crashed|vanished|disappeared|gone", tells_failure, 2),
    row("you|you|they|theyve took|have|taken|charged|billed|invoiced|debited|deducted taken|"
        "charged|my|me|the|us|billed|debited|it|twice",
        tells_failure, 4),
    row("been|being|was|were charged|billed|invoiced|debited|overcharged|undercharged",
        tells_failure, 4),
    row("double|over|under|wrongly charged|billed|charging|invoiced|debited", tells_failure, 6),
    row("taken|took|debited|deducted _ from|out my|our", tells_failure, 3),
    row("in one go", tells_failure, 2),
    row("instead of", tells_failure, 2),
    row("in spite of", tells_failure, 4),
    row("too late", tells_failure, 3),
    row("by the time", tells_failure, 2),
    row("by then|when|which time|the the|i|it", tells_failure, 1),
    row("the day|week|month|hour after the", tells_failure, 4),
    row("has|have|had now|since|already passed|closed|expired|gone|lapsed", tells_failure, 2),
    row("the _ date|deadline has|had passed|gone|been", tells_failure, 4),
    row("is|was this|that|it normal|usual|standard|right|acceptable|allowed|in", tells_failure, 3),
    row("nothing she|he|they|anyone|anybody|to could|can|would|do do|be|with", tells_failure, 4),
    row("none|neither|not|no of|one|single them|whom|these|which|your|person had|could|knew|"
        "has|was|were|have|replied|came|worked",
        tells_failure, 4),
    row("put|passed|transferred|sent|pushed|bounced|handed through|on|from|around|between|"
        "round|back to|four|three|several|pillar|one|person|departments|five|another",
        tells_failure, 4),
    row("pillar to post", tells_failure, 7),
    row("not|isnt|wasnt|hardly what i|we|was|had expected|paid|ordered|booked|was|promised|"
        "asked|signed|agreed|wanted|advertised|told|been",
        tells_failure, 6),
    row("i|we had expected|hoped", tells_failure, 3),
    row("expected|deserve|hoped|expect|looking|wanted better|more|much|for better|more|from|than",
        dissatisfied, 5),
    row("standards|service|quality|standard|communication|support is|are|has|have|was|were|"
        "seems|got|getting slipping|slipped|declined|gone|dropped|falling|poor|bad|worse|"
        "lacking|dreadful|terrible|awful|appalling|non|shocking|deteriorated",
        dissatisfied, 7),
    row("slipping|deteriorat*|worsen*", dissatisfied, 4),
    row("getting|got|gets|become|becoming worse", dissatisfied, 5),
    row("never consented|agreed|asked|signed|told|informed|shown|gave|given|authorised|"
        "happened|materialised|appeared|explained|offered|fixed|sorted",
        tells_failure, 5),
    row("nobody|noone|no one told|said|warned|informed|explained|helped|helping|helps|"
        "listens|listened|read|looked|checked|came|come|cares|bothers|picks|picked|calls|"
        "replies|tells|can",
        tells_failure, 5),
    row("nobody|noone is|was|has|had|ever|could|seems|seemed able|helping|answering|picking|"
        "told|to|here|there|replied|bothered",
        tells_failure, 5),
    row("without my|our|any permission|consent|knowledge|agreement|notice|warning|explanation",
        tells_failure, 5),
    row("as i|we have|had|already pointed|explained|said|told|asked|mentioned|stated|requested",
        tells_failure, 4),
    row("i|we have|had|ive|already|has|did already|repeatedly|twice sent|told|explained|"
        "asked|paid|provided|done|supplied|complained|reported|sent",
        tells_failure, 4),
    row("ive|weve already|repeatedly|twice sent|told|explained|asked|paid|provided|done|"
        "reported|raised",
        tells_failure, 4),
    row("sent|told|asked|rang|phoned|emailed|written|wrote|rung|called|filled|completed|"
        "chased|mentioned|pointed _ _ twice|again|repeatedly|before|times",
        chases, 4),
    row("sent|told|asked|rang|phoned|emailed|written|wrote|rung|called|filled|completed|"
        "chased|mentioned|pointed _ twice|again|repeatedly|before|times",
        chases, 4),
    row("third|fourth|fifth|second|3rd|4th|2nd request|letter|email|attempt|reminder|call|message",
        chases, 4),
    row("once|yet|time more|again|after|and time|again", chases, 3),
    row("how many times|more|letters|emails|calls|chances", chases, 5),
    row("on|at two|three|four|five|six|several|numerous|2|3|4|5|6|many|countless _ occasions|times",
        chases, 4),
    row("stop|stopped sending|writing|emailing|calling|contacting|charging|taking|ringing",
        asks_redress, 4),
    row("to be|have stopped|removed|corrected|amended|deleted|cancelled|annulled|changed|"
        "reversed|waived",
        asks_redress, 3),
    row("please|kindly stop|correct|sort|fix|compensate|refund|cancel|reverse|reply|respond|"
        "step|resolve|rectify|reimburse|explain|remove|amend|investigate",
        asks_redress, 4),
    row("misspelt|misspelled|mispelt|mispelled|typo|mixed|muddled|mislaid|misfiled|misdirected",
        tells_failure, 3),
    row("mixed|muddled|mix|messed|messing|cocked|screwed|botched|fouled up|the|my|our",
        tells_failure, 5),
    row("mess|shambles|fiasco|debacle|farce|nonsense|nightmare|ordeal|saga|chaos|chaotic",
        dissatisfied, 4),
    row("hasnt|havent|isnt|wasnt been|yet|even marked|answered|processed|paid|updated|sent|"
        "fixed|sorted|dealt|credited|refunded|replaced|arranged|returned|changed|corrected|"
        "acknowledged",
        tells_failure, 5),
    row("has|have|had|was|were|are|is not|still|yet|never been|yet|marked|even|dealt|"
        "processed marked|answered|processed|paid|updated|sent|fixed|sorted|dealt|credited|"
        "refunded|replaced|arranged|returned|been|with|received",
        tells_failure, 5),
    row("neither|nor|not|nothing had|has|have|was been|arranged|done|changed|happened|"
        "arrived|forthcoming",
        tells_failure, 4),
    row("no|not email|text|call|letter|warning|notice|sign|word|news|marks|feedback|hearing|"
        "heating|penny|follow|class|tutor|support|help|one|so|a|refund|certificate",
        tells_failure, 2),
    row("not a penny|word|peep|sausage|thing|single|sign", tells_failure, 5),
    row("heard|had|received|seen|got nothing", tells_failure, 5),
    row("havent|havnt|hasnt|hadnt|not|never|didnt had|heard|hav|got|received|recieved|seen|"
        "hear any|anything|a|from|back|since|so|my|it|one|nothing",
        tells_failure, 4),
    row("not|never|havnt|didnt recieved|recieve|receive|had", tells_failure, 4),
    row("failed|fails|neglected|omitted|forgot|refuse|refused|declined|unwilling to|again|twice _",
        tells_failure, 3),
    row("failed|didnt|did|never|not show|turn|attend|appear up|to", tells_failure, 5),
    row("cancelled on|my|our|three|two|at|without|again|the|by|5|4|3|me", tells_failure, 3),
    row("turned|sent|told down|away|away|that|off|to|it|my", tells_failure, 2),
    row("late|early|wrong|incorrect|missed|expired|delayed|damaged|faulty|broken|blank|illegible",
        tells_failure, 2),
    row("riddled|full|littered with|of mistakes|errors|typos|holes", tells_failure, 5),
    row("contradict|contradicts|contradicting|contradictory|inconsistent|conflicting|"
        "outdated|unanswered|overcharged|undelivered|unresolved|unmarked|unpaid",
        tells_failure, 4),
    row("does|did|do not mention|match|exist|work|agree|reflect|include|tally|add|say",
        tells_failure, 3),
    row("doesnt|didnt|dont mention|match|exist|work|reflect|include|tally|add|make", tells_failure,
        3),
    row("id|i|we would|should|must ask that|you|for", asks_redress, 3),
    row("look|looks|looked|looking|check|find|see into|at|why|how|what|whether|out whether|"
        "why|this|how|it|what|into|has|my|happened",
        asks_redress, 4),
    row("taken|take into account", asks_redress, 4),
    row("partial|full|my|a|proper refund|reimbursement|rebate|apology|explanation|credit",
        asks_redress, 5),
    row("put|set|get|make|it|this back|right|straight|corrected|undone|sorted", asks_redress, 3),
    row("dont|not|no|nor|cant know|see|idea|understand|say what|why|how|where i|it|this|im|"
        "we|to|am|you|my",
        tells_failure, 3),
    row("i|you|id|we thought|felt|feel|wanted|would|think you|that|want|should|ought|like to|"
        "you|know|be|someone|somebody",
        tells_failure, 2),
    row("want|like|need you|somebody|someone to know|be aware|told", tells_failure, 3),
    row("not the only one|person|member|student", tells_failure, 5),
    row("several|some|others|many|few|other of us|people|members|students|candidates|also|"
        "have|colleagues",
        tells_failure, 2),
    row("luckily|fortunately|thankfully|only just|by chance|luck", tells_failure, 1),
    row("your|the own|published policy|rules|website|terms|guidance|figures|procedure|"
        "literature|charter|advert|brochure|instructions|code",
        tells_failure, 3),
    row("your|the|my|our policy|rules|website|terms|guidance|site|advert|brochure|"
        "instructions|email|letter|contract|prospectus|handbook|booking said|says|say|stated|"
        "states|promised|promises|claims|guaranteed|show|shows",
        tells_failure, 3),
    row("is|was this|that|it how|the|your|what way|you|we|they", tells_failure, 3),
    row("how|why could|did|was|were|has|have|is|are|am this|that|it|i|we|you|nobody|my|there",
        tells_failure, 3),
    row("how did|could|can this|that|it|such happen|be|have|take", asks_redress, 5),
    row("what kind|sort|type of outfit|organisation|service|place|way|company|body|institute",
        dissatisfied, 6),
    row("how is|was|can that|this|it my|our|fair|right|acceptable|possible", dissatisfied, 5),
    row("not|isnt|hardly|cant|cannot|never be|right|fair|good|on|acceptable|in|my that|to|on|"
        "enough|for|order|fault|problem|having",
        dissatisfied, 4),
    row("not having it|this|that", dissatisfied, 6),
    row("against the law|rules|my|our", tells_failure, 4),
    row("it|that makes|made you|me wonder|feel|look|ill|so", dissatisfied, 4),
    row("object|protest|objecting|strongly to|in|object|against|that", dissatisfied, 5),
    row("strongest|strong terms|possible|words", dissatisfied, 5),
    row("shame|ashamed|offended|offensive|hurtful|insulting|insulted|shocked|aghast|stunned|"
        "heartbroken|gutted|dismayed|despair|desperate",
        dissatisfied, 4),
    row("let|letting us|me|you|people|him|her|students|members|yourselves|everyone down",
        dissatisfied, 6),
    row("a letdown|joke|disgrace|scandal|travesty|nightmare|mess|con|ripoff|sham|insult|liberty",
        dissatisfied, 6),
    row("poor|bad|shoddy|sloppy|slapdash|slipshod|lousy|rubbish|pathetic|dire|dismal|woeful|"
        "lax|amateurish|disorganised|chaotic",
        dissatisfied, 4),
    row("treated|spoken|dealt|handled so|very|really|extremely|too badly|poorly|unfairly|"
        "rudely|harshly",
        dissatisfied, 7),
    row("treated|handled|managed|run|organised badly|poorly|unfairly|appallingly|terribly|like",
        dissatisfied, 6),
    row("the way|manner|how i|we|you|my|this|in was|were|have|has|treated|dealt|handled",
        dissatisfied, 3),
    row("wont|not be coming|renewing|using|recommending|paying|returning|booking", dissatisfied, 4),
    row("at|by this|the rate", dissatisfied, 3),
    row("not happy|impressed|amused|best|on", dissatisfied, 5),
    row("charge|charges|pay|paying us|me|you|for more|less|nothing|something|this", dissatisfied,
        2),
    row("no|without any consultation|consulting", tells_failure, 4),
    row("struck|strike|threatening|threatened|threaten to|letters|me|us|off|with", tells_failure,
        2),
    row("spoken|talked|shouted|laughed|sneered|sighed over|down|at|to me|us|her|him", dissatisfied,
        4),
    row("talked|spoke over|across me|him|her|us", dissatisfied, 5),
    row("made|making|passed remarks|comments|jokes about|that|on|regarding", tells_failure, 3),
    row("lied|lying|dishonest|deceived|fobbed|stonewalled|sidelined|excluded|ignored|palmed",
        dissatisfied, 4),
    row("been|was|were|got|get|being overcharged|lied|fobbed|ignored|misled|cheated|conned|"
        "robbed|let|locked|shut|stuck",
        dissatisfied, 4),
    row("how long|much longer must|do|does|will|more|until|before", chases, 2),
    row("it|this|has|thats|was|weve been|taken|is|at|now|waited days|weeks|months|6|7|8|10|"
        "12|six|seven|eight|ten|twelve|over|nearly|day|19|a",
        chases, 3),
    row("day|week|month 4|5|6|7|8|9|10|12|20|30|40|50|60|70|71|80|90|three|four|five|six", chases,
        2),
    row("sixth|seventh|eighth|ninth|umpteenth|nth|last time|email|letter|call", chases, 3),
    row("me again", chases, 4),
    row("i|we have|ive|weve|had not|had so|much as|a", chases, 4),
    row("so much as", chases, 4),
    row("fed|sick|tired up|of|and with|of|the|being|having|this|waiting|chasing", dissatisfied, 5),
    row("cock|balls|foul|slip up|ups", tells_failure, 5),
    row("wrong|incorrect|different|old|another name|address|date|grade|mark|paper|exam|"
        "amount|price|fee|rate|details|person|account|title|certificate|firm|email|course|"
        "version|size|centre|room|place",
        tells_failure, 5),
    row("spelt|spelled|addressed|entered|recorded|marked|listed|calculated|dated|graded|"
        "printed|delivered wrong|wrongly|incorrectly|as|late|to",
        tells_failure, 3),
    row("didnt|did|not|nobody|cant get|received|honour|honoured|keep|kept|follow|meet|miss|"
        "hear|read what|the|their|his|my|a|your|its",
        tells_failure, 2),
    row("no explanation at|whatsoever|given|offered|for|as", tells_failure, 5),
    row("come|came|get|got|went out|worse|down|back worse|lower|with|empty|wrong", tells_failure,
        2),
    row("lost|losing|wasted|waste|cost|costing my|me|a|an|of|the days|pay|hours|weeks|day|"
        "money|time|job|evening|wages|whole|offer",
        tells_failure, 4),

    row("you|they|someone|staff|been|was|were|has sent|emailed|gave|given|disclosed|shared|"
        "forwarded|passed|leaked "
        "my|our|his|her _ _ file|files|details|report|reports|records|data|information|"
        "address|papers",
        tells_failure, 6),
    row("you|they|someone|staff|been|was|were|has sent|emailed|gave|given|disclosed|shared|"
        "forwarded|passed|leaked "
        "my|our|his|her _ file|files|details|report|reports|records|data|information|address|"
        "papers",
        tells_failure, 6),
    row("to another|the|a|someone|somebody wrong|different|else|member|candidate|student "
        "person|member|candidate|student|firm|address|of|people|house|company",
        tells_failure, 4),
    row("isnt|not|hasnt|still _ sorted|resolved|fixed|settled|dealt|put", tells_failure, 4),
    row("isnt|not|hasnt|still sorted|resolved|fixed|settled|dealt|put", tells_failure, 4),
    row("take|taking you to|this to the|small|court|a|my", asks_redress, 4),
    row("sitting|sat on my|our|it|this", tells_failure, 5),
    row("the law|regulations|gdpr|policy says|say|require|requires|gives", tells_failure, 3),
    row("my|the|our mp|information|local commissioner|newspaper", tells_failure, 3),
    row("getting|got|get|going|gone nowhere", dissatisfied, 6),
    row("got|have|put me|us|him|her down as", tells_failure, 4),
    row("a|an|one _ late", tells_failure, 3),
    row("days|weeks|months|years|hours|month|week late", tells_failure, 4),
    row("shouldnt|oughtnt|should not be|have|begin|start|happen|take|come|need", tells_failure, 4),
    row("speak|talk|have|word to|with|a them|him|her|word", asks_redress, 2),
    row("chest|heart|stomach|skin|back|kidney|medical|health|bowel|foot|minor|lung|liver|old|"
        "childhood|knee|throat "
        "complaint|complaints",
        nothing, 0),
    row("sorry|apologies|hate to|for|about|if|to mess|messing|mucking|chasing|chase|bother|"
        "bothering|trouble|nag|"
        "pester|keep|be",
        nothing, 0),
    row("taken|struck|take|took|remove|removed off|from|me _ list|lists|mailing", tells_failure, 5),
    row("asked|tried|told|requested _ _ removed|unsubscribe|unsubscribed|taken|stop|stopped",
        tells_failure, 5),
    row("unsubscribe|subscription|opt link|button|out doesnt|goes|does|is|never|wont",
        tells_failure, 5),
    row("without being charged|penalised|billed|fined a|an|any|for|again|twice|the|extra", nothing,
        0),
};
static_assert(well_formed(k_phrases));

}  // namespace

std::span<const Phrase> failure_phrases() {
  return k_phrases;
}

}  // namespace redress::parsers
