"""An article is about one study, and nobody who had no part in it says what it is worth.

## Why it matters
People from outside see the weak spots of a study sooner than those who made it.

## What you can do
Read what the study itself says about its limits, most often near its end.

## For writers
Ask one expert who had no part in the study, and say so in the text.

## Standards
- W3C: A story on research is easier to trust with an expert who was not part of it.
- CredCo: Quotes of experts from outside a study go with better science news.

## Flagged
> Ferries calm commuters, study finds
>
> People who go to work by ferry are calmer, says [[a new study]] in the journal Harbour Science.
>
> The researchers asked 40 people. "We found that water calms," said Ana Ruiz, lead author of the study.

## Not flagged
> Ferries calm commuters, study finds
>
> People who go to work by ferry are calmer, says a new study in the journal Harbour Science.
>
> The researchers asked 40 people. "We found that water calms," said Ana Ruiz, lead author of the study.
>
> "Forty people are very few," said Tom Hill, a psychologist who was not involved in the research.

> Mayor Peter Aldous said the new bridge would open in May.

## Limits
An article counts if its beginning brings in a study, survey, trial or report and it speaks of that again, if it keeps
speaking of research, or if it says later that its figures or findings come from one. Polls count only so, reports of
other media and round-ups of several studies do not. Who had a part in a study is read from the words beside a name;
where they do not tell of somebody who could judge it, the question is left to you. People who could not (a rider, a
mother, the director of the authors' house, the president of a union) are no outside experts.
"""

from collections.abc import Iterator
from itertools import islice

from source_audit.attribution import Source
from source_audit.check import Category, Lifecycle, check
from source_audit.checks._near import first_mention
from source_audit.checks._one_study import one_study
from source_audit.checks._part_in_study import phrases, speakers_on_study
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.reading import Reading
from source_audit.span import Span

_MESSAGES = {
    Verdict.HOLDS: "Somebody who had no part in the study speaks.",
    Verdict.MILD: "Nobody from outside the study speaks, but the text tells what it cannot show.",
    Verdict.BREAKS: "Nobody from outside the study speaks, and its limits are not told.",
    Verdict.UNSURE: "The text does not tell whether these people had a part in the study.",
}

_NOTES = {
    Verdict.HOLDS: "from outside",
    Verdict.MILD: "what it cannot show",
    Verdict.BREAKS: "speaks, but is not told to be an expert from outside",
    Verdict.UNSURE: "a part in the study is not told",
}


@check(
    question="Does somebody who had no part in the study speak?",
    title="Somebody from outside the study speaks.",
    tally="Stories on one study without a voice from outside: {bad}.",
    category=Category.INDEPENDENCE,
    lifecycle=Lifecycle.EXPERIMENTAL,
    since="0.1",
    effort="high",
)
def outside_expert(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one case for an article that is about one study."""
    study = one_study(reading)
    if study is None:
        yield NotApplicable(reason="The article is not about one study.")
        return
    verdict, shown = _judged(reading)
    pieces = (Evidence(span=span, note=_NOTES[verdict]) for span in shown)
    yield Case(message=_MESSAGES[verdict], evidence=(Evidence(span=study, note="the study"), *pieces), verdict=verdict)


def _judged(reading: Reading) -> tuple[Verdict, list[Span]]:
    """Return the verdict, and what it rests on: the people, or the words that tell it."""
    speakers, limits = speakers_on_study(reading), [*islice(phrases(reading, "limits"), 1)]
    if speakers.outside or speakers.words:
        return Verdict.HOLDS, _mentions(reading, speakers.outside) or speakers.words
    if speakers.doubtful:
        return Verdict.UNSURE, _mentions(reading, speakers.doubtful)
    return (Verdict.MILD, limits) if limits else (Verdict.BREAKS, _mentions(reading, speakers.people))


def _mentions(reading: Reading, sources: list[Source]) -> list[Span]:
    return [mention for source in sources if (mention := first_mention(reading, source))]
