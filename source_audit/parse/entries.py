"""The entries of a live blog: each begins with a time, which stands alone or opens a paragraph."""

import re
from collections.abc import Sequence
from itertools import pairwise

from source_audit.document import BODY_KINDS, Block, BlockKind, Document
from source_audit.span import Span

_TIME = re.compile(
    r"(?:(?:updated|posted|published)(?: at)?:? )?(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d))?\s?(?P<half>[ap]\.?m\.?)?"
    r"(?:\s\(?[A-Z]{2,4}\)?)?\s{0,2}(?P<end>$|[-–—:|](?=\s|$)|(?<=\d\d)\s{0,2}(?-i:(?=[A-Z“‘\"])))",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"(?<![\w.:])(?:(?:[01]?\d|2[0-3])(?:[:h][0-5]\d(?![\d%.:])|\.[0-5]\d(?=$|\s?[ap]\.?m|\s(?-i:[A-Z]{3})))|1?\d\s?[ap]\.?m\b)|"
    r"\b\d{1,2}\s?(?:minutes?|mins?|hours?|hrs?|[mh]) ago\b",
    re.IGNORECASE,
)
_OPENS = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.BYLINE)
_LONGEST = 40
_LONGEST_STAMP = 60
_SHOWN = 3
_HALF_DAY = 12 * 60


def times_of(document: Document, least: int) -> Sequence[Span]:
    """Return the first times of a live blog's entries, or nothing where they are fewer than *least* or rise.

    A chronology tells the oldest first; a live blog begins with what is new.
    """
    found = list(filter(None, (_time(document.text, block.span) for block in document.body)))
    falls = sum(later < earlier for (_, earlier), (_, later) in pairwise(found))
    rises = sum(later > earlier for (_, earlier), (_, later) in pairwise(found))
    is_live = len(found) >= least and falls > 2 * rises
    return [span for span, _ in found[:_SHOWN]] if is_live else ()


def _time(text: str, block: Span) -> tuple[Span, int] | None:
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
    return Span(block.start, block.start + len(match[0].rstrip(" \t-–—:|"))), 60 * hour + minute


def entries_of(document: Document) -> Sequence[tuple[Span, Span]]:
    """Return the entries of a text that is known to be a live blog, as (time, entry); one without times has none.

    What stands above the first entry belongs to none, and a time with nothing below it is no entry. A heading above a
    time opens its entry where most times have one above and none below.
    """
    first = next((place for place, block in enumerate(document.blocks) if block.kind in BODY_KINDS), 0)
    blocks = document.blocks[first:]
    stamps = [(place, time) for place, block in enumerate(blocks) if (time := _stamp(document.text, block))]
    above = sum(_is_heading(blocks, place - 1) and not _is_heading(blocks, place + 1) for place, _ in stamps)
    starts = [
        blocks[place - (2 * above > len(stamps) and _is_heading(blocks, place - 1))].span.start for place, _ in stamps
    ]
    entries = map(Span, starts, [*starts[1:], len(document.text)])
    timed = zip((time for _, time in stamps), entries, strict=True)
    return [(time, entry) for time, entry in timed if entry.of(document.text).strip() != time.of(document.text)]


def _stamp(text: str, block: Block) -> Span | None:
    """Return the time with which a block opens an entry: it begins with one, or is a short line that holds one.

    Such a line may have been taken for a byline, with the name of who wrote the entry.
    """
    if block.kind not in _OPENS:
        return None
    if found := _time(text, block.span):
        return found[0]
    line = block.span.of(text)
    return block.span if len(line) <= _LONGEST_STAMP and _STAMP.search(line) and not _says(line) else None


def _says(line: str) -> bool:
    return line.rstrip().endswith((".", "!", "?", "”", '"')) and not line.rstrip().lower().endswith(("a.m.", "p.m."))


def _is_heading(blocks: Sequence[Block], place: int) -> bool:
    return 0 <= place < len(blocks) and blocks[place].kind is BlockKind.HEADING
