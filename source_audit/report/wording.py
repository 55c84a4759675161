"""The words that reports share: names of statuses, kinds and categories, dates and plurals."""

import re
import textwrap
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from source_audit.answer import Answer, Status
from source_audit.attribution import Source, SourceKind
from source_audit.check import Lifecycle
from source_audit.document import Document
from source_audit.resources import data

_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_SHOWN = 100
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def words(table: str) -> Mapping[str, Any]:
    """Return one table of ``data/sentences.toml``."""
    found: Mapping[str, Any] = data("sentences")[table]
    return found


@cache
def status_word(status: Status) -> str:
    """Return what a reader calls a status."""
    return str(words("statuses")[status.value])


def plural(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun: "1 voice", "2 voices"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def number_word(value: int) -> str:
    """Return a small number as a word, a larger one in digits."""
    return _NUMBERS[value] if value < len(_NUMBERS) else str(value)


def day(value: date) -> str:
    """Return a date as a reader writes it, whatever the locale."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def printed_day(value: str) -> str:
    """Return a date of a page without its time of day; what is no date stays as it is printed."""
    if not _ISO_DAY.match(value):
        return value
    try:
        return day(date.fromisoformat(value[:10]))
    except ValueError:
        return value


def number(value: float) -> str:
    """Return a number without a useless fraction: "7.5", "10"."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def title_of(document: Document) -> str:
    """Return the title on one line, or that there is none."""
    return " ".join(document.title.value.split()) if document.title else "Untitled text"


def genre_of(document: Document) -> str:
    """Return the kind of text."""
    return str(words("genres").get(document.genre.value, words("genres")["unknown"]))


def genre_shown(document: Document) -> str:
    """Return the kind of text with what says it, or nothing where the kind is not known."""
    genre = document.genre
    if genre.value == "unknown":
        return ""
    said = " ".join(genre.words.split())
    return f"{genre_of(document)}. {words('genre_by')[genre.by].format(words=shorten(said, _SHOWN))}"


def meta_of(document: Document) -> list[str]:
    """Return where the text stands, what it is, when it appeared and how long it is."""
    site = " ".join(document.site.value.split()) if document.site else None
    published = printed_day(document.published.value) if document.published else None
    return [part for part in (site, genre_of(document), published, plural(document.words, "word")) if part]


def sure(answer: Answer) -> str:
    """Return how often the flags of a check were right where they were measured."""
    said, figures = words("sure"), answer.measured
    return str(said["measured"].format(right=figures.right, n=figures.n) if figures else said["unmeasured"])


def weight_words(answer: Answer, answers: Mapping[str, Answer]) -> str:
    """Return what an answer weighs, or why it weighs nothing."""
    if answer.counted_elsewhere:
        other = answers.get(answer.counted_elsewhere)
        return f"counted once, in the check “{other.title.rstrip('.')}”" if other else "counted elsewhere"
    if answer.lifecycle is Lifecycle.EXPERIMENTAL:
        return "trial, not counted"
    if answer.may_weigh and answer.status in (Status.PASS, Status.PARTIAL, Status.FAIL, Status.NEEDS_REVIEW):
        return f"weight {number(answer.weight)}"
    return "not counted"


def named_words(source: Source) -> str:
    """Return whether the reader learns a name."""
    if source.collective:
        return "No, a crowd"
    if source.kind is SourceKind.UNKNOWN:
        return "No"
    if source.named:
        return "Account only" if source.kind is SourceKind.ACCOUNT else "Yes"
    return "No, a reason is given" if source.reason_unnamed else "No, without a reason"


def shorten(text: str, most: int) -> str:
    """Return a text on one line, cut behind a whole word where it is longer than *most* signs."""
    line = " ".join(text.split())
    return line if len(line) <= most else textwrap.shorten(line, most, placeholder=" …")


def sentence_case(text: str) -> str:
    """Return a text with a capital letter in front."""
    return text[:1].upper() + text[1:]


def listed(parts: list[str]) -> str:
    """Return parts as a list in words: "a, b and c"."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}" if parts else ""
