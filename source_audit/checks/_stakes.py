"""What each voice of an article has at stake and whose side it is on, as far as the text or a register tells it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache
from itertools import islice

from attrs import evolve, frozen

from source_audit.attribution import Source, SourceKind
from source_audit.checks._near import lexicon, once
from source_audit.checks._roles import roles, voices
from source_audit.label import Label, What
from source_audit.labels.beside import beside
from source_audit.lazy import lazy
from source_audit.lexicon import Lexicon
from source_audit.origin import JoinKind
from source_audit.reading import Reading
from source_audit.resources import data

_MOST = 200
_MOST_MENTIONS = 3
_LEADING = 60
_MARK = re.compile(r"[.“”\";:,–—\n]")
_NAME = re.compile(r"[A-Z][\w’'&.\-]*(?:\s[A-Z][\w’'&.\-]*)*")
_STATE = re.compile(r"([A-Z])-")
_CLAUSE = re.compile(r"\W*(?:who|whose|which|that)\b")
_ONE = (JoinKind.ONE_BODY, JoinKind.ACCOUNT)
_FREE = ("expert", "affected", "media")
_PARTY = "party "
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
        found = _bodies().find(told := _told(self.words))
        own = frozenset(_kinds()[" ".join(span.of(told).lower().split())] for span in found)
        return own | self.double.kinds if self.double else own

    @lazy
    def tied(self) -> bool:
        """Whether its words give it a job in a body ("the chief executive")."""
        own = not self._apart and lexicon("stakes", "own").first(_told(self.words)) is not None
        return own or (self.double is not None and self.double.tied)

    @lazy
    def _apart(self) -> bool:
        return lexicon("stakes", "apart").first(_told(self.words)) is not None


@once
def weigh(reading: Reading) -> list[Voice]:
    """Return each voice with its stake; a crowd that nobody could count is none."""
    labels = {one.source_id: one.labels for one in reading.labelled if one.source_id}
    homes = _homes(reading)
    asked = islice((source for source in voices(reading) if not source.collective), _MOST)
    heard = _once([_voice(reading, one, labels.get(one.id, ()), homes.get(one.id)) for one in asked])
    partial = {key for one in heard if one.stake is Stake.INTEREST for key in one.sides if not key.startswith(_PARTY)}
    if not partial:
        return heard
    return [evolve(one, stake=Stake.INTEREST) if partial & one.sides.keys() else one for one in heard]


def _once(heard: list[Voice]) -> list[Voice]:
    """Let a description that stands with a name ("its chairman, Conrad Vale") be the voice of that name."""
    people = {_key(one.source.name) for one in heard if one.source.named and one.source.kind is SourceKind.PERSON}
    nameless = [one for one in heard if not one.source.named] if people else []
    described = {key: one for one in nameless for key in people & one.sides.keys()}
    if not described:
        return heard
    doubles = {one.source.id for one in described.values()}
    return [_joined(one, described.get(_key(one.source.name))) for one in heard if one.source.id not in doubles]


def _joined(one: Voice, double: Voice | None) -> Voice:
    if double is None:
        return one
    return evolve(one, stake=double.stake if one.stake is Stake.UNKNOWN else one.stake, double=double)


def one_side(heard: list[Voice]) -> str | None:
    """Return the side that all voices are on, as it is shown: one party, or one body that is no public one.

    Two people, or a body and somebody of it, must speak: a description may mean a person whom the text names as well.
    """
    if not are_several(heard):
        return None
    named = {key: name for voice in heard for key, name in voice.sides.items()}
    for key, name in named.items():
        if key.startswith(_PARTY) and all(key in voice.sides and voice.stake is Stake.OFFICE for voice in heard):
            return name
        if not key.startswith(_PARTY) and _is_body_of_all(key, heard):
            return name
    return None if named else _nameless(heard)


def _nameless(heard: list[Voice]) -> str | None:
    """Return the one union or association that all belong to in a text that names no body; firms may be several."""
    kinds = frozenset[str]().union(*(voice.kinds for voice in heard))
    alike = len(kinds) == 1 and all(voice.tied and voice.stake in (Stake.INTEREST, Stake.UNKNOWN) for voice in heard)
    return f"the {min(kinds)}" if alike and "company" not in kinds else None


def are_several(heard: list[Voice]) -> bool:
    """Tell whether two people surely speak, or a body and a person."""
    kinds = [voice.source.kind for voice in heard if voice.source.named]
    people = kinds.count(SourceKind.PERSON)
    return people > 1 or (people == 1 and SourceKind.ORGANISATION in kinds)


def _is_body_of_all(key: str, heard: list[Voice]) -> bool:
    """Tell whether all belong to a body with an interest; who has no other is of the one that the text names."""
    interested = all(voice.stake in (Stake.INTEREST, Stake.UNKNOWN) for voice in heard)
    known = any(voice.stake is Stake.INTEREST for voice in heard)
    named = [voice.kinds for voice in heard if key in voice.sides]
    own = frozenset(_kinds()[span.of(key)] for span in _bodies().find(key)).union(*named) or frozenset({"company"})
    belong = (
        key in voice.sides
        or (len(named) > 1 and key == _key(voice.source.name))
        or (voice.tied and not voice.sides and voice.kinds <= own)
        for voice in heard
    )
    return interested and known and len(own) == 1 and all(belong)


def _voice(reading: Reading, source: Source, labels: tuple[Label, ...], home: str | None) -> Voice:
    words = tuple(_words(reading, source))
    stake = _stake(reading, source, labels, _told(words))
    if stake is Stake.OFFICE and source.affiliation is not None and _is_private(source.affiliation):
        stake = Stake.UNKNOWN if lexicon("stakes", "ambiguous").first(_told(words)) else stake
    return Voice(source=source, stake=stake, words=words, labels=labels, home=home)


def _told(words: Iterable[str]) -> str:
    return " | ".join(words)


def _is_private(affiliation: str) -> bool:
    """Tell whether a body that somebody belongs to has a name that is not like those of public ones."""
    name = _NAME.search(affiliation)
    return name is not None and _key(name[0]).split()[0] not in _none_of_a_side()


def _homes(reading: Reading) -> dict[str, str]:
    """Return the body to which a source belongs with another one, by the source's id."""
    joined = {own for join in reading.origins.joins if join.kind in _ONE for own in join.source_ids}
    return {own: group.label for group in reading.origins.groups for own in group.source_ids if own in joined}


