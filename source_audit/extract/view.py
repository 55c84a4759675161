"""A sentence as the decisions look at it: tokens, their shapes, the cue candidates and where quotations stand."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from attrs import define

from source_audit.extract.candidates import Candidate, candidates
from source_audit.extract.line import Line
from source_audit.extract.model import SIZES
from source_audit.extract.shapes import shapes
from source_audit.lazy import lazy

AHEAD = 7
"""How far ahead a cue is looked for behind a possible end of content."""


@define(slots=False)
class View:
    """A line with what is worked out once for all of its decisions, and only if one needs it."""

    line: Line
    candidates: list[Candidate]
    quotes: list[int]
    headline: bool = False
    opens: bool = False
    phrases: list[tuple[int, int]] | None = None

    @classmethod
    def of(cls, line: Line, *, headline: bool = False, opens: bool = False) -> "View":
        """Look at a line; *headline* tells that it stands in the first block, *opens* that it is a block's first."""
        return cls(line, candidates(line, headline=headline), line.quotes, headline, opens)

    @lazy
    def shapes(self) -> list[str]:
        """The shape of each token."""
        return shapes(self.line)

    @lazy
    def setting(self) -> tuple[bool, bool, str, str, str, str]:
        """What is to be seen of the sentence as a whole."""
        return _setting(self.line, len(self.quotes), headline=self.headline, opens=self.opens)

    @lazy
    def cues(self) -> list[tuple[int, float]]:
        """The verbal cues with how sure they are."""
        return [(each.head, each.prior) for each in self.candidates if each.order not in ("noun", "bare")]

    @lazy
    def soon(self) -> list[float]:
        """How sure the surest verbal cue is among the tokens from each on, up to `AHEAD` of them."""
        found = [0.0] * (len(self.line) + 1)
        for head, sure in self.cues:
            for place in range(head - AHEAD + 1 if head >= AHEAD else 0, head + 1):
                found[place] = max(found[place], sure)
        return found

    def surest(self, begin: int, places: Sequence[int]) -> list[float]:
        """Return how sure the surest verbal cue is from *begin* up to each of these tokens, which are in order."""
        found, best, cues, number = [], 0.0, self.cues, 0
        for place in places:
            while number < len(cues) and cues[number][0] < place:
                head, sure = cues[number]
                number += 1
                if head >= begin and sure > best:
                    best = sure
            found.append(best)
        return found

    def quoted(self, first: int, stop: int) -> bool:
        """Tell whether a quotation stands among these tokens."""
        quotes = self.quotes
        return bool(quotes) and bisect_left(quotes, first) < bisect_left(quotes, stop)

    def best_cue(self, first: int, stop: int) -> float:
        """Return how sure the surest verbal cue among these tokens is."""
        best = 0.0
        for head, sure in self.cues:
            if first <= head < stop and sure > best:
                best = sure
        return best

    @lazy
    def verbs(self) -> list[int]:
        """How many verbs there seem to be before each token."""
        return list(accumulate(map(_VERBAL.__contains__, self.shapes), initial=0))


_VERBAL = frozenset(["is", "be", "has", "will", "does", "-ed", "cue+", "cue++", "cue+++"])
SETTING = ("headline,titled", "opens", "closes", "tokens", "quotes")
"""The features of a sentence as a whole, alike for all that stands in it."""


def _setting(line: Line, quotes: int, *, headline: bool, opens: bool) -> tuple[bool, bool, str, str, str, str]:
    titled = headline and 2 * sum(c and p for c, p in zip(line.caps, line.plain, strict=True)) > sum(line.plain)
    return (
        headline,
        titled,
        "quote" if line.quote[0] >= 0 else "paragraph" if opens else "inside",
        line.low[-1] if line.low[-1] in ".?!:" else "other",
        SIZES[len(line)],
        SIZES[min(3, quotes)],
    )
