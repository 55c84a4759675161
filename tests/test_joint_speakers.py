"""What a reader of a report sees where several say something together."""

import json
import re
from typing import Any

import pytest

from source_audit import Audit, audit_article, render_report
from source_audit.checks.few_sources import few_sources
from source_audit.checks.right_of_reply import right_of_reply
from source_audit.checks.single_source_story import single_source_story
from source_audit.finding import Verdict
from tests.cards import as_a_card_holds_it, data_of
from tests.marking import cases, read

TEXT = """Old bridge to be shut in May

Ana Ruiz sits on the council of Ostwick. Tom Hill is the mayor of Port Ellan.

Ruiz and Hill said on Monday that the old bridge would be shut in May.

Petra Nyland, a nurse, said that she would have to take the ferry. Hill said that there was no money for repairs.
"""


@pytest.fixture(scope="module")
def audit() -> Audit:
    return audit_article(TEXT, content_type="text")


def test_everybody_heard_is_counted(audit: Audit) -> None:
    (case,) = cases(few_sources, read(TEXT))
    assert case.message == "Named sources, each body counted once: 3."
    assert audit.origins.voices == 3


def test_a_joint_statement_counts_for_each_of_them_and_once_in_all() -> None:
    (case,) = cases(single_source_story, read(TEXT))
    assert case.message == "Statements that come from Tom Hill: 2 of 3 (67%)."


def test_an_accused_who_answers_together_with_somebody_has_answered() -> None:
    text = (
        "Ana Ruiz stole the money of the club, the court heard on Monday. Tom Hill is her lawyer.\n\n"
        "The club was founded in 1912. It has many members. It owns a hall.\n\n"
        "Hill and Ruiz said on Tuesday that every pound of the money had been paid back to the club in March."
    )
    (case,) = cases(right_of_reply, read(text))
    assert case.verdict is Verdict.HOLDS


def test_a_name_answers_for_what_somebody_unnamed_says_with_it() -> None:
    text = "Ana Ruiz and a senior official said the bridge was unsafe."
    assert (
        audit_article(text, content_type="text").answers["anonymous-share"].reason
        == "No statement rests on unnamed sources alone."
    )


def test_the_json_report_names_them_and_reads_back(audit: Audit) -> None:
    report: dict[str, Any] = json.loads(render_report(audit, "json"))
    names = {source["id"]: source["name"] for source in report["sources"]}
    first = next(row for row in report["attributions"] if row["joint_ids"])
    assert [names[own] for own in (first["source_id"], *first["joint_ids"])] == ["Ana Ruiz", "Tom Hill"]
    assert Audit.from_json(json.dumps(report)).attributions == audit.attributions


def test_a_report_of_an_older_version_reads_back_without_them(audit: Audit) -> None:
    report: dict[str, Any] = json.loads(render_report(audit, "json"))
    for row in report["attributions"]:
        del row["joint_ids"]
    assert not any(a.joint for a in Audit.from_json(json.dumps(report)).attributions)


def test_the_short_form_holds_them_only_where_there_are_some(audit: Audit) -> None:
    rows = json.loads(data_of(render_report(audit)))["attributions"]
    assert [row.get("joint_ids") for row in rows] == [["s2"], None, None]
    assert Audit.from_json(data_of(render_report(audit))) == as_a_card_holds_it(audit)


def test_the_card_shows_both_at_the_statement_and_counts_it_once(audit: Audit) -> None:
    card = render_report(audit)
    signs = re.findall(r'<a class="tag n"[^>]*aria-label="(N\d)[^"]*: ([^"]+)">N\d</a>', card)
    assert signs[:3] == [("N1", "Ana Ruiz"), ("N2", "Tom Hill"), ("N3", "Petra Nyland")]
    assert "3 statements" in re.sub(r"<[^>]+>|\s+", " ", card).replace("  ", " ")
