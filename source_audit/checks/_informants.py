"""Unnamed people who tell the reporter something, with what they say: what several checks of anonymity ask about."""

import re
from collections.abc import Iterator
from functools import cache

from source_audit.attribution import Attribution, Source, SourceKind
from source_audit.checks._near import lexicon
from source_audit.reading import Reading
from source_audit.resources import data

_WORD = re.compile(r"[A-Za-zÀ-ÿ]{4,}")
_OWNED = re.compile(r"\w['’]s?\s")
SURE = 0.6
"""From this confidence on it is taken for sure that somebody says something."""
_BEGINNING = 5
_KNOWS = 3
"""The rung of the ladder from which the text says how a source knows."""


def informants(reading: Reading) -> Iterator[tuple[Source, list[Attribution]]]:
    """Yield each unnamed source that tells something in the body, with the statements that are surely its own."""
    body = {statement.id for statement in reading.body_attributions}
    for source in reading.unnamed_sources:
        if _is_informant(source):
            said = [reading.attribution(name) for name in source.attribution_ids if name in body]
            if said:
                yield source, [statement for statement in said if statement.confidence >= SURE and statement.contents]


def are_several(sources: list[Source]) -> bool:
    """Tell whether unnamed sources are more than one person."""
    return len(sources) > 1 or any(source.kind is SourceKind.UNNAMED_GROUP for source in sources)


def is_routine(source: Source) -> bool:
    """Tell whether a source speaks for an office, so that a body answers for its words."""
    return source.speaks_for is not None or lexicon("reasons", "routine").first(source.name) is not None


def may_be_named(reading: Reading, source: Source) -> bool:
    """Tell whether the text may name a source further on: one of the group, or somebody with an office who speaks."""
    mentions = (mention.of(reading.text) for mention in source.mentions)
    if any(lexicon("informants", "naming").first(mention) for mention in mentions):
        return True
    holds_office = head_of(source.name) in data("informants")["offices"] and source.reason_unnamed is None
    after = max((mention.start for mention in source.mentions), default=0)
    people = (other for other in reading.sources if other.named and other.kind is SourceKind.PERSON)
    return holds_office and any(mention.start > after for other in people for mention in other.mentions[:1])


def is_known_by_relation(source: Source) -> bool:
    """Tell whether a description means one certain person: "his lawyer", "its chairman"."""
    table, ends = data("informants"), lexicon("reasons", "head_ends").first(source.name)
    owned = _OWNED.search(source.name[: ends.start if ends else None])
    opens = owned is not None or source.name.lower().split(maxsplit=1)[0] in table["owners"]
    one = source.kind is SourceKind.UNNAMED_PERSON and opens
    return one and head_of(source.name) not in (*table["heads"], "neighbour", "neighbor")


def topic(text: str) -> frozenset[str]:
    """Return the beginnings of the words that tell what a text is about."""
    words = set(map(str.lower, _WORD.findall(text)))
    return frozenset([word[:_BEGINNING] for word in words - _common()])


@cache
def _common() -> frozenset[str]:
    return frozenset(data("informants")["common"])


def head_of(description: str) -> str:
    """Return the last noun of a description before what is added to it: "official" of "an official who left"."""
    end = lexicon("reasons", "head_ends").first(description)
    words = description[: end.start if end else None].replace(",", " ").lower().split()
    return words[-1] if words else ""


def _is_informant(source: Source) -> bool:
    """Tell whether a description means somebody who tells the reporter something and whom no reader could name."""
    table, words, head = data("informants"), source.name.lower().split(), head_of(source.name)
    knows = (source.anonymity or 0) >= _KNOWS or lexicon("anonymity", "formulas").first(source.name) is not None
    known = head in table["heads"] or (head in table["loose"] and knows)
    opens = known and (words[0] in table["openings"] or source.kind is SourceKind.UNNAMED_GROUP)
    return opens and not any(word in table["unique"] for word in words[:3])
