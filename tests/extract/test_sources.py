"""One record for each distinct source: merging, pronouns, kinds, the ladder of names, and reasons."""

import time

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
    assert [source.anonymity for source in sources(text) if source.unnamed] == [rung]


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


@pytest.mark.parametrize(
    ("text", "role", "affiliation"),
    [
        (
            "Ana Ruiz, director of Northline Coaches, said it was late.",
            "director of Northline Coaches",
            "Northline Coaches",
        ),
        ("Northline spokesman Tom Hill said it was late.", "Northline spokesman", "Northline"),
        ("Hill, 52, a doctor at Ambry Hospital, said it was late.", "a doctor at Ambry Hospital", "Ambry Hospital"),
        ("Former mayor Ana Ruiz said it was late.", "Former mayor", None),
        ("Ana Ruiz, who left early, said it was late.", None, None),
    ],
)
def test_a_role_and_an_affiliation_come_with_their_places(text: str, role: str | None, affiliation: str | None) -> None:
    reading = read(OPENING + text)
    (source,) = reading.sources
    assert (source.role, source.affiliation) == (role, affiliation)
    assert (source.role_span.of(reading.text) if source.role_span else None) == role
    assert (source.affiliation_span.of(reading.text) if source.affiliation_span else None) == affiliation


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tom Hill, a spokesman for the ministry, said it was late.", "the ministry"),
        ("A spokeswoman for Ana Ruiz said it was late.", "Ana Ruiz"),
        ("Aldous’s spokesman, Tom Hill, said it was late.", "Aldous"),
        ("A police spokesman said it was late.", "police"),
        ("“It is late,” said Green House Press Secretary Tom Hill.", "Green House"),
        ("Tom Hill, a doctor for the poor, said it was late.", None),
        ("Ana Ruiz said it was late.", None),
    ],
)
def test_whom_a_source_speaks_for(text: str, name: str | None) -> None:
    assert only(text).speaks_for == name


@pytest.mark.parametrize(
    ("text", "relays", "first_hand"),
    [
        ("Ana Ruiz told CNN that it was late.", ["told CNN"], False),
        ("Ana Ruiz said in a statement that it was late.", ["in a statement"], False),
        ("Ana Ruiz said on Facebook that it was late. Ruiz said it was dear.", ["on Facebook"], True),
        ("Ana Ruiz said it was late.", [], True),
    ],
)
def test_what_was_said_elsewhere_is_not_first_hand(text: str, relays: list[str], *, first_hand: bool) -> None:
    reading = read(OPENING + text)
    (source,) = reading.sources
    assert [span.of(reading.text) for span in source.relays] == relays
    assert source.first_hand is first_hand


@pytest.mark.parametrize(
    "text",
    ["Four in 10 said it was late.", "Some 64 percent said it was late.", "Nearly 70% of voters said it was late."],
)
def test_shares_of_people_who_were_asked_are_a_class(text: str) -> None:
    source = only(text)
    assert source.collective
    assert not source.unnamed


def test_a_thousand_bearers_of_one_name_cost_no_more_than_as_many_names() -> None:
    many = " ".join(
        f"Mayor {chr(65 + i % 26)}a{'b' * (i % 40)}{i} Ruiz said it was late. Ruiz said it was dear."
        for i in range(1500)
    )
    begun = time.process_time()
    assert read(OPENING + many).sources
    assert time.process_time() - begun < 5


def test_the_ending_of_there_is_names_nobody() -> None:
    assert sources("There's a saying that goes nobody sails in January.") == []


@pytest.mark.parametrize("words", ["The newspaper", "The paper", "The outlet", "The news organization"])
def test_another_word_for_an_outlet_is_the_one_named_last(words: str) -> None:
    found = sources(f"CNBC said it was late. The Harbour Times said it was dear. {words} said it was sold.")
    assert [(source.name, len(source.attribution_ids)) for source in found] == [("CNBC", 1), ("Harbour Times", 2)]


def test_the_paper_that_may_be_a_study_is_no_outlet() -> None:
    found = sources("A study in the Harbour Times found that piers sink. The paper said that it was the salt.")
    assert all(source.kind is SourceKind.DOCUMENT for source in found), found


def test_a_noun_that_no_list_knows_is_nobody_unless_it_surely_speaks() -> None:
    assert only("A turban believes in nothing.").kind is SourceKind.UNKNOWN
    assert only("“It was my pier,” a glassblower told reporters.").kind is SourceKind.UNNAMED_PERSON


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Children remember longer lists. The school said children who sing learn.", SourceKind.UNKNOWN),
        ("Quill said it was late.", SourceKind.PERSON),
        ("Rose said it was late. The water rose at night.", SourceKind.PERSON),
        ("Price said it was late. The price was paid, and the vote went to Price.", SourceKind.PERSON),
    ],
)
def test_a_capital_that_only_begins_a_sentence_makes_no_name(text: str, kind: SourceKind) -> None:
    assert sources(text)[0].kind is kind


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The National Institute on Tides", "National Institute on Tides"),
        ("The Committee on Foreign Fisheries", "Committee on Foreign Fisheries"),
        ("The Food and Boat Administration", "Food and Boat Administration"),
        ("The Royal Society for the Protection of Piers", "Royal Society for the Protection of Piers"),
        ("Ana Ruiz of the Council on Coasts", "Ana Ruiz"),
        ("Harbour Committee on Fees Chairman Tom Hill", "Tom Hill"),
    ],
)
def test_small_words_hold_the_name_of_a_body_together(words: str, name: str) -> None:
    assert only(f"{words} said it was late.").name == name


def test_the_committee_is_the_one_that_was_named() -> None:
    found = sources("The Committee on Coastal Fees said it was late. The committee said it was dear.")
    assert [(source.name, len(source.attribution_ids)) for source in found] == [("Committee on Coastal Fees", 2)]


def test_a_name_in_capitals_is_no_short_form_of_a_longer_one() -> None:
    found = sources("The VQ Harbour Sport is a boat. VQ said it was late.")
    assert [source.name for source in found] == ["VQ"]


def test_a_headline_in_capitals_makes_no_name_of_its_verb() -> None:
    found = read("Ambry Activate Release Clause To Sign Quill\n\nThe club is near. Ambry said it was late.").sources
    assert [source.name for source in found if source.named] == ["Ambry"]


def test_a_country_speaks_only_where_that_is_sure() -> None:
    assert only("France said it was late.").kind is SourceKind.ORGANISATION
    assert only("France recorded two wins.").kind is SourceKind.UNKNOWN


@pytest.mark.parametrize("name", ["World Tide Organization", "Home Harbour"])
def test_a_word_of_a_longer_title_is_part_of_a_name(name: str) -> None:
    assert only(f"{name} said it was late.").name == name


def test_who_speaks_for_a_company_that_is_not_told_is_called_by_their_own_words() -> None:
    found = sources("Northline and Lattice met. A company spokeswoman said it was late. The company said it was dear.")
    assert [(source.name, len(source.attribution_ids)) for source in found] == [("company spokeswoman", 2)]
    named = only("The Northline Group shut the pier. A company spokeswoman said it was late.")
    assert named.name == "Northline Group"


@pytest.mark.parametrize(("long", "short"), [("United States", "US"), ("European Union", "The EU")])
def test_a_state_under_a_short_name_is_the_same_source(long: str, short: str) -> None:
    text = f"The {long} said on Monday that the port would stay shut. {short} said that it had asked nobody."
    assert [source.name for source in read(text).sources] == [long]
