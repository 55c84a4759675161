"""All who speak belong to one side, made the study that is told of, or hold a public office.

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
statistics, people who were there and records count as without one, whatever part of the story they speak of; a study
or survey speaks for those who made it. It counts half where all whose part is told are on one side and somebody of
whom nothing is told speaks as well, where nobody from outside speaks of a study that was paid for or made by somebody
who gains by it, where only offices speak, and where one voice with a stake or an office says nearly all that is said.
Where a voice is not known, or where there are several sides, the question is left to you. That somebody has a stake
does not make a statement wrong, and an office does not make it right. A text in which one source speaks is not asked
about.
"""

from collections.abc import Iterator

from source_audit.check import Category, Lifecycle, check
from source_audit.checks._near import first_mention
from source_audit.checks._one_sided import Part, free_voices, judged_by_makers, leading, only_offices, told_side
from source_audit.checks._one_study import one_study
from source_audit.checks._stakes import one_side, weigh
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
_MAKERS = "Only those speak who made the study or have a stake in it, and people whose part is not told."
_TOLD = "All whose part in the matter is told are on one side: {side}."
_LED = "Nearly all that is said comes from {name}, who has a stake or a public office, and nobody without one speaks."
_NOTES = {
    Stake.NONE: "no stake of their own is told",
    Stake.OFFICE: "a public office",
    Stake.INTEREST: "a stake is told",
    Stake.UNKNOWN: "a stake is not told",
}


_Found = tuple[Verdict, str, list[Voice]]
"""What is to be said of an article, in which words, and the voices that show it."""


@check(
    question="Does anybody speak who has no stake in the matter?",
    title="Somebody without a stake speaks.",
    tally="Texts in which all who speak are on one side: {bad}; nearly so: {mild}.",
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
    free, record = free_voices(reading), _record(reading)
    known = bool(free) or record is not None
    if found := _by_makers(reading, heard) if known else _one_sided(reading, heard):
        verdict, message, shown = found
        yield Case(message=message, evidence=_shown(reading, shown), verdict=verdict)
    elif known:
        pieces = [*_shown(reading, free), *([Evidence(span=record, note="a record")] if record else [])]
        yield Case(message=_MESSAGES[Verdict.HOLDS], evidence=tuple(pieces), verdict=Verdict.HOLDS)
    elif all(voice.stake is not Stake.INTEREST for voice in heard):
        yield NotApplicable(reason="No source with a stake in the matter is known.")
    else:
        yield Case(message=_MESSAGES[Verdict.UNSURE], evidence=_shown(reading, heard), verdict=Verdict.UNSURE)


def _by_makers(reading: Reading, heard: list[Voice]) -> _Found | None:
    """Return what is to be said of a study of which only those speak who made it and somebody gains by it."""
    return (Verdict.MILD, _MAKERS, heard) if judged_by_makers(reading) else None


def _one_sided(reading: Reading, heard: list[Voice]) -> _Found | None:
    """Return what is to be said where all who speak are on one side, made the study, or hold a public office."""
    if side := one_side(heard):
        return Verdict.BREAKS, _MESSAGES[Verdict.BREAKS].format(side=side), heard
    if found := _by_makers(reading, heard):
        return found
    if side := told_side(reading):
        return Verdict.MILD, _TOLD.format(side=side), heard
    if offices := only_offices(reading):
        return Verdict.MILD, _MESSAGES[Verdict.MILD], offices
    return _led(reading)


def _led(reading: Reading) -> _Found | None:
    """Return what is to be said where one voice says nearly all: it has a stake or an office, or that is not told."""
    first = leading(reading)
    if first is None:
        return None
    part, voice = first
    if part is Part.OPEN:
        return Verdict.UNSURE, _MESSAGES[Verdict.UNSURE], [voice]
    return Verdict.MILD, _LED.format(name=voice.source.name), [voice]


def _record(reading: Reading) -> Span | None:
    """Return a record that a key claim names, or a study where the article is about no study."""
    named = (one for claim in reading.claims for one in reading.references_in(claim.span) if one.kind in _PAPERS)
    return next((one.span for one in named if one.kind != "study" or _is_record(reading, one.span)), None)


def _is_record(reading: Reading, study: Span) -> bool:
    """Tell whether a mention is of a study that the article only names; "this paper" may be the newspaper."""
    return not study.of(reading.text).lower().endswith(" paper") and one_study(reading) is None


def _shown(reading: Reading, voices: list[Voice]) -> tuple[Evidence, ...]:
    places = ((voice, first_mention(reading, voice.source)) for voice in voices)
    return tuple(Evidence(span=place, note=_NOTES[voice.stake]) for voice, place in places if place)[:_EXAMPLES]
