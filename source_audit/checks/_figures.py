"""Figures that somebody must have counted: how much grew, parts of a whole, averages, how many a year."""

import re
from collections.abc import Iterator
from functools import cache

from attrs import frozen

from source_audit.checks._forms import Forms
from source_audit.checks._near import in_body, lexicon, spoken
from source_audit.claim import ClaimKind
from source_audit.lexicon import Lexicon
from source_audit.reading import Reading
from source_audit.resources import data
from source_audit.span import Span

_BEFORE = 12
_WHICH_HALF = re.compile(
    r"\b(?:north|south|east|west|(?:north|south|east|west)ern|first|second|other|better|top|bottom|lower|upper|left|right|front|back|far)\s$"
)
_OF_WHAT_IS_SET = re.compile(r"\s?(?:the\s)?(?:usual|normal|planned|allotted|scheduled|standard)\b")
_PARTS = r"(?:third|quarter|fifth|tenth|half)"
_SHARE = r"\d[\d.,]*(?:\s?%|[\s-](?:percent|per\s?cent)\b)"
_MILLIONS = (
    r"(?:[$£€]|Rs\s)\s?\d[\d.,]*\s?(?:m|bn|million|billion|trillion|crore)\b"
    r"|\b(?:\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten)\s(?:million|billion|crore)\s(?:dollars|pounds|euros|crowns|rupees)\b"
)
_FEW = r"(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine)"
_MANY = r"(?:two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|10|12|15|20|25|50|100)"
_UNITS = (
    r"(?:days?|weeks?|months?|years?|hours?|minutes?|games?|match(?:es)?|seasons?|points|starts|places|cities|countries"
    r"|states|towns|rounds|languages|volumes|parts)"
)
_TENS = (
    r"(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Tt]welve|[Ff]ifteen|[Tt]wenty"
    r"|[Tt]hirty|[Ff]orty|[Ff]ifty|[Ss]ixty|[Ss]eventy|[Ee]ighty|[Nn]inety)"
)
_SINCE = (
    r"(?:since\s(?:19|20)\d\d"
    r"|in\s(?:the\s(?:past|last)\s)?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)\s(?:years|months)"
    r"|(?:in\sthe\s)?(?:last|past)\s(?:year|month|summer|winter|season)(?:\salone)?)"
)
_SPAN = r"(?:day|week|month|year)"
_MOVED = (
    r"(?:rose|risen|rising|grew|grown|increased|fell|fallen|dropped|declined|decreased|shrank|shrunk|climbed|jumped|surged|soared|slumped"
    r"|plunged|tumbled|up|down|cuts?)"
)
MOVES = re.compile(
    r"\b(?:doubled|tripled|trebled|quadrupled|halved)\s(?:since|in|over|between|within|last|this|from)\b"
    rf"|\bby\s(?:almost\s|nearly\s|more\sthan\s|about\s)?(?:a\s{_PARTS}|half)\b"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten)fold\b"
    r"|\b(?:[Aa]|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our)\s(?:third|quarter|fifth|tenth)s?\sof\s(?:all|the|its|their|(?:[a-z-]+\s)?[a-z]{3,}s)\b"
    r"|\b[Hh]alf\sof\s(?:all|the|[a-z]{3,}s)\b"
    rf"|\b[Oo]ne\s(?:[a-z-]+\s){{1,3}}?in\s{_MANY}(?!\s{_UNITS}|\s?[\d%A-Z]|\sin\s)\b"
    rf"|\b{_FEW}\s(?:[a-z-]+\s){{0,2}}?[a-z-]+s\sin\s{_MANY}(?!\s(?!is\b|was\b|has\b)[a-z-]+s\b|\s{_UNITS}|\s?[\d%A-Z])\b"
    rf"|\b{_TENS}\s(?:percent|per\s?cent)\sof\s(?:all|the|its|their|[a-z]{{3,}}s)\b"
    rf"|\b{_FEW}\s(?:in|out\sof)\s{_MANY}(?=\s(?:of\s)?(?!{_UNITS})[a-z]{{2,}})"
    r"|\b[Ee]very\s(?:third|fourth|fifth|tenth)\s(?:one|child|adult|person|home|family|household)\b"
    r"|\b[Oo]ne\s(?:adult|child|person|woman|man|worker|pupil|student|household|home|family|patient)\sin\s(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)\b"
)
"""Growth and parts of a whole, in words."""
COUNTS = Forms(
    (
        ("%", "cent"),
        (
            rf"\b{_MOVED}\s(?:by\s)?(?:\w+\s){{0,3}}?(?P<moved>{_SHARE})"
            rf"|\bby\s(?:(?:almost|nearly|about|around|over|more\sthan)\s)?(?P<by>{_SHARE})"
            rf"|(?P<part>{_SHARE})\s(?:of\s(?:(?:the|all|its|their|his|her|our|those|these|adults?)\b|[a-z]+s\b)|more\b|less\b|fewer\b|higher\b|lower\b)"
            rf"|\b(?:stands?|stood|runs?|remains?|is)\sat\s(?P<level>{_SHARE})"
        ),
    ),
    (
        ("day", "week", "month", "year"),
        (
            r"(?<![\w.,$£€¥-])(?P<yearly>(?:\d{1,3}(?:,\d{3})+|[2-9]\d|\d{3}|\d[\d.]*\s(?:million|billion))\s"
            r"(?!miles|feet|metres|meters|tonnes|tons|years|km|square|acres|days|hours|minutes|times|dollars|pounds|euros|pesos|rupees|yuan|yen)"
            rf"(?:[a-z-]+\s){{1,4}}?(?:(?:a|each|every|per)\s{_SPAN}|last\syear))\b"
            rf"|(?P<worth>(?:{_MILLIONS})\s(?:a|each|every|per)\s{_SPAN})\b"
        ),
    ),
    (
        ("illion",),
        r"(?<![\w.,$£€¥-])(?P<many>\d[\d.]*\s(?:million|billion)\s(?:people|viewers|homes|households|children|adults|workers|patients|voters))\b",
    ),
    (
        ("cost", "amage", "oss", "hortfall", "eficit", "worth", "short"),
        (
            rf"\b(?:has|have)\scost\s(?:\w+\s){{1,3}}?(?P<cost>{_MILLIONS})"
            rf"|\b(?:[Dd]amages?|[Ll]oss(?:es)?|[Ss]hortfall|[Dd]eficit|[Ll]and\sworth)\s(?:\w+\s){{0,8}}?(?P<loss>{_MILLIONS})"
            rf"|\bis\s(?P<short>(?:{_MILLIONS})\sshort)\b"
        ),
    ),
    (
        ("since ", " years", " months", "last ", "past "),
        (
            r"(?<![\w.,$£€¥-])(?P<toll>\d{1,3}(?:,\d{3})*\s(?:[a-z-]+\s){0,2}?(?:people|civilians|riders|workers|children|women|men|patients|passengers|miners|deaths|drownings|cases|fires|accidents|crashes|incidents)"
            rf"\s(?:[\w,’-]+\s){{0,8}}?{_SINCE})\b"
            r"|\b(?:killed|injured|hurt|displaced|evicted)\s(?P<killed>\d{1,3}(?:,\d{3})*\s(?:[a-z-]+\s){1,5}?"
            rf"{_SINCE})\b"
        ),
    ),
    (
        ("average", "median"),
        r"\b(?P<average>[Tt]he\s(?:average|median)\s(?:[\w’'-]+\s){1,7}?(?:is|was|are|were|rose|fell|went|takes?|costs?|lasts?|has|had|now)\s(?:[\w-]+\s){0,6}?[$£€]?\d[\d.,]*)",
    ),
    (
        ("homes", "house", "families", "businesses", "are"),
        (
            r"(?<![\w.,$£€¥-])(?P<total>(?:[Aa]bout|[Aa]round|[Rr]oughly|[Nn]early|[Aa]lmost|[Mm]ore\sthan|[Oo]ver)\s\d{1,3}(?:,\d{3})+\s"
            r"(?:homes|households|families|businesses|houses|of\sthe\s[a-z]+\sare)\b)"
        ),
    ),
)
"""Shares with what they are of, and counts, in digits."""
NAMELESS = re.compile(
    r"\b(?:[Aa]|[Oo]ne|[Aa]nother|[Ss]ome|[Ss]everal|[Mm]any)\s(?:(?:new|recent|earlier|big|major)\s)?(?:study|survey|poll|studies|surveys|polls)\s"
    r"(?:in\s\d{4}\s|last\syear\s)?(?:has\s|have\s)?(?:also\s)?(?:found|finds?|shows?|showed|shown|suggests?|suggested|put)\b"
    r"|\b(?:[Ss]tudies|[Ss]urveys|[Pp]olls|[Pp]oll\safter\spoll|[Ss]tudy\safter\sstudy)\s"
    r"(?:shows?|suggests?|find|(?:has|have)\s(?:also\s|long\s|repeatedly\s)?(?:found|shown|suggested))\b"
)
"""A study or poll, and what it found, without anything that says which it was."""
_SIGNS = (
    *(
        "%",
        "cent",
        "million",
        "billion",
        "crore",
        "£",
        "$",
        "€",
        " average ",
        " median ",
        " homes",
        " house",
        " of the ",
        "families",
    ),
    *(
        " a day",
        " a week",
        " a month",
        " a year",
        " each ",
        " every ",
        " per ",
        " last week",
        " last month",
        " last year",
        "since ",
        " years",
        " months",
        "last ",
        "past ",
        "businesses",
    ),
)
"""Without one of these a sentence holds no such count."""
_DIGIT = re.compile(r"[0-9]")


