"""What reads like somebody without a name who tells the reporter something, and is not."""

import re
from bisect import bisect_right
from functools import cache

from source_audit.attribution import SourceKind
from source_audit.checks._introductions import first_names, role_words
from source_audit.checks._near import lexicon, once
from source_audit.reading import Reading
from source_audit.resources import data
from source_audit.span import Span

_BEHIND = 100
_BEFORE = 300
_GOES_ON = 700
_ADULT = 18
_WORD = re.compile(r"[\w’'-]+")
_STOPS = frozenset(["of", "who", "whose", "that", "with", "at", "from", "in", "on", "for", "by", "to", "about", "set"])
_DONE = re.compile(r"\w+(?:ed|wn|en)|sent|held|made|kept|read|put")
_ONE = re.compile(r"one", re.IGNORECASE)
_NOT_ONE = re.compile(r"\b[Nn]o\s$")
_WHENEVER = re.compile(r"\b(?:[Ww]hen|[Ww]henever|[Ii]f|[Uu]nless)\s$")
_ANYBODY = re.compile(r"\s(?:can|could|may|might|must|should|would|has\sto|had\sto|cannot|never|always|only)\b")
"""What "one" does who is everybody."""
_FIRST_OF_TWO = re.compile(r"\b[Oo]ne\s(?:of\sthe\s)?(?:[a-z-]{2,20}\s){0,2}?([a-z-]{2,20})\b")
_SAYS = re.compile(r"\b(?:said|says|say|told|tells|added|recalled|according\sto)\s$")
_NAME = re.compile(r"[^.!?“”\"\n]{0,80}?,\s((?:[A-Z][\w’'-]*\.?\s){1,3}[A-Z][\w’'-]+)(?=[.,;]|\s[—–(])")
_THE_NAMED = re.compile(
    r"\b[Tt]he\s(?:[a-z-]{2,20}\s){0,2}([a-z-]{3,20}),?\s(?:the\sRev(?:\.|erend)?\s|(?:named|called|identified)\s(?:later\s)?as\s)?"
    r"(?:[A-Z][\w’'-]*\.?\s){1,3}[A-Z][\w’'-]+(?=,|\s\()"
)
"""Somebody told of before gets a name ("The spokesman, the Rev. Luca Sartori, said")."""
_OBJECT = re.compile(
    r"\s(?:(?P<pronoun>him|her|them|himself|herself)(?=\s(?!own\b)|[,.:])"
    r"|(?:the|a|an|his|her|their|its|one|two|three|another|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day['’]s)\s(?P<noun>(?:[a-z’'-]{2,20}\s?){1,4})"
    r"|(?P<title>(?:Mr|Mrs|Ms|Dr|Sen|Rep|Prof|Sir|Lord|Lady|Cllr)\.?\s[A-Z])"
    r"|(?P<name>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)|(?P<several>(?!this\b)[a-z-]{3,20}s)\b)"
)
"""Whom somebody tells or asks."""
_ORDERS = re.compile(r"\s(?:not\s)?to\s[a-z]")
"""Somebody is told what to do."""
_RITES = re.compile(r"\s(?:[Mm]ass|grace|(?:a\s)?prayers?|goodbye|farewell|hello|nothing|little|no\smore)\b")
"""What somebody says who tells nothing."""
_AGE = re.compile(r"\b(\d{1,2})[ -]years?[ -]olds?\b|(?:,\s|\baged\s)(\d{1,2})(?=[,;.)]|$)")
_YEARS = re.compile(
    r"\bof\s(?:five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)$"
)


def is_thing(description: str) -> bool:
    """Tell whether a description is of a text or a body ("a fact sheet lawmakers released"), and of nobody."""
    words = _WORD.findall(description)
    if len(words) == 1:
        return words[0].lower() in ("a", "an", "the")
    place = next((at for at, word in enumerate(words[1:], start=1) if word.lower() in _things()), None)
    if place is None or any(_is_person(word.lower()) for word in words[:place]):
        return False
    while place + 1 < len(words) and words[place + 1].lower() in _things():
        place += 1
    after = words[place + 1] if place + 1 < len(words) else None
    one = words[0].lower() in ("a", "an", "one", "another")
    many = after is not None and one and after.endswith("s") and not after.endswith("ss")
    return (
        after is None
        or many
        or after in _STOPS
        or not after[0].islower()
        or after.endswith("ly")
        or _DONE.fullmatch(after) is not None
    )


def _is_person(word: str) -> bool:
    return not {word, word.removesuffix("s")}.isdisjoint(role_words()) or word in _informants()


