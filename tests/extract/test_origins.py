"""The recount: one body, one origin; a post that repeats a statement adds no voice."""

from pathlib import Path

import pytest

from source_audit.attribution import Origins
from source_audit.extract import extract_reading
from source_audit.parse import parse_document
from tests.extract.reading import read

EXAMPLES = Path(__file__).parents[2] / "examples"
OPENING = "The harbour news of the day\n\n"


def names(text: str) -> tuple[Origins, dict[str, str]]:
    reading = read(OPENING + text)
    return reading.origins, {source.id: source.name for source in reading.sources}


def merged(text: str) -> list[set[str]]:
    origins, known = names(text)
    return [{known[source] for source in group.source_ids} for group in origins.merges]


def test_a_body_and_its_head_are_one_origin_where_both_stand_in_the_text() -> None:
    assert merged("Vladimir Putin said it was late. The Kremlin said it was dear.") == [{"Vladimir Putin", "Kremlin"}]


def test_every_merge_has_its_reason() -> None:
    origins, _ = names("Keir Starmer said it was late. Downing Street said it was dear.")
    assert [group.reason for group in origins.merges] == ["one body: Downing Street speaks for Keir Starmer"]


@pytest.mark.parametrize(
    "text",
    [
        "Boris Johnson said it was late. The Kremlin said it was dear.",
        "Ana Ruiz said it was late. Tom Hill said it was not.",
    ],
)
def test_strangers_stay_apart(text: str) -> None:
    assert merged(text) == []


def test_a_spokesperson_speaks_for_whom_the_text_says() -> None:
    assert merged("Mayor Peter Aldous said it was late. Aldous’s spokesman, Pavel Rind, said it was dear.") == [
        {"Peter Aldous", "Pavel Rind"}
    ]


def test_the_head_of_that_day_counts() -> None:
    text = "Harbour News\n\nBy Ana Ruiz\n\nMay 3, 2018\n\nTheresa May said it was late. Keir Starmer said it was not. Downing Street said it was dear."
    origins, known = read(text).origins, {source.id: source.name for source in read(text).sources}
    assert [{known[source] for source in group.source_ids} for group in origins.merges] == [
        {"Theresa May", "Downing Street"}
    ]


def test_a_pasted_post_that_repeats_a_statement_joins_its_speaker() -> None:
    reading = extract_reading(parse_document(EXAMPLES / "two-statements.txt"))
    assert [repeat.overlap for repeat in reading.repeats] == [1.0]
    repeat = reading.repeats[0]
    quoted, post = repeat.quoted.of(reading.text), repeat.post.of(reading.text)
    assert quoted == post
    assert quoted.startswith("We have heard the appeal")
    known = {source.id: source.name for source in reading.sources}
    assert [{known[s] for s in group.source_ids} for group in reading.origins.merges] == [
        {"Mirko Varga", "@LakoniaIsntEnemy"}
    ]


def test_a_post_that_adds_something_repeats_nothing() -> None:
    assert extract_reading(parse_document(EXAMPLES / "night-bus.html")).repeats == ()


def test_crowds_and_speakers_not_told_are_no_voices() -> None:
    origins, _ = names("Critics say it was late. It was reported that it was dear.")
    assert origins.voices == 0


def test_the_companys_director_speaks_for_the_company_named_before() -> None:
    assert merged(
        "The operator, Northline Coaches, said it was late. The company’s director, Viktor Hale, said it was dear."
    ) == [{"Northline Coaches", "Viktor Hale"}]


def test_a_spokesperson_and_their_bodys_report_are_one_origin() -> None:
    text = "The county auditor’s report found it was late. A spokeswoman for the county auditor, Ines Corley, said it was dear."
    assert merged(text) == [{"The county auditor’s report", "Ines Corley"}]
