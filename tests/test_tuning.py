"""Weights, limits and words that a caller changes: for one audit, and never unsaid."""

import json
import re
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from source_audit import Audit, Options, audit_article, audit_many, render_report
from source_audit.errors import OptionsError
from source_audit.lexicon import adding, shipped
from source_audit.resources import data

ROOT = Path(__file__).parents[1]
ROOF = ROOT / "examples" / "school-roof.html"
SAID = (
    "“The well is dry,” Mayor Ana Ruiz said.\n\n" * 3
    + "It was dry. " * 60
    + "\n\nThe word is that the pump was sold.\n"
)
OPEN = [(file, key) for file, lists in data("lexicons").items() for key in lists]


def audited(markup: str | Path = ROOF, **options: Any) -> Audit:
    return audit_article(markup, options=Options(**options))


def test_a_weight_changes_what_a_check_counts_for() -> None:
    """Transparency holds two checks: without weight they say nothing about the number."""
    audit = audited(checks={"byline-and-date": {"weight": 0}, "genre-and-method": {"weight": 0}})
    assert audit.categories["transparency"].score is None  # type: ignore[index]
    assert audit.answers["byline-and-date"].weight == 0
    assert not audit.answers["byline-and-date"].may_weigh


def test_a_category_without_weight_stays_out_of_the_number() -> None:
    audit = audited(categories={name: 0 for name in data("rubric")["categories"] if name != "transparency"})
    assert audit.categories["transparency"].score == audit.score.value  # type: ignore[index]


@pytest.mark.parametrize(
    ("limits", "status"),
    [
        ({}, "pass"),  # two named sources
        ({"pass": 2}, "pass"),
        ({"pass": 3}, "partial"),
        ({"pass": 30}, "partial"),
        ({"pass": 30, "partial": 3}, "fail"),
        ({"partial": 3}, "fail"),
        ({"pass": 1}, "pass"),
    ],
)
def test_a_limit_of_ones_own_holds_for_every_length(limits: Mapping[str, int], status: str) -> None:
    answer = audited(checks={"few-sources": limits} if limits else {}).answers["few-sources"]
    if limits:
        assert answer.status == status
        assert (
            f"Limit for this card: {max(limits.get('pass', 0), limits.get('partial', 0))} or more." in answer.reason
            or ("pass" not in limits)
        )
    else:
        assert "Usual for this length" in answer.reason


def test_limits_of_shares_move_the_other_way() -> None:
    status = {
        limit: audited(SAID * 2, checks={"single-source-story": {"pass": limit}}).answers["single-source-story"].status
        for limit in (0.2, 1)
    }
    assert status[1] == "pass"
    assert status[0.2] != "pass"


def test_words_that_are_added_are_found_and_only_then() -> None:
    options = {"lexicons": {"vague": {"phrases": ["The  word is"]}}}
    found = audited(SAID, **options).answers["vague-collective-sources"].findings
    assert [finding.span.of(SAID) for finding in found] == ["The word is"]
    assert audited(SAID).answers["vague-collective-sources"].findings == ()


@pytest.mark.parametrize(("file", "key"), OPEN, ids=str)
def test_every_open_list_takes_words_and_is_looked_up(file: str, key: str) -> None:
    assert isinstance(data(file)[key], list)
    with adding({(file, key): ("zither night",)}):
        assert shipped(file, key).first("On Zither night") is not None
    assert shipped(file, key).first("On Zither night") is None
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "source_audit").rglob("*.py")]
    call = rf'(?:lexicon|shipped)\("{file}", "{key}"\)' + (rf'|_words\("{key}"\)' if file == "anonymity" else "")
    assert any(re.search(call, source) for source in sources), "nothing looks this list up"


