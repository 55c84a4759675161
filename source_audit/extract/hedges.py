"""Words that say that somebody else said so, without saying who: "reportedly", "allegedly"."""

from collections.abc import Iterator, Sequence

from source_audit.extract.clauses import trimmed
from source_audit.extract.cues import words
from source_audit.extract.line import Line
from source_audit.extract.phrases import Range
from source_audit.extract.proposal import Proposal
from source_audit.extract.view import View

_HEDGES = frozenset(["reportedly", "allegedly", "purportedly"])
_JOINERS = frozenset(["and", "but", "while", "as", "with", "who", "which", "where", "when", "although", "though", "so"])
_BREAKS = frozenset(";:—–()")
_LEADS = words("inner_prepositions") | words("determiners") | {","}
_LATER = frozenset(["after", "before", "because", "while", "although", "though", "despite"])
_FEWEST = 3


def hedged(view: View, kept: Sequence[Proposal]) -> Iterator[Proposal]:
    """Yield the clause around each hedge that lies in no attribution, with the hedge as its cue."""
    line = view.line
    if _HEDGES.isdisjoint(line.low):
        return
    for i, word in enumerate(line.low):
        if word not in _HEDGES or line.at(i - 1) in _LEADS:
            continue
        if not any(first <= i < stop for each in kept for first, stop in (*each.contents, *each.cue)):
            before = trimmed(line, _begin(line, i), i)
            after = trimmed(line, i + 1, _end(line, i))
            contents = [part for part in (before, after) if part]
            if after and sum(stop - first for first, stop in contents) >= _FEWEST and _free(contents, kept):
                yield Proposal("hedge", [(i, i + 1)], None, contents, log_odds=0.5)


def _begin(line: Line, i: int) -> int:
    """Return where the clause of a hedge begins."""
    for place in range(i - 1, -1, -1):
        if line.low[place] in _BREAKS:
            return place + 1
        if line.low[place] == "," and line.at(place + 1) in _JOINERS:
            return place + 2
    return 1 if line.low[0] in words("connectors") or line.low[0] in _JOINERS else 0


def _end(line: Line, i: int) -> int:
    """Return where the clause of a hedge ends: at a comma, unless that stands right behind the hedge."""
    for place in range(i + _FEWEST, len(line)):
        if line.low[place] in _BREAKS or line.low[place] in _LATER or line.low[place] == ",":
            return place
    return len(line)


def _free(contents: Sequence[Range], kept: Sequence[Proposal]) -> bool:
    """Tell whether no other attribution has a part in a content."""
    parts = [part for each in kept for part in (*each.contents, *each.cue)]
    return not any(a[0] < b[1] and b[0] < a[1] for a in contents for b in parts)
