"""A key claim stands in the text as a fact, or is the news, and nothing but posts stands behind it.

## Why it matters
To publish something is not to show it. A platform lets anybody say anything.

## What you can do
Search for the claim without the name of the account, and look for somebody else who knows it.

## For writers
Find a person or a record that says the same. Until then, give the claim to the account in the same sentence.

## Standards
- Reuters: A platform is not a source; what stands on it has to be checked and given to somebody.
- Horne: Some outlets on the fringe make posts themselves the news.

## Flagged
> [[The dam above Tolby broke at noon on Sunday and flooded the school.]] Nobody knows yet what the damage will cost.
>
> Noon, and the dam above Tolby broke! The school is flooded!
> — River Walker (@riverwalker_9) April 21, 2026

## Not flagged
> The dam above Tolby broke at noon on Sunday and flooded the school.
>
> Fire chief Ana Ruiz said that the dam broke after a week of rain and flooded the school.
>
> Noon, and the dam above Tolby broke! The school is flooded!
> — River Walker (@riverwalker_9) April 21, 2026

## Limits
A claim and a post belong together if they share words and stand side by side, or if the claim opens the text. Posts
without words, such as films, are not compared, and results of matches are not asked about. Any other statement on the
same thing, or a link that leads elsewhere, counts as support. A claim that the text gives to the account counts half,
and only at the beginning. The question is left to you where the account may be that of a body, where the text keeps a
distance or speaks of police or a court, and where others speak of something else in a text that opens so. That an
event was seen by everybody, so that it needs no source, is not known here.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from attrs import frozen

from source_audit.attribution import Attribution
from source_audit.check import Category, Lifecycle, Need, check
from source_audit.checks._near import embed_span, embed_words, in_body, lexicon
from source_audit.checks._posts import names_of
from source_audit.checks._support import Statements, about_of
from source_audit.claim import Claim, ClaimKind
from source_audit.document import Embed
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.reading import Reading
from source_audit.span import Span

_MOST, _MOST_TIED, _SHOWN = 100, 20, 3
"""How many claims and posts are looked at, how many that belong together, and how many posts are shown for one."""
_RESULT = re.compile(r"\b\d{1,3}[-–]\d{1,3}\b")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|_")
_PLATFORMS = ("social-post", "social-account")
_SHARED, _SHARED_FAR = 2, 3
"""So many words a claim shares with the post beside it, and with one that stands elsewhere."""
_PART = 3
"""And at least this part (a third) of its own."""
_MESSAGES = {
    Verdict.HOLDS: "No key claim rests on this post alone.",
    Verdict.MILD: "The main point is what an account posted, and nothing else in the text supports it.",
    Verdict.BREAKS: "The text says this as a fact, and nothing but a post supports it.",
    Verdict.UNSURE: "A post may be all that supports this. Is there other support?",
}


@frozen
class _Post:
    """A post with words: its place among the posts and in the text, and what it is about."""

    number: int
    embed: Embed
    place: Span
    about: frozenset[str]


_Rests = tuple[Claim, list[_Post], Verdict]
"""A claim, the posts that it may rest on, and what is to be said of it."""


@check(
    question="Does a key claim rest on nothing but posts?",
    title="Key claims rest on more than posts.",
    tally="Key claims that rest on posts alone: {bad} told as facts, {mild} given to the account.",
    category=Category.EMBEDS,
    lifecycle=Lifecycle.EXPERIMENTAL,
    since="0.1",
    needs=Need.EMBED,
    effort="high",
)
def post_only_claim(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one case for each key claim that rests on posts alone, and one for each other post."""
    posts = list(islice(_posts(reading), _MOST))
    if not posts:
        yield NotApplicable(reason="No post on the page keeps its words.")
        return
    resting = _news_once(_resting(reading, posts))
    for claim, tied, verdict in resting:
        shown = (Evidence(span=post.place, note="the post") for post in tied[:_SHOWN])
        yield Case(
            message=_MESSAGES[verdict], evidence=(Evidence(span=claim.span, note="the claim"), *shown), verdict=verdict
        )
    used = {post.number for _, tied, _ in resting for post in tied}
    for post in posts:
        if post.number not in used:
            own = (Evidence(span=post.place, note="the post"),)
            yield Case(message=_MESSAGES[Verdict.HOLDS], evidence=own, verdict=Verdict.HOLDS)


def _resting(reading: Reading, posts: list[_Post]) -> Iterator[_Rests]:
    """Yield each claim that may rest on posts alone, with them and what is to be said of it."""
    statements = Statements(reading)
    asked = (claim for claim in reading.claims if claim.embeds or ClaimKind.OPENING in claim.kinds)
    claims = (claim for claim in asked if in_body(reading, claim.span))
    paired = ((claim, _belonging(reading, claim, posts)) for claim in islice(claims, _MOST))
    for claim, tied in islice((pair for pair in paired if pair[1]), _MOST_TIED):
        verdict = _verdict(reading, claim, tied, statements)
        if verdict is not Verdict.HOLDS:
            yield claim, tied, verdict


