"""How a text says, beside a description of somebody unnamed, that they saw, did or underwent what they tell."""

import re
from collections.abc import Iterator
from functools import cache

from source_audit.attribution import Attribution, Kind, Source, SourceKind
from source_audit.checks._informants import head_of, is_routine
from source_audit.checks._near import once
from source_audit.reading import Reading
from source_audit.resources import data
from source_audit.span import Span

_REACH = 240
_SENTENCE = 40
_MOST = 20
_NEAR_GROUP = 500
_AGAIN = (
    r"[.!?][”\"’']?\s+(?:Both|They|He|She|One|All(?: of them)?|(?:The )?(?:[Tt]wo|[Tt]hree|[Ff]our)|"
    r"The\s(?P<who>[a-z]{3,20}))\s(?:of\sthem\s)?"
)
_THERE = re.compile(
    _AGAIN + r"(?:(?:had|have|has)\s(?:just\s)?"
    r"(?:been\s(?:at|in|on|present|briefed)|come\sfrom|seen|read|attended|heard|sat|taken\spart|worked)|"
    r"(?:was|were)\s(?:at|in|on|present|there|briefed)|saw|read|attended|heard|sat\sin|took\spart|worked\son|"
    r"(?:showed|shared|provided|played|read)\s(?:us|this|our|the\s[A-Z]))\b"
)
"""The next sentence says how the source knows ("Both had been at the meeting.")."""
_WENT_ON = re.compile(
    _AGAIN + r"(?:had|has|have|was|were)\s(?:been\s|just\s|also\s|once\s|already\s)?(?P<done>[a-z]+)\b"
)
_OWN_ACT = re.compile(
    r"(?:that\s)?(?:he|she|they|both)(?:\s(?:and|or)\s(?:[\w’'-]{1,20}\s){1,3}?(?=(?:had|have|were|was|are)\b)|\s)"
    r"(?P<aux>(?:had|have|has|was|were|is|are)\s)?(?:(?:been|also|just|once|still|already|now|often|twice|\w+ly)\s){0,2}[“\"‘]?(?P<verb>[a-z]+)"
)
"""What somebody is reported to have said of their own doings ("that she had been told to leave")."""
_NOT_DONE = re.compile(
    r"(?:not|never)\s(?:had|been|seen|slept|eaten|worked|missed|taken|received|got|paid|heard|met|left|known)\b"
)
"""What somebody did not have or do, behind "she had"."""
_I_HAD = re.compile(r"\b(?:I|[Ww]e)[’']?(?:ve|d)?\s(?:had|have|put|kept|lost|bought|sold)\s(?:all\s)?(?:my|our)\b")
_I = re.compile(
    r"\b(?:I|[Ww]e|[Mm]y\s[a-z]{3,12})(?:[’'](?:ve|d|m|re))?\s(?:(?:just|also|once|always|still|already|\w+ly)\s)?([a-z]+)(?:\s([a-z]+))?"
)


_NUMBER = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|(?:a|half\sa)\sdozen|dozens\sof|\d{1,3})"
)
_MET = re.compile(
    r"\b(?:spoke|spoken|talked|speaking|conversations|interviews)\s(?:to|with)\s|\binterviewed\s",
)
_MET_GROUP = re.compile(
    rf"(?:(?:more\sthan|some|about|around|nearly|over)\s)?{_NUMBER}\s(?P<who>[^.!?,;:\n“”\"]{{4,120}})"
)
"""Whom the reporter met ("GameWire spoke to seven people who worked on the game"): those quoted later are of them."""
_GROUP_BEFORE = re.compile(
    rf"(?:^|[.!?][”\"’']?\s|\n|\baccording\sto\s|[”\"’]\s(?:said|says)\s)(?i:{_NUMBER}|forty|fifty|twenty|thirty|both|one)\s(?:of\s(?:the|his|her|its|their)\s)?"
    r"(?P<who>[a-z’'-]{2,20}(?:\s[a-z’'-]{2,20}){0,2}?(?=,|\.|\s(?:who|said|says|told|had|have|has|were|was)\b)(?:\swho\s[^.!?,;:\n“”\"]{3,60})?)"
)
"""A group of which "one" and "another" are members."""


_MEMBER = re.compile(
    r"(?:one|another|(?:a|the)\s(?:second|third|fourth|fifth|other))(?:\sof\sthem)?(?:$|,)", re.IGNORECASE
)
"""One of those told of right before."""
_WHO = re.compile(r"\bwho\s(?:(?:had|has|have|was|were|is|are|still|once|also)\s){0,2}(?P<verb>[a-z]+)")


def is_of_those_met(reading: Reading, source: Source) -> bool:
    """Tell whether a source is of people of whom the text says earlier that it met them, and how they know."""
    if not source.mentions or {head_of(source.name), f"{head_of(source.name)}s"} & _about_others():
        return False
    return any(place < source.mentions[0].start for place in _met(reading)[:1])


