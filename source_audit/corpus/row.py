"""What became of one article among many."""

from typing import TYPE_CHECKING

from attrs import frozen

from source_audit.checks import catalogue

if TYPE_CHECKING:
    from source_audit.audit import Audit

Cell = str | int | float | None


@frozen(kw_only=True)
class Row:
    """The audit of an article, or the error (its class and message) that stood in the way.

    ``added`` are the ids of the checks that plug-ins brought.
    """

    id: str
    audit: "Audit | None" = None
    error: str | None = None
    added: tuple[str, ...] = ()

    def record(self) -> dict[str, Cell]:
        """Return the row flat, as a table has it: the same names for every article, None where there is nothing."""
        checks = dict.fromkeys((*(check.id for check in catalogue()), *self.added), None)
        return {"id": self.id, **_figures(self.audit), **checks, **_statuses(self.audit), "error": self.error}


def _figures(audit: "Audit | None") -> dict[str, Cell]:
    if audit is None:
        return dict.fromkeys(("words", "value", "low", "high", "coverage", "voices", "independent"), None)
    score, origins = audit.score, audit.origins
    return {
        "words": audit.document.words,
        "value": score.value,
        "low": score.low,
        "high": score.high,
        "coverage": score.coverage,
        "voices": origins.voices,
        "independent": origins.independent,
    }


def _statuses(audit: "Audit | None") -> dict[str, Cell]:
    return {name: answer.status.value for name, answer in audit.answers.items()} if audit else {}
