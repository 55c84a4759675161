"""Learns the weights of the extraction from the training articles of the gold data: ``make train``."""

import json
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from attrs import define, field

from source_audit.extract import bounds, options, voices
from source_audit.extract.candidates import Candidate
from source_audit.extract.cues import verbs
from source_audit.extract.model import Model, Value, use, written
from source_audit.extract.proposal import Proposal, Vote
from source_audit.extract.shapes import tags
from source_audit.extract.view import View
from tests.train.gold import Lesson, Truth, lessons
from tests.train.learn import Weights, logistic, ranking

ACCEPT: dict[str, Any] = {"rounds": 5}
FOLDS = 4
TEMPLATES = bounds.TEMPLATES | options.TEMPLATES | voices.TEMPLATES


def priors(material: Sequence[Lesson]) -> dict[str, float]:
    """Return how often each word, outside content, is the main word of a cue."""
    seen: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    heads: Counter[str] = Counter()
    for lesson in material:
        content = frozenset().union(*(truth.content for truth in lesson.truths))
        cue = frozenset().union(*(truth.cue for truth in lesson.truths))
        for i, word in enumerate(lesson.line.low):
            if lesson.line.word(i) and (i in cue or i not in content):
                seen[word] += 1
                inside[word] += i in cue
    rate = {word: (inside[word] + 0.3) / (n + 2) for word, n in seen.items()}
    for lesson in material:
        for truth in lesson.truths:
            mains = [lesson.line.low[i] for i in truth.cue if lesson.line.word(i) and not _weak(lesson.line.low[i])]
            if mains:
                heads[max(mains, key=lambda word: rate.get(word, 0.0))] += 1
    known = {word for word, n in heads.items() if n >= 2 and n / seen[word] >= 0.05}
    listed = {form: verb.reliability for form, verb in verbs().items()}
    table = {}
    for word in (known | set(listed)) - set(tags()):
        start = listed.get(word, 0.2)
        table[word] = round((heads[word] + 3 * start) / (seen[word] + 3), 2)
    return {word: sure for word, sure in sorted(table.items()) if sure >= 0.2}


def _weak(word: str) -> bool:
    return word.endswith("ly") or word in tags()


def head_of(view: View, truth: Truth) -> Candidate | None:
    """Return the candidate that a gold cue means."""
    inside = [c for c in view.candidates if c.head in truth.cue]
    return max(inside, key=lambda c: (c.order != "noun" or c.prior, c.prior), default=None)


def taught(lesson: Lesson, view: View) -> dict[str, list[Any]]:
    """Return what one sentence teaches about where content begins and ends."""
    lots: dict[str, list[Any]] = defaultdict(list)
    for truth in lesson.truths:
        candidate = head_of(view, truth)
        if candidate is None:
            continue
        right = sorted(i for i in truth.content if i >= candidate.stop)
        left = sorted(i for i in truth.content if i < candidate.first)
        if right:
            places = bounds.begins(view, candidate)
            if right[0] in places:
                lots["begin"].append(
                    (
                        [flat("begin", each) for each in bounds.begin_features(view, candidate, places)],
                        places.index(right[0]),
                    )
                )
            places = bounds.ends(view, right[0])
            stop = right[-1] + 1
            while stop > right[0] + 1 and lesson.line.low[stop - 1] in bounds.CLOSERS:
                stop -= 1
            nearest = min(places, key=lambda p: abs(p - stop))
            if abs(nearest - stop) <= 2:
                lots["end"].append(
                    (
                        [flat("end", each) for each in bounds.end_features(view, candidate, right[0], places)],
                        places.index(nearest),
                    )
                )
        stop = bounds.left_stop(view, candidate)
        if left and stop > 0 and left[-1] < stop + 1:
            places = bounds.lefts(view, stop)
            nearest = min(places, key=lambda p: abs(p - left[0]))
            if abs(nearest - left[0]) <= 1:
                lots["first"].append(
                    (
                        [flat("first", each) for each in bounds.left_features(view, candidate, stop, places)],
                        places.index(nearest),
                    )
                )
    return lots


def right_one(lesson: Lesson, option: Proposal) -> bool:
    """Tell whether an option is a gold attribution: its content by half, and its cue."""
    tokens = {i for a, b in option.contents for i in range(a, b)}
    cue = {i for a, b in option.cue for i in range(a, b)}
    return any(
        (option.candidate is None or not truth.cue or truth.cue & cue) and lesson.iou(tokens, truth) >= 0.5
        for truth in lesson.truths
    )


def train(records: Sequence[dict[str, Any]]) -> Model:
    """Return the model that the articles teach."""
    material = [lesson for record in records for lesson in lessons(record)]
    say(f"{len(records)} articles, {len(material)} sentences")
    return learned(material)


@define
class Pupil:
    """A sentence in training: the lesson, how the extraction sees it, and what was proposed by a model that never saw it."""

    lesson: Lesson
    view: View
    fold: int
    found: list[Proposal] = field(factory=list)


