"""The annex: the sources, every check by category, and how the number comes about."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import groupby
from operator import attrgetter

from attrs import define, frozen

from source_audit.answer import Answer, CategoryScore, Status
from source_audit.attribution import Kind
from source_audit.audit import Audit
from source_audit.check import Category
from source_audit.finding import Verdict
from source_audit.report.points import Point, Points
from source_audit.report.replies import lines_on
from source_audit.report.sources import Voice, Voices
from source_audit.report.story import Story
from source_audit.report.wording import named_words, status_word, weight_words, words
from source_audit.resources import data

FORMS = tuple(Kind)
_MOST_NOTES = 4
_MOST_CHIPS = 12
_OPEN = (Status.FAIL, Status.NEEDS_REVIEW)


@define(kw_only=True, eq=False)
class SourceRow:
    """A row of the table of sources; the last one holds what the text does not tell, and has no voice.

    ``counts`` are its statements, all and then by form; ``places`` are their numbers and ids.
    """

    voice: Voice | None
    kind: str
    named: str
    about: str
    counts: tuple[int, ...]
    places: tuple[tuple[int, str], ...]


def source_rows(voices: Voices, story: Story) -> tuple[SourceRow, ...]:
    """Return a row for everybody who speaks, and one for statements whose speaker is not told."""
    forms: dict[str | None, Counter[str]] = {}
    places: dict[str | None, list[str]] = {}
    for statement in story.statements:
        for own in statement.source_ids or (None,):
            forms.setdefault(own, Counter())[statement.form] += 1
            places.setdefault(own, []).append(statement.id)
    rows = [_row(voice, forms.get(own), places.get(own, [])) for own, voice in voices.by_id.items()]
    return (*rows, _row(None, forms[None], places[None])) if None in forms else tuple(rows)


def _row(voice: Voice | None, forms: Mapping[str, int] | None, places: list[str]) -> SourceRow:
    source = voice.source if voice else None
    role, body = (source.role or "", source.affiliation or "") if source else ("", "")
    about = [part for part in (role, body if body not in role else "") if part]
    return SourceRow(
        voice=voice,
        kind=words("sources")[source.kind.value] if source else "Not told",
        named=named_words(source) if source else "No",
        about=", ".join(" ".join(part.split()) for part in about),
        counts=(len(places), *(forms.get(form, 0) if forms else 0 for form in FORMS)),
        places=tuple(enumerate(places, 1)),
    )


def totals_of(story: Story) -> tuple[int, ...]:
    """Return the counts of all statements; what several say together is one."""
    forms = Counter(statement.form for statement in story.statements)
    return (len(story.statements), *(forms[form] for form in FORMS))


@define(kw_only=True, eq=False)
class CheckRow:
    """A check with its answer; ``label`` and ``places`` lead to its words in the article."""

    answer: Answer
    weight: str
    notes: tuple[str, ...]
    point: Point | None
    places: tuple[str, ...]
    more: int
    replies: tuple[str, ...] = ()

    @property
    def status(self) -> str:
        """What a reader calls its status."""
        return status_word(self.answer.status)


@frozen(kw_only=True)
class CategoryRow:
    """A category with its checks and their counts in words; open where something is not met or left to the reader."""

    name: str
    asks: str
    counts: str
    open: bool
    checks: tuple[CheckRow, ...]


def category_rows(audit: Audit, points: Points, story: Story) -> tuple[CategoryRow, ...]:
    """Return every category that has a check."""
    by_check = {point.answer.id: point for point in points.all}
    by_category: dict[Category, list[Answer]] = {category: [] for category in Category}
    for category, answers in groupby(audit.answers.values(), key=attrgetter("category")):
        by_category[category] += answers
    return tuple(
        CategoryRow(
            name=words("categories")[category]["name"],
            asks=words("categories")[category]["asks"],
            counts=" · ".join([f"{count} {word.lower()}" for _, word, count in tally(own)]),
            open=any(answer.status in _OPEN for answer in own),
            checks=tuple([_check_row(audit, answer, by_check.get(answer.id), story) for answer in own]),
        )
        for category, own in by_category.items()
        if own
    )


def _check_row(audit: Audit, answer: Answer, point: Point | None, story: Story) -> CheckRow:
    places = story.places.get(point.label, ()) if point else ()
    notes = _notes(answer) if answer.findings and not point else ()
    return CheckRow(
        answer=answer,
        weight=weight_words(answer, audit.answers),
        notes=notes,
        point=point,
        places=places[:_MOST_CHIPS],
        more=max(len(places) - _MOST_CHIPS, 0),
        replies=lines_on(audit, answer) if audit.replies else (),
    )


def _notes(answer: Answer) -> tuple[str, ...]:
    """Return what a check only notes, unless its reason says so already."""
    notes = [f.message for f in answer.findings if f.verdict is Verdict.NOTE and f.message not in answer.reason]
    return tuple(notes[:_MOST_NOTES])


def tally(answers: list[Answer]) -> list[tuple[str, str, int]]:
    """Return how often each status stands, as (status, word, count), without those that never do."""
    found = [answer.status for answer in answers]
    return [(value, word, found.count(status)) for status, value, word in _statuses() if status in found]


@cache
def _statuses() -> tuple[tuple[Status, str, str], ...]:
    return tuple((status, status.value, status_word(status)) for status in Status)


@frozen(kw_only=True)
class Sum:
    """A category in the sum; ``left_out`` if it would raise the number, which this category may not."""

    name: str
    counted: int
    score: CategoryScore
    adds: float | None
    left_out: bool
    floored: bool


def sums_of(audit: Audit) -> tuple[Sum, ...]:
    """Return the categories as they enter the number."""
    left_out = _left_out(audit.categories)
    counted = [answer.category for answer in audit.answers.values() if answer.weighs > 0]
    return tuple(
        Sum(
            name=words("categories")[category]["name"],
            counted=counted.count(category),
            score=score,
            adds=None if score.score is None or category in left_out else score.weight * _share(score),
            left_out=category in left_out,
            floored=score.score is not None and score.score > 0.005 + score.points / score.possible,
        )
        for category, score in audit.categories.items()
    )


@frozen(kw_only=True)
class Together:
    """What the categories that enter the number have together."""

    counted: int
    weight: float
    adds: float


def together(sums: Iterable[Sum]) -> Together | None:
    """Return the last line of the sum, or None where nothing enters it."""
    kept = [row for row in sums if row.adds is not None]
    if not kept:
        return None
    return Together(
        counted=sum([row.counted for row in kept]),
        weight=sum([row.score.weight for row in kept]),
        adds=sum([row.adds or 0.0 for row in kept]),
    )


def _share(score: CategoryScore) -> float:
    """Return the exact score of a category, which ``score`` rounds; a floor for single cases stays."""
    exact = score.points / score.possible
    rounded = score.score or 0.0
    return exact if abs(exact - rounded) <= 0.0051 else rounded


def _left_out(categories: Mapping[Category, CategoryScore]) -> set[Category]:
    """Return the categories that may only lower the number and would raise it."""
    only_lower = [Category(name) for name in data("rubric")["score"]["only_lower"] if Category(name) in categories]
    scored = {category: score for category, score in categories.items() if score.score is not None}
    choices = [set[Category]()]
    for category in only_lower:
        if category in scored:
            choices += [{*choice, category} for choice in choices]
    kept = [choice for choice in choices if len(choice) < len(scored)]
    return min(kept, key=lambda choice: _mean([scored[c] for c in scored if c not in choice]), default=set())


def _mean(scores: list[CategoryScore]) -> float:
    return sum(score.weight * _share(score) for score in scores) / sum(score.weight for score in scores)
