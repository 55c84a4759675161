"""The text does not say who wrote it, or when it was published.

## Why it matters
A name and a date make somebody answerable, and tell you whether the news is still news.

## What you can do
Read what else the author has written. Look for the day on which this was published.

## For writers
Print the author or the desk, the date, and the time of the last change.

## Standards
- AP: A story with unnamed sources carries the byline of its reporter.
- NewsGuard: Readers can see who made the content.

## Flagged
> [[Council Puts Off Vote on Market Hall]]
>
> By Jonas Pell
>
> The council put off its vote on the market hall. Mayor Edda Quill said the drawings had come too late.

## Not flagged
> Council Puts Off Vote on Market Hall
>
> By Jonas Pell
>
> May 6, 2026
>
> The council put off its vote on the market hall. Mayor Edda Quill said the drawings had come too late.

## Limits
A desk or an agency is enough, also one that only the dateline names, unless the article has unnamed sources: then a
person should stand for it. A site that only its page's data name as the author is no byline. Where a page's data or
address give another author or day than the page prints, that is told and costs nothing: data often name the person who
put the article online. Copied text may have lost both, so where neither stands in it this check does not apply. The day
of a dateline is a date, with or without a year, and so are "4/5/26" and "3 hours ago"; a day of the week is none.
Initials, an author's box and a sentence on the author at the foot are bylines; the credit of a picture is none.
"""

import re
from collections.abc import Iterator
from functools import cache

from source_audit.check import Category, check
from source_audit.checks._near import lexicon, opening
from source_audit.document import BlockKind, Conflict, Stated
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.moments import day_in
from source_audit.reading import Reading
from source_audit.resources import data
from source_audit.span import Span

_THINGS = {"authors": "its author", "published": "its day of publication"}
_WAYS = {"json-ld": "its data say", "meta": "its data say", "url": "its address says"}
_LONGEST = 120
_DATELINE = re.compile(
    r"[A-Z][A-Z.'’ -]{1,30}(?:[,/] ?[A-Z][A-Za-z. ]{1,20}){0,2}(?:, (?P<day>[A-Z0-9][\w., ]{2,24}?))?"
    r"\s?(?:[(/\[](?P<agency>[A-Z][\w’'./& -]{1,40})[)/\]]\s?)?(?:[—–]|--|-\s|(?P<stop>(?<=\d)[:.]\s))"
)
_BRACKETS = re.compile(r"[(\[/—–-]\s?(?P<agency>[A-Z][\w’'. ]{1,30}?)\s?[)\]/]?\.?\s*$")
_PARAGRAPHS, _SHORTEST = 3, 40
_ACRONYM = re.compile(r"[A-Z]{2,6}")


@check(
    question="Does the text say who wrote it and when?",
    title="The article has a byline and a date.",
    tally="Byline and date in order: {good} of {all}.",
    category=Category.TRANSPARENCY,
    since="0.1",
)
def byline_and_date(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one case for the byline, one for the date, and a note for each of them that the page tells in two ways."""
    document = reading.document
    date = document.published or document.modified or _dated(reading)
    if not (document.is_html or document.authors or date or _agency(reading)):
        yield NotApplicable(reason="Copied text may have lost its byline and date.")
        return
    yield _byline(reading)
    yield Case(
        message="The date is told." if date else "A date of publication is not in the text.",
        evidence=_place(reading, date),
        verdict=Verdict.HOLDS if date else Verdict.BREAKS,
    )
    for conflict in document.conflicts:
        if conflict.what in _THINGS:
            yield _note(reading, conflict)


def _note(reading: Reading, conflict: Conflict) -> Case:
    ways = dict.fromkeys(map(_way, conflict.values))
    message = f"The page tells {_THINGS[conflict.what]} in more than one way: {', and '.join(ways)}."
    return Case(message=message, evidence=_place(reading, conflict.values[0]), verdict=Verdict.NOTE)


def _way(stated: Stated) -> str:
    where = "it prints" if stated.span else _WAYS.get(stated.origin, "it prints")
    return f"{where} {stated.value[:_LONGEST]}"


def _byline(reading: Reading) -> Case:
    authors = reading.document.authors or _agency(reading)
    if not authors:
        message = "Who wrote this is not in the text."
        return Case(message=message, evidence=opening(reading), verdict=Verdict.BREAKS)
    if reading.unnamed_sources and not any(_is_person(author) for author in authors):
        message = "Unnamed sources speak here, and the byline is a desk, not a person."
        return Case(message=message, evidence=_place(reading, authors[0]), verdict=Verdict.MILD)
    return Case(message="The byline is told.", evidence=_place(reading, authors[0]), verdict=Verdict.HOLDS)


def _dated(reading: Reading) -> Stated | None:
    """Return the day as a line by the headline or at the foot prints it, or the dateline ("MARLOW, Jan. 28 —")."""
    for block in reading.document.blocks_of(BlockKind.BYLINE):
        if day := day_in(block.span.of(reading.text)):
            return _stated(reading, day.start + block.span.start, day.end + block.span.start)
    found = _dateline(reading)
    day = day_in(found["day"]) if found and found["day"] else None
    return _stated(reading, found.start("day"), found.end("day")) if found and day else None


def _dateline(reading: Reading) -> re.Match[str] | None:
    first = next((block.span for block in reading.document.body), None)
    found = _DATELINE.match(reading.text, first.start, min(first.end, first.start + _LONGEST)) if first else None
    return found if found and (found["day"] or not found["stop"]) else None


def _stated(reading: Reading, start: int, end: int) -> Stated:
    return Stated(value=reading.text[start:end], origin="text", span=Span(start, end))


def _agency(reading: Reading) -> tuple[Stated, ...]:
    """Return the agency whose report this is, if its dateline, byline or last line says so."""
    whole = (credit for credit in reading.origins.agencies if credit.how != "contribution" and credit.span)
    found = tuple(Stated(value=credit.agency, origin="text", span=credit.span) for credit in whole)
    if not found and (bracketed := _in_brackets(reading)):
        return (bracketed,)
    line = None if found else _dateline(reading)
    if line and line["agency"] and _is_agency(line["agency"]):
        return (_stated(reading, line.start("agency"), line.end("agency")),)
    return found


def _in_brackets(reading: Reading) -> Stated | None:
    """Return the agency in brackets with which one of the first paragraphs or the last one ends: "… (PTI)"."""
    for block in (*reading.document.body[:_PARAGRAPHS], *reading.document.body[-1:]):
        found = _BRACKETS.search(reading.text, max(block.span.start, block.span.end - _SHORTEST), block.span.end)
        if found and found["agency"].lower() in _agencies():
            return _stated(reading, *found.span("agency"))
    return None


@cache
def _agencies() -> frozenset[str]:
    rows = data("wires")["agency"]
    return frozenset(name.lower() for row in rows for name in (*row["names"], *row.get("alone", ())))


def _is_agency(name: str) -> bool:
    """Tell whether what stands in brackets in a dateline is an agency: its letters, or words with one for an agency."""
    words = name.lower().split()
    return _ACRONYM.fullmatch(name) is not None or (len(words) > 1 and words[-1] in data("credits")["agency_words"])


def _is_person(author: Stated) -> bool:
    return len(author.value.split()) > 1 and not lexicon("frames", "desks").first(author.value)


def _place(reading: Reading, value: Stated | None) -> tuple[Evidence, ...]:
    """Return where a value stands in the text, or the headline where it does not."""
    return (Evidence(span=value.span),) if value and value.span else opening(reading)
