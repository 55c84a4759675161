"""The entries of a live blog: times of day that stand alone or open a paragraph, the newest first."""

import re
from collections.abc import Sequence
from itertools import pairwise

from source_audit.document import Document
from source_audit.span import Span

_TIME = re.compile(
    r"(?:(?:updated|posted)(?: at)?:? )?(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d))?\s?(?P<half>[ap]\.?m\.?)?"
    r"(?:\s\(?[A-Z]{2,4}\)?)?\s{0,2}(?P<end>$|[-–—:|](?=\s|$)|(?<=\d\d)\s{0,2}(?-i:(?=[A-Z“‘\"])))",
    re.IGNORECASE,
)
_LONGEST = 40
_SHOWN = 3
_HALF_DAY = 12 * 60


def entries_of(document: Document, least: int) -> Sequence[Span]:
    """Return the first times of a live blog's entries, or nothing where they are fewer than *least* or rise.

    A chronology tells the oldest first; a live blog begins with what is new.
    """
    found = list(filter(None, (_entry(document.text, block.span) for block in document.body)))
    falls = sum(later < earlier for (_, earlier), (_, later) in pairwise(found))
    rises = sum(later > earlier for (_, earlier), (_, later) in pairwise(found))
    is_live = len(found) >= least and falls > 2 * rises
    return [span for span, _ in found[:_SHOWN]] if is_live else ()


def _entry(text: str, block: Span) -> tuple[Span, int] | None:
    """Return the time that a block begins with, and its minute of the day."""
    match = _TIME.match(text[block.start : min(block.end, block.start + _LONGEST)])
    if match is None or not (match["minute"] or match["half"]):
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if hour > 24 or minute > 59:
        return None
    if match["half"]:
        minute += _HALF_DAY * (match["half"][0].lower() == "p")
        hour %= 12
    return Span(block.start, block.start + match.end()), 60 * hour + minute
