"""News agencies: which of them an article credits, and what names they go by."""

import re
from collections.abc import Iterator
from functools import cache

from source_audit.document import BODY_KINDS, BlockKind, Document
from source_audit.extract.cues import table
from source_audit.lexicon import Lexicon, shipped
from source_audit.origin import AgencyCredit
from source_audit.span import Span
from source_audit.web.addresses import host_of

_FIRST_BLOCKS = 3
_LAST_BLOCKS = 4
_LONGEST_DATELINE = 90
_LONGEST_CREDIT = 250
_OPENED = re.compile(r"[(/\[]\s?$")
_DATELINE_END = re.compile(r"\s?[)/\]]\s?[-–—:]")
_PLACE = re.compile(r"[A-Z][A-Z.'’ -]{1,40}(?:, [A-Z][A-Za-z.]{1,14}){0,2}")
_ALONE = re.compile(r"[\s()\[\]/.,©*–—-]*$")


def agency_credits(document: Document) -> tuple[AgencyCredit, ...]:
    """Return each agency that the article credits, once, in the order byline, dateline, line at the end.

    An agency's own page is no credit to it.
    """
    host = host_of(document.url.value) if document.url else ""
    found: dict[str, AgencyCredit] = {}
    for credit in (*_bylines(document), *_datelines(document), *_closing(document)):
        if not any(host == own or host.endswith(f".{own}") for own in _hosts()[credit.agency]):
            found.setdefault(credit.agency, credit)
    return tuple(found.values())


def agency_called(name: str) -> str | None:
    """Return the agency that goes by a name, with or without article."""
    return _by_name().get(" ".join(name.split()).lower().removeprefix("the "))


def _bylines(document: Document) -> Iterator[AgencyCredit]:
    for author in document.authors:
        if author.span is None and (agency := _any_name().get(author.value.lower().removeprefix("the "))):
            yield AgencyCredit(agency=agency, how="byline")
    for block in document.blocks_of(BlockKind.BYLINE):
        yield from _named(document.text, block.span, "byline")


def _datelines(document: Document) -> Iterator[AgencyCredit]:
    """Yield agencies in brackets before the dash with which the first paragraphs begin: "AMBRY (Reuters) -"."""
    text = document.text
    for block in document.body[:_FIRST_BLOCKS] if _is_named(text) else ():
        head = Span(block.span.start, min(block.span.end, block.span.start + _LONGEST_DATELINE))
        for span in _names().find(text, head):
            before = _OPENED.search(text, head.start, span.start)
            place = text[head.start : span.start].rstrip("([/ ")
            told = "." not in place or _PLACE.fullmatch(place)
            if before and told and _DATELINE_END.match(text, span.end, head.end):
                yield AgencyCredit(agency=_any_name()[span.of(text).lower()], how="dateline", span=span)


def _closing(document: Document) -> Iterator[AgencyCredit]:
    """Yield agencies in the last lines that say who reported, or that are nothing but the agency's name."""
    text = document.text
    for block in document.body[-_LAST_BLOCKS:] if _is_named(text) else ():
        if len(block.span) <= _LONGEST_CREDIT and block.kind in BODY_KINDS:
            credited = shipped("wires", "reporting").first(text, block.span) is not None
            partly = shipped("wires", "partly").first(text, block.span) is not None
            yield from _named(text, block.span, "contribution" if partly else "credit", alone=not credited)


def _is_named(text: str) -> bool:
    """Tell whether an agency's name may stand anywhere in a text."""
    return _names().may_stand(text, 0, len(text))


def _named(text: str, within: Span, how: str, *, alone: bool = False) -> Iterator[AgencyCredit]:
    """Yield the agencies named in a line; a name that may mean other things, or where *alone* any, fills the line."""
    for span in _names().find(text, within):
        words = span.of(text)
        agency = _by_name().get(words.lower())
        only = (alone or not agency) and not _fills(text, span, within)
        if not only and (words != words.lower() or agency == words):
            yield AgencyCredit(agency=_any_name()[words.lower()], how=how, span=span)


def _fills(text: str, span: Span, within: Span) -> bool:
    before = text[within.start : span.start].lower().strip(" ()[]/©*–—-.:")
    return before in ("", "by", "from") and _ALONE.match(text, span.end, within.end) is not None


@cache
def _names() -> Lexicon:
    return Lexicon(_any_name())


@cache
def _by_name() -> dict[str, str]:
    return {name.lower(): row["name"] for row in table("wires")["agency"] for name in row["names"]}


@cache
def _any_name() -> dict[str, str]:
    alone = {name.lower(): row["name"] for row in table("wires")["agency"] for name in row.get("alone", ())}
    return {**alone, **_by_name()}


@cache
def _hosts() -> dict[str, list[str]]:
    return {row["name"]: row["hosts"] for row in table("wires")["agency"]}
