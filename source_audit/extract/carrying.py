"""How statements hang together across sentences and paragraphs: what goes on with what, and who is told afterwards."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from source_audit.extract.leads import told_after
from source_audit.extract.line import Line
from source_audit.extract.quotations import Pair

if TYPE_CHECKING:
    from source_audit.extract.gather import Statement

_LAST = 3
_MOST = 60
"""How many stretches of quotation one statement may have; more are no speech of a person."""


def joined(found: Sequence["Statement"], pairs: Sequence[Pair]) -> list["Statement"]:
    """Join quotations whose paragraphs each open anew and whose speaker is told only at the end."""
    parted: list[Statement] = []
    for statement in found:
        before = parted[-1] if parted else None
        follows = before is not None and before.block == statement.block - 1 and continued(before, pairs)
        if before and follows and not before.cue and statement.pairs and statement.pairs[0] == before.pairs[-1] + 1:
            before.contents += statement.contents
            before.pairs += statement.pairs
            statement.contents, statement.pairs = before.contents, before.pairs
            parted.pop()
        parted.append(statement)
    return parted


def runs_on(line: Line, found: Sequence["Statement"]) -> bool:
    """Tell whether the sentence lies inside a quotation that began in an earlier paragraph."""
    own = line.span
    return bool(found) and any(span.contains(own) for span in found[-1].contents[-_LAST:] if span.end >= own.end)


def speaker_after(line: Line, place: int, found: Sequence["Statement"]) -> bool:
    """Give a quotation without a speaker to the one whom the next paragraph tells."""
    before = found[-1] if found else None
    if before is None or before.block != place - 1 or before.cue or before.sources or not before.pairs:
        return False
    lead = told_after(line)
    if lead is None or lead.source is None:
        return False
    before.sources, before.same_as, before.confidence = [line.stretch(*lead.source)], None, 0.8
    before.cue = [line.stretch(*lead.cue)] if lead.cue else []
    return True


def quoting(found: Sequence["Statement"], place: int) -> "Statement | None":
    """Return the last statement of a paragraph that quotes, for a further quotation goes on with it."""
    for statement in reversed(found):
        if statement.block != place:
            return None
        if statement.pairs:
            return statement if len(statement.contents) < _MOST else None
    return None


def quoted_before(found: Sequence["Statement"], place: int) -> "Statement | None":
    """Return the statement that closes the paragraph before, if it quotes: a paragraph of quotation goes on with it."""
    before = found[-1] if found else None
    joins = before is not None and before.pairs and before.block == place - 1 and len(before.contents) < _MOST
    return before if joins else None


def continued(before: "Statement", pairs: Sequence[Pair]) -> bool:
    """Tell whether the next paragraph goes on with a statement's last quotation by opening it again."""
    return bool(before.pairs) and pairs[before.pairs[-1]].continues


def reaches(statement: "Statement", line: Line) -> bool:
    """Tell whether a statement's cue or content goes up to the colon with which a sentence ends."""
    parts = [*statement.contents, *(cue for cue in statement.cue if len(cue) > 1)]
    return max((part.end for part in parts), default=0) >= line.starts[-1] - 1


def lies_in(statement: "Statement", line: Line) -> bool:
    """Tell whether a statement lies wholly within a sentence."""
    return all(line.span.contains(part) for part in (*statement.contents, *statement.cue))
