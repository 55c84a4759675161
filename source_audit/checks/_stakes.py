"""What each voice of an article has at stake and whose side it is on, as far as the text or a register tells it."""

import re
from collections.abc import Iterator
from itertools import islice

from attrs import evolve

from source_audit.attribution import Source, SourceKind
from source_audit.checks._near import lexicon, once
from source_audit.checks._roles import roles, voices
from source_audit.checks._voices import (
    NAME,
    PARTY,
    Stake,
    Voice,
    body_kinds,
    body_words,
    compared,
    in_one,
    no_bodies_of_a_side,
)
from source_audit.label import Label, What
from source_audit.labels.beside import beside
from source_audit.origin import JoinKind
from source_audit.reading import Reading

_MOST = 200
_MOST_MENTIONS = 3
_LEADING = 60
_MARK = re.compile(r"[.“”\";:,–—\n]")
_ONE = (JoinKind.ONE_BODY, JoinKind.ACCOUNT)
_FREE = ("expert", "affected")


@once
def weigh(reading: Reading) -> list[Voice]:
    """Return each voice with its stake; a crowd that nobody could count is none."""
    labels = {one.source_id: one.labels for one in reading.labelled if one.source_id}
    homes = _homes(reading)
    asked = islice((source for source in voices(reading) if not source.collective), _MOST)
    heard = _once([_voice(reading, one, labels.get(one.id, ()), homes.get(one.id)) for one in asked])
    partial = {key for one in heard if one.stake is Stake.INTEREST for key in one.sides if not key.startswith(PARTY)}
    if not partial:
        return heard
    return [evolve(one, stake=Stake.INTEREST) if partial & one.sides.keys() else one for one in heard]


def _once(heard: list[Voice]) -> list[Voice]:
    """Let a description that stands with a name ("its chairman, Conrad Vale") be the voice of that name."""
    people = {compared(one.source.name) for one in heard if one.source.named and one.source.kind is SourceKind.PERSON}
    nameless = [one for one in heard if not one.source.named] if people else []
    described = {key: one for one in nameless for key in people & one.sides.keys()}
    if not described:
        return heard
    doubles = {one.source.id for one in described.values()}
    return [_joined(one, described.get(compared(one.source.name))) for one in heard if one.source.id not in doubles]


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
        if key.startswith(PARTY) and all(key in voice.sides and voice.stake is Stake.OFFICE for voice in heard):
            return name
        if not key.startswith(PARTY) and _is_body_of_all(key, heard):
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
    own = frozenset(body_kinds()[span.of(key)] for span in body_words().find(key)).union(*named) or frozenset(
        {"company"}
    )
    belong = (
        key in voice.sides
        or (len(named) > 1 and key == compared(voice.source.name))
        or (voice.tied and not voice.sides and voice.kinds <= own)
        for voice in heard
    )
    return interested and known and len(own) == 1 and all(belong)


def _voice(reading: Reading, source: Source, labels: tuple[Label, ...], home: str | None) -> Voice:
    words = tuple(_words(reading, source))
    stake = _stake(reading, source, labels, in_one(words))
    if stake is Stake.OFFICE and source.affiliation is not None and _is_private(source.affiliation):
        stake = Stake.UNKNOWN if lexicon("stakes", "ambiguous").first(in_one(words)) else stake
    return Voice(source=source, stake=stake, words=words, labels=labels, home=home)


def _is_private(affiliation: str) -> bool:
    """Tell whether a body that somebody belongs to has a name that is not like those of public ones."""
    name = NAME.search(affiliation)
    return name is not None and compared(name[0]).split()[0] not in no_bodies_of_a_side()


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
    stands_for_body = role == "company" or body_words().first(told)
    return Stake.INTEREST if stands_for_body else Stake.UNKNOWN
