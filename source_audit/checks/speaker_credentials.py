"""Somebody is named and given a statement, and the text never says who that is.

## Why it matters
A job or a tie to the event tells you how this person could know.

## What you can do
Look the person up on a site that is not their own.

## For writers
At the first mention, add a few words: the post, the body, or what the person has to do with the event.

## Standards
- BBC: Say who your sources are and what makes them able to speak on the matter.
- Reuters: Give a source's name together with its position.
- IMVA/IN: A source that knows the matter and is named weighs more.

## Flagged
> The bridge was shut on Monday. [[Anna Keller]] said that it would open in May.

## Not flagged
> The bridge was shut on Monday. Anna Keller, the harbour master, said that it would open in May.

> The bridge was shut on Monday. Anna Keller, 34, of Ambry, said that she had heard nothing.

## Limits
Anywhere in the article is early enough. Only people are asked about: those whose first name is in a list of common
ones, or who do what no firm or product does. Heads of state or government, now or before, people in the headline and
those named six times and more need no such words. A part in the event, told in the sentence or the next one ("She had
been crossing it"), is enough. Left out as well: who holds an office in the register of accounts, whose written words
are cited, who runs for an office, who tells of home or family, and anybody in whose sentences a word for a job stands
that may be theirs, or who follows a group.
"""

from collections.abc import Iterator

from source_audit.attribution import Attribution, Kind, Source
from source_audit.check import Category, Lifecycle, check
from source_audit.checks._near import in_body, statement_span
from source_audit.checks._who import People, is_person
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.reading import Reading
from source_audit.resources import data
from source_audit.span import Span

_SURE = 0.6
_MESSAGES = {
    Verdict.HOLDS: "The text says who this is.",
    Verdict.BREAKS: "Beyond the name, who this is is not in the text.",
}


@check(
    question="Does the text say who each named person is?",
    title="People who are named are introduced.",
    tally="Named people with a role, a body, a place or a tie to the event: {good} of {all}.",
    category=Category.ATTRIBUTION,
    lifecycle=Lifecycle.EXPERIMENTAL,
    since="0.1",
)
def speaker_credentials(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one case for each named person with a statement in the body."""
    people = People(reading)
    named = [(source, place) for source in reading.sources if (place := _place(reading, people, source))]
    told = {source.id: people.told(source) for source, _ in named}
    asked = [(source, place) for source, place in named if told[source.id] or not people.perhaps(source)]
    if not asked:
        yield NotApplicable(reason="The text names no speaker of whom it could be told whether it introduces them.")
    for source, place in asked:
        verdict = Verdict.HOLDS if told[source.id] else Verdict.BREAKS
        yield Case(message=_MESSAGES[verdict], evidence=(Evidence(span=place, note="the name"),), verdict=verdict)


def _place(reading: Reading, people: People, source: Source) -> Span | None:
    """Return where a person is first named in the body, if the person speaks there and is to be introduced."""
    if not is_person(reading, source) or people.excused(source) or not _speaks(reading, source):
        return None
    return next((place for place in people.places(source) if in_body(reading, place)), None)


def _speaks(reading: Reading, source: Source) -> bool:
    """Tell whether a statement of the body is surely the source's."""
    said = (reading.attribution(name) for name in source.attribution_ids)
    sure = (one for one in said if one.confidence >= _SURE and one.rule != "transcript" and _says(reading, one))
    return any(in_body(reading, statement_span(one)) for one in sure)


def _says(reading: Reading, said: Attribution) -> bool:
    """Tell whether somebody surely says something: in quotation marks, or with a verb of saying."""
    verbs = (part.of(reading.text).lower().split() for part in said.cue)
    words = {word for part in verbs for word in part}
    if not words.isdisjoint(data("credentials")["writing"]):
        return False
    return said.kind is Kind.DIRECT or not words.isdisjoint(data("credentials")["saying"])
