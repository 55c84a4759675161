"""A share, a large count or a study is given, and the text does not say who counted.

## Why it matters
A number without its maker cannot be compared with any other number.

## What you can do
Find the table that the number comes from. Read its date, and what exactly was counted.

## For writers
Say in the same sentence who counted and when, and link the table.

## Standards
- BBC: Check statistics, and give readers what they need to judge them.
- Trust Project: Say how data were collected and analysed, and by whom.

## Flagged
> The night bus is losing its riders. Only [[12 percent]] of its places are taken after ten. The line opened in spring.

## Not flagged
> Only 12 percent of the night bus's riders stay on after ten, according to the county's count in May.

> "We lost 12 percent of our riders," said Ana Ruiz, who runs the line.

> The council passed the plan with 62 percent of the vote.

## Limits
Only shares, rates in words ("one in five"), parts of a whole, how much something grew ("has doubled since"), how many a
year and counts in millions are asked about. Sums of money, prices, scores, election results, and shares that a law or a
contract sets are left out. A number that somebody is quoted with is theirs. Where the maker is named near the number
but not with it, where a source speaks beside it in the paragraph, or no date stands near, the reader decides. What
everybody knows from history is not told apart.
"""

import re
from collections.abc import Iterator, Mapping, Set
from functools import cache

from source_audit.attribution import Attribution, SourceKind
from source_audit.check import Category, Lifecycle, check
from source_audit.checks._figures import NAMELESS, Figure, own_figures
from source_audit.checks._informants import topic
from source_audit.checks._near import lexicon
from source_audit.checks._pointing import pointed_at
from source_audit.checks._told import told_by_somebody
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.reading import Reading
from source_audit.reference import Reference
from source_audit.resources import data
from source_audit.span import Span

