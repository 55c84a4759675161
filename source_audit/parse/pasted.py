"""Posts that a copied page left in its text: the words, the line that names the author, the date.

A pasted post is told by its signature, which stands after it. How far up it reaches is worked out from the lines
above: a lead-in with a colon stays with the article, a line that starts as posts do is the post's first.
"""

import re
from collections.abc import Sequence
from functools import cache

from attrs import evolve

from source_audit.document import Embed
from source_audit.parse.apart import days_apart
from source_audit.parse.card import card_at, told_card
from source_audit.parse.dates import is_date_line, is_month_line
from source_audit.parse.once import belongs, together
from source_audit.parse.posted import Line, Post
from source_audit.parse.signature import Signature, cut_off, posted_by, shared_by, signature_in
from source_audit.parse.signing import (
    glued_signature,
    is_author,
    may_name_firm,
    names_platform,
    platform_in,
    signing_line,
)
from source_audit.resources import data
from source_audit.span import Span
from source_audit.web.platforms import Permalink, permalink_of, platform_of_name

_HINTS = (
    "@",
    "u/",
    "ost read",
    "ost said",
    "ost says",
    "weet read",
    "View this post on",
    "pic.twitter.com",
    "pic.x.com",
)
_MOST_LINES = 4
_MOST_CHARACTERS = 600
_LONGEST_LEAD_IN = 30
_LONG_LINE = 80
_LEAD = 300
_OPENERS = tuple("\"“„«‘'")
_CLOSERS = tuple("\"”“»’'")
_VIEW = "View this post on Instagram"
_POST_BY = re.compile(r"(Twitter|X|Instagram|Facebook) post by @([\w.]{1,60}):?\s*")
_PICTURE = re.compile(r"pic\.(?:twitter|x)\.com/\w{4,20}")
_STARTS = re.compile(r"[.]?@\w|#\w|\d{1,2}/\d{0,2}\s")
_EMOJI = re.compile("[\u2300-\u23ff\u25a0-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]")


def starts_like_post(line: str) -> bool:
    """Tell whether a line begins as posts do: an emoji, BREAKING, a hashtag or an account."""
    return any(pattern.match(line) for pattern in (_STARTS, _EMOJI, _shout()))


@cache
def _shout() -> re.Pattern[str]:
    words = "|".join(map(re.escape, data("labels")["post_starts"]))
    return re.compile(rf"(?:{words})\b[ :|–—-]")


def may_hold_post(text: str) -> bool:
    """Tell whether a text holds a sign of a pasted post."""
    return any(hint in text for hint in (*_HINTS, *posted_by())) or names_platform(text)


def find_posts(lines: Sequence[Line], text: str) -> tuple[Post, ...]:
    """Return the pasted posts, in order and without overlap."""
    if "://" not in text and not may_hold_post(text):
        return ()
    posts: list[Post] = []
    after = 0
    for number in range(len(lines)):
        if number >= after and (post := _post_at(lines, number, after, text)) is not None:
            posts.append(post)
            after = post.last + 1
    taken = {number for post in posts for number in range(post.first, post.last + 1)}
    lone = (_lone(line, number) for number, line in enumerate(lines) if number not in taken)
    return tuple(_joined(sorted([*posts, *filter(None, lone)], key=lambda post: post.first)))


def _joined(posts: Sequence[Post]) -> list[Post]:
    """Return the posts with an address and the words beside it made into one post."""
    joined: list[Post] = []
    for post in posts:
        before = joined[-1] if joined else None
        if before and before.last + 1 == post.first and belongs(before.embed, post.embed):
            first = before.embed.span
            last = post.embed.span
            span = Span(first.start, last.end) if first and last else last
            embed = evolve(together(before.embed, post.embed), span=span)
            joined[-1] = Post(first=before.first, last=post.last, embed=embed)
        else:
            joined.append(post)
    return joined


def _post_at(lines: Sequence[Line], number: int, floor: int, text: str) -> Post | None:
    line = lines[number]
    if line.text.startswith(_VIEW):
        return _instagram(lines, number, text)
    if card := card_at(lines, number, text):
        return card
    if card := told_card(lines, number, text):
        return card
    signature = signature_in(line.text)
    if signature is None or (signature.platform == "facebook" and not _has_body(lines, number)):
        return _loosely_signed(lines, number, floor, text)
    return _signed(lines, number, floor, signature, text)


