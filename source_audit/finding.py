"""What a check sees, and the evidence for it."""

from enum import StrEnum

from attrs import field, frozen

from source_audit.span import Span


class Verdict(StrEnum):
    """What one case says about the check's question."""

    HOLDS = "holds"
    MILD = "mild"
    BREAKS = "breaks"
    UNSURE = "unsure"
    NOTE = "note"


@frozen(kw_only=True)
class Evidence:
    """Words of the article that a reader can look at, and what they are."""

    span: Span
    note: str = ""


@frozen(kw_only=True)
class Passage:
    """Words of another text that the caller supplied, beside which words of the article are put.

    ``start`` and ``end`` are code points of that text.
    """

    name: str
    start: int
    end: int
    words: str


@frozen(kw_only=True)
class Case:
    """One thing that a check examined: what it saw, where, and what that means for the question.

    ``value`` is a measured number that the rubric compares (a rung, a count, a share); most cases have none.
    ``aligned`` are the words of a supplied text that belong to the evidence.
    """

    message: str
    evidence: tuple[Evidence, ...]
    verdict: Verdict
    value: float | None = None
    aligned: tuple[Passage, ...] = ()

    @property
    def span(self) -> Span:
        """The primary evidence's span."""
        return self.evidence[0].span

    def settled(self, verdict: Verdict) -> "Case":
        """Return the case with another verdict."""
        return Case(
            message=self.message, evidence=self.evidence, verdict=verdict, value=self.value, aligned=self.aligned
        )


@frozen(kw_only=True)
class NotApplicable:
    """There is nothing to examine, and why."""

    reason: str


@frozen(kw_only=True)
class Finding:
    """A case that is shown to the reader; the first piece of evidence is the primary one."""

    message: str
    evidence: tuple[Evidence, ...] = field()
    verdict: Verdict
    aligned: tuple[Passage, ...] = ()

    @evidence.validator
    def _has_evidence(self, _: object, value: tuple[Evidence, ...]) -> None:
        if not value:
            raise ValueError(f"a finding needs evidence: {self.message!r}")

    @property
    def span(self) -> Span:
        """The primary evidence's span."""
        return self.evidence[0].span
