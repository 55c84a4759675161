"""Who speaks in an article, with the words that tell whose side they are on, and which side that is."""

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache

from attrs import frozen

from source_audit.attribution import Source, SourceKind
from source_audit.checks._near import lexicon
from source_audit.label import Label, What
from source_audit.lazy import lazy
from source_audit.lexicon import Lexicon
from source_audit.resources import data

NAME = re.compile(r"[A-Z][\w’'&.\-]*(?:\s[A-Z][\w’'&.\-]*)*")
_STATE = re.compile(r"([A-Z])-")
_CLAUSE = re.compile(r"\W*(?:who|whose|which|that)\b")
PARTY = "party "
_PLACE = re.compile(r"\b(?:(?<!shares )(?<!stake )in|from|near|on)\s(?:the\s)?$")


class Stake(StrEnum):
    """What is known: no stake of their own, a public office, an interest, or nothing."""

    NONE = "none"
    OFFICE = "office"
    INTEREST = "interest"
    UNKNOWN = "unknown"


@frozen(kw_only=True, slots=False)
class Voice:
    """A source that says something, its stake, the words that tell who it is, and what a register adds to them.

    ``home`` is the body to which it belongs with another source, and ``double`` is a description of it that speaks too.
    """

    source: Source
    stake: Stake
    words: tuple[str, ...]
    labels: tuple[Label, ...] = ()
    home: str | None = None
    double: "Voice | None" = None

    @lazy
    def sides(self) -> Mapping[str, str]:
        """The names of parties, bodies and people whose side it is on, as they are compared and as they are shown."""
        return dict(_sides(self.source, self.labels, self.home, () if self._apart else self.words))

    @lazy
    def kinds(self) -> frozenset[str]:
        """The kinds of bodies that its own words name."""
        found = body_words().find(told := in_one(self.words))
        own = frozenset(body_kinds()[" ".join(span.of(told).lower().split())] for span in found)
        return own | self.double.kinds if self.double else own

    @lazy
    def tied(self) -> bool:
        """Whether its words give it a job in a body ("the chief executive")."""
        own = not self._apart and lexicon("stakes", "own").first(in_one(self.words)) is not None
        return own or (self.double is not None and self.double.tied)

    @lazy
    def _apart(self) -> bool:
        return lexicon("stakes", "apart").first(in_one(self.words)) is not None


def in_one(words: Iterable[str]) -> str:
    """Return the words that tell who somebody is as one text."""
    return " | ".join(words)


def _sides(
    source: Source, labels: tuple[Label, ...], home: str | None, words: Iterable[str]
) -> Iterator[tuple[str, str]]:
    """Yield whose side somebody is on: a party, and the bodies and people that their own words name."""
    for label in labels:
        if label.what is What.PARTY and (party := _party(label.value)):
            yield party, label.value
    own = {part.lower() for part in source.name.split()} if source.kind is SourceKind.PERSON else set()
    for phrase in filter(_may_tie, (home or "", source.speaks_for or "", *words)):
        for name in NAME.finditer(phrase):
            if _STATE.match(name[0]):
                continue
            key = compared(name[0])
            words = key.split()
            if words[0] in no_bodies_of_a_side() or not own.isdisjoint(words):
                continue
            if not _PLACE.search(phrase, 0, name.start()):
                yield key, name[0]


def _may_tie(phrase: str) -> bool:
    """Tell whether the names in a phrase are of bodies that somebody belongs to; in a clause a word has to say so."""
    return _CLAUSE.match(phrase) is None or lexicon("stakes", "belonging").first(phrase) is not None


def _party(name: str) -> str | None:
    """Return how a party is compared; a job in a party that is not named is none."""
    state = _STATE.match(name)
    key = state[1].lower() if state else name.lower()
    if state is None and lexicon("parties", "jobs").first(name):
        return None
    return f"{PARTY}{_same().get(key, key)}"


@cache
def _same() -> dict[str, str]:
    return {name: names[0] for names in data("stakes")["parties"] for name in names}


@cache
def no_bodies_of_a_side() -> frozenset[str]:
    """Return the first words of names that are no body of one side; parties are told apart from them."""
    parties = (name.split()[0] for name in _same())
    return frozenset((*data("stakes")["public"], *parties))


@cache
def body_kinds() -> dict[str, str]:
    """Return the kind of body that each word means."""
    firms = dict.fromkeys(data("source_roles")["people"]["company"], "company")
    return firms | {word: kind for kind, words in data("stakes")["bodies"].items() for word in words}


@cache
def body_words() -> Lexicon:
    """Return the words for bodies and those who speak for them."""
    return Lexicon(body_kinds())


def compared(name: str) -> str:
    """Return a name as it is compared."""
    low = name.lower().replace("’", "'").removesuffix("'s").removesuffix("'").rstrip(".,")
    return low.removeprefix("the ") or low
