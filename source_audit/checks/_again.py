"""Posts that say again what the article has said already, by their words or by what the text says of them."""

from collections.abc import Iterator
from itertools import islice

from attrs import frozen

from source_audit.attribution import Repeat, Source, SourceKind
from source_audit.checks._near import embed_span, embed_words, in_body, lexicon, statement_span
from source_audit.checks._posts import Authors, last_sentence_before, names_of, offered_as_support, people_of
from source_audit.checks._support import about_of
from source_audit.document import Embed
from source_audit.reading import Reading
from source_audit.span import Span

_LEAST_WORDS = 5
_MOST_POSTS = 20
_SHARED = 3
_ALIKE = 0.6
_LEAST_ALIKE = 5


@frozen(kw_only=True)
class Again:
    """A post that repeats something: the statement if it is known, the post, and what offers it as support."""

    statement: Span | None
    post: Span
    support: Span | None


def repetitions(reading: Reading) -> dict[int, Again]:
    """Return the posts that repeat something, by their number."""
    if not reading.document.embeds:
        return {}
    closest: dict[int, Repeat] = {}
    for repeat in (one for one in reading.repeats if len(one.quoted.of(reading.text).split()) >= _LEAST_WORDS):
        if repeat.embed not in closest or repeat.overlap > closest[repeat.embed].overlap:
            closest[repeat.embed] = repeat
    embeds = reading.document.embeds
    found = {
        number: Again(statement=one.quoted, post=one.post, support=offered_as_support(reading, embeds[number]))
        for number, one in closest.items()
    }
    for number, again in (*_of_posts(reading), *_told(reading)):
        found.setdefault(number, again)
    return found


def _of_posts(reading: Reading) -> Iterator[tuple[int, Again]]:
    """Yield the posts that say what an earlier post of the same account, or of somebody whom they name, says."""
    earlier: list[tuple[Embed, Span, frozenset[str]]] = []
    for number, embed in islice(enumerate(reading.document.embeds), _MOST_POSTS):
        place, about = embed.words, about_of(embed_words(reading, embed))
        if place is None or len(about) < _LEAST_ALIKE:
            continue
        alike = ((one, said) for one, said, own in earlier if len(own & about) >= _ALIKE * max(len(about), len(own)))
        same = next((said for one, said in alike if _takes_up(one, embed, place.of(reading.text))), None)
        if same:
            yield number, Again(statement=same, post=place, support=offered_as_support(reading, embed))
        earlier.append((embed, place, about))


def _takes_up(first: Embed, second: Embed, words: str) -> bool:
    """Tell whether a post is by the account of an earlier one, or names its author."""
    if first.handle and first.handle == second.handle:
        return True
    said = {word.strip(",.:;!?“”\"'’()@#") for word in words.lower().split()}
    return any(name.split()[-1].lower() in said for name in names_of(first))


def _told(reading: Reading) -> Iterator[tuple[int, Again]]:
    """Yield the posts that repeat or bear out what their author said, as the sentence before says."""
    authors = Authors(reading)
    for number, embed in islice(enumerate(reading.document.embeds), _MOST_POSTS):
        before, place = last_sentence_before(reading, embed), embed_span(reading, embed)
        if before is None or place is None:
            continue
        support = lexicon("frames", "support").first(reading.text, before)
        writer = _writer(reading, embed, authors) if support else None
        said = _said_before(reading, embed, writer, before.start) if writer else None
        if said or _is_announced(reading, before):
            yield number, Again(statement=said, post=place, support=support)


def _is_announced(reading: Reading, before: Span) -> bool:
    """Tell whether a sentence says that what was said is posted once more."""
    posted = reading.text[before.end - 1] == ":" or lexicon("frames", "posting").first(reading.text, before)
    return bool(posted) and lexicon("frames", "repeating").first(reading.text, before) is not None


def _writer(reading: Reading, embed: Embed, authors: Authors) -> Source | None:
    """Return the source of the text that wrote a post."""
    source = authors.person(embed) or authors.of(embed)
    if source and source.kind is not SourceKind.ACCOUNT:
        return source
    names = people_of(reading, embed)
    sources = (one for one in reading.sources if one.named)
    return next((one for one in sources if any(own.overlaps(name) for own in one.mentions for name in names)), None)


def _said_before(reading: Reading, embed: Embed, writer: Source, offset: int) -> Span | None:
    """Return what a post's writer has said in the text before it that shares words with the post, if that has words."""
    about = about_of(embed_words(reading, embed))
    for name in writer.attribution_ids:
        said = reading.attribution(name)
        place = statement_span(said)
        if said.rule == "post" or place.start >= offset or not in_body(reading, place):
            continue
        if not about or len(about & about_of(" ".join(part.of(reading.text) for part in said.contents))) >= _SHARED:
            return place
    return None