def _posts(reading: Reading) -> Iterator[_Post]:
    """Yield the posts that have words."""
    for number, embed in enumerate(reading.document.embeds):
        place, about = embed_span(reading, embed), about_of(embed_words(reading, embed))
        if place and about:
            yield _Post(number, embed, place, about)


def _belonging(reading: Reading, claim: Claim, posts: list[_Post]) -> list[_Post]:
    """Return the posts that are about the same as a claim; one that stands elsewhere shares more words with it."""
    words = about_of(claim.span.of(reading.text))
    least = max(_SHARED_FAR, len(words) / _PART) if ClaimKind.OPENING in claim.kinds else len(words) + 1
    beside = max(_SHARED, len(words) / _PART)
    return [post for post in posts if len(words & post.about) >= (beside if post.number in claim.embeds else least)]


def _verdict(reading: Reading, claim: Claim, posts: list[_Post], statements: Statements) -> Verdict:
    """Judge a claim that stands with posts."""
    text, writers = reading.text, statements.writers(post.embed for post in posts)
    near = reading.around(claim.span, 1)
    posting = frozenset(name for name in claim.attribution_ids if _is_posted(reading, reading.attribution(name)))
    shared = statements.support(about_of(claim.span.of(text)), writers, posting)
    if _leads_elsewhere(reading, claim) or _is_checked(reading, near) or shared >= _SHARED_FAR:
        return Verdict.HOLDS
    told = claim.attribution_ids or lexicon("frames", "posting").first(text, claim.span)
    if told or _names(reading, claim, posts) or statements.told_by(writers, near):
        others = set(claim.source_ids) - writers and not posting
        main = ClaimKind.OPENING in claim.kinds and lexicon("frames", "posting").first(text, near)
        return Verdict.MILD if main and not others else Verdict.HOLDS
    if _is_plain(text, claim.span):
        return Verdict.HOLDS
    distant = lexicon("post_claims", "distant").first(text, claim.span) or _may_be_told(reading, near)
    only_opening = claim.kinds == {ClaimKind.OPENING} and statements.others(writers)
    doubtful = distant or only_opening or shared >= _SHARED or any(_is_body(post.embed) for post in posts)
    return Verdict.UNSURE if doubtful else Verdict.BREAKS


def _is_plain(text: str, claim: Span) -> bool:
    """Tell whether a sentence asks, tells of words and not of an event, or gives the result of a match."""
    asks = text[claim.end - 1] == "?"
    return (
        asks or bool(_RESULT.search(claim.of(text))) or lexicon("post_claims", "telling").first(text, claim) is not None
    )


def _may_be_told(reading: Reading, near: Span) -> bool:
    """Tell whether police or a court stand near a claim, so that they may have told it."""
    return lexicon("agentless", "accusers").first(reading.text, near) is not None


def _is_posted(reading: Reading, said: Attribution) -> bool:
    """Tell whether a statement was made in a post."""
    cue = Span(said.start, max(span.end for span in (*said.contents, *said.cue, *said.sources)))
    return lexicon("frames", "posting").first(reading.text, said.relay or cue) is not None


def _leads_elsewhere(reading: Reading, claim: Claim) -> bool:
    """Tell whether a claim has a link to something else than a platform."""
    return any(reading.document.links[number].serves not in _PLATFORMS for number in claim.links)


def _is_checked(reading: Reading, near: Span) -> bool:
    lists = (("witness", "verified"), ("claims", "witnessed"), ("post_claims", "checked"))
    return any(lexicon(*one).first(reading.text, near) for one in lists)


def _names(reading: Reading, claim: Claim, posts: list[_Post]) -> bool:
    """Tell whether a claim names the author of one of the posts."""
    words = set(re.findall(r"\w+", claim.span.of(reading.text).lower()))
    return any(name.lower().split()[-1] in words for post in posts for name in names_of(post.embed))


def _is_body(embed: Embed) -> bool:
    """Tell whether an account may be that of an office, a body or an outlet."""
    names = (embed.author or "", _CAMEL.sub(" ", embed.handle or ""))
    return any(lexicon("witness", "bodies").first(name) for name in names)


def _news_once(found: Iterable[_Rests]) -> list[_Rests]:
    """Keep every claim that is told as a fact or unsure, and the first that is given to an account."""
    kept: list[_Rests] = []
    for one in found:
        if one[2] is not Verdict.MILD or all(other[2] is not Verdict.MILD for other in kept):
            kept.append(one)
    return kept
