"""Who says something together: "Ruiz and Hill said"."""

import pytest

from source_audit import audit_article, find_attributions
from source_audit.attribution import Attribution, SourceKind
from source_audit.origin import Origins
from source_audit.reading import Reading

_BOTH = "Ana Ruiz is a councillor. Tom Hill is the mayor. "
_WOULD = " said they would appeal."


def read(text: str) -> Reading:
    return find_attributions(text, content_type="text")


def said(text: str) -> Attribution:
    return read(text).attributions[-1]


def speakers(text: str) -> list[str]:
    return [speaker.name for speaker in said(text).speakers]


def origins_of(text: str) -> Origins:
    return audit_article(text, content_type="text").origins


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("Ruiz and Hill", ["Ana Ruiz", "Tom Hill"]),
        ("Both Ruiz and Hill", ["Ana Ruiz", "Tom Hill"]),
        ("She and Hill", ["Ana Ruiz", "Tom Hill"]),
        ("Ruiz and the council", ["Ana Ruiz", "the council"]),
        ("Ruiz and Councillor Petra Nyland (Lab)", ["Ana Ruiz", "Petra Nyland"]),
        ("Ruiz and a colleague", ["Ana Ruiz", "a colleague"]),
    ],
)
def test_surnames_that_the_text_has_told_are_two_speakers(source: str, names: list[str]) -> None:
    assert speakers(_BOTH + source + _WOULD) == names


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("Maria Quill and her brother, Jan Quill,", ["Maria Quill", "Jan Quill"]),
        ("Maria Quill and her brother Tom Quill", ["Maria Quill", "Tom Quill"]),
        ("Ana Ruiz of Ostwick and Tom Hill of Port Ellan", ["Ana Ruiz", "Tom Hill"]),
        ("Ana Ruiz and the mayor of Ostwick, Tom Hill,", ["Ana Ruiz", "Tom Hill"]),
        ("Two nurses, Ana Ruiz and Tom Hill,", ["Ana Ruiz", "Tom Hill"]),
        ("Councillors Ana Ruiz and Tom Hill", ["Ana Ruiz", "Tom Hill"]),
        ("Mayor Ana Ruiz and harbour master Tom Hill", ["Ana Ruiz", "Tom Hill"]),
        ("Ana Ruiz and Tom Hill, both from Ostwick,", ["Ana Ruiz", "Tom Hill"]),
        ("The mayor and the harbour board", ["The mayor", "the harbour board"]),
        ("The FBI and CIA", ["FBI", "CIA"]),
        ("The mayor of Ostwick and the governor of Ellan", ["The mayor of Ostwick", "the governor of Ellan"]),
    ],
)
def test_whole_names_roles_and_bodies_are_several_speakers(source: str, names: list[str]) -> None:
    assert speakers(source + _WOULD) == names


@pytest.mark.parametrize(
    "source",
    [
        "The Department of Health and Human Services",
        "The Ministry of Health and the Environment",
        "The Equality and Human Rights Commission",
        "Smith and Sons",
        "Marks and Spencer",
        "Helen Marks ran a shop. Marks and Spencer",
        "Trinidad and Tobago",
        "Florence and the Machine",
        "Tom Hill and the Heartbreakers",
        "The secretary of health and education",
        "The trade and industry minister, Ana Ruiz,",
        "The health secretary and education minister Ana Ruiz",
        "The mayor and council",
        "The head of the council and the police",
        "The daughter of Ana Ruiz and Tom Hill",
        "Lawyers for Ana Ruiz and Tom Hill",
        "Ana Ruiz, a nurse and the mayor of Ostwick,",
        "Ana Ruiz, an aide under Presidents Vale and Tom Hill,",
        "A teacher and mother of two",
        "A wife and a mother",
        "Residents and traders",
        _BOTH + "Ruiz and Hill, a law firm,",
        _BOTH + "Ruiz and Hill Partners",
        _BOTH + "Ruiz and Hill's lawyer",
    ],
)
def test_one_body_one_office_and_one_person_stay_one(source: str) -> None:
    assert said(source + _WOULD).joint == ()


def test_a_verb_of_one_makes_two_names_a_firm() -> None:
    assert said(f"{_BOTH}Ruiz and Hill says the bridge is safe.").joint == ()


def test_each_is_mentioned_by_their_own_words_and_has_the_statement() -> None:
    text = "“We will appeal,” said Ana Ruiz and Tom Hill, the mayor of Ostwick. Hill said it would take a year."
    reading = read(text)
    ruiz, hill = reading.sources
    assert [[mention.of(text) for mention in each.mentions] for each in (ruiz, hill)] == [
        ["Ana Ruiz"],
        ["Tom Hill, the mayor of Ostwick", "Hill"],
    ]
    assert (ruiz.role, hill.role) == (None, "the mayor of Ostwick")
    assert (ruiz.attribution_ids, hill.attribution_ids) == (("a1",), ("a1", "a2"))
    assert [span.of(text) for span in reading.attributions[0].sources] == [
        "Ana Ruiz and Tom Hill, the mayor of Ostwick"
    ]


@pytest.mark.parametrize("group", ["colleagues", "other councillors", "her advisers", "other Republicans"])
def test_others_beside_a_name_are_a_group_and_nobody_with_a_name(group: str) -> None:
    first, second = said(f"{_BOTH}Ruiz and {group}{_WOULD}").speakers
    assert (first.name, second.name, second.named) == ("Ana Ruiz", group, False)
    assert second.kind in (SourceKind.UNNAMED_GROUP, SourceKind.UNKNOWN)


def test_what_a_name_stands_for_as_well_does_not_rest_on_somebody_unnamed() -> None:
    together = read(f"{_BOTH}Ruiz and a senior official{_WOULD}")
    apart = read(f"{_BOTH}A nurse and a senior official{_WOULD}")
    assert together.unnamed_sources == ()
    assert [source.name for source in apart.unnamed_sources] == ["A nurse", "a senior official"]


def test_holders_of_one_office_in_two_places_are_a_group_and_not_the_second_place() -> None:
    (source,) = read("The mayors of Ostwick and Port Ellan wrote that the harbour must stay open.").sources
    assert (source.name, source.named) == ("The mayors of Ostwick and Port Ellan", False)


def test_those_heard_together_are_two_voices_of_two_origins() -> None:
    origins = origins_of(f"{_BOTH}“The bridge is not safe, and it has to be closed at once,” Ruiz and Hill said.")
    assert (origins.voices, origins.independent) == (2, 2)


def test_a_body_and_its_own_head_stay_one_origin_where_they_speak_together() -> None:
    first = "Ana Ruiz, director of the Harbour Office, said the bridge was safe."
    origins = origins_of(f"{first} The Harbour Office and Ruiz said it would stay open.")
    assert (origins.voices, origins.independent) == (2, 1)


def test_nobody_echoes_what_they_said_together_with_somebody() -> None:
    words = "“The bridge is not safe, and it has to be closed at once for everybody who lives here,”"
    origins = origins_of(f"{_BOTH}{words} Ruiz and Hill said.\n\n{words} Hill said.")
    assert (origins.voices, origins.independent) == (2, 2)
