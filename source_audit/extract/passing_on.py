"""Outlets that pass on what another source of the text said, and agencies whose report a page prints."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from source_audit.attribution import Attribution, Kind, Source, SourceKind
from source_audit.document import Document
from source_audit.extract.one_body import joined, shown
from source_audit.extract.wires import agency_called
from source_audit.lexicon import shipped
from source_audit.origin import AgencyCredit, Join, JoinKind
from source_audit.reading import Reading
from source_audit.span import Span

_MOST_CITED = 4
_LONGEST_CARRIER = 40
_WORD = re.compile(r"\w+")
_ARTICLE = re.compile(r"\s*(?:[Tt]he|an?)\s")
_BLANK = re.compile(r"\s*")


def by_citation(reading: Reading, voices: Sequence[Source]) -> Iterator[Join]:
    """Join an outlet with the one source that it cites for all that it says here ("the Post, citing the Herald")."""
    outlets = [s for s in voices if s.kind is SourceKind.OUTLET or agency_called(s.name)]
    cited = _Cited(reading, voices) if outlets else None
    for outlet in outlets:
        found = [cited.by(outlet, reading.attribution(own)) for own in outlet.attribution_ids] if cited else []
        told = [each for each in found if each]
        if told and len(told) == len(found) and len({source.id for source, _ in told}) == 1:
            source, evidence = told[0]
            reason = f"{shown(outlet)} cites {shown(source)}"
            yield joined(JoinKind.CITES, source, outlet, reason, [evidence, *source.mentions[:1]])


class _Cited:
    """The voices of an article by where they are mentioned and by the first word of their name."""

    def __init__(self, reading: Reading, voices: Sequence[Source]) -> None:
        self._reading = reading
        self._mentioned = {span.start: source for source in voices for span in source.mentions}
        self._named: dict[str, list[Source]] = {}
        self._in_sentence: dict[Span, list[tuple[Source, Span]]] = {}
        for source in voices:
            if source.named and (word := _WORD.match(source.name.lower())):
                self._named.setdefault(word[0], []).append(source)

    def by(self, outlet: Source, attribution: Attribution) -> tuple[Source, Span] | None:
        """Return whom an outlet cites in the sentence of a statement, with the words that say so."""
        sentence = self._reading.sentence_at(attribution.sources[0].start if attribution.sources else attribution.start)
        quoted = attribution.contents if attribution.kind is Kind.DIRECT else ()
        for source, words in self._all_in(sentence) if sentence else ():
            if source.id != outlet.id and not any(part.overlaps(words) for part in quoted):
                return source, words
        return None

    def _all_in(self, sentence: Span) -> list[tuple[Source, Span]]:
        """Return the first few voices that a sentence cites, with the words that do."""
        if sentence not in self._in_sentence:
            citing = islice(shipped("wires", "citing").find(self._reading.text, sentence), _MOST_CITED)
            found = ((span, self._after(span.end, sentence.end)) for span in citing)
            self._in_sentence[sentence] = [(told[0], Span(span.start, told[1])) for span, told in found if told]
        return self._in_sentence[sentence]

    def _after(self, place: int, end: int) -> tuple[Source, int] | None:
        """Return the voice that is named right after a place, and where its name ends."""
        text = self._reading.text
        place = _past(_BLANK, text, place, end)
        carrier = shipped("wires", "carriers").first(text, Span(place, min(end, place + _LONGEST_CARRIER)))
        if carrier and carrier.start == place:
            place = _past(_BLANK, text, carrier.end, end)
        for start in dict.fromkeys((place, _past(_ARTICLE, text, place, end))):
            source = self._mentioned.get(start) or self._called(start, end)
            if source:
                return source, min(start + len(source.name), end)
        return None

    def _called(self, start: int, end: int) -> Source | None:
        word = _WORD.match(self._reading.text, start, end)
        for source in self._named.get(word[0].lower(), ()) if word else ():
            stop = start + len(source.name)
            following = self._reading.text[stop : stop + 1]
            if self._reading.text[start:stop].lower() == source.name.lower() and not following.isalnum():
                return source
        return None


def _past(pattern: re.Pattern[str], text: str, place: int, end: int) -> int:
    found = pattern.match(text, place, end)
    return found.end() if found else place


def by_agency(document: Document, voices: Sequence[Source], credited: Sequence[AgencyCredit]) -> Iterator[Join]:
    """Join two names of one agency, and an agency with the page that prints its report."""
    by_name: dict[str, list[Source]] = {}
    for source in voices:
        if agency := agency_called(source.name):
            by_name.setdefault(agency, []).append(source)
    for agency, (first, *others) in by_name.items():
        for other in others:
            yield joined(JoinKind.ONE_BODY, first, other, f"two names of one agency, {agency}")
    for credit in credited:
        printed = by_name.get(credit.agency, [])[:1]
        for house in _house(document, voices) if printed and credit.how != "contribution" else ():
            reason = f"the text is credited to {credit.agency}, whose report {shown(house)} prints"
            yield joined(JoinKind.AGENCY, printed[0], house, reason, [credit.span, *house.mentions[:1]])


def _house(document: Document, voices: Sequence[Source]) -> list[Source]:
    """Return the page itself where it is a voice of the text ("the Courier has learned")."""
    own = _bare(document.site.value) if document.site else ""
    return [s for s in voices if s.kind in (SourceKind.OUTLET, SourceKind.ORGANISATION) and _bare(s.name) == own]


def _bare(name: str) -> str:
    return " ".join(name.split()).casefold().removeprefix("the ")
