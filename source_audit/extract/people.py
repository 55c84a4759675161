"""The people whom an article names: a full name, a surname, a first name or a nickname leads to one of them."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import TypeVar

from attrs import define, field

from source_audit.attribution import SourceKind
from source_audit.extract.cues import table
from source_audit.extract.names import GENDERED, Named, first_names
from source_audit.extract.roles import is_person_role
from source_audit.span import Span

_NICK = re.compile(r"[\"“‘'(]+(\w[\w\-]*)[\"”’')]+")
_JUNIOR = re.compile(r"\s(?:Jr|II|III|IV)\b")
_LOWER = re.compile(r"\b([a-z][a-z\-]+)\s$")
_APPOSED = re.compile(r"\b(?P<opener>[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)\s(?:[a-z\-]+\s){0,2}(?P<head>[a-z\-]+),\s$")
_NEAR_ROLE = 24
_NEAR_APPOSED = 60
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_MOST = 12
"""How many bearers of one surname or title are told apart; more are no article."""
_OFTEN = 3
"""Who is called by the full name so often keeps it; a bare surname then means the other one."""
_NEAR = 300
"""How many characters back a full name makes a bare surname doubtful that usually means somebody else."""

Kept = TypeVar("Kept")


@define(eq=False)
class Record:
    """A source in the making."""

    kind: SourceKind
    name: str
    role: Span | None = None
    affiliation: str | None = None
    affiliation_span: Span | None = None
    gender: str = ""
    collective: bool = False
    mentions: list[Span] = field(factory=list)
    titles: set[str] = field(factory=set)
    speaks_for: Span | None = None
    candidates: list[str] = field(factory=list)
    whole: int = 0
    first_at: int = 0
    sure: bool = False
    """Whether anything but capital letters says that this is a person."""

    def fits(self, gender: str) -> bool:
        """Tell whether nothing said so far speaks against a pronoun's gender."""
        return not gender or not self.gender or self.gender == gender


@define
class Choice:
    """Who a mention means, with the others that it may mean, and how sure that is (0 to 1).

    ``joint`` are those who speak together with the first. ``others`` are the candidates where nobody is chosen;
    ``score`` is how present the first is (see `attention`).
    """

    ranked: list[Record]
    sure: float = 1.0
    others: list[Record] = field(factory=list)
    score: float = 0.0
    trust: float = 1.0
    """How much of a statement's confidence is left."""
    joint: list[Record] = field(factory=list)

    @property
    def best(self) -> Record | None:
        """The likeliest record."""
        return self.ranked[0] if self.ranked else None


