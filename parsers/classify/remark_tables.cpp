#include "parsers/classify/tables.hpp"

namespace redress::parsers {
namespace {

using enum Sign;

/// Remarks on who somebody is, and sexual remarks, by their forms.
constexpr Phrase k_phrases[] = {
    row("that|this|some|your|another|the|those|these|them|one|stupid|bloody|silly|fat|old|"
        "little|lazy|typical black|asian|african|chinese|polish|romanian|indian|pakistani|"
        "nigerian|bangladeshi|somali|jamaican|arab|turkish|albanian|bulgarian|lithuanian|"
        "latvian|russian|ukrainian|filipino|vietnamese|syrian|afghan|iraqi|iranian|irish|"
        "scottish|welsh|scotch|english|french|german|italian|spanish|greek|american|foreign|"
        "ethnic|muslim|jewish|hindu|sikh|islamic|gay|lesbian|trans|transgender|queer|"
        "bisexual|disabled|deaf|blind|autistic|gypsy|brown|coloured|eastern|european|"
        "immigrant|refugee woman|man|girl|bloke|lad|lady|chap|fella|fellow|guy|voice|accent|"
        "name|bird|temp|receptionist|boss|assessor|examiner|tutor|lass|lassie|creature|"
        "individual|type|types|thing|kid|boy|lot|women|men|geezer|nurse|cleaner|females|"
        "female|male",
        discrimination, 6),
    row("as|am|im|being a|an|the|only|other _ woman|man|girl|bloke|lad|lady|chap|fella|"
        "fellow|guy|voice|accent|name|bird|temp|receptionist|boss|assessor|examiner|tutor|"
        "lass|lassie|creature|individual|type|types|thing|kid|boy|lot|women|men|geezer|nurse|"
        "cleaner|females|female|male",
        nothing, 0),
    row("as|am|im|being a|an|the|only black|asian|african|chinese|polish|romanian|indian|"
        "pakistani|nigerian|bangladeshi|somali|jamaican|arab|turkish|albanian|bulgarian|"
        "lithuanian|latvian|russian|ukrainian|filipino|vietnamese|syrian|afghan|iraqi|"
        "iranian|irish|scottish|welsh|scotch|english|french|german|italian|spanish|greek|"
        "american|foreign|ethnic|muslim|jewish|hindu|sikh|islamic|gay|lesbian|trans|"
        "transgender|queer|bisexual|disabled|deaf|blind|autistic|gypsy|brown|coloured|"
        "eastern|european|immigrant|refugee woman|man|girl|bloke|lad|lady|chap|fella|fellow|"
        "guy|voice|accent|name|bird|temp|receptionist|boss|assessor|examiner|tutor|lass|"
        "lassie|creature|individual|type|types|thing|kid|boy|lot|women|men|geezer|nurse|"
        "cleaner|females|female|male|person|member|student|candidate|learner",
        nothing, 0),
    row("you|u|bloody|f*ing|fucking|filthy|dirty|smelly|stinking|typical|stupid|thieving|"
        "lazy|sneaky|dumb|mad|greasy|stingy|tight black|asian|african|chinese|polish|"
        "romanian|indian|pakistani|nigerian|bangladeshi|somali|jamaican|arab|turkish|"
        "albanian|bulgarian|lithuanian|latvian|russian|ukrainian|filipino|vietnamese|syrian|"
        "afghan|iraqi|iranian|irish|scottish|welsh|scotch|english|french|german|italian|"
        "spanish|greek|american|foreign|ethnic|muslim|jewish|hindu|sikh|islamic|gay|lesbian|"
        "trans|transgender|queer|bisexual|disabled|deaf|blind|autistic|gypsy|brown|coloured|"
        "eastern|european|immigrant|refugee|foreigner|foreigners|immigrant|immigrants|"
        "muslims|jew|jews|gypsies|gays|blacks|poles|paddy|jock|taff|frog|kraut|yank|scouser|"
        "pikeys|catholic|protestant",
        discrimination, 9),
    row("speak|speaks|spoke|speaking|understand|understands|write|writes|talk|talks|read "
        "proper|decent|good|correct|english|any|the|a properly|english|word|queens|kings|"
        "language|lingo|please|or",
        discrimination, 4),
    row("someone|somebody|anyone|anybody|person|people|staff who|that can|could|actually|"
        "speaks|speak|understands|is|was|can speak|english|speaks|understand|born|from|"
        "british|white|talk|actually",
        discrimination, 6),
    row("understand a|one|half|single|her|his|what word|accent|of|english|she|he|shes|hes",
        discrimination, 4),
    row("where|wherever|what are|is|country|she|he|you|theyre|they|part you|she|he|they|from|"
        "it|did|of from|really|come|came|actually|is|originally",
        discrimination, 5),
    row("in|back|to|from|of your|their|her|his own country|countries|land|village|culture|"
        "continent",
        discrimination, 8),
    row("her|his|their|your|that own|sort|type|kind|lot|people|breed|race|tribe kind|of|and|"
        "should|are|have",
        discrimination, 3),
    row("came|come|arrived|got|off|fresh over|here|off|in|on|the on|a|the|illegally|boat|"
        "from|plane boat|dinghy|lorry|the|last|banana|plane|boats",
        discrimination, 6),
    row("the|first|next|last boat|plane|bus|flight home|back|out|over", discrimination, 7),
    row("british|english|white|native|indigenous|local people|person|staff|workers|born|jobs|"
        "speaker|man|woman first|only|who|for|instead|please|not|cant",
        discrimination, 6),
    row("too many|much of|foreigners|immigrants|women|gays|them|foreign|black|asian|old|these",
        discrimination, 4),
    row("political correctness", discrimination, 4),
    row("pc brigade|gone|madness|nonsense|rubbish", discrimination, 5),
    row("woke|wokery|wokeness|snowflake*|feminazi*|libtard*|boomer|boomers", discrimination, 5),
    row("quota|quotas|diversity|token|tokenism|affirmative|positive|equality hire|hires|"
        "appointment|appointments|policy|action|discrimination|box|woman|black|nonsense|"
        "rubbish|crap|candidate|one|gone|quota",
        discrimination, 5),
    row("only|just got|there|hired|employed|has|have|chosen|in|appointed|promoted _ _ "
        "because|cos|to|for|as|by",
        discrimination, 3),
    row("hired|employed|appointed|chosen|promoted|recruited because|cos|for|to|as|on of|she|"
        "he|her|his|tick|colour|skin|they|shes|hes|looks",
        discrimination, 5),
    row("colour of|her|his|their skin", discrimination, 3),
    row("too old|young|pretty|fat|thin|foreign|female|black to|for|be", discrimination, 4),
    row("old dear|biddy|fogey|fool|fart|coot|crow|goat|trout|maid|boiler|bat|bag|hag|crone|"
        "duffer|relic|fossil|windbag|woman|man|timer|age",
        discrimination, 4),
    row("her|his|your|their|such age|bus|zimmer|stairlift|false|hearing|hip|dentures|pension|"
        "marbles|knitting|bingo pass|frame|aid|teeth|replacement|has|have|book|should|shows|"
        "is",
        discrimination, 3),
    row("should|ought|must|time to|have|be|you|she|he|has be|retired|have|retire|put|"
        "knitting|pensioned|in retired|years|decades|down|out|at|home|a|off|ago|already",
        discrimination, 4),
    row("out|still|barely|just|straight of|in|out|from nappies|school|short|college|diapers|"
        "pram|university|uni",
        discrimination, 6),
    row("child|kid|schoolgirl|schoolboy|teenager|toddler|infant|baby|foetus|schoolchild|12|"
        "twelve|fifteen on|running|answering|playing|in|who|dressed|pretending|year",
        discrimination, 4),
    row("done|does|do his|her|their homework|sats|gcses|bedtime", discrimination, 3),
    row("zimmer|bedpan|incontinen*|geriatrics|senility|dribbling|doddering|doddery|wrinkled",
        discrimination, 5),
    row("kitchen|sink|hoover|ironing|nursery|cooker where|board|and|making|with|is|she|they",
        discrimination, 4),
    row("back|stay|get|belong|belongs|place in|to|is the|in|at kitchen|home|sink|nursery|"
        "cooker|ironing",
        discrimination, 8),
    row("little|silly|stupid|hysterical|emotional|hormonal|neurotic|bossy|dizzy|ditzy|"
        "menopausal|frigid|barren|dried|bitter|jumped lady|girl|woman|girlie|female|"
        "secretary|typist|housewife|women|girls|spinster|hen|up|old|madam",
        discrimination, 7),
    row("girlie|girly|dolly|wench|tart|tarts|floozy|spinster|lesbo|bints|slapper*|trollop*|"
        "strumpet|hussy|missus|sweetheart|darlin|toots|sugar",
        discrimination, 4),
    row("dolly bird|birds", discrimination, 9),
    row("women|woman|girls|females|lady|men|blacks|foreigners|gays|them|blonde drivers|cant|"
        "in|should|are|arent|always|never|with|dont|just|and|who _ park|charge|be|maths|lead|"
        "run|think|logic|power|technology|numbers|job|trusted|authority|figures|allowed|"
        "business",
        discrimination, 7),
    row("a|mans job|work|world for|not|a|and a|women|men|girls|man|woman", discrimination, 5),
    row("a man|bloke|chap in|on|please|to|who|would|instead|doing|for charge|the|knows|speak|"
        "have|this|it|i",
        discrimination, 3),
    row("expect from|of women|woman|them|foreigners|blacks", discrimination, 4),
    row("midget*|hunchback*|freak|freaks|spakker|flid|joey|windowlicker*|mongoloid*|"
        "imbeciles|subnormal*|lame|gimpy|cripples",
        discrimination, 7),
    row("window licker|lickers", discrimination, 10),
    row("st st", discrimination, 4),
    row("stutter|stuttering|stammer|stammering|lisp|squint|limp|twitch|hunch|cleft", discrimination,
        4),
    row("is|are|was|must she|he|you|they|be deaf|blind|retarded|autistic|mental|disabled|"
        "slow|special|dyslexic|simple|foreign|drunk|pregnant or|and|as|too|then",
        discrimination, 6),
    row("care in the community", discrimination, 8),
    row("loony|nut|funny|mad bin|house|farm", discrimination, 6),
    row("padded cell|room", discrimination, 6),
    row("straitjacket|straightjacket|sectioned|lobotomy", discrimination, 5),
    row("limp wristed|wrist|wrists", discrimination, 10),
    row("bats|batting|bat|plays for the other|wrong", discrimination, 9),
    row("other|wrong side|bus|team|way of|inclined", discrimination, 2),
    row("camp as|little|voice|old|bloke|man|lisp", discrimination, 6),
    row("bloke|man|fella|lad|boy|geezer in|wearing a|the|womens dress|frock|skirt|wig|heels|"
        "makeup|clothes|lippy",
        discrimination, 10),
    row("he|she|him|her|it she|he|it|her|him|or it|whatever|she|them|they|thing", discrimination,
        3),
    row("whatever it|he|she|they|that|gender is|calls|thinks|identifies|was|identify",
        discrimination, 5),
    row("it calls itself|himself|herself", discrimination, 8),
    row("rainbow|pride flag|flags|lanyard|lanyards|badge|badges|nonsense|rubbish|brigade|crap|mob",
        discrimination, 5),
    row("unnatural|abomination|sodom*|sinful|ungodly|deviant*|pervs|perv", discrimination, 5),
    row("god|bible made|says|adam|hates|teaches", discrimination, 4),
    row("heathen*|infidel*|godless|cult|jihad*|isis|taliban|terrorists|bin|hamas|holocaust|"
        "ovens|gas|nazis|concentration laden|chamber|chambers|camps|camp",
        discrimination, 6),
    row("money|tight|rich|greedy|penny grabbing|fisted|jew|jews|pinching", discrimination, 3),
    row("slave|slaves|plantation|cotton|watermelon|banana|bananas|spear|spears|tribal|savage|"
        "savages|jungle|mud hut|huts|trader|picking|boat|back|in",
        discrimination, 6),
    row("curry|takeaway|kebab|corner|sushi|noodle|poppadom|turban|bomb|goat smell|smells|"
        "shop|munching|herder|under|house",
        discrimination, 6),
    row("mumbo jumbo", discrimination, 5),
    row("ching|ting|ooga|paddy|oirish|begorrah|potato|leprechaun|sheep chong|tong|booga|"
        "shagger|shaggers|eater|eaters|fields|famine",
        discrimination, 6),

    // Sexual remarks: of a body, a bed, a meeting.
    row("beautiful|pretty|gorgeous|lovely|nice|cute|sexy|stunning|dreamy|cracking|fine|"
        "luscious|perfect|killer eyes|smile|lips|legs|figure|body|hair|face|voice|photo|"
        "picture|curves|bottom|behind|ankles|thighs|neck|skin|looking|on|for|thing|girl|"
        "little",
        innuendo, 4),
    row("sexy|husky|velvety|sultry|silky|purring|breathless|chocolate|honeyed|seductive|"
        "sexiest voice|tones|purr|accent|little|thing|lady|man|legs|beast|body",
        innuendo, 8),
    row("your|her|his|that|those gorgeous|lovely|beautiful|pretty|sexy|cute|tight|long|"
        "little|sweet|nice|big|soft eyes|smile|lips|legs|figure|body|hair|face|voice|photo|"
        "picture|curves|bottom|behind|thighs|skirt|dress|blouse|hands|mouth|bum|chest|top|"
        "jeans|trousers|bits|self|feet|toes",
        innuendo, 8),
    row("gorgeous|sexy|fit|hot|foxy|dishy|cute|pretty|stunning|beautiful|leggy|busty|curvy|"
        "buxom|luscious|hunky|strapping redhead|blonde|blond|brunette|receptionist|secretary|"
        "lad|hunk|lass|filly|examiner|assessor|invigilator|tutor|creature|lady|woman|man|"
        "girl|thing|nurse|teacher|librarian|adviser|colleague|stud|number|one",
        innuendo, 7),
    row("fancy|fancies|fancied|fancying a|her|him|you|me|some|coming drink|coffee|date|"
        "dinner|curry|cuddle|quickie|bit|some|rotten|back|like|fun|company|and|something",
        innuendo, 6),
    row("buy|take|wine|treat|owe you|her|him|me a|out|for|to|and|dinner drink|dinner|coffee|"
        "cocktail|meal|for|to|out|somewhere|dine|sometime|one|proper|kiss",
        innuendo, 6),
    row("dinner|drink|drinks|date|weekend|night|evening|cocktails|candlelit with|at|for|away|"
        "in|out|dinner me|you|her|him|mine|two|my|the",
        innuendo, 5),
    row("have|got|has|is|there you|she|he|a got|a|mr|mrs boyfriend|girlfriend|husband|fella|"
        "man|missus|lover|partner|bloke",
        innuendo, 6),
    row("if i|only were|was|i twenty|thirty|ten|20|30|10|younger|single|i years|younger|was|were",
        innuendo, 6),
    row("marry me|her|him", innuendo, 5),
    row("between|under|in|beneath|on the|my|your|those|silk|satin sheets|covers|duvet|"
        "mattress|thighs|legs|quilt",
        innuendo, 6),
    row("on|get|down your|her|his|all|on|my knees|fours|your|her|his", innuendo, 5),
    row("on all fours", innuendo, 9),
    row("bend|bent|bends|bending her|him|you|over|me over|the|a|that|my|for", innuendo, 6),
    row("ride|riding|mount|mounting|straddl* me|him|you|like|my", innuendo, 5),
    row("turn|turns|turned|turning me|him|you|us on", innuendo, 8),
    row("get|gets|got|getting me|my|him|you going|hot|excited|hard|off|pulse|blood|juices|"
        "engine|motor|randy|up",
        innuendo, 4),
    row("under the collar", innuendo, 4),
    row("wink wink", innuendo, 8),
    row("nudge nudge", innuendo, 8),
    row("know|catch|get|follow what|my|me i|drift|meaning mean|if", innuendo, 4),
    row("catch|get my drift", innuendo, 6),
    row("if you know|catch|get what|my|me", innuendo, 4),
    row("keep|keeps|keeping|make me|him|my|a warm|company|entertained|up|bed|happy|smile|"
        "very at|tonight|all|warm|happy|on|and",
        innuendo, 5),
    row("cold|long|lonely winter|nights|night|evenings", innuendo, 4),
    row("cuddle*|snog*|smooch*|canoodl*|fondl*|nookie|bonk|bonking|rumpy|pumpy|hanky|panky|"
        "shagg*|threesome*|orgy|foreplay|fetish*|bondage|dominatrix|swingers|dogging|"
        "lapdance*|stripper*|striptease|escort",
        innuendo, 7),
    row("a kiss|squeeze|massage|rub|tickle|cuddle|peck|snog|feel|fumble|grope from|on|off|"
        "with|for|and",
        innuendo, 5),
    row("private|personal|extra|special|intimate|one|hands lessons|lesson|tuition|session|"
        "tutorial|services|coaching|attention|on|to|examination|inspection with|from|for|me|"
        "training|one|of|please|session",
        innuendo, 4),
    row("after hours|dark|lights|class|closing|work with|and|just|in|out|together|alone", innuendo,
        4),
    row("alone|together|cosy|close|private with|in|and|up you|her|him|me|a|the|with room|"
        "cupboard|lift|office|night|hotel|back",
        innuendo, 5),
    row("stationery|store|broom|stock cupboard|room", innuendo, 4),
    row("your|my|her|his|back|hotel place|to|at|room|flat or|for|mine|yours|my|with|tonight",
        innuendo, 4),
    row("your place or mine", innuendo, 12),
    row("sit|sits|perch|bounce|climb|lean on|across|over|onto|in my|his|your|me lap|knee|"
        "face|desk|bed",
        innuendo, 8),
    row("over|across|on my|your|his|her knee|lap", innuendo, 7),
    row("naughty|dirty|cheeky|filthy|bad boy|girl|secretary|schoolgirl|mind|weekend|thoughts|"
        "things|minx|little",
        innuendo, 6),
    row("handcuff*|whip|whips|leather|latex|stilettos|suspenders|negligee|bikini|corset|"
        "gstring|speedos",
        innuendo, 5),
    row("page three|3", innuendo, 5),
    row("pin up", innuendo, 6),
    row("french maid", innuendo, 8),
    row("what i|id wouldnt|would|do give|do|to", innuendo, 5),
    row("things|thing|what i|id id|would|could|like|want do|like|to with|to|do", innuendo, 5),
    row("the things id|i", innuendo, 5),
    row("dream|dreams|dreamt|dreaming|fantas*|imagine|imagining|picturing|picture about|of|"
        "you|her|him|her you|her|him|your|in|without|wearing|lying|those|that",
        innuendo, 5),
    row("sex with|life|appeal|toy|object|kitten|god|goddess|bomb|drive|starved|on|mad", innuendo,
        8),
    row("sexual|certain|special|other favours|favour|chemistry|tension|services", innuendo, 8),
    row("in the sack|buff|nude|altogether|bedroom", innuendo, 6),
    row("easy on the eye", innuendo, 8),
    row("sight for sore", innuendo, 3),
    row("undressing|stripping|wearing|got|dressed on|under|in|underneath|nothing _ that|her|"
        "his|it|your|but",
        innuendo, 5),
    row("whats|what|anything have|is|she|you|he|got got|wearing|under|on underneath|under|"
        "that|tonight|today",
        innuendo, 7),
    row("big boy|girl|lad|fella|hands|feet|one you|for|like|mean|mans", innuendo, 3),
    row("size of|matters his|her|my|your|to", innuendo, 4),
    row("inches|throbbing|stiff|stiffy|hardon|aroused|arousing|lust|lusting|lusty|raunchy|"
        "steamy|orgasm*|climax*|moist|juicy|knockers|jugs|melons|hooters|rack|bristols|"
        "bazookas|norks|todger|willy|manhood|package",
        innuendo, 4),

    // The same, put politely.
    row("first language|tongue", discrimination, 3),
    row("whose|who|with|has|having first|mother language|tongue", discrimination, 5),
    row("english|welsh is|isnt not|my my|first", nothing, 0),
    row("not|isnt|arent|aint from here|round|around|this|these|britain|england|wales|scotland",
        discrimination, 4),
    row("rather|prefer|want|insist|like deal|speak|talk|dealing|speaking|to|on|have "
        "with|to|speak|deal|a _ "
        "man|own|british|english|white|local|mature|younger|older|normal|christian",
        discrimination, 7),
    row("im|i not|am|aint|dont racist|sexist|homophobic|prejudiced|ageist|a but|or|racist|bigot",
        discrimination, 9),
    row("not being|a racist|sexist|homophobic|ageist|funny|rude or|but|here", discrimination, 7),
    row("nothing|got against "
        "the|gays|women|foreigners|disabled|muslims|blacks|them|those|people|immigrants|old|"
        "lesbians",
        discrimination, 5),
    row("no offence|offense but|to|meant", harsh, 3),
    row("some of my best", discrimination, 7),
    row("at|of her|his|your|their|that age|generation", discrimination, 4),
    row("people|women|men|girls|someone|anyone|somebody|person his|her|their|your|that "
        "age|generation|size|sort|kind|"
        "type",
        discrimination, 6),
    row("cant|couldnt|cannot|wont|how pronounce|pronounced|even|you|spell|say "
        "her|his|their|the|your name|names",
        discrimination, 5),
    row("unpronounceable", discrimination, 6),
    row("name|accent|face|voice like|as that|hers|his|yours|thick", discrimination, 4),
    row("with|got a|an name|accent like|as", discrimination, 6),
    row("wheelchair|disabled|blind|deaf|dyslexic|autistic|stuttering|handicapped|crippled "
        "person|woman|man|girl|people|staff|adviser|doing|answering|on|working|running|taking|"
        "marking",
        discrimination, 4),
    row("why|when do|are|did|would|you you|they|employ|hire "
        "employ|hire|employing|hiring|put|let|give|people _",
        harsh, 3),
    row("leave|leaving it|this|that|them to|for the men|grown|adults|professionals|boys|big",
        discrimination, 5),
    row("shouldnt|should|ought|not|never be|have allowed|let|been|teaching|working|given "
        "near|to|in|a|teaching|job|work "
        "children|work|this|job|teach|vote|country|here|women|public",
        discrimination, 3),
};
static_assert(well_formed(k_phrases));

}  // namespace

std::span<const Phrase> remark_phrases() {
  return k_phrases;
}

}  // namespace redress::parsers
