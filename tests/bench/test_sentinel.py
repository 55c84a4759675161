"""The figures of the sentinel set count what their words say, and the blind half is never shown."""

from functools import partial
from pathlib import Path

import pytest

from source_audit import Options, audit_article
from tests.bench import sentinel
from tests.sentinel.labels import Labelled, load, read_labels

ARTICLE = """Bridge to close in May

It is understood that the bridge will close. It is thought that a second one will follow.

“We looked at every pier,” Mayor Rosa Lind said. It is believed that she wept.
"""
LABELS = """genre = "brief"
[status]
agentless-attribution = "informational"
[[case]]
check = "agentless-attribution"
exact = "the bridge will close"
verdict = "breaks"
[[case]]
check = "agentless-attribution"
exact = "she wept"
verdict = "unsure"
[[case]]
check = "agentless-attribution"
exact = "We looked at every pier"
verdict = "breaks"
"""


def labelled(folder: Path) -> Labelled:
    path = folder / "bridge.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    path.with_suffix(".toml").write_text(LABELS, encoding="utf-8")
    return read_labels(path)


def test_flags_are_compared_with_the_labels(tmp_path: Path) -> None:
    found = sentinel.measure([labelled(tmp_path)])
    tally = found.checks["agentless-attribution"]
    assert (tally.right, tally.wrong, tally.missed, tally.doubtful) == (1, 1, 1, 1)
    assert (tally.precision, tally.recall) == (0.5, 0.5)
    assert any("wrongly flagged" in line and "It is thought" in line for line in tally.differences)


def test_labels_of_checks_that_do_not_exist_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without = Options(off=["agentless-attribution"])
    monkeypatch.setattr(sentinel, "audit_article", partial(audit_article, options=without))
    found = sentinel.measure([labelled(tmp_path)])
    assert found.unbuilt == {"agentless-attribution": 3}
    assert "agentless-attribution" not in found.checks


@pytest.mark.parametrize(("right", "wrong", "able"), [(29, 0, False), (30, 0, True), (27, 3, False), (36, 4, True)])
def test_a_check_may_weigh_when_it_is_right_often_enough(right: int, wrong: int, able: bool) -> None:
    assert sentinel.Tally(right=right, wrong=wrong).may_weigh is able


def test_of_the_blind_half_only_figures_are_printed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    articles = load("open")[:4]
    monkeypatch.setattr(sentinel, "load", lambda half: articles)
    assert sentinel.main(["blind"]) == 0
    printed = capsys.readouterr().out
    assert "have earned their weight" in printed
    assert not [article for article in articles if article.path.stem in printed]


def test_differences_are_listed_for_the_open_half_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sentinel, "load", lambda half: [labelled(tmp_path)] if half == "open" else [])
    assert sentinel.main(["--list", "agentless-attribution"]) == 0
    assert "bridge: missed (breaks) We looked at every pier" in capsys.readouterr().out
    assert sentinel.main(["--list", "no-such-check"]) == 2
    assert sentinel.main(["blind", "--list", "agentless-attribution"]) == 2
