"""The command line: what is printed where, what is written, and the exit status."""

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import source_audit
from source_audit.checks import catalogue
from source_audit.cli import main
from source_audit.cli.reports import SUFFIXES
from source_audit.report import FORMATS

EXAMPLES = Path(__file__).parents[1] / "examples"
TEXT = "Mayor Ana Ruiz said the pier would close.\n\nA senior official said the money was gone."
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with three articles in it, two of one name."""
    monkeypatch.chdir(tmp_path)
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        shutil.copy(EXAMPLES / "night-bus.html", tmp_path / name / "page.html")
    shutil.copy(EXAMPLES / "school-roof.html", tmp_path / "roof.html")
    (tmp_path / "pier.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def only_line(text: str) -> str:
    assert text.endswith("\n")
    assert text.count("\n") == 1, text
    return text.rstrip("\n")


# --- one article ---


def test_one_article_is_printed_for_the_terminal(folder: Path, capsys: Captured) -> None:
    assert main(["audit", "roof.html"]) == 0
    captured = capsys.readouterr()
    audit = source_audit.audit_article(folder / "roof.html")
    assert captured.out.rstrip("\n") == source_audit.render_report(audit, "terminal").rstrip("\n")
    assert captured.err == ""


@pytest.mark.parametrize("form", SUFFIXES)
def test_one_article_is_printed_in_any_form(folder: Path, form: str, capsys: Captured) -> None:
    assert main(["audit", "pier.txt", "-f", form]) == 0
    audit = source_audit.audit_article(folder / "pier.txt")
    assert capsys.readouterr().out.rstrip("\n") == source_audit.render_report(audit, form).rstrip("\n")


@pytest.mark.parametrize(
    ("output", "arguments", "form"),
    [
        ("card.html", [], "html"),
        ("card.HTM", [], "html"),
        ("card.json", [], "json"),
        ("card.md", [], "markdown"),
        ("card.txt", [], "terminal"),
        ("card", [], "html"),
        ("card.html", ["-f", "json"], "json"),
    ],
)
def test_the_ending_names_the_form(
    folder: Path, output: str, arguments: list[str], form: str, capsys: Captured
) -> None:
    assert main(["audit", "roof.html", "-o", output, *arguments]) == 0
    audit = source_audit.audit_article(folder / "roof.html")
    assert (folder / output).read_text(encoding="utf-8") == source_audit.render_report(audit, form)
    assert only_line(capsys.readouterr().out).endswith(f"-> {output}")


def test_standard_input_is_an_article(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert main(["audit", "-", "-f", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["article"]["text"] == TEXT


def test_options_reach_the_audit(folder: Path, capsys: Captured) -> None:
    arguments = [
        "--url",
        "https://pier.example/x",
        "--genre",
        "opinion",
        "--made-on",
        "2026-05-15",
        "--off",
        "link-mix",
    ]
    assert main(["audit", "pier.txt", "-f", "json", *arguments]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["article"]["url"] == "https://pier.example/x"
    assert report["article"]["genre"]["value"] == "opinion"
    assert report["made_on"] == "2026-05-15"
    assert "link-mix" not in report["audits"]


def test_an_article_is_never_overwritten_by_its_report(folder: Path, capsys: Captured) -> None:
    before = (folder / "roof.html").read_bytes()
    assert main(["audit", "roof.html", "-o", "one/../roof.html"]) == 2
    assert "is the article itself" in only_line(capsys.readouterr().err)
    assert (folder / "roof.html").read_bytes() == before


def test_an_old_report_is_replaced_whole(folder: Path) -> None:
    (folder / "card.json").write_text("old " * 100_000, encoding="utf-8")
    assert main(["audit", "pier.txt", "-o", "card.json"]) == 0
    assert json.loads((folder / "card.json").read_text(encoding="utf-8"))["article"]["text"] == TEXT
    assert not list(folder.glob(".*"))


# --- several articles ---


def test_several_articles_get_reports_of_their_own_and_a_table(folder: Path, capsys: Captured) -> None:
    files = ["one/page.html", "two/page.html", "pier.txt"]
    assert main(["audit", *files, "-o", "out/cards"]) == 0
    out = folder / "out" / "cards"
    assert sorted(path.name for path in out.iterdir()) == ["index.csv", "page-2.html", "page.html", "pier.html"]
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(":")[0] for line in lines] == files
    with (out / "index.csv").open(encoding="utf-8", newline="") as table:
        assert [row["id"] for row in csv.DictReader(table)] == files


def test_the_line_about_an_article_says_what_its_card_says(folder: Path, capsys: Captured) -> None:
    assert main(["audit", "roof.html", "pier.txt", "-o", "cards"]) == 0
    roof, pier = capsys.readouterr().out.splitlines()
    found = re.fullmatch(
        r"roof\.html: ([A-Z][a-z ]+), (\d+ to \d+ of 100); \d+ voices, \d+ independent origins -> .*", roof
    )
    assert found
    terminal = " ".join(
        source_audit.render_report(source_audit.audit_article(folder / "roof.html"), "terminal").split()
    )
    assert f"{found[1]}, {found[2]}" in terminal
    assert pier.startswith("pier.txt: Not enough to score; ")


def test_a_bad_article_never_stops_the_others(folder: Path, capsys: Captured) -> None:
    (folder / "empty.txt").write_text("", encoding="utf-8")
    files = ["pier.txt", "missing.html", "empty.txt", "one", "roof.html"]
    assert main(["audit", *files, "-o", "cards", "-f", "json"]) == 2
    captured = capsys.readouterr()
    assert len(captured.out.splitlines()) == 2
    assert [line.split(":")[1].strip() for line in captured.err.splitlines()] == ["missing.html", "empty.txt", "one"]
    assert {path.name for path in (folder / "cards").iterdir()} == {"pier.json", "roof.json", "index.csv"}
    with (folder / "cards" / "index.csv").open(encoding="utf-8", newline="") as table:
        assert [bool(row["error"]) for row in csv.DictReader(table)] == [False, True, True, True, False]


def test_reports_beside_their_articles_leave_the_articles_alone(folder: Path) -> None:
    before = (folder / "roof.html").read_bytes()
    assert main(["audit", "roof.html", "pier.txt", "-o", "."]) == 0
    assert (folder / "roof.html").read_bytes() == before
    assert (folder / "roof-2.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_workers_write_the_same_bytes(folder: Path) -> None:
    files = ["one/page.html", "pier.txt", "missing.html"]
    for number in ("1", "2"):
        assert main(["audit", *files, "-o", f"cards-{number}", "--workers", number]) == 2
    first, second = ({p.name: p.read_bytes() for p in (folder / f"cards-{n}").iterdir()} for n in "12")
    assert first == second


def test_one_article_into_a_folder(folder: Path) -> None:
    assert main(["audit", "roof.html", "-o", "one"]) == 0
    assert {path.name for path in (folder / "one").iterdir()} == {"page.html", "roof.html", "index.csv"}


# --- fail-on ---


def test_fail_on_a_check_that_fails(folder: Path, capsys: Captured) -> None:
    report = json.loads(source_audit.audit_article(folder / "roof.html").to_json())
    failed = [name for name, answer in report["audits"].items() if answer["status"] == "fail"]
    passed = [name for name, answer in report["audits"].items() if answer["status"] == "pass"]
    assert failed
    assert passed
    assert main(["audit", "roof.html", "--fail-on", passed[0]]) == 0
    capsys.readouterr()
    assert main(["audit", "roof.html", "--fail-on", passed[0], "--fail-on", failed[0]]) == 1
    assert f"roof.html: {failed[0]} failed" in only_line(capsys.readouterr().err)
    assert main(["audit", "roof.html", "missing.html", "-o", "cards", "--fail-on", failed[0]]) == 2


# --- configuration ---


@pytest.mark.parametrize("head", ["", "[tool.source_audit]\n"])
def test_a_configuration_is_read_and_options_win(folder: Path, head: str, capsys: Captured) -> None:
    (folder / "sides").mkdir()
    (folder / "sides" / "accounts.csv").write_text("name,side,note\n@SavePier,campaign,\n", encoding="utf-8")
    config = folder / "sides" / "audit.toml"
    config.write_text(
        f'\ufeff{head}genre = "opinion"\noff = ["link-mix"]\nregisters = ["accounts.csv"]\nmade_on = 2026-05-15\n',
        "utf-8",
    )
    assert main(["audit", "pier.txt", "-f", "json", "--config", "sides/audit.toml"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["article"]["genre"]["value"], report["made_on"]) == ("opinion", "2026-05-15")
    assert "link-mix" not in report["audits"]
    arguments = ["--genre", "interview", "--made-on", "2026-06-01", "--off", "few-sources"]
    assert main(["audit", "pier.txt", "-f", "json", "--config", "sides/audit.toml", *arguments]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["article"]["genre"]["value"], report["made_on"]) == ("interview", "2026-06-01")
    assert "few-sources" not in report["audits"]
    assert "link-mix" in report["audits"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('gendre = "opinion"', "did you mean 'genre'?"),
        ('genre = "gossip"', "there is no genre 'gossip'"),
        ('off = "link-mix"', "must be a list of texts"),
        ('off = ["link-mx"]', "did you mean 'link-mix'?"),
        ("size_limit = true", "must be a number of bytes"),
        ("size_limit = 0", "must be a number of bytes"),
        ('made_on = "May"', "must be a date like 2026-05-15"),
        ('registers = ["no.csv"]', "cannot be read"),
        ('ratings = ["no.csv"]', "cannot be read"),
        ('ratings_format = "stars"', "there is no format of ratings 'stars'"),
        ('ratings_date = "May"', "must be a date like 2026-05-15"),
        ("genre = ", "is no TOML"),
        ("tool = 3", "must be a table"),
    ],
)
def test_a_mistake_in_the_configuration_is_named(folder: Path, line: str, message: str, capsys: Captured) -> None:
    (folder / "audit.toml").write_text(line, encoding="utf-8")
    assert main(["audit", "pier.txt", "--config", "audit.toml"]) == 2
    assert message in only_line(capsys.readouterr().err)


def test_the_size_limit_of_the_configuration_holds(folder: Path, capsys: Captured) -> None:
    (folder / "audit.toml").write_text("size_limit = 10", encoding="utf-8")
    assert main(["audit", "pier.txt", "--config", "audit.toml"]) == 2
    assert "pier.txt" in only_line(capsys.readouterr().err)


# --- own lists and ratings ---


def test_a_list_of_the_users_own_is_shown_as_such(folder: Path, capsys: Captured) -> None:
    (folder / "mine.csv").write_text("name,side,date\nAna Ruiz,harbour party,2026\n", encoding="utf-8")
    assert main(["audit", "pier.txt", "--register", "mine.csv"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "Ana Ruiz: the added list mine.csv says “harbour party” (2026)." in shown
    (folder / "bad.csv").write_text("who,what\n", encoding="utf-8")
    assert main(["audit", "pier.txt", "--register", "bad.csv"]) == 2
    assert "needs the columns name and side" in only_line(capsys.readouterr().err)


LINKED = '<article><h1>Pier</h1><p>The pier will close, Mayor Ana Ruiz told <a href="https://courier.example/1">the Courier</a>.</p></article>'


def test_ratings_of_a_file_are_shown_with_rater_date_and_scope(folder: Path, capsys: Captured) -> None:
    (folder / "linked.html").write_text(LINKED, encoding="utf-8")
    (folder / "mine.csv").write_text("domain,reliability,rater\ncourier.example,7,Class 4b\n", encoding="utf-8")
    assert main(["audit", "linked.html", "--ratings", "mine.csv", "--ratings-date", "2026-05-01"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "courier.example: reliability: 7 (Class 4b; 2026-05-01; rated: the whole domain; file: mine.csv)" in shown
    assert main(["audit", "linked.html"]) == 0
    assert "Class 4b" not in capsys.readouterr().out


@pytest.mark.parametrize("more", [[], ["--ratings-format", "lin"]])
def test_ratings_without_the_columns_are_refused_before_any_article(
    folder: Path, more: list[str], capsys: Captured
) -> None:
    (folder / "mine.csv").write_text("outlet,stars\ncourier.example,7\n", encoding="utf-8")
    assert main(["audit", "roof.html", "pier.txt", "-o", "cards", "--ratings", "mine.csv", *more]) == 2
    line = only_line(capsys.readouterr().err)
    assert "'mine.csv' has the columns outlet, stars" in line
    assert "pc1, domain" in line
    assert not (folder / "cards").exists()


def test_a_configuration_names_ratings_beside_itself(folder: Path, capsys: Captured) -> None:
    (folder / "linked.html").write_text(LINKED, encoding="utf-8")
    (folder / "sides").mkdir()
    (folder / "sides" / "mine.csv").write_text("domain,lean\ncourier.example,left\n", encoding="utf-8")
    config = folder / "sides" / "audit.toml"
    config.write_text(
        'ratings = ["mine.csv"]\nratings_format = "generic"\nratings_date = 2026-04-01\n', encoding="utf-8"
    )
    assert main(["audit", "linked.html", "-f", "json", "--config", "sides/audit.toml"]) == 0
    (rating,) = json.loads(capsys.readouterr().out)["ratings"]
    assert (rating["value"], rating["date"], rating["origin"]) == ("left", "2026-04-01", "mine.csv")


# --- what goes wrong ---


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["audit", "missing.html"], "there is no file"),
        (["audit", "one"], "is a folder"),
        (["audit"], "--help` shows how"),
        (["audit", "roof.html", "pier.txt"], "need -o with a folder"),
        (["audit", "roof.html", "pier.txt", "-o", "c", "--url", "https://a.example/"], "single article"),
        (["audit", "roof.html", "pier.txt", "-o", "pier.txt"], "pier.txt"),
        (["audit", "roof.html", "-o", "no/such/card.html"], "cannot be written"),
        (["audit", "roof.html", "--fail-on", "circular-embd"], "did you mean 'circular-embed'?"),
        (["audit", "roof.html", "--off", "zzzz"], "there is no check 'zzzz'"),
        (["audit", "roof.html", "--off", "link-mix", "--fail-on", "link-mix"], "both off and in --fail-on"),
        (["audit", "roof.html", "--made-on", "tomorrow"], "write it like 2026-05-15"),
        (["audit", "roof.html", "--workers", "0"], "--workers"),
        (["audit", "roof.html", "--genre", "gossip"], "news-report"),
        (["audit", "roof.html", "--config", "no.toml"], "cannot be read"),
        (["explain", "anonymity-raeson"], "did you mean 'anonymity-reason'?"),
        (["auidt", "roof.html"], "did you mean 'audit'?"),
        (["roof.html"], "did you mean `source-audit audit roof.html`?"),
        (["exercise", "missing.html", "-o", "lesson"], "there is no file"),
        (["exercise", "roof.html"], "--output"),
        (["handbook", "pier.txt"], "pier.txt"),
        (["demo", "-o", "one"], "one"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_an_error_is_one_line_that_says_what_to_do(
    folder: Path, arguments: list[str], message: str, capsys: Captured
) -> None:
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert only_line(captured.err).startswith("source-audit: ")
    assert message in captured.err
    assert captured.out == ""


@pytest.mark.skipif(
    sys.platform == "win32" or not hasattr(os, "geteuid") or os.geteuid() == 0,
    reason="rights hold back no administrator",
)
def test_a_file_that_may_not_be_read(folder: Path, capsys: Captured) -> None:
    (folder / "pier.txt").chmod(0)
    assert main(["audit", "pier.txt"]) == 2
    assert "pier.txt" in only_line(capsys.readouterr().err)


def test_a_name_that_steers_a_terminal_is_printed_harmlessly(folder: Path, capsys: Captured) -> None:
    name = "bad\x1b[2J.txt"
    (folder / name).write_text(TEXT, encoding="utf-8")
    assert main(["audit", name, "missing\x1b]0;x.html", "-o", "cards"]) == 2
    captured = capsys.readouterr()
    assert "\x1b" not in captured.out + captured.err


@pytest.mark.parametrize(
    ("error", "status", "message"),
    [
        (KeyboardInterrupt(), 130, "interrupted"),
        (RecursionError("deep"), 2, "please report it: RecursionError: deep"),
        (PermissionError(13, "Permission denied", "card.html"), 2, "card.html: Permission denied"),
        (BrokenPipeError(), 141, ""),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, BaseException) else "",
)
def test_nothing_ends_in_a_traceback(
    error: BaseException, status: int, message: str, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    def fail(**_: object) -> None:
        raise error

    monkeypatch.setattr("source_audit.plugins.all_checks", fail)
    monkeypatch.setattr("source_audit.cli._let_go", lambda: 141)
    assert main(["checks"]) == status
    captured = capsys.readouterr()
    assert message in captured.err
    assert "Traceback" not in captured.err


# --- the other commands ---


def test_checks_lists_every_check_with_weight_and_question(capsys: Captured) -> None:
    assert main(["checks"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(catalogue())
    for line, check in zip(lines, catalogue(), strict=True):
        assert line.startswith(f"{check.id} ")
        assert line.endswith(f"  {check.question}")
    assert any(line.split()[1:3] == ["embeds", "7.5"] for line in lines)


def test_explain_prints_the_page_with_its_thresholds(capsys: Captured) -> None:
    assert main(["explain", "unidentified-speakers"]) == 0
    out = capsys.readouterr().out
    assert "Why it matters" in out
    assert "Pass when at least 100 % of the cases hold, partial when at least 90 % do" in " ".join(out.split())


def test_demo_writes_a_card_and_prints_what_was_found(folder: Path, capsys: Captured) -> None:
    assert main(["demo"]) == 0
    assert "The card is in source-audit-demo.html" in capsys.readouterr().out
    card = (folder / "source-audit-demo.html").read_text(encoding="utf-8")
    assert "Harbour Pool Stays Shut" in card
    assert main(["demo", "-o", "one/demo.html"]) == 0
    assert (folder / "one" / "demo.html").read_text(encoding="utf-8") == card


def test_exercise_writes_both_sheets_and_the_key(folder: Path, capsys: Captured) -> None:
    assert main(["exercise", "roof.html", "-o", "lessons/roof"]) == 0
    names = ["student.html", "teacher-key.html", "key.csv"]
    assert capsys.readouterr().out.split() == [f"lessons/roof/{name}" for name in names]
    for name in names[:2]:
        sheet = (folder / "lessons" / "roof" / name).read_text(encoding="utf-8")
        assert sheet.startswith("<!doctype html>")
        assert sheet.rstrip().endswith("</html>")


@pytest.mark.parametrize(("delimiter", "encoding"), [(",", "utf-8"), (",", "utf-8-sig"), (";", "cp1252")])
def test_a_teachers_key_is_used_and_kept(folder: Path, delimiter: str, encoding: str, capsys: Captured) -> None:
    assert main(["exercise", "roof.html", "-o", "lesson"]) == 0
    path = folder / "lesson" / "key.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    graded = [row for row in rows if row["answer"] and row["id"].startswith("whose-words")]
    graded[0] |= {"teacher_answer": "Both", "teacher_note": "Look at the marks again."}
    graded[1] |= {"drop": "x"}
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
    before = path.read_bytes()
    assert main(["exercise", "roof.html", "-o", "lesson", "--key", "lesson/key.csv"]) == 0
    assert "key.csv" not in capsys.readouterr().out.splitlines()[-1]
    sheet = (folder / "lesson" / "teacher-key.html").read_text(encoding="utf-8")
    assert "Look at the marks again." in sheet
    assert "checked by a teacher: yes" in sheet
    student = (folder / "lesson" / "student.html").read_text(encoding="utf-8")
    assert "checked by a teacher: yes" in student
    assert "Look at the marks again." not in student
    assert path.read_bytes() == before
    assert main(["exercise", "roof.html", "-o", "lesson"]) == 0
    assert path.read_bytes() == before
    assert "may hold your answers and stays" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"teacher_answer": "Banana"}, "the sheet offers: Quotation"),
        ({"excerpt": "Other words"}, "is about other words"),
        ({"id": "whose-words-99"}, "'whose-words-99'"),
    ],
)
def test_a_key_that_does_not_fit_is_refused(
    folder: Path, change: dict[str, str], message: str, capsys: Captured
) -> None:
    assert main(["exercise", "roof.html", "-o", "lesson"]) == 0
    path = folder / "lesson" / "key.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    rows[0] |= change
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    capsys.readouterr()
    assert main(["exercise", "roof.html", "-o", "lesson", "--key", "lesson/key.csv"]) == 2
    assert message in only_line(capsys.readouterr().err)


def test_a_file_that_is_no_key_is_refused(folder: Path, capsys: Captured) -> None:
    assert main(["exercise", "roof.html", "-o", "lesson", "--key", "pier.txt"]) == 2
    assert "lacks the column" in only_line(capsys.readouterr().err)
    assert main(["exercise", "roof.html", "-o", "lesson", "--key", "no.csv"]) == 2
    assert "cannot be read" in only_line(capsys.readouterr().err)


def test_exercise_says_when_a_text_gives_no_material(folder: Path, capsys: Captured) -> None:
    (folder / "rain.txt").write_text("Rain.", encoding="utf-8")
    assert main(["exercise", "rain.txt", "-o", "lesson"]) == 2
    assert "too few statements" in only_line(capsys.readouterr().err)
    assert not (folder / "lesson").exists()


def test_a_text_in_another_language_makes_no_sheet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = (
        "Der Hafen bleibt nach dem Sturm geschlossen, und die Leute auf der Insel warten seit drei Tagen auf das Schiff. "
        "„Wir haben kein Brot mehr im Laden“, sagte die Bürgermeisterin Ana Ruiz am Montag, und es ist nicht bekannt, "
        "wann die Fähre wieder fahren kann.\n\n"
    )
    article = tmp_path / "article.txt"
    article.write_text(f"Die Fähre fährt nicht mehr\n\n{words * 3}", encoding="utf-8")
    assert main(["exercise", str(article), "-o", str(tmp_path / "lesson")]) == 2
    assert "another language" in only_line(capsys.readouterr().err)
    assert not (tmp_path / "lesson").exists()


def test_handbook_writes_and_names_its_pages(folder: Path, capsys: Captured) -> None:
    assert main(["handbook", "pages"]) == 0
    named = capsys.readouterr().out.splitlines()
    assert sorted(named) == sorted(str(path.relative_to(folder)) for path in (folder / "pages").rglob("*.md"))


@pytest.mark.parametrize("command", ["", "audit", "checks", "explain", "demo", "exercise", "handbook"])
def test_every_command_explains_itself(command: str, capsys: Captured) -> None:
    assert main([*command.split(), "--help"]) == 0
    assert "Usage: source-audit" in capsys.readouterr().out


def test_without_a_command_it_shows_the_help(capsys: Captured) -> None:
    assert main([]) == 0
    assert "source-audit demo" in capsys.readouterr().out


def test_the_forms_are_those_that_reports_know() -> None:
    assert dict(SUFFIXES) == {name: suffix for name, (suffix, _) in FORMATS.items()}


# --- as a program ---


def program(*arguments: str, **more: object) -> "subprocess.CompletedProcess[bytes]":
    command = [sys.executable, "-W", "error", "-m", "source_audit", *arguments]
    return subprocess.run(command, capture_output=True, check=False, **more)  # type: ignore[call-overload, no-any-return]


def test_help_as_a_program_imports_no_parser() -> None:
    probe = (
        "import sys; from source_audit.cli import main; main(['--help']);"
        "sys.exit(bool({'lxml', 'bs4', 'jinja2', 'tldextract'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-W", "error", "-c", probe], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert b"Usage: source-audit" in done.stdout


def test_output_is_utf_8_on_any_console(folder: Path) -> None:
    done = program("audit", "pier.txt", env={**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"})
    assert done.returncode == 0, done.stderr
    assert done.stdout.decode("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end otherwise there")
def test_a_reader_that_goes_away_is_no_error(folder: Path) -> None:
    command = f"{sys.executable} -W error -m source_audit audit roof.html -f json | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False)
    assert done.returncode in (0, 141)
    assert done.stderr == b""
