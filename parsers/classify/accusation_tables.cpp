#include "parsers/classify/tables.hpp"

namespace redress::parsers {
namespace {

using enum Sign;

/// Accusations that rest on nothing, by their forms, and what is merely harsh.
constexpr Phrase k_phrases[] = {
    row("must|probably|clearly|obviously|no have|be|doubt|is|are been|a|on|in|taking|having|"
        "he|she|getting paid|bribed|pocketing|taking|sleeping|shagging|drugs|drunk|stealing|"
        "fiddling|nicking|backhanders|crook|bent|corrupt|thief|fraud|drinking|affair|"
        "pocketed|cut",
        allegation, 8),
    row("pocketed|pocketing|pockets|siphon*|syphon*|trousering|skimming|creaming|trousered "
        "the|my|our|it|off|fees|money|a|some",
        allegation, 8),
    row("cooking|cooked|massaging|massaged|rigging|rigged|fixing|fixed|doctoring|doctored|"
        "fiddled|cooks the|my|our books|figures|marks|expenses|results|accounts|exam|exams|"
        "ballot|vote|grades|votes",
        allegation, 7),
    row("bung|bungs|slush|payoff*|hush|sweetener*|offshore|cayman|laundering|embezzlement|"
        "extortion|blackmail|racketeering|swindle|swindling|racket",
        allegation, 5),
    row("in the|his|her|their pay|pocket|back|pockets of|with", allegation, 7),
    row("slept|sleeping|sleeps|shagged|shagging her|his|their|with way|the|her|his|half|your|"
        "a to|boss|director|manager|examiner|way|top|married|student|students|chief",
        allegation, 9),
    row("bit|something|fling|carrying|affair on|going|with|between the|on|his|her|with side|"
        "with|between|boss|the",
        allegation, 5),
    row("smelt|smells|smelled|stank|reeked|stinks|reeks|stinking|smelling of drink|booze|"
        "alcohol|whisky|weed|cannabis|gin|beer|vodka|wine|cider",
        allegation, 7),
    row("bottle|vodka|gin|whisky|wine|flask|hip of|in|under|flask|on|for his|her|the|vodka|"
        "gin|whisky|breakfast|lunch|tea desk|drawer|bag|in|under|mug|coffee",
        allegation, 6),
    row("drink|drugs|gambling|booze|drug|cocaine problem|habit|debts|addiction|dealer|dealing|debt",
        allegation, 7),
    row("paedophile*|pedophile*|nonces|groomer*|sex offender|offenders|register", allegation, 10),
    row("sex offender|offenders|pest|predator|beast", allegation, 10),
    row("abuses|touches|touching|molests|grooms|likes|interferes children|kids|boys|girls|"
        "students|little|with|young",
        allegation, 7),
    row("convicted|known|common|career|hardened|proper|nothing|little criminal|criminals|"
        "fraudster|thief|but|liar",
        allegation, 5),
    row("criminal|criminals|crime gang|gangs|family|past|record|enterprise|organisation|"
        "racket|syndicate|network",
        allegation, 5),
    row("organised crime", allegation, 6),
    row("masons|freemasons|freemason|illuminati|cabal|cartel", allegation, 5),
    row("no smoke without", allegation, 8),
    row("word|rumour|rumours|gossip|story is|on|has|that|in|says|goes the|that|it|has|is|she|"
        "he street|grapevine|she|he|they",
        allegation, 4),
    row("rumour|word has|is it|that", allegation, 4),
    row("call it|trust a|my|me hunch|instinct|gut|intuition|i", allegation, 5),
    row("gut|sixth feeling|instinct|sense|tells", allegation, 4),
    row("i|you|we|anyone can|just|could|only know|tell|see|look|smell|sense it|by|he|she|at|"
        "in|hes|shes|a",
        allegation, 2),
    row("dont|no need|have need|proof|evidence|to proof|evidence|to|any|prove", allegation, 5),
    row("without any|a|one|shred|scrap proof|evidence|shred|scrap", allegation, -3),
    row("written all over", allegation, 4),
    row("stands to reason", allegation, 5),
    row("belong|belongs|should|ought|deserves|wants|needs in|be|to|go|locking|locked be|"
        "prison|jail|behind|to|in|up|a prison|jail|bars|cell|up|behind|away|the",
        allegation, 5),
    row("im|i am|am|suspect|reckon|bet|swear|certain|convinced|sure|guarantee|wager that|"
        "certain|convinced|sure|he|she|hes|shes|they|theyre|its|you he|she|hes|shes|they|"
        "theyre|is|are|was|been|has",
        allegation, 2),
    row("wouldnt|not surprise|surprised|put me|if|it to|past he|she|they|him|her|learn|hear|find",
        allegation, 5),
    row("put it past", allegation, 6),
    row("deliberately|purposely|on|maliciously|intentionally failed|lost|destroyed|shredded|"
        "deleted|marked|purpose|sabotaged|hid|poisoned|wrecked",
        allegation, 3),
    row("sabotage*|vendetta|conspir*|coverup|stitched|plotting|plotted", allegation, 3),
    row("is|are|shes|hes|youre|theyre|you|a|all|bunch|pack|of racist|racists|bigot|bigots|"
        "sexist|sexists|"
        "misogynist*|homophobe*|paedophiles|nazis|fascists",
        allegation, 3),
    row("has|have|got|with form|previous|record for|with|of|as|in", allegation, 3),
    row("done|nicked|arrested|sacked|thrown|struck|kicked|fired|drummed|dismissed for|out|"
        "from|off|of "
        "theft|stealing|fraud|of|his|her|fiddling|drink|assault|interfering|the|groping|"
        "drugs|touching",
        allegation, 5),

    // Harsh by itself, and often civil: a person looks before a machine thanks the writer.
    row("pathetic|lazy|arrogant|ignorant|clueless|gormless|smug|snotty|snooty|dumb|stupid|"
        "thick|dim|brainless|spineless|heartless|gutless|jobsworth|jobsworths|imbecile|moron|"
        "cowboys|clowns|liars|liar|thieves|scum|cretins|halfwits|vermin",
        harsh, 3),
    row("incompetent|incompetents|disgusting|vile|evil|wicked|nasty|useless|hopeless|crooks|"
        "criminals|corrupt|bent",
        harsh, 2),
    row("crap|crappy|shit|shite|bollocks|arse|arsed|pissed|piss|bugger|buggers|sod|sods|"
        "effing|frigging|fking|freaking|bastard|wtf",
        harsh, 2),
    row("ashamed|shame of|on|yourself|yourselves|you", harsh, 2),
    row("sack|sacked|fire|fired|sacking him|her|them|the|immediately|whoever|on", harsh, 2),
    row("hell", harsh, 1),
    row("who the hell", harsh, 3),
    row("lol|lmao|haha|hahaha", harsh, 1),
    row("love|darling|sweetie|sweetheart|babe|petal|princess|sunshine|duchess|toots|honey", harsh,
        1),
    row("young lady|man|woman|girl|lad", harsh, 2),
    row("lassie|lass|bird|bint|tart|totty|wench|crumpet|blonde|brunette|redhead", harsh, 2),
    row("mental health|illness|wellbeing|breakdown|distress|arithmetic|capacity|healthcare",
        nothing, 0),
    row("bats|bat|toads|toad|newts|newt|snakes|snake|rats|rat|slugs|worms|birds|bird|badgers|"
        "pigs|cows|sheep|goats|dogs|donkeys survey|surveys|roost|roosts|box|boxes|species|"
        "licence|mitigation|in|and|were|are|population|conservation",
        nothing, 0),
};
static_assert(well_formed(k_phrases));

}  // namespace

std::span<const Phrase> accusation_phrases() {
  return k_phrases;
}

}  // namespace redress::parsers
