"""Attributions in headlines, which leave out articles and let a comma, a dash or a colon do the work of a cue."""

from collections.abc import Sequence

from source_audit.extract.cues import table, verbs, words
from source_audit.extract.line import Line
from source_audit.extract.phrases import Range, is_role
from source_audit.extract.proposal import Proposal

_LONGEST = 4
_SHORTEST = 3
_SURE = 0.6
_DASHES = ("—", "–", "-")
_ENDS = frozenset(".?!")
_SPEAKERS = ("bodies", "documents", "classes", "source_words")


def headline(line: Line) -> Sequence[Proposal]:
    """Return what the layout of a headline tells of who speaks; nothing if it tells nothing."""
    stop = len(line)
    if not stop or line.low[-1] in _ENDS:
        return ()
    comma = max((i for i in range(stop) if line.low[i] in ",;"), default=0)
    if comma >= _SHORTEST - 1 and comma + 2 < stop:
        return _after_comma(line, comma, stop)
    mark = max((i for i in range(stop) if line.low[i] == ":" or line.low[i] in _DASHES), default=0)
    if mark > 1 and mark + 1 < stop:
        return _after_mark(line, mark, stop)
    return ()


def _after_comma(line: Line, comma: int, stop: int) -> Sequence[Proposal]:
    """`Ferry will not sail, says board`, `Ferry may be sold, minutes suggest`, `Bank holds rate, warns on oil`."""
    first, last = line.low[comma + 1], line.low[stop - 1]
    name = _phrase(line, comma + 2, stop)
    if _is_verb(first) and line.at(comma + 2) in words("inner_prepositions"):
        return _second_half(line, comma + 1, stop)
    if _is_verb(first) and name:
        return [_proposal((comma + 1, comma + 2), name, (0, comma))]
    if _is_verb(last) and (name := _phrase(line, comma + 1, stop - 1)):
        return [_proposal((stop - 1, stop), name, (0, comma))]
    return _two_halves(line, comma, stop)


def _second_half(line: Line, cue: int, stop: int) -> Sequence[Proposal]:
    """Return what the subject of the first half says in the second."""
    verb = next((i for i in range(1, cue) if line.low[i].endswith("s") and not line.cap(i)), 0)
    name = _phrase(line, 0, verb)
    return [_proposal((cue, cue + 2), name, (cue + 2, stop))] if name and cue + 2 < stop else ()


def _two_halves(line: Line, comma: int, stop: int) -> Sequence[Proposal]:
    """`Ruiz vows to keep ferry, Lowe vows to widen road`."""
    first = next((i for i in range(1, comma - 1) if _is_verb(line.low[i])), 0)
    second = next((i for i in range(comma + 2, stop - 1) if _is_verb(line.low[i])), 0)
    names = _phrase(line, 0, first), _phrase(line, comma + 1, second)
    if not (names[0] and names[1]) or min(comma - first, stop - second) <= _SHORTEST:
        return ()
    return [
        _proposal((first, first + 1), names[0], (first + 1, comma)),
        _proposal((second, second + 1), names[1], (second + 1, stop)),
    ]


def _after_mark(line: Line, mark: int, stop: int) -> Sequence[Proposal]:
    """`Rates to rise: council leader`, `Ferry will not sail – board`, `Teachers’ pay: minister ‘sorry’`."""
    name = _phrase(line, mark + 1, stop)
    if name and mark >= _SHORTEST and _speaks(line.low[stop - 1]):
        return [_proposal(None, name, (0, mark))]
    quoted = line.quote[stop - 1] >= 0 and line.low[mark] == ":" and not line.cap(mark - 1) and mark > 1
    name = _phrase(line, mark + 1, stop - 1) if quoted else None
    if name and _speaks(line.low[stop - 2]):
        return [_proposal(None, name, (stop - 1, stop))]
    return ()


def _phrase(line: Line, first: int, stop: int) -> Range | None:
    """Return the words as a name if they are few and nothing but words without a verb."""
    if not first < stop <= first + _LONGEST or not all(line.word(i) for i in range(first, stop)):
        return None
    return None if any(line.low[i] in words("auxiliaries") for i in range(first, stop)) else (first, stop)


def _is_verb(word: str) -> bool:
    verb = verbs().get(word)
    return verb is not None and verb.reliability >= _SURE and not word.endswith("ing")


def _speaks(word: str) -> bool:
    return is_role(word) or any(word in table("roles")[name] for name in _SPEAKERS)


def _proposal(cue: Range | None, source: Range, content: Range) -> Proposal:
    return Proposal("headline", [cue] if cue else [], source, [content], log_odds=1.7)
