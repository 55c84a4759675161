"""What part each voice has in the matter of an article, and whose side all are on whose part is told.

A person of whom the text tells nothing but the name, or a body of which it does not tell what it is, that speaks once
is left out: a reader cannot count it for anybody.
"""

import re
from enum import StrEnum
from functools import cache

from source_audit.attribution import SourceKind
from source_audit.checks._near import lexicon, once
from source_audit.checks._one_study import one_study
from source_audit.checks._part_in_study import speakers_on_study
from source_audit.checks._roles import roles
from source_audit.checks._stakes import are_several, weigh
from source_audit.checks._voices import PARTY, Stake, Voice, compared, in_one
from source_audit.lexicon import Lexicon
from source_audit.reading import Reading
from source_audit.resources import data

_OWN = re.compile(r"(?:[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Tt]he\s[a-z]+['’]s|[a-z]+['’]s|[A-Z]\w+['’]s)\s")
"""A role in somebody's house: "its chairman", "the union's secretary", "Gradewell's founder"."""
_PRONOUNS = frozenset({"its", "his", "her", "their"})
_TELLS = re.compile(r"\bwho\b|\ban?\s")
_LEAST_SAID = 2
_LEADING, _NEARLY = 8, 0.7
"""So many statements, and so great a part of all, make a voice the one on which an article rests."""
_MEMBERS = frozenset({"association", "union"})
"""A body of these kinds may be called by either."""


class Part(StrEnum):
    """The part that a voice has in the matter: a public office, a stake, one that is not known, or not told."""

    OFFICE = "office"
    SIDE = "side"
    OPEN = "open"
    UNTOLD = "untold"


def free_voices(reading: Reading) -> list[Voice]:
    """Return the voices that have no stake in the matter."""
    role = roles(reading)
    return [voice for voice in weigh(reading) if _is_free(voice, role[voice.source.id])]


@once
def parts(reading: Reading) -> list[tuple[Part, Voice]]:
    """Return every voice of an article in which nobody without a stake speaks, with its part."""
    return [(_part(voice), voice) for voice in weigh(reading)]


def told_side(reading: Reading) -> str | None:
    """Return the one body on whose side all voices are whose part is told, as it is shown."""
    told = [(part, voice) for part, voice in parts(reading) if part is not Part.UNTOLD]
    if any(part is not Part.SIDE for part, _ in told):
        return None
    voices = [voice for _, voice in told]
    interested = (voice for voice in voices if voice.stake is Stake.INTEREST)
    names = {key: name for one in interested for key, name in one.sides.items() if not key.startswith(PARTY)}
    if not are_several(voices) or len(_kinds(voices)) > 1:
        return None
    return next((name for key, name in names.items() if all(_is_of(key, voice) for voice in voices)), None)


def only_offices(reading: Reading) -> list[Voice]:
    """Return the public offices that speak if nobody else does, or three of them that say nearly all that is said."""
    found = parts(reading)
    offices = [voice for part, voice in found if part is Part.OFFICE]
    if len(offices) == len(found):
        return offices if are_several(offices) else []
    others = sum(_said(voice) for part, voice in found if part not in (Part.OFFICE, Part.UNTOLD))
    most = sum(map(_said, offices)) >= _NEARLY * sum(_said(voice) for _, voice in found)
    return offices if most and len(offices) > _LEAST_SAID and others < _LEAST_SAID else []


def leading(reading: Reading) -> tuple[Part, Voice] | None:
    """Return the voice that says nearly all that is said in an article."""
    found = parts(reading)
    first = max(found, key=lambda one: _said(one[1]), default=None)
    said = _said(first[1]) if first else 0
    return first if said >= _LEADING and said >= _NEARLY * sum(_said(voice) for _, voice in found) else None


def judged_by_makers(reading: Reading) -> bool:
    """Tell whether a study carries an article in which nobody from outside speaks and somebody gains by it.

    That is so where the text tells of money, or where one body with a stake speaks again and again.
    """
    if one_study(reading) is None or not speakers_on_study(reading).only_makers:
        return False
    if any(lexicon("stakes", "paying").first(reading.text, block.span) for block in reading.document.body):
        return True
    interested = [voice for voice in weigh(reading) if voice.stake is Stake.INTEREST]
    return sum(map(_said, interested)) >= _LEAST_SAID and len(_kinds(interested)) == 1