@cache
def _informants() -> frozenset[str]:
    return frozenset({*data("informants")["heads"], *data("informants")["loose"], *data("informants")["never_named"]})


@cache
def _things() -> frozenset[str]:
    """Return the words for texts and bodies."""
    roles = data("roles")
    bodies = {*roles["any_body"], "poll", "study", "survey"}
    return frozenset({*roles["documents"], *bodies, *data("informants")["texts"]})


def is_anybody(text: str, mention: Span) -> bool:
    """Tell whether a mention is of everybody or nobody ("one has to choose", "no one", "when a leader says")."""
    if _WHENEVER.search(text, max(0, mention.start - 12), mention.start):
        return True
    if not _ONE.fullmatch(text, mention.start, mention.end):
        return False
    return bool(_NOT_ONE.search(text, max(0, mention.start - 4), mention.start) or _ANYBODY.match(text, mention.end))


def is_another_thing(text: str, mention: Span) -> bool:
    """Tell whether "another" is one more of the bodies or texts told of before ("One firm says ... Another ...")."""
    first = list(_FIRST_OF_TWO.finditer(text, max(0, mention.start - _BEFORE), mention.start))
    return bool(first) and first[-1][1] in _things()


def is_named_behind(reading: Reading, mention: Span) -> bool:
    """Tell whether a description behind its verb ends with the name ("said a nurse who was there, Esther Nkomo.")."""
    text = reading.text
    if not _SAYS.search(text, max(0, mention.start - 20), mention.start):
        return False
    start = mention.end - 1
    found = _NAME.match(text, start, min(len(text), start + _BEHIND))
    if found is None:
        return False
    return found[1] in _people(reading) or found[1].split()[0].lower() in first_names()


def is_named_again(reading: Reading, mention: Span, head: str) -> bool:
    """Tell whether the text goes on with "the" person of a mention and a name ("The spokesman, Luca Sartori")."""
    places = _named_again(reading).get(head, [])
    behind = bisect_right(places, mention.end)
    return behind < len(places) and places[behind] <= mention.end + _GOES_ON


@once
def _named_again(reading: Reading) -> dict[str, list[int]]:
    """Return where "the" bearers of an office are named, by the noun."""
    found: dict[str, list[int]] = {}
    for named in _THE_NAMED.finditer(reading.text):
        found.setdefault(named[1], []).append(named.start())
    return found


@once
def _people(reading: Reading) -> frozenset[str]:
    """Return the names of the people who are sources, and their last words."""
    named = [each.name for each in reading.sources if each.named and each.kind is SourceKind.PERSON]
    return frozenset({*named, *(name.split()[-1] for name in named)})


def is_for_others(reading: Reading, cue: Span) -> bool:
    """Tell whether somebody tells or asks somebody else, and not the reporter ("a friend told the mayor that ...")."""
    text = reading.text
    verb = text[cue.start : cue.end].lower()
    if _RITES.match(text, cue.end):
        return True
    if not verb.endswith(("told", "tells", "tell", "telling", "asked", "asks")):
        return False
    found = _OBJECT.match(text, cue.end, min(len(text), cue.end + _BEHIND))
    if found is None:
        return False
    if found["noun"]:
        return set(found["noun"].split()).isdisjoint(data("informants")["press"])
    if found["name"]:
        ordered = _ORDERS.match(text, found.end("name")) is not None
        known = not _people(reading).isdisjoint((found["name"], found["name"].split()[0]))
        return verb.endswith(("asked", "asks")) or ordered or known
    return found["several"] is None or found["several"] not in data("informants")["press"]


def is_protected(reading: Reading, mention: Span) -> bool:
    """Tell whether a mention is of a victim or a child, by its head ("a boy of twelve") or by an age."""
    words = mention.of(reading.text)
    ending = lexicon("reasons", "head_ends").first(words)
    head = words[: ending.start if ending else None].split(",")[0].rstrip()
    protected = any(span.end == len(head) for span in lexicon("reasons", "protected").find(head))
    return protected or _is_minor(reading, mention)


def _is_minor(reading: Reading, mention: Span) -> bool:
    """Tell whether a mention gives the age of a child ("A ball girl, 13", "a schoolgirl of nine")."""
    told = reading.text[mention.start : mention.end]
    behind = reading.text[mention.end : mention.end + 6]
    ages = _AGE.finditer(told + (behind if behind.startswith(", ") else ""))
    return any(int(age[1] or age[2]) < _ADULT for age in ages) or _YEARS.search(told) is not None
