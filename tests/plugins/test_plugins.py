"""Checks of other packages: found, named, switched off, and refused with the package's name where they are wrong."""

import csv
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from importlib import invalidate_caches
from pathlib import Path

import pytest

from source_audit import Audit, Options, audit_article, audit_many
from source_audit.check import SECTIONS
from source_audit.cli import main
from source_audit.corpus import write_csv
from source_audit.errors import CatalogueError
from source_audit.plugins import _with_plugins, all_checks
from source_audit.rubric import rubric
from source_audit.tuning import tuned
from tests.marking import marked, read
from tests.test_catalogue import examples

Captured = pytest.CaptureFixture[str]
ROOT = Path(__file__).parents[2]
PLUGIN = ROOT / "examples" / "plugin-check"
TEXT = "“The well is dry,” Mayor Ana Ruiz said.\n\n“It will rain,” said Bo Lind.\n"
MODULE = '''"""A page.{page}
"""
from source_audit.check import Category, check
from source_audit.finding import Case, Evidence, Verdict
from source_audit.span import Span

@check(question="Is it there?", title="It is there.", tally="{{good}} of {{all}}.", category={category}, since="1", row={row})
def {function}(reading):
    yield Case(message="Here.", evidence=(Evidence(span=Span(0, 3)),), verdict=Verdict.BREAKS)
'''
PAGE = "".join(f"\n\n## {name}\nText." for name in SECTIONS)


