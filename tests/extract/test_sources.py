"""One record for each distinct source: merging, pronouns, kinds, the ladder of names, and reasons."""

import pytest

from source_audit.attribution import Source, SourceKind
from tests.extract.reading import read

OPENING = "The harbour news of the day\n\n"


def sources(text: str) -> list[Source]:
    return list(read(OPENING + text).sources)


def only(text: str) -> Source:
    found = sources(text)
    assert len(found) == 1, [source.name for source in found]
    return found[0]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ana Ruiz said it was late. Ruiz said it was dear.", id="surname"),
        pytest.param("Mayor Ana Ruiz said it was late. Ms Ruiz said it was dear.", id="title and surname"),
        pytest.param("Ana Ruiz said it was late. She said it was dear.", id="pronoun"),
        pytest.param("Mayor Ana Ruiz said it was late. The mayor said it was dear.", id="role"),
        pytest.param("Ana Ruiz left early. Ruiz said it was late.", id="surname first, full name known"),
        pytest.param("“It is late,” said Ana Ruiz, the harbour master. Ruiz’s view is known.", id="apposition"),
    ],
)
def test_mentions_of_one_person_are_one_source(text: str) -> None:
    source = only(text)
    assert source.name == "Ana Ruiz"
    assert source.kind is SourceKind.PERSON
    assert source.named


def test_two_people_with_one_surname_stay_two() -> None:
    found = sources("Ana Ruiz said it was late. Tom Ruiz said it was dear.")
    assert [source.name for source in found] == ["Ana Ruiz", "Tom Ruiz"]


def test_she_is_never_a_man() -> None:
    found = sources(
        "Mr Tom Hill said it was late. Ms Ana Ruiz said it was dear. He said it was sold. She said it was not."
    )
    assert [(source.name, len(source.attribution_ids)) for source in found] == [("Tom Hill", 2), ("Ana Ruiz", 2)]


def test_the_role_is_in_the_texts_own_words() -> None:
    assert only("Ana Ruiz, the harbour master, said it was late.").role == "the harbour master"
    assert only("“It is late,” said spokesman Tom Hill.").role == "spokesman"


@pytest.mark.parametrize(
    ("text", "kind", "named"),
    [
        ("The ministry said it was late.", SourceKind.ORGANISATION, True),
        ("The audit found it was late.", SourceKind.DOCUMENT, True),
        ("A spokesman for the ministry said it was late.", SourceKind.ORGANISATION, True),
        ("A spokeswoman said it was late.", SourceKind.UNNAMED_PERSON, False),
        ("A senior port official said it was late.", SourceKind.UNNAMED_PERSON, False),
        ("Two officials said it was late.", SourceKind.UNNAMED_GROUP, False),
        ("The Daily Post reported that it was late.", SourceKind.OUTLET, True),
    ],
)
def test_kinds_of_sources(text: str, kind: SourceKind, named: bool) -> None:
    source = only(text)
    assert (source.kind, source.named) == (kind, named)


@pytest.mark.parametrize(
    ("text", "collective"),
    [
        ("Critics say it was late.", True),
        ("Some experts believe it was late.", True),
        ("Two officials said it was late.", False),
        ("Insiders told the Courier that it was late.", False),
        ("Officials familiar with the talks said it was late.", False),
    ],
)
def test_a_class_in_general_is_told_from_people_who_could_be_counted(text: str, collective: bool) -> None:
    assert only(text).collective is collective


@pytest.mark.parametrize(
    ("text", "rung"),
    [
        ("A source said it was late.", 0),
        ("Three officials said it was late.", 1),
        ("A Treasury official said it was late.", 2),
        ("A person who read the memo said it was late.", 3),
        ("A Treasury official who read the memo said it was late.", 3),
        ("A Treasury official, a rival of the mayor who read the memo, said it was late.", 4),
    ],
)
def test_the_ladder_of_names(text: str, rung: int) -> None:
    assert only(text).anonymity == rung


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "A senior official, who asked not to be named because he feared dismissal, said it was unsafe.",
            "because he feared dismissal",
        ),
        (
            "A port official said it was unsafe. He spoke on condition of anonymity because he works there.",
            "because he works there",
        ),
        ("A port official said it was unsafe.", None),
        ("A port official, speaking on condition of anonymity, said it was unsafe.", None),
    ],
)
def test_the_reason_for_withholding_a_name(text: str, reason: str | None) -> None:
    reading = read(OPENING + text)
    found = next(source for source in reading.sources if source.unnamed).reason_unnamed
    assert (found.of(reading.text) if found else None) == reason


def test_a_speaker_who_is_not_told_is_not_guessed() -> None:
    reading = read(OPENING + "“Nobody ever asked any of us about it.” The rain fell on the roofs.")
    assert [a.source for a in reading.attributions] == [None]
