"""Markup that would choke the parser, made harmless before or after it has tried: endless attributes, endless depth."""

import re
from collections.abc import Iterator

from source_audit.parse.tags import INLINE, VOID_OR_CLOSED

_LONG_STRETCH = 20_000
_LONG_TAG = 10_000
_MOST_ATTRIBUTES = 300
_DEEPEST = 200
_TAG = re.compile(r"""<(/?)([a-zA-Z][^\s/>]*+)((?:[^>"']++|"[^"]*+"|'[^']*+')*+)>""")
_ANY_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/<>]*+)[^<>]*+>")
_QUOTED = re.compile(r""""[^"]*+"|'[^']*+'""")
_OPENING = re.compile(r"</?[a-zA-Z]")
_RAW = frozenset({"script", "style"})


def with_few_attributes(markup: str) -> str:
    """Return markup without the attributes of tags that have hundreds of them: libxml2 walks them once for each."""
    if not any(map(_is_suspect, _long_stretches(markup))):
        return markup
    kept: list[str] = []
    done = 0
    for tag in _tags(markup):
        if len(tag[0]) > _LONG_TAG and len(_QUOTED.sub("", tag[3]).split()) > _MOST_ATTRIBUTES:
            kept += [markup[done : tag.start()], f"<{tag[1]}{tag[2]}>"]
            done = tag.end()
    return "".join([*kept, markup[done:]])


def _long_stretches(markup: str) -> Iterator[str]:
    """Yield what stands between one "<" and the next where it is long; sought by steps of half the least length."""
    step, behind = _LONG_STRETCH // 2, 0
    for at in range(0, len(markup), step):
        if at >= behind and markup.find("<", at, at + step) < 0:
            end = markup.find("<", at + step)
            behind = end if end >= 0 else len(markup)
            if behind - (start := markup.rfind("<", 0, at) + 1) >= _LONG_STRETCH:
                yield markup[start:behind]


def _tags(markup: str) -> Iterator[re.Match[str]]:
    """Yield the tags; nothing is sought inside scripts and styles, nor behind a tag that is never closed."""
    at = markup.find("<")
    while at >= 0:
        tag = _TAG.match(markup, at)
        if tag is not None:
            yield tag
        elif _OPENING.match(markup, at):
            return
        at = markup.find("<", _after(markup, tag) if tag else at + 1)


def shallow(markup: str) -> str:
    """Return markup without the tags that stand deeper than the parser follows; their text stays."""
    depth = 0

    def kept(tag: re.Match[str]) -> str:
        nonlocal depth
        if tag[2].lower() in VOID_OR_CLOSED:
            return tag[0]
        depth = max(0, depth + (-1 if tag[1] else 1))
        if depth + bool(tag[1]) <= _DEEPEST:
            return tag[0]
        return "" if tag[2].lower() in INLINE else "<br><br>"

    return _ANY_TAG.sub(kept, markup)


def _is_suspect(stretch: str) -> bool:
    """Tell whether a long stretch from one "<" to the next may be the inside of a tag."""
    head, closed, _ = stretch[:_LONG_STRETCH].partition(">")
    return not closed or len(head) > _LONG_TAG or head.count('"') % 2 == 1 or head.count("'") % 2 == 1


def _after(markup: str, tag: re.Match[str]) -> int:
    """Return where to go on behind a tag: behind the whole element, for one whose text is no markup."""
    if tag[1] or tag[2].lower() not in _RAW:
        return tag.end()
    close = re.compile(f"</{tag[2]}", re.IGNORECASE).search(markup, tag.end())
    return close.start() if close else len(markup)
