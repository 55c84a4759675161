"""The audit in one sentence: what most statements show, what the gravest finding shows, and one thing to do."""

from collections.abc import Mapping

from source_audit.report.points import Point, Points
from source_audit.report.wording import number_word, sentence_case, words


def sentence(counts: Mapping[str, int], points: Points, *, judged: bool = True, foreign: bool = False) -> str:
    """Return the audit in two short sentences.

    ``judged`` tells whether any check could count, ``foreign`` that the text is in a language that no rule reads.
    """
    if foreign:
        return str(words("otherwise")["foreign"])
    speakerless = any(point.answer.id == "unidentified-speakers" for point in points.all)
    first = words("most")[_most(counts, speakerless=speakerless)]
    return f"{first} {_second(points, spoken=any(counts.values()), judged=judged)}"


def advice(points: Points, *, foreign: bool = False) -> str:
    """Return one thing that a reader can do in minutes."""
    otherwise = words("otherwise")
    if foreign:
        return str(otherwise["do_foreign"])
    if points.top:
        return points.top[0].answer.do
    return str(otherwise["do_question"] if points.questions else otherwise["do_nothing"])


def _most(counts: Mapping[str, int], *, speakerless: bool) -> str:
    """Return the first row of what most statements show that holds.

    A quotation without a speaker is no statement of anybody, but then not *every* statement has a source.
    """
    said = sum(counts.values())
    total = said + (speakerless and not counts["q"])
    named, documents = counts["n"], counts["d"]
    half = total / 2
    rows = {
        "none": said == 0,
        "all_named": named == total,
        "all_documents": documents == total,
        "all_shown": named + documents == total,
        "most_named": named > half,
        "most_shown": named + documents > half,
        "most_unnamed": counts["u"] > half,
        "most_posts": counts["p"] > half,
        "most_untold": counts["q"] > half,
        "fewer": True,
    }
    return next(name for name, holds in rows.items() if holds)


def _second(points: Points, *, spoken: bool, judged: bool) -> str:
    otherwise = words("otherwise")
    if points.top:
        return gravest(points.top[0])
    number = len(points.questions)
    if number:
        return _counted(otherwise["questions"], number)
    if not spoken:
        return str(otherwise["little"])
    return str(otherwise["nothing" if judged else "unjudged"])


def gravest(point: Point) -> str:
    """Return a finding in words; a check that the table does not know speaks by its own message."""
    forms = words("gravest").get(point.answer.id)
    return _counted(forms, len(point.findings)) if forms else point.findings[0].message


def _counted(forms: list[str], number: int) -> str:
    return forms[0] if number == 1 else sentence_case(forms[1].format(n=number_word(number)))
