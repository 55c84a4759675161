"""What the main verb of a sentence says where it ranks, gives a cause or foretells."""

from source_audit.checks._forms import Forms

_BE = r"(?:is|are|was|were|has\sbecome|have\sbecome|became|remains?|ha[sd]|have|(?:will|would)\s(?:be|become))"
_ADVERBS = r"(?:now\s|still\s|probably\s|easily\s|already\s|among\s|by\s(?:far|common\sconsent)\s){0,2}"
_OF = r"(?:the\s|its\s|their\s|his\s|her\s|some\sof\sthe\s|[A-Z][\w’'-]{1,25}[’']s?\s)"
_TOP = (
    r"(?:biggest|largest|smallest|highest|lowest|worst|best|longest|shortest|fastest|slowest|richest|poorest|strongest"
    r"|weakest|deadliest|costliest|busiest|tallest|heaviest|cheapest|dearest|steepest|safest|dirtiest|cleanest|greenest|finest|hardest"
    r"|closest|gravest|bleakest|cruellest|sharpest|bitterest)"
)
_MOST = (
    rf"(?:{_TOP}(?:[\s-](?:paid|known|selling|performing|funded|growing))?"
    r"|(?:most|least)\s(?!of\b|part\b|recent\b|likely\b)[a-z-]+\s(?!form|kind|type|sort|moment|part|scene|character)[a-z]+)"
)
_CHIEF = (
    r"(?:biggest|largest|leading|main|greatest|highest|lowest|chief|top)\s(?:single\s)?(?:source|loss|rise|fall|cause|reason|risk|threat|driver|killer"
    r"|problem|failure|increase|drop|contributor|scandal|obstacle|polluter|danger)s?"
)
_AREA = (
    r"(?:the\s(?:[a-z]+\s){0,2}(?:country|county|region|province|state|nation|city|town|world|district|division|league|west|east|north|south|continent|island|islands|sector"
    r"|industry|territory|area|coast)|[A-Z]|American|its\shistory|history|living\smemory|modern\stimes|recent\smemory)"
)
_SCOPE = (
    rf"(?:in\s{_AREA}|on\s(?:the\s(?:coast|island|continent|river|market|route|line)|record|[a-z]+\sland|earth)|since|ever|of\s(?:its|their|any|all|his|her|the)"
    r"|by\sany|for\s(?:[a-z]+\s)?(?:years|decades)|for\s(?:a|half\sa)\s(?:decade|century|generation)|we\sknow|the\s[a-z]+\s(?:has|have|had)\b"
    r"|to\sdate|outside|this\scentury|between)"
)
_TURN = (
    r"(?:rise|fall|increase|drop|incident|loss|losses|surge|jump|decline|shake-up|defeat|turnout|failure|outbreak"
    r"|shortage|slump|delays?|crisis|cut|cuts)"
)

