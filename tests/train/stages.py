"""The stages of training: each learns from what the earlier ones make of articles that they never saw."""

import sys
from collections.abc import Callable, Sequence
from typing import Any

from attrs import define, field

from source_audit.extract import bounding, neighbours, options
from source_audit.extract.model import UNIT, Model, use
from source_audit.extract.proposal import Proposal
from source_audit.extract.view import View
from tests.train.features import SEEN, Seen, flat, made
from tests.train.gold import Lesson, lessons
from tests.train.learn import Weights, logistic, ranking
from tests.train.priors import priors
from tests.train.teach import Lots, rightness, source_lesson, taught

FOLDS = 4


@define
class Pupil:
    """A sentence in training: how the extraction sees it, and what a model proposed that never saw its article."""

    lesson: Lesson
    view: View
    fold: int
    lots: Lots = field(factory=dict)
    found: list[Proposal] = field(factory=list)
    weighed: bool = False


def train(records: Sequence[dict[str, Any]]) -> Model:
    """Return the model that the articles teach."""
    material = [lesson for record in records for lesson in lessons(record)]
    say(f"{len(records)} articles, {len(material)} sentences")
    return learned(material)


def learned(material: Sequence[Lesson]) -> Model:
    """Return the model: first where content begins and ends, then what is kept, then who speaks."""
    table = priors(material)
    use(made(table, {}))
    pupils = _pupils(material)
    weights = _bounds(pupils)
    _each_fold(pupils, lambda rest: made(table, _bounds(rest)), _propose)
    weights |= _accept(pupils)
    say(f"{sum(len(pupil.found) for pupil in pupils)} options")
    _each_fold(pupils, lambda rest: made(table, _accept(rest)), _weigh)
    weights |= _again(pupils)
    weights |= ranking([each for p in pupils for each in source_lesson(p.lesson, p.view, p.found)])
    model = made(table, weights)
    say(f"{sum(len(values) for named in model.tables.values() for values in named.values())} weights")
    return model


def _pupils(material: Sequence[Lesson]) -> list[Pupil]:
    numbers = {name: i for i, name in enumerate(dict.fromkeys(lesson.article for lesson in material))}
    found = []
    for each in material:
        view = View.of(each.line, headline=each.headline, opens=each.opens)
        found.append(Pupil(each, view, numbers[each.article] % FOLDS, taught(each, view)))
    return found


def _each_fold(
    pupils: Sequence[Pupil], teach: Callable[[Sequence[Pupil]], Model], work: Callable[[Pupil, Model], None]
) -> None:
    """Do some work on the sentences of each fold with the model that the other folds teach."""
    for fold in range(FOLDS):
        model = teach([pupil for pupil in pupils if pupil.fold != fold])
        use(model)
        for pupil in pupils:
            if pupil.fold == fold:
                work(pupil, model)


def _propose(pupil: Pupil, model: Model) -> None:
    pupil.found = [option for option in options.options(pupil.view, every=True) if option.contents]


def _weigh(pupil: Pupil, model: Model) -> None:
    for option in pupil.found:
        option.log_odds = sum(each / UNIT for each in options.first_look(pupil.view, option, model.weights))
    neighbours.second_look(pupil.found)
    pupil.weighed = True


def _bounds(pupils: Sequence[Pupil]) -> Weights:
    weights: Weights = {}
    for decision in bounding.TEMPLATES:
        weights |= ranking([each for pupil in pupils for each in pupil.lots[decision]])
    return weights


def _accept(pupils: Sequence[Pupil]) -> Weights:
    return logistic([(flat(_seen(p, o)), rightness(p.lesson, o)) for p in pupils for o in p.found])


def _seen(pupil: Pupil, option: Proposal) -> list[Seen]:
    """Return what is seen of an option; once its fold was weighed again, what stands beside it is seen as well."""
    if pupil.weighed:
        return options.features(pupil.view, option, SEEN)
    general, own = options.first_look(pupil.view, option, SEEN)
    return general + own


def _again(pupils: Sequence[Pupil]) -> Weights:
    """Return the weights of the second look, which start from what the first one said."""
    examples = [(flat(neighbours.weigh_beside(o, SEEN)), rightness(p.lesson, o)) for p in pupils for o in p.found]
    return logistic(examples, offsets=[option.log_odds for pupil in pupils for option in pupil.found])


def say(text: str) -> None:
    """Tell on the error stream how far training is."""
    print(text, file=sys.stderr, flush=True)
