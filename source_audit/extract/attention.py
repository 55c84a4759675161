"""Whom a pronoun may mean: everybody named lately, weighed by how near and in what place they stand."""

from collections import deque
from collections.abc import Callable
from operator import itemgetter

from source_audit.extract.people import Choice, Record

_MEMORY = 24
"""How many of the latest mentions are kept in mind."""
_FADING = (1.0, 0.8, 0.5, 0.36, 0.27, 0.2, 0.15)
"""How much a mention still weighs so many sentences later; sentences that are only quotation are not counted."""
_SOON = len(_FADING)
_LEFT = 0.1
"""What is left of it after that."""
_PRESENCE = itemgetter(0)
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


class Attention:
    """The latest mentions of people or of bodies, and which of them a pronoun takes up."""

    def __init__(self) -> None:
        self._thoughts: deque[tuple[Record, int, float]] = deque(maxlen=_MEMORY)

    def note(self, record: Record, sentence: int, weight: float) -> None:
        """Keep a mention in mind."""
        self._thoughts.append((record, sentence, weight))

    def latest(self, accepts: Callable[[Record], bool]) -> Record | None:
        """Return who was mentioned last of those accepted."""
        return next((record for record, _, _ in reversed(self._thoughts) if accepts(record)), None)

    def choose(self, gender: str, sentence: int, accepts: Callable[[Record], bool] | None = None) -> Choice:
        """Return whom a pronoun in a sentence may mean, best first; the sureness is the distance to the second."""
        best: dict[Record, float] = {}
        extra: dict[Record, float] = {}
        for record, thought_of, weight in self._thoughts:
            told = record.gender
            if (gender and told and told != gender) or (accepts and not accepts(record)):
                continue
            distance = sentence - thought_of
            score = weight * (_FADING[distance] if 0 <= distance < _SOON else _faded(distance))
            if gender and not told:
                score *= _UNTOLD if record.sure else _UNTOLD * _UNPROVEN
            known = best.get(record)
            if known is None:
                best[record], extra[record] = score, 0.0
            elif score > known:
                best[record] = score
                extra[record] += known
            else:
                extra[record] += score
        totals = [(score + min(_AGAIN * extra[r], _MOST_AGAIN * score), r) for r, score in best.items()]
        return _ranked(sorted(totals, key=_PRESENCE, reverse=True))


def _ranked(present: list[tuple[float, Record]]) -> Choice:
    """Return the choice among those who are present, how much and who."""
    if not present:
        return Choice([])
    first = present[0][0]
    sure = 1 - present[1][0] / first if len(present) > 1 else 1.0
    return Choice([record for _, record in present], sure, score=first)


def _faded(distance: int) -> float:
    return _FADING[0] if distance < 0 else _LEFT
