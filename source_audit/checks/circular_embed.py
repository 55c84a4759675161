"""A post only repeats a statement that the article has quoted already.

## Why it matters
Saying a thing twice is not two sources.

## What you can do
Cross out the repeats and count the sources again.

## For writers
Show a post for what it adds, or say that it repeats the statement. Never offer a repetition as support.

## Standards
- IMVA/IN: Multiple sources count only if they are independent.
- SIFT: Trace each claim back to where it began.

## Flagged
> Mayor Peter Aldous said: "[[I know who sits on that bus at three in the morning, and I will not forget them]]."
>
> He shared his words on X:
>
> "I know who sits on that bus at three in the morning, and I will not forget them."
> — Peter Aldous (@peteraldous) April 21, 2026

## Not flagged
> Mayor Peter Aldous said on Tuesday: "I know who sits on that bus at three in the morning, and I will not forget them."
>
> Leona Marsh, a nurse at the hospital, answered in a post:
>
> Twelve empty seats? Come with me at four and I will keep one free for you.
> — Leona Marsh (@leonamarsh_tarn) April 21, 2026

## Limits
A post repeats a statement of five words or more when most of its content words stand in it in the same order. So does
one that the text itself calls a repetition, one that takes up an earlier post, and one that is to bear out what its own
author has said. That a post repeats a statement may be news in itself; only a repetition that is offered as support, in
the sentence before the post or right after it, counts in full.
"""

from collections.abc import Iterator

from source_audit.check import Category, Need, check
from source_audit.checks._again import Again, repetitions
from source_audit.checks._near import embed_span
from source_audit.document import Embed
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.reading import Reading


@check(
    question="Does a post only repeat what the article has quoted already?",
    title="Posts add something new.",
    tally="Posts that repeat nothing quoted in the article: {good} of {all}.",
    category=Category.EMBEDS,
    since="0.1",
    needs=Need.EMBED,
    effort="medium",
)
def circular_embed(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one case for each post."""
    repeated = repetitions(reading)
    for place, embed in enumerate(reading.document.embeds):
        yield _repeated(repeated[place]) if place in repeated else _new(reading, embed)


def _new(reading: Reading, embed: Embed) -> Case:
    place = embed_span(reading, embed)
    evidence = (Evidence(span=place, note="the post"),) if place else ()
    return Case(message="The post repeats no statement of the article.", evidence=evidence, verdict=Verdict.HOLDS)


def _repeated(again: Again) -> Case:
    support = again.support
    evidence = [Evidence(span=again.statement, note="the statement")] if again.statement else []
    evidence.append(Evidence(span=again.post, note="the post"))
    if support:
        evidence.append(Evidence(span=support, note="offered as support"))
    end = "is offered as support for it" if support else "adds no second source"
    return Case(
        message=f"The post repeats {'this statement' if again.statement else 'what was said'} and {end}.",
        evidence=tuple(evidence),
        verdict=Verdict.BREAKS if support else Verdict.MILD,
    )
