"""The text tells something for which it has nothing but posts, or a post is all of its news.

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
A sentence and a post belong together if they stand side by side and share a word or a number that the rest of the
text does not have, if the sentence points to the post ("as this video shows", "according to a post"), or if it opens
the text and shares several words with the post. Posts without words, such as films, count only where a sentence
points to them. Any other statement on the same thing, a document that is named, or a link that leads elsewhere counts
as support, and what an account repeats of its owner's own statement is the matter of another check. A claim that the
text gives to an account by name counts half, and only at the beginning. The question is left to you where the account
may be that of a body, where the text keeps a distance or speaks of police or a court, and where others speak of
something else in a text that opens so. Sentences that tell how a crowd reacted, and results of matches, are not asked
about. That an event was seen by everybody, so that it needs no source, is not known here.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from source_audit.attribution import Attribution
from source_audit.check import Category, Lifecycle, Need, check
from source_audit.checks._near import in_body, lexicon
from source_audit.checks._posts import names_of
from source_audit.checks._resting import Fact, Facts, Post, posts_of
from source_audit.checks._support import Statements, about_of
from source_audit.document import Embed
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.reading import Reading
from source_audit.span import Span

_MOST, _MOST_TIED, _SHOWN = 100, 40, 3
"""How many posts are looked at, how many sentences that may rest on them, and how many posts are shown for one."""
_RESULT = re.compile(r"\b\d{1,3}[-–]\d{1,3}\b")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|_")
_PLATFORMS = ("social-post", "social-account")
_PERSON = 2
"""A name of so many words may be that of a person."""
_WEAK, _STRONG = 2, 3
"""So many words another statement shares with a sentence that it may support, and with one that it does."""
_MESSAGES = {
    Verdict.HOLDS: "No key claim rests on this post alone.",
    Verdict.MILD: "The main point is what an account posted, and nothing else in the text supports it.",
    Verdict.BREAKS: "The text tells this, and nothing in it but a post supports it.",
    Verdict.UNSURE: "A post may be all that supports this. Is there other support?",
}


_Rests = tuple[Fact, Verdict]
"""A sentence with the posts that it may rest on, and what is to be said of it."""


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
    """Yield one case for each claim that rests on posts alone, and one for each other post."""
    posts = list(islice(posts_of(reading), _MOST))
    resting = _news_once(_resting(reading, posts))
    if not resting and not any(post.about for post in posts):
        yield NotApplicable(reason="No post on the page keeps its words.")
        return
    for fact, verdict in resting:
        shown = (Evidence(span=post.place, note="the post") for post in fact.posts[:_SHOWN])
        yield Case(
            message=_MESSAGES[verdict], evidence=(Evidence(span=fact.span, note="the claim"), *shown), verdict=verdict
        )
    used = {post.number for fact, _ in resting for post in fact.posts}
    for post in posts:
        if post.about and post.number not in used:
            own = (Evidence(span=post.place, note="the post"),)
            yield Case(message=_MESSAGES[Verdict.HOLDS], evidence=own, verdict=Verdict.HOLDS)


def _resting(reading: Reading, posts: list[Post]) -> Iterator[_Rests]:
    """Yield each sentence that may rest on posts alone, and what is to be said of it."""
    statements = Statements(reading)
    facts = (fact for fact in Facts(reading, posts).all() if in_body(reading, fact.span))
    for fact in islice(facts, _MOST_TIED):
        verdict = _verdict(reading, fact, statements)
        if verdict is not Verdict.HOLDS:
            yield fact, verdict


def _verdict(reading: Reading, fact: Fact, statements: Statements) -> Verdict:
    """Judge a sentence that stands with posts."""
    writers = statements.writers(post.embed for post in fact.posts)
    if (
        _is_backed(reading, fact)
        or statements.support(about_of(fact.span.of(reading.text)), writers, fact.span) >= _STRONG
    ):
        return Verdict.HOLDS
    if told := _told(reading, fact, writers, statements):
        return told
    if fact.points:
        return Verdict.UNSURE if lexicon("post_claims", "distant").first(reading.text, fact.span) else Verdict.BREAKS
    if _is_plain(reading.text, fact.span) or any(not _is_posted(reading, one) for one in statements.told_by(writers)):
        return Verdict.HOLDS
    backed = statements.support(fact.own, writers, fact.span) >= _WEAK or (fact.far and statements.others(writers))
    doubtful = backed or _is_distant(reading, fact.span) or any(_is_body(post.embed) for post in fact.posts)
    return Verdict.UNSURE if doubtful else Verdict.BREAKS


def _is_backed(reading: Reading, fact: Fact) -> bool:
    """Tell whether a sentence has a link or a document, was checked, or only offers a post as support for another."""
    papers = not fact.points and next(reading.references_in(fact.span), None) is not None
    support = lexicon("frames", "support").first(reading.text, fact.span)
    near = reading.around(fact.span, 1)
    hedged = fact.points and lexicon("witness", "hedged").first(reading.text, fact.span) is not None
    return papers or support is not None or hedged or _leads_elsewhere(reading, fact.span) or _is_checked(reading, near)


def _is_distant(reading: Reading, sentence: Span) -> bool:
    """Tell whether the text keeps a distance, or police or a court stand near, so that they may have told it."""
    near = lexicon("agentless", "accusers").first(reading.text, reading.around(sentence, 1))
    return near is not None or lexicon("post_claims", "distant").first(reading.text, sentence) is not None


def _told(reading: Reading, fact: Fact, writers: frozenset[str], statements: Statements) -> Verdict | None:
    """Judge a sentence that is given to somebody: half if it opens the text and is given to a post's author alone."""
    near = reading.around(fact.span, 1)
    posting = lexicon("frames", "posting").first(reading.text, fact.span)
    spoken = any(part.overlaps(near) for one in statements.told_by(writers) for part in one.contents)
    if fact.points or not (fact.said or posting or spoken or _names(reading, fact)):
        return None
    posted = lexicon("frames", "posting").first(reading.text, near)
    main = fact.opening and fact.shared >= _WEAK and posted and not _is_again(reading, fact)
    said = (*fact.said, *statements.told_by(writers))
    return Verdict.MILD if main and all(_is_posted(reading, one) for one in said) else Verdict.HOLDS