def _loosely_signed(lines: Sequence[Line], number: int, floor: int, text: str) -> Post | None:
    """Return the post that an editor signed ("@rider on X, 30 July") below its words or behind a dash."""
    line = lines[number]
    if glued := glued_signature(line.text):
        at, signature = glued
        words = line.text[:at].rstrip()
        if words[-1:] in _CLOSERS and words[:1] in _OPENERS and not may_name_firm(signature, line.text[at:]):
            return _made(
                lines, (number, number), evolve(signature, at=at), Span(line.start, line.start + len(words)), text
            )
        return None
    loose = signing_line(line.text) if number > floor else None
    if loose is None or may_name_firm(loose, line.text):
        loose = _credited(lines, number) if number > floor else None
    if loose is None:
        return None
    above = lines[number - 1]
    first = _first_quoted(lines, number, floor)
    if first is None and line.joined and (loose.date or platform_in(line.text)):
        first = number - 1
        while first > max(floor, number - _MOST_LINES) and lines[first].joined:
            first -= 1
    if first is None or above.end - lines[first].start > _MOST_CHARACTERS:
        return None
    return _made(lines, (first, number), loose, Span(lines[first].start, above.end), text)


def _credited(lines: Sequence[Line], number: int) -> Signature | None:
    """Return the signature of a name right below a quotation to which the line above it led as to a post."""
    line = lines[number]
    lead = lines[number - 2].text if number > 1 else ""
    if not (line.joined and lead.endswith(":") and (place := platform_in(lead[-_LEAD:]))):
        return None
    name, _, role = line.text.partition(", ")
    if not is_author(name) or len(role) > _LONG_LINE or role[-1:] in tuple(".?!:"):
        return None
    return Signature(at=0, handle=None, author=name, platform=place)


def _first_quoted(lines: Sequence[Line], number: int, floor: int) -> int | None:
    """Return the first line of the quotation that ends right above a line, or None."""
    if lines[number - 1].text[-1:] not in _CLOSERS:
        return None
    first = number - 1
    while lines[first].text[:1] not in _OPENERS:
        if first <= max(floor, number - _MOST_LINES) or not lines[first].joined:
            return None
        first -= 1
    return first


def _made(lines: Sequence[Line], places: tuple[int, int], signature: Signature, words: Span, text: str) -> Post:
    first, number = places
    line = lines[number]
    embed = Embed(
        platform=signature.platform,
        handle=signature.handle,
        author=signature.author,
        text=words.of(text),
        printed_date=signature.date,
        truncated=cut_off(words.of(text)),
        span=Span(lines[first].start, line.end),
        words=words,
        signature=Span(line.start + signature.at, line.end),
    )
    return Post(first=first, last=number, embed=embed)


def _has_body(lines: Sequence[Line], number: int) -> bool:
    """Tell whether a paragraph stands before, without which "Posted by" is the article's own byline."""
    return any(len(line.text) > _LONG_LINE for line in lines[max(0, number - 12) : max(0, number - 1)])


def _signed(lines: Sequence[Line], number: int, floor: int, signature: Signature, text: str) -> Post:
    line = lines[number]
    glued = line.text[: signature.at].rstrip()
    first = _reach(lines, number, floor, glued)
    last, printed, permalink = _after(lines, number, signature)
    end = line.start + len(glued) if glued else lines[number - 1].end
    words = Span(lines[first].start, end) if glued or first < number else None
    embed = Embed(
        platform=permalink.platform if permalink else signature.platform,
        handle=signature.handle,
        author=signature.author,
        post_id=permalink.post_id if permalink else None,
        permalink=permalink.url if permalink else None,
        text=words.of(text) if words else "",
        printed_date=printed,
        computed_date=permalink.computed_date if permalink else None,
        days_apart=days_apart(printed, permalink.computed_date if permalink else None),
        truncated=words is not None and cut_off(words.of(text)),
        span=Span(lines[first].start, lines[last].end),
        words=words,
        signature=Span(line.start + signature.at, line.end),
    )
    return Post(first=first, last=last, embed=embed)


