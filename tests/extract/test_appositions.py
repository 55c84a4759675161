"""The words around a name that say who its bearer is, and those that do not."""

import pytest

from source_audit.attribution import Source
from source_audit.extract.mentions import read_mention
from source_audit.span import Span
from tests.extract.reading import read

OPENING = "The harbour news of the day\n\n"


def source(text: str, name: str) -> Source:
    return next(each for each in read(OPENING + text).sources if each.name == name)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("“It is late,” said retired baker Karl Stone.", "retired baker"),
        ("“It is late,” said founder and chief executive Karl Stone.", "founder and chief executive"),
        ("“It is late,” said Karl Stone, a friend of hers from school.", "a friend of hers from school"),
        ("Karl Stone, Ambry’s harbour master, said it was late.", "Ambry’s harbour master"),
        ("Karl Stone, chief executive of Northline, said it was late.", "chief executive of Northline"),
        ("Karl Stone, it’s also worth noting, said it was late.", None),
        ("Karl Stone, the day after the vote, said it was late.", None),
        ("Karl Stone, 52, said it was late.", None),
    ],
)
def test_only_role_nouns_and_appositions_are_roles(text: str, role: str | None) -> None:
    assert source(text, "Karl Stone").role == role


@pytest.mark.parametrize("words", ["money", "guidance from the", "rolling out with", "however,", "the lunar rover of"])
def test_what_merely_stands_before_a_name_is_no_role(words: str) -> None:
    text = f"{words} Karl Stone"
    assert read_mention(text, Span(0, len(text))).role is None


@pytest.mark.parametrize("label", ["R-TX", "D-N.Y.", "Lab", "Con", "Lib Dem", "Greens", "SNP", "I-Vt."])
@pytest.mark.parametrize(
    "text",
    [
        "“It is late,” said Rep. Karl Stone ({}).",
        "Karl Stone ({}) said it was late.",
        "Karl Stone ({}), member for Ambry, said it was late.",
    ],
)
def test_a_label_in_brackets_is_an_affiliation_for_every_party_alike(text: str, label: str) -> None:
    found = source(text.format(label), "Karl Stone")
    assert (found.kind.value, found.affiliation) == ("person", label)


@pytest.mark.parametrize(
    "text",
    [
        "Rep. Al Moss (D-N.Y.), chairman of the harbour committee, said it was late.",
        "Al Moss, 61, chairman of the harbour committee, said it was late.",
        "“It is late,” said Al Moss, chairman of the harbour committee.",
    ],
)
def test_a_name_keeps_its_apposition(text: str) -> None:
    (found,) = read(OPENING + text).sources
    assert (found.name, found.role) == ("Al Moss", "chairman of the harbour committee")


def test_an_apposition_says_who_an_unnamed_source_is() -> None:
    reading = read(OPENING + "A senior official, who was not authorised to speak publicly, said that it was unsafe.")
    (found,) = reading.sources
    assert found.mentions[0].of(reading.text) == "A senior official, who was not authorised to speak publicly"