RANKS = Forms(
    (
        ("the", "its", "their", "his", "her", "’s", "'s"),
        (
            rf"\b{_BE}\s{_ADVERBS}(?:one\sof\s)?{_OF}"
            rf"(?:{_MOST}(?=[^.;!?]{{0,60}}\b{_SCOPE})|{_CHIEF})\b"
        ),
    ),
    (("the",), rf"\bthe\s(?:most\s[a-z]+|{_TOP})\s{_TURN}\s(?=[^.;!?,]{{0,40}}\b{_SCOPE})"),
    (
        ("than",),
        (
            r"\b(?:more|less|worse|better|higher|lower|fewer|faster|slower|longer|later|harder|further)\s"
            r"(?:[a-z]+\s){0,4}?than\s(?:any|all)\b(?!\s(?:of|one|other\s(?:time|way)|time|way)\b)(?!thing)"
        ),
    ),
    (("kind",), r",\sthe\s(?:first|oldest|largest|only)\sof\s(?:its|their)\skind\b"),
    (("kind", "evidence"), r"\b(?:is|was)\sthe\sfirst\s(?:of\sits\skind\b|evidence\b)"),
    (
        ("first",),
        r"\b(?:a|the)\s(?:world|country|nation|region)[’']s\sfirst\s(?!lady|minister)[a-z]+\s(?:that|which|to)\b",
    ),
    (
        ("ever",),
        r"\bthe\s(?:closest|worst|biggest|deadliest|bitterest)\s[a-z\s]{3,30}\s(?:ha[sd]|have)\sever\s(?:seen|known|had)\b",
    ),
    (
        ("than",),
        rf"\b{_BE}\s(?:a\s)?(?:[a-z]+\s)?(?:worse|better|higher|lower|more|less)\b[^.;!?]{{0,30}}\bthan\sany\s(?:other|one|of)\b",
    ),
    (("ever",), r"\b(?:No|None|no)\b[^.,;!?]{1,50}\s(?:ha[sd]|have)\sever\s[a-z]+"),
    (
        ("No ",),
        r"\bNo\s(?:one\sin\s[A-Z]|other\s[a-z]+|[a-z]+\s[a-z]+\s(?:ha[sd]|have)|[a-z]+\sin\s)(?:[^.,;!?]{0,40})\s(?:so|as|finer|better|worse|more|less|faster)\b",
    ),
    (
        ("No",),
        r"\bNo\s[a-z]+\sin\s[^.;!?]{1,30}\s(?:ha[sd]|have)\s(?:tried|done|seen|built|lost|spent)\s(?:anything|so|as|more)\b",
    ),
    (
        ("Nothing", "othing since"),
        r"\bNothing\slike\s(?:it|this|that)\s(?:ha[sd]|is|was)\b|\b[Nn]othing\ssince\s[^.,;!?]{2,40}\s(?:ha[sd]|have)\b",
    ),
    (("hardest", "worst"), r"\bwas\sthe\s(?:hardest|worst)(?=[.!?])"),
    (("record",), r"(?<![^.!?]\s)\b(?:That|This|It)\s(?:is|was)\sa(?:\snew|n\sall-time)?\srecord\b(?=[.,;]|\sfor\b)"),
    (("because",), r"\bfor\sthe\sfirst\stime\sin\s[a-z0-9]+\s(?:years|decades)\sbecause\sof\b"),
)
"""Ranks of which somebody must have made a list, or that are somebody's judgement."""