@frozen
class Figure:
    """A figure, the sentence that it stands in, whether that has a link, and whether it is surely a count."""

    span: Span
    sentence: Span
    linked: bool
    sure: bool


def own_figures(reading: Reading) -> Iterator[Figure]:
    """Yield each sentence of the body with its first figure outside quotation marks, in order."""
    quoted = spoken(reading)
    found: dict[Span, Figure] = {}
    for claim in reading.claims:
        signs = (sign.span for sign in claim.signs if sign.kind is ClaimKind.FIGURE and not quoted.touches(sign.span))
        figure = next((span for span in signs if not _is_part_of_one(reading.text, span)), None)
        if figure and in_body(reading, claim.span):
            found[claim.span] = Figure(figure, claim.span, bool(claim.links), _is_in_words(reading.text, figure))
    for sentence, span in _shaped(reading):
        known = found.get(sentence)
        if quoted.touches(span) or (known and known.sure) or _is_part_of_one(reading.text, span):
            continue
        if known is None and not _is_claimed(reading, sentence):
            continue
        sure = _hedges().first(reading.text, sentence) is None
        linked = bool(list(reading.links_in(sentence)))
        found[sentence] = Figure(known.span if known else span, sentence, linked, sure)
    yield from sorted(found.values(), key=lambda one: one.span.start)