def learned(material: Sequence[Lesson]) -> Model:
    """Return the model; each stage learns from what the earlier ones make of sentences that they never saw."""
    table = priors(material)
    use(made(table, {}))
    numbers = {name: i for i, name in enumerate(dict.fromkeys(lesson.article for lesson in material))}
    pupils = [
        Pupil(each, View.of(each.line, headline=each.headline, opens=each.opens), numbers[each.article] % FOLDS)
        for each in material
    ]
    placed = [taught(pupil.lesson, pupil.view) for pupil in pupils]
    final = _bounds(placed)
    for fold in range(FOLDS):
        use(made(table, _bounds([lots for lots, p in zip(placed, pupils, strict=True) if p.fold != fold])))
        for pupil in pupils:
            if pupil.fold == fold:
                pupil.found = [o for o in options.options(pupil.view) if o.contents]
                for option in pupil.found:
                    option.votes = [vote for vote in option.votes if vote[0] != "again"]
    final |= _accept(pupils)
    say(f"{sum(len(p.found) for p in pupils)} options")
    for fold in range(FOLDS):
        model = made(table, _accept([p for p in pupils if p.fold != fold]))
        use(model)
        for pupil in pupils:
            if pupil.fold == fold:
                for option in pupil.found:
                    option.log_odds = sum(model.score(*vote) for vote in option.votes)
                options.second_look(pupil.found)
    final |= logistic(
        [(flats(o.votes[-1:]), float(right_one(p.lesson, o))) for p in pupils for o in p.found],
        offsets=[sum_of_first(o) for p in pupils for o in p.found],
    )
    final |= ranking([each for p in pupils for each in source_lesson(p.lesson, p.view, p.found)])
    say(f"{len(final)} weights")
    return made(table, final)


def sum_of_first(option: Proposal) -> float:
    """Return the log-odds of an option before the second look, which added nothing yet."""
    return option.log_odds


def flat(decision: str, values: Sequence[Value]) -> list[str]:
    """Return the features of a decision as strings."""
    names = TEMPLATES[decision]
    return [f"{decision}|{name}|{_joined(value)}" for name, value in zip(names, values, strict=True)]


def _joined(value: Value) -> str:
    return "\t".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _parted(text: str) -> Value:
    parts = tuple({"True": True, "False": False}.get(part, part) for part in text.split("\t"))
    return parts if len(parts) > 1 else parts[0]


def flats(votes: Sequence[Vote]) -> list[str]:
    """Return the features of several decisions as strings."""
    return [feature for decision, values in votes for feature in flat(decision, values)]


def made(table: dict[str, float], weights: Weights) -> Model:
    """Return the model of these weights."""
    tables: dict[str, dict[str, dict[Value, int]]] = {d: {n: {} for n in names} for d, names in TEMPLATES.items()}
    for feature, weight in sorted(weights.items()):
        decision, name, value = feature.split("|", 2)
        if round(100 * weight):
            tables[decision][name][_parted(value)] = round(100 * weight)
    return Model(table, tables)


def _bounds(placed: Sequence[dict[str, list[Any]]]) -> Weights:
    weights: Weights = {}
    for decision in bounds.TEMPLATES:
        weights |= ranking([each for lots in placed for each in lots.get(decision, ())])
    return weights


def _accept(pupils: Sequence[Pupil]) -> Weights:
    return logistic([(flats(o.votes), float(right_one(p.lesson, o))) for p in pupils for o in p.found], **ACCEPT)


def source_lesson(lesson: Lesson, view: View, found: Sequence[Proposal]) -> list[Any]:
    """Return what one sentence teaches about who speaks."""
    lots = []
    previous = None
    for truth in sorted(lesson.truths, key=lambda t: min(t.cue, default=0)):
        fitting = [
            o
            for o in found
            if o.candidate is not None
            and o.candidate.head in truth.cue
            and lesson.iou({i for a, b in o.contents for i in range(a, b)}, truth) >= 0.5
        ]
        if not fitting:
            continue
        option = max(fitting, key=lambda o: o.log_odds)
        choices = voices.voices(view, option, previous)
        gains = [
            len(truth.source & set(range(*v.words))) / len(truth.source | set(range(*v.words))) if v.words else 0.0
            for v in choices
        ]
        if truth.source:
            right = max(range(len(gains)), key=gains.__getitem__)
            if gains[right] == 0:
                continue
        else:
            right = next(i for i, v in enumerate(choices) if v.relation == ("carried" if truth.elsewhere else "nobody"))
        previous = choices[right].words or previous
        lots.append(([flats(voices.voice_votes(view, option, v)) for v in choices], right))
    return lots


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def main() -> None:
    gold = Path(os.environ["SOURCE_AUDIT_GOLD"]) / "corpus" / "attribution" / "polnear_train.jsonl"
    records = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    if len(sys.argv) > 2:
        records = [r for i, r in enumerate(records) if i % 5 != 3]
    model = train(records)
    raw = {
        "priors": {word: round(100 * sure) for word, sure in model.priors.items()},
        "weights": {
            decision: {name: written(table) for name, table in named.items()}
            for decision, named in model.tables.items()
        },
    }
    Path(sys.argv[1]).write_text(json.dumps(raw, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