def _is_again(reading: Reading, fact: Fact) -> bool:
    """Tell whether one of the posts repeats what somebody said."""
    repeated = {repeat.embed for repeat in reading.repeats}
    return any(post.number in repeated for post in fact.posts)


def _is_plain(text: str, sentence: Span) -> bool:
    """Tell whether a sentence asks, tells of words or of what a crowd does, or gives the result of a match."""
    crowds = (lexicon("frames", name).first(text, sentence) for name in ("posters", "some_of_many"))
    opens = any(crowd is not None and crowd.start == sentence.start for crowd in crowds)
    asks, result = text[sentence.end - 1] == "?", _RESULT.search(sentence.of(text))
    return opens or asks or result is not None or lexicon("post_claims", "telling").first(text, sentence) is not None


def _is_posted(reading: Reading, said: Attribution) -> bool:
    """Tell whether a statement was made in a post."""
    cue = Span(said.start, max(span.end for span in (*said.contents, *said.cue, *said.sources)))
    return lexicon("frames", "posting").first(reading.text, said.relay or cue) is not None


def _leads_elsewhere(reading: Reading, sentence: Span) -> bool:
    """Tell whether a sentence has a link to something else than a platform."""
    return any(reading.document.links[number].serves not in _PLATFORMS for number in reading.links_in(sentence))


def _is_checked(reading: Reading, near: Span) -> bool:
    lists = (("witness", "verified"), ("claims", "witnessed"), ("post_claims", "checked"))
    return any(lexicon(*one).first(reading.text, near) for one in lists)


def _names(reading: Reading, fact: Fact) -> bool:
    """Tell whether a sentence names a post's author: by the last name, or by all words of a longer one."""
    words = set(re.findall(r"\w+", fact.span.of(reading.text).lower()))
    names = (name.lower().split() for post in fact.posts for name in names_of(post.embed))
    return any(words.issuperset(name if len(name) > _PERSON else name[-1:]) for name in names)


def _is_body(embed: Embed) -> bool:
    """Tell whether an account may be that of an office, a body or an outlet."""
    names = (embed.author or "", _CAMEL.sub(" ", embed.handle or ""))
    return any(lexicon("witness", "bodies").first(name) for name in names)


def _news_once(found: Iterable[_Rests]) -> list[_Rests]:
    """Keep every claim that is told as a fact or unsure, and the first that is given to an account."""
    kept: list[_Rests] = []
    for one in found:
        if one[1] is not Verdict.MILD or all(other[1] is not Verdict.MILD for other in kept):
            kept.append(one)
    return kept
