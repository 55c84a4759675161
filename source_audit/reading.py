"""The reading of an article: the document with who says what in it, and what else a check may look at."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from typing import Any

from attrs import field, frozen

from source_audit.attribution import Attribution, Name, Quotation, Repeat, Source
from source_audit.claim import Claim
from source_audit.document import BODY_KINDS, Document, Link
from source_audit.label import Labelled
from source_audit.lazy import lazy
from source_audit.origin import Origins
from source_audit.reference import Reference, Support
from source_audit.span import Span
from source_audit.supplied import SuppliedText, Visit

_NOT_TOLD = re.compile(
    r"(?:may|might|would|could|can|will|should|asked|asks|asking|wondered|wonders|yelled|shouted|screamed|chanted|heckled|sought)\b"
)
_LIKELY = 0.33
"""Below this confidence most statements are none, or another source's."""

_OF_MORE = ("cited_links", "kept")
"""What is worked out of more than the document, its statements and their sources."""


@frozen(kw_only=True, slots=False)
class Reading:
    """All that a check may look at.

    ``against`` and ``releases`` are texts that the caller supplied; ``visits`` are what the addresses of links
    answered, None where nobody asked for visits.
    """

    document: Document
    attributions: tuple[Attribution, ...] = ()
    sources: tuple[Source, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    sentences: tuple[Span, ...] = ()
    names: tuple[Name, ...] = ()
    repeats: tuple[Repeat, ...] = ()
    origins: Origins = field(factory=Origins)
    labelled: tuple[Labelled, ...] = ()
    references: tuple[Reference, ...] = ()
    against: tuple[SuppliedText, ...] = ()
    releases: tuple[SuppliedText, ...] = ()
    visits: tuple[Visit, ...] | None = None
    claims: tuple[Claim, ...] = ()

    def but(self, **changes: Any) -> "Reading":
        """Return the reading with more found: what was worked out of the document and its statements is kept."""
        other = object.__new__(Reading)
        kept = {name: value for name, value in self.__dict__.items() if name not in _OF_MORE}
        object.__setattr__(other, "__dict__", kept | changes)
        return other

    @lazy
    def text(self) -> str:
        """The document's text."""
        return self.document.text

    @lazy
    def body_attributions(self) -> tuple[Attribution, ...]:
        """The statements of the body: headline, captions and embeds stay out."""
        return tuple(a for a in self.attributions if self._in_body(a.contents[0] if a.contents else a.cue[0]))

    @lazy
    def unnamed_sources(self) -> tuple[Source, ...]:
        """The sources that could be counted but are not named, if a statement is likely to be theirs alone.

        What somebody with a name says together with them rests on that name.
        """
        body = (a for a in self.body_attributions if a.contents and a.confidence >= _LIKELY and not a.named)
        likely = {source.id for a in body if self._is_told(a) for source in a.speakers}
        return tuple(source for source in self.sources if source.unnamed and source.id in likely)

    def _is_told(self, attribution: Attribution) -> bool:
        """Tell whether somebody tells something: no question, no shout, nothing that "a reader might say"."""
        return not any(_NOT_TOLD.match(self.text, span.start, span.end) for span in attribution.cue)

    @lazy
    def supports(self) -> tuple[Support, ...]:
        """What the links that stand in a sentence stand with, in their order."""
        if not self.document.links:
            return ()
        said: dict[int, dict[str, None]] = {}
        for attribution in self.attributions:
            for span in (*attribution.contents, *attribution.cue, *attribution.sources):
                for sentence in self.sentences_in(span):
                    said.setdefault(sentence.start, {})[attribution.id] = None
        places = (self.sentence_at(link.span.start) for link in self.document.links)
        return tuple(
            Support(link=number, sentence=place, attribution_ids=tuple(said.get(place.start, ())))
            for number, place in enumerate(places)
            if place
        )

    @lazy
    def cited_links(self) -> tuple[Link, ...]:
        """The links that stand with a statement or with a document that is named, in their order."""
        cited = {number for reference in self.references for number in reference.links}
        cited |= {support.link for support in self.supports if support.attribution_ids}
        return tuple(self.document.links[number] for number in sorted(cited))

    def links_in(self, span: Span) -> range:
        """Return the indexes of the links that begin in *span*."""
        first = bisect_left(self.document.links, span.start, key=_start)
        return range(first, bisect_left(self.document.links, span.end, lo=first, key=_start))

    def references_in(self, span: Span) -> Iterator[Reference]:
        """Yield the mentions that share at least one code point with *span*."""
        place = max(bisect_right(self.references, span.start, key=_start) - 1, 0)
        while place < len(self.references) and self.references[place].span.start < span.end:
            if self.references[place].span.overlaps(span):
                yield self.references[place]
            place += 1

    def attribution(self, attribution_id: str) -> Attribution:
        """Return the attribution with this id."""
        return self._by_id[attribution_id]

    def sentence_at(self, offset: int) -> Span | None:
        """Return the sentence in which *offset* lies."""
        place = bisect_right(self._starts, offset) - 1
        return self.sentences[place] if place >= 0 and offset < self.sentences[place].end else None

    def sentences_in(self, span: Span) -> Iterator[Span]:
        """Return the sentences that share at least one code point with *span*."""
        place = max(bisect_right(self._starts, span.start) - 1, 0)
        found = self.sentences[place : bisect_left(self._starts, span.end, place)]
        return iter(found if not found or found[0].end > span.start else found[1:])

    def around(self, span: Span, reach: int) -> Span:
        """Return the stretch from *reach* sentences before the start of *span* to *reach* after its end."""
        if not self.sentences:
            return span
        first = max(bisect_right(self._starts, span.start) - 1 - reach, 0)
        last = min(max(bisect_right(self._starts, span.end) - 1 + reach, 0), len(self.sentences) - 1)
        return Span(min(self.sentences[first].start, span.start), max(self.sentences[last].end, span.end))

    @lazy
    def kept(self) -> dict[Callable[["Reading"], Any], Any]:
        """What checks have worked out of this reading, by what works it out."""
        return {}

    @lazy
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @lazy
    def _by_id(self) -> dict[str, Attribution]:
        return {attribution.id: attribution for attribution in self.attributions}

    def _in_body(self, span: Span) -> bool:
        block = self.document.block_at(span.start)
        return block is not None and block.kind in BODY_KINDS


def _start(thing: Link | Reference) -> int:
    return thing.span.start
