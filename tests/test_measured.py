"""The figures of the blind half stand in each report, make the confidence of a check, and widen the range."""

import json
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

import pytest
from attrs import evolve

from source_audit import Audit, Options, audit_article, render_report
from source_audit.answer import Status
from source_audit.checks import catalogue
from source_audit.handbook import check_page, weight
from source_audit.measured import Measured, confidence, earned, measured, wilson
from source_audit.resources import data
from source_audit.rubric import Rubric, rubric
from tests.test_grading import PLAIN, answers

PAGE = Path(__file__).parents[1] / "examples" / "school-roof.html"
CHECK = next(check for check in catalogue() if check.id == "agentless-attribution")


def figures(right: int, n: int) -> Measured:
    return Measured(right=right, n=n, cases=50, date="2026-11-26")


@pytest.mark.parametrize(("right", "n", "bound"), [(0, 0, 0.0), (30, 30, 0.886), (27, 30, 0.744), (36, 40, 0.769)])
def test_the_lower_bound_is_wilsons(right: int, n: int, bound: float) -> None:
    assert wilson(right, n) == pytest.approx(bound, abs=0.001)


@pytest.mark.parametrize(
    ("right", "n", "word"),
    [(38, 40, "high"), (37, 39, "medium"), (34, 40, "medium"), (33, 40, "low"), (29, 29, None), (30, 30, "high")],
)
def test_the_confidence_follows_the_precision_of_thirty_flags(right: int, n: int, word: str | None) -> None:
    rules = evolve(rubric(), figures=lambda _: figures(right, n))
    assert rules.unasked(CHECK, answers(few_sources="1")["few-sources"].status, "").confidence == word


def test_the_report_holds_the_shipped_figures_of_each_check() -> None:
    report = json.loads(audit_article(PAGE).to_json())
    for name, row in data("measured")["checks"].items():
        given = report["audits"][name]["measured"]
        assert (given["right"], given["n"], given["cases"]) == (row["right"], row["flags"], row["cases"])
        assert given["precision"] == pytest.approx(row["right"] / row["flags"], abs=0.0001)
        assert given["recall"] == (pytest.approx(row["right"] / row["cases"], abs=0.0001) if row["cases"] else None)
        assert given["lower"] <= given["precision"]
        assert given["date"] == data("measured")["set"]["date"]
    assert report["audits"]["release-overlap"]["measured"] is None


def test_a_check_without_labelled_cases_has_no_recall() -> None:
    assert Measured(right=0, n=2, cases=0, date="2026-11-26").recall is None


def test_a_restored_report_speaks_by_its_own_figures() -> None:
    report = json.loads(audit_article(PAGE).to_json())
    for answer in report["audits"].values():
        answer["measured"] = {**(answer["measured"] or {}), "right": 311, "n": 322, "cases": 333, "date": "2031-01-01"}
    restored = Audit.from_json(json.dumps(report))
    assert restored.answers["few-sources"].measured == Measured(right=311, n=322, cases=333, date="2031-01-01")
    assert "311 of 322 such findings were right in a test" in render_report(restored, "markdown")


def test_a_report_older_than_the_figures_has_none() -> None:
    report = json.loads(audit_article(PAGE).to_json())
    for answer in report["audits"].values():
        del answer["measured"]
    assert Audit.from_json(json.dumps(report)).answers["few-sources"].measured is None


def test_the_range_is_as_wide_as_the_precision_says() -> None:
    """Placement of the 5 points of agentless-attribution: attribution is 12.5 / 20 at p = 1.

    With p = 36/40 the failing check may hold .1 at the high end: (25 x 13/20 + 25 x 13.75/17.5 + 5) / 55 = .7435.
    """
    given = answers(**PLAIN)
    sure = evolve(given["agentless-attribution"], confidence="medium", measured=figures(36, 40))
    score = rubric().grade({**given, "agentless-attribution": sure})
    assert (score.value, score.low, score.high) == (0.73, 0.73, 0.74)


def test_a_pass_may_be_wrong_too() -> None:
    """Corroboration at the low end: (3.75 + 10 x .9) / 17.5, so (15.625 + 18.214 + 5) / 55 = .7062."""
    given = answers(**PLAIN)
    sure = evolve(given["single-source-story"], confidence="medium", measured=figures(36, 40))
    score = rubric().grade({**given, "single-source-story": sure})
    assert (score.value, score.low, score.high) == (0.73, 0.71, 0.73)


def test_few_flags_widen_nothing() -> None:
    given = answers(**PLAIN)
    few = evolve(given["single-source-story"], measured=figures(9, 10))
    assert few.precision is None
    assert rubric().grade({**given, "single-source-story": few}) == rubric().grade(given)


def test_the_cap_holds_at_both_ends() -> None:
    letters = {**dict.fromkeys(PLAIN, "1"), "unidentified_speakers": "0", "byline_and_date": "5"}
    given = answers(**letters)
    doubtful = evolve(given["byline-and-date"], confidence="medium", measured=figures(27, 30))
    score = rubric().grade({**given, "byline-and-date": doubtful})
    assert (score.high, score.cap) == (0.69, "unidentified-speakers")


def test_the_shipped_precision_is_exact() -> None:
    row = data("measured")["checks"]["agentless-attribution"]
    found = measured("agentless-attribution")
    assert found is not None
    assert found.precision == Fraction(row["right"], row["flags"])


def audited(monkeypatch: pytest.MonkeyPatch, told: Mapping[str, Measured], **options: str) -> Audit:
    """The audit of the example page as if these figures had been measured."""
    monkeypatch.setattr("source_audit.api.rubric", lambda: evolve(rubric(), figures=told.get, count_untested=True))
    return audit_article(PAGE, options=Options(**options))  # type: ignore[arg-type]


