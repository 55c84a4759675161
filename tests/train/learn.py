"""Logistic regression by stochastic gradients (AdaGrad; Duchi et al. 2011), in plain Python so that it is reproducible."""

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from math import exp, sqrt

Weights = dict[str, float]
_RATE = 0.06


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

    def step(self, features: Sequence[int], gradient: float) -> None:
        """Move the weights of an example against its gradient."""
        weights, squares, penalty = self.weights, self._squares, self._penalty
        for i in features:
            slope = gradient + penalty * weights[i]
            squares[i] += slope * slope
            weights[i] -= _RATE * slope / sqrt(squares[i])

    def result(self, least: float = 0.07) -> Weights:
        """Return the weights that matter, by feature."""
        mean = [each / self._times for each in self._sums]
        return {f: round(mean[i], 2) for f, i in self.ids.items() if abs(mean[i]) >= least}


def logistic(
    examples: Sequence[tuple[Sequence[str], float]],
    *,
    rounds: int = 6,
    least: int = 10,
    penalty: float = 2e-5,
    offsets: Sequence[float] | None = None,
) -> Weights:
    """Return weights that tell how likely an example is right; *offsets* are log-odds to start from."""
    learner = Learner(common((features for features, _ in examples), least), penalty)
    start = offsets or [0.0] * len(examples)
    rows = [(learner.numbered(f), y, o) for (f, y), o in zip(examples, start, strict=True)]
    order = list(range(len(rows)))
    shuffle = random.Random(2026)
    for number in range(rounds):
        shuffle.shuffle(order)
        weights = learner.weights
        for place in order:
            features, wanted, offset = rows[place]
            score = offset + sum([weights[i] for i in features])
            chance = 1.0 / (1.0 + exp(-max(-30.0, min(30.0, score))))
            learner.step(features, chance - wanted)
        if number > 0:
            learner.remember()
    return learner.result()


def ranking(
    examples: Sequence[tuple[Sequence[Sequence[str]], int]], *, rounds: int = 5, least: int = 10, penalty: float = 2e-5
) -> Weights:
    """Return weights by which the right one of several choices scores highest (conditional logit)."""
    learner = Learner(common((f for choices, _ in examples for f in choices), least), penalty)
    rows = [([learner.numbered(f) for f in choices], right) for choices, right in examples if len(choices) > 1]
    order = list(range(len(rows)))
    shuffle = random.Random(2026)
    for number in range(rounds):
        shuffle.shuffle(order)
        weights = learner.weights
        for place in order:
            choices, right = rows[place]
            scores = [sum([weights[i] for i in features]) for features in choices]
            top = max(scores)
            powers = [exp(score - top) for score in scores]
            total = sum(powers)
            for k, features in enumerate(choices):
                gradient = powers[k] / total - (k == right)
                if abs(gradient) > 1e-3:
                    learner.step(features, gradient)
        if number > 0:
            learner.remember()
    return learner.result()
