"""Statements that are said again: by posts, or by other voices of the body in the same words."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from attrs import frozen

from source_audit.attribution import Attribution, Kind, Repeat
from source_audit.document import Document
from source_audit.extract.aligning import LEAST_OVERLAP, LEAST_RUN, Index, Stretch, stretch
from source_audit.span import Span

_WORD = re.compile(r"\w+")
_TWICE = 5
"""How many words in a row make two statements worth a look."""
_QUOTED = re.compile(r"[“\"«]([^”\"»]{12,})(?:[”\"»]|$)")


@frozen(kw_only=True)
class Echo:
    """A statement that says again, in the same words, what an earlier one of another source has said."""

    attribution: Attribution
    original: Attribution
    said: Span
    again: Span


def find_repeats(document: Document, attributions: Sequence[Attribution]) -> tuple[Repeat, ...]:
    """Return, for each post, the statement that it repeats best."""
    if not document.embeds:
        return ()
    index, said = Index(), []
    for attribution in attributions:
        if attribution.rule != "post" and (own := _words(document, attribution)):
            index.add(own)
            said.append(attribution)
    best = (_best(document, number, index, said) for number in range(len(document.embeds)))
    return tuple(repeat for repeat in best if repeat)


def find_echoes(document: Document, attributions: Sequence[Attribution]) -> Iterator[Echo]:
    """Yield the quoted statements that are little else than an earlier one of another source."""
    quoted = [a for a in attributions if a.rule != "post" and a.kind is not Kind.INDIRECT and a.source]
    quoted = _alike(document.text, quoted)
    index, said = Index(), list[Attribution]()
    for attribution in quoted:
        own = _words(document, attribution)
        if own is None:
            continue
        for number, found in index.alike(own):
            same = not _speaker_ids(said[number]).isdisjoint(_speaker_ids(attribution))
            if not same and found.overlap >= LEAST_OVERLAP and found.longest >= LEAST_RUN:
                yield Echo(attribution=attribution, original=said[number], said=found.first, again=found.second)
                break
        index.add(own)
        said.append(attribution)


def _alike(text: str, statements: Sequence[Attribution]) -> list[Attribution]:
    """Return, at little cost, the statements that share words in a row with another."""
    rows = [_rows(text, statement) for statement in statements]
    held = Counter(chain.from_iterable(rows))
    if len(held) == sum(map(len, rows)):
        return []
    twice = {row for row, number in held.items() if number > 1}
    return [statement for statement, own in zip(statements, rows, strict=True) if not own.isdisjoint(twice)]


def _rows(text: str, statement: Attribution) -> set[tuple[str, ...]]:
    """Return each few words in a row of a statement."""
    found = _WORD.findall(" ".join([span.of(text) for span in statement.contents]).lower())
    return set(zip(*(found[skip:] for skip in range(_TWICE)), strict=False))


def _speaker_ids(attribution: Attribution) -> frozenset[str]:
    return frozenset(source.id for source in attribution.speakers)


def _words(document: Document, attribution: Attribution) -> Stretch | None:
    """Return the words of a statement that has enough of them in quotation marks."""
    if attribution.kind is Kind.INDIRECT:
        return None
    own = stretch(document.text, attribution.contents)
    return own if own.long_enough else None


def _best(document: Document, number: int, index: Index, said: Sequence[Attribution]) -> Repeat | None:
    """Return the best repeat of a post, in the words that it quotes or in all of them."""
    words = document.embeds[number].words
    if words is None:
        return None
    quoted = [Span(m.start(1), m.end(1)) for m in _QUOTED.finditer(document.text, words.start, words.end)]
    found = [
        Repeat(
            embed=number,
            attribution_id=said[place].id,
            quoted=alignment.first,
            post=alignment.second,
            overlap=alignment.overlap,
        )
        for part in ([quoted, [words]] if quoted else [[words]])
        for place, alignment in index.alike(stretch(document.text, part))
    ]
    return max(found, key=lambda repeat: repeat.overlap, default=None)
