"""The one study, survey or report that an article is about, if it is about one."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from source_audit.checks._near import in_body, lexicon, once, paragraphs
from source_audit.document import BODY_KINDS, BlockKind
from source_audit.lexicon import Lexicon
from source_audit.reading import Reading
from source_audit.resources import data
from source_audit.span import Span

_BEGINNING = 4
_LEAST_WORDS_OF_RESEARCH = 4
_MOST_STUDIES, _SHORT = 2, 350
_PAPER = r"(?:study|survey|report|census|dossier|review|trial)"
_NEW = re.compile(
    rf"\b(?:[Aa]ccording\sto|[Ii]n|by|from)\s(?:an?|one)\s(?:[\w’'-]+\s){{0,3}}?{_PAPER}\b"
    rf"|\b(?:[Aa]n?|[Oo]ne)\s(?:[\w’'-]+\s){{0,3}}?{_PAPER}\b(?=[^.\n]{{0,120}}?\b(?:finds?|found|says?|said|shows?|showed|puts?|suggests?|blamed|blames|calls?|called|warns?|concludes?|concluded)\b)"
    rf"|\b[Tt]he\s{_PAPER}\sby\s(?:the\s)?[A-Z]"
    r"|\b(?:[Rr]esearchers|[Ss]cientists)\s(?:at|from)\s[^.\n]{1,80}?\s(?:have\s)?(?:shown|showed|found|discovered|reported|report)\b"
)
"""A paper is brought in and speaks: "according to a survey", "a report says", "the survey by Fair Rents"."""
_AGAIN = re.compile(
    rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir)\s(?:[\w’'-]+\s)?(?:{_PAPER}|paper|findings|researchers|authors|respondents|participants)\b"
)
"""It is spoken of again."""
_ORIGIN = re.compile(
    rf"\sfrom\s(?:[A-Z][\w\s]{{1,40}}?,\s)?an?\s(?:[\w-]+\s){{0,3}}?(?:{_PAPER}|paper|poll)\b"
    rf"|\sin\san?\s(?:[\w-]+\s){{0,3}}?{_PAPER}\b"
    r"|\s(?:those|that)\sof\s|\smeasured\sby\s|\s(?:presented|published)\b|\sstudied\sfor\s(?:\w+\s)?(?:years?|months?|weeks?|winters?|summers?)\b|\sstudy,\swhich\b"
)
"""Where what the text told before came from: "the figure comes from a poll", "the findings are those of"."""
_PATIENTS = re.compile(r"\b(?:patients?|volunteers|placebo|dose|drug|pill|participants)\b")
_VOTE = re.compile(r"\b(?:voters|elections?)\b")
_COURT = re.compile(r"\b(?:court|jury|prosecutors?|defendants?|judge)\b")


@once
def one_study(reading: Reading) -> Span | None:
    """Return the study that an article is about: told of at its beginning or as the origin of what it tells."""
    return _of_research(reading) or _brought_in(reading) or _origin(reading)


def _of_research(reading: Reading) -> Span | None:
    """Return a study that is named at the beginning, alone, of a text that speaks of research again and again."""
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


def _brought_in(reading: Reading) -> Span | None:
    """Return a survey, report, study or trial that the beginning brings in and that the text speaks of again."""
    heads = [block.span for block in islice(reading.document.blocks_of(BlockKind.HEADLINE), 1)]
    carriers = lexicon("study", "carriers").everywhere(reading.text)
    speaking = (part for part in (*heads, *paragraphs(reading)[:_BEGINNING]) if any(carriers.within(part)))
    found = [span for part in speaking for span in _matches(_NEW, reading, part)]
    others = _others(reading.text) if found else ()
    first = next((span for span in found if _is_paper(reading.text, span, others)), None)
    return first if first and any(_returns(reading, first.end, others)) else None


def _returns(reading: Reading, offset: int, others: tuple[str, ...]) -> Iterator[bool]:
    for match in _AGAIN.finditer(reading.text, offset):
        span = Span(*match.span())
        if in_body(reading, span) and _is_paper(reading.text, span, others):
            yield True


def _others(text: str) -> tuple[str, ...]:
    """Return what means no study in this text: a survey of voters, a trial before a court."""
    surveys = ("survey",) if _VOTE.search(text) else ()
    trials = ("trial",) if _COURT.search(text) or not _PATIENTS.search(text) else ()
    return (*surveys, *trials)


def _is_paper(text: str, span: Span, others: tuple[str, ...]) -> bool:
    """Tell whether a mention is one of a study, and of no paper of another kind."""
    return not span.of(text).lower().endswith(others) and lexicon("study", "papers").first(text, span) is None


def _origin(reading: Reading) -> Span | None:
    """Return where the text says from which study comes what it told before."""
    for words in _origins().everywhere(reading.text).spans:
        block = reading.document.block_at(words.start)
        last = words.end - len(words.of(reading.text).split()[-1]) - 1
        if block and block.kind in BODY_KINDS and (match := _ORIGIN.match(reading.text, last, block.span.end)):
            return Span(words.start, match.end())
    return None


@cache
def _origins() -> Lexicon:
    own = data("study")
    told = (f"{result} {comes}" for result in own["results"] for comes in own["come"])
    return Lexicon((*told, *own["origins"]))


def _matches(pattern: re.Pattern[str], reading: Reading, place: Span) -> Iterator[Span]:
    yield from (Span(*match.span()) for match in pattern.finditer(reading.text, place.start, place.end))
