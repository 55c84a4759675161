"""A post is shown, and the article's own text does not say who the account is.

## Why it matters
A handle is not an identity: anybody can open an account under almost any name.

## What you can do
Open the profile. Look at its age, its other posts and what it says about itself.

## For writers
Name the account's owner in a sentence before the post, with job or place.

## Standards
- SPJ: Identify sources clearly; that holds for people who post, too.
- BBC: Give the credentials of those whose words you use.

## Flagged
> The bus line ends in May. Riders were angry.
>
> Twelve empty seats? Come with me at four.
> [[— River Walker (@riverwalker_9) April 21, 2026]]

## Not flagged
> The bus line ends in May. Leona Marsh, a nurse at the hospital, answered in a post:
>
> Twelve empty seats? Come with me at four.
> — Leona Marsh (@leonamarsh_tarn) April 21, 2026

## Limits
A job, a title or a place near the name counts, anywhere in the article, and so does a post by "a man who" is described
before it. An account without a name of its own is taken for the source whose last name stands in it. Whether the
account really belongs to that person is not known here. A page that was saved without the post's words may have lost
its author, so there the reader decides.
"""

import re
from collections.abc import Iterator

from source_audit.attribution import Source
from source_audit.check import Category, Need, check
from source_audit.checks._near import embed_span, in_body, lexicon
from source_audit.checks._posts import Authors, Words, names_in_handle, names_of
from source_audit.document import Embed
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.labels.beside import beside
from source_audit.reading import Reading
from source_audit.span import Span

_MOST_MENTIONS = 100
_SAYS_WHO = re.compile(
    r" (?:(?:of|from|at) (?:the )?[A-Z]"
    r"|(?:founded|owns|heads|manages|runs|chairs|leads|edits|hosts|coaches|directs|represents)\b)"
)
_POSTER = re.compile(r"\b(?:by|from) an? [\w-]+(?: [\w-]+){0,3} who\b")
_MESSAGES = {
    Verdict.HOLDS: "The text says who posted this.",
    Verdict.MILD: "Who this account belongs to stands in the post at most, not in the article's own words.",
    Verdict.BREAKS: "Who posted this is not in the text.",
    Verdict.UNSURE: "No author stands with this post; the saved page may have lost it.",
}


@check(
    question="Does the article's own text say who the account is?",
    title="The text says who posted.",
    tally="Posts whose author the text identifies: {good} of {all}.",
    category=Category.EMBEDS,
    since="0.1",
    needs=Need.EMBED,
)
def embed_author_unidentified(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one case for each post."""
    words, authors = Words(reading), Authors(reading)
    for embed in reading.document.embeds:
        verdict = _verdict(reading, embed, authors.of(embed), words)
        place = embed.signature or embed_span(reading, embed)
        if place:
            yield Case(message=_MESSAGES[verdict], evidence=(Evidence(span=place, note="the post"),), verdict=verdict)


def _verdict(reading: Reading, embed: Embed, source: Source | None, words: Words) -> Verdict:
    names = names_of(embed)
    if not names:
        shown = embed.words or (embed.text and not embed.media_only)
        return Verdict.BREAKS if shown else Verdict.UNSURE
    if (source and (source.role or source.affiliation)) or _is_known_body(embed, words):
        return Verdict.HOLDS
    if _poster_described(reading, embed):
        return Verdict.HOLDS
    before = embed.anchor.of(reading.text) if embed.anchor else ""
    own_name = (source.name, source.name.split()[-1]) if source else names_in_handle(embed, before)
    names = (*names, *own_name)
    mentions = [*(source.mentions if source else ()), *(span for name in names for span in words.find(name))]
    own = [mention for mention in mentions if in_body(reading, mention)]
    described = any(_has_role(reading, mention) for mention in own[:_MOST_MENTIONS])
    return Verdict.HOLDS if described else Verdict.MILD


def _poster_described(reading: Reading, embed: Embed) -> bool:
    """Tell whether the last sentences before a post say that it is by somebody who is described, without a name."""
    if embed.anchor is None:
        return False
    last = reading.around(Span(embed.anchor.end - 1, embed.anchor.end), 1)
    place = Span(max(last.start, embed.anchor.start), embed.anchor.end)
    about = lexicon("frames", "posting").first(reading.text, place)
    return about is not None and _POSTER.search(reading.text, place.start, place.end) is not None


def _is_known_body(embed: Embed, words: Words) -> bool:
    """Tell whether an account's name says what kind of body it is ("Senate"), and the text speaks of that body."""
    author = embed.author or ""
    body = lexicon("witness", "bodies").first(author)
    return body is not None and next(words.find(body.of(author)), None) is not None


def _has_role(reading: Reading, mention: Span) -> bool:
    """Tell whether a word for a job or title stands beside a mention, or a clause after it says who that is."""
    title, *clause = beside(reading, mention)
    if any(lexicon("frames", "roles").first(reading.text, place) for place in (title, *clause)):
        return True
    if _SAYS_WHO.match(reading.text, mention.end):
        return True
    words = [place.of(reading.text).lstrip(" ,(—–") for place in clause]
    return any((start := lexicon("frames", "describing").first(said)) and start.start == 0 for said in words)
