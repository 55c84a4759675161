"""Who signs an article, above it and below it: credits, initials, the sentence on its author, "Ann Roe reports"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from source_audit.parse.credit_lines import credit_in, initials_in, is_name, leading_credit
from source_audit.parse.dates import is_date_line
from source_audit.parse.genre import genre_of_label
from source_audit.parse.people import credited, is_byline, names_somebody
from source_audit.resources import data
from source_audit.span import Span

_LONGEST_NOTE = 400
_FAR = 20_000
_LONGEST_STANDFIRST = 300
_FARTHEST = 2_000
_SIGNS = (" reports", " writes", "by ")
_MOST_LINES = 24
_MOST_BARE = 2
"""More lines that could be names are a menu, of languages or of places."""
_NAME = r"[^\W\d_a-z][\w’'.-]{0,20}(?:\s[^\W\d_][\w’'.-]{0,20}){1,3}?"
_NOTE = re.compile(rf"(?:[—–*•]\s?)?(?P<name>{_NAME}),?\s(?:(?:who|and)\s)?(?P<verb>[a-z]+)\s")
_REPORTS = re.compile(
    rf"(?:(?<=[.!?”\"]\s)|(?<![\w.]))(?P<name>{_NAME})\s(?:reports|writes)"
    r"(?:(?:\shere)?(?:\s(?:from|in)\s(?:the\s)?[A-Z][\w’' -]{1,40})?[.:]|$)"
    rf"|[,—–-]\s(?:writes|reports|by)\s(?P<other>{_NAME})(?=[.,]|$)"
)
_DASHED = re.compile(r"(?:[—–―]|--?)\s?")
_QUOTES = "\"“”„«»‘’'`"


def is_signed(line: str) -> bool:
    """Tell whether a line by the headline is nothing but who made the text, when, or both."""
    if is_byline(line) or is_date_line(line):
        return True
    credit = credit_in(line)
    return credit is not None and credit.is_sure


def signs_below(line: str, before: str, *, last: bool) -> bool:
    """Tell whether a line at the foot is who made the text, when, or a sentence about its author.

    A bare name signs only in the *last* line, and behind a dash not below a quotation, whose speaker it would be.
    """
    if is_byline(line) or is_date_line(line) or note_author(line):
        return True
    quoted = before[:1] in _QUOTES or before[-1:] in _QUOTES
    dashed = _DASHED.match(line)
    credit = credit_in(line[dashed.end() :] if dashed else line)
    if credit is not None and (credit.is_sure or last or dashed):
        return credit.is_sure or not quoted
    return initials_in(line) is not None and not quoted


def signers(line: str) -> Iterator[tuple[str, Span]]:
    """Yield each name in a line that signs the article, with its place in it, or else the desk."""
    if is_byline(line):
        yield from credited(line)
        return
    dash = _DASHED.match(line)
    start = dash.end() if dash else 0
    credit = credit_in(line[start:]) or leading_credit(line[start:])
    found = [Span(place.start + start, place.end + start) for place in credit.who] if credit else []
    found = found or list(filter(None, (initials_in(line) or note_author(line),)))
    if credit is None and not found:
        yield from credited(line)
    for place in found:
        yield place.of(line), place


def note_author(line: str) -> Span | None:
    """Return who a sentence at the foot says wrote the article ("Ann Roe is our arts columnist."), or None."""
    if len(line) > _LONGEST_NOTE:
        return None
    found = _NOTE.match(line)
    if found is None or found["verb"] not in _set("foot_verbs") or not is_name(found["name"]):
        return None
    at = found.start("verb")
    is_note = _foot_words("foot_jobs").search(line, at) and not _foot_words("foot_stops").search(line, at)
    return Span(*found.span("name")) if is_note else None


def reporter_in(text: str, start: int, end: int) -> Span | None:
    """Return who a paragraph says reports: "Ann Roe reports from Tarn.", "…, writes Ann Roe"."""
    if place := _standfirst(text, start, end):
        return place
    end = min(end, start + _FARTHEST)
    if not any(text.find(sign, start, end) >= 0 for sign in _SIGNS):
        return None
    for found in _REPORTS.finditer(text, start, end):
        group = "name" if found["name"] else "other"
        if is_name(found[group]):
            return Span(*found.span(group))
    return None


def signs_with_name(line: str) -> bool:
    """Tell whether a line is a sure credit that names a person or a desk, or begins with one."""
    credit = credit_in(line) or leading_credit(line)
    return credit is not None and credit.is_sure and bool(credit.who)


def tells_day(line: str) -> bool:
    """Tell whether a line is nothing but a credit that holds a day, with or without a year."""
    credit = credit_in(line)
    return credit is not None and credit.day is not None


def label_in_credit(line: str) -> Span | None:
    """Return the label in a line of credits: "Monday, May 4 · Local", "Analysis by Ann Roe"."""
    credit = credit_in(line)
    return credit.label if credit else None


def bare_bylines(lines: Sequence[str]) -> list[str]:
    """Return the lines that are only names and stand beside one that tells a day, a job or a label such as "Words"."""
    near = lines[:_MOST_LINES]
    bare = [number for number, line in enumerate(near) if is_only_a_name(line, "")]
    found = []
    for number in bare:
        beside = [*near[max(number - 1, 0) : number], *near[number + 1 : number + 2]]
        labelled = len(bare) <= _MOST_BARE and any(genre_of_label(other, "label") for other in beside)
        if labelled or any(is_signed(other) for other in beside):
            found.append(near[number])
    return found


def _standfirst(text: str, start: int, end: int) -> Span | None:
    """Return who a short first paragraph says looked into the matter, if the text names them nowhere else."""
    if end - start > _LONGEST_STANDFIRST or not any(
        text.find(mark, start, end) >= 0 for mark in (". ", "? ", "! ", "\n", "— ", "– ", "… ", "” ")
    ):
        return None
    for found in _standfirsts().finditer(text, start, end):
        if is_name(found["name"]) and text.count(found["name"].split()[-1], 0, _FAR) == 1:
            return Span(*found.span("name"))
    return None


@cache
def _standfirsts() -> re.Pattern[str]:
    verbs = "|".join(map(re.escape, data("credits")["standfirst_verbs"]))
    return re.compile(rf"(?:(?<=[.!?”\"…]\s)|(?<=\n)|(?<=,\s)|(?<=[—–-]\s))(?P<name>{_NAME})\s(?:{verbs})\b")


def is_only_a_name(line: str, text: str) -> bool:
    """Tell whether a line is one or more names, of which no last word stands in lower case in the article's text."""
    credit = credit_in(line)
    if credit is None or credit.is_sure or not credit.names:
        return False
    ends = [place.of(line).lower().split()[-1] for place in credit.names]
    return not any(re.search(rf"(?<![\w-]){re.escape(end)}(?![\w-])", text[:_FAR]) for end in ends)


def names_or_signs(line: str) -> bool:
    """Tell whether a line that a page sets as a byline names somebody."""
    return names_somebody(line) or bool((credit := credit_in(line)) and credit.who)


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(data("credits")[name])


@cache
def _foot_words(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, data('credits')[name]))})(?!\w)", re.IGNORECASE)
