"""A right of reply: answers from a file beside the article stand beside their findings and change nothing."""

from pathlib import Path
from typing import Any

import lxml.html
import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import source_audit
from source_audit import Audit, Options, OptionsError, audit_article, render_report
from source_audit.checks import catalogue
from source_audit.cli import main
from source_audit.reply import Reply, read_replies
from source_audit.resources import data
from tests.test_schema import VALIDATOR

ARTICLE = """Pier of Skarn Stays Shut

The pier of Skarn will stay shut until June, an official said. “The steel is worn through,” said Tom Reed, an engineer.

Experts believe that the pier is old. Una Falk, who runs the shop, said that she had no bread.
"""
ANSWER = """by = "editor"
[[reply]]
audit = "anonymity-reason"
quote = "an official"
reason = "more-detail-would-identify"
note = "We know the name."
"""
WORDS = "The editor answers on “an official”: More detail would show who the source is. Note: “We know the name.”"
IDS = [check.id for check in catalogue()]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "pier.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def words(element: Any) -> str:
    return " ".join(" ".join(element.itertext()).split())


def answered(article: Path, text: str) -> Audit:
    article.with_name("pier.reply.toml").write_text(text, encoding="utf-8")
    return audit_article(article)


def test_the_file_beside_the_article_is_taken(article: Path) -> None:
    audit = answered(article, ANSWER)
    (reply,) = audit.replies
    assert (reply.audit, reply.by, reply.reason) == ("anonymity-reason", "editor", "more-detail-would-identify")
    assert audit.warnings == audit.document.notices
    assert audit_article(ARTICLE).replies == ()


def test_a_named_file_goes_before_the_one_beside(article: Path, tmp_path: Path) -> None:
    answered(article, ANSWER)
    other = tmp_path / "mine.toml"
    other.write_text('[[reply]]\naudit = "few-sources"\nby = "author"\nreason = "agreed"\n', encoding="utf-8")
    for markup in (article, ARTICLE):
        (reply,) = audit_article(markup, options=Options(reply=str(other))).replies
        assert (reply.audit, reply.by) == ("few-sources", "author")


@pytest.mark.parametrize("form", ["html", "markdown", "terminal"])
def test_every_report_shows_it_beside_its_finding_and_in_a_list(article: Path, form: str) -> None:
    report = render_report(answered(article, ANSWER), form)
    flat = words(lxml.html.document_fromstring(report)) if form == "html" else " ".join(report.split())
    assert flat.count(WORDS) >= 2
    assert data("replies")["intro"] in flat
    assert "Answers to this audit" not in render_report(audit_article(ARTICLE), form)


def test_the_card_shows_it_in_the_box_of_the_finding(article: Path) -> None:
    card = lxml.html.document_fromstring(render_report(answered(article, ANSWER)))
    boxes: Any = card.xpath("//article[.//a[@href='#c-anonymity-reason']] | //li[@id='c-anonymity-reason']")
    assert boxes
    assert all(WORDS in words(box) for box in boxes)


def test_words_that_are_not_in_the_finding_are_told(article: Path) -> None:
    audit = answered(article, ANSWER.replace("an official", "a minister"))
    assert audit.warnings[-1].code == "reply-unplaced"
    assert Audit.from_json(audit.to_json()) == audit


def test_the_json_report_keeps_it(article: Path) -> None:
    audit = answered(article, ANSWER)
    VALIDATOR.validate(audit.to_dict())
    assert audit.to_dict()["annotations"][0]["says"] == "More detail would show who the source is."
    assert Audit.from_json(audit.to_json()) == audit


REPLIES = st.builds(
    Reply,
    audit=st.sampled_from(IDS),
    by=st.sampled_from(list(data("replies")["by"])),
    reason=st.sampled_from(list(data("replies")["reasons"])),
    quote=st.sampled_from(["", "an official", "nothing"]),
    note=st.text(max_size=300),
)


def toml(replies: list[Reply]) -> str:
    rows = []
    for reply in replies:
        note = "".join(f"\\U{ord(sign):08X}" for sign in reply.note)
        rows.append(
            f'[[reply]]\naudit = "{reply.audit}"\nby = "{reply.by}"\nreason = "{reply.reason}"\n'
            f'quote = "{reply.quote}"\nnote = "{note}"\n'
        )
    return "".join(rows)


@settings(max_examples=25)
@given(replies=st.lists(REPLIES, max_size=5))
def test_no_answer_changes_a_check_or_the_number(
    replies: list[Reply], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("replies") / "answers.toml"
    path.write_text(toml(replies), encoding="utf-8")
    without = audit_article(ARTICLE)
    audit = audit_article(ARTICLE, options=Options(reply=str(path)))
    assert audit.replies == tuple(replies)
    assert evolve(audit, replies=(), warnings=without.warnings) == without
    assert audit.score == without.score


def test_what_is_written_in_an_answer_is_never_markup(article: Path) -> None:
    audit = answered(article, ANSWER.replace("We know the name.", "<script>x</script> [a](http://b.example)"))
    html = render_report(audit)
    assert "<script>x" not in html
    assert "[a](http" not in render_report(audit, "markdown")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (ANSWER.replace("anonymity-reason", "anonymity-reasons"), "did you mean 'anonymity-reason'"),
        (ANSWER.replace("more-detail-would-identify", "more-detail"), "did you mean 'more-detail-would-identify'"),
        (ANSWER.replace('"editor"', '"edtor"'), "did you mean 'editor'"),
        (ANSWER.replace("note =", "notes ="), "did you mean 'note'"),
        (ANSWER.replace('by = "editor"\n', ""), "lacks 'by'"),
        (ANSWER.replace("[[reply]]", "[[replies]]"), "did you mean 'reply'"),
        (ANSWER.replace("We know the name.", "x" * 301), "301 characters, more than 300"),
        (ANSWER.replace('"We know the name."', "3"), "must be a text"),
        ('reply = "yes"', r"\[\[reply\]\]"),
        ("by = ", "is no TOML"),
    ],
)
def test_what_does_not_exist_is_an_error_with_the_nearest_name(article: Path, text: str, message: str) -> None:
    with pytest.raises(OptionsError, match=message):
        answered(article, text)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(OptionsError, match="cannot be read"):
        read_replies(tmp_path / "none.toml", IDS)


def test_the_command_line_takes_a_file(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = article.with_name("answers.toml")
    path.write_text(ANSWER, encoding="utf-8")
    assert main(["audit", str(article), "--reply", str(path)]) == 0
    assert "The editor answers" in capsys.readouterr().out
    assert main(["audit", str(article), str(article), "-o", "out", "--reply", str(path)]) == 2
    assert "--reply belongs to a single article" in capsys.readouterr().err


def test_every_reason_is_a_short_sentence_that_accuses_nobody() -> None:
    for sentence in data("replies")["reasons"].values():
        assert sentence.endswith(".")
        assert len(sentence.split()) <= 15
    assert source_audit.Options().reply is None


def test_the_page_of_the_handbook_lists_every_reason() -> None:
    page = (Path(__file__).parents[1] / "docs" / "how-to" / "answer-an-audit.md").read_text(encoding="utf-8")
    for name, sentence in data("replies")["reasons"].items():
        assert f"| `{name}` | {sentence} |" in page
