"""The rubric of one audit: the shipped one with the rows of plug-ins and with what the caller changes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from attrs import evolve

from source_audit.check import Check
from source_audit.errors import OptionsError, nearest
from source_audit.lexicon import Words
from source_audit.options import Options
from source_audit.resources import data
from source_audit.rows import mistakes, settable, weight_mistake
from source_audit.rubric import Change, Rubric

_LONGEST = 200


def tuned(rubric: Rubric, checks: Sequence[Check], options: Options) -> Rubric:
    """Return the rubric for these checks and options, with a list of what the options change.

    Raises OptionsError for what does not exist or cannot be.
    """
    own = {check.id: check.row for check in checks if check.row is not None}
    if not own and not (
        options.checks or options.categories or options.lexicons or options.off or options.count_untested
    ):
        return rubric
    rows = {**rubric.table["checks"], **own}
    ids = [check.id for check in checks]
    for name in (*sorted(options.off), *options.checks):
        _refuse_unknown("check", name, ids, "`source-audit checks` lists them")
    changed = {name: _changed_row(name, rows[name], wanted) for name, wanted in options.checks.items()}
    categories = _changed_categories(rubric.table["categories"], options.categories)
    table = {**rubric.table, "checks": {**rows, **changed}, "categories": categories}
    changes = tuple(_changes(rubric.table["categories"], rows, options))
    return evolve(rubric, table=table, changes=changes, count_untested=options.count_untested)


def added_words(options: Options) -> Words:
    """Return the words that the options add, by file and list; raises OptionsError for a list that is not open."""
    return {
        (file, key): tuple(_phrase(f"lexicons.{file}.{key}", word) for word in words)
        for file, lists in options.lexicons.items()
        for key, words in _known_lists(file, lists)
        if words
    }


def _refuse_unknown(kind: str, name: str, names: Iterable[str], hint: str) -> None:
    names = list(names)
    if name not in names:
        raise OptionsError(f"there is no {kind} {name!r}{nearest(name, names)}; {hint}")


def _changed_row(name: str, row: Mapping[str, Any], wanted: Mapping[str, Any]) -> Mapping[str, Any]:
    keys = settable(row)
    for key in wanted:
        if key not in keys:
            hint = f"{nearest(key, keys)}; it may be {', '.join(keys)}"
            raise OptionsError(f"checks.{name} has no {key!r} that could be changed{hint}")
    changed = {**row, **wanted}
    for mistake in mistakes(changed):
        raise OptionsError(f"checks.{name}: {mistake}")
    return changed


def _changed_categories(weights: Mapping[str, float], wanted: Mapping[str, Any]) -> dict[str, float]:
    for name, weight in wanted.items():
        _refuse_unknown("category", name, weights, f"the categories are {', '.join(weights)}")
        if expected := weight_mistake(weight):
            raise OptionsError(f"categories.{name} must be {expected}, not {weight!r}")
    changed = {**weights, **wanted}
    if not any(changed.values()):
        raise OptionsError("the categories all have the weight 0; one at least must have more")
    return changed


def _known_lists(file: str, lists: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, Sequence[str]]]:
    open_ = data("lexicons")
    _refuse_unknown("group of word lists", file, open_, f"the groups are {', '.join(open_)}")
    for key, words in lists.items():
        _refuse_unknown(f"word list in lexicons.{file}", key, open_[file], f"the lists are {', '.join(open_[file])}")
        yield key, words


def _phrase(place: str, word: object) -> str:
    """Return a word or phrase with single spaces."""
    phrase = " ".join(word.split()) if isinstance(word, str) else ""
    if not any(letter.isalpha() for letter in phrase) or len(phrase) > _LONGEST:
        raise OptionsError(f"{place} must be a list of words or phrases of up to {_LONGEST} signs; {word!r} is none")
    return phrase


def _changes(weights: Mapping[str, Any], rows: Mapping[str, Any], options: Options) -> Iterator[Change]:
    """Yield what differs from the rubric; a value that is set to what it was changes nothing."""
    for name, weight in options.categories.items():
        if weight != weights[name]:
            yield Change(what=f"categories.{name}", was=weights[name], now=weight)
    for name, wanted in options.checks.items():
        for key, value in wanted.items():
            if value != rows[name].get(key):
                yield Change(what=f"checks.{name}.{key}", was=rows[name].get(key), now=value)
    for (file, key), words in added_words(options).items():
        yield Change(what=f"lexicons.{file}.{key}", was=None, now=list(words))
    switches = {"count_untested": options.count_untested, "off": sorted(options.off)}
    yield from (Change(what=name, was=type(now)(), now=now) for name, now in switches.items() if now)
