"""What is marked in the article: the stretches of each statement and the words of each finding."""

from collections.abc import Iterable

from attrs import define

from source_audit.attribution import Attribution
from source_audit.audit import Audit
from source_audit.document import Document
from source_audit.report.marks import bridged
from source_audit.report.points import Point
from source_audit.report.sources import Tag, Voices
from source_audit.span import Span


@define(kw_only=True, eq=False)
class Statement:
    """A statement as it is marked: the id of its place, its form, and the tags of all who make it, if that is told."""

    id: str
    form: str
    letter: str
    tags: tuple[Tag, ...]
    source_ids: tuple[str, ...]
    pieces: tuple[Span, ...]


@define(kw_only=True, eq=False)
class Hit:
    """The words of one finding as they are marked, and the point that its chip leads to."""

    id: str
    point: Point
    text: str
    noted: bool
    pieces: tuple[Span, ...]


def statements_of(audit: Audit, voices: Voices) -> tuple[Statement, ...]:
    """Return the statements of body and posts as they are marked, in the order of the text."""
    made: list[Statement] = []
    for attribution, letter in zip(voices.statements, voices.letters, strict=True):
        pieces = _pieces(audit.document, attribution)
        if pieces:
            own = voices.of(attribution)
            made.append(
                Statement(
                    id=f"s{len(made) + 1}",
                    form=attribution.kind.value,
                    letter=letter,
                    tags=tuple([voice.tag for voice in own]),
                    source_ids=tuple([voice.source.id for voice in own]),
                    pieces=pieces,
                )
            )
    return tuple(made)


def hits_of(document: Document, points: Iterable[Point]) -> tuple[Hit, ...]:
    """Return the primary words of each finding, once for each point; what stands outside the blocks is not marked."""
    made: list[Hit] = []
    for point in points:
        first, seen = len(made), set[Span]()
        for finding in point.findings:
            pieces = () if finding.span in seen else _in_blocks(document, finding.span)
            seen.add(finding.span)
            if pieces:
                text, noted = finding.message.rstrip("."), len(made) == first
                made.append(Hit(id=f"m{len(made) + 1}", point=point, text=text, noted=noted, pieces=pieces))
    return tuple(made)


def _pieces(document: Document, attribution: Attribution) -> tuple[Span, ...]:
    """Return the stretches of a statement: its content, with cue and source where they stand in the same blocks."""
    spans = (*attribution.contents, *attribution.cue, *attribution.sources)
    rooms = document.rooms_of(attribution.contents or attribution.cue)
    return tuple([piece for room in rooms for piece in bridged(document.text, spans, room)])


def _in_blocks(document: Document, span: Span) -> tuple[Span, ...]:
    return tuple(Span(max(span.start, room.start), min(span.end, room.end)) for room in document.rooms_of([span]))