@once
def _met(reading: Reading) -> list[int]:
    """Return where the text says whom the reporter met, with how these people know."""
    text, found = reading.text, []
    for met in _MET.finditer(text):
        group = _MET_GROUP.match(text, met.end())
        if group and _took_part(group["who"]):
            found.append(met.start())
    return found


def is_of_informed(reading: Reading, source: Source) -> bool:
    """Tell whether somebody is "one" or "another" of a group of whom the sentences before tell how they know."""
    if not source.mentions or not _MEMBER.match(source.name):
        return False
    start = source.mentions[0].start
    before = list(_GROUP_BEFORE.finditer(reading.text, max(0, start - _NEAR_GROUP), start))
    return bool(before) and _took_part(before[-1]["who"])


def _took_part(group: str) -> bool:
    """Tell whether the words for a group say that its members did something or were there ("signatories")."""
    nouns = {form for word in group.split() for form in (word, word.removesuffix("s"))}
    if not nouns.isdisjoint(data("anonymity")["witnesses"]):
        return True
    did = _WHO.search(group)
    return did is not None and did["verb"] not in _no_doings()


def is_told_how(reading: Reading, source: Source) -> bool:
    """Tell whether the sentence behind a mention says that the source was there, saw it or shows it."""
    behind = (_THERE.search(reading.text, end - 2, _stop(reading.text, end)) for end in _ends(reading, source))
    return any(_is_again(source, found) for found in behind if found)


def tells_own(reading: Reading, source: Source) -> bool:
    """Tell whether a source tells of its own doings, and not on behalf of others or of others."""
    head = head_of(source.name)
    if source.kind is SourceKind.ORGANISATION or is_routine(source) or {head, f"{head}s"} & _about_others():
        return False
    if any(_tells_own(reading, said) for said in map(reading.attribution, source.attribution_ids[:_MOST])):
        return True
    behind = (_WENT_ON.search(reading.text, end - 2, end + _SENTENCE) for end in _ends(reading, source))
    return any(found["done"] not in _no_doings() and _is_again(source, found) for found in behind if found)


def is_witness(source: Source) -> bool:
    """Tell whether a description says that somebody was there ("an eyewitness", "a passenger")."""
    head = head_of(source.name)
    return not {head, head.removesuffix("s"), head.removesuffix("es")}.isdisjoint(data("anonymity")["witnesses"])


def _is_again(source: Source, found: re.Match[str]) -> bool:
    """Tell whether a sentence goes on about a source: by a pronoun, or by the noun that described it."""
    return found["who"] is None or found["who"] in (head_of(source.name), "person")


def _stop(text: str, end: int) -> int:
    """Return how far behind a sentence to look: to the end of its paragraph."""
    stop = text.find("\n", end, end + _REACH)
    return end + _REACH if stop < 0 else stop


def _ends(reading: Reading, source: Source) -> Iterator[int]:
    """Yield where the sentences end that mention a source."""
    for mention in source.mentions[:_MOST]:
        yield from (sentence.end for sentence in reading.sentences_in(mention))


def _tells_own(reading: Reading, said: Attribution) -> bool:
    if not said.contents:
        return False
    words = said.contents[0]
    if said.kind is Kind.INDIRECT or reading.text[words.start] not in "“\"'‘":
        act = _OWN_ACT.match(reading.text, words.start, words.end)
        if act:
            if " been " in act[0]:
                return True
            if act["aux"] in ("had ", "has ", "have ") and _NOT_DONE.match(reading.text, act.start("verb"), words.end):
                return True
            done = act["aux"] or act["verb"].endswith("ed") or act["verb"] in data("anonymity")["own_past"]
            return bool(done) and act["verb"] not in _no_doings()
    return said.kind is Kind.DIRECT and any(_is_own(reading.text, part) for part in said.contents)


def _is_own(text: str, words: Span) -> bool:
    """Tell whether somebody says in quotation marks what "I" or "we" did."""
    past = data("anonymity")["own_past"]
    if _I_HAD.search(text, words.start, words.end):
        return True
    for found in _I.finditer(text, words.start, words.end):
        if found[1] == "been":
            return True
        verb = found[2] if found[1] in ("had", "have", "was", "were", "been") and found[2] else found[1]
        if (verb.endswith("ed") or verb in past) and verb not in _no_doings():
            return True
    return False


@cache
def _no_doings() -> frozenset[str]:
    """Return the words by which somebody holds or feels something."""
    return frozenset(data("anonymity")["no_doings"])


@cache
def _about_others() -> frozenset[str]:
    """Return the words for people who tell of others, or for an office."""
    return frozenset(data("anonymity")["about_others"])
