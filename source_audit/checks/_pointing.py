"""Sentences that say, further down, whose the claims before them are ("Those figures come from the port's ledger")."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Set
from functools import cache
from itertools import islice

from attrs import frozen

from source_audit.checks._figures import COUNTS, MOVES
from source_audit.checks._informants import topic
from source_audit.checks._near import in_body, lexicon, once, paragraphs, spoken
from source_audit.lexicon import Lexicon
from source_audit.reading import Reading
from source_audit.resources import data
from source_audit.span import Span

_FAR = 14
"""How many sentences before it such a sentence may speak of."""
_OPENS = re.compile(r"(?:The|Those|These|That|This|All\sthose|All\sthese)\s")
_OPENERS = ("The", "Those", "These", "That", "This", "All")
_PLACES = 3
"""Among how many words, behind the first, the noun for the claims is looked for."""
_OWN = re.compile(r"(?:The|That)\s([^.]{3,60}?)\s(?:was|is|were|are)\s(?:[A-Z][\w.-]{1,20}\s?){1,3}['’]s?\s([a-z]+)\b")
_MONEY = re.compile(r"[$£€]\s?[0-9]|\b(?:million|billion|crore)\s(?:dollars|pounds|euros|crowns|rupees)\b")
_SO = re.compile(r"So\s(?:says?|said)\s")
_IS = re.compile(r"(?:That|This|Those|These|Such)\s(?:was|is|were|are)\sthe\s([a-z]+)\s(?:that|in|of|from|by)\s")
_HEARD = re.compile(r"\b(?:those|these)\s([a-z]+)\sfrom\s(?:[A-Z]|the\s|a\s)")
_OWNED = re.compile(r"(?:The|That|This)\s([a-z]+)\s(?:about|of|on)\s[^.]{2,40}\sis\s(?:his|hers|theirs)\b")


@frozen
class Pointed:
    """A claim and the sentence, at least one sentence further on, that says whose it is."""

    claim: Span
    sentence: Span


@frozen
class _Pointer:
    """A sentence that gives claims to somebody, whether they are figures or sums, and what they are about."""

    sentence: Span
    counted: bool
    topic: frozenset[str]
    money: bool = False


def pointed_at(reading: Reading, told: Set[int]) -> list[Pointed]:
    """Return the claims whose source is given far behind them; *told* are where sentences with a source begin."""
    pointers = _pointers(reading)
    if not pointers:
        return []
    quoted, lead = spoken(reading), next((span.start for span in paragraphs(reading)), -1)
    found = {}
    for pointer in pointers:
        for claim in _claims(reading, pointer, lead):
            if claim.start not in told and not quoted.touches(claim) and in_body(reading, claim):
                found[claim] = Pointed(claim, pointer.sentence)
    return sorted(found.values(), key=lambda one: one.claim.start)


@once
def _pointers(reading: Reading) -> list[_Pointer]:
    return [*_given(reading), *_formed(reading)]


def _given(reading: Reading) -> Iterator[_Pointer]:
    """Yield the sentences that begin with claims and give them to somebody."""
    text = reading.text
    for giving in _giving().everywhere(text).spans if any(map(_begins_with_claims(text), reading.sentences)) else ():
        sentence = reading.sentence_at(giving.start)
        if sentence and _OPENS.match(text, sentence.start, giving.start):
            yield from _named(sentence, text[sentence.start : giving.start].lower().split()[1:])


def _begins_with_claims(text: str) -> Callable[[Span], bool]:
    """Return what tells, at little cost, whether a noun for claims may be the subject of a sentence."""
    nouns = _nouns("counted") | _nouns("said")

    def tell(sentence: Span) -> bool:
        if not text.startswith(_OPENERS, sentence.start):
            return False
        return not nouns.isdisjoint(sentence.of(text).lower().split(None, _PLACES + 1)[1 : _PLACES + 1])

    return tell


def _formed(reading: Reading) -> Iterator[_Pointer]:
    text = reading.text
    for place in lexicon("pointing", "forms").everywhere(text).spans:
        if sentence := reading.sentence_at(place.start):
            yield from _spelt(text, sentence)


def _spelt(text: str, sentence: Span) -> Iterator[_Pointer]:
    """Yield a sentence that begins with one of the fixed forms."""
    if _SO.match(text, sentence.start):
        yield _Pointer(sentence, counted=False, topic=frozenset())
    for form in (_IS, _OWNED):
        if match := form.match(text, sentence.start, sentence.end):
            about = match.group().split()[2:] if form is _OWNED else []
            yield from _named(sentence, [match.group(1), *about])
    for heard in _HEARD.finditer(text, sentence.start, sentence.end):
        yield from _named(sentence, [heard.group(1)])
    if (match := _OWN.match(text, sentence.start, sentence.end)) and match.group(2) in _nouns("said"):
        yield _Pointer(sentence, counted=False, topic=topic(match.group(1)))


def _named(sentence: Span, words: list[str]) -> Iterator[_Pointer]:
    """Yield the sentence if the first noun of its subject means claims or figures."""
    for place, word in enumerate(words[:_PLACES]):
        if word in _nouns("counted") or word in _nouns("said"):
            about = topic(" ".join(words[place + 1 :]))
            yield _Pointer(sentence, word in _nouns("counted"), about, word in _nouns("money"))
            return


def _claims(reading: Reading, pointer: _Pointer, lead: int) -> Iterator[Span]:
    """Yield the sentences that are meant: those about the same, else the run before it, else the figures before it."""
    place = bisect_left(reading.sentences, pointer.sentence.start, key=lambda one: one.start)
    before = list(reversed(reading.sentences[max(0, place - _FAR) : max(0, place - 1)]))
    if pointer.topic:
        yield from (one for one in before if pointer.topic & topic(one.of(reading.text)))
        return
    block = reading.document.block_at(pointer.sentence.start)
    beside = [one for one in before if block and block.span.contains(one)]
    if beside and not pointer.counted:
        yield from beside
        return
    if not pointer.counted:
        yield from (one for one in before if one.start == lead)
        return
    wanted = _MONEY if pointer.money else COUNTS
    counts = (one for one in before if wanted.search(reading.text, one.start, one.end) or _moves(reading, one, pointer))
    yield from islice(counts, 1)


def _moves(reading: Reading, sentence: Span, pointer: _Pointer) -> bool:
    return not pointer.money and MOVES.search(reading.text, sentence.start, sentence.end) is not None


@cache
def _giving() -> Lexicon:
    own = data("pointing")
    done = (
        f"{verb} {words} {by}"
        for verb in ("is", "are", "was", "were")
        for words in own["done"]
        for by in ("by", "in", "of")
    )
    return Lexicon((*own["giving"], *done))


@cache
def _nouns(kind: str) -> frozenset[str]:
    return frozenset(data("pointing")[kind])
