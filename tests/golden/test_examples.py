"""The reports beside the examples are the ones that source_audit makes."""

import runpy
import shutil
from pathlib import Path

import pytest

import source_audit

EXAMPLES = Path(__file__).parents[2] / "examples"
ARTICLES = ["two-statements.txt", "night-bus.html", "school-roof.html", "council-brief.txt", "trams-opinion.html"]
FORMATS = {"json": "json", "markdown": "md", "terminal": "txt", "html": "html"}


@pytest.mark.parametrize("name", ARTICLES)
@pytest.mark.parametrize("form", FORMATS)
def test_report_is_the_golden_one(name: str, form: str, request: pytest.FixtureRequest) -> None:
    audit = source_audit.audit_article(EXAMPLES / name)
    report = source_audit.render_report(audit, form)
    golden = EXAMPLES / "reports" / f"{Path(name).stem}.{FORMATS[form]}"
    if request.config.getoption("--remake-golden"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(report, encoding="utf-8", newline="\n")
    assert golden.read_text(encoding="utf-8") == report


def test_every_article_has_reports_and_every_report_an_article() -> None:
    articles = {path.name for path in EXAMPLES.iterdir() if path.suffix in {".html", ".txt"}}
    assert articles == set(ARTICLES)
    expected = {f"{Path(name).stem}.{suffix}" for name in ARTICLES for suffix in FORMATS.values()}
    assert {path.name for path in (EXAMPLES / "reports").iterdir()} == expected


def test_quickstart_runs_and_names_the_card(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("quickstart.py", "night-bus.html"):
        shutil.copy(EXAMPLES / name, tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", ["quickstart.py"])
    runpy.run_path(str(tmp_path / "quickstart.py"), run_name="__main__")
    printed = capsys.readouterr().out
    assert "Leona Marsh: “We start at five." in printed
    assert "The card is in quickstart-card.html" in printed
    assert (tmp_path / "quickstart-card.html").read_text(encoding="utf-8").startswith("<!doctype html>")
