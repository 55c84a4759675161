"""A post is dropped into the text, and no sentence near it introduces or discusses it.

## Why it matters
A post that nobody explains is decoration, not evidence.

## What you can do
Ask what the post is meant to show, and whether it does.

## For writers
Say before the post who writes and why it is shown, or say after it what follows from it.

## Standards
- Molyneux and McGregor: A post is a source if the text weighs it, and mere content if it is only shown.

## Flagged
> Farmers expect a dry summer in the hills. The council meets on Friday.
>
> [[Twelve empty seats? Come with me at four.
> — Leona Marsh (@leonamarsh_tarn) April 21, 2026]]

## Not flagged
> The bus line ends in May. Leona Marsh, a nurse at the hospital, answered in a post:
>
> Twelve empty seats? Come with me at four.
> — Leona Marsh (@leonamarsh_tarn) April 21, 2026

## Limits
The two paragraphs before and after a post are looked at. The author's name, a word such as "posted", or a colon before
the post is enough, and so is that the text quotes the post or points to something that can be seen; shared topic words
alone count half. Where the sentence before tells of people who may have posted, such as fans, the reader decides.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from source_audit.attribution import Source
from source_audit.check import Category, Need, check
from source_audit.checks._near import blocks_after, blocks_before, embed_span, embed_words, lexicon, next_block
from source_audit.checks._posts import Authors, is_bare_address, names_in_handle, names_of, people_of
from source_audit.checks._words import words_of
from source_audit.document import BlockKind, Embed
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.reading import Reading
from source_audit.resources import data
from source_audit.span import Span
from source_audit.web.platforms import platform_of_name

_PARAGRAPHS = 2
_MOST_CHARACTERS = 1_500
_SHARED_WORDS = 2
_FIRST_WORDS = 5
_LEAST_WORD = 4
_SHOWS = re.compile(
    r"(?:a |the |one |this |another )?(?:\w+ )?(?:videos?|footage|clips?|films?|photos?|pictures?|images?)\b",
    re.IGNORECASE,
)
_OWN_POST = re.compile(
    r"(?:['’]s|s['’]|\b[Hh]is|\b[Hh]er|\b[Ii]ts|\b[Tt]heir)\s(?:\w+\s)?(?:post|tweet|clip|video|message|reel|thread|skeet|toot)\b"
)
_PLACE = re.compile(r"\b(?:on|via|from)\s(?:its\s|her\s|his\s|their\s)?([A-Z]\w*(?:\sSocial)?)")
_TOPIC_WORD = re.compile(r"\w{5,}")
_MESSAGES = {
    Verdict.HOLDS: "The text around the post introduces or discusses it.",
    Verdict.MILD: "The text around the post shares its topic, but nothing introduces the post.",
    Verdict.BREAKS: "Nothing near the post introduces or discusses it.",
    Verdict.UNSURE: "Nothing near names the post or its author. Do the words before it lead to it?",
}


@check(
    question="Is each post introduced or discussed near the place where it stands?",
    title="Posts are introduced.",
    tally="Posts that the text introduces or discusses: {good} of {all}.",
    category=Category.EMBEDS,
    since="0.1",
    needs=Need.EMBED,
)
def unexplained_embed(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one case for each post; those that repeat a statement are explained by it, and earn nothing here."""
    authors = Authors(reading)
    quoted = {repeat.embed for repeat in reading.repeats}
    for number, embed in enumerate(reading.document.embeds):
        place = embed_span(reading, embed)
        if place and number not in quoted:
            verdict = _verdict(reading, embed, authors.of(embed))
            yield Case(message=_MESSAGES[verdict], evidence=(Evidence(span=place, note="the post"),), verdict=verdict)


def _verdict(reading: Reading, embed: Embed, author: Source | None) -> Verdict:
    before, after = _paragraphs(reading, embed)
    last = reading.sentence_at(before[0].end - 1) if before else None
    if _is_led_to(reading, before, last) or _is_told_of(reading, embed, author, (*before, *after)):
        return Verdict.HOLDS
    words = embed_words(reading, embed)
    if last and _tells_of_posters(reading, last):
        return Verdict.UNSURE
    if not words or (embed.media_only and not embed.words):
        return Verdict.UNSURE if embed.media_only or is_bare_address(reading, embed) else Verdict.BREAKS
    around = " ".join(span.of(reading.text) for span in (*before, *after))
    shared = set(_TOPIC_WORD.findall(around.lower())) & set(_TOPIC_WORD.findall(words.lower()))
    if len(shared) >= _SHARED_WORDS:
        return Verdict.MILD
    return Verdict.UNSURE if last and _may_be_shown_by(reading, last, words) else Verdict.BREAKS


