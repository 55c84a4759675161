"""Findings and questions as boxes of the card: the words, why they matter, what to do, and what an answer changes."""

from attrs import frozen

from source_audit.answer import Answer
from source_audit.audit import Audit
from source_audit.check import Lifecycle
from source_audit.report.points import Point
from source_audit.report.quotes import Quote, quotes_of
from source_audit.report.replies import lines_on
from source_audit.report.story import Story
from source_audit.report.wording import sentence_case, sure, words


@frozen(kw_only=True)
class Box:
    """A finding or a question: ``places`` are the ids of its words in the article, ``more`` counts the other cases.

    ``replies`` are what was answered to it.
    """

    label: str
    target: str
    title: str
    quotes: tuple[Quote, ...]
    more: int
    places: tuple[str, ...]
    answer: Answer
    sure: str
    message: str = ""
    if_holds: str = ""
    if_breaks: str = ""
    replies: tuple[str, ...] = ()


def finding_box(audit: Audit, point: Point, story: Story) -> Box:
    """Return a finding as a box; its title is what the check saw."""
    return _box(audit, point, story, title=point.findings[0].message.rstrip("."))


def question_box(audit: Audit, point: Point, story: Story) -> Box:
    """Return an open question as a box, with what each answer does to the number."""
    holds, breaks = consequences(audit, point.answer)
    return _box(
        audit,
        point,
        story,
        title=asked(point.answer),
        message=_saw(point),
        if_holds=holds,
        if_breaks=breaks,
    )


def _saw(point: Point) -> str:
    """Return what the check saw and, where that is why a reader is asked, how often it was right."""
    said = point.findings[0].message
    return f"{said.removesuffix('.')}. {sentence_case(sure(point.answer))}." if point.answer.found else said


def asked(answer: Answer) -> str:
    """Return the question that a reader has to settle; a check that the table does not know asks by its own title."""
    return str(words("asks").get(answer.id, f"{answer.title.rstrip('.')}: do you agree?"))


def _box(audit: Audit, point: Point, story: Story, **texts: str) -> Box:
    return Box(
        label=point.label,
        target=point.target,
        quotes=quotes_of(audit.document, point.findings[0], 1 if point.kind == "question" else 2),
        more=len(point.findings) - 1,
        places=story.places.get(point.label, ()),
        answer=point.answer,
        sure=sure(point.answer),
        replies=lines_on(audit, point.answer, point.findings),
        **texts,
    )


def consequences(audit: Audit, answer: Answer) -> tuple[str, str]:
    """Return what happens to the number if a reader says yes, and if no; twice the same where it does not change."""
    now = audit.score.value
    if answer.lifecycle is Lifecycle.EXPERIMENTAL:
        return ("This check is on trial, so the number does not change.",) * 2
    if now is None:
        return ("This text gets no number, so nothing changes.",) * 2
    if not answer.may_weigh:
        return ("This check is not counted, so the number does not change.",) * 2
    return _becomes(now, answer.if_holds), _becomes(now, answer.if_breaks)


def outcomes(box: Box) -> list[str]:
    """Return what an answer to a question changes, in one line or two."""
    if box.if_holds == box.if_breaks:
        return [f"Either way: {box.if_holds}"]
    return [f"If yes: {box.if_holds}", f"If no: {box.if_breaks}"]


def _becomes(now: float, then: float | None) -> str:
    if then is None:
        return "Then there is no number."
    stays = round(now * 100) == round(then * 100)
    return f"The number stays at {round(then * 100)}." if stays else f"The number becomes {round(then * 100)}."
