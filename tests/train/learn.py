"""Logistic regression by stochastic gradients (AdaGrad; Duchi et al. 2011), in plain Python so that it is reproducible."""

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import exp, sqrt

from source_audit.extract.model import probability

Weights = dict[str, float]
Choice = tuple[list[list[str]], int]
"""The features of several choices, and which of them is the right one."""
_RATE = 0.06
_NO_STEP = 1e-3
"""A gradient below this moves nothing."""


def common(features: Iterable[Sequence[str]], least: int) -> frozenset[str]:
    """Return the features that occur at least so often."""
    counts = Counter(feature for each in features for feature in each)
    return frozenset(feature for feature, n in counts.items() if n >= least)


class Learner:
    """Weights with the sums of their squared gradients, kept near zero by a quadratic penalty."""

    def __init__(self, known: frozenset[str], penalty: float) -> None:
        self.ids = {feature: i for i, feature in enumerate(sorted(known))}
        self.weights = [0.0] * len(self.ids)
        self._squares = [1e-6] * len(self.ids)
        self._penalty = penalty
        self._sums = [0.0] * len(self.ids)
        self._times = 0

    def remember(self) -> None:
        """Take the weights as they are now into the mean that counts in the end."""
        self._sums = [a + b for a, b in zip(self._sums, self.weights, strict=True)]
        self._times += 1

    def numbered(self, features: Sequence[str]) -> list[int]:
        """Return the known features as numbers."""
        ids = self.ids
        return [ids[feature] for feature in features if feature in ids]

    def score(self, features: Sequence[int]) -> float:
        """Return the sum of the weights of an example."""
        weights = self.weights
        return sum([weights[i] for i in features])

    def step(self, features: Sequence[int], gradient: float) -> None:
        """Move the weights of an example against its gradient."""
        weights, squares, penalty = self.weights, self._squares, self._penalty
        for i in features:
            slope = gradient + penalty * weights[i]
            squares[i] += slope * slope
            weights[i] -= _RATE * slope / sqrt(squares[i])

    def result(self, least: float = 0.07) -> Weights:
        """Return the weights that matter, by feature."""
        mean = [each / max(1, self._times) for each in self._sums]
        return {f: round(mean[i], 2) for f, i in self.ids.items() if abs(mean[i]) >= least}


def logistic(
    examples: Sequence[tuple[Sequence[str], float]],
    *,
    rounds: int = 5,
    least: int = 10,
    penalty: float = 2e-5,
    offsets: Sequence[float] | None = None,
) -> Weights:
    """Return weights that tell how likely an example is right; *offsets* are log-odds to start from."""
    learner = Learner(common((features for features, _ in examples), least), penalty)
    start = offsets or [0.0] * len(examples)
    rows = [(learner.numbered(f), y, o) for (f, y), o in zip(examples, start, strict=True)]
    for place in _rounds(learner, len(rows), rounds):
        features, wanted, offset = rows[place]
        learner.step(features, probability(offset + learner.score(features)) - wanted)
    return learner.result()


def ranking(examples: Sequence[Choice], *, rounds: int = 4, least: int = 10, penalty: float = 2e-5) -> Weights:
    """Return weights by which the right one of several choices scores highest (conditional logit)."""
    learner = Learner(common((f for choices, _ in examples for f in choices), least), penalty)
    rows = [([learner.numbered(f) for f in choices], right) for choices, right in examples if len(choices) > 1]
    for place in _rounds(learner, len(rows), rounds):
        choices, right = rows[place]
        for number, chance in enumerate(shares([learner.score(features) for features in choices])):
            gradient = chance - (number == right)
            if abs(gradient) > _NO_STEP:
                learner.step(choices[number], gradient)
    return learner.result()


def shares(scores: Sequence[float]) -> list[float]:
    """Return the probability of each choice."""
    top = max(scores)
    powers = [exp(score - top) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


def _rounds(learner: Learner, number: int, rounds: int) -> Iterator[int]:
    """Yield the examples in an order of chance that is the same each time; the first round's weights do not count."""
    order = list(range(number))
    shuffle = random.Random(2026)
    for each in range(rounds):
        shuffle.shuffle(order)
        yield from order
        if each > 0:
            learner.remember()
