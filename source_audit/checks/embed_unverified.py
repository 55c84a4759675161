"""A post shows an event as a witness saw it, and the text does not say whether anybody verified that.

## Why it matters
Real pictures often travel with the wrong place or day. The words above a film are not part of the film.

## What you can do
Search for the picture with a reverse image search, and check the day and the place.

## For writers
Say that the material was verified and by whom, or say plainly that it could not be.

## Standards
- JTI: Material from users and witnesses is checked before it is used, and readers are told how.
- BBC: Check what others filmed or wrote before it is shown, and say so where that could not be done.

## Flagged
> The dam gave way at noon. A video that a resident filmed from the bridge shows the water in the main street:
>
> [[The water came so fast, look at the cars.
> — River Walker (@riverwalker_9) April 21, 2026]]

## Not flagged
> The dam gave way at noon. The Courier has verified where this video, filmed by a resident, was made:
>
> The water came so fast, look at the cars.
> — River Walker (@riverwalker_9) April 21, 2026

## Limits
A post counts as a witness's where a sentence beside it speaks of pictures or sound and of people who were there, or of
material that is passed round, or says that a film of an account that it does not name shows something. So does one
whose writer says "I was there". Where its words only sound like those of somebody who is there, the reader decides.
Posts of offices, bodies, outlets, candidates and people in the news are statements and are not asked about. "Appears to
show" counts half. A word such as "verified" counts near the post, or anywhere in a sentence about pictures or films.
"""

import re
from collections.abc import Iterator

from attrs import evolve, frozen

from source_audit.attribution import Source, SourceKind
from source_audit.check import Category, Lifecycle, Need, check
from source_audit.checks._near import blocks_after, blocks_before, embed_span, embed_words, lexicon
from source_audit.checks._posts import Authors, people_of
from source_audit.document import Embed
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.reading import Reading
from source_audit.resources import data
from source_audit.span import Span

_PARAGRAPHS = 2
_LAST_SENTENCES = 1
_LONGEST = 1_500
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SHOWS = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother) (?:video|clip|film|photo|photograph|picture|image)\b"
    r"[^.!?,]{0,60}? (?:shows|showed|(?:appears|appeared|purports|purported) to show)\b"
)
_NEXT_WORD = re.compile(r"\s(\w+)")
_MESSAGES = {
    Verdict.HOLDS: "The text says whether this was verified.",
    Verdict.MILD: "The text keeps a distance from what this shows, but does not say whether it was verified.",
    Verdict.BREAKS: "Whether anybody verified what this shows is not in the text.",
    Verdict.UNSURE: "This may be what a witness saw; whether anybody verified it is not in the text.",
}


@frozen
class _Frame:
    """The words that make a post a witness's, and whether they leave no doubt."""

    span: Span
    sure: bool