_WORSE = (
    r"(?:worse|better|harder|poorer|richer|weaker|stronger|safer|slower|faster|dearer|cheaper|fat|fatter|ill|sick"
    r"|ungovernable|unlivable|unsafe|(?:more|less)\s[a-z]+)"
)
_GROWTH = (
    r"(?:rise|rises|surge|fall|drop|increase|increases|spike|growth|decline|shortage|shortages|wave|spate|exodus|boom|slump|outbreak|outbreaks|failure|failures|delay|delays"
    r"|deaths?|collapse|crisis|jump|rash|run)"
)
CAUSES = Forms(
    (
        ("done", "cause", "killed", "cost", "generation"),
        (
            r"\b(?:has|have)\sdone\s(?:lasting|great|serious|untold|terrible)\s(?:damage|harm)\sto\b"
            r"|(?<=s\s)cause\s(?!of\b|for\b)[a-z]+|\b(?:has|have)\skilled\s(?:more|off)\b"
            r"|\bcosts?\sthe\s(?:average|typical)\s[a-z]+\sa\b|\b(?:has|have)\s(?:ruined|wrecked|destroyed)\sa\sgeneration\b"
        ),
    ),
    (("blame",), r"\b(?:is|are|was|were)\s(?:largely\s|partly\s|also\s|mostly\s|chiefly\s)?to\sblame\b"),
    (
        ("behind",),
        rf"\b(?:is|are|was|were)\s(?:largely\s|partly\s|also\s|mostly\s)?behind\s(?:the|a|an|this|much\sof\sthe|most\sof\sthe)\s(?:[a-z-]+\s){{0,2}}{_GROWTH}\b",
    ),
    (
        ("reason", "cause"),
        (
            r"\b(?:is|was|are|were)\s(?:the\s(?:main|real|only|true|chief|single)\s(?:reason|cause)s?\b|why\sthe\b)"
            r"|\bThe\s(?:real|true|main|only)\s(?:reason|cause)\s(?:[a-z]+\s){0,6}?(?:is|was)\b"
        ),
    ),
    (
        ("made",),
        rf"\b(?:has|have|ha[sd]\salso|have\salso|which|also)\smade\s(?:[\w’'-]+\s){{1,6}}?{_WORSE}(?=[\s.,;])|\b(?:was|were|been)\smade\sworse\sby\b|\bmade\sit\sworse\b",
    ),
    (
        (
            "emptied",
            "poisoned",
            "ruined",
            "wrecked",
            "crippled",
            "gutted",
            "choked",
            "hollowed",
            "starved",
            "bankrupted",
        ),
        (
            r"\b(?:has|have)\s(?:already\s|also\s)?(?:emptied|ruined|wrecked|crippled|gutted|choked|hollowed\sout|starved|bankrupted)\s(?:the|its|their|a|every|whole|our)\b"
            r"|\b(?:has|have)\sbeen\s(?:poisoned|ruined|wrecked|crippled|hollowed\sout)\sby\b"
        ),
    ),
    (
        ("pushed", "driven", "forced"),
        (
            r"\b(?:has|have)\s(?:also\s|already\s)?(?:pushed|driven)\s(?!by\b)(?:[\w’'-]+\s){1,6}?(?:past|above|below|up|down|out\sof|on\s?to)\s"
        ),
    ),
    (
        ("what", "why"),
        r"\b(?:is|are)\swhat\s(?:keeps?|makes?|drives?|holds?|causes?)\b|(?<!That\s)(?<!This\s)(?<!that\s)(?<!this\s)(?<!which\s)\bare\swhy\s(?:the|so|[a-z]+s)\b",
    ),
    (
        ("t was", "t is"),
        r"\b[Ii]t\s(?:is|was)\s(?:the\s|its\s|their\s)?[^.;,!?]{3,40}\sthat\s(?:(?:has|have|had)\s(?:emptied|turned|cost|killed|made|sunk|driven|broken|ruined)|turned|cost|killed|sank|broke|drove|ruined|caused)\b",
    ),
    (
        ("cost",),
        r"\b(?:has|have|that|which)\scost\s(?:the\s|its\s|their\s)?[A-Za-z-]+\s(?:its|their|his|her|the\strust)\b",
    ),
    (
        ("mostly", "mainly", "largely", "chiefly"),
        r"\b(?:(?:mostly|mainly|largely|chiefly)\s(?:triggered|caused|driven|fuelled|fueled)|(?:triggered|caused|driven|fuelled|fueled)\s(?:mostly|mainly|largely|chiefly))\sby\b",
    ),
    (
        ("result",),
        r"\b(?:(?:has|have)\s(?:suffered|fallen|risen|grown|dropped|closed|collapsed)|(?:is|are)\s(?:dying|suffering|falling|rising|closing|leaving))\sas\sa\s(?:direct\s)?result(?=[.;])",
    ),
    (
        ("in half", "by half", "by a "),
        r"\b(?:has|have)\scut\s(?:[\w’'-]+\s){1,6}?(?:in|by)\s(?:half|a\s(?:third|quarter|fifth|tenth))\b",
    ),
)

_BY = (
    r"(?:\bwithin\s(?:days|weeks|months|a\s(?:year|month|week|decade)|[a-z]+\s(?:days|weeks|months|years)|years)\b"
    r"|\bfor\s(?:good|ever|years|decades|generations)\b|\bforever\b|\bby\s20\d\d\b"
    r"|\b(?:this|next)\s(?:spring|summer|autumn|fall|winter|year|season)\b)"
)
FORETELLS = Forms(
    (
        ("will",),
        (
            r"\bwill\s(?:push|empty|cripple|wipe\sout|destroy|bankrupt|ruin|kill|collapse|fold|devastate|drive|double|triple|quadruple|halve"
            r"|run\sout|have\sto\sbe\s(?:replaced|closed|abandoned)|be\sworth)\b"
            rf"(?=[^;!?]{{0,80}}{_BY})"
        ),
    ),
    (("would",), r"\bwould\s(?:prevent|cripple|wipe\sout|bankrupt|ruin|devastate)\s(?:more|all|most|the|many|half)\b"),
)
