"""Posts that a copied page left with their author above them: a name, the account, the words, a line with the date."""

import re
from typing import TYPE_CHECKING

from source_audit.document import Embed
from source_audit.parse.dates import is_date_line
from source_audit.parse.signature import cut_off
from source_audit.span import Span
from source_audit.web.platforms import platform_of_handle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from source_audit.parse.pasted import Line

_ACCOUNT = re.compile(r"@([\w.-]{2,60}(?:@[\w.-]{3,60})?)")
_LONGEST_NAME = 60
_MOST_NAMES = 6
_MOST_LINES = 6
_MOST_CHARACTERS = 1_000


def headed_post(lines: "Sequence[Line]", number: int, floor: int, text: str) -> tuple[int, int, Embed] | None:
    """Return the post whose account is the whole line *number*, with its first and last line, if a date closes it."""
    account = _ACCOUNT.fullmatch(lines[number].text)
    if account is None or number <= floor or not _is_name(lines[number - 1].text):
        return None
    last = _date_line(lines, number)
    if last is None:
        return None
    first = number - 1
    words = Span(lines[number + 1].start, lines[last - 1].end)
    embed = Embed(
        platform=platform_of_handle(account[1]),
        handle=account[1],
        author=lines[first].text,
        text=words.of(text),
        printed_date=lines[last].text,
        truncated=cut_off(words.of(text)),
        span=Span(lines[first].start, lines[last].end),
        words=words,
        signature=Span(lines[first].start, lines[number].end),
    )
    return first, last, embed


def _is_name(line: str) -> bool:
    return len(line) <= _LONGEST_NAME and len(line.split()) <= _MOST_NAMES and line[-1] not in '.:;,?!"”'


def _date_line(lines: "Sequence[Line]", number: int) -> int | None:
    """Return the line with the date that closes the words below line *number*."""
    room = _MOST_CHARACTERS
    for index in range(number + 1, min(len(lines), number + _MOST_LINES + 2)):
        if is_date_line(lines[index].text):
            return index if index > number + 1 else None
        room -= len(lines[index].text)
        if room < 0:
            break
    return None
