"""A direct quotation has other words than the transcript or document that it is compared with.

## Why it matters
Quotation marks promise the very words. A word more or less can turn what was said.

## What you can do
Read both texts side by side. Then read what stands before and after in the source text.

## For writers
Quote word for word, mark what you leave out, and keep two answers apart.

## Standards
- AP: Quotations are not altered, not even to mend grammar or a wrong word.
- Reuters: Words in quotation marks are what the speaker said, and nothing that was said is changed in them.
- Wikipedia: A source that was looked up and does not hold what is cited to it is marked as such.

## Flagged
The source text is:
```text
INTERVIEWER: Will the bridge close?
RUIZ: We will not close the bridge before the council has voted on it. The piers can wait until May.
```

> Mayor Ana Ruiz said: [[“We will close the bridge before the council has voted on it.”]]

## Not flagged
The source text is:
```text
INTERVIEWER: Will the bridge close?
RUIZ: Well, we will not close the bridge before the council has met and voted on it. The piers can wait until May.
```

> Mayor Ana Ruiz said: “We will not close the bridge before the council … voted on it.”

## Limits
It runs only where a transcript or document is supplied, and it takes that text as it is: a slip in a transcript shows
as a difference. Words that are not found may come from another place, and translated words cannot be found. Quotations
under three words and those in posts and headlines are left out.
"""

from collections.abc import Iterable, Iterator

from source_audit.attribution import Use
from source_audit.check import Category, check
from source_audit.checks._near import in_body
from source_audit.checks._transcript import transcript_of
from source_audit.checks._verbatim import Comparison, Likeness, compare, parts_of
from source_audit.checks._words import SEED, seeds_of
from source_audit.finding import Case, Evidence, NotApplicable, Passage, Verdict
from source_audit.reading import Reading
from source_audit.span import Span

_VERDICTS = {
    Likeness.VERBATIM: Verdict.HOLDS,
    Likeness.SMALL: Verdict.MILD,
    Likeness.MISSING: Verdict.UNSURE,
    Likeness.UNCERTAIN: Verdict.UNSURE,
    Likeness.ALTERED: Verdict.BREAKS,
    Likeness.CUT: Verdict.BREAKS,
    Likeness.SPLICED: Verdict.BREAKS,
}
_MESSAGES = {
    Likeness.VERBATIM: "These words stand in {name}.",
    Likeness.MISSING: "These words were not found in the text that was given; they may come from elsewhere.",
    Likeness.UNCERTAIN: "Words that are partly like these stand in {name}; it may be another place.",
    Likeness.SPLICED: "Words from two places of {name} stand here as one quotation.",
    Likeness.CUT: "{name} has words that are left out here without a mark: “{theirs}”.",
}


@check(
    question="Do the direct quotations have the words of the source text?",
    title="Quotations have the words of the source text.",
    tally="Quotations with the words of the source text: {good} of {all}; not found or unclear: {unsure}.",
    category=Category.LINKS,
    since="0.1",
    effort="low",
)
def quote_mismatch(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one case for each quotation of three words and more, compared with the supplied texts."""
    if not reading.against:
        yield NotApplicable(reason="No source text was given to compare quotations with.")
        return
    quotations = [(span, parts_of(reading.text, span)) for span in _quotations(reading)]
    quotations = [(span, parts) for span, parts in quotations if sum(map(len, parts)) >= SEED]
    if not quotations:
        yield NotApplicable(reason="The text has no direct quotation of three words or more.")
        return
    wanted = {seed for _, parts in quotations for part in parts for seed in seeds_of(part)}
    transcripts = [transcript_of(supplied, wanted) for supplied in reading.against]
    for span, parts in quotations:
        yield _case(reading, span, compare(parts, transcripts))


def _quotations(reading: Reading) -> Iterator[Span]:
    """Yield the quotations of speech in the body; one inside another is part of it."""
    end = 0
    for quotation in sorted(reading.quotations, key=lambda quotation: (quotation.span.start, -quotation.span.end)):
        if quotation.use is Use.SPEECH and quotation.span.start >= end and in_body(reading, quotation.span):
            end = quotation.span.end
            yield quotation.span


def _case(reading: Reading, span: Span, found: Comparison) -> Case:
    likeness = found.likeness
    differing = (Evidence(span=found.ours, note="the words that differ"),) if found.ours else ()
    return Case(
        message=_message(reading, likeness, found),
        evidence=(Evidence(span=span, note="the quotation"), *differing),
        verdict=_VERDICTS[likeness],
        value=found.share if likeness is Likeness.SMALL else None,
        aligned=tuple(_passages(found)),
    )


def _message(reading: Reading, likeness: Likeness, found: Comparison) -> str:
    name = found.parts[0].transcript.name if found.parts else ""
    theirs = _short(found.theirs.split())
    if likeness in _MESSAGES:
        return _MESSAGES[likeness].format(name=name, theirs=theirs)
    what = "A small difference" if likeness is Likeness.SMALL else "The words differ"
    ours = (
        f"the article has “{_short(found.ours.of(reading.text).split())}”" if found.ours else "the article has nothing"
    )
    return f"{what}: {ours}, {name} has {f'“{theirs}”' if theirs else 'nothing there'}."


def _short(words: list[str]) -> str:
    return " ".join(words[:12]) + (" …" if len(words) > 12 else "")


def _passages(found: Comparison) -> Iterable[Passage]:
    """Yield the words of the supplied text beside each part."""
    for part in found.parts:
        yield from (part.transcript.passage(*stretch) for stretch in part.stretches)
