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
A job, a title or a place near the name counts, anywhere in the article, and so does a description before the post ("a
post by a former deckhand"). A handle that is made of a name is taken for that person's. So is a body that the article
names, and an account that the text calls somebody's own. Whether the account really belongs to them is not known here.
You decide where the page kept neither words nor author of a post, where the sentence before it tells of somebody with a
job and of a post or film, and where the account's name begins or ends like that of a source.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from source_audit.attribution import SourceKind
from source_audit.check import Category, Need, check
from source_audit.checks._near import blocks_after, embed_span, in_body, lexicon
from source_audit.checks._posts import Authors, Words, earning, names_of, paragraph_before, people_of
from source_audit.document import Embed
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.labels.beside import beside
from source_audit.reading import Reading
from source_audit.span import Span

_MOST_MENTIONS = 100
_MOST_NAMES = 400
_REACH = 60
_OF = re.compile(
    r"\s(?:of|from|at)\s(?:the\s)?[A-Z]|\s(?:founded|runs|chairs|leads|owns|heads|coaches|teaches|edits)\s"
)
_OWNED = re.compile(
    r"(?:['’]s|s['’]|\b[Ii]ts|\b[Tt]heir|\b[Hh]is|\b[Hh]er)(?: own| official| verified)?(?: \w+)?"
    r" (?:account|page|feed|handle|channel|profile)\b"
    r"|\b(?:account|page|feed|handle|channel|profile) (?:of|run by|belonging to) "
)
_HANDLE_OF = re.compile(r"\b(?:account|handle|page|feed|profile|channel) of [^.!?@]{2,40}@?$")
_LEAST_SHARED = 3
_NO_VOICES = (SourceKind.ACCOUNT, SourceKind.UNKNOWN, SourceKind.DOCUMENT)
_BODIES = (SourceKind.ORGANISATION, SourceKind.OUTLET)
_BY = re.compile(r"\b(?:by|from)\s(?:an?|the|one)\s")
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
    """Yield one case for each post that counts."""
    words, authors = Words(reading), Authors(reading)
    cases: list[tuple[int, Case]] = []
    for number, embed in enumerate(reading.document.embeds):
        verdict = _verdict(reading, embed, authors, words)
        if place := embed.signature or embed_span(reading, embed):
            evidence = (Evidence(span=place, note="the post"),)
            cases.append((number, Case(message=_MESSAGES[verdict], evidence=evidence, verdict=verdict)))
    yield from earning(reading, cases)


def _verdict(reading: Reading, embed: Embed, authors: Authors, words: Words) -> Verdict:
    names, source = names_of(embed), authors.of(embed)
    shown = embed.words or (embed.text and not embed.media_only)
    if not names:
        told = _is_told_near(reading, embed)
        return Verdict.BREAKS if shown and not told else Verdict.UNSURE
    person = source if source and source.kind is not SourceKind.ACCOUNT else authors.person(embed)
    if person and (person.role or person.affiliation):
        return Verdict.HOLDS
    source = person or source
    mentions = [*(source.mentions if source else ()), *(span for name in names for span in words.find(name))]
    mentions += people_of(reading, embed)
    own = [mention for mention in mentions if in_body(reading, mention)][:_MOST_MENTIONS]
    told = any(_has_role(reading, mention) or _is_known(reading, mention) for mention in own)
    if told or _is_described(reading, embed) or _is_owned(reading, embed) or _is_body(reading, embed):
        return Verdict.HOLDS
    lost = not (shown or embed.signature or embed.author)
    return Verdict.UNSURE if lost or _is_told_near(reading, embed) or _shares_name(reading, embed) else Verdict.MILD


def _shares_name(reading: Reading, embed: Embed) -> bool:
    """Tell whether an account's shown name begins or ends like that of a source, so that it may be the same."""
    words = (embed.author or "").lower().removeprefix("the ").split()
    ends = {word for word in (*words[:1], *words[-1:]) if len(word) >= _LEAST_SHARED}
    voices = (source for source in reading.sources if source.named and source.kind not in _NO_VOICES)
    if any(not ends.isdisjoint(source.name.lower().split()) for source in voices):
        return True
    before = next(_sentences_beside(reading, embed), None)
    said = before.of(reading.text).split() if before else []
    return any(article.lower() in ("the", "its") and word in ends for article, word in pairwise(said))


def _is_body(reading: Reading, embed: Embed) -> bool:
    """Tell whether an account's name holds that of a body or outlet which the article names."""
    account = (embed.author or "").lower().removeprefix("the ").split()
    names = (name for name in reading.names[:_MOST_NAMES] if name.kind in _BODIES)
    bodies = {tuple(name.key.lower().removeprefix("the ").split()) for name in names if in_body(reading, name.span)}
    return any(_is_name_of(account, body) for body in bodies)


def _is_name_of(account: Sequence[str], body: Sequence[str]) -> bool:
    """Tell whether an account's name begins with that of a body, whose words it may cut short ("Tarn Ag College")."""
    if len(account) < len(body) or (len(body) == 1 and len(account) > 1):
        return False
    return all(long.startswith(short.rstrip(".")) for short, long in zip(account, body, strict=False))


def _is_owned(reading: Reading, embed: Embed) -> bool:
    """Tell whether the sentence before a post or behind it says whose account it is ("on its own page")."""
    return any(_OWNED.search(reading.text, place.start, place.end) for place in _sentences_beside(reading, embed))


def _is_told_near(reading: Reading, embed: Embed) -> bool:
    """Tell whether the sentence before a post has a word for who somebody is and one for a post or film."""
    before = next(_sentences_beside(reading, embed), None)
    if before is None or not lexicon("frames", "roles").first(reading.text, before):
        return False
    return any(
        lexicon(*words).first(reading.text, before) for words in (("frames", "posting"), ("witness", "material"))
    )


def _sentences_beside(reading: Reading, embed: Embed) -> Iterator[Span]:
    """Yield the last sentence before a post, then the first one behind it."""
    before = paragraph_before(reading, embed)
    if before:
        yield reading.sentence_at(before.span.end - 1) or before.span
    place = embed.span or embed.words or embed.anchor
    behind = blocks_after(reading.document, place.end, 1) if place else []
    for block in behind:
        yield reading.sentence_at(block.span.start) or block.span


def _is_known(reading: Reading, mention: Span) -> bool:
    """Tell whether a mention is of a source whose role or body the text gives, or of a body with a place to it."""
    known = (source for source in reading.sources if source.named and (source.role or source.affiliation))
    if any(mention.overlaps(other) for source in known for other in source.mentions):
        return True
    if _HANDLE_OF.search(reading.text, max(0, mention.start - _REACH), mention.start):
        return True
    return _OF.match(reading.text, mention.end) is not None


def _is_described(reading: Reading, embed: Embed) -> bool:
    """Tell whether the paragraph before a post says what its author is ("a post by a former deckhand")."""
    before = paragraph_before(reading, embed)
    if before is None:
        return False
    sentence = reading.sentence_at(before.span.end - 1) or before.span
    found = _BY.search(reading.text, before.span.start, sentence.end)
    after = Span(found.end(), min(sentence.end, found.end() + _REACH)) if found else None
    return after is not None and lexicon("frames", "roles").first(reading.text, after) is not None


def _has_role(reading: Reading, mention: Span) -> bool:
    """Tell whether a word for a job or title stands beside a mention, or a clause after it says who that is."""
    title, *clause = beside(reading, mention)
    if any(lexicon("frames", "roles").first(reading.text, place) for place in (title, *clause)):
        return True
    words = [place.of(reading.text).lstrip(" ,(—–") for place in clause]
    return any((start := lexicon("frames", "describing").first(said)) and start.start == 0 for said in words)
