"""The ways in which news texts attribute; what is not read yet is a strict xfail (``phenomena/not_yet.toml``)."""

from typing import Any

import pytest

from tests.extract.phenomena.__main__ import collapsed
from tests.extract.phenomena.cases import Case, cases, found, not_yet, phenomena, wanted
from tests.extract.reading import told

ALL = list(cases())
REASONS = not_yet()


def _parameter(case: Case) -> Any:
    reason = REASONS.get(case.key) or REASONS.get(case.id)
    marks = pytest.mark.xfail(reason=reason, strict=True) if reason else ()
    return pytest.param(case, id=f"{case.phenomenon} {case.id}", marks=marks)


@pytest.mark.parametrize("case", [_parameter(case) for case in ALL])
def test_text_is_read_as_a_reader_would(case: Case) -> None:
    assert found(case.expected) == wanted(case.expected)


def test_every_phenomenon_has_at_least_three_texts() -> None:
    assert [row["number"] for row in phenomena()] == list(range(1, 55))
    assert [row["number"] for row in phenomena() if len(set(row["texts"])) < 3] == []


def test_the_table_of_failures_names_texts_that_there_are() -> None:
    assert set(REASONS) <= {case.key for case in ALL} | {case.id for case in ALL}


def test_a_text_that_fails_in_one_spelling_is_told_by_it() -> None:
    spelled = [case for case in ALL if case.key in ("3.1", "3.2")]
    failing = [case for case in spelled if case.key == "3.1" or case.style == "TeX"]
    assert set(collapsed(spelled, failing)) == {"3.1", "3.2 TeX"}


MARKS: list[Any] = [
    pytest.param("“", "”", id="curly"),
    pytest.param('"', '"', id="straight"),
    pytest.param("''", "''", id="doubled"),
    pytest.param("``", "''", id="TeX"),
    pytest.param("«", "»", id="guillemets"),
    pytest.param("„", "“", id="low and high"),
    pytest.param("‘", "’", id="British single"),
    pytest.param("“", '"', id="curly and straight"),
]


@pytest.mark.parametrize(("opening", "closing"), MARKS)
@pytest.mark.parametrize(
    "frame",
    ["{q} Ruiz said.", "Ruiz said: {q}", "Ruiz told reporters, {q}", "{q} said Ana Ruiz.", "According to Ruiz, {q}"],
)
def test_every_style_of_marks_is_read_alike(frame: str, opening: str, closing: str) -> None:
    quotation = f"{opening}We cannot open the pier,{closing}"
    kinds = {(kind, content) for kind, _, content in told(frame.format(q=quotation))}
    assert kinds == {("direct", quotation)}
