"""Does the text say who each named person is?"""

import pytest

from source_audit.checks.speaker_credentials import speaker_credentials
from source_audit.finding import Verdict
from tests.marking import cases, flagged, marked, not_applicable, read

LEAD = "The bridge was shut on Monday. Ferries go every hour from the old pier.\n\n"


def test_a_name_alone() -> None:
    reading = read(f"{LEAD}Anna Keller said that it would open in May. Keller said the pier was safe.")
    assert flagged(speaker_credentials, reading) == ["Anna Keller"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Anna Keller, the harbour master, said that it would open in May.", id="a role"),
        pytest.param("Anna Keller, 34, of Ambry, said that it would open in May.", id="age and place"),
        pytest.param("Anna Keller, whose house stands on the quay, said that it would open in May.", id="a tie"),
        pytest.param("Anna Keller of Tarn Shipping said that it would open in May.", id="a body"),
        pytest.param("Democrat Anna Keller said that it would open in May.", id="one side"),
        pytest.param("Republican Anna Keller said that it would open in May.", id="the other side"),
        pytest.param("Keller said so.\n\nAnna Keller said it would open. Anna Keller is the mayor.", id="told later"),
    ],
)
def test_whoever_is_introduced_is_in_order(text: str) -> None:
    assert [case.verdict for case in cases(speaker_credentials, read(LEAD + text))] == [Verdict.HOLDS]


def test_a_job_in_the_sentence_that_may_be_the_speakers_is_left_open() -> None:
    reading = read(f"{LEAD}To the nurse at the door Anna Keller said that it would open in May.")
    assert not_applicable(speaker_credentials, reading)


def test_a_job_in_what_is_said_is_not_the_speakers() -> None:
    reading = read(f"{LEAD}Anna Keller said that the minister would open it in May.")
    assert flagged(speaker_credentials, reading) == ["Anna Keller"]


def test_whom_the_headline_is_about_needs_no_introduction() -> None:
    reading = read("Keller wants the bridge open\n\nAnna Keller said that it would open in May.")
    assert not_applicable(speaker_credentials, reading)


@pytest.mark.parametrize(
    "sentence",
    [
        "Tomorrow is too late, [[Brisa Quell]] said.",
        "The pier was never safe, [[Brisa Quell]] said.",
    ],
)
def test_a_rare_first_name_beside_a_verb_that_only_people_have(sentence: str) -> None:
    plain, spans = marked(sentence)
    reading = read(f"{LEAD}{plain}")
    assert flagged(speaker_credentials, reading) == [span.of(plain) for span in spans]


@pytest.mark.parametrize(
    "sentence",
    [
        "Anna Keller, defending, said that it would open in May.",
        "It will open, said Anna Keller, senior fellow at the Kohl Forum.",
        "Bakers are worried as well. Anna Keller said that it would never open.",
        "They asked a computer examiner at Ambry College, Anna Keller, who said that it would open.",
    ],
)
def test_other_ways_to_say_who_somebody_is(sentence: str) -> None:
    outcome = [
        each
        for each in speaker_credentials(read(f"{LEAD}{sentence}"))
        if getattr(each, "verdict", None) is Verdict.BREAKS
    ]
    assert outcome == []


def test_firms_and_products_are_not_asked_about() -> None:
    for firm in ("Tarn Shipping", "Ostley Trams"):
        assert not_applicable(speaker_credentials, read(f"{LEAD}{firm} said that it would open in May."))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Some walkers stay away. Anna Keller is one of them. “I have a pup,” Anna Keller said.", id="a group"
        ),
        pytest.param("Anna Keller said that it was welcome. She and her son came to the quay at noon.", id="was there"),
        pytest.param("Anna Keller said so on her podcast this week.", id="a host"),
        pytest.param("Margaret Thatcher said that it would open in May.", id="led one side"),
        pytest.param("Tony Blair said that it would open in May.", id="led another side"),
    ],
)
def test_whoever_is_known_by_other_words_is_not_flagged(text: str) -> None:
    other = "\n\nClara Vance said the pier was safe."
    assert flagged(speaker_credentials, read(LEAD + text + other), Verdict.BREAKS) == ["Clara Vance"]


@pytest.mark.parametrize(
    "text",
    [
        "“It fell,” said Anna Keller. The 45-year-old had parked beside it.",
        "“It fell,” said Anna Keller. The baker has run the shop opposite for nine years.",
        "Anna Keller said it fell. She had been crossing it with her dog.",
        "“It fell,” said Anna Keller from the ferry company.",
        "It was Anna Keller's third day as harbour master. “It fell,” Anna Keller said.",
        "The harbour master is Anna Keller. “It fell,” she said.",
        "Representing the ferry firm, Anna Keller said it had fallen.",
        "Opening the case, Anna Keller said it had fallen.",
        "For the ferry firm, Anna Keller said it had fallen.",
        "For Mr Tull, Anna Keller said it had fallen.",
        "Among those stranded was Anna Keller. “It fell,” she said.",
        "Anna Keller was asleep in her van beside it. “It fell,” she said.",
        "Anna Keller has grazed sheep under it since 1980. “It fell,” she said.",
        "The inquiry heard from the harbour master. “It fell,” Anna Keller said.",
        "The engineer who built it was blunt. “It fell,” said Anna Keller.",
        "It was designed by Anna Keller. “It fell,” Anna Keller said.",
        "“My stall is gone,” said Anna Keller.",
        "Anna Keller QC said it had fallen.",
        "“It fell,” said Anna Keller. Keller leads the swift project at the trust.",
        "“It was late,” another friend, Anna Keller, said.",
    ],
)
def test_a_part_in_the_event_told_beside_a_name_is_enough(text: str) -> None:
    reading = read(f"{LEAD}{text}\n\nIt rained.\n\nBob Hill called it late.")
    assert flagged(speaker_credentials, reading) == ["Bob Hill"]


@pytest.mark.parametrize(
    "text",
    [
        "Not everyone was sad. “It fell,” said Anna Keller.",
        "The harbour master said it was shut. Anna Keller called that late.",
        "For the first time, Anna Keller said it had fallen.",
        "Speaking on Monday, Anna Keller said it had fallen.",
        "The harbour master told the crowd to go home. Anna Keller said it had fallen.",
        "“My guess is that it fell,” said Anna Keller.",
        "Anna Keller said it had fallen. She was unhappy.",
    ],
)
def test_what_is_no_part_in_the_event_is_not(text: str) -> None:
    assert flagged(speaker_credentials, read(LEAD + text)) == ["Anna Keller"]


@pytest.mark.parametrize("body", ["Palladium Theatres", "Banco Litoral", "Chromos Inks", "Léonie Shipyards"])
def test_a_firm_that_speaks_is_not_to_be_introduced(body: str) -> None:
    assert not_applicable(
        speaker_credentials, read(f"The chain was sold in May. {body} said that nobody would lose a job.")
    )


@pytest.mark.parametrize("title", ["Const.", "Eng.", "Engr."])
def test_a_rank_or_a_title_of_a_trade_tells_who_somebody_is(title: str) -> None:
    (case,) = cases(speaker_credentials, read(f"The road is shut. {title} Amy Holt said that it would open on Monday."))
    assert case.verdict is Verdict.HOLDS
