"""Who is who: surnames, first names, titles, nicknames, acronyms, roles, and other people's people."""

import pytest

from source_audit.attribution import Source, SourceKind
from tests.extract.reading import read

OPENING = "The harbour news of the day\n\n"


def sources(text: str) -> list[Source]:
    return list(read(OPENING + text).sources)


def said(text: str) -> list[tuple[str, int]]:
    """Return each source's name and the number of its statements."""
    return [(source.name, len(source.attribution_ids)) for source in sources(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Mrs. Ana Ruiz said it was late. Mr. Tom Ruiz said it was dear. Mrs. Ruiz said it was sold.",
            [("Ana Ruiz", 2), ("Tom Ruiz", 1)],
            id="husband and wife by title",
        ),
        pytest.param(
            "Ana Ruiz said it was late. Her husband, Tom Ruiz, said it was dear. Tom said it was sold.",
            [("Ana Ruiz", 1), ("Tom Ruiz", 2)],
            id="spouse by first name",
        ),
        pytest.param(
            "Tom Ruiz said it was late. “It is dear,” said Tom Ruiz Jr, his son.",
            [("Tom Ruiz", 1), ("Tom Ruiz Jr", 1)],
            id="father and son",
        ),
        pytest.param(
            "Robert Hill said it was late. Bob Hill said it was dear.",
            [("Robert Hill", 1), ("Bob Hill", 1)],
            id="two names without a tie",
        ),
        pytest.param(
            "Mayor Ana Ruiz said it was late. Karl Ruiz, a nurse, said it was dear. Ruiz, the mayor, said it was sold.",
            [("Ana Ruiz", 2), ("Karl Ruiz", 1)],
            id="the bare surname is who was introduced first",
        ),
    ],
)
def test_one_surname_is_not_one_person(text: str, expected: list[tuple[str, int]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Ana “Shorty” Ruiz said it was late. Shorty Ruiz said it was dear.", id="nickname in quotation marks"
        ),
        pytest.param("Ana (Nina) Ruiz said it was late. Nina Ruiz said it was dear.", id="nickname in brackets"),
        pytest.param("Ana ‘Shorty’ Ruiz said it was late. Ruiz said it was dear.", id="single quotation marks"),
    ],
)
def test_a_nickname_that_the_text_ties_is_the_same_person(text: str) -> None:
    (source,) = sources(text)
    assert source.name.startswith("Ana")
    assert len(source.attribution_ids) == 2


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Mr. Tom Hill said it was late. Mr. Hill said it was dear.", id="Mr. with a full stop"),
        pytest.param("Sen. Tom Hill said it was late. The senator said it was dear.", id="a short title"),
        pytest.param("Tom J. Hill said it was late. Tom Hill said it was dear.", id="an initial"),
        pytest.param(
            "Former Ambry Mayor Tom Hill said it was late. Hill's view was that it was dear.", id="possessive"
        ),
        pytest.param("Rules Committee Chairman Tom Hill said it was late. Hill said it was dear.", id="a long title"),
        pytest.param("Ambry icon Tom Hill said it was late. Hill said it was dear.", id="what only describes"),
        pytest.param("Harbour News' Tom Hill said it was late. Hill said it was dear.", id="behind a possessive"),
        pytest.param("The billionaire Tom Hill said it was late. The billionaire said it was dear.", id="a calling"),
    ],
)
def test_titles_are_no_part_of_a_name(text: str) -> None:
    (source,) = sources(text)
    assert source.name in ("Tom Hill", "Tom J. Hill")
    assert source.kind is SourceKind.PERSON


