"""An audit seen as material for questions: excerpts, paragraphs, and how sure the audit is of each statement."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate
from typing import Any

from attrs import frozen

from source_audit.attribution import Attribution, Source
from source_audit.audit import Audit
from source_audit.document import BODY_KINDS, Block, Document
from source_audit.extract import extract_reading
from source_audit.finding import Finding, Verdict
from source_audit.reading import Reading
from source_audit.resources import data
from source_audit.span import Span
from source_audit.teach.model import Band, Key, Quote

_WORD = re.compile(r"\w+")
_PAUSE = re.compile(r"[,;:—–]")
_LOOKED_AT = 1_000


def texts(exercise: str) -> dict[str, Any]:
    """Return the texts of one exercise."""
    table: dict[str, Any] = data("lesson")["exercise"][exercise]
    return table


def options(exercise: str) -> dict[str, str]:
    """Return the answers of an exercise by their names."""
    return {name: short for name, (short, _) in texts(exercise)["options"].items()}


def limit(name: str) -> int:
    """Return one of the numbers by which items are chosen."""
    return int(data("lesson")["limits"][name])


@frozen(kw_only=True)
class Draft:
    """An item before it has its number: the excerpt, the key and what it asks."""

    span: Span
    key: Key


class Cover:
    """Places of a text, asked quickly whether one of them touches a span."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        self._ends = list(accumulate((span.end for span in ordered), max))

    def touches(self, span: Span) -> bool:
        """Tell whether a place shares at least one code point with a span."""
        before = bisect_left(self._starts, span.end)
        return before > 0 and self._ends[before - 1] > span.start


@frozen(kw_only=True, slots=False)
class Material:
    """An audit with the sentences and names of its text."""

    audit: Audit
    reading: Reading

    @classmethod
    def of(cls, audit: Audit) -> "Material":
        """Read an audit's text again for its sentences and names, which a report does not keep."""
        return cls(audit=audit, reading=extract_reading(audit.document))

    @property
    def document(self) -> Document:
        """The article."""
        return self.audit.document

    @property
    def text(self) -> str:
        """The article's text."""
        return self.document.text

    @cached_property
    def statements(self) -> tuple[Attribution, ...]:
        """The attributions that say something in the body, in order."""
        said = (a for a in self.audit.attributions if a.contents and self.block(a.contents[0].start))
        return tuple(sorted(said, key=lambda attribution: attribution.start)[: limit("considered")])

    @cached_property
    def attributed(self) -> "Cover":
        """Every place that belongs to an attribution, in the body or not."""
        return Cover(part for a in self.audit.attributions for part in (*a.contents, *a.cue, *a.sources))

    def block(self, offset: int) -> Block | None:
        """Return the block of the body in which an offset lies."""
        block = self.document.block_at(offset)
        return block if block and block.kind in BODY_KINDS else None

    def quote(self, span: Span) -> Quote:
        """Return the words of a span with their place."""
        around = limit("around")
        return Quote(
            exact=span.of(self.text),
            prefix=self.text[max(0, span.start - around) : span.start],
            suffix=self.text[span.end : span.end + around],
            start=span.start,
            end=span.end,
            paragraph=self._numbers.get(block.span.start, 0) if (block := self.block(span.start)) else 0,
        )

    def sentences(self, span: Span) -> Span | None:
        """Return the whole sentences around a span within its paragraph, or None outside the body."""
        block = self.block(span.start)
        if block is None:
            return None
        touched = list(self.reading.sentences_in(span)) or [span]
        start = max(min(span.start, touched[0].start), block.span.start)
        end = min(max(span.end, touched[-1].end), block.span.end)
        return self.trimmed(Span(start, max(start, end)))

    def trimmed(self, span: Span) -> Span:
        """Return a span without the white space at its ends."""
        words = span.of(self.text)
        lead = len(words) - len(words.lstrip())
        return Span(span.start + lead, span.start + lead + len(words.strip()))

    def shortened(self, span: Span) -> Span:
        """Return a span up to the last comma, dash or the like by which it is not too long."""
        ends = [span.end, *(span.start + pause.end() for pause in _PAUSE.finditer(span.of(self.text)[:_LOOKED_AT]))]
        parts = (self.trimmed(Span(span.start, end)) for end in sorted(ends, reverse=True))
        return next(filter(self.fits, parts), span)

    def fits(self, span: Span) -> bool:
        """Tell whether an excerpt is neither too short to mean something nor too long to copy."""
        return limit("least_words") <= self.count(span) <= limit("most_words")

    def count(self, span: Span) -> int:
        """Return the number of words in a span."""
        return len(_WORD.findall(span.of(self.text)))

    def findings(self, *checks: str) -> Iterator[tuple[str, Finding]]:
        """Yield the findings of these checks, each with the id of its check."""
        for name in checks:
            if answer := self.audit.answers.get(name):
                yield from ((name, finding) for finding in answer.findings)

    def is_unsettled(self, span: Span, *checks: str) -> bool:
        """Tell whether one of these checks leaves words of a span for the reader to settle."""
        unsure = (finding for _, finding in self.findings(*checks) if finding.verdict is Verdict.UNSURE)
        return any(finding.span.overlaps(span) for finding in unsure)

    def same_voice(self, source: Source) -> tuple[str, ...]:
        """Return the names of the other sources that are one voice with this one."""
        origin = self.audit.origins.of(source.id)
        others = {s.id: s.name for s in self.audit.sources if origin and s.id in origin.source_ids}
        return tuple(sorted({name for name in others.values() if name != source.name}))

    def quoted_in(self, span: Span) -> Span | None:
        """Return the first quotation of some length inside a span, marks included."""
        quotations = self.reading.quotations
        for quotation in quotations[bisect_left(quotations, span.start, key=lambda q: q.span.start) :]:
            if quotation.span.start >= span.end:
                break
            if span.contains(quotation.span) and self.fits(quotation.span):
                return quotation.span
        return None

    @cached_property
    def _numbers(self) -> dict[int, int]:
        return {block.span.start: number for number, block in enumerate(self.document.body, start=1)}


def band_of(confidence: float) -> Band:
    """Return how sure a key may be that rests on an attribution of this confidence."""
    bands = data("lesson")["bands"]
    if confidence >= bands["sure"]:
        return Band.SURE
    return Band.LIKELY if confidence >= bands["likely"] else Band.OPEN
