"""The sentinel set is whole: every label names a check, a verdict and words that stand in its article once."""

from pathlib import Path

import pytest

from source_audit.checks import catalogue
from source_audit.finding import Verdict
from source_audit.options import GENRES
from tests.sentinel.labels import FOLDER, HALVES, KNOWN, LabelError, articles, load, read_labels

ARTICLE = """The bridge is tired

By Ana Holm

“The bridge is tired,” Mayor Rosa Lind said. It is understood that the work
will cost more. It will cost more, she said.
"""


def written(folder: Path, labels: str) -> Path:
    path = folder / "bridge.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    path.with_suffix(".toml").write_text(labels, encoding="utf-8")
    return path


def test_the_catalogue_holds_nothing_that_cannot_be_labelled() -> None:
    assert len(KNOWN) == len(set(KNOWN)) == 45
    assert {check.id for check in catalogue()} <= set(KNOWN)


@pytest.mark.parametrize("article", [path for half in HALVES for path in articles(half)], ids=lambda path: path.stem)
def test_the_labels_of_an_article_can_be_read(article: Path) -> None:
    labelled = read_labels(article)
    assert labelled.status or labelled.genre in {"press-release", "satire"}
    inside = [(case.check, case.span) for case in labelled.cases if len(case.span)]
    assert len(set(inside)) == len(inside)


@pytest.mark.parametrize("half", HALVES)
def test_no_label_lies_without_its_article(half: str) -> None:
    labels = {path.stem for path in (FOLDER / half).glob("*.toml")}
    assert labels == {path.stem for path in articles(half)}


def test_the_open_half_has_every_genre() -> None:
    assert {labelled.genre for labelled in load("open")} == set(GENRES) - {"unknown"}


def test_words_are_found_over_the_end_of_a_line(tmp_path: Path) -> None:
    labels = 'genre = "brief"\n[status]\n[[case]]\ncheck = "agentless-attribution"\nverdict = "breaks"\n'
    (case,) = read_labels(written(tmp_path, labels + 'exact = "the work will cost more"\n')).cases
    assert case.verdict is Verdict.BREAKS
    assert case.span.of(ARTICLE) == "the work\nwill cost more"


@pytest.mark.parametrize(
    ("labels", "message"),
    [
        ('genre = "novel"\n[status]', "genre 'novel' is none of"),
        ('genre = "brief"', "there is no table [status]"),
        ('genre = "brief"\n[status]\nno-speaker = "pass"', "there is no check 'no-speaker'"),
        ('genre = "brief"\n[status]\nfew-sources = "bad"', "status of few-sources: 'bad' is none of"),
        ('genre = "brief"\ntitle = "x"\n[status]', "unknown key 'title'"),
        ('genre = "brief"\n[status]\n[[case]]\ncheck = "few-sources"\nverdict = "poor"', "verdict 'poor' is none of"),
        ('genre = "brief"\n[status]\n[[case]]\nexact = "cost more"', "stand 2 times in the article's text, not once"),
        ('genre = "brief"\n[status]\n[[case]]\nexact = "cost less"', "stand 0 times"),
        ("genre = brief", "bridge.toml: Invalid value"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, labels: str, message: str) -> None:
    with pytest.raises(LabelError) as caught:
        read_labels(written(tmp_path, labels))
    assert "bridge.toml" in str(caught.value)
    assert message in str(caught.value)


def test_labels_that_are_not_there_are_an_error(tmp_path: Path) -> None:
    path = written(tmp_path, "")
    path.with_suffix(".toml").unlink()
    with pytest.raises(LabelError, match=r"bridge\.toml"):
        read_labels(path)
