"""Bad and hostile input: a clear error or an audit with a warning, in bounded time, never a traceback."""

import subprocess
import sys
from pathlib import Path

import pytest

from source_audit import ArticleError, Audit, Options, OptionsError, audit_article, render_report
from tests.cards import as_a_card_holds_it, data_of

PARAGRAPH = (
    "<p>The bridge will be closed until May, Mayor Ana Ruiz said on Tuesday, because the piers have to be mended.</p>"
)
MEGA = 1_000_000


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        pytest.param("", "empty", id="empty text"),
        pytest.param(" \n\t ", "empty", id="white space"),
        pytest.param(b"", "empty", id="empty bytes"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "", id="picture"),
        pytest.param(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "", id="pdf"),
        pytest.param(bytes(range(256)) * 40, "", id="binary"),
        pytest.param("<html><body><nav><a href='/'>Home</a></nav></body></html>", "", id="no article"),
        pytest.param("x" * 1_001, "1,000", id="too large"),
    ],
)
def test_what_is_no_article_is_refused_in_words(markup: str | bytes, words: str) -> None:
    with pytest.raises(ArticleError) as refusal:
        audit_article(markup, options=Options(size_limit=1_000 if words == "1,000" else 10 * MEGA))
    assert words in str(refusal.value)
    assert len(str(refusal.value)) > 20


def test_a_missing_file_and_a_folder_are_refused_in_words(tmp_path: Path) -> None:
    for path in (tmp_path / "none.html", tmp_path):
        with pytest.raises(ArticleError, match=path.name):
            audit_article(path)


def test_wrong_encoding_is_read_with_a_warning() -> None:
    audit = audit_article("“Nein”, sagte er. “No,” Mayor Ana Ruiz said.".encode("cp1252"), content_type="text")
    assert "“No,”" in audit.document.text
    assert "encoding" in {notice.code for notice in audit.warnings}


@pytest.mark.parametrize("option", [{"genre": "poem"}, {"off": {"no-such-check"}}])
def test_options_that_do_not_exist_are_refused(option: dict[str, object]) -> None:
    with pytest.raises(OptionsError):
        audit_article("The bridge is closed.", options=Options(**option))  # type: ignore[arg-type]


HEAVY = {
    "5,000 nested divs": "<html><body>" + "<div>" * 5_000 + PARAGRAPH * 5 + "</div>" * 5_000,
    "20,000 attributes": "<html><body><div " + " ".join(f"a{i}='1'" for i in range(20_000)) + ">" + PARAGRAPH * 5,
    "a 10 MB page": "<html><body><article>" + PARAGRAPH * 88_000,
    "one paragraph of 5 MB": "<html><body><article><p>" + "Ana Ruiz said the bridge was closed. " * 135_000,
    "100,000 links": "<html><body><article>" + "<p><a href='https://a.example/b'>said</a> the mayor.</p>" * 100_000,
    "entities": "<html><body><article>" + "<p>&quot;&ldquo;&#8220;&amp;lt;" * 50_000,
    "30,000 entries": "<html><body><article><h1>Pier: live updates</h1>"
    + "<h3>14:40</h3><p>Experts say the pier is old.</p>" * 30_000,
    "unclosed posts": "<html><body><article>" + "<blockquote class='twitter-tweet'><p>" * 3_000 + PARAGRAPH,
}
MARKS = {
    "straight marks": '"',
    "curly openers": "“",
    "curly closers": "”",
    "apostrophes": "'",
    "single curly": "‘",
    "backticks": "`",
    "guillemets": "«",
    "brackets": "(",
    "spaced marks": ' "',
    "marks and letters": 'a"b ',
    "quoted words": '"no" ',
    "capitals": "Ab ",
    "dashes": "— ",
    "handles": "— A (@a) ",
    "colons": "a: ",
    "commas": "a, ",
    "dots": ". ",
    "ellipses": "…",
    "newlines": "a\n",
    "opened lines": "“a\n",
    "said": "Ana Ruiz said ",
    "that": "said that ",
    "sources": "according to sources ",
    "emoji": "⚡️ ",
    "digits": "1 ",
    "shares": "one in ten boats in two ",
    "documents": "A report by the board found that nights were short. ",
}


def in_time(program: str, data: str, tmp_path: Path, seconds: int) -> str:
    """Run a program over *data* in a process that is ended after so many seconds."""
    path = tmp_path / "article"
    path.write_text(data, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program, str(path)],
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2_000:]
    return done.stdout


AUDIT = """
import sys, pathlib, resource, source_audit
try:
    audit = source_audit.audit_article(pathlib.Path(sys.argv[1]), content_type={kind!r},
                                       options=source_audit.Options(size_limit=40_000_000))
    print("audited", len(audit.document.text))
except source_audit.ArticleError as error:
    print("refused", error)
print("MB", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


@pytest.mark.parametrize("name", HEAVY)
def test_a_heavy_page_is_bounded(name: str, tmp_path: Path) -> None:
    printed = in_time(AUDIT.format(kind="html"), HEAVY[name], tmp_path, seconds=240)
    assert printed.startswith(("audited", "refused"))


@pytest.mark.parametrize("name", MARKS)
def test_half_a_megabyte_of_anything_is_bounded(name: str, tmp_path: Path) -> None:
    mark = MARKS[name]
    data = mark * (MEGA // 2 // len(mark.encode()))
    printed = in_time(AUDIT.format(kind="text"), data, tmp_path, seconds=60)
    assert printed.startswith(("audited", "refused"))


def test_a_megabyte_of_unnamed_sources_is_bounded(tmp_path: Path) -> None:
    told = "Two people who were at the talks said the bridge was unsafe, and asked not to be named.\n\n"
    printed = in_time(AUDIT.format(kind="text"), told * (MEGA // len(told)), tmp_path, seconds=60)
    assert printed.startswith("audited")


@pytest.mark.parametrize("name", ["straight marks", "curly closers", "apostrophes", "brackets", "said"])
def test_five_megabytes_of_marks_are_bounded(name: str, tmp_path: Path) -> None:
    mark = MARKS[name]
    data = mark * (5 * MEGA // len(mark.encode()))
    printed = in_time(AUDIT.format(kind="text"), data, tmp_path, seconds=180)
    assert printed.startswith(("audited", "refused"))
    assert int(printed.split("MB")[1]) < 4_000


def test_the_card_of_a_hostile_page_holds_no_live_markup() -> None:
    page = (
        "<html><head><title><script>alert(1)</script></title></head><body><article><h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1>"
        + PARAGRAPH * 4
        + "<p>&lt;img src=x onerror=alert(1)&gt; <a href='javascript:alert(1)'>said</a> <a href='data:text/html,x'>Ruiz</a></p>"
        + "</article>"
    )
    card = render_report(audit_article(page), "html")
    assert "<script>alert" not in card
    assert "<img" not in card
    assert 'href="javascript' not in card
    assert 'href="data:' not in card


def test_a_card_shows_the_signs_that_turn_or_hide_text_and_keeps_them_in_its_record() -> None:
    text = "The bridge \u202eevil\u202c is \u200bclosed, Mayor Ana Ruiz said on Tuesday."
    audit = audit_article(text)
    card = render_report(audit, "html")
    assert "The bridge [U+202E]evil[U+202C] is [U+200B]closed" in card
    assert not {"\u202e", "\u202c", "\u200b"} & set(card)
    assert Audit.from_json(data_of(card)) == as_a_card_holds_it(audit)