def _is_part_of_one(text: str, figure: Span) -> bool:
    """Tell whether "half of the" is a part of one thing: "the southern half of the world", "half of the usual time"."""
    before = text[max(figure.start - _BEFORE, 0) : figure.start]
    return bool(_WHICH_HALF.search(before) or _OF_WHAT_IS_SET.match(text, figure.end))


def _shaped(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield the sentences that say how much moved, or how many of whom, each with the words that say so."""
    text, signed = reading.text, lexicon("figures", "moving").everywhere(reading.text).spans
    for sentence in dict.fromkeys(reading.sentence_at(place.start) for place in signed):
        if sentence and in_body(reading, sentence):
            for form in (MOVES, NAMELESS):
                if match := form.search(text, sentence.start, sentence.end):
                    yield sentence, Span(*match.span())
    yield from _counted(reading)


def _counted(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield the sentences that hold a count in digits, each with its words."""
    text = reading.text
    for block in reading.document.body:
        end = block.span.start
        while digit := _DIGIT.search(text, end, block.span.end):
            sentence = reading.sentence_at(digit.start()) or Span(digit.start(), digit.end())
            end = max(sentence.end, digit.end())
            if any(map(sentence.of(text).__contains__, _SIGNS)):
                count = COUNTS.search(text, sentence.start, sentence.end)
                if count:
                    yield sentence, Span(*count.span(count.lastgroup or 0))


def _is_claimed(reading: Reading, sentence: Span) -> bool:
    """Tell whether a sentence is about something that somebody has to count: no result, and nothing that is set."""
    return not any(lexicon("figures", name).first(reading.text, sentence) for name in ("results", "set"))


def _is_in_words(text: str, figure: Span) -> bool:
    return not _DIGIT.match(text, figure.start)


@cache
def _hedges() -> Lexicon:
    return Lexicon(data("figures")["conditional"])