def test_audits_with_different_options_do_not_touch_each_other() -> None:
    plain, own = (
        Options(),
        Options(lexicons={"vague": {"phrases": ["the word is"]}}, checks={"few-sources": {"pass": 9}}),
    )
    before = audit_article(SAID, options=plain)
    with ThreadPoolExecutor(4) as pool:
        audits = list(pool.map(lambda place: audit_article(SAID, options=(plain, own)[place % 2]), range(24)))
    assert all(audit == before for audit in audits[::2])
    assert all(audit == audits[1] for audit in audits[1::2])
    assert audits[1] != before
    assert audit_article(SAID, options=plain) == before


def test_workers_take_the_same_options() -> None:
    options = Options(lexicons={"vague": {"phrases": ["the word is"]}}, categories={"links": 3})
    (row,) = audit_many([("well", SAID)], workers=2, options=options)
    assert row.audit == audit_article(SAID, options=options)


def test_what_was_changed_stands_in_the_report_and_comes_back() -> None:
    audit = audited(
        checks={"few-sources": {"weight": 5, "pass": 3}, "byline-and-date": {"weight": 2.5}},
        categories={"links": 20, "embeds": 10},
        lexicons={"vague": {"phrases": ["the word is"]}},
        off={"link-mix"},
    )
    report = json.loads(audit.to_json())
    assert report["rubric"]["changes"] == [
        {"what": "categories.links", "was": 10, "now": 20},
        {"what": "checks.few-sources.weight", "was": 7.5, "now": 5},
        {"what": "checks.few-sources.pass", "was": None, "now": 3},
        {"what": "lexicons.vague.phrases", "was": None, "now": ["the word is"]},
        {"what": "off", "was": [], "now": ["link-mix"]},
    ]
    assert Audit.from_json(audit.to_json()) == audit


@pytest.mark.parametrize("form", ["html", "markdown", "terminal"])
def test_every_card_says_what_was_changed(form: str) -> None:
    audit = audited(
        checks={"few-sources": {"weight": 5, "pass": 3}, "circular-embed": {"least_cases": 2}},
        lexicons={"vague": {"phrases": ["the word is", "talk is"]}},
        off={"link-mix"},
    )
    told = " ".join(render_report(audit, form).split())
    assert (
        "Weights or limits were changed for this card: few-sources weight 5, not 7.5; few-sources pass 3, not by length; "
        "circular-embed least cases 2, not none. Words were added to its lists: vague phrases (2). Checks that were not "
        "asked: link-mix. Compare it only with cards that were made the same way." in told
    )
    assert "were changed for this card" not in render_report(audited(), form)


def test_many_changes_are_counted() -> None:
    weights = {check: {"weight": 1} for check in data("rubric")["checks"] if data("rubric")["checks"][check]["weight"]}
    assert f"and {len(weights) - 6} more." in " ".join(render_report(audited(checks=weights), "terminal").split())


def test_the_copy_in_a_card_holds_only_the_rows_that_were_used() -> None:
    report = json.loads(audited(SAID).to_json())
    assert set(report["rubric"]["checks"]) == {
        name for name, answer in report["audits"].items() if answer["status"] != "not-applicable"
    }
    assert len(json.dumps(report["rubric"], separators=(",", ":"))) < 3000


def test_a_report_without_a_rubric_is_still_read() -> None:
    old = json.loads(audited().to_json())
    del old["rubric"], old["tool"]["plugins"]
    audit = Audit.from_json(json.dumps(old))
    assert audit.rubric == {}
    assert "What matters most" in render_report(audit, "html")
    assert json.loads(audit.to_json())["rubric"] is None


@pytest.mark.parametrize(
    "options",
    [
        {"checks": 3},
        {"lexicons": {"vague": {"phrases": "word"}}},
        {"lexicons": {"vague": {"phrases": ["x" * 201]}}},
        {"categories": {"truth": 1}},
        {"checks": {"few-sources": {"bands": []}}},
    ],
)
def test_programmers_are_told_as_well(options: Any) -> None:
    with pytest.raises(OptionsError):
        audited(SAID, **options)