def _after(lines: Sequence[Line], number: int, signature: Signature) -> tuple[int, str | None, Permalink | None]:
    """Return the post's last line, its printed date and its address, which may follow the signature."""
    last, printed = number, signature.date
    if printed is None and last + 1 < len(lines) and _is_date(lines[last + 1].text):
        last, printed = last + 1, lines[last + 1].text
    if last + 1 < len(lines) and (permalink := permalink_of(lines[last + 1].text)):
        return last + 1, printed, permalink
    return last, printed, None


def _is_date(line: str) -> bool:
    return is_date_line(line) or is_month_line(line)


def _reach(lines: Sequence[Line], number: int, floor: int, glued: str) -> int:
    """Return the first line of the post that is signed on line *number*."""
    if glued and starts_like_post(glued):
        return number
    room = _MOST_CHARACTERS - len(glued)
    for index in range(number - 1, max(floor, number - _MOST_LINES) - 1, -1):
        line = lines[index].text
        room -= len(line)
        if room < 0:
            break
        if starts_like_post(line):
            return index
        if permalink_of(line):
            return index + 1
        if _is_lead_in(line) and not (index > floor and _is_lead_in(lines[index - 1].text)):
            return number if glued and index + 1 == number else _after_lead_in(lines, index, number, floor)
    return number if glued else _nearest(lines, number, floor)


def _nearest(lines: Sequence[Line], number: int, floor: int) -> int:
    """Return the line above, or the first of the lines that no blank line parts from it."""
    first = number - 1
    if first < floor or len(lines[first].text) > _MOST_CHARACTERS:
        return number
    while first > max(floor, number - _MOST_LINES) and lines[first].joined:
        first -= 1
    return number - 1 if lines[first].joined else first


def _after_lead_in(lines: Sequence[Line], index: int, number: int, floor: int) -> int:
    """Return the line after a lead-in, unless that led to a quotation which the article closed itself."""
    following = lines[index + 1].text if index + 1 < number - 1 else ""
    is_closed = following[:1] in tuple('"“') and following[-1:] in tuple('"”')
    return _nearest(lines, number, floor) if is_closed else index + 1


def _is_lead_in(line: str) -> bool:
    return line.endswith(":") and line.count(" ") < _LONGEST_LEAD_IN


def _instagram(lines: Sequence[Line], number: int, text: str) -> Post:
    """Return the post that begins with "View this post on Instagram" and may end with who shared it."""
    last, signature, words = number, None, None
    for index in range(number, min(len(lines), number + _MOST_LINES + 1)):
        if shared := shared_by(lines[index].text):
            last = index
            signature = shared
            break
    if last > number + 1:
        words = Span(lines[number + 1].start, lines[last - 1].end)
    embed = Embed(
        platform="instagram",
        handle=signature.handle if signature else None,
        author=signature.author if signature else None,
        text=words.of(text) if words else "",
        printed_date=signature.date if signature else None,
        truncated=words is not None and cut_off(words.of(text)),
        span=Span(lines[number].start, lines[last].end),
        words=words,
        signature=Span(lines[last].start + signature.at, lines[last].end) if signature else None,
    )
    return Post(first=number, last=last, embed=embed)


def _lone(line: Line, number: int) -> Post | None:
    """Return the post of a line that is one by itself: a bare address, a post's picture, "Twitter post by"."""
    if permalink := permalink_of(line.text):
        return Post(first=number, last=number, embed=_bare(permalink, line))
    if (match := _POST_BY.match(line.text)) or _PICTURE.search(line.text):
        words = Span(line.start + (match.end() if match else 0), line.end)
        said = line.text[match.end() if match else 0 :]
        embed = Embed(
            platform="x" if match is None else platform_of_name(match[1]),
            handle=match[2] if match else None,
            text=said,
            truncated=cut_off(said),
            span=line.span,
            words=words if said else None,
            signature=Span(line.start, line.start + match.end()) if match else None,
        )
        return Post(first=number, last=number, embed=embed)
    return None


def _bare(permalink: Permalink, line: Line) -> Embed:
    return Embed(
        platform=permalink.platform,
        handle=permalink.handle,
        post_id=permalink.post_id,
        permalink=permalink.url,
        computed_date=permalink.computed_date,
        span=line.span,
    )
