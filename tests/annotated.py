"""Texts with their attributions marked in place, and what is read of a text compared with the marks.

``{s:Ruiz} {c:said} {i:that the bridge would reopen}`` marks source, cue and content. The letter of a content says its
kind: ``d`` direct, ``m`` mixed, ``i`` indirect, ``q`` not said; ``o``
marks what may be found or not, where readers differ. A label tells several attributions apart, two labels
share a part: ``{s1,2:Ruiz} {c1:said} {i1:she slept} and {c2:added} {i2:that she dreamt}``. Parts with one label belong
together, so a content may stand in pieces. Labels without a capital hold within their paragraph, those with one
throughout the text. ``{s=Ana Ruiz:She}`` says who is meant; ``{s=?:she}`` that nobody can be named. Marks may be
nested. ``¶`` is a blank line and ``↵`` a new line.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from attrs import define, field, frozen

from source_audit.attribution import Attribution
from source_audit.extract import extract_reading
from source_audit.parse import parse_document
from source_audit.reading import Reading
from source_audit.span import Span

_MARK = re.compile(r"\{([scdmiqo])([A-Za-z0-9,]*)(?:=([^:{}]+))?:|\}")
_BREAK = re.compile(r"\s*¶\s*|\s*↵\s*")
_WORD = re.compile(r"\w+(?:['’.,\-]\w+)*")
_KINDS = {"d": "direct", "m": "mixed", "i": "indirect", "q": None, "o": None}
_LEAST_OVERLAP = 0.5


@define
class Marked:
    """An attribution as a reader marked it: its parts in order, its kind and the name of its source, where given."""

    contents: list[Span] = field(factory=list)
    cues: list[Span] = field(factory=list)
    sources: list[Span] = field(factory=list)
    kind: str | None = None
    name: str | None = None
    optional: bool = False


@frozen
class Annotated:
    """A text without its marks, and the attributions that were marked in it, in order of their first part."""

    text: str
    attributions: tuple[Marked, ...]


def annotated(notation: str) -> Annotated:
    """Return the text and its attributions; a mark that is never closed, or an attribution without content, raises."""
    notation = _BREAK.sub(lambda match: "\n\n" if "¶" in match[0] else "\n", notation.strip())
    plain, end, paragraph = "", 0, 0
    found: dict[tuple[int, str], Marked] = {}
    opened: list[tuple[re.Match[str], int, int]] = []
    for match in _MARK.finditer(notation):
        plain += notation[end : match.start()]
        end = match.end()
        if match[1]:
            opened.append((match, len(plain), plain.count("\n\n")))
            continue
        mark, start, paragraph = opened.pop()
        for label in (mark[2] or "").split(","):
            place = -1 if label != label.lower() else paragraph
            _add(found.setdefault((place, label), Marked()), mark, Span(start, len(plain)))
    plain += notation[end:]
    if opened or "{" in plain:
        raise ValueError(f"a mark is not closed: {plain[-60:]!r}")
    for marked in found.values():
        if not marked.contents:
            raise ValueError(f"an attribution has no content: {[span.of(plain) for span in marked.cues]}")
    return Annotated(plain, tuple(sorted(found.values(), key=_first)))


def _add(marked: Marked, mark: re.Match[str], span: Span) -> None:
    parts = {"s": marked.sources, "c": marked.cues}.get(mark[1], marked.contents)
    parts.append(span)
    parts.sort()
    marked.kind = _KINDS.get(mark[1]) or marked.kind
    marked.optional |= mark[1] == "o"
    marked.name = mark[3] or marked.name


def _first(marked: Marked) -> int:
    return min(span.start for span in (*marked.contents, *marked.cues, *marked.sources))


def read(text: str) -> Reading:
    """Read a copied text."""
    reading = extract_reading(parse_document(text, content_type="text"))
    assert reading.text == text
    return reading


def words_in(text: str, spans: Iterable[Span]) -> frozenset[Span]:
    """Return where the words are that stand in the spans; marks and punctuation are no words."""
    return frozenset(Span(*match.span()) for span in spans for match in _WORD.finditer(text, span.start, span.end))


def overlap(text: str, one: Iterable[Span], other: Iterable[Span]) -> float:
    """Return the words that two groups of spans share as a part of all their words (0 to 1)."""
    left, right = words_in(text, one), words_in(text, other)
    return len(left & right) / len(left | right) if left | right else 0.0


def pair_up(
    text: str, wanted: Sequence[Marked], found: Sequence[Attribution]
) -> Iterator[tuple[Marked, Attribution, float]]:
    """Yield what was marked with what was found of it, best first and each once, if at least half the words agree."""
    rated = [
        (overlap(text, marked.contents, each.contents), -i, -j)
        for i, marked in enumerate(wanted)
        for j, each in enumerate(found)
    ]
    left, right = set(range(len(wanted))), set(range(len(found)))
    for rate, i, j in sorted(rated, reverse=True):
        if rate >= _LEAST_OVERLAP and -i in left and -j in right:
            left.remove(-i)
            right.remove(-j)
            yield wanted[-i], found[-j], rate
