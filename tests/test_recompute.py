"""The score can be worked out from the JSON report alone, by a program that knows nothing of source_audit."""

import ast
import json
import re
import runpy
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from examples.recompute_score import completed, recompute
from source_audit import Options, audit_article
from source_audit.answer import Status
from source_audit.audit import Audit
from source_audit.check import Category, Lifecycle
from source_audit.checks import catalogue
from source_audit.finding import Evidence, Finding, Verdict
from source_audit.measured import Measured
from source_audit.resources import data
from source_audit.rubric import Rubric, rubric
from source_audit.span import Span
from source_audit.tuning import tuned

ROOT = Path(__file__).parents[1]
PROGRAM = ROOT / "examples" / "recompute_score.py"
EXAMPLES = sorted(path for path in (ROOT / "examples").iterdir() if path.suffix in {".html", ".txt"})
SCORES = {Status.PASS: 1.0, Status.PARTIAL: 0.5, Status.FAIL: 0.0}
BLANK = audit_article(ROOT / "examples" / "school-roof.html")
RULES = data("rubric")["checks"]


def same(audit: Audit) -> None:
    report = json.loads(audit.to_json())
    found = recompute(report)
    assert found == {name: report["score"][name] for name in found}
    assert recompute(completed(audit.to_short_dict())) == found


def test_the_program_imports_nothing_of_ours() -> None:
    tree = ast.parse(PROGRAM.read_text(encoding="utf-8"))
    names = [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    names += [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    assert not [name for name in names if "source_audit" in (name or "")]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
@pytest.mark.parametrize("genre", [None, "news-report", "interview"])
@pytest.mark.parametrize("weights", [{}, {"links": 40, "embeds": 0, "anonymity": 2.5}], ids=["shipped", "changed"])
def test_the_examples(path: Path, genre: str | None, weights: Mapping[str, float]) -> None:
    same(audit_article(path, options=Options(genre=genre, categories=weights)))


ANSWER = st.tuples(
    st.sampled_from([*SCORES, *SCORES, Status.NEEDS_REVIEW, Status.NOT_APPLICABLE, Status.INFORMATIONAL, Status.ERROR]),
    st.sampled_from([None, 1, 2]),  # cases that were examined
    st.sampled_from([0, 5, 9]),  # where the words of the finding stand
    st.sampled_from([Lifecycle.STABLE, Lifecycle.STABLE, Lifecycle.STABLE, Lifecycle.EXPERIMENTAL]),
)
NAMES = [check.id for check in catalogue() if RULES[check.id]["weight"]]
GIVEN = st.fixed_dictionaries({}, optional=dict.fromkeys(NAMES, ANSWER))
WEIGHTS = st.dictionaries(st.sampled_from([c.value for c in Category]), st.sampled_from([0, 1, 2.5, 33.3]), max_size=3)
OWN = st.dictionaries(st.sampled_from(NAMES), st.sampled_from([0, 0.1, 3, 7.25]), max_size=3)


def drawn(rules: Rubric, answers: Mapping[str, tuple[Status, int | None, int, Lifecycle]]) -> Audit:
    """An audit with these answers, settled and graded as an article's are."""
    by_id = {check.id: check for check in catalogue()}
    made = {
        name: evolve(
            rules.unasked(by_id[name], status, ""),
            score=SCORES.get(status),
            examined=examined,
            lifecycle=lifecycle,
            findings=(Finding(message="", evidence=(Evidence(span=Span(at, at + 4)),), verdict=Verdict.BREAKS),),
        )
        for name, (status, examined, at, lifecycle) in answers.items()
    }
    settled = rules.settle(made, BLANK.document, 9)
    return evolve(
        BLANK,
        answers=settled,
        categories=rules.categories(settled),
        score=rules.grade(settled),
        rubric=rules.used(settled, "news-report"),
    )


FIGURES = st.dictionaries(
    st.sampled_from(NAMES), st.tuples(st.integers(0, 30), st.sampled_from([0, 9])).map(lambda each: figures(*each))
)


def figures(right: int, wrong: int) -> Measured:
    return Measured(right=right, n=max(right + wrong, 1), cases=50, date="2026-11-26")


@settings(max_examples=300)
@given(GIVEN, WEIGHTS, OWN, FIGURES)
def test_any_answers_weights_and_figures(
    answers: Any, weights: dict[str, float], own: dict[str, float], told: dict[str, Measured]
) -> None:
    options = Options(categories=weights, checks={name: {"weight": weight} for name, weight in own.items()})
    same(drawn(tuned(evolve(rubric(), figures=told.get), catalogue(), options), answers))


@pytest.mark.parametrize("name", ["report.json", "card.html"])
def test_it_runs_as_a_program(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    BLANK.save(tmp_path / name)
    monkeypatch.setattr("sys.argv", ["recompute_score.py", str(tmp_path / name)])
    runpy.run_path(str(PROGRAM), run_name="__main__")
    printed = json.loads(capsys.readouterr().out)
    assert (printed["value"], printed["bands"]) == (BLANK.score.value, list(BLANK.score.bands))


def test_the_calculation_by_hand_in_the_docs_is_right() -> None:
    page = (ROOT / "docs" / "explanation" / "score.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([a-z-]+) \| [a-z]+ \| ([a-z-]+) \| [\d.]+ \| [\d. ]*\|$", page, re.MULTILINE)
    answers = {name: (Status(status), 4, at, Lifecycle.STABLE) for at, (name, status) in enumerate(rows)}
    (told,) = re.findall(r"`([a-z-]+)`, (\d+) of (\d+) flags were right", page)
    given_figures = {told[0]: figures(int(told[1]), int(told[2]) - int(told[1]))}
    audit = drawn(evolve(rubric(), figures=given_figures.get), answers)
    same(audit)
    score = audit.score
    assert re.findall(r"\*\*(0\.\d\d)\*\*", page) == [
        f"{number:.2f}" for number in (score.value, score.low, score.high, score.coverage)
    ]
    assert score.bands == ("thin", "mostly-clear")
