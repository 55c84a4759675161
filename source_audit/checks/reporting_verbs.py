"""The verbs with which the text lets each source speak: which only report, and which do more.

## Why it matters
“Said” only reports. “Claimed” can cast doubt, and “admitted” can sound like guilt.

## What you can do
Put “said” in the place of each verb. See what changes, and for whom.

## For writers
Use a charged verb where the text shows why, and for every side by the same measure.

## Standards
- Textbooks of journalism: “Said” is neutral; other verbs bring in a judgement.
- PolNeAR: The cue is the part of a statement that shows how the words are passed on.

## Flagged
> Anna Keller [[claimed]] that the bridge was safe. Tom Hill [[said]] that it was not.

## Not flagged
> The harbour has two moles of stone. Ferries cross the bay every hour.

## Limits
Nothing is right or wrong here: a charged verb can be well earned. The list is short, and a verb outside both lists
counts as neither. In US political news of 2015-16 about one verb in forty was charged.
"""

import re
from collections.abc import Iterator
from functools import cache

from source_audit.attribution import Attribution
from source_audit.check import Category, check
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.reading import Reading
from source_audit.resources import data, rows
from source_audit.span import Span

_SURE = 0.6
_EXAMPLES = 3
_LONGEST_NAME = 80
_WORD = re.compile(r"[^\W\d_]+")
_PARTICLE = re.compile(r"\s([a-z]+)")


@check(
    question="Which verbs does the text use for each source, and do they only report?",
    title="The verbs of saying are counted for each source.",
    tally="How the verbs of saying are spread over the sources.",
    category=Category.ATTRIBUTION,
    since="0.1",
)
def reporting_verbs(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one note for the verbs that only report and one for each source with a charged verb."""
    sure = (one for one in reading.body_attributions if one.confidence >= _SURE)
    verbs = [(one, *found) for one in sure if (found := _verb(reading.text, one))]
    if not verbs:
        yield NotApplicable(reason="The text uses no verb of saying for a source.")
        return
    plain = [span for _, span, effect in verbs if effect == ""]
    if plain:
        yield Case(
            message=f"Verbs that only report: {len(plain)} of {len(verbs)}.",
            evidence=tuple(Evidence(span=span, note="an example") for span in plain[:_EXAMPLES]),
            verdict=Verdict.NOTE,
            value=float(len(plain)),
        )
    yield from _charged(reading.text, verbs)


def _charged(text: str, verbs: list[tuple[Attribution, Span, str | None]]) -> Iterator[Case]:
    """Yield one note for each source, in the order of the text."""
    by_source: dict[str, list[tuple[Span, str | None]]] = {}
    names: dict[str, str] = {}
    for one, span, effect in verbs:
        for source in one.speakers:
            by_source.setdefault(source.id, []).append((span, effect))
            names[source.id] = " ".join(source.name.split())[:_LONGEST_NAME]
    for own, used in by_source.items():
        charged = [(span, effect) for span, effect in used if effect]
        if charged:
            told = dict.fromkeys(f"“{span.of(text).lower()}” {effect}" for span, effect in charged)
            yield Case(
                message=f"{names[own]}, verbs that do more: {len(charged)} of {len(used)}. {'; '.join(told)}.",
                evidence=tuple(Evidence(span=span, note="the verb") for span, _ in charged),
                verdict=Verdict.NOTE,
                value=float(len(charged)),
            )


def _verb(text: str, one: Attribution) -> tuple[Span, str | None] | None:
    """Return the verb of a cue and its effect: "" for one that only reports, None for one in neither list."""
    effects = _effects()
    for cue in one.cue:
        for word in _WORD.finditer(text, cue.start, cue.end):
            low, behind = word[0].lower(), _PARTICLE.match(text, word.end())
            if behind and (pair := f"{low} {behind[1]}") in effects:
                return Span(word.start(), behind.end()), effects[pair]
            if low in effects:
                return Span(*word.span()), effects[low]
    return None


@cache
def _effects() -> dict[str, str | None]:
    """Return what each form of each verb of saying may make a reader think."""
    table = data("charged_verbs")
    charges = {verb: charge["effect"] for charge in table["charge"] for verb in charge["verbs"]}
    effects: dict[str, str | None] = {}
    for row in rows("reporting_verbs"):
        effect = charges.get(row["lemma"], "" if row["class"] in table["neutral"] else None)
        head, _, particle = row["lemma"].partition(" ")
        for form in (head, *row["forms"].split()):
            key = f"{form} {particle}" if particle else form
            if not effects.get(key):
                effects[key] = effect
    return effects
