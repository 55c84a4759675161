"""What a rule proposes, before anything is decided."""

from collections.abc import Sequence

from attrs import define

from source_audit.attribution import Reason
from source_audit.extract.candidates import Candidate
from source_audit.extract.line import Line
from source_audit.extract.model import probability
from source_audit.extract.phrases import Range
from source_audit.span import Span


@define(eq=False)
class Proposal:
    """Tokens of cue, source and contents as a rule proposes them, with what decides about it.

    ``side`` tells where the content stands, seen from the cue: "right", "left" or "both"; ``margins`` how clear its
    bounds are, and ``beside`` how likely it and those around it, inside it and in its place are. ``reasons`` are
    what weighed most for one that was kept.
    """

    rule: str
    cue: list[Range]
    source: Range | None
    contents: list[Range]
    side: str = "right"
    candidate: Candidate | None = None
    lead_in: bool = False
    margins: tuple[str, str, str] = ("", "", "")
    beside: tuple[str, str, str, str] = ("", "", "", "")
    reasons: Sequence[Reason] = ()
    log_odds: float = 0.0
    source_chance: float = 1.0

    @property
    def whole(self) -> Range:
        """The tokens from the first to the last part."""
        parts = [*self.cue, *self.contents]
        if self.source:
            parts.append(self.source)
        return min(parts)[0], max([stop for _, stop in parts])

    @property
    def chance(self) -> float:
        """The share of words that the content is expected to have right, times how likely the source is (0 to 1)."""
        return probability(self.log_odds) * self.source_chance

    def copy(self) -> "Proposal":
        """Return the proposal as it is now, whatever is mended later."""
        return Proposal(
            self.rule,
            list(self.cue),
            self.source,
            list(self.contents),
            self.side,
            self.candidate,
            margins=self.margins,
            beside=self.beside,
        )

    def spans(self, line: Line) -> tuple[list[Span], list[Span], list[Span]]:
        """Return contents, cue and source as spans of the text."""
        source = [line.stretch(*self.source)] if self.source else []
        return [line.stretch(*c) for c in self.contents], [line.stretch(*c) for c in self.cue], source
