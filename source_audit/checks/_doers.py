"""Who is said to have done something: the party that stands before or behind the words for it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import zip_longest

from attrs import define, frozen

from source_audit.attribution import Attribution, Kind, Name, SourceKind
from source_audit.checks._holders import Holders, last_word, offices, party_words
from source_audit.checks._near import spoken
from source_audit.claim import Party, PartyKind
from source_audit.lazy import lazy
from source_audit.lexicon import Lexicon
from source_audit.reading import Reading
from source_audit.span import Span

_BACK, _AHEAD = 500, 160
"""How far before and behind a pronoun the one may be named whom it means."""
_FAR = 90
_CLAUSE = 300
"""How far before a deed somebody may stand who does it."""
_NEAR = 40
_OPENS_WITHIN = 12
_MOST_NAMES = 12
_KINDS = (SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.OUTLET, SourceKind.UNKNOWN)
_WORD = re.compile(r"[\w’'\-]+|[^\w\s]")
_SIGNS = frozenset({"“", "‘", "'", '"', ",", "’s", "'s"})
_PASSIVES = ("be", "being", "got", "get", "it", "and", "workers", "members")
_EDGES = " \n“”\"‘'’,(—–-"
_TIES = (" of ", " in ", " at ")
_DETERMINED = re.compile(
    r"(?:\b(?:the|its|their|his|her|our|my)|\w['’]s|s['’])\s(?:[a-z’'\-]{1,30}\s){0,3}?$", re.IGNORECASE
)
_A = re.compile(r"\b[Aa]n?\s$")
_PRONOUN = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Tt]hey)\b(?!\s(?:said|says?|added|told|claim(?:s|ed)?|allege[sd]?|wrote|believes?|thinks?)\b)"
)
_OWN = re.compile(r"['’]s?\s+(\w+)")
_PLACE = re.compile(r"\b(?:in|at|near|of|from|on|to|for|with|against)\s(?:the\s)?$")
_SHORT = re.compile(r"['’](?:d|m|ve|ll|re)$")
_GOES_ON = re.compile(r"\s(?!(?:and|with|for|in|at)\b)\w")
_OPENS = re.compile(
    r"[\s\"“‘'…]*(?:that\s)?(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)\s)?(?:[\w’'-]{1,30}\s){0,3}"
)
_MORE = re.compile(r"\s(?:that|who|which|hired|of|at|in|from)\s[^,;:.“”\"]{1,70}")


@frozen
class _Doer:
    """Somebody who stands near a deed: a party, the people of one, or a pronoun, which means one."""

    span: Span
    party: Party | None
    staff: bool = False


@define(slots=False)
class Doers:
    """Looks for those who do something, by the names and descriptions around the words for it."""

    reading: Reading

    def before(self, start: int, stop: int, said: Attribution | None) -> Party | None:
        """Return who does what stands at *stop*, in a clause that begins at *start*."""
        doers = sorted(self._doers(max(start, stop - _CLAUSE), stop), key=lambda one: one.span.end)
        doer = self._nearest(doers, stop) or self._opening(doers, start, stop)
        if doer is None:
            return None
        if doer.staff:
            body = self._last(doer.span.start, said, person=False)
            return body and Party(span=doer.span, name=body.name, kind=body.kind)
        earlier = [one.party for one in doers if one.party and one.span.end < doer.span.start]
        return doer.party or self._meant(doer.span, said, earlier)

    def behind(self, start: int, end: int) -> Party | None:
        """Return who stands between "accused" and "of": a name before a description."""
        text = self.reading.text
        until = text.find(" of ", start, min(end, start + _FAR))
        doers = sorted(self._doers(start, until), key=lambda one: one.span.start) if until >= 0 else []
        parties = [one.party for one in doers if one.party]
        named = (one for one in parties if text[one.span.start].isupper())
        whole = (one for one in named if not _GOES_ON.match(text, one.span.end, until))
        return next(whole, next(iter(parties), None))

    def body_before(self, start: int, place: int, said: Attribution | None) -> Party | None:
        """Return the last body that is named before a place, which answers for what is done to its people."""
        pronoun = any(one.party is None and not one.staff for one in self._doers(max(start, place - _CLAUSE), place))
        return None if pronoun else self._last(place, said, person=False)

    def _nearest(self, doers: Sequence[_Doer], stop: int) -> _Doer | None:
        """Return who stands right before a deed; a clause that says more of somebody may stand between."""
        near = [one for one in doers if self._leads(one.span.end, stop)]
        more = (one for one in near if self.reading.text.startswith((", which ", ", who "), one.span.end))
        return next(more, near[-1] if near else None)

    def _opening(self, doers: Sequence[_Doer], start: int, stop: int) -> _Doer | None:
        """Return who opens the clause and is only said more of before the deed ("the firm that built it was paid")."""
        text, first = self.reading.text, next(iter(doers), None)
        if first is None or first.party is None or not _OPENS.fullmatch(text, start, first.span.start):
            return None
        return first if _MORE.fullmatch(text, first.span.end, stop) else None

    def _leads(self, end: int, stop: int) -> bool:
        """Tell whether only words that say how or when stand between somebody and what they did."""
        text, start = self.reading.text, end
        if text.startswith(", ", end):
            start = max(text.rfind(",", end + 1, stop) + 1, end)
        gap = _WORD.findall(text, start, stop)
        return all(word.lower() in party_words("between") or word in _SIGNS for word in gap)

    def _doers(self, start: int, stop: int) -> Iterator[_Doer]:
        yield from self._named(start, stop)
        text = self.reading.text
        for found in offices().find(text, Span(start, stop)):
            if self._is_determined(found, start):
                yield _Doer(found, self._holders.described(found))
        for found in _staff().find(text, Span(start, min(stop, start + _FAR))):
            if found.start - start < _OPENS_WITHIN:
                yield _Doer(found, None, staff=True)
        for match in _PRONOUN.finditer(text, start, stop):
            yield _Doer(Span(*match.span()), None)

    def _is_determined(self, office: Span, start: int) -> bool:
        """Tell whether a description means one certain party: "the mayor", "its owner", "a sergeant" who is named."""
        text, floor = self.reading.text, max(start, office.start - _NEAR)
        if _DETERMINED.search(text, floor, office.start):
            return True
        named = self._holders.of(office.of(text).lower())
        return bool(named) and _A.search(text, floor, office.start) is not None

    def _named(self, start: int, stop: int) -> Iterator[_Doer]:
        """Yield the names between two places that stand as somebody who does something."""
        names, text = self.reading.names, self.reading.text
        place = bisect_left(names, start, key=lambda name: name.span.start)
        for name, after in zip_longest(names[place : place + _MOST_NAMES], names[place + 1 : place + _MOST_NAMES]):
            if name.span.end > stop:
                break
            tied = after and after.span.end <= stop and text[name.span.end : after.span.start] in _TIES
            end = self._end(name, after.span.end if tied else name.span.end, start, stop)
            if end is not None:
                yield _Doer(Span(name.span.start, end), self._holders.party(name.span, name))

    def _end(self, name: Name, end: int, start: int, stop: int) -> int | None:
        """Return where a name ends with what belongs to it ("Holm's office"), or None if it says where or whose."""
        text = self.reading.text
        if name.kind not in _KINDS or _SHORT.search(name.key):
            return None
        if _PLACE.search(text, max(start, name.span.start - _OPENS_WITHIN), name.span.start):
            return None
        own = _OWN.match(text, end, stop)
        if own is None:
            return end
        return own.end() if own[1].lower() in party_words("own") else None

    def _meant(self, pronoun: Span, said: Attribution | None, earlier: Sequence[Party]) -> Party | None:
        """Return whom a pronoun means: in somebody's own words the last one named, else the one person before it."""
        word = pronoun.of(self.reading.text).lower()
        direct = said is not None and said.kind is Kind.DIRECT
        if not direct and not spoken(self.reading).touches(pronoun):
            people = {party.name: party for party in earlier if party.kind is PartyKind.PERSON}
            return next(iter(people.values())) if len(people) == 1 and word != "they" else None
        person = word != "they"
        found = self._last(pronoun.start, said, person=person) or self._next(pronoun.end, said, person=person)
        return found and Party(span=pronoun, name=found.name, kind=found.kind)

    def _last(self, place: int, said: Attribution | None, *, person: bool) -> Party | None:
        """Return the last person or body before a place that is not who speaks."""
        found = self._parties(max(0, place - _BACK), place, said, person=person)
        return max(found, key=lambda one: one.span.start, default=None)

    def _next(self, place: int, said: Attribution | None, *, person: bool) -> Party | None:
        """Return the first person or body behind a place that is not who speaks."""
        found = self._parties(place, min(len(self.reading.text), place + _AHEAD), said, person=person)
        return min(found, key=lambda one: one.span.start, default=None)

    def _parties(self, start: int, stop: int, said: Attribution | None, *, person: bool) -> Iterator[Party]:
        own = {last_word(speaker.name) for speaker in said.speakers} if said else set()
        for one in self._doers(start, stop):
            if one.party and (one.party.kind is PartyKind.PERSON) == person and last_word(one.party.name) not in own:
                yield one.party

    @lazy
    def _holders(self) -> Holders:
        return Holders(self.reading)


def may_follow_doer(text: str, place: int) -> bool:
    """Tell, at little cost, whether the word before a place can be the end of a name, an office or what may follow."""
    if text[place - 2 : place] == ", ":
        return True
    start = text.rfind(" ", max(0, place - _NEAR), max(0, place - 1)) + 1
    word = text[start:place].strip(_EDGES)
    return not word.islower() or word.removesuffix("’s").removesuffix("'s") in _before_deeds()


@cache
def _before_deeds() -> frozenset[str]:
    """Return the small words that may stand right before a deed."""
    parties = (name.split()[-1] for key in ("people", "bodies", "staff", "own") for name in party_words(key))
    return frozenset((*parties, *party_words("between"), *_PASSIVES))


@cache
def _staff() -> Lexicon:
    return Lexicon(party_words("staff"))
