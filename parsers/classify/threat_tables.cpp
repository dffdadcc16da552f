#include "parsers/classify/tables.hpp"

namespace redress::parsers {
namespace {

using enum Sign;

/// Threats and insults by their forms: what is done to whom, and what somebody is likened to.
constexpr Phrase k_phrases[] = {

    row("ill|id|gonna|wanna|to|will|would|could|can|gladly|happily|personally|gunna|like|and|"
        "shall kill|hurt|harm|murder|stab|shoot|strangle|throttle|choke|batter|thump|punch|"
        "smack|slap|deck|lamp|clobber|wallop|thrash|whack|flatten|hospitalise|maim|kneecap|"
        "knife|lynch|horsewhip|skin|gut|bury|bash|belt|clout|nut|glass|drown|torch|kick you|"
        "u|ya|ye|yous|youse|him|her|them|his|your|ur|their|that|someone|somebody|every|"
        "whoever|one",
        threat, 8),
    row("kill|hurt|harm|murder|stab|shoot|strangle|throttle|choke|batter|thump|punch|smack|"
        "slap|deck|lamp|clobber|wallop|thrash|whack|flatten|hospitalise|maim|kneecap|knife|"
        "lynch|horsewhip|skin|gut|bury|bash|belt|clout|nut|glass|drown|torch|kick you|u|ya|"
        "yous|him|them|whoever",
        threat, 5),
    row("kill|hurt|harm|murder|stab|shoot|strangle|throttle|choke|batter|thump|punch|smack|"
        "slap|deck|lamp|clobber|wallop|thrash|whack|flatten|hospitalise|maim|kneecap|knife|"
        "lynch|horsewhip|skin|gut|bury|bash|belt|clout|nut|glass|drown|torch|kick|break|"
        "smash|crack|snap|rip|bite|knock|cut|slit|wring|twist|crush|rearrange your|ur|yer|"
        "his|her|their|someones|somebodys _ face|head|teeth|nose|jaw|neck|throat|skull|legs|"
        "arms|fingers|knees|kneecaps|ribs|spine|bones|lights|brains|guts|chest|ear|ears|"
        "mouth|gob|windows|window|windscreen|door|car|tyres",
        threat, 9),
    row("kill|hurt|harm|murder|stab|shoot|strangle|throttle|choke|batter|thump|punch|smack|"
        "slap|deck|lamp|clobber|wallop|thrash|whack|flatten|hospitalise|maim|kneecap|knife|"
        "lynch|horsewhip|skin|gut|bury|bash|belt|clout|nut|glass|drown|torch|kick|break|"
        "smash|crack|snap|rip|bite|knock|cut|slit|wring|twist|crush|rearrange your|ur|yer|"
        "his|her|their|someones|somebodys face|head|teeth|nose|jaw|neck|throat|skull|legs|"
        "arms|fingers|knees|kneecaps|ribs|spine|bones|lights|brains|guts|chest|ear|ears|"
        "mouth|gob|windows|window|windscreen|door|car|tyres",
        threat, 9),
    row("through|in|into|round|down|across your|ur|yer|his|her|their|someones|somebodys face|"
        "head|teeth|nose|jaw|neck|throat|skull|legs|arms|fingers|knees|kneecaps|ribs|spine|"
        "bones|lights|brains|guts|chest|ear|ears|mouth|gob|windows|window|windscreen|door|"
        "car|tyres",
        threat, 7),
    row("tried|threatened|wanted|going|was|were|they|he|she to kill|hurt|punch|hit|stab|"
        "strangle|slap|kick me|us|my",
        nothing, 0),
    row("killed|kill|hurt|hit|punched|slapped|kicked|beaten me|myself|us|my", nothing, 0),
    row("give|gives|giving|gave|get|deserve|wants|needs you|him|her|them|yous|a|some a|good|"
        "proper|right slap|smack|kicking|hiding|pasting|clout|belt|thump|beating|doing|"
        "thrashing|leathering|hammering",
        threat, 10),
    row("pay|paying you|him|her|them|someone|somebody|your|yous|each a|little|office visit|"
        "call|some|a",
        threat, 7),
    row("see you|him|her|them outside|soon|in|round|there|after|at", threat, 4),
    row("we|you|theyll|youll|shell|hell|they|just will|see|find|wait|you|learn|soon see|out|"
        "find|wait|what|learn|know|till|until",
        threat, 2),
    row("just you wait", threat, 8),
    row("wait till|until i|im|we|my|you get|come|see|find|catch|meet|finish|on", threat, 5),
    row("see it|me|us coming", threat, 5),
    row("wont see it|me|us coming", threat, 10),
    row("youve|you|have been warned", threat, 7),
    row("consider yourself|yourselves warned", threat, 6),
    row("or else", threat, 7),
    row("or something|anything|nothing|someone|anyone|somebody|who|where else", nothing, 0),
    row("dont|do make|not make me come|do|get|drive|angry|lose|hurt|turn|ask", threat, 5),
    row("nothing|nowt left|to left|to lose|to", threat, 4),
    row("answerable|accountable|responsible for my|what actions|happens|i|temper", threat, 6),
    row("sleep well|tight|safe|safely|soundly tonight|while|knowing|at", threat, 5),
    row("sweet dreams", threat, 5),
    row("sort you|him|her|them|yous|u out", threat, 7),
    row("do|done you|him|her|them|yous over|in", threat, 7),
    row("finish|finishing you|him|her|them|yous off", threat, 7),
    row("make an|be example|lucky|luckier of|if|to", threat, 4),
    row("lucky i|im|we dont|didnt|not|havent|wasnt", threat, 5),
    row("lucky if|not you|he|she|they|to _ alive|walk|walking|breathing|standing|get|dead|"
        "injured|hurt|limp|face",
        threat, 7),
    row("my fist|fists|boot|boots|foot|knuckles|hands|belt|bat|knife|gun in|into|up|round|on|"
        "around|through|will|to|meet",
        threat, 8),
    row("fist|fists|knuckles|knuckleduster|bareknuckle|kneecaps|noose|gallows|guillotine|"
        "firing|molotov|firebomb|grenade|semtex|pitchfork|pitchforks",
        threat, 5),
    row("get|got|bring|bringing|take|fetch|fetching|sharpen|sharpening|load|loaded|carry|"
        "have my|the|a|our gun|shotgun|knife|hammer|axe|bat|crowbar|machete|rifle|chainsaw|"
        "dogs|petrol|matches|boys|lads",
        threat, 8),
    row("petrol|lighter|matches|match through|fluid|and|can|bomb|to|poured|on", threat, 5),
    row("brick|bricks|rock|rocks|hammer|crowbar through|at|in|over", threat, 8),
    row("careful|mind|watch|watching how|when|where|walking|going|crossing|on|in|yourself|"
        "yourselves|out|your|who you|your|walking|back|driving|the|home|own",
        threat, 4),
    row("want|wants|need|needs|better|best|should to|be|start|look|watch|have watch|careful|"
        "looking|over|your|eyes|mind|be",
        threat, 3),
    row("better be|start|hope|pray|watch|run|not|lock looking|i|you|careful|your|never|"
        "praying|running|show",
        threat, 4),
    row("better hope|pray i|we|you|that|he|she|they", threat, 7),
    row("accident|accidents waiting|will|can|could|might happen|to|do", threat, 3),
    row("end|ends|wind|winds|finish up in|on|under|at hospital|a|the|traction|intensive|ae|bottom",
        threat, 7),
    row("hospital food|bed|wing", threat, 4),
    row("in|into the|a boot|river|canal|ground|grave|coffin|skip|ditch|ambulance|hearse|"
        "wheelchair|box|bag _ where|of|with|by|if|before|when",
        threat, 4),
    row("put|leave|send|bury you|him|her|them|yous six|under|alive", threat, 8),
    row("dig|digging|dug a|your|his|her hole|grave|graves", threat, 7),
    row("your|his|her|their last breath|day|warning|meal|words", threat, 3),
    row("to the ground", threat, 3),
    row("burn|burned|burnt|torched|burning to the ground", threat, 9),
    row("blow|blown|blowing up the|your|that|this|it|it up|place|office|building", threat, 6),
    row("seven|ten bells|shades|colours|types", threat, 7),
    row("i|we know your|his|her|their|which|what car|house|address|street|route|name|face|"
        "kids|school|wife|husband|daughter|son|road|gym|pub|number|mother|local|bus|train|"
        "shift|hours|family",
        threat, 8),
    row("found|find|know|seen|got|looked out|where|up|your|him|her _ live|lives|address|"
        "house|house|facebook|instagram|linkedin|drinks|drink|shops|parks",
        threat, 6),
    row("easy to|enough find|track|trace|follow you|him|her|out|them|where", threat, 6),
    row("follow|followed|following|track|stalk you|him|her|them home|to|down|back|from|around",
        threat, 8),
    row("your|his|her|their wife|husband|kids|children|family|mother|daughter|son|baby|dog "
        "will|wont|might|could|be|is|are|get|gets|too|next|know",
        threat, 5),
    row("nice|lovely little|big house|family|car|kids|dog|place|office|building you|your|he|"
        "she|that|there|it",
        threat, 5),
    row("things|it|this could|might|will|can|is|are get|turn|going|about nasty|ugly|physical|"
        "messy|to|very",
        threat, 5),
    row("turn|turning|get|getting nasty|violent|physical|ugly", threat, 5),
    row("violent|violence|bloodshed|bloodbath|carnage|massacre", threat, 3),
    row("my|own|the violent|temper hands|temper|side|fuse|snaps|gets|people", threat, 3),
    row("take the law|matters|this|things into|in my|our", threat, 5),
    row("into my|our own hands", threat, 6),
    row("lads|boys|mates|brothers|cousins|friends|blokes|family who|will|are|would|like|know|"
        "to come|pay|visit|round|deal|help|sort|handy|love|what|where|coming",
        threat, 5),
    row("somebody|someone|one of|of you|them will|is|wants|needs|gonna|ought|should|going|"
        "deserves get|getting|to|be|hurt|a|die|bleed|cry|pay|shooting|slapping",
        threat, 3),
    row("pay|suffer|bleed|burn|beg|cry|scream|squeal|crawl for|like|in|till|until|on this|it|"
        "what|hell|a|your",
        threat, 3),
    row("youre|hes|shes|theyre|you|your|he|she|they dead|finished|toast|history|next|for a|"
        "meat|done",
        threat, 5),
    row("dead man|woman|meat|men", threat, 8),
    row("a marked man|woman", threat, 8),
    row("counting|count your|his|her|their|the days|fingers|hours", threat, 4),
    row("days|card are|is numbered|marked", threat, 6),

    row("ignoramus*|dipstick*|dipshit*|numbskull*|numskull*|blockhead*|bonehead*|meathead*|"
        "pinhead*|dumbass*|nobhead*|tosspot*|scrote*|toerag*|slimeball*|sleazebag*|dirtbag*|"
        "bloodsucker*|lowlife*|fuckwit*|shitbag*|cockwomble*|arsewipe*|dickwad*|turd|turds|"
        "minger*|gobshite*|dunderhead*|nincompoop*|ignorami|troglodyte*|neanderthal*|"
        "mouthbreather*|knuckledragger*|thicko*|nobend*|knobjockey*|shitstain*|twatt*|"
        "pisshead*|fuckers|fucker|shits|tossers|wankstain*",
        insult, 10),
    row("f***ers|f*ckers|w**kers|a**hole*|b**ch|b***ard*|c***s|w***ers|t**t|t**ts|d***head*|"
        "a***hole*|sh*ts|pr*ck*|w*nk*|*****",
        insult, 10),
    row("you|u|yous|ya|absolute|utter|complete|total|prize|proper|right|blithering|pure|"
        "blooming|sheer|spineless|slimy|ignorant|arrogant|smug|lazy|fat|ugly|stupid|thick|"
        "useless|pathetic|greedy|sad|horrible|nasty|miserable|pompous|dozy|gutless|heartless|"
        "incompetent|little|glorified|worthless idiot|idiots|fool|fools|clown|clowns|muppet|"
        "muppets|joke|jokers|shower|disgrace|waste|numpty|prat|imbecile|liar|liars|cow|pig|"
        "witch|bitch|git|jobsworth|failure|failures|embarrassment|cretin|dunce|nightmare|"
        "parasite|parasites|amateur|amateurs|waster|wasters|cowboys|cowboy|chancer|chancers|"
        "charlatan|charlatans|nobody|nobodies|loser|losers|halfwit|shyster|weasel|snake|toad|"
        "rat|worm|slug|sloth|goat|donkey|ass|sheep|drone|robot|bully|bullies|coward|cowards|"
        "snob|snobs|hypocrite|hypocrites|zombie|zombies",
        insult, 7),
    row("you|u|yous absolute|utter|complete|total|prize|proper|spineless|slimy|ignorant|"
        "arrogant|smug|lazy|fat|ugly|greedy|sad|horrible|nasty|miserable|pompous|gutless|"
        "heartless|incompetent|worthless|useless|pathetic|disgusting|sorry _",
        insult, 7),
    row("you|u|yous|ye|ya lot|people|shower|bunch|clowns|crowd|guys|all are|is|r|is|couldnt|"
        "cant|need|should|want|make|disgust",
        insult, 3),
    row("make|makes me sick|puke|vomit|want|ill", insult, 4),
    row("you|he|she|they make|makes|disgust me|my|sick|skin|stomach", insult, 4),
    row("brain|brains|brainpower|mind|intellect|iq|intelligence|wit|wits|manners|charm|"
        "personality|warmth|spine|backbone|compassion|empathy|soul|conscience|reasoning|"
        "vocabulary|charisma|morals|integrity|humanity of a|an|wet",
        insult, 7),
    row("more|less|fewer|smaller|lower brains|brain|sense|intelligence|personality|spine|"
        "life|wit|manners|humanity|charm|backbone|brainpower|iq|cells in|than|on",
        insult, 8),
    row("iq of|lower|below|room|in|is|smaller|barely|level", insult, 6),
    row("dumber|thicker|dimmer|denser|stupider|slower|daft|dafter|uglier than", insult, 8),
    row("as|about much|useful|bright|sharp|intelligent|clever|quick|warm|charming|thick|"
        "dense|slimy use|as|good|help|charm|sense",
        insult, 2),
    row("as|about much|useful|bright|sharp|intelligent|clever|quick|warm|charming|thick|"
        "dense|slimy as a|an|two|mud|pig|pigs|wet|chocolate|my",
        insult, 6),
    row("use|good|useful|help|sense as a|an _ teapot|fireguard|in|on|at|for", insult, 5),
    row("chocolate teapot|fireguard|teapots", insult, 4),
    row("of a goldfish|gnat|hamster|houseplant|plant|pot|potted|amoeba|turnip|potato|cabbage|"
        "brick|plank|doorknob|toaster|goat|sheep|egg|boiled|pudding|trifle|jellyfish|dog|"
        "gerbil|sponge|slug|snail|doormat|teaspoon|lettuce|parrot|carrot|baked|wet|dead|damp|"
        "rock|lamp|toddler|newt|pigeon|prawn|housefly|lobotomised|concussed",
        insult, 7),
    row("my|a|the|our dog|cat|goldfish|toddler|hamster|budgie|horse|nan|gran|toaster|kettle|"
        "parrot|monkey|child|guinea|tortoise could|would|has|writes|is|knows|can|spells|pig|"
        "does|shows|understands|answers",
        insult, 7),
    row("two|three|four|five|six|seven|eight|ten|2|3|4|5|6|7|8|10 year old|olds could|would|"
        "has|can|with|in|knows|understands|writes|do",
        insult, 6),
    row("do the|us|everyone|yourself|me world|all|a|favour favour|a|and", insult, 4),
    row("do|did the world a favour", insult, 9),
    row("your|his|her|their mother|mothers|mum|mums|parents|father must|should|is|dropped|"
        "didnt|never|would|raised|be|brought|taught",
        insult, 6),
    row("born yesterday|stupid|thick|in|that|without", insult, 3),
    row("bred|inbreeding|interbreeding|interbred|gene pool|evolution|evolved|primordial|"
        "caveman|cavemen|primate*|prehistoric|subhuman*|protozoa|plankton|bacteria|larva|"
        "larvae|fungus|mould|slime",
        insult, 4),
    row("gene pool", insult, 7),
    row("knuckle dragger|draggers|dragging", insult, 10),
    row("mouth breather|breathers|breathing", insult, 9),
    row("breathing|breathes|breathe through the|your|his|her|their mouth|mouths", insult, 9),
    row("evolution has|must|skipped|passed|forgot|clearly|missed", insult, 6),
    row("sub human|humans", insult, 10),
    row("oxygen thief|thieves", insult, 10),
    row("excuse|apology for a|an|human|humans|people human|man|woman|manager|person|being|"
        "professional|organisation|officer|institute|beings",
        insult, 6),
    row("sorry|poor|pathetic|miserable|sad|feeble|pitiful|sorry|lame excuse|apology for a|an|human",
        insult, 6),
    row("such|a|this|that|some|horrid|odious|wretched|dreadful|awful|vile|ghastly|ignorant "
        "creature|creatures|specimen|specimens|organism|lifeform|individual|oik|oaf|lump|"
        "wretch|harpy|harridan|battleaxe|dragon|crone|gargoyle|troll|ogre",
        insult, 4),
    row("creature|specimen|wretch|harpy|harridan|battleaxe|gargoyle", insult, 3),
    row("good|fit for nothing|nowt|the|little|only|scrap", insult, 3),
    row("good for nothing", insult, 8),
    row("not|arent|isnt|un fit|worthy|qualified|competent to|for lick|run|wipe|shovel|hold|"
        "breathe|sweep|clean|make|boil|be|work|tie|operate|feed|walk",
        insult, 5),
    row("wouldnt|couldnt|would|could|shouldnt|cant|not|dont trust|let|employ|hire|pay|leave|"
        "put you|him|her|them|any|anyone|yous|these|that to|near|with|in|of run|sweep|clean|"
        "walk|a|you|charge|boil|feed|sit|look|mind|make",
        insult, 6),
    row("learn|learnt|taught|try|teach|go|went|bother to|how|you|them|yourself|back|learning "
        "read|reading|count|spell|write|think|listen|to|school|primary",
        insult, 4),
    row("can|do|could|does|did any|you|they|she|he|anyone|anybody of|even|actually|there|"
        "people you|read|count|spell|write|think|understand|have|speak|know|own",
        insult, 3),
    row("thick|tiny|empty|hollow|fat|ugly|stupid skull|skulls|head|heads|face|faces|mouth|"
        "gob|brain",
        insult, 8),
    row("between your|his|her|their|the|both ears", insult, 5),
    row("whats|what|something|anything is wrong with you|your|him|her|them", insult, 4),
    row("off your|his|her|their head|rocker|trolley|meds|medication|face|tiny", insult, 6),
    row("nutter*|nutjob*|nutcase*|fruitcake*|crackpot*|psycho|psychos|lunatic|lunatics|"
        "maniac|maniacs|headcase|basketcase|deranged|unhinged|demented|cuckoo|fruitloop*",
        insult, 6),
    row("snivelling|grovelling|gutless|slack jawed|slackjawed|bovine|porcine|vacuous|vapid|"
        "oleaginous|obsequious|sanctimonious|officious|supercilious|mealy mouthed|weaselly|"
        "craven|cloth eared|lilylivered|toadying|sycophant*|imbecilic|asinine|cretinous|"
        "fatuous|insufferable|odious|loathsome|repulsive|repugnant|revolting|obnoxious|"
        "contemptible|despicable|detestable|repellent|wretched",
        insult, 4),
    row("power|money|attention mad|crazed|grabbing|seeking|hungry|seeker", insult, 2),
    row("little|pocket|tinpot|petty|jumped hitler|hitlers|napoleon|napoleons|stalin|dictator|"
        "dictators|tyrant|tyrants|emperor|despot",
        insult, 8),
    row("hope|wish|pray you|he|she|they|u|your|yous|that|it|all|every|one _ die|rot|lose|"
        "suffer|choke|never|burn|crash|catch|fail|cancer|miserable|ill|lonely|hell|sacked|"
        "bankrupt|struck|deserve",
        insult, 6),
    row("hope|wish|pray you|he|she|they|u|your|yous|it|all die|rot|lose|suffer|choke|never|"
        "burn|crash|catch|fail|fall|spend|wake|itch",
        insult, 6),
    row("burn|rot|roast in hell", insult, 10),
    row("eff|jog|naff|bog|clear|hop|shove off", insult, 4),
    row("jog on", insult, 4),
    row("go|get|going and|off|yourself|knotted|stuffed|boil|f boil|jump|drown|yourself|"
        "swivel|your|lost|play _ head|lake|heads|yourself|yourselves|lost|in|off",
        insult, 4),
    row("get stuffed|knotted|lost|bent", insult, 6),
    row("stuff|shove|stick|ram|poke your|it|this|that|ur _ up|where", insult, 7),
    row("eat shit", insult, 10),
    row("full of shit|crap|it|hot|themselves|yourself|yourselves", insult, 4),
    row("full of shit|crap|bull", insult, 7),
    row("arse licking|licker|lickers|kisser|kissers|kissing|from|about|and|over", insult, 4),
    row("own|their|your|its backside|backsides|arse|arses", insult, 5),
    row("i picture|imagine|envisage|visualise a|you|her|him|some|someone|something", insult, 4),
    row("bet|betting|guess|guessing|assume|imagine you|she|he|they were|was|are|is|got|still|"
        "went _ bullied|school|virgin|mum|friends|alone|thick|bottom|picked",
        insult, 4),
    row("no wonder you|she|he|they|your|nobody|his|her", insult, 3),
    row("no friends|mates|life|brain|brains|talent|personality|charm|backbone|spine", insult, 3),
    row("stupid|thick|dim|idiotic|moronic|brainless|gormless|clueless|witless staff|"
        "employees|adviser|advisers|team|colleagues|colleague|manager|managers|tutor|"
        "assessor|receptionist|secretary|organisation|institute|institution|company|person|"
        "enough|questions|reply",
        insult, 5),

    // Without a word of violence.
    row("dont|no know|idea who|what youre|im|i|you", threat, 4),
    row("who youre|you|theyre|are dealing|messing|are|playing dealing|messing|playing|with", threat,
        6),
    row("messing|dealing|playing|messed with the wrong", threat, 9),
    row("dont|stop push|pushing|test|testing me|my", threat, 5),
    row("things|something i|we might|may|will|could|would|ll regret", threat, 7),
    row("do something stupid|silly|drastic|ill|i|youll|that", threat, 6),
    row("come|coming|came|be looking|back|after for|you|him|her|them", threat, 4),
    row("come|coming|came looking for", threat, 8),
    row("come|coming|be for|after you|him|her|them|whoever", threat, 8),
    row("hunt|track|chase|run you|him|her|them|whoever down|over", threat, 9),
    row("i know|have|got people|friends|mates|contacts|someone who|that|in|where", threat, 5),
    row("get even|revenge", threat, 8),
    row("get my own back", threat, 8),
    row("revenge|retribution|vengeance|payback|reckoning", threat, 5),
    row("settle|settling|sort this|it|the|things man|outside|score|face|like|myself|personally",
        threat, 6),
    row("man to man", threat, 6),
    row("your|his|her|their doorstep|driveway|front|garden|path|letterbox", threat, 4),
    row("sit|sitting|stand|standing|parked outside your|his|her|their", threat, 7),
    row("drive|driving|ram|ramming|park my|a|the|this van|car|lorry|truck|tractor|digger "
        "into|through|in",
        threat, 10),
    row("smash|trash|wreck|torch|burn|flood|egg|raze|demolish the|your|that|this|every "
        "place|office|offices|building|reception|joint|lot|car|cars|window|windows|desk",
        threat, 8),
    row("go|going|gone|goes postal|mental|ballistic|nuclear|berserk", threat, 4),
};
static_assert(well_formed(k_phrases));

}  // namespace

std::span<const Phrase> threat_phrases() {
  return k_phrases;
}

}  // namespace redress::parsers
