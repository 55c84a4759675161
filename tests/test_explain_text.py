"""`source-audit explain-text` shows what was found in a sentence, and what was tried and why it was let go."""

import io
import sys

import pytest

from source_audit import Audit, audit_article
from source_audit.cli import main

Captured = pytest.CaptureFixture[str]
FOUND = "The mayor said the bridge would close."
NOT_KEPT = "The state report on charges is out."


@pytest.fixture(autouse=True)
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def test_it_shows_who_says_what_and_why(capsys: Captured) -> None:
    assert main(["explain-text", FOUND]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == FOUND
    assert lines[1].startswith("  Found, indirect (cue-before-content, confidence 0.")
    assert lines[2:5] == ["    source: The mayor = The mayor", "    cue: said", "    content: the bridge would close"]
    assert any(line.startswith("    +0.") for line in lines[5:])
    assert max(map(len, lines)) <= 80


def test_it_shows_what_was_tried_and_what_spoke_against_it(capsys: Captured) -> None:
    assert main(["explain-text", NOT_KEPT]) == 0
    out = capsys.readouterr().out
    assert "Not kept: “charges”" in out
    assert "less likely than 28%" in out
    assert "    -0." in out
    assert "Found" not in out


def test_a_sentence_without_a_cue_says_so(capsys: Captured) -> None:
    assert main(["explain-text", "It rained."]) == 0
    assert capsys.readouterr().out == "It rained.\n  Nothing found: no word here is a cue, and no rule fits.\n"


def test_it_reads_from_standard_input(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(FOUND.encode()), encoding="utf-8"))
    assert main(["explain-text", "-"]) == 0
    assert "source: The mayor" in capsys.readouterr().out


def test_nothing_to_explain_is_a_usage_error(capsys: Captured) -> None:
    assert main(["explain-text", " "]) == 2
    assert capsys.readouterr().err.startswith("source-audit: there is no text to explain")


def test_control_characters_never_reach_the_terminal(capsys: Captured) -> None:
    assert main(["explain-text", "The mayor said \x1b[31mthe bridge would close."]) == 0
    assert "\x1b" not in capsys.readouterr().out


def test_the_reasons_are_in_the_json_report_and_come_back() -> None:
    audit = audit_article(f"{FOUND}\n\nIt rained on Monday, and the harbour was closed.", content_type="text")
    reasons = audit.attributions[0].reasons
    assert 1 <= len(reasons) <= 5
    assert all(each.feature and each.weight for each in reasons)
    assert [abs(each.weight) for each in reasons] == sorted((abs(each.weight) for each in reasons), reverse=True)
    assert Audit.from_json(audit.to_json()).attributions[0].reasons == reasons
