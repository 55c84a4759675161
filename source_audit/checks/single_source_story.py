"""One source, or one body with all its voices, makes most of the statements.

## Why it matters
When one origin carries a story, the story is only as good as that origin.

## What you can do
Find out what the others in this story say, in their own words.

## For writers
Give another origin the room to speak, or say in the first lines that this is one person's account.

## Standards
- BBC: Do not rely on a single source where more can be had.
- W3C: Readers should see how many independent sources support the main facts.

## Flagged
> Ana Ruiz said [[the bridge was unsafe]]. Ruiz said [[it would be shut in May]]. Ruiz said [[a ferry would run]].

## Not flagged
> Ana Ruiz said the bridge was unsafe. Tom Hill said it had been checked.

## Limits
All statements of the body count, of named and unnamed sources; headline, captions and posts stay out. Statements
whose source is not in the text belong to no origin and are left out. Interviews, profiles, and reports of a speech or
hearing have one voice by nature, and short texts too.
"""

from collections import Counter
from collections.abc import Iterator

from source_audit.check import Category, check
from source_audit.checks._near import lexicon, statement_span
from source_audit.document import BlockKind
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.origin import Origin
from source_audit.reading import Reading
from source_audit.span import Span


@check(
    question="Does one source make most of the statements?",
    title="No single source carries the story.",
    tally="Share of the statements that come from one origin: {value:.0%}.",
    category=Category.CORROBORATION,
    since="0.1",
    effort="high",
)
def single_source_story(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one case with the share of the largest origin."""
    if _is_statement(reading):
        yield NotApplicable(reason="The headline says that this is one statement.")
        return
    given = list(_given(reading))
    if not given:
        yield NotApplicable(reason="The text gives no statement to a source.")
        return
    (largest, most), *_ = Counter(origin for origins, _ in given for origin in origins).most_common(1)
    own = [span for origins, span in given if largest in origins]
    yield Case(
        message=f"Statements that come from {largest.label}: {most} of {len(given)} ({most / len(given):.0%}).",
        evidence=tuple(Evidence(span=span, note=largest.label) for span in own),
        verdict=Verdict.NOTE,
        value=most / len(given),
    )


def _given(reading: Reading) -> Iterator[tuple[list[Origin], Span]]:
    """Yield each statement of the body with its origin, or those of all who say it together."""
    origins = {name: group for group in reading.origins.groups for name in group.source_ids}
    for attribution in reading.body_attributions:
        own = dict.fromkeys(origins[source.id] for source in attribution.speakers if source.id in origins)
        if own:
            yield list(own), statement_span(attribution)


def _is_statement(reading: Reading) -> bool:
    heads = reading.document.blocks_of(BlockKind.HEADLINE)
    return any(lexicon("frames", "statements").first(reading.text, head.span) for head in heads)
