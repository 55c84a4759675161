"""Whose a list is: cue and source of a sentence that ends in a colon."""

from attrs import frozen

from source_audit.extract.cues import particles, prior, words
from source_audit.extract.line import Line
from source_audit.extract.phrases import Range, subject_before

_LEAST = 0.3


@frozen
class Lead:
    """The tokens of a cue and, unless nobody is told, of its source."""

    cue: Range
    source: Range | None


def lead_of(line: Line) -> Lead | None:
    """Return the last cue before the colon, with who does it: `Their union is demanding:`, `According to the audit:`."""
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
