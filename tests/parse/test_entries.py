"""Where the entries of a live blog begin and end."""

import pytest

from source_audit.parse import parse_document
from source_audit.parse.entries import entries_of

OFFICE = "<p>The pier is shut, and the office of the harbour says that it will stay so.</p>"
BREAD = "<p>The bread for the island went by the mail boat today, the office said.</p>"
MAIL = "<p>The mail went by the same boat, and nobody on the quay had to wait for it.</p>"


def entries(body: str) -> list[tuple[str, str]]:
    markup = f"<html><body><article><h1>Pier of Skarn live</h1><p>By Jonas Pell</p><p>Published 22 November 2025</p>{body}</article></body></html>"
    document = parse_document(markup, content_type="html")
    return [(time.of(document.text), entry.of(document.text)) for time, entry in entries_of(document)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("<h2>14:40</h2>", "<h2>14:10</h2>"),
        ("<p>2.40pm</p>", "<p>2.10pm</p>"),
        ("<p>Published at 14:40 GMT</p>", "<p>Published at 14:10 GMT</p>"),
        ("<p>Nov. 22, 2025, 2:40 p.m. ET</p>", "<p>Nov. 22, 2025, 2:10 p.m. ET</p>"),
        ("<p>4 minutes ago</p>", "<p>1h ago</p>"),
        ("<p>Jonas Pell, 14:40</p>", "<p>Ada Holt, 14:10</p>"),
    ],
)
def test_a_time_in_a_line_of_its_own_opens_an_entry(first: str, second: str) -> None:
    (one, bread), (two, mail) = entries(f"{OFFICE}{first}{BREAD}{second}{MAIL}")
    assert f">{one}<" in first
    assert f">{two}<" in second
    assert "bread" in bread
    assert "mail went" not in bread
    assert "mail went" in mail


def test_a_time_may_open_the_first_paragraph() -> None:
    found = entries(f"<p>14:40 The boat is back.</p>{BREAD}<p>14:10 The boat has left.</p>{MAIL}")
    assert [time for time, _ in found] == ["14:40", "14:10"]


def test_a_heading_above_the_times_belongs_to_the_entry_below() -> None:
    found = entries(f"<h2>Boat is back</h2><p>14:40</p>{BREAD}<h2>Boat has left</h2><p>14:10</p>{MAIL}")
    assert [entry.split("\n")[0] for _, entry in found] == ["Boat is back", "Boat has left"]


def test_a_heading_below_the_time_belongs_to_it() -> None:
    found = entries(f"<p>14:40</p><h2>Boat is back</h2>{BREAD}<p>14:10</p><h2>Boat has left</h2>{MAIL}")
    assert [entry.split("\n")[0] for _, entry in found] == ["14:40", "14:10"]
    assert "Boat has left" not in found[0][1]


@pytest.mark.parametrize(
    "line",
    [
        "<p>The boat left at 14:40.</p>",
        "<p>The vote ended 12:40 in favour of the pier and against the tunnel that was planned</p>",
        "<p>“We left at 2.40pm”</p>",
        "<p>Steel is 3.45 per cent dearer</p>",
    ],
)
def test_a_sentence_with_a_time_opens_none(line: str) -> None:
    assert len(entries(f"<h2>14:40</h2>{BREAD}{line}{MAIL}")) == 1


def test_a_time_with_nothing_below_it_is_no_entry() -> None:
    assert [time for time, _ in entries(f"<h2>14:40</h2><h2>14:10</h2>{MAIL}")] == ["14:10"]


def test_a_text_without_times_has_no_entries() -> None:
    assert entries(BREAD + MAIL) == []
