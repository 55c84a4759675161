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
An article counts if its beginning names a study or paper and it keeps speaking of the research. Official reports and
polls do not count, nor round-ups of several studies. Who had a part in a study is read from the words beside a name;
where they do not tell of somebody who could judge it, the question is left to you. People who could not (a rider, a
mother, the director of the authors' house) are no outside experts.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from source_audit.attribution import Source, SourceKind
from source_audit.check import Category, Lifecycle, check
from source_audit.checks._informants import SURE
from source_audit.checks._near import beside, first_mention, lexicon, paragraphs
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.lexicon import Lexicon
from source_audit.reading import Reading
from source_audit.resources import data
from source_audit.span import Span

_DEPENDS = re.compile(r"(?:[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[A-Z][\w.\s]{1,40}['’]s?)\s")
_BEGINNING = 4
_BESIDE = 200
_LEAST_WORDS_OF_RESEARCH = 4
_MOST_STUDIES, _SHORT = 2, 350
_MESSAGES = {
    Verdict.HOLDS: "Somebody who had no part in the study speaks.",
    Verdict.MILD: "Nobody from outside the study speaks, but the text tells what it cannot show.",
    Verdict.BREAKS: "Nobody from outside the study speaks, and its limits are not told.",
    Verdict.UNSURE: "The text does not tell whether these people had a part in the study.",
}

_NOTES = {
    Verdict.HOLDS: "from outside",
    Verdict.MILD: "what it cannot show",
    Verdict.BREAKS: "had a part in the study",
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
    study = _study(reading)
    if study is None:
        yield NotApplicable(reason="The article is not about one study.")
        return
    verdict, shown = _judged(reading)
    pieces = (Evidence(span=span, note=_NOTES[verdict]) for span in shown)
    yield Case(message=_MESSAGES[verdict], evidence=(Evidence(span=study, note="the study"), *pieces), verdict=verdict)


def _judged(reading: Reading) -> tuple[Verdict, list[Span]]:
    """Return the verdict, and what it rests on: the people, or the words that tell it."""
    people = [source for source in reading.sources if _speaks(reading, source)]
    outside = [source for source in people if _is_outside(reading, source)]
    words, limits = ([*islice(_found(reading, name), 1)] for name in ("outside", "limits"))
    if outside or words:
        return Verdict.HOLDS, _mentions(reading, outside) or words
    if doubtful := [source for source in people if _may_judge(source) and not _is_author(reading, source)]:
        return Verdict.UNSURE, _mentions(reading, doubtful)
    return (Verdict.MILD, limits) if limits else (Verdict.BREAKS, _mentions(reading, people))


def _mentions(reading: Reading, sources: list[Source]) -> list[Span]:
    return [mention for source in sources if (mention := first_mention(reading, source))]


def _study(reading: Reading) -> Span | None:
    """Return the study that an article is about: named at its beginning, alone, and spoken of again and again."""
    first_ones = paragraphs(reading)[:_BEGINNING]
    named = [one.span for one in reading.references if one.kind == "study" and _is_one(reading.text, one.span)]
    papers = (span for part in first_ones for span in lexicon("study", "published").find(reading.text, part))
    first = next((span for span in named if first_ones and span.start < first_ones[-1].end), None) or next(papers, None)
    further = [span for span in named if lexicon("study", "several").first(reading.text, span)]
    return first if first and len(further) <= _MOST_STUDIES and _keeps_to_it(reading) else None


def _is_one(text: str, span: Span) -> bool:
    """Tell whether a mention is one study, and no paper of another kind."""
    one = span.of(text).split()[-1].lower() in data("study")["nouns"]
    return one and lexicon("study", "papers").first(text, span) is None


def _keeps_to_it(reading: Reading) -> bool:
    """Tell whether an article keeps speaking of research."""
    found = (
        span for block in reading.document.body for span in lexicon("study", "research").find(reading.text, block.span)
    )
    least = _LEAST_WORDS_OF_RESEARCH - (reading.document.words < _SHORT)
    return sum(1 for _ in islice(found, least)) == least


def _speaks(reading: Reading, source: Source) -> bool:
    """Tell whether a person with a name surely says something; a name within a mention of the study is no person's."""
    if not source.named or source.kind is not SourceKind.PERSON:
        return False
    papers = (one for mention in source.mentions[:1] for one in reading.references_in(mention))
    said = (reading.attribution(name) for name in source.attribution_ids)
    return any(one.confidence >= SURE for one in said) and not any(paper.kind == "study" for paper in papers)


def _about(reading: Reading, source: Source) -> Iterator[Span]:
    """Yield what stands beside the mentions of a source in their sentences."""
    yield from (beside(reading, mention, _BESIDE) for mention in source.mentions)


def _is_outside(reading: Reading, source: Source) -> bool:
    """Tell whether the text says so, or gives somebody a role in which nobody makes studies."""
    if any(lexicon("study", "outside").first(reading.text, sentence) for sentence in _about(reading, source)):
        return True
    told = " ".join(filter(None, (source.role, source.affiliation)))
    elsewhere = _official().first(told) is not None if told else False
    return elsewhere and lexicon("study", "scholars").first(told) is None and not _is_author(reading, source)


def _may_judge(source: Source) -> bool:
    """Tell whether somebody could be an expert from outside, by a title or a calling, and belongs to no author."""
    role = source.role or ""
    if _DEPENDS.match(role):
        return False
    told = " ".join(filter(None, (role, source.affiliation, source.name)))
    return lexicon("study", "scholars").first(told) is not None


@cache
def _official() -> Lexicon:
    """Return the words for offices in which nobody makes studies."""
    people = data("source_roles")["people"]
    return Lexicon((*people["politician"], *people["official"]))


def _is_author(reading: Reading, source: Source) -> bool:
    """Tell whether the text says so, or somebody speaks of the study as their own."""
    if any(lexicon("study", "authors").first(reading.text, sentence) for sentence in _about(reading, source)):
        return True
    said = (part for name in source.attribution_ids for part in reading.attribution(name).contents)
    return any(lexicon("study", "own").first(reading.text, part) for part in said)


def _found(reading: Reading, name: str) -> Iterator[Span]:
    """Yield the phrases of a list that stand in the body."""
    for block in reading.document.body:
        yield from lexicon("study", name).find(reading.text, block.span)
