"""Judgement: cases become a status, answers become a score, by the numbers of ``data/rubric.toml`` alone."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from attrs import frozen

from source_audit.answer import SCORED, Answer, CategoryScore, Score, Status
from source_audit.check import Category, Check, Lifecycle, Need
from source_audit.document import Document
from source_audit.finding import Case, Finding, NotApplicable, Verdict
from source_audit.grading import category_score, grade, value_of
from source_audit.lazy import lazy
from source_audit.measured import Measured, confidence, earned, measured
from source_audit.resources import data
from source_audit.rules import RULES, WHOLE_TEXT, usual_words

SCORES = {Status.PASS: 1.0, Status.PARTIAL: 0.5, Status.FAIL: 0.0}
_ORDER = {Verdict.BREAKS: 0, Verdict.MILD: 1, Verdict.UNSURE: 2, Verdict.NOTE: 3}
_VERDICTS = {Status.PARTIAL: Verdict.MILD, Status.FAIL: Verdict.BREAKS}
_LOST = tuple(_VERDICTS)
_NO_PROFILE: Mapping[str, Any] = {}
_FOREIGN = "The text seems to be in another language; the rules read English only."
_ABSENT = {
    Need.HTML: "The article came as copied text, which keeps no links and no markup.",
    Need.EMBED: "The article shows no post.",
}


@frozen(kw_only=True)
class Change:
    """A value that a caller changed: ``what`` is its place, such as "checks.few-sources.weight"."""

    what: str
    was: Any
    now: Any


@frozen(slots=False)
class Rubric:
    """Weights, thresholds, caps, genre profiles and bands, as read from a data file, and what a caller changed.

    ``figures`` tells how often the flags of a check were right where they were measured.
    """

    table: Mapping[str, Any]
    changes: tuple[Change, ...] = ()
    figures: Callable[[str], Measured | None] = measured
    count_untested: bool = False
    """Whether a check weighs, too, that has not earned it by these figures."""

    def judge(self, check: Check, outcomes: Sequence[Case | NotApplicable], document: Document) -> Answer:
        """Turn what a check saw into its answer."""
        cases = [outcome for outcome in outcomes if isinstance(outcome, Case)]
        if not cases:
            reason = next((o.reason for o in outcomes if isinstance(o, NotApplicable)), "There is nothing to examine.")
            return self.unasked(check, Status.NOT_APPLICABLE, reason)
        row = self.table["checks"][check.id]
        if len(cases) < row.get("least_cases", 1):
            reason = f"There is too little to judge: {len(cases)} of the {row['least_cases']} that this check needs."
            return self.unasked(check, Status.NOT_APPLICABLE, reason)
        status = _status(row, cases, document.words)
        usual = usual_words(row, document.words)
        findings = sorted((case for case in cases if case.verdict is not Verdict.HOLDS), key=_gravity)
        return self._answer(
            check,
            status,
            " ".join(filter(None, [_tally(check.tally, cases), usual])),
            score=SCORES.get(status),
            findings=tuple(_finding(case, status, usual) for case in findings),
            examined=None if row["rule"] in WHOLE_TEXT else len(cases),
        )

    def unasked(self, check: Check, status: Status, reason: str) -> Answer:
        """Return an answer without cases, with all the texts of the check."""
        return self._answer(check, status, reason, score=None)

    def _answer(self, check: Check, status: Status, reason: str, **told: Any) -> Answer:
        known, blank = self._blanks.get(check.id, (None, None))
        if blank is None or known is not check:
            blank = self._blank(check)
            self._blanks[check.id] = check, blank
        return blank.but(status=status, reason=reason, **told)

    @lazy
    def _blanks(self) -> dict[str, tuple[Check, Answer]]:
        """The checks that were asked, with what all their answers have in common."""
        return {}

    def _blank(self, check: Check) -> Answer:
        page, figures = check.page, None if check.package else self.figures(check.id)
        return Answer(
            id=check.id,
            title=check.title,
            question=check.question,
            category=check.category,
            lifecycle=self.lifecycle(check),
            weight=float(self.table["checks"][check.id]["weight"]),
            status=Status.NOT_APPLICABLE,
            score=None,
            reason="",
            confidence=confidence(figures, self.table["score"]),
            measured=figures,
            standards=page.standards,
            why=page.prose("Why it matters"),
            do=page.prose("What you can do"),
            fix=page.prose("For writers"),
            effort=check.effort,
        )

    def lifecycle(self, check: Check) -> Lifecycle:
        """Return whether a check may weigh: one of ours once it was right often enough on articles labelled without it.

        What a plug-in says of its own check holds, and a check without weight stays what it is.
        """
        if check.package or not self.table["checks"][check.id]["weight"]:
            return check.lifecycle
        if earned(self.figures(check.id), self.table["score"]):
            return Lifecycle.STABLE
        return check.lifecycle if self.count_untested else Lifecycle.EXPERIMENTAL

    def excused(self, check: Check, document: Document) -> str | None:
        """Return why a check does not apply to this document at all, or None if it is to be asked."""
        if lack := _lack(check, document):
            return lack
        row = self.table["checks"][check.id]
        if "least_words" in row and document.words < row["least_words"]:
            return f"The text has {document.words} words; this check needs {row['least_words']}."
        if row.get("any_genre"):
            return None
        if profile := self.profile(document.genre.value):
            shut_out = profile.get("only", False) and check.id not in profile.get("shown", ())
            if shut_out or check.id in profile.get("off", ()):
                return f"This check is not asked of {_genre_words(document.genre.value)}."
        closed = self._off_in.get(check.id)
        if closed and document.section and " ".join(document.section.value.lower().split()) in closed:
            return "This check is not asked of articles in this section, which often tell of a single study."
        return None

    @lazy
    def _off_in(self) -> Mapping[str, frozenset[str]]:
        """The names of the sections of a paper in which a check does not apply, by its id."""
        closed: dict[str, frozenset[str]] = {}
        for row in self.table["sections"].values():
            for own in row["off"]:
                closed[own] = closed.get(own, frozenset()).union(row["names"])
        return closed

    def profile(self, genre: str) -> Mapping[str, Any]:
        """Return the switches of a genre; one that is like another adds to it."""
        return self._profiles.get(genre, _NO_PROFILE)

    @lazy
    def _profiles(self) -> Mapping[str, Mapping[str, Any]]:
        return {genre: self._whole_profile(genre) for genre in self.table["genres"]}

    def _whole_profile(self, genre: str) -> Mapping[str, Any]:
        profile: Mapping[str, Any] = self.table["genres"].get(genre, _NO_PROFILE)
        return {**self._whole_profile(profile["like"]), **profile} if "like" in profile else profile

    def settle(self, answers: Mapping[str, Answer], document: Document, attributions: int) -> dict[str, Answer]:
        """Apply what holds across checks: genre, short texts, that one span costs once, and how sure a check is."""
        profile = self.profile(document.genre.value)
        whole = profile.get("only") or "counted" in profile
        shown = {*profile.get("shown", ()), *(answers if whole else ())} - {*profile.get("counted", ())}
        short = self.too_short(document, attributions)
        settled = {
            name: _inform(answer, "too short to score" if short else "shown for this genre")
            if answer.status in SCORED and (short or name in shown)
            else self._weighed(answer, document)
            for name, answer in answers.items()
        }
        return {
            name: _left_open(self._give_way(answer, settled)) if answer.status in _LOST else answer
            for name, answer in settled.items()
        }

    def _weighed(self, answer: Answer, document: Document) -> Answer:
        """Return an answer as it is, or as information where its check asks for a longer text."""
        least = self.table["checks"][answer.id].get("weigh_from", 0) if answer.status in SCORED else 0
        brief = document.words < least
        return _inform(answer, f"shown only: the text has fewer than {least} words") if brief else answer

    def by_entry(self, document: Document) -> Sequence[str]:
        """Return the checks that are scored for each entry of such a text by itself."""
        counted: Sequence[str] = self.profile(document.genre.value).get("counted", ())
        return counted

    def of_entry(self, answer: Answer, cases: Sequence[Case], words: int, *, is_told: bool) -> Status:
        """Return the status of a check for one entry: *cases* are those that stand in it, *words* its length.

        A check that only looks for faults has seen an entry without one if something *is told* there.
        """
        row = self.table["checks"][answer.id]
        if not cases:
            return Status.PASS if is_told and row["rule"] in WHOLE_TEXT else Status.NOT_APPLICABLE
        status = _status(row, cases, words)
        return _left_open(answer.but(status=status)).status if status in _LOST else status

    def too_short(self, document: Document, attributions: int) -> bool:
        """Tell whether the text is too short, or says too little, for any number."""
        limits = self.table["score"]
        return bool(document.words < limits["minimum_words"] or attributions < limits["minimum_attributions"])

    def withheld(self, answers: Mapping[str, Answer], document: Document, attributions: int) -> str | None:
        """Return why the article gets no number, or None if it gets one."""
        limits = self.table["score"]
        if severe := next((notice.message for notice in document.notices if notice.severe), None):
            return severe
        if overall := self.profile(document.genre.value).get("overall"):
            return str(overall)
        if document.words < limits["minimum_words"]:
            return f"The text has {document.words} words; a number needs {limits['minimum_words']}."
        if attributions < limits["minimum_attributions"]:
            least = limits["minimum_attributions"]
            return f"The text gives {attributions} statements to a source; a number needs {least}."
        return None

    def grade(self, answers: Mapping[str, Answer], withheld: str | None = None) -> Score:
        """Return the score of these answers by the formula of ``docs/explanation/score.md``."""
        return grade(self.table, answers, withheld)

    def with_outcomes(self, answers: Mapping[str, Answer]) -> dict[str, Answer]:
        """Add to each open question what the value becomes once a reader has settled it."""
        weighing = {name: answer for name, answer in answers.items() if answer.may_weigh}
        as_it_is = cache(lambda: value_of(self.table, weighing))

        def value(answer: Answer, status: Status) -> float | None:
            if answer.id not in weighing:
                return as_it_is()
            return value_of(self.table, {**weighing, answer.id: _settled(answer, status)})

        return {
            name: answer.but(if_holds=value(answer, Status.PASS), if_breaks=value(answer, Status.FAIL))
            if answer.status is Status.NEEDS_REVIEW
            else answer
            for name, answer in answers.items()
        }

    def categories(self, answers: Mapping[str, Answer]) -> dict[Category, CategoryScore]:
        """Return the score of each category, in the order of the card."""
        own: dict[Category, dict[str, Answer]] = {category: {} for category in Category}
        for name, answer in answers.items():
            own[answer.category][name] = answer
        return {category: category_score(self.table, category, each) for category, each in own.items()}

    def used(self, answers: Mapping[str, Answer], genre: str) -> dict[str, Any]:
        """Return what the score of these answers rests on, as the JSON report has it.

        A check that did not apply has no row: nothing in the number rests on it.
        """
        asked = {name: None for name, answer in answers.items() if answer.status is not Status.NOT_APPLICABLE}
        counted = self.table["yields"]
        yields = {name: [first for first in counted[name] if first in asked] for name in asked if name in counted}
        return {
            "version": self.table["version"],
            "changes": [{"what": change.what, "was": change.was, "now": change.now} for change in self.changes],
            "overall": self.profile(genre).get("overall"),
            "score": self.table["score"],
            "categories": self.table["categories"],
            "yields": {name: firsts for name, firsts in yields.items() if firsts},
            "checks": {name: dict(self._numbers[name]) for name in asked},
        }

    @lazy
    def _numbers(self) -> Mapping[str, dict[str, Any]]:
        """The rows without their words and without what decides whether a check is asked."""
        return {
            name: {key: value for key, value in row.items() if key not in ("usual", "any_genre")}
            for name, row in self.table["checks"].items()
        }

    def _give_way(self, answer: Answer, answers: Mapping[str, Answer]) -> Answer:
        """Mark an answer whose words are already counted by another (ruling 18 of the catalogue)."""
        spans = {finding.span for finding in answer.findings}
        for name in self.table["yields"].get(answer.id, ()):
            first = answers.get(name)
            if first and first.status in _LOST and spans & {f.span for f in first.findings}:
                return answer.but(counted_elsewhere=name)
        return answer


@cache
def rubric() -> Rubric:
    """Return the rubric that the package ships."""
    return Rubric(data("rubric"))


def _lack(check: Check, document: Document) -> str | None:
    """Return what a document lacks for a check to be asked of it, or None if it has all."""
    if document.is_foreign:
        return _FOREIGN
    lacks_markup = check.needs is Need.HTML and not document.is_html
    lacks_embed = check.needs is Need.EMBED and not document.embeds
    return _ABSENT[check.needs] if check.needs and (lacks_markup or lacks_embed) else None


def _status(row: Mapping[str, Any], cases: Sequence[Case], words: int) -> Status:
    """Judge the cases; where those that are unsure could turn the outcome, a reader has to look."""
    rule = RULES[row["rule"]]
    sure = [case for case in cases if case.verdict is not Verdict.UNSURE]
    unsure = [case for case in cases if case.verdict is Verdict.UNSURE]
    if not unsure:
        return rule(row, sure, words)
    best = rule(row, [*sure, *(case.settled(Verdict.HOLDS) for case in unsure)], words)
    worst = rule(row, [*sure, *(case.settled(Verdict.BREAKS) for case in unsure)], words)
    return best if best is worst else Status.NEEDS_REVIEW


def _tally(template: str, cases: Sequence[Case]) -> str:
    """Fill a check's summing line with its counts."""
    verdicts = [case.verdict for case in cases]
    value = next((case.value for case in cases if case.value is not None), 0)
    return template.format(
        good=verdicts.count(Verdict.HOLDS),
        mild=verdicts.count(Verdict.MILD),
        bad=verdicts.count(Verdict.BREAKS),
        unsure=verdicts.count(Verdict.UNSURE),
        all=len(cases),
        value=value,
    )


