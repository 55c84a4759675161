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
job and of a post or film, and where the account's name begins or ends like that of a source. A word for one of a crowd
("a resident", "a fan") tells nobody.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from source_audit.attribution import SourceKind
from source_audit.check import Category, Need, check
from source_audit.checks._near import embed_span, in_body, lexicon, stands
from source_audit.checks._posters import (
    has_poster,
    introduced,
    is_brought_in,
    is_by_known,
    is_by_somebody_told,
    is_credited,
    is_described,
    is_led_in,
    is_owned,
    is_told_near,
    may_be_led_in,
    sentences_beside,
)
from source_audit.checks._posts import Authors, Words, earning, names_of, people_of
from source_audit.checks._who import hinted
from source_audit.document import BlockKind, Embed
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.labels.beside import beside
from source_audit.reading import Reading
from source_audit.span import Span

_MOST_MENTIONS = 100
_MOST_NAMES = 400
_REACH = 60
_TITLE = 40
_OF = re.compile(
    r"\s(?:of|from|at)\s(?:the\s)?[A-Z]|\s(?:founded|runs|chairs|leads|owns|heads|coaches|teaches|edits)\s"
)
_RUN_BY = re.compile(
    r",?\s(?:which\s)?(?:is|was)\s(?:run|kept|written|owned|managed)\s(?:by|for)\s|\s(?:belongs|belonged)\sto\s"
)
_HANDLE_OF = re.compile(r"\b(?:account|handle|page|feed|profile|channel) of [^.!?@]{2,40}@?$")
_TITLED = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Ii]ts) (?:[\w’-]+ ){1,3}$")
_TITLES = ("Mr", "Mr.", "Ms", "Ms.", "Mrs", "Mrs.", "Dr", "Dr.")
_LEAST_SHARED = 3
_NO_VOICES = (SourceKind.ACCOUNT, SourceKind.UNKNOWN, SourceKind.DOCUMENT)
_BODIES = (SourceKind.ORGANISATION, SourceKind.OUTLET)
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
        if shown and (is_described(reading, embed) or is_led_in(reading, embed) or is_by_known(reading, embed)):
            return Verdict.HOLDS
        told = is_told_near(reading, embed) or has_poster(reading, embed)
        return Verdict.BREAKS if shown and not told else Verdict.UNSURE
    person = source if source and source.kind is not SourceKind.ACCOUNT else authors.person(embed)
    if person and (person.role or person.affiliation):
        return Verdict.HOLDS
    source = person or source
    mentions = [*(source.mentions if source else ()), *(span for name in names for span in words.find(name))]
    mentions += [*people_of(reading, embed), *_with_title(embed, words)]
    own = [mention for mention in mentions if in_body(reading, mention)][:_MOST_MENTIONS]
    told = any(_has_role(reading, mention) or _is_known(reading, mention) for mention in own)
    if told or is_led_in(reading, embed) or _is_subject(reading, embed, words):
        return Verdict.HOLDS
    if any(tells(reading, embed) for tells in _TELLING):
        return Verdict.HOLDS
    lost = not (shown or embed.signature or embed.author) or len(list(islice(words.find(embed.author or ""), 3))) > 1
    asked = lost or is_told_near(reading, embed) or may_be_led_in(reading, embed)
    return Verdict.UNSURE if asked or _shares_name(reading, embed, words) else Verdict.MILD


def _with_title(embed: Embed, known: Words) -> Iterator[Span]:
    """Yield where the article has the last name of a post's author behind a title ("Ms Kamp")."""
    parts = (embed.author or "").split()
    if len(parts) > 1 and len(parts[-1]) >= _LEAST_SHARED:
        for title in _TITLES:
            yield from known.find(f"{title} {parts[-1]}")


