"""The account of a post in the article's own words, and what a post is offered for."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from source_audit.attribution import Source, SourceKind
from source_audit.checks._near import blocks_after, blocks_before, lexicon
from source_audit.document import Block, Embed
from source_audit.finding import Case, Verdict
from source_audit.lazy import lazy
from source_audit.reading import Reading
from source_audit.span import Span

_WORD = re.compile(r"\w+")
_LAST_NAME = re.compile(r"\b[A-Z]\w{1,20} ([A-Z]\w{3,20})")
_MOST_CHARACTERS = 6_000
_INITIALS = re.compile(r"\b[A-Z]")
_LEAST_INITIALS = 3
_MOST_NAMES = 400
_LEAST_NAME = 5
"""The least letters of a name that is looked for in a handle."""
_MOST_PLACES = 1_000
"""How many places of one word are looked at, so that no article costs more than its length."""


_WRONG = (Verdict.MILD, Verdict.BREAKS)


class Words:
    """The words of the article's own text, so that a name is found without reading the text again."""

    def __init__(self, reading: Reading) -> None:
        self._reading, self._text = reading, reading.text

    @lazy
    def _places(self) -> Mapping[str, Sequence[int]]:
        places: defaultdict[str, list[int]] = defaultdict(list)
        for block in self._reading.document.body:
            for match in _WORD.finditer(self._text, block.span.start, block.span.end):
                places[match[0].lower()].append(match.start())
        return places

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
        named = [source for source in reading.sources if source.named and source.name]
        self._whole = {source.name.lstrip("@").lower(): source for source in named}
        self._last = {source.name.split()[-1].lower(): source for source in named if source.kind is SourceKind.PERSON}

    def of(self, embed: Embed) -> Source | None:
        """Return the source with the same name, or the person with the same last name if no first name contradicts."""
        for name in names_of(embed):
            if source := self._whole.get(name.lower()):
                return source
        return self.person(embed)

    def person(self, embed: Embed) -> Source | None:
        """Return the person with the last name of a post's author, whatever title stands before it."""
        posted = [word for word in (embed.author or "").lower().split() if any(map(str.isalpha, word))]
        while len(posted) > 2 and lexicon("frames", "roles").first(posted[0]):
            posted.pop(0)
        person = self._last.get(posted[-1]) if len(posted) > 1 else None
        own = person.name.lower().split() if person else []
        return person if len(own) == 1 or (own and own[0][0] == posted[0][0]) else None


def names_of(embed: Embed) -> tuple[str, ...]:
    """Return the account's handle and its author's name, as far as the post shows them."""
    return tuple(name.strip(" @") for name in (embed.handle, embed.author) if name and name.strip(" @"))


def people_of(reading: Reading, embed: Embed) -> list[Span]:
    """Return the names in the article of which an account's name or handle is made: "Hal Brandt" of "SenHalBrandt"."""
    accounts = [_squeezed(name) for name in names_of(embed)]
    shown = (embed.author or "").split()
    last = _squeezed(shown[-1]) if len(shown) > 1 else ""
    found = []
    for name in reading.names[:_MOST_NAMES] if accounts else ():
        if name.kind is not SourceKind.UNKNOWN and len(_squeezed(name.key)) >= _LEAST_NAME:
            parts = {_squeezed(name.key)} if " " in name.key else set()
            if last in ("", own := _squeezed(name.key.split()[-1])):
                parts.add(own)
            if " " not in name.key and name.kind is not SourceKind.PERSON:
                parts = {part for part in parts if all(len(account) - len(part) <= _LEAST_NAME for account in accounts)}
            made = any(len(part) >= _LEAST_NAME and part in account for part in parts for account in accounts)
            if made or _initials(name.span.of(reading.text)) in accounts:
                found.append(name.span)
    return found


def _initials(name: str) -> str:
    """Return the first letters of a name of three parts or more ("Ana-Lisa Ruiz Ode"), else nothing that fits."""
    letters = _INITIALS.findall(name)
    return "".join(letters).lower() if len(letters) >= _LEAST_INITIALS else " "


def _squeezed(name: str) -> str:
    return "".join(filter(str.isalnum, name.lower().removesuffix("'s").removesuffix("’s")))


def names_in_handle(embed: Embed, text: str) -> tuple[str, ...]:
    """Return the last names, in the text before a post, that stand in its handle ("@ewarren")."""
    handle = "".join(filter(str.isalnum, (embed.handle or "").partition("@")[0].lower()))
    return tuple(dict.fromkeys(name for name in _LAST_NAME.findall(text[-_MOST_CHARACTERS:]) if name.lower() in handle))


def is_bare_address(reading: Reading, embed: Embed) -> bool:
    """Tell whether a page shows a post's address as a line of text and nothing else: what it leads to is not there."""
    shown = embed.span.of(reading.text).strip() if embed.span else ""
    return shown.startswith(("http://", "https://")) and len(shown.split()) == 1


def earning(reading: Reading, cases: Sequence[tuple[int, Case]]) -> Sequence[Case]:
    """Return the cases of posts that count, each given with the number of its post.

    A post that repeats a quotation earns nothing: beside other posts it counts only where something is wrong with it.
    """
    repeated = {repeat.embed for repeat in reading.repeats}
    own = [case for number, case in cases if number not in repeated or case.verdict in _WRONG]
    return own or [case for _, case in cases]


def paragraph_before(reading: Reading, embed: Embed) -> Block | None:
    """Return the paragraph that a post stands behind, or is anchored in."""
    own = embed.span or embed.words
    if own is None and embed.anchor is None:
        return None
    start = own.start if own else embed.anchor.end if embed.anchor else 0
    return next(iter(blocks_before(reading.document, start, 1)), None)


def last_sentence_before(reading: Reading, embed: Embed) -> Span | None:
    """Return the last sentence of the paragraph that a post stands behind."""
    before = paragraph_before(reading, embed)
    return (reading.sentence_at(before.span.end - 1) or before.span) if before else None


def offered_as_support(reading: Reading, embed: Embed) -> Span | None:
    """Return the words that sell a repetition as support: before the post, or after it in a sentence about a post."""
    words, about = lexicon("frames", "support"), lexicon("frames", "posting")
    place = embed.span or embed.words or embed.anchor
    if place is None:
        return None
    last = last_sentence_before(reading, embed)
    if last and (found := words.first(reading.text, last)):
        return found
    after = blocks_after(reading.document, place.end, 1)
    first = reading.sentence_at(after[0].span.start) if after else None
    return words.first(reading.text, first) if first and about.first(reading.text, first) else None
