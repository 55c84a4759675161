"""What the text mentions that a reader could be led to, and the link or post that leads there.

A mention is a noun of `data/references.toml` with a word before it that says which one is meant. Each link of its
sentence serves the nearest mention that it could lead to, so that a link is never counted twice.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from attrs import evolve

from source_audit.document import Link
from source_audit.extract.linkable import Leaning, mentions_in, nouns_in, told_in
from source_audit.reading import Reading
from source_audit.reference import Reference
from source_audit.resources import data
from source_audit.span import Span

_NEAR = 60
_MOST_LOOKED_AT = 6
_JUST_BEHIND = 25
_APPOSED = 2
_ADDRESSES = ("http://", "https://", "www.")
_FEW = 3
_DEFINITE = ("the ", "this ", "its ", "his ", "her ", "their ")
_SHOWN = frozenset({"post", "video", "statement", "letter"})
"""What a post below the paragraph shows."""


def find_references(reading: Reading) -> tuple[Reference, ...]:
    """Return the mentions of the body, in order, each with what leads to it."""
    leaning, posts, nouns = Leaning(reading), _posts(reading), nouns_in(reading.text)
    found: list[Reference] = []
    for sentence in reading.sentences:
        mentions = _apart(
            [*told_in(reading, sentence), *mentions_in(reading, sentence, nouns.within(sentence), leaning)]
        )
        if mentions:
            block = reading.document.block_at(sentence.start)
            found += _served(reading, sentence, mentions, posts.get(block.span.start) if block else None)
    return _carried(reading.text, found)


def _apart(mentions: Iterable[Reference]) -> list[Reference]:
    """Return mentions in order, of those that overlap the longest."""
    kept: list[Reference] = []
    for mention in sorted(mentions, key=lambda mention: (mention.span.start, -mention.span.end)):
        if not kept or mention.span.start >= kept[-1].span.end:
            kept.append(mention)
    return kept


def _served(reading: Reading, sentence: Span, mentions: list[Reference], shown: int | None) -> Iterator[Reference]:
    """Yield the mentions of a sentence with what leads to them; *shown* is the post right behind the paragraph."""
    links: dict[int, list[int]] = {}
    for number in reading.links_in(sentence):
        nearest = _nearest(mentions, reading.document.links[number])
        if nearest is not None:
            links.setdefault(nearest, []).append(number)
    written = any(mark in sentence.of(reading.text) for mark in _ADDRESSES)
    for place, mention in enumerate(mentions):
        own = links.get(place, [])
        on_it = any(reading.document.links[number].span.overlaps(mention.span) for number in own)
        if own:
            yield evolve(mention, links=tuple(own), how="anchor" if on_it else "same-sentence")
        elif shown is not None and mention.kind in _SHOWN:
            yield evolve(mention, embed=shown, how="next-block")
        else:
            yield evolve(mention, how="address") if written else mention


def _nearest(mentions: Sequence[Reference], link: Link) -> int | None:
    """Return which of the mentions a link serves: the nearest of those that it could lead to, the first of two."""
    middle = bisect_left(mentions, link.span.start, key=_begin)
    reach = range(max(0, middle - _MOST_LOOKED_AT), min(len(mentions), middle + _MOST_LOOKED_AT))
    fitting = [place for place in reach if _serves(link, mentions[place])]
    return min(fitting, key=lambda place: _distance(mentions[place].span, link.span), default=None)


def _begin(mention: Reference) -> int:
    return mention.span.start


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _serves(link: Link, mention: Reference) -> bool:
    """Tell whether a link could lead to what is mentioned: by its kind, and by its words or its nearness."""
    if link.serves in data("links")["accounts"] or link.serves == "shop":
        return False
    wanted = _serving().get(mention.kind)
    if wanted is not None and link.serves not in wanted:
        return False
    distance = _distance(mention.span, link.span)
    beside = 0 < mention.span.start - link.span.end <= _APPOSED  # "Empty Wards, the board's report"
    if distance == 0 or beside or link.serves in _sure() or 0 < link.span.start - mention.span.end <= _JUST_BEHIND:
        return True
    return distance <= _NEAR and not _is_name(link.text)


def _is_name(words: str) -> bool:
    """Tell whether a link's words are only a name, so that the link tells about its bearer."""
    return all(
        word[0].isupper() or word in data("references")["words"]["joining"]
        for word in words.split()
        if word[0].isalpha()
    )


def _posts(reading: Reading) -> dict[int, int]:
    """Return the first post that is shown right behind a paragraph, by where the paragraph begins."""
    behind: dict[int, int] = {}
    for number, embed in enumerate(reading.document.embeds):
        if embed.anchor is not None:
            behind.setdefault(embed.anchor.start, number)
    return behind


def _carried(text: str, found: list[Reference]) -> tuple[Reference, ...]:
    """Return the mentions; where one takes up the last one of its kind, what leads to one leads to both."""
    carried = list(found)
    last: dict[str, int] = {}
    for place, mention in enumerate(found):
        before = last.get(mention.kind)
        if before is not None and _is_definite(text, mention):
            _share(carried, before, place)
        last[mention.kind] = place
    return tuple(carried)


def _share(mentions: list[Reference], first: int, second: int) -> None:
    """Let two mentions of one thing have what leads to either of them."""
    one, other = mentions[first], mentions[second]
    if one.how is None and other.how is not None:
        mentions[first] = evolve(one, links=other.links, embed=other.embed, how="mentioned-again")
    elif other.how is None and (one.how is not None or one.access != "published"):
        how = "mentioned-before" if one.how else None
        mentions[second] = evolve(other, links=one.links, embed=one.embed, access=one.access, how=how)


def _is_definite(text: str, mention: Reference) -> bool:
    """Tell whether a mention takes up a thing that was mentioned before: it says hardly more than its kind."""
    words = mention.span.of(text).lower()
    return words.startswith(_DEFINITE) and len(words.split()) <= _FEW


@cache
def _serving() -> dict[str, frozenset[str]]:
    return {row["kind"]: frozenset(row["serves"]) for row in data("references")["reference"] if "serves" in row}


@cache
def _sure() -> frozenset[str]:
    return frozenset(data("references")["near"]["sure"])