def _is_led_to(reading: Reading, before: Sequence[Span], last: Span | None) -> bool:
    """Tell whether a colon leads to a post, or the sentence before it points to something that can be seen."""
    if before and before[0].of(reading.text).rstrip().endswith(":") and not _is_empty(reading, before[0]):
        return True
    if last is None:
        return False
    shows = _SHOWS.match(last.of(reading.text))
    return shows is not None or lexicon("frames", "presenting").first(reading.text, last) is not None


def _is_told_of(reading: Reading, embed: Embed, author: Source | None, near: Sequence[Span]) -> bool:
    """Tell whether the paragraphs around a post name its author or say that somebody posted."""
    around = " ".join(span.of(reading.text) for span in near)
    told = lexicon("frames", "posting").first(around) is not None or _OWN_POST.search(around) is not None
    return told or _names_platform(embed, around) or _names_author(reading, embed, author, near)


def _names_platform(embed: Embed, around: str) -> bool:
    """Tell whether a text says that something stands on the platform of a post ("some of them on Reddit")."""
    found = (match[1] for match in _PLACE.finditer(around))
    return any(_platforms().get(name.lower()) == embed.platform for name in found)


@cache
def _platforms() -> dict[str, str]:
    return {name.lower(): platform_of_name(name) for name in data("embeds")["screenshots"]["platforms"]}


def _may_be_shown_by(reading: Reading, claim: Span, post: str) -> bool:
    """Tell whether a sentence without a source shares a number or any telling word with the post behind it."""
    if any(place.overlaps(claim) for said in reading.attributions if said.told for place in said.contents):
        return False
    return bool(_telling(reading.text, claim) & _telling(post, Span(0, len(post))))


def _telling(text: str, place: Span) -> set[str]:
    keys = (word.key for word in words_of(text, [place]))
    return {key for key in keys if key.isdigit() or len(key) >= _LEAST_WORD} - set(data("frames")["common"])


def _is_empty(reading: Reading, paragraph: Span) -> bool:
    """Tell whether the last sentence of a paragraph only leads on ("And then there is this:")."""
    last = reading.sentence_at(paragraph.end - 1) or paragraph
    said = last.of(reading.text).strip(" :“”\"'").lower()
    return said in data("frames")["empty_leads"]


def _tells_of_posters(reading: Reading, sentence: Span) -> bool:
    """Tell whether a sentence tells of people who may have posted, or of an answer or news, and quotes none of it."""
    said = sentence.of(reading.text)
    if any(mark in said for mark in '“"”'):
        return False
    begins = " ".join(said.split()[:_FIRST_WORDS])
    some = lexicon("frames", "some_of_many").first(begins)
    answers = lexicon("frames", "answering").first(said) is not None
    return answers or some is not None or lexicon("frames", "posters").first(begins) is not None


def _paragraphs(reading: Reading, embed: Embed) -> tuple[list[Span], list[Span]]:
    """Return the ends of the paragraphs before a post, nearest first, and the beginnings of those after it."""
    own = embed.span or embed.words
    start = own.start if own else (embed.anchor.end if embed.anchor else 0)
    end = own.end if own else start
    before = [block.span for block in blocks_before(reading.document, start, _PARAGRAPHS)]
    before = [span for span in before if not _leads_to_another(reading, span, start)]
    after = [block.span for block in blocks_after(reading.document, end, _PARAGRAPHS)]
    after = [span for span in after if not _leads_to_another(reading, span, start)]
    return (
        [Span(max(span.start, span.end - _MOST_CHARACTERS), span.end) for span in before],
        [Span(span.start, min(span.end, span.start + _MOST_CHARACTERS)) for span in after],
    )


def _leads_to_another(reading: Reading, paragraph: Span, post: int) -> bool:
    """Tell whether a paragraph ends with a colon and another post stands right behind it."""
    if not paragraph.of(reading.text).rstrip().endswith(":"):
        return False
    behind = next_block(reading.document, paragraph.start)
    if behind is None or behind.kind is not BlockKind.EMBED:
        return False
    return not behind.span.start <= post < behind.span.end


def _names_author(reading: Reading, embed: Embed, author: Source | None, near: Sequence[Span]) -> bool:
    around = " ".join(span.of(reading.text) for span in near)
    if names_in_handle(embed, around) or any(
        name.overlaps(span) for name in people_of(reading, embed) for span in near
    ):
        return True
    names = [*names_of(embed), *([author.name, author.name.split()[-1]] if author else [])]
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", around, re.IGNORECASE) for name in names)
