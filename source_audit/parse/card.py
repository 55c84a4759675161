"""A post copied as platforms show it: the name, the account on a line of its own, the words, the time."""

import re
from collections.abc import Sequence

from source_audit.document import Embed
from source_audit.parse.dates import is_date_line
from source_audit.parse.posted import Line, Post
from source_audit.parse.signature import Signature, cut_off
from source_audit.parse.signing import is_author, is_day, last_platform, signing_line
from source_audit.span import Span
from source_audit.web.platforms import platform_of_handle

_ACCOUNT = re.compile(r"@(?P<handle>\w[\w.-]{1,60}(?:@[\w.-]{3,60})?)(?:\s?·\s?(?P<date>.{2,40}))?")
_LEADS = re.compile(
    r"\b(?:[Pp]ost(?:s|ed)?|[Tt]weet(?:s|ed)?|[Mm]essage|[Cc]omment(?:s|ed)?|(?:wrote|said|shared|writing) on)\b"
)
_HOUR = re.compile(r"\bat \d{1,2}[:.]\d{2}|·|^\d{1,2}\s?(?:h|hr|hrs|m|min|mins|d)\b")
_REACH = re.compile(r"[\s·•]*(?:Public|Shared with Public|🌐|🌎)?[\s·•]*$")
_HEAD = 2
_LEAD = 200
_LONGEST_NAME = 60
_MOST_LINES = 8
_ENDS = ".?!:,;"


def card_at(lines: Sequence[Line], number: int, text: str) -> Post | None:
    """Return the post whose author's name is line *number*, if the next line is an account and words follow."""
    if number + 2 >= len(lines) or not lines[number + 1].joined or not lines[number + 2].joined:
        return None
    name, account = lines[number].text, _ACCOUNT.fullmatch(lines[number + 1].text)
    if account is None or len(name) > _LONGEST_NAME or name[-1:] in _ENDS:
        return None
    last = _last(lines, number + 2)
    dated = is_date_line(lines[last].text)
    end = last - 1 if dated else last
    if end < number + 2:
        return None
    words = Span(lines[number + 2].start, lines[end].end)
    before = lines[number - 1].text if number else ""
    embed = Embed(
        platform=last_platform(before[-_LEAD:]) or platform_of_handle(account["handle"]),
        handle=account["handle"],
        author=name,
        text=words.of(text),
        printed_date=lines[last].text if dated else account["date"],
        truncated=cut_off(words.of(text)),
        span=Span(lines[number].start, lines[last].end),
        words=words,
        signature=Span(lines[number].start, lines[number + 1].end),
    )
    return Post(first=number, last=last, embed=embed)


def told_card(lines: Sequence[Line], number: int, text: str) -> Post | None:
    """Return the post whose first line is its author's, with the account beside the name or after a lead-in."""
    if number + 1 >= len(lines) or lines[number].joined or not lines[number + 1].joined:
        return None
    head, before = lines[number].text, lines[number - 1].text if number else ""
    if post := _dated_below(lines, number, text):
        return post
    signature = signing_line(head) if "@" in head or "u/" in head else None
    if signature is None:
        if not (before.endswith(":") and _LEADS.search(before[-_LEAD:]) and is_author(head)):
            return None
        signature = Signature(at=0, handle=None, author=head, platform="x")
    last = _last(lines, number + 1)
    dated = last > number + 1 and is_day(lines[last].text)
    words = Span(lines[number + 1].start, lines[last - 1 if dated else last].end)
    embed = Embed(
        platform=last_platform(before[-_LEAD:]) or signature.platform,
        handle=signature.handle,
        author=signature.author,
        text=words.of(text),
        printed_date=lines[last].text if dated else signature.date,
        truncated=cut_off(words.of(text)),
        span=Span(lines[number].start, lines[last].end),
        words=words,
        signature=lines[number].span,
    )
    return Post(first=number, last=last, embed=embed)


def _dated_below(lines: Sequence[Line], number: int, text: str) -> Post | None:
    """Return the post with a name, below it the day and hour ("4 May at 08:12 ·"), then the words, as on Facebook."""
    if not (number > _HEAD and number + 2 < len(lines) and lines[number + 2].joined):
        return None
    name, when = lines[number].text, lines[number + 1].text
    if not (_HOUR.search(when) and is_day(_REACH.sub("", when)) and is_author(name)):
        return None
    last = _last(lines, number + 2)
    words = Span(lines[number + 2].start, lines[last].end)
    embed = Embed(
        platform="facebook",
        author=name,
        text=words.of(text),
        printed_date=when.strip(" ·"),
        truncated=cut_off(words.of(text)),
        span=Span(lines[number].start, lines[last].end),
        words=words,
        signature=Span(lines[number].start, lines[number + 1].end),
    )
    return Post(first=number, last=last, embed=embed)


def _last(lines: Sequence[Line], first: int) -> int:
    """Return the last line of a post: its time, or the last before a blank line."""
    last = first
    for index in range(first, min(len(lines), first + _MOST_LINES)):
        if index > first and not lines[index].joined:
            break
        last = index
        if is_date_line(lines[index].text):
            break
    return last
