"""The text promises something that is not there: a full article, a video, a chart, the words of a post.

## Why it matters
The page points to something that you cannot follow, so you cannot see it for yourself.

## What you can do
Search for the title or the words that the promise names.

## For writers
Put the link or the picture where you promise it, or drop the promise.

## Standards
- BBC: Where you point to material, let the audience reach it.
- W3C: References can be followed.

## Flagged
> The bridge is closed. For more, [[read the full article]]: Bridge Closed After Flood

> The mayor's office answered at night. [[The statement reads:]]

## Not flagged
> The bridge is closed. The statement reads: "We will open it as soon as it is safe."

> The bridge is closed, and nobody knows for how long.

## Limits
Only listed wordings, and short sentences such as "The film below shows the crossing", count as a promise. Copied text
may have lost links, films and pictures, so there the reader decides. Pictures without a caption cannot be seen by this
check, so there the reader decides too.
"""

from collections.abc import Iterator

from source_audit.check import Category, check
from source_audit.checks._near import next_block, spoken
from source_audit.checks._promises import Promise, following, is_kept, promises
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.reading import Reading

_TEXT = ("words", "rest")


@check(
    question="Does the text promise something that is not there?",
    title="What the text points to is there.",
    tally="Promises of something to follow that are kept: {good} of {all}.",
    category=Category.LINKS,
    since="0.1",
)
def dangling_reference(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one case for each promise in the article's own words."""
    quoted = spoken(reading)
    found = [promise for promise in promises(reading) if not quoted.touches(promise.span)]
    if not found:
        yield NotApplicable(reason="The text promises nothing that should follow.")
    shown_at = {embed.anchor.start for embed in reading.document.embeds if embed.anchor and not embed.span}
    for promise in found:
        verdict = Verdict.HOLDS if is_kept(reading, promise, shown_at) else _missing(reading, promise)
        follows = following(reading, promise)
        yield Case(
            message=_message(reading, promise, verdict),
            evidence=(
                Evidence(span=promise.span, note="the promise"),
                *((Evidence(span=follows, note="what follows"),) if follows else ()),
            ),
            verdict=verdict,
        )


def _missing(reading: Reading, promise: Promise) -> Verdict:
    """Return how grave it is that a promise is not kept: what a copy may have lost is for the reader to settle."""
    if promise.thing in _TEXT:
        return Verdict.UNSURE if next_block(reading.document, promise.block.span.start) else Verdict.BREAKS
    seen = reading.document.is_html and promise.thing != "picture"
    return Verdict.BREAKS if seen else Verdict.UNSURE


def _message(reading: Reading, promise: Promise, verdict: Verdict) -> str:
    if verdict is Verdict.HOLDS:
        return "What is promised here follows."
    if promise.thing in _TEXT:
        unsure = "Words are promised here, and what follows is not marked as such."
        return unsure if verdict is Verdict.UNSURE else "Words are promised here, and nothing follows."
    if verdict is Verdict.BREAKS:
        return f"A {promise.thing} is promised here and is not in the text."
    if reading.document.is_html:
        return "A picture is promised here; whether it is there cannot be seen from the text."
    return f"A {promise.thing} is promised here; copying may have lost the {promise.thing}."
