"""A sentence as the decisions look at it: tokens, their shapes, the cue candidates and where quotations stand."""

from attrs import define

from source_audit.extract.candidates import Candidate, candidates
from source_audit.extract.line import Line
from source_audit.extract.model import Value, bucket
from source_audit.extract.shapes import shapes


@define
class View:
    """A line with what is worked out once for all of its decisions."""

    line: Line
    shapes: list[str]
    candidates: list[Candidate]
    cues: list[tuple[int, float]]
    quotes: list[int]
    setting: list[Value]
    phrases: list[tuple[int, int]] | None = None

    @classmethod
    def of(cls, line: Line, *, headline: bool = False, opens: bool = False) -> "View":
        """Look at a line; *headline* tells that it stands in the first block, *opens* that it is a block's first."""
        found = candidates(line, headline=headline)
        cues = [(each.head, each.prior) for each in found if each.order not in ("noun", "bare")]
        quotes = [i for i in range(len(line)) if line.quote[i] >= 0]
        return cls(line, shapes(line), found, cues, quotes, _setting(line, len(quotes), headline=headline, opens=opens))

    def quoted(self, first: int, stop: int) -> bool:
        """Tell whether a quotation stands among these tokens."""
        return bool(self.quotes) and any(first <= i < stop for i in self.quotes)

    def best_cue(self, first: int, stop: int) -> float:
        """Return how sure the surest verbal cue among these tokens is."""
        return max([sure for head, sure in self.cues if first <= head < stop], default=0.0)


SETTING = ("headline", "opens", "closes", "tokens", "quotes")
"""The features of a sentence as a whole, alike for all that stands in it."""


def _setting(line: Line, quotes: int, *, headline: bool, opens: bool) -> list[Value]:
    if not len(line):
        return [False, "", "", "", ""]
    titled = headline and 2 * sum(c and p for c, p in zip(line.caps, line.plain, strict=True)) > sum(line.plain)
    return [
        (headline, titled),
        "quote" if line.quote[0] >= 0 else "paragraph" if opens else "inside",
        line.low[-1] if line.low[-1] in ".?!:" else "other",
        bucket(len(line)),
        bucket(min(3, quotes)),
    ]