def _said(voice: Voice) -> int:
    return len(voice.source.attribution_ids)


def _is_free(voice: Voice, role: str) -> bool:
    """Tell whether a voice has no stake: it watches or judges, was there, or is an expert and belongs to nobody."""
    if voice.source.kind is SourceKind.DOCUMENT:
        return _watches(voice.source.name) or (voice.stake is Stake.NONE and not _is_made(voice))
    if role == "official":
        return voice.stake is Stake.NONE or _watches(voice.source.role or "")
    return voice.stake is Stake.NONE and not (_is_own(voice) or voice.kinds or voice.tied or _is_untold(voice))


def _watches(words: str) -> bool:
    return lexicon("stakes", "none").first(words) is not None


def _is_made(voice: Voice) -> bool:
    """Tell whether a paper speaks for those who made it, as a study or survey does."""
    return lexicon("stakes", "made").first(voice.source.name) is not None


def _part(voice: Voice) -> Part:
    """Return the part of somebody who is not known to be without a stake."""
    if voice.source.kind is SourceKind.DOCUMENT:
        return Part.UNTOLD if _is_made(voice) else Part.OPEN
    if voice.stake is Stake.INTEREST or voice.tied or _is_own(voice):
        return Part.SIDE
    if voice.stake is Stake.OFFICE or _has_office(voice):
        return Part.OFFICE
    return Part.UNTOLD if _is_untold(voice) else Part.OPEN


def _is_own(voice: Voice) -> bool:
    """Tell whether somebody has a job in a house that is no public one."""
    role = voice.source.role or ""
    return _OWN.match(role) is not None and not _public().first(role) and not lexicon("stakes", "apart").first(role)


def _is_untold(voice: Voice) -> bool:
    source = voice.source
    if _said(voice) >= _LEAST_SAID:
        return False
    if source.kind is SourceKind.ORGANISATION:
        known = lexicon("stakes", "scholarly").first(source.name) is not None
        return voice.stake in (Stake.UNKNOWN, Stake.NONE) and not voice.kinds and not known and not source.speaks_for
    unknown = voice.stake is Stake.UNKNOWN and not voice.kinds and source.role is None
    named = source.kind is SourceKind.PERSON and source.named
    return unknown and ((named and not _TELLS.search(in_one(voice.words))) or source.name.lower() == "another")


def _has_office(voice: Voice) -> bool:
    """Tell whether a role, a title before the name or a body's name is a public one."""
    source = voice.source
    own = _titles(voice) if source.kind is SourceKind.PERSON else [source.name]
    told = in_one(filter(None, (source.role, source.affiliation, *own)))
    return _public().first(told) is not None and not lexicon("advocates", "past").first(told)


def _titles(voice: Voice) -> list[str]:
    """Return what stands before a name where it is mentioned: "Sgt" of "Sgt Maeve Rose, who led the search"."""
    first = voice.source.name.split()[0]
    return [before for words in voice.words if (before := words.partition(first)[0]) != words]


@cache
def _public() -> Lexicon:
    return Lexicon((*data("stakes")["offices"], *data("stakes")["none"]))


def _kinds(voices: list[Voice]) -> set[str]:
    found = {kind for voice in voices for kind in voice.kinds}
    return {"members"} if found and found <= _MEMBERS else found


def _is_of(key: str, voice: Voice) -> bool:
    """Tell whether a voice is of a body: by its words, or by a job in a house where it has no other."""
    if key in voice.sides or key == compared(voice.source.name):
        return True
    own = voice.source.name if voice.source.kind is SourceKind.ORGANISATION else None
    others = filter(None, (own, voice.source.affiliation, voice.source.speaks_for))
    elsewhere = any(other[:1].isupper() and other.lower() not in _PRONOUNS for other in others)
    return not elsewhere and (voice.tied or _is_own(voice))
