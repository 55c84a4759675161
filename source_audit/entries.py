"""A live blog entry by entry: the checks that are scored there are asked of each entry by itself."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from source_audit.answer import Answer, Entry, Status
from source_audit.check import Check
from source_audit.finding import Case
from source_audit.parse.entries import entries_of
from source_audit.reading import Reading

if TYPE_CHECKING:
    from source_audit.rubric import Rubric

_SILENT = (Status.NOT_APPLICABLE, Status.ERROR)


def judged_entries(
    reading: Reading, checks: Iterable[Check], answers: Mapping[str, Answer], rubric: "Rubric"
) -> tuple[Entry, ...]:
    """Return the entries of a text whose genre is judged by the entry, each with the statuses of the checks that are.

    A check that did not apply to the whole, or could not be carried out, says nothing of an entry.
    """
    counted = rubric.by_entry(reading.document)
    asked = {check.id: check for check in checks if check.id in counted and check.id in answers}
    places = entries_of(reading.document) if asked else ()
    starts = [entry.start for _, entry in places]
    told = {bisect_right(starts, (a.contents or a.cue)[0].start) for a in reading.body_attributions}
    found: dict[tuple[str, int], list[Case]] = {}
    for name, check in asked.items() if places else ():
        for outcome in () if answers[name].status in _SILENT else check(reading):
            if isinstance(outcome, Case) and outcome.evidence:
                found.setdefault((name, bisect_right(starts, outcome.span.start)), []).append(outcome)

    def status(name: str, number: int) -> Status:
        if answers[name].status in _SILENT:
            return Status.NOT_APPLICABLE
        words = len(places[number - 1][1].of(reading.text).split())
        return rubric.of_entry(answers[name], found.get((name, number), ()), words, is_told=number in told)

    return tuple(
        Entry(span=span, time=time, statuses={name: status(name, number) for name in asked})
        for number, (time, span) in enumerate(places, 1)
    )