_FAR = 3
_CLAUSE = re.compile(r"[,;]\s(?:and|but|while|though|although)\s")
_SHARE = re.compile(r"[0-9](?:\s?%|\s(?:percent|per\s?cent)\b)|\b[a-z]+\sin\s(?:10|ten|five|four)\b")
_SURVEY = re.compile(r"\b(?:[Pp]olls?|[Ss]urvey(?:ed|s)?|[Ss]tudy|[Rr]espondents|[Rr]esearchers|[Tt]rial)\b")
_STUDY = re.compile(
    r"\b(?:[Tt]he\s(?:study|survey|poll|paper|findings|researchers|authors)|[Rr]esearchers\s(?:at|from)|[Pp]ublished)\b"
)
_SOON = 400
_POLL = re.compile(r"[A-Z][A-Za-z]+\s(?:national\s|new\s|state\s)?(?:poll|polls|survey|surveys)\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CAPITAL = re.compile(r"\s[A-Z]")
_TOLD = Verdict.HOLDS, "The text says who counted."
_UNDATED = Verdict.UNSURE, "Who counted is told; from when the figure is, is not said near it."
_NEARBY = Verdict.UNSURE, "Who counted is not said here; a source nearby may be meant."
_LOOSE = Verdict.UNSURE, "Who counted is not said here; whether somebody had to is for you to judge."
_UNTOLD = Verdict.BREAKS, "Who counted is not in the text."


@check(
    question="Does each figure say who counted, and when?",
    title="Figures say who counted.",
    tally="Figures whose maker is told: {good} of {all}.",
    category=Category.ATTRIBUTION,
    lifecycle=Lifecycle.EXPERIMENTAL,
    since="0.1",
)
def unsourced_statistics(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one case for each sentence of the body with a figure that nobody is quoted with."""
    figures = list(own_figures(reading))
    if not figures:
        yield NotApplicable(reason="The text gives no share or large count of its own.")
    told = told_by_somebody(reading)
    later = {one.claim for one in pointed_at(reading, told.keys())}
    for figure in figures:
        verdict, message = _judged(reading, figure, told, later)
        evidence = (Evidence(span=figure.span, note="the figure"), Evidence(span=figure.sentence, note="its sentence"))
        yield Case(message=message, evidence=evidence, verdict=verdict)


def _judged(
    reading: Reading, figure: Figure, told: Mapping[int, list[Attribution]], later: Set[Span]
) -> tuple[Verdict, str]:
    """Judge one figure, and say why."""
    sentence = figure.sentence
    if figure.linked or any(_gives(reading, said, figure) for said in told.get(sentence.start, ())):
        return _TOLD
    before = reading.around(sentence, 1).start
    if _is_counted(reading, Span(before, sentence.end)):
        return _TOLD if _is_dated(reading, sentence) else _UNDATED
    if sentence in later:
        return _NEARBY
    if not _is_nobodys(reading, sentence) and (_is_told(reading, figure) or _may_be_carried(reading, sentence, told)):
        return _NEARBY
    return _UNTOLD if figure.sure else _LOOSE


def _is_nobodys(reading: Reading, sentence: Span) -> bool:
    """Tell whether a sentence says itself that nobody is named for it: a study of which no more is told, or hearsay."""
    if lexicon("agentless", "phrases").first(reading.text, sentence) is not None:
        return True
    around = reading.around(sentence, 1)
    if any(link.span.start < around.end for link in (reading.document.links[n] for n in reading.links_in(around))):
        return False
    if not NAMELESS.search(reading.text, sentence.start, sentence.end) or _is_counted(reading, around):
        return False
    return _STUDY.search(reading.text, sentence.end, min(sentence.end + _SOON, len(reading.text))) is None


def _is_told(reading: Reading, figure: Figure) -> bool:
    """Tell whether a verb of telling stands in the clause of a figure, or the next sentence says who counted."""
    text, sentence = reading.text, figure.sentence
    clause = _CLAUSE.search(text, figure.span.end, sentence.end)
    telling = lexicon("figures", "telling").first(
        text, Span(sentence.start, clause.start() if clause else sentence.end)
    )
    if telling is not None:
        return True
    after = Span(sentence.end, max(reading.around(sentence, 1).end, sentence.end))
    same = topic(after.of(text)) & topic(sentence.of(text))
    return bool(same) and _is_counted(reading, after)


def _may_be_carried(reading: Reading, sentence: Span, told: Mapping[int, list[Attribution]]) -> bool:
    near = any(one.start in told for one in _beside(reading, sentence))
    return near or _is_carried(reading, sentence) or _is_other(reading, sentence) or _goes_on(reading, sentence, told)


def _goes_on(reading: Reading, sentence: Span, told: Mapping[int, list[Attribution]]) -> bool:
    """Tell whether figures on the same matter were given to somebody before, or a share may be of a poll told before."""
    share = _SHARE.search(reading.text, sentence.start, sentence.end)
    if share and _SURVEY.search(reading.text, 0, sentence.start):
        return True
    own = topic(sentence.of(reading.text))
    return any(own & matter for start, matter in _matters(reading, told) if start < sentence.start)


def _matters(reading: Reading, told: Mapping[int, list[Attribution]]) -> list[tuple[int, frozenset[str]]]:
    """Return what the sentences are about that give a share or count to a body or a paper, each with its start."""
    kinds = (SourceKind.ORGANISATION, SourceKind.DOCUMENT)
    starts = (
        start for start, given in told.items() if any(said.source and said.source.kind in kinds for said in given)
    )
    sentences = (one for start in starts if (one := reading.sentence_at(start)))
    counted = (one for one in sentences if _SHARE.search(reading.text, one.start, one.end))
    return [(one.start, topic(one.of(reading.text))) for one in counted]


def _gives(reading: Reading, said: Attribution, figure: Figure) -> bool:
    """Tell whether a statement may hold a figure of its sentence: not if it stands in a clause behind it."""
    parts = (*said.contents, *said.cue, *said.sources)
    between = reading.text[figure.span.end : max(min(part.start for part in parts), figure.span.end)]
    return _CLAUSE.search(between) is None


def _beside(reading: Reading, sentence: Span) -> Iterator[Span]:
    """Yield the sentences beside one in its paragraph, whose source may be meant."""
    block = reading.document.block_at(sentence.start)
    near = reading.sentences_in(reading.around(sentence, 1))
    yield from (one for one in near if one != sentence and block and block.span.contains(one))


def _is_carried(reading: Reading, sentence: Span) -> bool:
    """Tell whether the text speaks of a count or a named paper on the same matter not long before."""
    far = Span(reading.around(sentence, _FAR).start, sentence.end)
    counted = lexicon("figures", "counting").first(reading.text, far)
    if counted is None and not any(_is_named(reading, reference) for reference in reading.references_in(far)):
        return False
    block = reading.document.block_at(sentence.start)
    if counted and block and block.span.contains(counted):
        return True
    before = Span(far.start, sentence.start)
    return bool(topic(before.of(reading.text)) & topic(sentence.of(reading.text)))


def _is_other(reading: Reading, sentence: Span) -> bool:
    """Tell whether a figure may be somebody's own word, or a result of the kind that is told nearby."""
    own = lexicon("figures", "speaking").first(reading.text, sentence)
    if own is not None:
        return True
    near = (sentence, *_beside(reading, sentence))
    return any(lexicon("figures", "results").first(reading.text, one) is not None for one in near)


def _is_counted(reading: Reading, within: Span) -> bool:
    """Tell whether a sentence, or the one before it, says who counted."""
    named = any(_is_named(reading, reference) for reference in reading.references_in(within))
    polled = _POLL.search(reading.text, within.start, within.end)
    return named or polled is not None or lexicon("figures", "producers").first(reading.text, within) is not None


def _is_dated(reading: Reading, sentence: Span) -> bool:
    near = reading.around(sentence, 1)
    year = _YEAR.search(reading.text, near.start, near.end)
    return year is not None or lexicon("figures", "when").first(reading.text, near) is not None


def _is_named(reading: Reading, reference: Reference) -> bool:
    """Tell whether a mention is of a paper that holds counts and that a reader could find: by its name or a link."""
    if reference.kind not in _papers():
        return False
    return bool(reference.links) or _CAPITAL.search(reference.span.of(reading.text)) is not None


@cache
def _papers() -> frozenset[str]:
    return frozenset(data("figures")["papers"])