@pytest.mark.parametrize(
    "text",
    [
        "The Federal Harbour Agency (FHA) said it was late. The FHA said it was dear.",
        "The Federal Harbour Agency said it was late. FHA said it was dear.",
        "The Federal Harbour Agency said it was late. The agency said it was dear.",
    ],
)
def test_a_body_is_one_by_name_acronym_or_noun(text: str) -> None:
    (source,) = sources(text)
    assert (source.name, source.kind) == ("Federal Harbour Agency", SourceKind.ORGANISATION)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tom Hill said it was late. His lawyer said it was dear.", [("Tom Hill", 1), ("His lawyer", 1)]),
        ("Tom Hill said it was late. Hill’s lawyer said it was dear.", [("Tom Hill", 1), ("Hill’s lawyer", 1)]),
        ("Ana Ruiz said it was late. Her husband said it was dear.", [("Ana Ruiz", 1), ("Her husband", 1)]),
        (
            "Tom Hill said it was late. His lawyer said it was dear. Hill’s lawyer said it was sold.",
            [("Tom Hill", 1), ("His lawyer", 2)],
        ),
    ],
)
def test_his_lawyer_is_another_person_than_he(text: str, expected: list[tuple[str, int]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The GNP front-runner said it was late.", SourceKind.PERSON),
        ("The Ruiz campaign said it was late.", SourceKind.ORGANISATION),
        ("Prosecutors said it was late.", SourceKind.UNNAMED_GROUP),
    ],
)
def test_a_description_is_not_the_name_in_it(text: str, kind: SourceKind) -> None:
    assert [source.kind for source in sources(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Voters who say that it is late are many.", "Voters"),
        ("Tom Hill met Ana Ruiz, who said that it was late.", "Ana Ruiz"),
        ("Ana Ruiz (Lab), who said it was late, left.", "Ana Ruiz"),
        ("Ana Ruiz, 24, from Ohio, who said it was late, left.", "Ana Ruiz"),
        ("Residents near the pier who said it was late left.", "Residents near the pier"),
    ],
)
def test_a_relative_pronoun_is_what_stands_before_it(text: str, name: str) -> None:
    assert name in [source.name for source in sources(text)]


def test_a_group_that_bears_a_name_is_not_the_person() -> None:
    text = "Ana Ruiz leads Citizens for Tom Hill, which said that it was late."
    assert "Tom Hill" not in [source.name for source in sources(text)]


def test_a_surname_may_look_like_a_title() -> None:
    assert said("Editor Martin Baron said it was late. Baron said it was dear.") == [("Martin Baron", 2)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tom Hill told Ana Ruiz that it was late. She said it was dear.", "Ana Ruiz"),
        ("Tom Hill praised Karl Stone on Monday. He said it was dear.", "Tom Hill"),
        ("Tom Hill met Karl Stone. As for Stone, he said it was dear.", "Karl Stone"),
        ("Ana Ruiz asked Tom Hill whether it was late. “It is as late as ever,” he said.", "Tom Hill"),
        ("The ministry said it was late. It said it was dear.", "ministry"),
        ("Critics of the plan met. Officials told the Courier it was late. They said it was dear.", "Officials"),
    ],
)
def test_a_pronoun_takes_up_who_is_spoken_of(text: str, name: str) -> None:
    last = read(OPENING + text).attributions[-1]
    assert last.source is not None
    assert last.source.name.lower().removeprefix("the ") == name.lower()


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        (
            "The letter names Tom Hill. The letter names Karl Stone. Nobody was there. He said it was dear.",
            {"Tom Hill", "Karl Stone"},
        ),
        ("The letter was for Tom Hill and Karl Stone. He said it was dear.", {"Tom Hill", "Karl Stone"}),
        ("The letter was for Ana Ruiz and Eva Stone. She said it was dear.", {"Ana Ruiz", "Eva Stone"}),
    ],
)
def test_where_the_text_does_not_tell_the_candidates_are_told(text: str, candidates: set[str]) -> None:
    last = read(OPENING + text).attributions[-1]
    assert last.source is not None
    if last.source.kind is SourceKind.UNKNOWN:
        assert set(last.source.candidates) == candidates
        assert not last.source.named
    else:
        assert last.confidence < 0.8
    assert read(OPENING + text).origins.of(last.source.id) is None or last.source.kind is SourceKind.PERSON


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "A doctor on the scene said two were hurt. The road was closed. Later the doctor said it was late.",
            id="a doctor, the doctor",
        ),
        pytest.param(
            "A firefighter said it was late. The road was closed. The firefighter said it was dear.", id="another word"
        ),
        pytest.param(
            "A neighbour saw the boat. The road was closed. “It is late and dear,” the neighbour said.",
            id="met before in the narration",
        ),
    ],
)
def test_an_unnamed_source_is_taken_up_by_its_noun(text: str) -> None:
    (source,) = sources(text)
    assert source.kind is SourceKind.UNNAMED_PERSON
    assert source.name.startswith("A ")


def test_she_can_be_somebody_without_a_name() -> None:
    text = (
        "The clerk of the town was late.\n\nMy aunt, who is eighty, put it well. “The bell said nothing,” she told me."
    )
    assert said(text) == [("My aunt", 1)]