def _words(reading: Reading, source: Source) -> Iterator[str]:
    """Yield the words that tell who a source is: its role and body, and what stands beside its names."""
    person = source.named and source.kind is SourceKind.PERSON
    yield from filter(None, (source.role, source.affiliation, None if person else source.name))
    for mention in source.mentions[:_MOST_MENTIONS]:
        yield from (place.of(reading.text) for place in beside(reading, mention))
        before = reading.text[max(0, mention.start - _LEADING) : mention.start]
        if before.endswith(", "):
            yield _MARK.split(before[:-2])[-1]


def _stake(reading: Reading, source: Source, labels: tuple[Label, ...], told: str) -> Stake:
    if source.kind is SourceKind.DOCUMENT:
        return Stake.NONE if lexicon("stakes", "records").first(told) else Stake.UNKNOWN
    if lexicon("stakes", "independent").first(told):
        return Stake.NONE
    if any(label.what is What.INTEREST for label in labels):
        return Stake.INTEREST
    past = lexicon("advocates", "past").first(told)
    return Stake.UNKNOWN if past else _by_role(roles(reading)[source.id], told)


def _by_role(role: str, told: str) -> Stake:
    if role in _FREE:
        return Stake.UNKNOWN if lexicon("stakes", "leaning").first(told) else Stake.NONE
    if role == "official":
        return Stake.NONE if lexicon("stakes", "none").first(told) else Stake.OFFICE
    if role == "politician":
        return Stake.INTEREST if lexicon("stakes", "running").first(told) else Stake.OFFICE
    stands_for_body = role == "company" or _bodies().first(told)
    return Stake.INTEREST if stands_for_body else Stake.UNKNOWN


def _sides(
    source: Source, labels: tuple[Label, ...], home: str | None, words: Iterable[str]
) -> Iterator[tuple[str, str]]:
    """Yield whose side somebody is on: a party, and the bodies and people that their own words name."""
    for label in labels:
        if label.what is What.PARTY and (party := _party(label.value)):
            yield party, label.value
    own = {part.lower() for part in source.name.split()} if source.kind is SourceKind.PERSON else set()
    for phrase in filter(_may_tie, (home or "", source.speaks_for or "", *words)):
        for name in _NAME.finditer(phrase):
            if _STATE.match(name[0]):
                continue
            key = _key(name[0])
            words = key.split()
            if words[0] in _none_of_a_side() or not own.isdisjoint(words):
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
    return f"{_PARTY}{_same().get(key, key)}"


@cache
def _same() -> dict[str, str]:
    return {name: names[0] for names in data("stakes")["parties"] for name in names}


@cache
def _none_of_a_side() -> frozenset[str]:
    """Return the first words of names that are no body of one side; parties are told apart from them."""
    parties = (name.split()[0] for name in _same())
    return frozenset((*data("stakes")["public"], *parties))


@cache
def _kinds() -> dict[str, str]:
    firms = dict.fromkeys(data("source_roles")["people"]["company"], "company")
    return firms | {word: kind for kind, words in data("stakes")["bodies"].items() for word in words}


@cache
def _bodies() -> Lexicon:
    return Lexicon(_kinds())


def _key(name: str) -> str:
    """Return a name as it is compared."""
    low = name.lower().replace("’", "'").removesuffix("'s").removesuffix("'").rstrip(".,")
    return low.removeprefix("the ") or low
