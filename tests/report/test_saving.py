"""A report is saved whole or not at all."""

import subprocess
import sys
from pathlib import Path

import pytest
from attrs import evolve

from source_audit import ReportError, render_report
from source_audit.document import Stated
from source_audit.report import save_report
from source_audit.report.pages import csp_hash, render_sheet
from tests.report.sample import DOCUMENT, rich


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.html", "html"),
        ("a.HTM", "html"),
        ("a.json", "json"),
        ("a.md", "markdown"),
        ("a.txt", "terminal"),
    ],
)
def test_the_ending_chooses_the_format(tmp_path: Path, name: str, form: str) -> None:
    path = save_report(rich(), tmp_path / name)
    assert path == tmp_path / name
    assert path.read_bytes() == render_report(rich(), form).encode()
    assert [file.name for file in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("name", ["a.pdf", "a", ".html.d/x.doc"])
def test_an_unknown_ending_is_refused_with_the_known_ones(tmp_path: Path, name: str) -> None:
    with pytest.raises(ReportError, match=r"\.html, \.json, \.md, \.txt"):
        save_report(rich(), tmp_path / name)


def test_a_place_that_cannot_be_written_is_refused_and_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "folder.html").mkdir()
    for path in (tmp_path / "none" / "a.html", tmp_path / "folder.html"):
        with pytest.raises(ReportError, match="cannot be written"):
            save_report(rich(), path)
    assert [file.name for file in tmp_path.iterdir()] == ["folder.html"]


def test_an_older_report_stays_whole_when_a_new_one_cannot_be_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = save_report(rich(), tmp_path / "a.md")
    before = path.read_bytes()

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(ReportError, match="No space left"):
        save_report(rich(), path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("form", ["html", "json", "md", "txt"])
def test_half_a_sign_is_saved_all_the_same(tmp_path: Path, form: str) -> None:
    title = Stated(value="Half \ud800 a sign \x00 \x9f \ufffe", origin="h1")
    audit = rich(document=evolve(DOCUMENT, title=title), warnings=())
    assert "a sign" in save_report(audit, tmp_path / f"a.{form}").read_text(encoding="utf-8")


def test_only_who_renders_a_page_pays_for_jinja() -> None:
    program = "import sys, source_audit.report; print('jinja2' in sys.modules)"
    done = subprocess.run([sys.executable, "-W", "error", "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_a_sheet_is_rendered_with_everything_escaped_and_no_gaps() -> None:
    from jinja2 import UndefinedError

    with pytest.raises(UndefinedError):
        render_sheet("card.html.jinja")
    with pytest.raises(ReportError, match="no template"):
        render_sheet("none.jinja")
    assert csp_hash("card.css.jinja").startswith("sha256-")