def _shares_name(reading: Reading, embed: Embed, known: Words) -> bool:
    """Tell whether an account's shown name begins or ends like that of a source, so that it may be the same."""
    words = (embed.author or "").lower().removeprefix("the ").split()
    ends = {word for word in (*words[:1], *words[-1:]) if len(word) >= _LEAST_SHARED}
    ends = {word for word in ends if not lexicon("frames", "roles").first(word)}
    voices = (source for source in reading.sources if source.named and source.kind not in _NO_VOICES)
    others = [source.name.lower().split() for source in voices]
    if any(other != words and not ends.isdisjoint(other) for other in others):
        return True
    if words in others and _is_titled(reading, known.find(embed.author or "")):
        return True
    shown = (name.key.lower().split() for name in reading.names[:_MOST_NAMES] if name.kind is SourceKind.PERSON)
    cut = len(words) > 1 and all(len(word.strip(".")) <= _LEAST_SHARED for word in words[1:])
    if cut and words[0] in ends and any(len(name) > 1 and name[0] == words[0] for name in shown):
        return True
    before = next(sentences_beside(reading, embed), None)
    said = before.of(reading.text).split() if before else []
    return any(article.lower() in ("the", "its") and word in ends for article, word in pairwise(said))


def _is_titled(reading: Reading, places: Iterator[Span]) -> bool:
    """Tell whether words that may be a title go before a name ("the grandmaster Piet Dorsman")."""
    starts = [place.start for place in islice(places, _MOST_MENTIONS)]
    return any(_TITLED.search(reading.text, max(0, start - _REACH), start) for start in starts)


def _is_body(reading: Reading, embed: Embed) -> bool:
    """Tell whether an account's name holds that of a body or outlet which the article names."""
    account = (embed.author or "").lower().removeprefix("the ").split()
    names = (name for name in reading.names[:_MOST_NAMES] if name.kind in _BODIES)
    if len(account) > 1 and any(in_body(reading, place) for place in _called_the(reading, embed.author or "")):
        return True
    bodies = {tuple(name.key.lower().removeprefix("the ").split()) for name in names if in_body(reading, name.span)}
    return any(_is_name_of(account, body) for body in bodies)


def _called_the(reading: Reading, name: str) -> Iterator[Span]:
    """Yield where the text sets "the" before a name, as it does for bodies ("the Met Office") and not for people."""
    bare = name.removeprefix("The ").removeprefix("the ")
    for found in islice(re.finditer(rf"\b[Tt]he {re.escape(bare)}\b", reading.text), _MOST_MENTIONS):
        yield Span(*found.span())


def _is_name_of(account: Sequence[str], body: Sequence[str]) -> bool:
    """Tell whether an account's name begins with that of a body, whose words it may cut short ("Tarn Ag College")."""
    if len(account) < len(body) or (len(body) == 1 and len(account) > 1):
        return False
    return all(long.startswith(short.rstrip(".")) for short, long in zip(account, body, strict=False))


def _is_subject(reading: Reading, embed: Embed, known: Words) -> bool:
    """Tell whether a post is by the person whom the headline and the article are about."""
    words = (embed.author or "").split()
    if len(words) < 2 or len(words[-1]) < _LEAST_SHARED:
        return False
    heads = " ".join(block.span.of(reading.text) for block in reading.document.blocks_of(BlockKind.HEADLINE))
    if not heads and reading.document.title:
        heads = reading.document.title.value
    in_head = any(stands(heads, word) for word in (words[0], words[-1]))
    return in_head and any(in_body(reading, name) for name in known.find(embed.author or ""))


def _is_known(reading: Reading, mention: Span) -> bool:
    """Tell whether a mention is of a source whose role or body the text gives, or of a body with a place to it."""
    known = introduced(reading)
    if any(mention.overlaps(other) for source in known for other in source.mentions):
        return True
    if _HANDLE_OF.search(reading.text, max(0, mention.start - _REACH), mention.start):
        return True
    return any(form.match(reading.text, mention.end) for form in (_OF, _RUN_BY))


def _has_role(reading: Reading, mention: Span) -> bool:
    """Tell whether a word for a job or title stands beside a mention, or a clause after it says who that is."""
    if " " in mention.of(reading.text) and hinted(reading.text[max(0, mention.start - _TITLE) : mention.start]):
        return True
    title, *clause = beside(reading, mention)
    if any(lexicon("frames", "roles").first(reading.text, place) for place in (title, *clause)):
        return True
    words = [place.of(reading.text).lstrip(" ,(—–") for place in clause]
    return any((start := lexicon("frames", "describing").first(said)) and start.start == 0 for said in words)


_TELLING = (is_described, is_owned, _is_body, is_credited, is_by_somebody_told, is_brought_in)
"""The ways in which the text tells whose a post is, beside the name."""