class Shelf:
    """A folder that packages with checks are installed in."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def put(
        self,
        package: str,
        check: str = "well-depth",
        *,
        row: object = None,
        function: str | None = None,
        source: str | None = None,
        category: str = "Category.LINKS",
        target: str | None = None,
    ) -> None:
        """Install a package with one check, as pip would leave it."""
        module = f"{package}_module"
        function = function or check.replace("-", "_")
        row = row or {"weight": 2, "rule": "count", "pass": 0, "partial": 0}
        made = MODULE.format(page=PAGE, category=category, row=row, function=function)
        (self.path / f"{module}.py").write_text(made if source is None else source, encoding="utf-8")
        info = self.path / f"{package}-1.2.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.2\n", encoding="utf-8")
        entry = f"[source_audit.checks]\n{check} = {module}:{target or function}\n"
        (info / "entry_points.txt").write_text(entry, encoding="utf-8")
        invalidate_caches()


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shelf]:
    monkeypatch.syspath_prepend(str(tmp_path))
    before = set(sys.modules)
    _with_plugins.cache_clear()
    yield Shelf(tmp_path)
    _with_plugins.cache_clear()
    for name in set(sys.modules) - before:
        if name.endswith("_module"):
            del sys.modules[name]


def test_a_check_of_another_package_is_asked_and_named(shelf: Shelf, capsys: Captured) -> None:
    shelf.put("harbour_checks")
    audit = audit_article(TEXT)
    answer = audit.answers["well-depth"]
    assert (answer.status, answer.weight, answer.reason) == ("informational", 2.0, "0 of 1. (too short to score)")
    report = json.loads(audit.to_json())
    assert report["tool"]["plugins"] == [{"name": "harbour_checks", "version": "1.2", "checks": ["well-depth"]}]
    assert report["rubric"]["checks"]["well-depth"] == {"weight": 2, "rule": "count", "pass": 0, "partial": 0}
    assert Audit.from_json(audit.to_json()) == audit
    assert main(["checks"]) == 0
    assert "  [harbour_checks 1.2]" in capsys.readouterr().out
    assert main(["explain", "well-depth"]) == 0
    assert "Is it there?" in capsys.readouterr().out


def test_a_card_says_which_package_took_part(shelf: Shelf, tmp_path: Path, capsys: Captured) -> None:
    shelf.put("harbour_checks")
    (tmp_path / "well.txt").write_text(TEXT, encoding="utf-8")
    assert main(["audit", str(tmp_path / "well.txt")]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "Checks that other packages brought: well-depth (harbour_checks 1.2)." in told


@pytest.mark.parametrize("options", [Options(off={"well-depth"}), Options(plugins=False)])
def test_it_can_be_switched_off(shelf: Shelf, options: Options) -> None:
    shelf.put("harbour_checks")
    assert "well-depth" not in audit_article(TEXT, options=options).answers


def test_a_configuration_changes_and_silences_it(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    shelf.put("harbour_checks")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "well.txt").write_text(TEXT, encoding="utf-8")
    config = tmp_path / "source-audit.toml"
    config.write_text("[checks.well-depth]\nweight = 9\n", encoding="utf-8")
    assert main(["audit", "well.txt", "-f", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["audits"]["well-depth"]["weight"] == 9
    config.write_text("plugins = false\n", encoding="utf-8")
    assert main(["audit", "well.txt", "-f", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["tool"]["plugins"] == []


WRONG = {"weight": 2, "rule": "count", "pass": 3, "partial": 1}


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"check": "few-sources"}, "'few-sources', which source-audit has already"),
        ({"source": "import nothing_of_this_name"}, "cannot be loaded (ModuleNotFoundError"),
        ({"source": "well_depth = 3"}, "must lead to a check, not to something of the type 'int'"),
        ({"function": "other", "target": "other"}, "brings a check 'other'; both names must be alike"),
        ({"row": WRONG}, "wrong row: pass must not be above partial"),
        ({"row": {"rule": "count"}}, "wrong row: weight is missing"),
        ({"row": {"weight": 2, "rule": "vote"}}, "wrong row: rule must be one of share"),
        ({"row": {"weight": 2, "rule": "most", "pass": 1}}, "wrong row: there is no 'pass' with the rule 'most'"),
        ({"row": {"weight": 2, "rule": "at-least", "bands": [[3]]}}, "wrong row: bands must be a list of"),
        ({"row": "None"}, "has no row: give @check(..., row={...})"),
        ({"row": "3"}, "has no row"),
        ({"category": "'beauty'"}, "'beauty' is not a valid Category"),
        ({"source": MODULE.format(page="", category="", row={}, function="f").replace("=,", "=1,")}, "lacks: Why"),
    ],
)
def test_a_wrong_one_is_refused_with_the_name_of_its_package(
    shelf: Shelf, wrong: dict[str, str], message: str, tmp_path: Path, capsys: Captured
) -> None:
    shelf.put("harbour_checks", **wrong)
    with pytest.raises(CatalogueError) as raised:
        audit_article(TEXT)
    assert message in str(raised.value)
    assert "of harbour_checks 1.2" in str(raised.value)
    (tmp_path / "well.txt").write_text(TEXT, encoding="utf-8")
    assert main(["audit", str(tmp_path / "well.txt")]) == 2
    assert message in capsys.readouterr().err
    assert main(["audit", str(tmp_path / "well.txt"), "--no-plugins"]) == 0
    assert main(["checks", "--no-plugins"]) == 0


def test_two_packages_may_not_bring_the_same_check(shelf: Shelf) -> None:
    shelf.put("first_checks")
    shelf.put("second_checks")
    with pytest.raises(CatalogueError, match=r"of second_checks 1\.2 brings a check 'well-depth', which first_checks"):
        all_checks()


def test_a_table_of_many_articles_has_a_column_for_it(shelf: Shelf, tmp_path: Path) -> None:
    shelf.put("harbour_checks")
    path = write_csv(audit_many([("empty", ""), ("well", TEXT)]), tmp_path / "table.csv")
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["well-depth"] for row in rows] == ["", "informational"]


# --- the example ---


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example package, installed without a network."""
    target = tmp_path_factory.mktemp("site")
    options = ["--no-deps", "--no-build-isolation", "--no-index", "--quiet", "--disable-pip-version-check"]
    command = [sys.executable, "-m", "pip", "install", *options, "--target", str(target), str(PLUGIN)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return target


def run(installed: Path, *arguments: str, cwd: Path) -> str:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(installed), str(ROOT)])}
    command = [sys.executable, "-W", "error", "-m", "source_audit", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, cwd=cwd)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_example_package_works_once_it_is_installed(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "well.txt").write_text(TEXT, encoding="utf-8")
    assert "quote-setting" in run(installed, "checks", cwd=tmp_path)
    report = json.loads(run(installed, "audit", "well.txt", "-f", "json", cwd=tmp_path))
    assert report["tool"]["plugins"] == [{"name": "quote-setting", "version": "1.0", "checks": ["quote-setting"]}]
    found = [finding["evidence"][0]["exact"] for finding in report["audits"]["quote-setting"]["findings"]]
    assert found == ["Mayor Ana Ruiz", "Bo Lind"]
    run(installed, "audit", "well.txt", "-o", "card.html", cwd=tmp_path)
    assert "quote-setting (quote-setting 1.0)" in (tmp_path / "card.html").read_text(encoding="utf-8")
    without = run(installed, "audit", "well.txt", "-f", "json", "--no-plugins", cwd=tmp_path)
    assert "quote-setting" not in json.loads(without)["audits"]


@pytest.mark.parametrize("section", ["Flagged", "Not flagged"])
def test_the_examples_on_the_page_of_the_example_hold(
    installed: Path, section: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(installed))
    invalidate_caches()
    _with_plugins.cache_clear()
    checks = all_checks()
    _with_plugins.cache_clear()
    one = next(check for check in checks if check.id == "quote-setting")
    for example in examples(one.page.sections[section]):
        plain, spans = marked(example)
        reading = read(plain)
        answer = tuned(rubric(), checks, Options()).judge(one, tuple(one(reading)), reading.document)
        assert [finding.span for finding in answer.findings] == spans, example
        assert (answer.status in ("pass", "not-applicable")) == (section == "Not flagged")
