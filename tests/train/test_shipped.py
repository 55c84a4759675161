"""The shipped model holds small numbers over words of the language and abstract classes, nothing of anybody."""

import json
from collections.abc import Iterator
from importlib.resources import files

import pytest

from source_audit.extract.cues import verbs
from source_audit.extract.model import loads, model
from source_audit.extract.reasons import TEMPLATES, names
from source_audit.extract.scale import Value
from source_audit.resources import data, rows
from tests.train.features import text_of
from tests.train.words import HELD, TWINS, common, held, listed, may_weigh

FILE = files("source_audit") / "data" / "attribution_model.json"
NEVER = """
trump clinton obama sanders cruz rubio kasich bush pence kaine biden romney mccain putin comey ryan donald hillary bernie ted
marco jeb barack cnn fox msnbc nbc abc cbs reuters politico breitbart huffpost huffington twitter facebook
gop republican republicans democrat democrats democratic conservative conservatives liberal liberals progressive progressives
tory labour dnc rnc fbi cia nra isis muslim muslims christian christians jewish jews latino latinos hispanic hispanics mexican
mexicans mexico immigrant immigrants black blacks white whites gay russia russian china iran israel america american americans
""".split()  # noqa: SIM905


KINDS = frozenset(row["class"] for row in rows("reporting_verbs"))
ABSTRACT = frozenset(
    """True False START END FINAL QUOTE Cap number day word quote paragraph inside other left right both linked owner previous rule
    subject nobody after before shared passive noun participle infinitive bare sure likely maybe no none clear fair
    slim having being modal negated plain plural name role loose pronoun more according-to as-clause colon noun-cue signature
    transcript colon-lead-in cue+ cue++ cue+++""".split()  # noqa: SIM905
)
"""The names of classes that the features speak of, besides grammatical classes, classes of verbs, marks and sizes."""


def words() -> Iterator[tuple[str, str, str]]:
    for decision, named in model().tables.items():
        for name in HELD.get(decision, ()):
            for value in named[name]:
                yield decision, name, held(name, value)


def test_the_file_is_small() -> None:
    assert len(FILE.read_bytes()) < 1_000_000


def test_the_features_of_the_file_are_those_of_the_code() -> None:
    assert {decision: tuple(named) for decision, named in model().tables.items()} == TEMPLATES


def test_the_file_is_what_the_trainer_writes_of_it() -> None:
    text = FILE.read_text(encoding="utf-8")
    assert text_of(loads(text)) == text


def test_only_words_of_the_language_and_of_our_lists_have_a_weight() -> None:
    assert {
        word for *_, word in words() if not (word in listed() | common() | set(model().priors) or not word.isalnum())
    } == set()
    assert all(
        may_weigh(decision, name, value)
        for decision, named in model().tables.items()
        for name, table in named.items()
        for value in table
    )


def test_no_name_side_or_outlet_has_a_weight() -> None:
    held_words = {word for *_, word in words()}
    assert held_words & set(NEVER) == set()
    assert set(model().priors) & set(NEVER) == set()
    listed_names = data("names")
    first_names = {word for sex in ("female", "male") for word in listed_names[sex]}
    ordinary = set(verbs()) | listed() | common()  # "mark", "grant" and "hope" are verbs, too
    assert (held_words | set(model().priors)) & (first_names | set(data("roles")["outlets"])) - ordinary == set()


def test_common_words_are_neither_names_nor_sides() -> None:
    names_ = data("names")
    assert common() & set(NEVER) == set()
    assert common() & {word for kind in ("female", "male", "sides", "not_people") for word in names_[kind]} <= set()


def test_all_other_values_are_classes_sizes_and_marks_so_that_none_holds_two_words() -> None:
    classes = {
        part
        for decision, named in model().tables.items()
        for name, table in named.items()
        for value in table
        for part in classes_of(decision, name, value)
    }
    table = data("words")
    grammar = set(table["tags"]) | {
        word for name in ("pronouns", "relatives", "loose_subjects") for word in table[name]
    }
    kinds = {row["class"] for row in rows("reporting_verbs")}
    possessives = set(table["tags"]["possessive"])
    unknown = classes - ABSTRACT - grammar - kinds - possessives
    assert {each for each in unknown if len(each) > 2 and each[0].isalpha() and not each[-1].isdigit()} == set()


def classes_of(decision: str, name: str, value: Value) -> set[str]:
    parts = {str(part) for part in (value if isinstance(value, tuple) else (value,))}
    return parts - {held(name, value)} if name in HELD.get(decision, ()) else parts


def test_words_that_differ_in_gender_only_weigh_the_same() -> None:
    for named in model().tables.values():
        for table in named.values():
            for value, weight in table.items():
                if isinstance(value, str) and value in TWINS:
                    assert table[TWINS[value]] == weight


@pytest.mark.parametrize("decision", TEMPLATES)
def test_every_feature_that_is_shown_has_a_plain_name(decision: str) -> None:
    hidden = {name for name, plain in zip(TEMPLATES[decision], names(decision), strict=True) if not plain}
    assert all(name == "bias" or "own" in name.split(",") for name in hidden)


def test_the_file_holds_nothing_else() -> None:
    raw = json.loads(FILE.read_text(encoding="utf-8"))
    assert set(raw) == {"priors", "weights"}


@pytest.mark.parametrize("decision", ["accept", "right", "left", "both", "rule"])
def test_a_reason_is_named_after_all_that_its_value_says(decision: str) -> None:
    pairs = {"two before"}
    for name, values in model().tables[decision].items():
        said = {len(value) if isinstance(value, tuple) else 1 for value in values}
        assert said <= {2 if name in pairs else len(name.split(","))}, name
