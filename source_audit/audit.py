"""The whole result, and the running of it: every check is asked and every answer kept."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from source_audit import record, restore, short
from source_audit.answer import Answer, CategoryScore, Entry, Plugin, Score, Status
from source_audit.attribution import Attribution, Source
from source_audit.check import Category, Check
from source_audit.document import Document, Embed, Link, Notice
from source_audit.entries import judged_entries
from source_audit.label import Labelled, Rating
from source_audit.origin import Origins
from source_audit.reading import Reading
from source_audit.reference import Reference, Support
from source_audit.reply import Reply
from source_audit.version import VERSION

if TYPE_CHECKING:
    from os import PathLike

    from source_audit.rubric import Rubric


@frozen(kw_only=True)
class Audit:
    """Everything that the audit of one article says; a report reads nothing else.

    ``answers`` are keyed by check id, ``categories`` by category, both in the order of the card. ``warnings`` tell what
    could not be read. ``labelled`` says of whom a side, office, control or interest is known, and how; ``ratings`` are
    values from files of the caller's, which no check sees. ``references`` are the mentions of things that could be
    linked, with what leads to them, and ``supports`` says for each link what it stands with. ``replies`` are answers to
    findings from a file beside the article, which no check sees. ``entries`` are those of a live blog, each judged by
    itself; other texts have none. ``made_on`` is None unless the caller asked for a
    date. ``rubric`` holds the numbers that the score rests on and what the caller changed in them; it is empty in a
    report older than it. ``plugins`` are the packages that brought checks.
    """

    document: Document
    attributions: tuple[Attribution, ...]
    sources: tuple[Source, ...]
    origins: Origins
    answers: Mapping[str, Answer]
    categories: Mapping[Category, CategoryScore]
    score: Score
    warnings: tuple[Notice, ...] = ()
    labelled: tuple[Labelled, ...] = ()
    ratings: tuple[Rating, ...] = ()
    made_on: date | None = None
    version: str = VERSION
    lexicons: Mapping[str, str]
    references: tuple[Reference, ...] = ()
    supports: tuple[Support, ...] = ()
    rubric: Mapping[str, Any] = field(factory=dict)
    plugins: tuple[Plugin, ...] = ()
    replies: tuple[Reply, ...] = ()
    entries: tuple[Entry, ...] = ()

    @property
    def links(self) -> tuple[Link, ...]:
        """The links of the body."""
        return self.document.links

    @property
    def embeds(self) -> tuple[Embed, ...]:
        """The posts that the article shows."""
        return self.document.embeds

    def to_dict(self) -> dict[str, Any]:
        """Return the audit as the JSON report has it (docs/reference/report.schema.json)."""
        return record.to_dict(self)

    def to_short_dict(self) -> dict[str, Any]:
        """Return the audit as the data of a card have it: what `from_json` can work out is left out."""
        return short.shortened(self)

    def to_json(self, *, indent: int | None = None) -> str:
        """Return the JSON report."""
        return record.dumps(self.to_dict(), indent=indent)

    @classmethod
    def from_json(cls, text: str | bytes) -> "Audit":
        """Restore the audit that a JSON report, or the data of a card, was made from.

        The data of a card hold no `reasons` of attributions, and need the version that made the card. Raises
        ReportError for anything else.
        """
        return restore.from_dict(cls, restore.loads(text), short.completed)

    def save(self, path: "str | PathLike[str]") -> Path:
        """Write the report that the file's ending asks for (.html, .json, .md, .txt) and return its path.

        The file is written beside its place and then renamed, so that no half of a report is ever left. Raises
        ReportError for another ending, or if the place cannot be written to.
        """
        from source_audit.report import save_report  # noqa: PLC0415 - a convenience that looks up, on purpose

        return save_report(self, Path(path))

    def _repr_html_(self) -> str:
        """Return the card for a notebook, in a frame of its own so that neither page harms the other."""
        from source_audit.report import framed  # noqa: PLC0415 - a convenience that looks up, on purpose

        return framed(self)


def run_audit(  # noqa: PLR0913 - the result has these inputs
    reading: Reading,
    checks: Iterable[Check],
    rubric: "Rubric",
    *,
    off: frozenset[str] = frozenset(),
    made_on: date | None = None,
    ratings: tuple[Rating, ...] = (),
    replies: tuple[Reply, ...] = (),
    strict: bool = False,
) -> Audit:
    """Ask every check of a reading and grade the answers.

    Checks named in *off* are not asked; *ratings* and *replies* are kept as they are, no check sees them. A check that
    raises becomes an *error* answer, or is let through if *strict*, as tests ask.
    """
    document, said = reading.document, len(reading.body_attributions)
    kept = [check for check in checks if check.id not in off]
    answers = rubric.settle({check.id: _ask(check, reading, rubric, strict) for check in kept}, document, said)
    withheld = rubric.withheld(answers, document, said)
    return Audit(
        document=document,
        attributions=reading.attributions,
        sources=reading.sources,
        origins=reading.origins,
        answers=answers if withheld else rubric.with_outcomes(answers),
        categories=rubric.categories(answers),
        score=rubric.grade(answers, withheld),
        warnings=(*document.notices, *_failures(answers), *_unplaced(replies, answers, document.text)),
        labelled=reading.labelled,
        ratings=ratings,
        made_on=made_on,
        lexicons={"en": rubric.table["version"]},
        references=reading.references,
        supports=reading.supports,
        rubric=rubric.used(answers, document.genre.value),
        replies=replies,
        entries=judged_entries(reading, kept, answers, rubric),
    )


def _ask(check: Check, reading: Reading, rubric: "Rubric", strict: bool) -> Answer:
    """Return the answer of one check; what goes wrong in it stays its own."""
    if excuse := rubric.excused(check, reading.document):
        return rubric.unasked(check, Status.NOT_APPLICABLE, excuse)
    try:
        return rubric.judge(check, tuple(check(reading)), reading.document)
    except Exception as error:
        if strict:
            raise
        reason = f"The check could not be carried out ({type(error).__name__})."
        return rubric.unasked(check, Status.ERROR, reason)


def _failures(answers: Mapping[str, Answer]) -> Iterable[Notice]:
    for answer in answers.values():
        if answer.status is Status.ERROR:
            yield Notice(code="check-error", message=f"{answer.id}: {answer.reason}")


def _unplaced(replies: Iterable[Reply], answers: Mapping[str, Answer], text: str) -> Iterable[Notice]:
    """Yield a notice for each answer whose words no finding of its check shows."""
    for reply in replies:
        findings = answers[reply.audit].findings if reply.audit in answers else ()
        if reply.quote and not any(reply.answers(finding, text) for finding in findings):
            message = f"An answer to {reply.audit} quotes words that no finding of it shows."
            yield Notice(code="reply-unplaced", message=message)