class People:
    """The people of one article; two full names are never one person unless the text ties a nickname to a name."""

    def __init__(self, text: str, names: Sequence[Named]) -> None:
        self._whole: dict[tuple[str, str], Record] = {}
        self._surnames: dict[str, list[Record]] = {}
        self._firsts: dict[str, list[Record]] = {}
        self._titled: dict[str, dict[int, Record]] = {}
        self._last_whole: dict[str, tuple[int, Record]] = {}
        self._taking_up: dict[str, list[tuple[int, Record]]] = {}
        for name in names:
            if name.kind is SourceKind.PERSON and len(parts_of(name.name)[0]) > 1:
                self._note(name)
        for name in names:
            if name.kind is SourceKind.PERSON:
                self._note_title(name, name.title or _calling(text, name.span.start))
                self._note_apposed(text, name)

    def find(self, name: str, title: str, at: int) -> Choice:
        """Return the people whom a name may mean; nobody if no such name was met."""
        parts, nick = parts_of(name)
        gender = gender_of(title)
        if len(parts) > 1:
            found = self._whole.get((parts[0], parts[-1])) or (self._whole.get((nick, parts[-1])) if nick else None)
            if found:
                self._last_whole[parts[-1]] = (at, found)
            return Choice([found] if found else [])
        word = parts[0] if parts else ""
        bearers = [each for each in self._surnames.get(word, []) if each.fits(gender)]
        if not bearers and name.isupper():
            return Choice([])  # "VW" is no short form of "VW Atlas"
        if not bearers:
            called = [each for each in self._firsts.get(word, []) if each.fits(gender)]
            return Choice(called, 1.0 if len(called) == 1 else 0.5)
        return self._usual(word, bearers, at)

    def titled(self, word: str) -> list[Record]:
        """Return the people before whose names a title or role stands."""
        return list(self._titled.get(word, {}).values())

    def taking_up(self, head: str, at: int) -> list[Record]:
        """Return the people whom the text names only after *at*, as in "a rival … The rival, Lattice Rail"."""
        found = self._taking_up.get(head, [])
        return [record for start, record in found if start > at] if len(found) == 1 else []

    def add(self, name: str, title: str, at: int) -> Record:
        """Return a new person."""
        parts, nick = parts_of(name)
        record = Record(SourceKind.PERSON, name, gender=gender_of(title) or self._first_gender(parts), first_at=at)
        record.sure = bool(title) or parts[:1] != parts[-1:]
        if len(parts) > 1:
            record.whole = 1
            self._whole[parts[0], parts[-1]] = record
            if nick:
                self._whole[nick, parts[-1]] = record
            for first in filter(None, (parts[0], nick)):
                _keep(self._firsts, first, record)
        if parts:
            _keep(self._surnames, parts[-1], record)
        return record

    def _note(self, name: Named) -> None:
        parts, _ = parts_of(name.name)
        found = self._whole.get((parts[0], parts[-1]))
        if found is None:
            found = self.add(name.name, name.title, name.span.start)
            found.whole = 0
        found.whole += 1
        found.sure = found.sure and (bool(name.title) or bool(found.gender) or found.sure)

    def _note_title(self, name: Named, title: str) -> None:
        """Keep what stands before a name: "Mrs." tells a gender, "Mayor" a role."""
        if not title:
            return
        found = self.find(name.name, name.title, name.span.start).best
        record = found or self.add(name.name, name.title, name.span.start)
        record.gender = gender_of(title) or record.gender
        for word in title.lower().split():
            bare = long_form(word.rstrip("."))
            record.titles.add(bare)
            holders = self._titled.setdefault(bare, {})
            if len(holders) < _MOST:
                holders[id(record)] = record

    def _note_apposed(self, text: str, name: Named) -> None:
        """Keep what stands before a comma and a name: "the bidder, Lattice Rail", "its chief, Bram Oduya"."""
        start = name.span.start
        apposed = text[start - 2 : start - 1] == "," and _APPOSED.search(text, max(0, start - _NEAR_APPOSED), start)
        if not apposed:
            return
        head = apposed["head"]
        self._note_title(name, head)
        record = self.find(name.name, name.title, name.span.start).best
        if record and apposed["opener"].lower() == "the":
            _keep(self._taking_up, head, (apposed.start(), record))

    def _usual(self, surname: str, bearers: list[Record], at: int) -> Choice:
        """Return whom a surname of several means: the first to be introduced, not who is always named whole."""
        if len(bearers) == 1:
            return Choice(bearers)
        least = min(each.whole for each in bearers)
        ranked = sorted(bearers, key=lambda each: (each.whole >= max(_OFTEN, 2 * least + 1), each.first_at))
        seen, last = self._last_whole.get(surname, (-_NEAR, ranked[0]))
        doubtful = last is not ranked[0] and last in ranked and at - seen < _NEAR
        return Choice(ranked, 0.7 if doubtful else 0.9)

    @staticmethod
    def _first_gender(parts: Sequence[str]) -> str:
        return first_names().get(parts[0].removesuffix(" jr"), "") if parts else ""


def _keep(table_: dict[str, list[Kept]], word: str, kept: Kept) -> None:
    bearers = table_.setdefault(word, [])
    if len(bearers) < _MOST:
        bearers.append(kept)


def _calling(text: str, start: int) -> str:
    """Return the role in small letters right before a name ("billionaire businessman Tom Hill")."""
    before = text[start - 2 : start - 1].islower() and _LOWER.search(text, max(0, start - _NEAR_ROLE), start)
    return before.group(1) if before and is_person_role(before.group(1)) else ""


@lru_cache(maxsize=4096)
def parts_of(name: str) -> tuple[tuple[str, ...], str]:
    """Return the parts of a name in lower case, without initials, and its nickname; a junior is not the senior."""
    nick = _NICK.search(name)
    plain = name[: nick.start()] + name[nick.end() :] if nick else name
    parts = tuple(_parts(plain))
    if parts and _JUNIOR.search(plain):
        parts = (f"{parts[0]} jr", *parts[1:])
    return parts, nick.group(1).lower() if nick else ""


def _parts(name: str) -> Iterator[str]:
    words_ = name.lower().split()
    for place, word in enumerate(words_):
        bare = word.rstrip(".,")
        if bare in _SUFFIXES and place:
            continue
        if len(bare) == 1 and len(words_) > 1 and (place or len(words_) > 2):
            continue
        yield bare


@lru_cache(maxsize=4096)
def gender_of(words_: str) -> str:
    """Return "f" or "m" if one of the words says so."""
    for word in words_.lower().replace(",", " ").split():
        bare = word.rstrip(".")
        if bare in GENDERED:
            return GENDERED[bare]
        if bare in _told():
            return _told()[bare]
    return ""


@cache
def _told() -> dict[str, str]:
    return {**dict.fromkeys(table("roles")["male"], "m"), **dict.fromkeys(table("roles")["female"], "f")}


def long_form(title: str) -> str:
    """Return a title as it is said: "senator" for "sen"."""
    short: str = table("roles")["short"].get(title, title)
    return short