@pytest.mark.parametrize(
    "words", ["You shouldn’t just believe them.", "You should not believe them.", "I believe them."]
)
def test_reader_and_writer_are_no_sources(words: str) -> None:
    assert sources(f"Nobody was there. {words}") == []


def test_somebody_who_reads_aloud_is_who_speaks_next() -> None:
    text = (
        "Mayor Ana Ruiz wrote: “The pier is older than anybody here. It has to be mended before the storms arrive.”\n\n"
        "Tom Hill, who owns a boat, read it aloud in the pub that night.\n\n"
        "“Nobody asked the people who work there every day,” he said."
    )
    last = read(OPENING + text).attributions[-1].source
    assert last is not None
    assert last.name == "Tom Hill" or "Ana Ruiz" not in last.candidates[:1]


@pytest.mark.parametrize(
    ("text", "collective"),
    [
        ("Experts will tell you that it is late.", True),
        ("Experts have told us that it is late.", True),
        ("Critics can always tell you that it is late.", True),
        ("Experts told the Courier that it was late.", False),
        ("Sources have told us that it is late.", False),
    ],
)
def test_what_a_class_will_tell_you_nobody_told_the_reporter(text: str, collective: bool) -> None:
    assert [source.collective for source in sources(text)] == [collective]


@pytest.mark.parametrize(
    ("text", "unnamed"),
    [
        ("Two nurses said that it was late.", True),
        ("A person familiar with the plan said that it was late.", True),
        ("One of the engineers told us that it was late.", True),
        ("Eight years ago it was said to be late, two nations said.", False),
        ("No candidate said that it was late.", False),
        ("A reporter asked whether it was late.", False),
        ("Some 140 members said that it was late.", False),
        ("Parents were told that it was late.", False),
        ("Scientists urged the council to wait.", False),
        ("Officials told lawmakers that it was late.", False),
        ("A visitor might say that it is late.", False),
    ],
)
def test_who_counts_as_an_unnamed_source(text: str, unnamed: bool) -> None:
    assert bool(read(OPENING + text).unnamed_sources) is unnamed


@pytest.mark.parametrize(
    "text",
    [
        "“It is late,” said its chief executive, Bram Oduya.",
        "It is late, its chairwoman, Petra Nyland, said.",
        "Harbour chief says it is late.\n\nIt is late, its harbour chief, Lena Moor, said on Monday.",
        "Council leader says it is late.\n\nThe council leader Ines Okoro left on Monday.",
        "A rival bidder said it was late. The bidder, Tilda Ray, wrote that it was dear.",
        "Bram Oduya, a former agent of the bank has said that it is late.",
    ],
)
def test_who_is_named_in_another_place_is_not_unnamed(text: str) -> None:
    found = read(OPENING + text)
    assert found.unnamed_sources == ()
    assert [source.named for source in found.sources] == [True]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "Two nurses said it was late; both asked that their names be left out because they feared for their jobs.",
            "because they feared for their jobs",
        ),
        (
            "A nurse said it was late.\n\nA cook said it was dear.\n\nIt rained.\n\nThey are not named because jobs are rare.",
            "because jobs are rare",
        ),
    ],
)
def test_a_reason_may_stand_for_all_of_the_unnamed(text: str, reason: str) -> None:
    found = read(OPENING + text)
    assert {s.reason_unnamed and s.reason_unnamed.of(found.text) for s in found.unnamed_sources} == {reason}


@pytest.mark.parametrize("noun", ["leaflet", "brochure", "poster", "notice"])
def test_printed_things_are_documents(noun: str) -> None:
    assert [source.kind for source in sources(f"The {noun} says that it is late.")] == [SourceKind.DOCUMENT]


def test_what_they_told_us_is_said_by_them() -> None:
    text = "The board said it was late. Nobody knew of it, according to what they told us last week."
    assert said(text) == [("The board", 2)]


def test_the_account_is_the_one_of_the_post() -> None:
    text = (
        "The Ambry bridge was closed on Monday.\n\n⚡️ BREAKING: the bridge at Ambry is closed.\n"
        "“The crack was there last year. We have pictures of it…\n— BridgeWatch (@BridgeWatchAmbry)\nMarch 14, 2026\n\n"
        "The account said that the city knew."
    )
    found = [source for source in sources(text) if source.kind is SourceKind.ACCOUNT]
    assert [(each.name, len(each.attribution_ids)) for each in found] == [("@BridgeWatchAmbry", 2)]
