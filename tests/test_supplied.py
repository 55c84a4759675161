"""Texts that the caller hands in: read from files and folders, compared, shown, and kept in the report."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import source_audit
from source_audit import Audit, Options, audit_article, render_report
from source_audit.cli import main
from source_audit.errors import OptionsError

SCHEMA = json.loads(
    (Path(__file__).parents[1] / "docs" / "reference" / "report.schema.json").read_text(encoding="utf-8")
)
ARTICLE = (
    "Pier stays open\n\nThe pier of Marlow Port is tired, the council was told on Tuesday.\n\n"
    "“We will close the pier before the council has voted on it,” Mayor Ana Ruiz said.\n"
)
SPOKEN = "RUIZ: We will not close the pier before the council has voted on it. I promise that.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with an article and a transcript in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pier.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "spoken").mkdir()
    (tmp_path / "spoken" / "council.txt").write_text(SPOKEN, encoding="utf-8")
    (tmp_path / "spoken" / "picture.png").write_bytes(b"\x89PNG")
    return tmp_path


def report(*arguments: str, capsys: pytest.CaptureFixture[str]) -> Any:
    assert main(["audit", "pier.txt", "-f", "json", *arguments]) == 0
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("path", ["spoken", "spoken/council.txt"])
def test_a_quotation_is_compared_with_a_file_or_a_folder(
    folder: Path, path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = report("--against", path, capsys=capsys)
    jsonschema.Draft202012Validator(SCHEMA).validate(found)
    answer = found["audits"]["quote-mismatch"]
    (finding,) = answer["findings"]
    assert finding["verdict"] == "breaks"
    assert finding["message"] == "council.txt has words that are left out here without a mark: “not”."
    words = "We will not close the pier before the council has voted on it"
    assert finding["aligned"] == [{"name": "council.txt", "start": 6, "end": 6 + len(words), "words": words}]


@pytest.mark.parametrize("form", ["html", "markdown", "terminal"])
def test_reports_show_both_texts(folder: Path, form: str) -> None:
    audit = audit_article(ARTICLE, options=Options(against=["spoken"], genre="news-report"))
    shown = " ".join(render_report(audit, form).replace("|", "").split())
    assert "In council.txt" in shown
    assert "We will not close the pier before the council has voted on it" in shown
    assert Audit.from_json(audit.to_json()) == audit


@pytest.mark.parametrize("genre", ["opinion", "satire", "live-blog", "press-release", "interview"])
def test_supplied_texts_are_compared_in_any_genre(folder: Path, genre: str) -> None:
    options = Options(against=["spoken"], release=["spoken/council.txt"], genre=genre)
    answers = audit_article(ARTICLE, options=options).answers
    assert answers["quote-mismatch"].findings
    assert answers["release-overlap"].status == "informational"


def test_a_page_is_read_as_a_page(folder: Path) -> None:
    (folder / "speech.html").write_text(
        "<html><body><article><h1>Speech</h1><p>We will close the pier <em>before the council</em> has voted on it, "
        "and that is all.</p></article></body></html>",
        encoding="utf-8",
    )
    audit = audit_article(ARTICLE, options=Options(against=["speech.html"]))
    assert audit.answers["quote-mismatch"].status != "not-applicable"
    assert not audit.answers["quote-mismatch"].findings


def test_a_changed_file_is_read_again(folder: Path) -> None:
    path = folder / "spoken" / "council.txt"
    options = Options(against=[str(path)])
    assert audit_article(ARTICLE, options=options).answers["quote-mismatch"].findings
    path.write_text(SPOKEN.replace(" not", ""), encoding="utf-8")
    assert not audit_article(ARTICLE, options=options).answers["quote-mismatch"].findings


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("no.txt", "the text 'no.txt' cannot be read"),
        ("spoken/picture.png", "cannot be read: it is a PNG image, not text or HTML"),
        ("empty.txt", "cannot be read: it is empty"),
        ("bare", "the folder 'bare' holds no text to compare with"),
    ],
)
@pytest.mark.parametrize("option", ["against", "release"])
def test_what_cannot_be_read_is_named_before_any_article(
    folder: Path, option: str, path: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "empty.txt").write_text("", encoding="utf-8")
    (folder / "bare").mkdir()
    with pytest.raises(OptionsError, match=message.replace("(", r"\(")):
        audit_article(ARTICLE, options=Options(**{option: [path]}))  # type: ignore[arg-type]
    assert main(["audit", "pier.txt", "-o", "card.html", f"--{option}", path]) == 2
    assert message in capsys.readouterr().err
    assert not (folder / "card.html").exists()


def test_a_configuration_names_texts_beside_itself(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "spoken" / "own.toml").write_text(
        'against = ["council.txt"]\nrelease = ["council.txt"]\nonline = false\n', encoding="utf-8"
    )
    found = report("--config", "spoken/own.toml", capsys=capsys)["audits"]
    assert found["quote-mismatch"]["findings"]
    assert found["release-overlap"]["status"] == "informational"
    assert found["broken-links"]["status"] == "not-applicable"


def test_private_addresses_without_visits_are_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", "pier.txt", "--allow-private"]) == 2
    assert "it needs online" in capsys.readouterr().err


def test_nothing_is_compared_without_a_text() -> None:
    answers = source_audit.audit_article(ARTICLE).answers
    assert answers["quote-mismatch"].reason == "No source text was given to compare quotations with."
    assert answers["release-overlap"].reason == "No press release was given to compare the article with."