def _finding(case: Case, status: Status, usual: str) -> Finding:
    """Return a case as it is shown; a measure of the whole text is as grave as its status, and says what is usual."""
    if not usual or status not in _VERDICTS:
        return Finding(message=case.message, evidence=case.evidence, verdict=case.verdict, aligned=case.aligned)
    message = f"{case.message.removesuffix('.')}; {usual[0].lower()}{usual[1:]}"
    return Finding(message=message, evidence=case.evidence, verdict=_VERDICTS[status])


def _gravity(case: Case) -> tuple[int, int]:
    return _ORDER[case.verdict], case.span.start


def _inform(answer: Answer, why: str) -> Answer:
    return answer.but(status=Status.INFORMATIONAL, score=None, reason=f"{answer.reason} ({why})")


def _left_open(answer: Answer) -> Answer:
    """Leave it to a reader to settle an answer against which a check of low confidence found something."""
    if not (answer.may_weigh and answer.confidence == "low"):
        return answer
    return answer.but(status=Status.NEEDS_REVIEW, score=None, found=answer.status)


def _settled(answer: Answer, status: Status) -> Answer:
    return answer.but(status=status, score=SCORES[status])


def _genre_words(genre: str) -> str:
    words = genre.replace("-", " ")
    return f"an {words}" if words[0] in "aeiou" else f"a {words}"
