"""What a rule proposes, before anything is decided."""

from attrs import define, field

from source_audit.extract.line import Line
from source_audit.extract.phrases import Range
from source_audit.span import Span


@define
class Proposal:
    """What a rule proposes: tokens of cue, source and contents, with named features and a confidence."""

    rule: str
    cue: list[Range]
    source: Range | None
    contents: list[Range]
    confidence: float
    features: dict[str, float] = field(factory=dict)
    lead_in: bool = False

    @property
    def whole(self) -> Range:
        """The tokens from the first to the last part."""
        parts = [*self.cue, *self.contents, *([self.source] if self.source else [])]
        return min(part[0] for part in parts), max(part[1] for part in parts)

    def spans(self, line: Line) -> tuple[list[Span], list[Span], list[Span]]:
        """Return contents, cue and source as spans of the text."""
        source = [line.stretch(*self.source)] if self.source else []
        return [line.stretch(*c) for c in self.contents], [line.stretch(*c) for c in self.cue], source
