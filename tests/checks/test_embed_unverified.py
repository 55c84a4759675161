"""Does the text say whether a witness's post was verified?"""

import pytest

from source_audit.checks.embed_unverified import embed_unverified
from source_audit.finding import Verdict
from tests.marking import cases, not_applicable, read, read_html

NOTHING = "No post shows or reports an event as a witness."
WORDS = "The water came so fast, look at the cars."
SIGNED = "— River Walker (@riverwalker_9) April 21, 2026"


def text(before: str, after: str = "", *, words: str = WORDS, signed: str = SIGNED) -> str:
    parts = ["The dam in Ambry\n\nThe dam gave way at noon on Monday and the lower town was flooded.", before]
    return "\n\n".join([*parts, f"{words}\n{signed}", *([after] if after else [])])


def verdicts(article: str) -> list[Verdict]:
    return [case.verdict for case in cases(embed_unverified, read(article))]


@pytest.mark.parametrize(
    "before",
    [
        "A video that a resident filmed from the bridge shows the main street:",
        "Eyewitness footage shows the water in the main street:",
        "Bystanders filmed the wave. Their pictures went round the town:",
        "Images circulating among neighbours show cars in the water:",
        "Amateur video shows the wave in the main street:",
        "Passengers captured the wave on their mobile phones:",
    ],
)
def test_a_witness_post_about_which_nothing_is_said_breaks(before: str) -> None:
    (case,) = cases(embed_unverified, read(text(before)))
    assert case.verdict is Verdict.BREAKS
    assert case.message == "Whether anybody verified what this shows is not in the text."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The Courier has verified this video, which a resident filmed:", ""),
        ("Eyewitness footage shows the wave, but it could not be independently verified:", ""),
        ("Eyewitness footage shows the wave:", "The footage is unverified."),
        ("Eyewitness footage shows the wave:", "Reporters geolocated it to the main street."),
        (
            "Eyewitness footage shows the wave:",
            "Rain fell.\n\nIt was late.\n\nThe clip was verified by two of our reporters.",
        ),
    ],
)
def test_who_says_that_it_was_verified_or_not_is_in_order(before: str, after: str) -> None:
    assert verdicts(text(before, after)) == [Verdict.HOLDS]


@pytest.mark.parametrize(
    "before",
    [
        "A video that a resident filmed appears to show the main street:",
        "Purported eyewitness footage was passed round the town:",
    ],
)
def test_a_distance_is_mild(before: str) -> None:
    assert verdicts(text(before)) == [Verdict.MILD]


def test_a_film_by_an_account_that_the_text_does_not_know_is_a_witness_s() -> None:
    assert verdicts(text("The footage shows the main street:")) == [Verdict.BREAKS]


def test_a_verified_account_is_no_verified_film() -> None:
    assert verdicts(text("A verified account shared a video by a resident:")) == [Verdict.BREAKS]


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("The town was shocked.", "I can hear people shouting, and the water is still coming. Happening now."),
    ],
)
def test_what_may_be_a_witness_is_left_to_the_reader(before: str, words: str) -> None:
    assert verdicts(text(before, words=words)) == [Verdict.UNSURE]


@pytest.mark.parametrize(
    ("before", "signed"),
    [
        ("River Walker answered in a post:", SIGNED),
        ("Users shared images of the slogan and made jokes:", SIGNED),
        ("Residents praised the trailer, a video with two songs:", SIGNED),
        ("A video that a resident filmed shows the main street:", "— Ambry Police (@AmbryPolice) April 21, 2026"),
        ("A video that a resident filmed shows the main street:", "— Ana Ruiz (@MayorAnaRuiz) April 21, 2026"),
        ("Mayor Ana Ruiz said residents had sent her videos:", "— Ana Ruiz (@anaruiz) April 21, 2026"),
    ],
)
def test_statements_and_what_was_made_to_be_seen_are_not_asked_about(before: str, signed: str) -> None:
    assert not_applicable(embed_unverified, read(text(before, signed=signed))) == NOTHING


def test_each_post_is_judged_for_itself() -> None:
    other = f"River Walker said:\n\nI will not go back there.\n{SIGNED}"
    article = text("Eyewitness footage shows the wave:", f"The town is empty now. Everybody left.\n\n{other}")
    assert verdicts(article) == [Verdict.BREAKS]


def test_a_film_without_words_is_asked_about_as_well() -> None:
    page = (
        "<article><h1>The dam in Ambry</h1><p>The dam gave way at noon on Monday.</p>"
        "<p>A video that a resident filmed shows the main street:</p>"
        '<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe><p>The town is empty now.</p></article>'
    )
    assert [case.verdict for case in cases(embed_unverified, read_html(page))] == [Verdict.BREAKS]


@pytest.mark.parametrize("side", ["the council", "the dam company", "the farmers", "the fishers"])
def test_witnesses_of_every_side_are_treated_alike(side: str) -> None:
    before = f"A video that a resident who stands with {side} filmed shows the main street:"
    assert verdicts(text(before)) == [Verdict.BREAKS]


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("The lower town was empty by evening.", "I was stood right there when it came."),
        ("A clip filmed inside a shop shows the water.", "never seen the like"),
    ],
)
def test_a_writer_who_was_there_and_a_film_of_it_are_a_witness(before: str, words: str) -> None:
    assert verdicts(text(before, words=words)) == [Verdict.BREAKS]


def test_what_was_matched_and_what_could_not_be_is_told() -> None:
    before = "A clip appeared to show the wave. The Courier could not establish when it was filmed."
    assert verdicts(text(before)) == [Verdict.HOLDS]
