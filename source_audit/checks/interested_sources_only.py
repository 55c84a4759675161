"""All who speak belong to one side, or all of them hold a public office.

## Why it matters
People seldom speak against themselves. Somebody who gains nothing sees the matter from another place.

## What you can do
Think of somebody who knows the matter and gains nothing by it. Look for what they say.

## For writers
Ask one person without a stake, or use a record: a court, a regulator, an expert, somebody who was there.

## Standards
- IMVA/IN: Independent sources are worth more than those with an interest.
- SPJ: Consider what sources may want before you rely on them.

## Flagged
> [[Acme Rail]] said that the bridge is safe. Tom Hill, a spokesman for Acme Rail, said that trains will cross it soon.

## Not flagged
> Acme Rail said that the bridge is safe. Ana Ruiz, a professor of engineering, said that the bridge was well tested.

## Limits
Only a stake that is told counts: in the text or in the name of an account. Experts, courts, regulators, offices of
statistics, people who were there and records count as without one, whatever part of the story they speak of. Where a
voice is not known, or where there are several sides, the question is left to you. That somebody has a stake does not
make a statement wrong, and an office does not make it right. A text in which one source speaks is not asked about.
"""

from collections.abc import Iterator

from source_audit.check import Category, Lifecycle, check
from source_audit.checks._near import first_mention
from source_audit.checks._stakes import are_several, one_side, weigh
from source_audit.checks._voices import Stake, Voice
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.reading import Reading
from source_audit.span import Span

_EXAMPLES = 5
_PAPERS = frozenset({"ruling", "filing", "dataset", "study"})
_MESSAGES = {
    Verdict.HOLDS: "Somebody speaks, or a record is named, of which the text tells no stake.",
    Verdict.MILD: "Only people with a public office and public bodies speak.",
    Verdict.BREAKS: "All who speak in the text are on one side: {side}.",
    Verdict.UNSURE: "Does anybody speak who has no stake in the matter? Here are those who do speak.",
}
_NOTES = {
    Stake.NONE: "no stake of their own is told",
    Stake.OFFICE: "a public office",
    Stake.INTEREST: "a stake is told",
    Stake.UNKNOWN: "a stake is not told",
}


@check(
    question="Does anybody speak who has no stake in the matter?",
    title="Somebody without a stake speaks.",
    tally="Texts in which all who speak are on one side: {bad}; only officials: {mild}.",
    category=Category.INDEPENDENCE,
    lifecycle=Lifecycle.EXPERIMENTAL,
    since="0.1",
    effort="high",
)
def interested_sources_only(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one case for an article in which several sources speak."""
    heard = weigh(reading)
    if len(heard) <= 1:
        yield NotApplicable(reason="No two sources speak in the text.")
        return
    free, record = [voice for voice in heard if voice.stake is Stake.NONE], _record(reading)
    if free or record:
        shown = [*_shown(reading, free), *([Evidence(span=record, note="a record")] if record else [])]
        yield Case(message=_MESSAGES[Verdict.HOLDS], evidence=tuple(shown), verdict=Verdict.HOLDS)
        return
    verdict, side = _judged(heard)
    if verdict is Verdict.UNSURE and all(voice.stake is not Stake.INTEREST for voice in heard):
        yield NotApplicable(reason="No source with a stake in the matter is known.")
        return
    yield Case(message=_MESSAGES[verdict].format(side=side), evidence=_shown(reading, heard), verdict=verdict)


def _judged(heard: list[Voice]) -> tuple[Verdict, str]:
    """Return the verdict over voices of which none is known to be without a stake, and the side if it is one."""
    if side := one_side(heard):
        return Verdict.BREAKS, side
    offices = are_several(heard) and all(voice.stake is Stake.OFFICE for voice in heard)
    return (Verdict.MILD if offices else Verdict.UNSURE), ""


def _record(reading: Reading) -> Span | None:
    """Return a record or study that a key claim names."""
    named = (one for claim in reading.claims for one in reading.references_in(claim.span))
    return next((one.span for one in named if one.kind in _PAPERS), None)


def _shown(reading: Reading, voices: list[Voice]) -> tuple[Evidence, ...]:
    places = ((voice, first_mention(reading, voice.source)) for voice in voices)
    return tuple(Evidence(span=place, note=_NOTES[voice.stake]) for voice, place in places if place)[:_EXAMPLES]
