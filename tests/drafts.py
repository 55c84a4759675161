"""Readings made by hand, so that a check is tested by itself and not by what the extraction finds."""

import re
from typing import Any

from attrs import evolve

from source_audit.attribution import Attribution, Kind, Quotation, Repeat, Source, SourceKind, Use
from source_audit.extract.claims import find_claims
from source_audit.extract.references import find_references
from source_audit.origin import Origin, Origins
from source_audit.parse import parse_document
from source_audit.reading import Reading
from source_audit.span import Span
from source_audit.supplied import Outcome, Visit

_SENTENCE = re.compile(r"\S[^.!?\n]*(?:[.!?]+[\"”]?(?=\s|$)|$|(?=\n))", re.MULTILINE)


class Draft:
    """A text with the sources and statements that a test gives it."""

    def __init__(self, text: str, *, html: bool = False, **changes: Any) -> None:
        url = "https://courier.example/news/1" if html else None
        document = parse_document(text, url=url, content_type="html" if html else "text")
        self.document = evolve(document, **changes)
        self.text = self.document.text
        self._sources: dict[str, Source] = {}
        self._attributions: list[Attribution] = []
        self._quotations: list[Quotation] = []
        self._repeats: list[Repeat] = []
        self._merged: list[tuple[str, ...]] = []

    def at(self, words: str, nth: int = 0) -> Span:
        """Return where these words stand, for the nth time."""
        place = -1
        for _ in range(nth + 1):
            place = self.text.index(words, place + 1)
        return Span(place, place + len(words))

    def source(self, name: str, *, at: str | None = None, kind: SourceKind = SourceKind.PERSON, **facts: Any) -> str:
        """Add a source that is mentioned where its name (or *at*) first stands, and return its id."""
        own = f"s{len(self._sources) + 1}"
        unnamed = kind in (SourceKind.UNNAMED_PERSON, SourceKind.UNNAMED_GROUP, SourceKind.UNKNOWN)
        facts.setdefault("named", not unnamed)
        mentions = facts.pop("mentions", (self.at(at or name),))
        self._sources[own] = Source(id=own, name=name, kind=kind, mentions=mentions, **facts)
        return own

    def says(
        self, source: str | None, words: str, *, by: str | None = None, kind: Kind = Kind.INDIRECT, **facts: Any
    ) -> str:
        """Give words to a source (*by* are the words that name it here) and return the statement's id."""
        own = f"a{len(self._attributions) + 1}"
        spans = (self.at(by),) if by else (self._sources[source].mentions[:1] if source else ())
        contents = facts.pop("contents", (self.at(words),))
        self._attributions.append(Attribution(id=own, kind=kind, contents=contents, sources=spans, **facts))
        if source:
            known = self._sources[source]
            self._sources[source] = evolve(known, attribution_ids=(*known.attribution_ids, own))
        if kind is not Kind.INDIRECT:
            self._quotations += [
                Quotation(span=span, marks='""', use=Use.SPEECH, attribution_id=own) for span in contents
            ]
        return own

    def quotes(self, words: str, use: Use = Use.SPEECH) -> None:
        """Add a quotation that is given to nobody."""
        self._quotations.append(Quotation(span=self.at(words), marks='""', use=use))

    def repeats(self, statement: str, quoted: str, post: str, embed: int = 0) -> None:
        """Say that a post repeats a statement: the words as quoted, and the words as they stand in the post."""
        place = self.document.embeds[embed].words
        assert place is not None
        start = self.text.index(post, place.start)
        span = Span(start, start + len(post))
        self._repeats.append(
            Repeat(embed=embed, attribution_id=statement, quoted=self.at(quoted), post=span, overlap=0.9)
        )

    def merge(self, *sources: str) -> None:
        """Let sources be one origin."""
        self._merged.append(sources)

    def reading(self, **changes: Any) -> Reading:
        """Return the reading."""
        by_statement = {name: source for source in self._sources.values() for name in source.attribution_ids}
        alone = [(name,) for name in self._sources if not any(name in group for group in self._merged)]
        groups = [Origin(label=self._sources[group[0]].name, source_ids=group) for group in [*self._merged, *alone]]
        reading = Reading(
            document=self.document,
            attributions=tuple(evolve(a, source=by_statement.get(a.id)) for a in self._attributions),
            sources=tuple(self._sources.values()),
            quotations=tuple(self._quotations),
            sentences=tuple(Span(m.start(), m.end()) for m in _SENTENCE.finditer(self.text)),
            repeats=tuple(self._repeats),
            origins=Origins(groups=tuple(groups)),
        )
        return evolve(evolve(reading, references=find_references(reading), claims=find_claims(reading)), **changes)


def visited(address: str, status: int | None, outcome: Outcome | None = None, final: str = "") -> Visit:
    """Return a visit that was answered with a status: there, gone, or as *outcome* says."""
    told = outcome or (Outcome.THERE if status == 200 else Outcome.GONE)
    return Visit(address=address, outcome=told, status=status, final=final or address)
