"""Texts with [[double brackets]] around what must be found, and readings of them."""

import re
from collections.abc import Iterable, Sequence

from attrs import evolve

from source_audit.check import Check
from source_audit.claim import Accusation
from source_audit.document import Document
from source_audit.finding import Case, NotApplicable, Verdict
from source_audit.labels import label_sources
from source_audit.parse import parse_document
from source_audit.reading import Reading
from source_audit.span import Span

_MARK = re.compile(r"\[\[|\]\]")


def marked(text: str) -> tuple[str, list[Span]]:
    """Return the text without its double brackets, and the spans they stood around."""
    plain, starts, spans, end = "", list[int](), list[Span](), 0
    for mark in _MARK.finditer(text):
        plain += text[end : mark.start()]
        end = mark.end()
        if mark[0] == "[[":
            starts.append(len(plain))
        else:
            spans.append(Span(starts.pop(), len(plain)))
    return plain + text[end:], spans


def read(text: str) -> Reading:
    """Read a copied text."""
    return _read(parse_document(text, content_type="text"))


def read_html(markup: str, url: str = "https://courier.example/news/1") -> Reading:
    """Read a page."""
    return _read(parse_document(markup, url=url, content_type="html"))


def _read(document: Document) -> Reading:
    from source_audit.extract import extract_reading

    reading = extract_reading(document)
    return evolve(reading, labelled=label_sources(reading))


def people(reading: Reading, ids: Iterable[str | None]) -> list[str]:
    """Return the names of the sources with these ids, in the order of the text."""
    wanted = set(ids)
    return [source.name for source in reading.sources if source.id in wanted]


def accusations(reading: Reading) -> list[Accusation]:
    """Return all accusations of a reading, in order."""
    return [accusation for claim in reading.claims for accusation in claim.accusations]


def cases(check: Check, reading: Reading) -> list[Case]:
    """Return the cases of a check; there must be at least one."""
    outcomes = list(check(reading))
    assert all(isinstance(outcome, Case) for outcome in outcomes), outcomes
    return [outcome for outcome in outcomes if isinstance(outcome, Case)]


def not_applicable(check: Check, reading: Reading) -> str:
    """Return why a check does not apply; it must not."""
    (outcome,) = check(reading)
    assert isinstance(outcome, NotApplicable), outcome
    return outcome.reason


def flagged(check: Check, reading: Reading, *verdicts: Verdict) -> list[str]:
    """Return the words of each case with one of these verdicts (all but *holds* if none is given), in order."""
    wanted = verdicts or tuple(verdict for verdict in Verdict if verdict is not Verdict.HOLDS)
    found = [case.span for case in cases(check, reading) if case.verdict in wanted]
    return [span.of(reading.text) for span in sorted(found, key=lambda span: span.start)]


def words(text: str, spans: Sequence[Span]) -> list[str]:
    """Return the words that stand in the spans."""
    return [span.of(text) for span in spans]
