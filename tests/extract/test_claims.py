"""Key claims: which sentences are some, for what words, who is accused in them and what carries them."""

import pytest

from source_audit.claim import Claim, ClaimKind, PartyKind
from source_audit.reading import Reading
from tests.marking import accusations, marked, people, read, read_html

CALM = "The hall was full that night. The windows stood open. Tea was served at noon.\n\n"
LEAD = f"The council of Tarn met on Monday in the old hall.\n\n{CALM}{CALM}"
"""A headline and three paragraphs, so that what follows is no opening."""


def later(text: str) -> tuple[Reading, list[Claim]]:
    reading = read(LEAD + text)
    return reading, [claim for claim in reading.claims if claim.span.start >= len(LEAD.rstrip())]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("The flood [[was caused by]] a broken lock.", ClaimKind.CAUSE, id="cause"),
        pytest.param("The Oster Bridge [[is the oldest]] bridge of the county.", ClaimKind.SUPERLATIVE, id="most"),
        pytest.param("The river froze [[for the first time]] in May.", ClaimKind.FIRST_TIME, id="first"),
        pytest.param("The ferry [[is likely to]] close within a year.", ClaimKind.PREDICTION, id="future"),
        pytest.param("The new line lost [[12 percent]] of its riders that year.", ClaimKind.FIGURE, id="percent"),
        pytest.param("The line carries [[3 million]] people in a good year.", ClaimKind.FIGURE, id="millions"),
        pytest.param("The bell wakes [[one in five]] people who live by the quay.", ClaimKind.FIGURE, id="ratio"),
        pytest.param("The clerk Tom Beck was [[accused of]] hiding a letter.", ClaimKind.ACCUSATION, id="wrong"),
    ],
)
def test_the_words_that_make_a_sentence_a_key_claim(text: str, kind: ClaimKind) -> None:
    plain, (sign,) = marked(text)
    reading, (claim,) = later(plain)
    assert claim.kinds == {kind}
    assert claim.trigger.of(reading.text) == sign.of(plain)
    assert claim.span.of(reading.text) == plain


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The council voted for the plan with 62 percent of the vote.", id="an election"),
        pytest.param("The bridge cost 3 million dollars when it was built.", id="a price"),
        pytest.param("The largest boat lay at the quay.", id="a superlative that only describes"),
        pytest.param("12% 14% 9% North 31% South 4%", id="a table"),
        pytest.param("The plan would require 40 percent of the posts to be local.", id="a share that is set"),
        pytest.param("Tea was served at noon.", id="an event"),
    ],
)
def test_what_is_no_key_claim(text: str) -> None:
    assert later(text)[1] == []


def test_the_headline_and_three_paragraphs_are_the_opening() -> None:
    reading = read("Ferry to close in spring\n\n" + "".join(f"The {n} pier of Tarn is shut now.\n\n" for n in "abcd"))
    opening = [claim.span.of(reading.text) for claim in reading.claims if ClaimKind.OPENING in claim.kinds]
    assert opening == ["Ferry to close in spring", *(f"The {n} pier of Tarn is shut now." for n in "abc")]


def test_a_claim_knows_its_statement_and_who_makes_it() -> None:
    reading, (claim,) = later("The ferry is likely to close, harbour master Ines Corley said.")
    (statement,) = claim.attribution_ids
    assert reading.attribution(statement).source is not None
    assert people(reading, claim.source_ids) == ["Ines Corley"]


def test_a_claim_knows_its_links_and_the_posts_behind_its_paragraph() -> None:
    reading = read_html(
        "<article><h1>Ferry</h1><p>The <a href='https://tarn.example/a.pdf'>ferry</a> is likely to close.</p>"
        "<blockquote class='twitter-tweet'><p>No ferry.</p>&mdash; Tarn (@tarn) "
        "<a href='https://twitter.com/tarn/status/1190000000000000000'>May 2</a></blockquote></article>"
    )
    (claim,) = [claim for claim in reading.claims if ClaimKind.PREDICTION in claim.kinds]
    assert claim.links == (0,)
    assert claim.embeds == (0,)


