"""What the reader is led to: at most three findings, the open questions, and the smaller points."""

from collections.abc import Iterable
from fractions import Fraction
from string import ascii_uppercase

from attrs import frozen

from source_audit.answer import SCORED, Answer, Status
from source_audit.audit import Audit
from source_audit.finding import Finding, Verdict
from source_audit.resources import data
from source_audit.span import Span

MOST = 3
_LOSS = {Verdict.BREAKS: 1.0, Verdict.MILD: 0.5}


@frozen(kw_only=True)
class Point:
    """One answer that the reader is led to, with its label: 1 to 3, then 4 and up, or a letter for a question."""

    label: str
    kind: str
    answer: Answer
    findings: tuple[Finding, ...]

    @property
    def target(self) -> str:
        """The id of the place on the card that its chips lead to."""
        return {"finding": f"f{self.label}", "question": f"q{self.label}"}.get(self.kind, f"c-{self.answer.id}")


@frozen(kw_only=True)
class Points:
    """All points of an audit."""

    top: tuple[Point, ...]
    questions: tuple[Point, ...]
    smaller: tuple[Point, ...]

    @property
    def all(self) -> tuple[Point, ...]:
        """Every point in the order of the labels."""
        return (*self.top, *self.questions, *self.smaller)


def points_of(audit: Audit) -> Points:
    """Return what the reader is led to."""
    chosen = _gravest(audit)
    top = [
        Point(label=str(place), kind="finding", answer=answer, findings=findings)
        for place, (answer, findings) in enumerate(chosen, 1)
    ]
    shown = {answer.id for answer, _ in chosen}
    rest = [(a, found) for a in audit.answers.values() if a.id not in shown and (found := _found(a))]
    asked = [a for a in audit.answers.values() if a.status is Status.NEEDS_REVIEW and a.findings]
    return Points(
        top=tuple(top),
        questions=tuple(
            Point(label=_letter(place), kind="question", answer=answer, findings=_unsure_first(answer))
            for place, answer in enumerate(asked)
        ),
        smaller=tuple(
            Point(label=str(place), kind="point", answer=answer, findings=found)
            for place, (answer, found) in enumerate(rest, len(top) + 1)
        ),
    )


def _found(answer: Answer) -> tuple[Finding, ...]:
    """Return the findings that stand against the check, unless the answer passes or a reader has to settle it."""
    if not answer.findings or answer.status not in (Status.PARTIAL, Status.FAIL, Status.INFORMATIONAL):
        return ()
    return tuple([finding for finding in answer.findings if finding.verdict in _LOSS])


def _unsure_first(answer: Answer) -> tuple[Finding, ...]:
    return tuple(sorted(answer.findings, key=lambda finding: finding.verdict is not Verdict.UNSURE))


def _letter(place: int) -> str:
    """Return A to Z, then A2 and so on."""
    round_, own = divmod(place, len(ascii_uppercase))
    return ascii_uppercase[own] + (str(round_ + 1) if round_ else "")


def _gravest(audit: Audit) -> list[tuple[Answer, tuple[Finding, ...]]]:
    """Return at most three answers, gravest first, each with the words that no graver one has taken."""
    caps = data("rubric")["score"]["capped_by"]
    possible = _possible(audit.answers.values())
    ranked = sorted(
        (answer for answer in audit.answers.values() if answer.findings and _may_lead(answer) and _found(answer)),
        key=lambda answer: (
            not (answer.id in caps and answer.status is Status.FAIL),
            -audit.categories[answer.category].weight * _loss(answer) * answer.weight / possible[answer.category],
        ),
    )
    taken = set[Span]()
    chosen: list[tuple[Answer, tuple[Finding, ...]]] = []
    for answer in ranked:
        findings = tuple(finding for finding in _found(answer) if finding.span not in taken)
        if findings and len(chosen) < MOST:
            chosen.append((answer, findings))
            taken |= {finding.span for finding in findings}
    return chosen


def _may_lead(answer: Answer) -> bool:
    """Tell whether what a check finds may stand first: it weighs, was right often enough in the test, or was asked for.

    A check that does not weigh yet may still be right in most cases, and the reader is to see first what is gravest.
    """
    least, tried = data("rubric")["leading"], answer.measured
    if answer.may_weigh or not answer.weight or answer.counted_elsewhere:
        return answer.may_weigh
    proven = tried is not None and tried.n >= least["flags"] and tried.precision >= Fraction(str(least["precision"]))
    return proven or answer.id in least["on_request"]


def _loss(answer: Answer) -> float:
    """Return what an answer loses; one that was only informed about is judged by its gravest finding."""
    return 1 - answer.score if answer.score is not None else max(_LOSS[finding.verdict] for finding in _found(answer))


def _possible(answers: Iterable[Answer]) -> dict[str, float]:
    """Return the weights of each category that could be won."""
    sums: dict[str, float] = {}
    for answer in answers:
        if _may_lead(answer) and (answer.status in SCORED or _found(answer)):
            sums[answer.category] = sums.get(answer.category, 0) + answer.weight
    return sums