DOUBTED = {"anonymity-reason": figures(20, 40)}


def test_what_a_check_of_low_confidence_finds_is_left_to_the_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    before, after = audited(monkeypatch, {}), audited(monkeypatch, DOUBTED)
    found, left = before.answers["anonymity-reason"], after.answers["anonymity-reason"]
    assert found.status in (Status.PARTIAL, Status.FAIL)
    assert (left.status, left.score, left.found, left.confidence) == ("needs-review", None, found.status, "low")
    assert left.findings == found.findings
    assert after.score.low is not None
    assert before.score.value is not None
    assert after.score.low <= before.score.value
    assert after.score.coverage < before.score.coverage


def test_the_reader_is_asked_and_told_how_often_such_findings_were_right(monkeypatch: pytest.MonkeyPatch) -> None:
    card = render_report(audited(monkeypatch, DOUBTED), "markdown")
    assert "Does the text say why this source is not named?" in card
    assert "is not in the text. 20 of 40 such findings were right in a test." in card


@pytest.mark.parametrize("told", [figures(36, 40), figures(5, 10)], ids=["medium", "few flags"])
def test_other_figures_leave_a_status_as_it_is(monkeypatch: pytest.MonkeyPatch, told: Measured) -> None:
    after = audited(monkeypatch, {"anonymity-reason": told}).answers["anonymity-reason"]
    assert after == evolve(
        audited(monkeypatch, {}).answers["anonymity-reason"], measured=told, confidence=after.confidence
    )


def test_what_passes_or_weighs_nothing_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    told = {check.id: figures(20, 40) for check in catalogue()}
    plain, doubted = (audited(monkeypatch, given, genre="opinion").answers for given in ({}, told))
    assert {name: answer.status for name, answer in plain.items()} == {n: a.status for n, a in doubted.items()}
    plain, doubted = (audited(monkeypatch, given).answers for given in ({}, told))
    changed = {name for name, answer in doubted.items() if answer.status is not plain[name].status}
    assert changed == {n for n, a in plain.items() if a.may_weigh and a.status in (Status.PARTIAL, Status.FAIL)}


def test_an_answer_that_is_left_open_counts_as_judged_for_the_least_number_of_checks() -> None:
    given = answers(**PLAIN)
    open_ = evolve(given["few-sources"], status=Status.NEEDS_REVIEW, score=None, found=Status.PARTIAL)
    assert rubric().grade({**given, "few-sources": open_}).value is not None
    asked = evolve(open_, found=None)
    assert rubric().grade({**given, "few-sources": asked}).reason == "Checks that could be judged: 5; a number needs 6."


def test_the_range_says_which_checks_widen_it(monkeypatch: pytest.MonkeyPatch) -> None:
    told = {"agentless-attribution": figures(36, 40)}
    wide, plain = (render_report(audited(monkeypatch, given), "html") for given in (told, {}))
    assert "(36 of 40)" in wide
    assert "it makes the range no wider" in plain


def test_the_page_of_a_check_of_low_confidence_says_that_it_asks() -> None:
    told = "Its flags were right too seldom in the test, so partial and fail become a question to the reader."
    limits = rubric().table["score"]
    low = {c.id for c in catalogue() if weight(c) and confidence(measured(c.id), limits) == "low"}
    assert {check.id for check in catalogue() if told in check_page(check)} == low


def sure_of(*names: str) -> Rubric:
    """The shipped rubric where only these checks have shown that they are right."""
    return evolve(rubric(), figures=lambda name: figures(29, 30) if name in names else figures(26, 30))


@pytest.mark.parametrize(
    ("right", "n", "able"),
    [(29, 29, False), (30, 30, True), (28, 30, True), (27, 30, False), (45, 50, True), (44, 50, False)],
)
def test_a_weight_is_earned_by_thirty_flags_of_which_nine_in_ten_are_right(right: int, n: int, able: bool) -> None:
    assert earned(figures(right, n), data("rubric")["score"]) is able


def test_only_checks_weigh_that_have_earned_it_unless_a_caller_counts_the_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("source_audit.api.rubric", lambda: sure_of("agentless-attribution", "anonymity-reason"))
    audit, every = audit_article(PAGE), audit_article(PAGE, options=Options(count_untested=True))
    assert {name for name, answer in audit.answers.items() if answer.weighs} == {
        "agentless-attribution",
        "anonymity-reason",
    }
    assert audit.score.value is None
    assert audit.answers["byline-and-date"].status == every.answers["byline-and-date"].status
    assert every.score.value is not None
    assert len([answer for answer in every.answers.values() if answer.weighs]) > 5
    assert "Checks count, too, of which no test has shown" in render_report(every)


def test_the_card_says_how_many_checks_have_earned_their_weight(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("source_audit.api.rubric", lambda: sure_of("agentless-attribution"))
    audit = audit_article(PAGE, options=Options(count_untested=True))
    counting = len([answer for answer in audit.answers.values() if answer.weighs])
    assert counting > 5
    assert f"Well tested: 1 of {counting} checks that count." in render_report(audit)


def test_the_card_says_that_every_check_that_counts_has_earned_its_weight(monkeypatch: pytest.MonkeyPatch) -> None:
    every = evolve(rubric(), figures=lambda _: figures(36, 40))
    monkeypatch.setattr("source_audit.api.rubric", lambda: every)
    assert "Well tested: every check that counts." in render_report(audit_article(PAGE))
