"""The reference pages say what the checks say, and are not stale."""

from pathlib import Path

import pytest

from source_audit import handbook
from source_audit.check import SECTIONS, Check
from source_audit.checks import catalogue
from source_audit.cli.commands import usage
from source_audit.resources import data

REFERENCE = Path(__file__).parents[1] / "docs" / "reference"
CHECKS = catalogue()


def test_docs_reference_is_what_the_handbook_writes(tmp_path: Path) -> None:
    written = {path.relative_to(tmp_path): path.read_text("utf-8") for path in handbook.write(tmp_path, usage())}
    kept = {path.relative_to(REFERENCE): path.read_text("utf-8") for path in REFERENCE.rglob("*.md")}
    stale = {str(name) for name in written | kept if written.get(name) != kept.get(name)}
    assert not stale, "run `source-audit handbook docs/reference` and remove pages of checks that are gone"


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_a_page_holds_question_sections_weight_and_thresholds(check: Check) -> None:
    page, text = handbook.check_page(check), handbook.check_text(check)
    for form in (page, text):
        assert check.question in form
        assert all(name in form for name in SECTIONS)
        assert "How it is judged" in form
    assert f"| since | {check.since} |" in page
    assert max(map(len, (line for line in text.splitlines() if not line.startswith("    ")))) <= 88
    assert "[[" not in text


def test_thresholds_are_the_rubrics() -> None:
    pages = {check.id: handbook.check_page(check) for check in CHECKS}
    assert "at least 90 % do" in pages["unidentified-speakers"]
    assert "from 300 words 0.71 and 0.86" in pages["single-source-story"]
    assert "A fail caps the number at 69 of 100." in pages["circular-embed"]
    assert "anonymity-reason counts instead" in pages["anonymous-description"]
    assert "Shown for information" in pages["link-mix"]


def test_every_rule_of_the_rubric_has_its_sentence() -> None:
    rules = {row["rule"] for row in data("rubric")["checks"].values()}
    assert rules <= set(data("handbook")["rules"])


def test_the_index_leads_to_every_check() -> None:
    index = handbook.index_page()
    assert all(f"[{check.id}]({check.id}.md) | {check.question}" in index for check in CHECKS)


def test_the_page_of_the_command_line_shows_every_option() -> None:
    page = handbook.usage_page(usage())
    for words in ("--fail-on CHECK", "--full-text", "source-audit explain", "Examples:", "Options:"):
        assert words in page


def test_glossary_words_are_told_once_and_are_sorted() -> None:
    terms = [row["term"] for row in data("glossary")["term"]]
    assert len(terms) == len(set(terms))
    page = handbook.glossary_page()
    places = [page.index(f"| {term} |") for term in sorted(terms)]
    assert places == sorted(places)
