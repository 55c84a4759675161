"""Lines of a text that stand for the picture of a post: "[Image: screenshot of a post by @rider on X]".

A caption has no verb. So whatever follows the post and whose it is may only be its day, its words in quotation marks or
another sentence: "A screenshot of a Facebook post by the mayor was shared" is a sentence about one, and no caption.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from source_audit.document import BlockKind, Embed
from source_audit.parse.posted import Line, Post
from source_audit.parse.screenshots import HANDLE, any_of, describes_post, pictured_post, platform_named, with_caption
from source_audit.parse.signing import is_day
from source_audit.resources import data

_LONGEST = 300
_BRACKETS = ("[]", "()")


def pictured_line(line: str) -> Embed | None:
    """Return the post of which a whole line says that a picture shows it, or None."""
    opens = _opening().match(line) if len(line) <= _LONGEST else None
    if opens is None:
        return None
    words = line[opens.end("label") :].strip() if opens["label"] else line
    words = words[1:-1].strip() if words[:1] + words[-1:] in _BRACKETS else words.rstrip("])")
    if opens["label"] and describes_post(words):
        return pictured_post(words, described=True)
    return _credited(words) or (pictured_post(words) if _is_caption(words) else None)


def pictured_lines(
    lines: Sequence[Line], posts: Sequence[Post], kinds: Mapping[int, BlockKind]
) -> dict[int, tuple[Embed, ...]]:
    """Return the lines that stand for a picture of a post, with the post; with none where the lines above show it."""
    taken = {number for post in posts for number in range(post.first, post.last + 1)}
    found: dict[int, tuple[Embed, ...]] = {}
    first = 0
    for number, line in enumerate(lines):
        said = pictured_line(line.text) if number not in kinds and number not in taken else None
        if said is None:
            continue
        above = found[first] if number - 1 in found else ()
        if above and said.handle in (None, above[0].handle or said.handle):
            found |= {first: (with_caption(above[0], line.text),), number: ()}
        else:
            found[number], first = (() if number - 1 in taken else (said,)), number
    return found


def _is_caption(words: str) -> bool:
    found = _caption().fullmatch(words)
    return found is not None and (found["day"] is None or is_day(found["day"]))


def _credited(words: str) -> Embed | None:
    """Return the post of a credit: "Screenshot: @rider/X" or, where it names only the platform, "Screenshot: X"."""
    found = (_credit() if "@" in words else _bare_credit()).fullmatch(words)
    platform = platform_named(words) if found else None
    handle = HANDLE.search(words)
    return (
        Embed(platform=platform, handle=handle[1].rstrip(".") if handle else None, screenshot=True)
        if platform
        else None
    )


def credit_at_end(caption: str) -> Embed | None:
    """Return the post of the credit with which a caption ends: "Her words on Monday (Screenshot: X)".

    One that speaks of an app, a page or a film is no caption of a post.
    """
    found = list(_ends().finditer(caption, max(0, len(caption) - _LONGEST)))
    if not found or _other_things().search(caption):
        return None
    return _credited(caption[found[-1].end("before") :].rstrip(")] "))


@cache
def _opening() -> re.Pattern[str]:
    """Return the pattern of how such a line begins: with a label, or with the word for the picture."""
    label = rf"(?P<label>[\[(]?\s?(?:{any_of('labels')})\s?:\s)"
    return re.compile(rf"{label}|[\[(]?(?:{any_of('starts')})?(?:{any_of('pictures')})(?!\w)", re.IGNORECASE)


@cache
def _credit() -> re.Pattern[str]:
    platform = rf"(?-i:{any_of('platforms')})"
    account, page = HANDLE.pattern, r"(?:\s(?:account|page|feed|profile|channel|post))?"
    joint = rf"(?:\s?[/,|(·-]|[’']s|\s(?:{any_of('on')}|via))"
    who = rf"(?:{account}{joint}\s?{platform}|{platform}\s?[/,|(:·-]?\s?{account})"
    led = rf"\s?(?:[:/|–—-]|(?:{any_of('via')})(?=\s))\s?(?:the\s)?"
    return re.compile(rf"(?:{any_of('pictures')}){led}{who}{page}\)?\.?", re.IGNORECASE)


@cache
def _bare_credit() -> re.Pattern[str]:
    taken = rf"\s?(?:[:/|,–—-]|(?:{any_of('taken')})(?=\s))\s?"
    return re.compile(rf"(?:{any_of('pictures')}){taken}(?-i:{any_of('platforms')})(?:\spost)?\)?\.?", re.IGNORECASE)


@cache
def _ends() -> re.Pattern[str]:
    """Return the pattern of where a credit begins behind a caption's words."""
    return re.compile(rf"(?P<before>[.!?)\]|/:–—”\"]\s{{0,2}}|[(\[]\s?)(?:{any_of('pictures')})(?!\w)", re.IGNORECASE)


@cache
def _other_things() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of('no_posts')})\b", re.IGNORECASE)


@cache
def _caption() -> re.Pattern[str]:
    sure = "|".join(word for word in data("embeds")["screenshots"]["sure"] if " " not in word)
    word = r"[\w’'-]{1,30}"
    platform = rf"(?:\s(?:{any_of('platforms')}))?"
    shown = rf"\s?(?::|[–—-]|\s(?:{any_of('shows')}))?(?:\s{word}){{0,3}}?{platform}"
    name = rf"\s\(?(?:@[\w.@-]{{1,80}}|(?-i:[^\W\d_a-zß-ÿ])[\w.'’-]{{0,30}}|(?:{any_of('beside_names')})(?!\w))\)?,?"
    whose = rf"(?:\s(?:{any_of('by')}|{any_of('on')})(?:{name}){{1,6}}){{0,3}}"
    day = rf"(?:,\s|,?\s(?:{any_of('dated')})\s)(?P<day>[^.,]{{1,20}}(?:,\s)?\d{{1,4}})\.?"
    said = rf",?\s(?:{any_of('reads')})[:,]?\s?[\"“„«].*"
    rest = rf"(?:\.(?:\s.*)?|:\s.*|\s?[(|/].*|{day}|{said})?"
    return re.compile(
        rf"(?:{any_of('starts')})?(?:{any_of('pictures')}){shown}\s(?:{any_of('posts')}|{sure})(?!\w){platform}{whose}{rest}",
        re.IGNORECASE,
    )