ABOUT = "Engineer Tom Beck and harbour chief Ines Corley met in Tarn."


@pytest.mark.parametrize(
    "text",
    [
        "Tom Beck accused Ines Corley of hiding the log.",
        "Tom Beck accused the harbour chief Ines Corley of hiding the log.",
        "Ines Corley was accused of hiding the log.",
        "Ines Corley, who has repeatedly been accused of hiding the log, left the hall.",
        "The suit alleges that Corley hid the log.",
        "There were allegations against Corley.",
        "There were allegations of theft against Corley.",
        "Tom Beck accused Corley's office of hiding the log.",
    ],
)
def test_who_is_accused(text: str) -> None:
    (accusation,) = accusations(later(f"{ABOUT} {text}")[0])
    assert (accusation.accused.name, accusation.accused.kind) == ("Ines Corley", PartyKind.PERSON)
    assert accusation.sure


@pytest.mark.parametrize(
    "text",
    [
        "Nobody has accused Ines Corley of hiding the log.",
        "Tom Beck was not accused of hiding the log.",
        "The brother of Ines Corley was accused of hiding the log.",
        "Was Ines Corley accused of hiding the log?",
        "A man accused of hiding the log spoke.",
        "The town ended its bias against Corley, amid allegations of bias against Corley.",
        "Tom Beck criticised the ferry law of Ines Corley.",
        "Tom Beck sued Ines Corley for the log.",
    ],
)
def test_nobody_is_accused_by_name(text: str) -> None:
    assert accusations(later(f"{ABOUT} {text}")[0]) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Tom Beck was charged with theft.", PartyKind.PERSON),
        ("Ines Corley blamed Tom Beck for the flood.", PartyKind.PERSON),
        ("When Ines Corley met Beck, she accused him of theft.", PartyKind.PERSON),
        ("Ines Corley accused Beck's supporters of theft.", PartyKind.GROUP),
    ],
)
def test_what_may_be_an_accusation(text: str, kind: PartyKind) -> None:
    (accusation,) = accusations(later(f"{ABOUT} {text}")[0])
    assert accusation.accused.kind is kind
    assert not accusation.sure or kind is PartyKind.GROUP


def test_the_accuser_is_told_by_the_statement() -> None:
    reading, _ = later("Tom Beck accused Ines Corley of hiding the log.")
    (accusation,) = accusations(reading)
    assert people(reading, [accusation.accuser]) == ["Tom Beck"]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Tom Beck said that Ines Corley hid the log.", "Ines Corley", PartyKind.PERSON),
        ("Tom Beck said that Corley's office concealed the log.", "Ines Corley", PartyKind.PERSON),
        ("One firm, Plonk, has buried its own report, according to Beck.", "Plonk", PartyKind.BODY),
        ("Tom Beck accused the town council of hiding the log.", "council", PartyKind.BODY),
    ],
)
def test_a_wrong_that_a_source_tells_is_a_sure_accusation(text: str, name: str, kind: PartyKind) -> None:
    (accusation,) = accusations(later(f"{ABOUT} {text}")[0])
    assert (accusation.accused.name, accusation.accused.kind, accusation.sure) == (name, kind, True)


def test_a_wrong_that_nobody_tells_is_left_open() -> None:
    (accusation,) = accusations(later(f"{ABOUT} Then Ines Corley hid the log.")[0])
    assert not accusation.sure


def test_a_clause_about_the_accused_names_somebody_else() -> None:
    text = "Tom Beck said the Tarn Harbour Company, which also runs Oster Pier, had cheated by a day."
    (accusation,) = accusations(later(f"{ABOUT} {text}")[0])
    assert accusation.accused.name == "Tarn Harbour Company"
