"""Names in a text: runs of capitalised words, without the titles before them."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from attrs import frozen

from source_audit.attribution import SourceKind
from source_audit.document import Block, BlockKind
from source_audit.extract.cues import table, words
from source_audit.span import Span

_PART = r"(?:[A-ZÀ-ÖØ-Þ][\w'’\-]*|[A-Z]\.)"
_RUN = re.compile(rf"{_PART}(?:\s(?:(?:de|da|van|von|der|bin|al|el|la|of|for)\s)?{_PART})*")
_POSSESSIVE = re.compile(r"['’]s?$")
_SKIPPED = frozenset({BlockKind.SECTION, BlockKind.BYLINE, BlockKind.EMBED})


@frozen(kw_only=True)
class Named:
    """A name where it stands, with the title or role word before it."""

    span: Span
    name: str
    title: str
    kind: SourceKind


def find_names(text: str, blocks: Sequence[Block]) -> Iterator[Named]:
    """Yield every name of the blocks, in order."""
    for block in blocks:
        if block.kind not in _SKIPPED:
            for match in _RUN.finditer(text, block.span.start, block.span.end):
                yield from _named(text, match)


def _named(text: str, match: re.Match[str]) -> Iterator[Named]:
    """Yield the names in a run; "of" and "for" hold it together only where a body is meant."""
    start = match.start()
    for piece in re.finditer(r"(.+?)(?:\s(?:of|for)\s|$)", match.group()) if not _is_body(match.group()) else [None]:
        words_ = piece.group(1) if piece else match.group()
        offset = start + (piece.start() if piece else 0)
        found = named(words_, offset)
        if found:
            yield found


def named(run: str, offset: int) -> Named | None:
    """Return the name in a run of capitalised words that begins at *offset*, or None if none is left."""
    parts = [(match.group(), match.start()) for match in re.finditer(r"\S+", run)]
    while parts and (parts[0][0].lower() in words("common_starts") or parts[0][0].lower() in words("days")):
        parts.pop(0)
    title: list[str] = []
    last_title = max((i for i, (part, _) in enumerate(parts[:-1]) if _is_title(part)), default=-1)
    while last_title >= 0 and len(parts) > 1:
        title.append(parts.pop(0)[0])
        last_title -= 1
    if not parts:
        return None
    last, place = parts[-1]
    stem = _POSSESSIVE.sub("", last)
    first = parts[0][1]
    end = place + len(stem)
    name = run[first:end]
    if not name or name.lower() in words("days") or (len(name) < 2):
        return None
    return Named(span=Span(offset + first, offset + end), name=name, title=" ".join(title), kind=kind_of_name(name))


@cache
def _titles() -> frozenset[str]:
    return frozenset(part.rstrip(".").lower() for title in table("roles")["titles"] for part in title.split())


def _is_title(word: str) -> bool:
    return word.rstrip(".").lower() in _titles()


@cache
def _markers() -> frozenset[str]:
    return frozenset(marker.lower() for marker in table("roles")["organisations"])


def _is_body(name: str) -> bool:
    low = name.lower()
    return low in _markers() or any(part in _markers() for part in low.split())


def kind_of_name(name: str) -> SourceKind:
    """Tell what a name is likely to be the name of."""
    last = name.rsplit(maxsplit=1)[-1].lower()
    if last in table("roles")["outlet_words"] or name.lower() in table("roles")["outlets"]:
        return SourceKind.OUTLET
    if _is_body(name) or (name.isupper() and len(name) > 1):
        return SourceKind.ORGANISATION
    return SourceKind.PERSON
