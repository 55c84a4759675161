"""The sheets: the student's never shows the key, the teacher's shows why, and neither trusts the article."""

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

import source_audit
from source_audit.report import render_sheet
from source_audit.resources import data, page
from source_audit.teach import Lesson, compose_lesson, key_view, student_view

EXAMPLES = Path(__file__).parents[2] / "examples"
FORBIDDEN = re.compile(r"\b(fake|biased|liars?|trust score|proof|tweets?|failed to|wrong)\b", re.IGNORECASE)


def lesson_of(markup: str | Path, *, full_text: bool = False) -> Lesson:
    return compose_lesson(source_audit.audit_article(markup), full_text=full_text)


def student(lesson: Lesson) -> str:
    return render_sheet("exercise-student.html.jinja", **student_view(lesson))


def key(lesson: Lesson) -> str:
    return render_sheet("exercise-key.html.jinja", **key_view(lesson))


class Reader(HTMLParser):
    """Collects what a page says, which elements it has, and their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: Counter[str] = Counter()
        self.attributes: list[tuple[str, str, str]] = []
        self.comments: list[str] = []
        self._silent = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        self._silent = tag in {"style", "script"}

    def handle_endtag(self, tag: str) -> None:
        self._silent = False

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.words.append(data)

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


@pytest.fixture(scope="module", params=["demo", "night-bus.html", "school-roof.html"])
def lesson(request: pytest.FixtureRequest) -> Lesson:
    return lesson_of(page("demo") if request.param == "demo" else EXAMPLES / request.param)


def test_the_student_sheet_does_not_hold_the_key(lesson: Lesson) -> None:
    """Two sheets whose keys differ in every answer are the same, byte for byte."""
    from attrs import evolve

    from source_audit.teach import Item, Key

    def turned(item: Item) -> Item:
        if item.is_open:
            return evolve(item, key=evolve(item.key, why="turned", rule_id="turned", words=()))
        other = next(option for option in item.options if option != item.key.answer)
        return evolve(item, key=Key(answer=other, band=item.key.band, why="turned", rule_id="turned", accept=()))

    exercises = tuple(evolve(e, items=tuple(map(turned, e.items)), notes=()) for e in lesson.exercises)
    assert student(evolve(lesson, exercises=exercises, notes=())) == student(lesson)
    assert key(evolve(lesson, exercises=exercises)) != key(lesson)


def test_the_student_sheet_has_no_comment_no_checked_answer_and_no_band(lesson: Lesson) -> None:
    read = Reader(student(lesson))
    assert read.comments == []
    assert not [
        name for _, name, _ in read.attributes if name in {"checked", "value", "selected", "title", "data-answer"}
    ]
    assert not re.search(r"\b(likely|sure)\b", read.text.replace("the software was not sure", ""))


def test_every_item_stands_on_both_sheets(lesson: Lesson) -> None:
    sheet, answers = Reader(student(lesson)).text, Reader(key(lesson)).text
    for exercise in lesson.exercises:
        assert exercise.title in sheet
        assert exercise.instructions in sheet
        assert exercise.example_answer in sheet
        for item in exercise.items:
            words = " ".join(item.spans[0].exact.split())
            assert words in sheet
            assert words in answers
            assert " ".join(item.key.why.split()) in answers


def test_the_key_shows_answers_bands_words_and_rules(lesson: Lesson) -> None:
    answers = Reader(key(lesson)).text
    for exercise in lesson.exercises:
        for item in exercise.graded:
            assert item.key.answer
            assert item.key.answer in answers
            assert item.key.band.value in answers
            assert f"[{item.key.rule_id}]" in answers
        for note in exercise.notes:
            assert note in answers
    for note in lesson.notes:
        assert note in answers


def test_both_sheets_say_who_made_the_key_and_that_it_can_be_mistaken(lesson: Lesson) -> None:
    for sheet in (student(lesson), key(lesson)):
        text = Reader(sheet).text
        assert "Key made by software; checked by a teacher: no / yes ____" in text
        assert "the key can be wrong" in text
        assert "An unnamed source is not a bad source." in text
        assert "“differs from the key”" in text


def test_the_student_sheet_has_room_for_name_and_date_and_a_step_out_of_the_page(lesson: Lesson) -> None:
    text = Reader(student(lesson)).text
    for words in ("Name", "Class", "Date", "Words you need", "One step out of the page", "What I searched for"):
        assert words in text


def test_sheets_use_the_words_of_the_glossary(lesson: Lesson) -> None:
    own = " ".join(str(value) for value in data("lesson").values())
    assert not FORBIDDEN.search(own.replace("the key can be wrong", ""))
    glossary = [row["term"] for row in data("glossary")["term"] if row.get("class")]
    sheet = Reader(student(lesson)).text
    assert all(f"{term}:" in sheet for term in glossary)


def test_a_sheet_reads_easily() -> None:
    """The automated readability index of all that students read from us is at most 7, the level of ages 12 to 13."""
    lesson = data("lesson")
    told = [text for name in ("exercise", "sheet") for text in strings(lesson[name])]
    told += [row["meaning"] for row in data("glossary")["term"] if row.get("class")]
    text = " ".join(text for text in told if text.endswith((".", "?")))
    words = re.findall(r"[\w'’]+", text)
    sentences = len(re.findall(r"[.?:;](?:\s|$)", text))
    assert 4.71 * sum(map(len, words)) / len(words) + 0.5 * len(words) / sentences - 21.43 <= 7


def strings(table: object) -> Iterator[str]:
    if isinstance(table, str):
        yield table
    elif isinstance(table, dict | list):
        for entry in table.values() if isinstance(table, dict) else table:
            yield from strings(entry)


def test_a_sheet_asks_for_nothing_and_allows_one_style(lesson: Lesson) -> None:
    for sheet in (student(lesson), key(lesson)):
        read = Reader(sheet)
        assert not {"script", "img", "iframe", "link", "object", "form", "svg"} & set(read.tags)
        assert read.tags["style"] == 1
        assert not [name for _, name, _ in read.attributes if name == "style" or name.startswith("on") or name == "src"]
        style = re.search(r"<style>(.*?)</style>", sheet, re.DOTALL)
        assert style
        digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
        policy = next(
            value for tag, name, value in read.attributes if tag == "meta" and value.startswith("default-src")
        )
        assert f"style-src 'sha256-{digest}'" in policy
        assert "default-src 'none'" in policy
        assert "form-action 'none'" in policy
        assert "@import" not in style[1]
        assert "url(" not in style[1]


def test_ids_are_used_once_and_lead_somewhere(lesson: Lesson) -> None:
    for sheet in (student(lesson), key(lesson)):
        attributes = Reader(sheet).attributes
        ids = Counter(value for _, name, value in attributes if name == "id")
        assert not [name for name, count in ids.items() if count > 1]
        pointed = {
            v for _, name, value in attributes if name in {"aria-labelledby", "aria-describedby"} for v in value.split()
        }
        assert pointed <= set(ids)
        assert all(re.fullmatch(r"[a-z][a-z0-9-]*", name) for name in ids)


HOSTILE = """<html><head><title>&lt;script&gt;alert(1)&lt;/script&gt;</title></head><body><article>
<h1>&lt;img src=x onerror=alert(1)&gt;</h1>
<p>“&lt;script&gt;alert(1)&lt;/script&gt; is what we found there,” said Ana &lt;b&gt;Ruiz.</p>
<p>“{{ 7 * 7 }} {% raw %} was on the wall of the pier,” said Tom Hill.</p>
<p>Lind said <a href="javascript:alert(1)">the report</a> &amp; <a href="https://a.example/&quot;onclick=x">the list</a> were lost.</p>
<p>A senior official said the money --&gt; had been spent ]]&gt; twice over.</p></article></body></html>"""


@pytest.mark.parametrize("full_text", [True, False])
def test_a_hostile_article_stays_text(full_text: bool) -> None:
    lesson = lesson_of(HOSTILE, full_text=full_text)
    assert lesson.exercises
    for sheet in (student(lesson), key(lesson)):
        read = Reader(sheet)
        assert not {"script", "img"} & set(read.tags)
        assert not [name for _, name, _ in read.attributes if name.startswith("on")]
        assert all(v.startswith(("https://", "http://", "#")) for _, name, v in read.attributes if name == "href")
        assert "49" not in read.text
        assert "<script>alert(1)</script> is what we found there" in read.text


def test_links_of_the_text_are_marked_on_the_sheet() -> None:
    lesson = lesson_of(page("demo"), full_text=True)
    assert '<a href="https://www.osterby.example/reports/2026/sea-wall.pdf" rel="noreferrer noopener">' in student(
        lesson
    )


def test_the_whole_text_is_printed_only_when_asked() -> None:
    last = "The council will vote on the repair"
    assert last in Reader(student(lesson_of(page("demo"), full_text=True))).text
    excerpts = lesson_of(page("demo"))
    assert ("[… left out …]" in student(excerpts)) == (any(p.gap for p in excerpts.paragraphs) or excerpts.ends_early)


def test_sheets_are_the_same_every_time(lesson: Lesson) -> None:
    assert student(lesson) == student(lesson)
    assert key(lesson) == key(lesson)
