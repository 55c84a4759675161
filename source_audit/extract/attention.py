"""Whom a pronoun may mean: everybody named lately, weighed by how near and in what place they stand."""

from collections import deque
from collections.abc import Callable

from attrs import define

from source_audit.extract.people import Choice, Record

_MEMORY = 24
"""How many of the latest mentions are kept in mind."""
_FADING = (1.0, 0.8, 0.5, 0.36, 0.27, 0.2, 0.15)
"""How much a mention still weighs so many sentences later; sentences that are only quotation are not counted."""
_LEFT = 0.1
"""What is left of it after that."""
_AGAIN = 0.25
"""How much each further mention adds."""
_MOST_AGAIN = 0.25
"""How much they may add at most, as a share."""
_UNTOLD = 0.88
"""What is left for somebody of whom nothing says "he" or "she"."""
_UNPROVEN = 0.6
"""What is left for a name that only its capitals make a person's."""

SPEAKER, SUBJECT, PRONOUN, TOPIC, NAMED, OWNER = 1.5, 1.3, 1.1, 1.1, 0.8, 0.6
"""Weights of a mention: who speaks, who begins a sentence, a pronoun, "Ruiz's" at a start, any name, "Ruiz's"."""


@define
class _Thought:
    record: Record
    sentence: int
    weight: float


@define
class _Presence:
    """How present somebody is: by the mention that weighs most, and by the others."""

    record: Record
    best: float
    extra: float = 0.0

    def total(self) -> float:
        return self.best + min(_AGAIN * self.extra, _MOST_AGAIN * self.best)


class Attention:
    """The latest mentions of people or of bodies, and which of them a pronoun takes up."""

    def __init__(self) -> None:
        self._thoughts: deque[_Thought] = deque(maxlen=_MEMORY)

    def note(self, record: Record, sentence: int, weight: float) -> None:
        """Keep a mention in mind."""
        self._thoughts.append(_Thought(record, sentence, weight))

    def latest(self, accepts: Callable[[Record], bool]) -> Record | None:
        """Return who was mentioned last of those accepted."""
        return next((t.record for t in reversed(self._thoughts) if accepts(t.record)), None)

    def choose(self, gender: str, sentence: int, accepts: Callable[[Record], bool] | None = None) -> Choice:
        """Return whom a pronoun in a sentence may mean, best first; the sureness is the distance to the second."""
        found: dict[int, _Presence] = {}
        for thought in self._thoughts:
            record = thought.record
            if (gender and record.gender not in ("", gender)) or (accepts and not accepts(record)):
                continue
            distance = sentence - thought.sentence
            score = thought.weight * (_FADING[distance] if 0 <= distance < len(_FADING) else _faded(distance))
            if gender and not record.gender:
                score *= _UNTOLD if record.sure else _UNTOLD * _UNPROVEN
            known = found.get(id(record))
            if known is None:
                found[id(record)] = _Presence(record, score)
            elif score > known.best:
                known.best, known.extra = score, known.extra + known.best
            else:
                known.extra += score
        if not found:
            return Choice([])
        ranked = sorted(found.values(), key=_Presence.total, reverse=True)
        first = ranked[0].total()
        sure = 1 - ranked[1].total() / first if len(ranked) > 1 else 1.0
        return Choice([each.record for each in ranked], sure, score=first)


def _faded(distance: int) -> float:
    return _FADING[0] if distance < 0 else _LEFT
