"""What the statements of an article are about, so that a claim that stands with posts finds other support."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from source_audit.attribution import Attribution
from source_audit.checks._posts import Authors
from source_audit.document import Embed
from source_audit.lazy import lazy
from source_audit.reading import Reading
from source_audit.resources import data
from source_audit.span import Span

_WORD = re.compile(r"[^\W\d_]{3,}|\d+(?:[.,]\d+)*")
_STEM = 5


class Statements:
    """The statements of an article with the words that they are about, by who makes them."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def writers(self, posts: Iterable[Embed]) -> frozenset[str]:
        """Return the ids of the sources who wrote the posts."""
        return frozenset(writer.id for post in posts if (writer := self._authors.of(post)))

    def support(self, wanted: frozenset[str], writers: frozenset[str], posted: frozenset[str]) -> int:
        """Return how many of the wanted words the closest of all others uses in what is not posted."""
        used: defaultdict[str, set[str]] = defaultdict(set)
        for said, about in self._given:
            speakers = [source.id for source in said.speakers] or [said.id]
            for who in speakers if said.id not in posted else ():
                if who not in writers:
                    used[who] |= about & wanted
        return max(map(len, used.values()), default=0)

    def told_by(self, writers: frozenset[str], near: Span) -> bool:
        """Tell whether the article's own text gives one of the writers a statement near a place."""
        said = (one for one, _ in self._given if any(speaker.id in writers for speaker in one.speakers))
        return any(part.overlaps(near) for one in said for part in one.contents)

    def others(self, writers: frozenset[str]) -> bool:
        """Tell whether anybody else says something."""
        told = (speaker for one, _ in self._given for speaker in one.speakers if speaker.id not in writers)
        return any(source.name.lower() not in data("post_claims")["no_voice"] for source in told)

    @lazy
    def _authors(self) -> Authors:
        return Authors(self._reading)

    @lazy
    def _given(self) -> list[tuple[Attribution, frozenset[str]]]:
        text = self._reading.text
        said = self._reading.body_attributions
        return [(one, about_of(" ".join(part.of(text) for part in one.contents))) for one in said]


def about_of(text: str) -> frozenset[str]:
    """Return the beginnings of the words and the figures of a text."""
    words = set(map(str.lower, _WORD.findall(text)))
    return frozenset([word[:_STEM] for word in words - _common()])


@cache
def _common() -> frozenset[str]:
    table = data("informants")["common"]
    return frozenset((*table, *data("post_claims")["small"]))
