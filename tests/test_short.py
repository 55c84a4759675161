"""What a card holds of its audit, and the whole report that the program makes of it again."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from attrs import evolve

from source_audit import Audit, Options, ReportError, audit_article, render_report
from source_audit.measured import Measured
from tests.cards import as_a_card_holds_it, data_of

ROOT = Path(__file__).parents[1]
SCHEMA = json.loads((ROOT / "docs" / "reference" / "report.schema.json").read_text(encoding="utf-8"))
EXAMPLES = sorted(path for path in (ROOT / "examples").iterdir() if path.suffix in {".html", ".txt"})
ROOF = audit_article(ROOT / "examples" / "school-roof.html")


def held(audit: Audit) -> Any:
    return json.loads(data_of(render_report(audit)))


def lenient(schema: Any) -> Any:
    """The schema of the report with nothing required."""
    if isinstance(schema, list):
        return [lenient(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    return {key: lenient(value) for key, value in schema.items() if key not in ("required", "allOf")}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_a_card_has_the_keys_and_kinds_of_the_json_report_and_no_others(path: Path) -> None:
    schema = lenient(deepcopy(SCHEMA))
    schema["properties"]["schema"] = {"const": "source-audit-short/1"}
    found = held(audit_article(path))
    assert [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(found)] == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_the_whole_report_comes_back_out_of_a_card(path: Path) -> None:
    audit = audit_article(path)
    found = Audit.from_json(data_of(render_report(audit))).to_dict()
    jsonschema.Draft202012Validator(SCHEMA).validate(found)
    assert found == as_a_card_holds_it(audit).to_dict()


def test_a_card_made_of_a_card_is_the_same() -> None:
    card = render_report(ROOF)
    assert render_report(Audit.from_json(data_of(card))) == card


def test_texts_and_figures_that_are_not_those_of_the_program_stay_in_the_card() -> None:
    answer = ROOF.answers["anonymity-reason"]
    other = evolve(
        answer, title="Who stays unnamed has a reason.", measured=Measured(right=2, n=3, cases=4, date="2026")
    )
    bare = evolve(ROOF.answers["few-sources"], measured=None)
    audit = evolve(
        ROOF, answers={**ROOF.answers, answer.id: other, bare.id: bare, "well-depth": evolve(answer, id="well-depth")}
    )
    found = held(audit)["audits"]
    assert found[answer.id]["title"] == other.title
    assert found[answer.id]["measured"]["right"] == 2
    assert found["well-depth"]["title"] == answer.title
    assert "title" not in found["few-sources"]
    assert Audit.from_json(data_of(render_report(audit))) == as_a_card_holds_it(audit)


def test_changed_weights_come_back_too() -> None:
    audit = audit_article(
        ROOT / "examples" / "night-bus.html",
        options=Options(categories={"links": 40}, checks={"few-sources": {"weight": 3}}, off={"link-mix"}),
    )
    assert Audit.from_json(data_of(render_report(audit))) == as_a_card_holds_it(audit)


def test_the_card_of_another_version_is_not_filled_with_texts_of_this_one() -> None:
    data = json.dumps(
        held(ROOF) | {"tool": {"name": "source_audit", "version": "0.0.7", "lexicons": {}, "plugins": []}}
    )
    with pytest.raises(ReportError, match=r"source_audit 0\.0\.7"):
        Audit.from_json(data)


def test_a_card_of_an_older_report_holds_every_text() -> None:
    old = evolve(ROOF, version="0.0.7")
    assert Audit.from_json(data_of(render_report(old))) == as_a_card_holds_it(old)


def test_words_addresses_and_statements_stand_once_in_the_data_of_a_card() -> None:
    links, sources = held(ROOF)["links"], held(ROOF)["sources"]
    assert links
    assert not [row for row in links if {"text", "target"} & row.keys()]
    assert sources
    assert not [row for row in sources if "attribution_ids" in row]


def test_a_link_that_leads_elsewhere_or_is_worded_otherwise_comes_back_as_it_is() -> None:
    first, *rest = ROOF.document.links
    moved = evolve(first, target="https://archive.example/page", via="archive", text="an older wording")
    audit = evolve(ROOF, document=evolve(ROOF.document, links=(moved, *rest)))
    assert Audit.from_json(data_of(render_report(audit))).links[0] == moved


def test_a_check_that_counts_brings_its_figures_and_one_on_trial_does_not() -> None:
    rows = held(ROOF)["audits"]
    counting = [answer for answer in ROOF.answers.values() if answer.weighs and answer.confidence]
    trial = [answer for answer in ROOF.answers.values() if answer.measured and not answer.may_weigh]
    assert counting
    assert all(rows[answer.id]["measured"]["right"] == answer.measured.right for answer in counting if answer.measured)
    assert trial
    assert not [answer.id for answer in trial if "measured" in rows[answer.id]]


@pytest.mark.parametrize("sign", ["\x07", "\x1b", "\x7f", "\x9b", "\u202e", "\u200b"])
def test_a_sign_that_no_page_may_hold_is_found_by_the_data_of_the_card(sign: str) -> None:
    text = ROOF.document.text
    audit = evolve(ROOF, document=evolve(ROOF.document, text=sign + text[1:]))
    card = render_report(audit)
    assert sign not in card
    assert Audit.from_json(data_of(card)).document.text == audit.document.text


@pytest.mark.parametrize("lost", ["audits", "article", "tool"])
def test_data_with_a_part_lost_are_no_report(lost: str) -> None:
    data = held(ROOF)
    del data[lost]
    with pytest.raises(ReportError):
        Audit.from_json(json.dumps(data))


@pytest.mark.parametrize("name", ["council-brief.txt", "night-bus.html", "trams-opinion.html", "two-statements.txt"])
def test_the_card_of_an_example_weighs_less_than_90_kilobytes(name: str) -> None:
    assert len(render_report(audit_article(ROOT / "examples" / name)).encode()) < 90_000
