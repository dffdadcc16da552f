#include "parsers/classify/tables.hpp"

namespace redress::parsers {
namespace {

using enum Sign;

// Beside what classify_behaviour_tables.cpp has: how people in these islands put it without a word
// that stands in any list. Mail that holds such a thing waits for a person (BEH-03).
constexpr Phrase k_phrases[] = {
    // Somebody suffered it, or reports it.
    row("was|were|been|being racially|sexually|physically abused|assaulted|harassed|attacked",
        nothing, 0),
    row("made comments|remarks|jokes about my|her|his|our|me", nothing, 0),
    row("my|our own fault|stupidity|mistake", nothing, 0),
    row("being|im|am a|an|such _ old|silly|daft bat|biddy|bag|codger|git|fool|thing", nothing, 0),
    row("being|im|am a|an|such old|silly|daft bat|biddy|bag|codger|git|fool|thing", nothing, 0),
    row("kill|killing two|time|me|us", nothing, 0),
    row("shoot|shot the|an|an messenger|email", nothing, 0),
    row("burn|burning the|bridges|midnight bridges|candle|oil", nothing, 0),
    row("hit|hits the|a road|wall|deadline|roof|nail", nothing, 0),

    row("as|am|im a|an _ woman|man|mother|father|girl|boy|lady", nothing, 0),
    row("as|am|im a|an _ _ woman|man|mother|father|girl|boy|lady", nothing, 0),

    // Threats
    row("rearrange|rearranged|rearranging his|her|your|their|that face|teeth|nose|features", threat,
        12),
    row("a good hiding|kicking|slap|thump|beating|thrashing|battering|smack|pasting", threat, 10),
    row("wants|needs|deserves|want|need|due a "
        "slap|kicking|hiding|thump|smack|punch|good|bullet|beating|battering|belt|clout",
        threat, 10),
    row("ill|i|well|we be outside|round|waiting|there|at your|the|for|when", threat, 7),
    row("be outside your|the|when|at", threat, 8),
    row("not|nae|im|no be|am responsible for what|my", threat, 10),
    row("not responsible for what i|we|happens|my", threat, 10),
    row("we|ill|well will|ll|shall see how|if|who", threat, 4),
    row("see if|how _ still|much laughing|brave|funny|clever|smug|cocky", threat, 6),
    row("still laughing|smiling|smirking when|then|after", threat, 6),
    row("not|no be bringing|taking flowers|prisoners", threat, 10),
    row("dental cover|work|plan|records|insurance", threat, 6),
    row("pity|shame if|were|should something|anything|it|were were|was|to|happened|happen", threat,
        8),
    row("something|anything|things|accidents were|might|could|to|can|do happen|happens to|on|at|in",
        threat, 6),
    row("things|accidents happen", threat, 7),
    row("things get|can|could burnt|burned|broken|smashed|damaged|ugly|nasty|messy", threat, 7),
    row("own|have|got|keep|bring|bringing|carry a shotgun|gun|knife|bat|crowbar|machete|rifle|"
        "hammer|chainsaw|axe|dog",
        threat, 11),
    row("shotgun|machete|crowbar", threat, 5),
    row("i|we|my _ box|boxes|boxed", threat, 3),
    row("i box", threat, 7),
    row("think|id carefully|hard about who|what|whether", threat, 4),
    row("wee|little|quiet|friendly word with|wi him|her|you|them|roon|round|in|outside", threat, 7),
    row("round|roon|out the back|alley|corner", threat, 4),
    row("get hold of him|her|you|them|whoever", threat, 8),
    row("get|gets|got my|our|their hands on him|her|you|them|whoever|the", threat, 8),
    row("my|our|me brothers|sons|cousins|lads|mates|boys|dogs|brother|son _ _ _ "
        "round|visit|you|him|"
        "her|them",
        threat, 8),
    row("go|come|going|coming|pop|be|popping round there|to|and|yours|his|hers|their", threat, 5),
    row("ill|i make|will|shall him|her|you|them|make eat|him|her|swallow|pay|suffer|regret|wish",
        threat, 9),
    row("make him|her|you|them|yous eat|swallow|pay|suffer|regret|wish|bleed|cry|beg", threat, 9),
    row("out of|from his|her|your|their face|teeth|skull|backside|arse|throat|head", threat, 8),
    row("down|up his|her|your|their throat|throats|arse|backside|neck", threat, 8),
    row("throw|threw|thrown|lob|chuck|launch _ at|through him|her|them|you|his|your|the", threat,
        6),
    row("have|got|know|found the|his|her|your|their|out home|where "
        "address|addresses|he|she|you|they",
        threat, 6),
    row("home addresses|address of", threat, 6),
    row("post|posting|publish|publishing|put|putting|share|sharing _ "
        "address|addresses|photos|photographs|picture|pictures|number|home",
        threat, 5),
    row("dark evenings|evening|night|nights|alley|lane|car", threat, 5),
    row("drives|drive|parks|park|leaves a|an|her|his|the|your|it|in "
        "small|white|red|blue|black|silver|grey|car|bmw|corsa|fiesta|audi|the",
        threat, 5),
    row("what school|nursery|time your|his|her|their|you|she|he kids|children|finish|leaves|leave",
        threat, 9),
    row("with the twins|kids|baby|toddler|children", threat, 5),
    row("sleep with one eye", threat, 12),
    row("one eye open", threat, 8),
    row("last thing he|she|you|they ever|will|does|do|see|sees", threat, 8),
    row("six feet under|of", threat, 9),
    row("body|bodies bag|bags|part", threat, 8),
    row("hospital|a|e|an food|bed|and|ambulance for|through|e|in", threat, 4),
    row("need|needing|want an|a ambulance|stretcher|hearse|coffin|surgeon", threat, 10),
    row("do|doing|done time for|inside|before", threat, 5),
    row("i swear to|on god|my|the if|that|next|ill|id", threat, 5),
    row("your|the windows|tyres|office|building|car will|wont|might|could|may|go", threat, 6),
    row("slash|slashed|slashing|key|keyed|scratch your|his|her|their|the tyres|car|paint|paintwork",
        threat, 11),
    row("i|we|ill know|find|have|will|got|found who you|out|your|her|his|where "
        "are|who|you|live|face",
        threat, 5),

    // Insults
    row("simple|thick|dense|slow|dim|daft as|is|or|in "
        "mince|she|he|what|the|two|a|shit|pigshit|muck",
        insult, 7),
    row("thick|dense|daft|stupid as mince|two|a|pig|shit|pigshit|they|muck|planks|custard", insult,
        10),
    row("is|are|were she|he|you|they|yous simple|thick|dense|slow|blind|deaf|retarded|backward|"
        "special|braindead|having|taking|on",
        insult, 6),
    row("my _ year old could|can|reads|writes|does|has|would|spells|knows", insult, 6),
    row("year old reads|writes|could|can|does|would better|do|have|write|read|spell", insult, 5),
    row("donkey|donkeys|jackass|imbeciles|nincompoop*|ninny|ninnies|dope|dopes|dopey|divvy|div|"
        "divs|"
        "dafty|eejit*|bampot*|numpties|tube|tubes|roaster*|walloper*|fud|fanny|fannies|bawbag*|"
        "knob|knobs|melt|melts|mug|mugs|spanner*|tool|tools|lemon|lemons|weapon|helmet|helmets|"
        "gobshite*|chancer*|gimp*|spoon|spoons|wazzock*|pillocks|berk*|twerp*|dullard*|dolt*|"
        "simpletons|oaf|oafs|twpsyn*|twp|bimbo*|airhead*|bint|chump|chumps",
        insult, 7),
    row("tool|tools|tube|tubes|mug|mugs|lemon|lemons|spoon|weapon|melt|helmet _ "
        "box|kit|of|shop|bag|bags|tree",
        nothing, 0),
    row("you|ya|ye|u|yous|yer "
        "muppets|muppet|clowns|clown|donkey|melt|tube|tool|mug|weapon|div|numpty|absolute|actual|"
        "utter|total|complete|proper|bunch|shower|daft|wee|pack|dozy",
        insult, 7),
    row("you|u absolute|actual|utter|total|complete|proper|bunch _", insult, 4),
    row("useless|arrogant|pompous|smug|stupid|lazy|rude|incompetent|horrible|nasty|vile|pathetic|"
        "ignorant|miserable|snotty|stuck little|old|fat|jumped|up|arrogant|excuse man|woman|person|"
        "people|up|cow|shit|toad|creep|worm|weasel|rat|madam|for|upstart|jobsworth",
        insult, 9),
    row("jumped up|little|clerk|clerks|nobody|nobodies|secretary|receptionist|jobsworth", insult,
        7),
    row("waste of a|an|good|fresh|public|money|everyones", insult, 4),
    row("waste of a good|perfectly", insult, 7),
    row("turn|turning|turned|switch|use|using ur|your|their|his|her brain|brains|head", insult, 8),
    row("opposable thumbs", insult, 9),
    row("drool|drools|drooling|dribble|dribbling|slobber*", insult, 8),
    row("back in|to its|your|his|her|their cage|box|hole|swamp|kennel|pram|tree|rock", insult, 10),
    row("crawl|crawled|crawls|slither* back|out|from under|of|beneath", insult, 8),
    row("from under which|a|some|whatever rock|stone", insult, 7),
    row("incapable of thought|thinking|reading|independent", insult, 8),
    row("incapable of", insult, 3),
    row("small|tiny|empty|hollow head|heads|brain|brains|mind|minds", insult, 7),
    row("one|two|three|shared|sharing|single|a brain|braincell|braincells cell|cells|between",
        insult, 8),
    row("brain cell|cells|between", insult, 7),
    row("lights are on", insult, 6),
    row("nobody|no one|noone home", insult, 5),
    row("sixpence|sandwich|sandwiches|spanner|card|cards short|short of|a", insult, 6),
    row("sandwich|sandwiches|brick|bricks|sixpence|can|shilling short of", insult, 9),
    row("who|whoever|how hired|does|do|did _ anyone|someone|anybody|person|these|get|that _",
        insult, 3),
    row("that dense|thick|stupid|useless|lazy|dim|slow get|gets|hold|be|work|put", insult, 7),
    row("sarcastic|snide|snotty|smarmy|slimy|oily|sniveling|snivelling|sanctimonious|pompous "
        "little|cow|git|get|so|article|individual|man|woman|person|creep",
        insult, 8),
    row("rotten|filthy|dirty|evil|wicked|nasty|vile|horrid|hateful|poisonous "
        "cow|cows|old|little|piece|pieces|people|lot|individual|woman|man|creature|person",
        insult, 8),
    row("piece|pieces|sack|bag|bags of shit|crap|filth|work|dirt|work|garbage|rubbish|lard", insult,
        7),
    row("shove|stick|stuff it|your|this|that|them up|where", insult, 7),
    row("shove|stick|stuff it|your _ up|where", insult, 8),
    row("where the sun", insult, 7),
    row("up your|yer|ur arse|backside|jacksie|own|hole|bum", insult, 9),
    row("kiss my|ma arse|backside|ass", insult, 9),
    row("hope|pray you|he|she|they|your|u all|never|die|rot|get|lose|choke|burn|suffer|fall",
        insult, 6),
    row("get|gets|die|died|rot|choke cancer|of|in|on|screaming", insult, 5),
    row("wouldnt|would not|couldnt trust|let|give|pay|employ|piss|spit _ to|on|with|for|a|if",
        insult, 4),
    row("wouldnt|would not piss|spit on", insult, 10),
    row("couldnt|cant|could not find|organise|run|spell|count|pour _ with|in|arse|own|a|without|to",
        insult, 3),
    row("find his|her|your|their|its own arse|backside|bum|feet", insult, 8),
    row("both hands and|with", insult, 5),
    row("peasants|plebs|sheep|drones|zombies|robots|gremlins|goblins|trolls|dwarfs|ogre|witch|hag",
        insult, 5),
    row("one|other|another|rest of the dwarfs|trolls|muppets|clowns|goons|drones|monkeys|circus",
        insult, 7),
    row("fat|lardy|lazy arse|arses|cow|slob|slobs|backside|backsides|pig|pigs|toad", insult, 8),
    row("disgrace to the human|your|humanity", insult, 6),
    row("😡*|🖕*|🤡*|🐒*|🫏*|🐷*|💩*|🤬*", insult, 5),

    // Discrimination
    row("our own|kind|people on|first|kind", discrimination, 4),
    row("one|some|any|none of them|those|our|your _ headscarf|muslim|gay|black|foreign|asian|"
        "refugees|asylum|own|lot",
        discrimination, 6),
    row("headscarf|hijab|burka|burqa|turban|tea|prayer ones|towel|towels|mat|mats|thing|brigade",
        discrimination, 8),
    row("on her|his|their head|heads", discrimination, 3),
    row("ramadan|mosque|sharia|jihad|allah", discrimination, 4),
    row("theyre|they|these|them taking|are|people|lot over|taking", discrimination, 4),
    row("taking over|our the|jobs|country|this|us|everything", discrimination, 6),
    row("joke country|nation", discrimination, 6),
    row("let|letting|lets|allow|allowing them|these|those|that|that|any in|into|lot|people",
        discrimination, 6),
    row("indian|pakistani|nigerian|african|polish|romanian|chinese|asian|bangladeshi|somali|"
        "bulgarian|albanian|arab|turkish|jamaican|filipino|english|scottish|welsh|irish "
        "fella|bloke|lad|girl|woman|man|lot|lassie|cow|accent|voice|guy|geezer|bird|doing",
        discrimination, 7),
    row("some|obviously|another|bloody|typical|cheeky|stupid|posh "
        "nigerian|indian|pakistani|african|polish|romanian|asian|english|scottish|welsh|irish|"
        "chinese|muslim|jew|jewish|paddy|taffy|jock|scouser",
        discrimination, 7),
    row("english|british|white|normal|proper people|person|someone|somebody|voice|name answering|"
        "who|to|on|instead|in|do|doing|knows",
        discrimination, 7),
    row("speaks|speak|talks|understands|write|writes properly|proper|english|the queens|our|my",
        discrimination, 3),
    row("cant|couldnt|cannot|couldn understand|follow|make a|out word|single|what", discrimination,
        5),
    row("third|out world|there country|they|english", discrimination, 3),
    row("third world", discrimination, 5),
    row("buy|bought|fake their|his|her degrees|degree|qualifications|certificates", discrimination,
        4),
    row("jungle|bongo|swinging|monkey talk|from|drums|bongo|land", discrimination, 9),
    row("granny|grandma|grandad|grandpa|pensioner|pensioners|oap|wrinkly|wrinklies|dinosaurs|relic",
        discrimination, 5),
    row("put|send|take granny|grandma|grandad|her|him|them back|out|to in|to|home|grass|pasture",
        discrimination, 7),
    row("put|putting out to grass|pasture", discrimination, 8),
    row("past it|his|her|their", discrimination, 5),
    row("dead weight", discrimination, 4),
    row("over fifty|sixty|seventy _ same|useless|should|dead", discrimination, 6),
    row("theyre|they are|all all|the the|same same|over", discrimination, 4),
    row("fat|obese|enormous|lardy girl|woman|man|lady|bird|person|lump|cow|inspector|bloke",
        discrimination, 8),
    row("control of|over their own", discrimination, 3),
    row("people of that|her|his type|sort|kind|persuasion|colour|size|age", discrimination, 7),
    row("that way|persuasion|type|inclined|sort", discrimination, 3),
    row("are|is that way inclined|on|and", discrimination, 4),
    row("transgender*|transsexual*|tranny*|pronoun|pronouns|non|he|they binary|them|she",
        discrimination, 5),
    row("real man|woman|men|women", discrimination, 5),
    row("not|isnt a fit|proper|suitable|real person|woman|man|mother|family", discrimination, 5),
    row("married to another", discrimination, 3),
    row("these people have|want|are|and|always|all|cant|dont|never", discrimination, 4),
    row("special needs|ed|school", discrimination, 4),
    row("employ|hire|hiring|recruit special|the|disabled|cripples|any|retards|handicapped|deaf",
        discrimination, 5),
    row("r*tard|r*tards|sp*z|sp*stic|n*****|p**i|ch*nk|tr*nny|f*ggot|m*ng", discrimination, 11),
    row("reading with|like his|he|her|a finger|was|five|child", discrimination, 3),
    row("cant|cannot|cannae stand|abide|bear any|them|the|those|ae|these|gay|gays|english|people",
        discrimination, 4),
    row("skin crawl", discrimination, 8),
    row("sent|send|ship|shipped|put|kick back|home|out ower|over|to|where|on the|their|your|a boat|"
        "wall|border|own|country|plane",
        discrimination, 8),
    row("sent|send|ship|shipped back|home ower|over|where", discrimination, 5),
    row("whole|your|their|that race|lot|breed|tribe of|ae|are|should|wants", discrimination, 5),
    row("catching|contagious", discrimination, 3),
    row("gay|lesbian|homo|homos|poofy|lesbo|lesbos ones|one|lot|brigade|agenda|mafia|lobby|thing",
        discrimination, 8),
    row("a gay|lesbian|black|muslim|disabled|deaf|foreign|trans one|teaching|doing|telling|marking|"
        "running",
        discrimination, 5),
    row("an agenda", discrimination, 3),

    // Sexual remarks
    row("big|nice|lovely|massive|huge|great|cracking chest|rack|melons|assets|arse|bum|behind|pair|"
        "knockers|baps|jugs|tits|boobs|legs|lips|mouth|body|figure",
        innuendo, 7),
    row("see to me|him|her", innuendo, 7),
    row("firm hand", innuendo, 6),
    row("early night", innuendo, 4),
    row("taken|take her|him|you in|over hand|my|the", innuendo, 5),
    row("hands|knee|lap|bed|sheets|mattress|pillow|bedroom|shower|bath|stockings|gents|toilets|"
        "backseat with|for|on|warm|me|together|in",
        innuendo, 4),
    row("keep|keeping the|my|your|her|bed|a bed|sheets|warm|side warm", innuendo, 8),
    row("count|lie|lay|sit|bend|bent|spread|kneel _ on|over the|my|your bed|lap|knee|desk|face",
        innuendo, 8),
    row("on the|my|your bed|lap|knee|sofa", innuendo, 4),
    row("wind|lay|put the seat|seats back|down", innuendo, 7),
    row("shes|hes|a|right|bit|proper goer|stunner|looker|fittie|cougar|milf|tease|minx", innuendo,
        7),
    row("like it really|rough|that|hard", innuendo, 5),
    row("went|go|goes|going red|as a|as|like beetroot|tomato|red", innuendo, 4),
    row("slip|slipped|slipping|sneak|pop|come in|up|into|round after|my|later|for|to|with",
        innuendo, 3),
    row("dont|do|not mind sharing|if|a", innuendo, 3),
    row("make it|that up to me|him|us", innuendo, 5),
    row("no shirt|clothes|knickers|bra|top|trousers on|at|under|underneath", innuendo, 8),
    row("with|wearing|without no|nothing|less|only|a|his|her "
        "shirt|on|than|pinny|top|kit|uniform|but",
        innuendo, 3),
    row("toolbelt|dongle|hard|big in|drive|hard|one my|is|port", innuendo, 5),
    row("how big his|her|your", innuendo, 7),
    row("absolutely|well|proper|so|is|really fit|fit|peng|tasty|tidy|buff|hench", innuendo, 3),
    row("sounds|looks absolutely|well|proper|so|pretty|right|dead|really fit|gorgeous|tasty|sexy|"
        "hot|lush|yummy",
        innuendo, 7),
    row("solid|perfect|definite|a 10|ten|nine|9 out|legs|body|for", innuendo, 5),
    row("solid 10|ten|9|nine", innuendo, 6),
    row("legs up|all to|the here|way", innuendo, 8),
    row("bird|birds giving|behind|at|on|in|with|who", innuendo, 4),
    row("girl|bird|blonde|brunette|lad|fella|bloke _ _ single|married|available|free|taken",
        innuendo, 6),
    row("if|whether|is shes|she|hes|he|is single|married|available|taken", innuendo, 7),
    row("give|gave|giving|have|get|slip her|him|you my|your|one|a "
        "number|phone|bit|more|kiss|cuddle|"
        "seeing",
        innuendo, 6),
    row("a bit more|extra", innuendo, 3),
    row("audit|inspect|examine|mark|assess|service|handle|train|teach|supervise|oversee me|my "
        "anytime|any|all|privately|personally|assets|figures|package|naked",
        innuendo, 5),
    row("breathy|husky|sultry|sexy|silky|seductive voice|little|tone|tones|on", innuendo, 7),
    row("lie|lay|sit awake|down|in _ _ thinking|imagining|dreaming|of", innuendo, 5),
    row("awake _ _ thinking|imagining|dreaming", innuendo, 6),
    row("thinking|dreaming|fantasising|fantasizing about|of those|her|his|your|that|it jeans|legs|"
        "lips|body|skirt|eyes|voice|mouth|all",
        innuendo, 6),
    row("lovely|pretty|nice|little mouth|lips|bottom|behind|derriere", innuendo, 7),
    row("fire|firing|shoot|shooting blanks", innuendo, 12),
    row("would|id|ill|i|wish have|been|volunteer|queue|queued|give up|gladly|happily|one|asked|it",
        innuendo, 3),
    row("somebodys|someones been busy", innuendo, 7),
    row("lucky|some lad|lucky|fella|man|boy|lad", innuendo, 3),
    row("tight as|top|little|dress|skirt", innuendo, 5),
    row("show|showed|shown you|her|him|them|me "
        "my|a|your|more|hers|his|birthmark|tattoo|mine|privates",
        innuendo, 3),
    row("birthmark|tattoo|privates|downstairs|undies|undressed|topless|lacy|lace", innuendo, 5),
    row("step|come|pop|join into|in|me|with the|my gents|shower|bath|bedroom|bed|stationery|back",
        innuendo, 7),
    row("man|men of the world", innuendo, 5),
    row("😘*|😜*|😏*|🍆*|🍑*|💋*|😍*", innuendo, 5),

    // Grave accusations out of the air
    row("thrown|sacked|kicked|drummed|fired out|from|of|for of|his|her|the|stealing|theft|fraud "
        "last|"
        "force|job|post",
        allegation, 5),
    row("for stealing|theft|fraud|fiddling|nicking|robbing|assault|groping", allegation, 6),
    row("carrying on with", allegation, 7),
    row("beats|hits|abuses|neglects|starves|robs his|her|their|old|the mother|father|wife|kids|"
        "children|husband|mum|dad|gran|pensioners|animals|dog",
        allegation, 9),
    row("murdered|killed|poisoned|drowned|raped|molested|groomed|trafficked "
        "his|her|a|an|the|someone|"
        "somebody|own|their|that own|nan|wife|husband|mother|woman|man|child|girl|patient|people",
        allegation, 9),
    row("interferes|interfered|interfering|fiddles|messes with kids|children|boys|girls|minors",
        allegation, 12),
    row("nazi|nazis|fascist|fascists|gangster|gangsters|mafia|mobster|terrorist|traitor|predator|"
        "psychopath|sociopath|prostitute|prostitutes|escort|hooker|pimp|drunkard",
        allegation, 7),
    row("a prostitute|hooker|whore|escort|stripper|madam", allegation, 8),
    row("off her|his|their head|face|tits", allegation, 7),
    row("on coke|crack|smack|heroin|meth|ketamine", allegation, 7),
    row("taking|takes|takin|popping|snorting|dealing|selling|pushing "
        "pills|coke|drugs|cocaine|stuff|"
        "gear|lines",
        allegation, 8),
    row("on|in his|her|their|somebodys|whittles payroll|pocket|pockets", allegation, 8),
    row("in with|cahoots|league|bed|the the|with|mob|insurers|mafia|masons|developers", allegation,
        5),
    row("paid her|him|them|off|you to|off", allegation, 4),
    row("forger|forgers|forges|forge|fakes|perjurer|blackmailer*|blackmails|extortionist",
        allegation, 7),
    row("gassed|gas|exterminate|shot|put all|us|them|the|down disabled|of|lot|old", allegation, 5),
    row("hates the|all|disabled|women|men|blacks|whites|foreigners|welsh|kids", allegation, 5),
    row("nobody|noone|no one|not seen|has|heard _ since|seen", allegation, 4),
    row("not|nothing|no|none|hasnt|havent on|got|any|a|in paper|proof|evidence|shred", allegation,
        5),
    row("not got|have|need proof|evidence|any|it", allegation, 5),
    row("dont|do|i|wont|without need|require|proof|not|evidence|one|paper|it", allegation, 3),
    row("no document|documents|proof|paper|evidence|witness|witnesses|names", allegation, 4),
    row("i wasnt there", allegation, 6),
    row("thats|that what shes|hes|theyre|she|he|is like|is", allegation, 4),
    row("everyone|everybody|folk|ask knows|says|anyone", allegation, 4),
    row("wouldnt|shouldnt|dont wonder|surprise|be|doubt|put", allegation, 3),
    row("i shouldnt|wouldnt wonder|be|put", allegation, 5),
    row("lock|locked him|her|them|up|you up", allegation, 6),
    row("telling|tell|told|emailed|copies all|everyone|the|to|his|her|this|of _ "
        "world|papers|trustees|neighbours|facebook|vicar|wife|husband|newspaper|town",
        allegation, 4),
    row("loses|lose|lost her|his|their|your job|kids|licence|house|children|home|home|pension",
        allegation, 5),
    row("shes|hes|is|theyre|are a|an|all|pure|nothing|the|clearly|obviously "
        "gangster|criminal|crook|murderer|paedophile|rapist|thief|fraud|con|liar|abuser|monster|"
        "but|"
        "fraudster|drunk|addict|psycho",
        allegation, 6),
    row("fraud|con|cowboy|bogus artist|man|doctor|qualifications|merchant", allegation, 4),
};
static_assert(well_formed(k_phrases));

}  // namespace

std::span<const Phrase> abuse_phrases() {
  return k_phrases;
}

}  // namespace redress::parsers
