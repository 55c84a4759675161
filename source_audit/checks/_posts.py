"""The account of a post in the article's own words, and what a post is offered for."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from source_audit.attribution import Source, SourceKind
from source_audit.checks._near import blocks_after, blocks_before, lexicon
from source_audit.document import Embed
from source_audit.reading import Reading
from source_audit.span import Span

_WORD = re.compile(r"\w+")
_LAST_NAME = re.compile(r"\b[A-Z]\w{1,20} ([A-Z]\w{3,20})")
_MOST_CHARACTERS = 600
_NAMED_IN_HANDLES = frozenset({SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.OUTLET})
_LEAST_LETTERS = 4
_SHORTEST_NAME, _LONGEST_LETTERS = 2, 4
_MOST_PLACES = 1_000
"""How many places of one word are looked at, so that no article costs more than its length."""


class Words:
    """The words of the article's own text, so that a name is found without reading the text again."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.text
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for block in reading.document.body:
            for match in _WORD.finditer(reading.text, block.span.start, block.span.end):
                self._places[match[0].lower()].append(match.start())

    def find(self, name: str) -> Iterator[Span]:
        """Yield where a name stands, whole and whatever its case."""
        first = _WORD.search(name)
        if not first:
            return
        wanted = name[first.start() :].rstrip()
        for start in islice(self._places.get(first[0].lower(), ()), _MOST_PLACES):
            end = start + len(wanted)
            whole = not (self._text[end : end + 1].isalnum() and wanted[-1].isalnum())
            if whole and self._text[start:end].lower() == wanted.lower():
                yield Span(start, end)


class Authors:
    """The named sources of an article by their names, so that a post finds its author."""

    def __init__(self, reading: Reading) -> None:
        owners = (source for source in reading.sources if source.kind is not SourceKind.ACCOUNT)
        named = [source for source in owners if source.named and source.name]
        self._whole = {_plain(source.name): source for source in named}
        self._last = {source.name.split()[-1].lower(): source for source in named if source.kind is SourceKind.PERSON}
        self._folded = {
            _folded(source.name.split()[-1]): source for source in named if source.kind in _NAMED_IN_HANDLES
        }

    def of(self, embed: Embed) -> Source | None:
        """Return the source with the same name, or the person with the same last name if no first name contradicts."""
        for name in names_of(embed):
            if source := self._whole.get(_plain(name)):
                return source
        posted = _plain(embed.author or "").split()
        person = self._last.get(posted[-1]) if len(posted) > 1 else None
        own = person.name.lower().split() if person else []
        if person and (len(own) == 1 or own[0][0] == posted[0][0]):
            return person
        return None if embed.author else self._in_handle(embed)

    def _in_handle(self, embed: Embed) -> Source | None:
        """Return the source whose last name stands in a post's handle, if there is only one."""
        handle = _folded((embed.handle or "").partition("@")[0])
        found = [source for name, source in self._folded.items() if len(name) >= _LEAST_LETTERS and name in handle]
        return found[0] if len(found) == 1 else None


def _plain(name: str) -> str:
    """Return a name in small letters, without an office before or behind it ("Mayor Ana Ruiz", "Ana Ruiz MP")."""
    words = name.lstrip("@").split()
    while len(words) > _SHORTEST_NAME and lexicon("frames", "roles").first(words[0]):
        words.pop(0)
    while len(words) > _SHORTEST_NAME and words[-1].strip(".,").isupper() and len(words[-1]) <= _LONGEST_LETTERS:
        words.pop()
    return " ".join(words).lower()


def _folded(name: str) -> str:
    return "".join(filter(str.isalnum, name.lower()))


def names_of(embed: Embed) -> tuple[str, ...]:
    """Return the account's handle and its author's name, as far as the post shows them."""
    return tuple(name.strip(" @") for name in (embed.handle, embed.author) if name and name.strip(" @"))


def names_in_handle(embed: Embed, text: str) -> tuple[str, ...]:
    """Return the last names, in the text before a post, that stand in its handle ("@ewarren")."""
    handle = _folded((embed.handle or "").partition("@")[0])
    return tuple(
        dict.fromkeys(name for name in _LAST_NAME.findall(text[-_MOST_CHARACTERS:]) if _folded(name) in handle)
    )


def offered_as_support(reading: Reading, embed: Embed) -> Span | None:
    """Return the words that sell a repetition as support: before the post, or after it in a sentence about a post."""
    words, about = lexicon("frames", "support"), lexicon("frames", "posting")
    place = embed.span or embed.words or embed.anchor
    if place is None:
        return None
    before = blocks_before(reading.document, place.start if embed.span or embed.words else place.end, 1)
    last = reading.sentence_at(before[0].span.end - 1) if before else None
    if last and (found := words.first(reading.text, last)):
        return found
    after = blocks_after(reading.document, place.end, 1)
    first = reading.sentence_at(after[0].span.start) if after else None
    return words.first(reading.text, first) if first and about.first(reading.text, first) else None