@check(
    question="Does the text say whether a witness's post was verified?",
    title="Witness posts are verified, or the text says that they are not.",
    tally="Witness posts of which the text says whether they were verified: {good} of {all}.",
    category=Category.EMBEDS,
    lifecycle=Lifecycle.EXPERIMENTAL,
    since="0.1",
    needs=Need.EMBED,
    effort="high",
)
def embed_unverified(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one case for each post that shows or reports an event as a witness."""
    framed = list(_witness_posts(reading))
    if not framed:
        yield NotApplicable(reason="No post shows or reports an event as a witness.")
        return
    anywhere = _verified_anywhere(reading)
    for embed, place, frame in framed:
        verdict, words = _verdict(reading, embed, frame, anywhere)
        beside = Evidence(span=words or frame.span, note="in the text" if words else "a witness's")
        yield Case(
            message=_MESSAGES[verdict], evidence=(Evidence(span=place, note="the post"), beside), verdict=verdict
        )


def _witness_posts(reading: Reading) -> Iterator[tuple[Embed, Span, _Frame]]:
    authors = Authors(reading)
    known = {one.embed for one in reading.labelled if one.embed is not None}
    for number, embed in enumerate(reading.document.embeds):
        if number in known or _is_statement(embed, authors):
            continue
        frame, place = _frame(reading, embed), embed_span(reading, embed)
        if frame and place:
            yield embed, place, frame


def _is_statement(embed: Embed, authors: Authors) -> bool:
    """Tell whether a post is by an office, body, outlet or person in the news, so that it is a statement."""
    source = authors.of(evolve(embed, handle=None))
    if source and (source.kind in (SourceKind.ORGANISATION, SourceKind.OUTLET) or _has_office(source)):
        return True
    handle = _CAMEL.sub(" ", embed.handle or "").replace("_", " ")
    return any(lexicon("witness", "bodies").first(name) for name in (embed.author or "", handle))


def _has_office(source: Source) -> bool:
    return any(lexicon("witness", "offices").first(words) for words in (source.role, source.name) if words)


def _frame(reading: Reading, embed: Embed) -> _Frame | None:
    """Return the words beside a post, or in it, that present it as what somebody saw."""
    text = reading.text
    beside = list(_beside(reading, embed))
    if any(lexicon("witness", "staged").first(text, place) for place in beside):
        return None
    for place in beside:
        witness = lexicon("witness", "witnesses").first(text, place)
        if witness and lexicon("witness", "material").first(text, place):
            return _Frame(witness, sure=True)
    for place in beside:
        if showing := lexicon("witness", "showing").first(text, place) or _shows(text, place):
            return _Frame(showing, sure=not people_of(reading, embed) and bool(embed.handle))
    if embed.words and (own := lexicon("witness", "own_eyes").first(text, embed.words)):
        return _Frame(own, sure=True)
    seeing = lexicon("witness", "seeing").first(embed_words(reading, embed))
    if seeing and embed.words:
        return _Frame(Span(embed.words.start + seeing.start, embed.words.start + seeing.end), sure=False)
    return _Frame(embed.anchor, sure=False) if seeing and embed.anchor else None


def _shows(text: str, place: Span) -> Span | None:
    """Return the words by which a sentence says that a film or picture shows something."""
    found = _SHOWS.search(text, place.start, place.end)
    return Span(*found.span()) if found else None


def _beside(reading: Reading, embed: Embed) -> Iterator[Span]:
    """Yield the last sentences of the paragraph before a post, and the first of the one after it."""
    start, end = _ends(embed)
    for block in blocks_before(reading.document, start, 1):
        around = reading.around(Span(block.span.end - 1, block.span.end), _LAST_SENTENCES)
        yield Span(max(around.start, block.span.start, block.span.end - _LONGEST), block.span.end)
    for block in blocks_after(reading.document, end, 1):
        first = reading.sentence_at(block.span.start)
        yield Span(block.span.start, min((first or block.span).end, block.span.start + _LONGEST))


def _ends(embed: Embed) -> tuple[int, int]:
    own = embed.span or embed.words
    place = embed.anchor.end if embed.anchor else 0
    return (own.start, own.end) if own else (place, place)


def _verdict(reading: Reading, embed: Embed, frame: _Frame, anywhere: Span | None) -> tuple[Verdict, Span | None]:
    """Return what is told of a witness's post, and the words that tell it."""
    start, end = _ends(embed)
    before = (block.span for block in blocks_before(reading.document, start, _PARAGRAPHS))
    after = (block.span for block in blocks_after(reading.document, end, _PARAGRAPHS))
    places = [Span(max(span.start, span.end - _LONGEST), span.end) for span in before]
    places += [Span(span.start, min(span.end, span.start + _LONGEST)) for span in after]
    near = (found for place in places for found in _verified(reading, place))
    if told := next(near, anywhere):
        return Verdict.HOLDS, told
    for place in _beside(reading, embed):
        if hedged := lexicon("witness", "hedged").first(reading.text, place):
            return Verdict.MILD, hedged
    return (Verdict.BREAKS if frame.sure else Verdict.UNSURE), None


def _verified_anywhere(reading: Reading) -> Span | None:
    """Return where the text speaks of verifying in a sentence about pictures or sound."""
    for block in reading.document.body:
        for found in _verified(reading, block.span):
            sentence = reading.sentence_at(found.start)
            if sentence and lexicon("witness", "material").first(reading.text, sentence):
                return found
    return None


def _verified(reading: Reading, within: Span) -> Iterator[Span]:
    """Yield the words about verifying; a "verified account" is none."""
    for found in lexicon("witness", "verified").find(reading.text, within):
        following = _NEXT_WORD.match(reading.text, found.end, within.end)
        if not (following and following[1].lower() in data("witness")["accounts"]):
            yield found
