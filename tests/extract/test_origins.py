"""The recount: one body, one origin; a post that repeats a statement adds no voice."""

from pathlib import Path

import pytest

from source_audit.extract import extract_reading
from source_audit.origin import Origins
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


@pytest.mark.parametrize("words", ["Mind the gap. Now.", "The pier will be closed until May"])
def test_a_shared_slogan_or_one_shared_sentence_joins_no_voices(words: str) -> None:
    text = (
        f"Ambry council said: “{words}.” It was late on Monday when the poster was put up.\n\n"
        f"Pier Watch @PierWatchAmbry\n{words}. What a way to treat people who fish there, work there, live there and pay "
        "for all of it with their taxes every single year.\n9:12 AM · May 4, 2026\n\n"
    )
    assert merged(text) == []


def test_who_also_works_there_does_not_speak_for_the_body() -> None:
    assert merged("Northline said it was late. Viktor Hale, who is also a director of Northline, said it was.") == []


@pytest.mark.parametrize("name", ["Ana Ruiz", "Rep. Ana Ruiz"])
def test_an_account_is_merged_with_the_person_whose_name_it_bears(name: str) -> None:
    text = (
        "Rep. Ana Ruiz of Ambry was late on Monday. Ruiz said it was dear.\n\n⚡️ BREAKING: the bridge is closed.\n"
        f"“The crack was there last year. We have pictures of it…\n— {name} (@anaruiz)\nMarch 14, 2026"
    )
    assert merged(text) == [{"Ana Ruiz", "@anaruiz"}]


@pytest.mark.parametrize(("name", "one"), [("Joshua Quill", True), ("Jonas Quill", False), ("Joshua Quint", False)])
def test_an_account_under_a_short_first_name_is_the_persons(name: str, *, one: bool) -> None:
    text = (
        f"{name}, a pilot from Ambry, said it was late. Quill said it was dear.\n\n⚡️ BREAKING: the bridge is closed.\n"
        "“The crack was there last year. We have pictures of it…\n— Josh Quill (@joshq)\nMarch 14, 2026"
    )
    assert ({name, "@joshq"} in merged(text)) == one


def test_who_is_heard_in_the_headline_only_is_no_voice() -> None:
    page = "<article><h1>Tom Hill says pier is late</h1><p>Ana Ruiz said it was dear.</p></article>"
    assert extract_reading(parse_document(page)).origins.voices == 1


def test_crowds_and_speakers_not_told_are_no_voices() -> None:
    origins, _ = names("Critics say it was late. It was reported that it was dear.")
    assert origins.voices == 0


@pytest.mark.parametrize(
    "words",
    [
        "director of Northline",
        "the deputy director of operations at Northline",
        "Northline’s chief executive",
        "a spokesman for Northline",
        "who heads Northline",
        "a lawyer for Northline",
        "the officer for exploration in Northline’s vehicle directorate",
    ],
)
def test_a_role_ties_its_bearer_to_the_body_that_it_names(words: str) -> None:
    assert merged(f"Northline said it was late. Viktor Hale, {words}, said it was dear.") == [
        {"Northline", "Viktor Hale"}
    ]


def test_a_role_before_a_name_ties_as_well() -> None:
    text = "Northline said it was late. Northline spokesman Viktor Hale said it was dear."
    assert merged(text) == [{"Northline", "Viktor Hale"}]


@pytest.mark.parametrize(
    "words",
    [
        "the company’s director",
        "a former director of Northline",
        "a customer of Northline",
        "an analyst at Northline",
        "leader of the opposition to Northline",
        "president of the union at Northline",
        "head of a charity that sued Northline",
        "director of a Northline supplier",
        "director of Southline",
    ],
)
def test_nearness_and_other_ties_are_no_merge(words: str) -> None:
    assert merged(f"Northline said it was late. Viktor Hale, {words}, said it was dear.") == []


def test_a_body_named_last_is_not_whom_everybody_speaks_for() -> None:
    text = (
        "Viktor Hale, the company’s billionaire founder, said it was late. Secretary of Transport Ana Ruiz said it was "
        "dear. Harbour House Press Secretary Tom Hill said it was sold. The Harbour Agency said it was not."
    )
    assert merged(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Ruiz said it was late. Her spokesman, Tom Hill, said it was dear.", [{"Ana Ruiz", "Tom Hill"}]),
        ("Karl Stone said it was late. Her spokesman, Tom Hill, said it was dear.", []),
        ("Ana Ruiz said it was late. Eva Stone said it was. Her spokesman, Tom Hill, said it was dear.", []),
    ],
)
def test_her_spokesman_is_merged_only_with_the_one_whom_her_can_mean(text: str, expected: list[set[str]]) -> None:
    assert merged(text) == expected


def test_a_relative_of_a_head_does_not_speak_for_the_body() -> None:
    assert merged("Melania Trump said it was late. The White House said it was dear.") == []


def test_a_spokesperson_and_their_bodys_report_are_one_origin() -> None:
    text = "The county auditor’s report found it was late. A spokeswoman for the county auditor, Ines Corley, said it was dear."
    assert merged(text) == [{"The county auditor’s report", "Ines Corley"}]
    origins, _ = names(text)
    assert [group.reason for group in origins.merges] == [
        "one body: Ines Corley speaks for those who made the county auditor’s report"
    ]


@pytest.mark.parametrize(
    ("text", "voices"),
    [
        ("Ana Ruiz said it was late. Her office said it was dear.", {"Ana Ruiz", "Her office"}),
    ],
)
def test_a_description_is_one_with_the_body_or_person_that_it_means(text: str, voices: set[str]) -> None:
    assert [{name.lower() for name in group} for group in merged(text)] == [{name.lower() for name in voices}]


def test_of_two_bodies_of_one_kind_a_description_means_neither() -> None:
    text = "The Open Road Foundation said a day. The Salt Foundation said two. The foundation said it was dear."
    assert merged(text) == []
