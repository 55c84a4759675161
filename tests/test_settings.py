"""The configuration: where it is found, what it may say, what is said about a mistake, and what `config show` prints."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

import source_audit
from source_audit.check import Category
from source_audit.cli import main
from source_audit.errors import OptionsError

Captured = pytest.CaptureFixture[str]
TEXT = "“The well is dry,” Ana Ruiz said.\n\nThe word is that the pump was sold.\n"
WHOLE = """
genre = "news-report"
off = ["link-mix"]
[checks.few-sources]
weight = 5
pass = 3
[categories]
links = 20
[lexicons.vague]
phrases = ["the word is"]
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in a repository, with an article in it; the work goes on in a folder below."""
    (tmp_path / "paper" / "desk").mkdir(parents=True)
    (tmp_path / "paper" / ".git").mkdir()
    (tmp_path / "paper" / "desk" / "well.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path / "paper" / "desk")
    return tmp_path


def genre(capsys: Captured, *arguments: str) -> str:
    capsys.readouterr()
    assert main(["audit", "well.txt", "-f", "json", *arguments]) == 0
    return str(json.loads(capsys.readouterr().out)["article"]["genre"]["value"])


def test_the_nearest_configuration_is_found(folder: Path, capsys: Captured) -> None:
    plain = genre(capsys)
    (folder / "source-audit.toml").write_text('genre = "satire"', encoding="utf-8")
    assert genre(capsys) == plain, "a repository's root is the last place"
    (folder / "paper" / "pyproject.toml").write_text('[tool.source_audit]\ngenre = "opinion"', encoding="utf-8")
    assert genre(capsys) == "opinion"
    (folder / "paper" / "source-audit.toml").write_text('genre = "interview"', encoding="utf-8")
    assert genre(capsys) == "interview"
    (folder / "paper" / "desk" / "source-audit.toml").write_text('genre = "profile"', encoding="utf-8")
    assert genre(capsys) == "profile"
    assert genre(capsys, "--config", "../pyproject.toml") == "opinion"
    assert genre(capsys, "--genre", "review") == "review"
    assert genre(capsys, "--no-config") == plain


def test_the_home_directory_is_the_last_place(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    (folder / "paper" / ".git").rmdir()
    (folder / "source-audit.toml").write_text('genre = "satire"', encoding="utf-8")
    assert genre(capsys) == "satire"
    monkeypatch.setenv("HOME", str(folder / "paper"))
    assert genre(capsys) != "satire"


@pytest.mark.parametrize("other", ["[tool.ruff]\nline-length = 80\n", "this = is = no TOML"])
def test_a_project_file_that_says_nothing_of_source_audit_is_passed_by(
    folder: Path, other: str, capsys: Captured
) -> None:
    (folder / "paper" / "desk" / "pyproject.toml").write_text(other, encoding="utf-8")
    (folder / "paper" / "source-audit.toml").write_text('genre = "interview"', encoding="utf-8")
    assert genre(capsys) == "interview"


def test_config_and_no_config_contradict_each_other(folder: Path, capsys: Captured) -> None:
    assert main(["audit", "well.txt", "--config", "a.toml", "--no-config"]) == 2
    assert "contradict" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("[checks.few-source]\nweight = 5", "there is no check 'few-source'; did you mean 'few-sources'?"),
        ("[checks.few-sources]\nwieght = 5", "did you mean 'weight'?"),
        ("[checks.few-sources]\nweight = -1", "few-sources: weight must be a number from 0 to 100, not -1"),
        ("[checks.few-sources]\nweight = nan", "weight must be a number from 0 to 100"),
        ("[checks.few-sources]\nweight = true", "weight must be a number from 0 to 100"),
        ('[checks.few-sources]\nrule = "share"', "no 'rule' that could be changed"),
        ("[checks.few-sources]\nleast_words = 1.5", "least_words must be a whole number from 0 up"),
        ("[checks.unidentified-speakers]\npass = 0.5", "pass must not be below partial"),
        ("[checks.unidentified-speakers]\npass = 80", "pass must be a number from 0 to 1, not 80"),
        ("[checks.single-source-story]\npass = 50", "pass must be a number from 0 to 1, not 50"),
        ("[checks.vague-collective-sources]\npass = 3", "pass must not be above partial"),
        ("[checks.circular-embed]\npass = 1", "no 'pass' that could be changed"),
        ("[checks.link-mix]\nweight = 3", "shown for information only"),
        ("[checks]\nfew-sources = 5", "checks.few-sources must be a table"),
        ("[categories]\nlink = 5", "there is no category 'link'; did you mean 'links'?"),
        ("[categories]\nlinks = -5", "categories.links must be a number from 0 to 100"),
        ("[categories]\n" + "\n".join(f"{c.value} = 0" for c in Category), "one at least must have"),
        ('[lexicons.vauge]\nphrases = ["a"]', "did you mean 'vague'?"),
        ('[lexicons.vague]\nphrase = ["a"]', "did you mean 'phrases'?"),
        ('[lexicons.vague]\nphrases = "the word is"', "must be a list of words or phrases"),
        ('[lexicons.vague]\nphrases = [" "]', "is none"),
        ('plugins = "no"', "must be true or false"),
        ("score = 1", "has an unknown key 'score'"),
        ("[tool.source-audit]", "write [tool.source_audit]"),
    ],
)
def test_a_mistake_is_told_with_the_file_and_what_is_expected(
    folder: Path, lines: str, message: str, capsys: Captured
) -> None:
    Path("source-audit.toml").write_text(lines, encoding="utf-8")
    assert main(["audit", "well.txt"]) == 2
    told = capsys.readouterr().err
    assert message in told
    assert "source-audit.toml" in told
    with pytest.raises(OptionsError, match=r"source-audit\.toml"):
        source_audit.load_options("source-audit.toml")


def test_programmers_load_the_same(folder: Path) -> None:
    assert source_audit.load_options() == source_audit.Options()
    Path("source-audit.toml").write_text(WHOLE, encoding="utf-8")
    options = source_audit.load_options()
    assert options == source_audit.Options(
        genre="news-report",
        off={"link-mix"},
        checks={"few-sources": {"weight": 5, "pass": 3}},
        categories={"links": 20},
        lexicons={"vague": {"phrases": ["the word is"]}},
    )
    assert source_audit.load_options(Path("source-audit.toml")) == options
    assert hash(options)


def shown(capsys: Captured, *arguments: str) -> str:
    capsys.readouterr()
    assert main(["config", "show", *arguments]) == 0
    return capsys.readouterr().out


def test_every_value_in_force_is_shown_with_where_it_comes_from(folder: Path, capsys: Captured) -> None:
    Path("source-audit.toml").write_text(WHOLE, encoding="utf-8")
    lines = shown(capsys, "--genre", "interview").splitlines()
    path = Path("source-audit.toml").absolute()
    assert 'genre = "interview"  # --genre' in lines
    assert f'off = ["link-mix"]  # {path}' in lines
    assert "# made_on is not set" in lines
    assert "plugins = true  # default" in lines
    assert f"links = 20  # {path} instead of 10" in lines
    assert "attribution = 25  # rubric 2026.1" in lines
    few = lines[lines.index("[checks.few-sources]") :]
    assert few[1] == f"weight = 5  # {path} instead of 7.5"
    assert f"pass = 3  # {path}" in few
    assert f'phrases = ["the word is"]  # added, {path}' in lines


def test_what_is_shown_reads_back_as_the_same_options(folder: Path, capsys: Captured) -> None:
    Path("source-audit.toml").write_text(f'registers = ["sides.csv"]\nmade_on = 2026-05-15\n{WHOLE}', encoding="utf-8")
    out = shown(capsys, "--off", "few-sources")
    tomllib.loads(out)
    (folder / "again.toml").write_text(out, encoding="utf-8")
    again, first = source_audit.load_options(folder / "again.toml"), source_audit.load_options()
    assert again.off == {"few-sources"}
    assert (again.genre, again.made_on, again.lexicons) == (first.genre, first.made_on, first.lexicons)
    assert again.registers == (str(Path("sides.csv").absolute()),)
    assert rubric_of(again)["changes"][:-1] == rubric_of(first)["changes"][:-1]


def rubric_of(options: source_audit.Options) -> Any:
    from attrs import evolve

    return source_audit.audit_article(TEXT, options=evolve(options, registers=())).rubric


def test_it_is_shown_as_json_too(folder: Path, capsys: Captured) -> None:
    found = json.loads(shown(capsys, "--json", "--made-on", "2026-05-15"))
    assert (found["file"], found["rubric"]) == (None, "2026.1")
    by_key = {row["key"]: row for row in found["settings"]}
    assert (by_key["made_on"]["value"], by_key["made_on"]["from"]) == ("2026-05-15", "--made-on")
    assert by_key["checks.few-sources.weight"]["value"] == 7.5
    assert by_key["genre"] == {"key": "genre", "value": None, "from": "default", "instead_of": None, "note": ""}


def test_config_alone_says_how_it_is_used(capsys: Captured) -> None:
    assert main(["config"]) == 0
    assert "show" in capsys.readouterr().out
