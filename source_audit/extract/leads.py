"""Whose a list is: cue and source of a sentence that ends in a colon."""

from attrs import frozen

from source_audit.extract.cues import particles, prior, words
from source_audit.extract.line import Line
from source_audit.extract.phrases import Range, subject_after, subject_before

_LEAST = 0.3
_POINTERS = ("that", "this", "those", "these")
_ARE = ("was", "were", "is", "are")


@frozen
class Lead:
    """The tokens of a cue and, unless nobody is told, of its source."""

    cue: Range | None
    source: Range | None


def lead_of(line: Line) -> Lead | None:
    """Return the last cue before the colon, and whose it is: `Their union demands:`, `According to the audit:`."""
    stop = len(line) - 1
    for head in range(stop - 1, -1, -1):
        if line.quote[head] >= 0:
            continue
        if line.low[head] == "according" and line.at(head + 1) == "to" and head + 2 < stop:
            return Lead((head, head + 2), (head + 2, stop))
        if lead := _verb(line, head, stop):
            return lead
    return None


def _verb(line: Line, head: int, stop: int) -> Lead | None:
    """Return the cue whose main word is *head*, if it is one and has a subject."""
    particle = line.at(head + 1) in particles().get(line.low[head], {})
    if not particle and prior(line.low[head]) < _LEAST:
        return None
    first = head
    while first > 0 and line.low[first - 1] in words("auxiliaries"):
        first -= 1
    source = subject_before(line, first, 0)
    near = stop if stop - head <= 2 else head + 1 + particle
    return Lead((first, near), source) if source else None


def told_after(line: Line) -> Lead | None:
    """Return who spoke the quotation before: `That was Ruiz, speaking on Monday`, `So said Tom Hill`."""
    opening = line.low[:3]
    if opening[:2] == ["so", "said"]:
        return _lead((1, 2), _to_comma(line, subject_after(line, 2)))
    if opening[:1] and opening[0] in _POINTERS and opening[1:2] and opening[1] in _ARE:
        source = subject_after(line, 2)
        return _lead(None, source if source and all(line.cap(i) for i in range(*source)) else None)
    if opening[:2] == ["the", "words"] and line.at(2) in _ARE:
        return _lead(None, subject_after(line, 3))
    return None


def _lead(cue: Range | None, source: Range | None) -> Lead | None:
    return Lead(cue, source) if source else None


def _to_comma(line: Line, source: Range | None) -> Range | None:
    comma = next((i for i in range(*source) if line.low[i] == ","), source[1]) if source else 0
    return (source[0], comma) if source and comma > source[0] else None
