"""Is each post introduced or discussed near the place where it stands?"""

import pytest

from source_audit.checks.unexplained_embed import unexplained_embed
from source_audit.finding import Verdict
from tests.drafts import Draft
from tests.marking import cases, read

POST = "Twelve empty seats? Come with me at four.\n— Leona Marsh (@leonamarsh_tarn) April 21, 2026"
FAR = "Farmers expect a dry summer in the hills."


def verdict(*paragraphs: str) -> Verdict:
    draft = Draft("\n\n".join(paragraphs))
    (case,) = cases(unexplained_embed, draft.reading())
    return case.verdict


@pytest.mark.parametrize(
    "before",
    [
        "Leona Marsh disagreed.",
        "The answer came at night:",
        "A nurse posted an answer.",
        "She wrote on X that it was wrong.",
        "Then @leonamarsh_tarn disagreed.",
    ],
)
def test_introduced_right_before_one_paragraph_earlier_or_discussed_after(before: str) -> None:
    assert verdict(FAR, before, POST) is Verdict.HOLDS
    if not before.endswith(":"):
        assert verdict(before, FAR, POST) is Verdict.HOLDS
        assert verdict(FAR, POST, before) is Verdict.HOLDS


def test_too_far_away() -> None:
    assert verdict("Leona Marsh disagreed.", FAR, FAR, POST, FAR) is Verdict.BREAKS


def test_shared_topic_words_count_half() -> None:
    assert verdict("The twelve seats on the bus stay empty at night.", POST) is Verdict.MILD
    assert verdict(FAR, POST) is Verdict.BREAKS


def test_a_frame_without_words_is_for_the_reader() -> None:
    page = f"""<article><h1>Summer</h1><p>{FAR} The council meets again on Friday to talk about the wells.</p>
    <iframe src="https://www.youtube.com/embed/iwGFalTRHDA"></iframe><p>{FAR} The wells are low in every village.</p></article>"""
    draft = Draft(page, html=True)
    (case,) = cases(unexplained_embed, draft.reading())
    assert case.verdict is Verdict.UNSURE
    assert case.span.of(draft.text).startswith(FAR)


def test_a_film_is_not_blamed_for_its_title() -> None:
    page = f"""<article><h1>Summer</h1><p>{FAR} The council meets again on Friday to talk about the wells.</p>
    <iframe src="https://www.youtube.com/embed/iwGFalTRHDA" title="Trains of the north"></iframe><p>{FAR}</p></article>"""
    (case,) = cases(unexplained_embed, Draft(page, html=True).reading())
    assert case.verdict is Verdict.UNSURE


def test_very_long_paragraphs_cost_no_more_than_their_ends() -> None:
    assert verdict("word " * 100_000 + "The nurse disagreed.", POST) is Verdict.BREAKS
    assert verdict("word " * 100_000 + "Leona Marsh disagreed.", POST) is Verdict.HOLDS


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("And look at what people put up with before.", Verdict.HOLDS),
        ("A video taken from a van shows the stop.", Verdict.HOLDS),
        ("Rovers supporters were split between grief and a taxi.", Verdict.UNSURE),
        ("The council meets again in June.", Verdict.BREAKS),
    ],
)
def test_words_that_point_to_a_post_or_to_those_who_may_have_posted(before: str, expected: Verdict) -> None:
    text = f"The line ends in May.\n\n{before}\n\nTwelve empty seats again?\n— Night Owl (@nightowl_9) April 21, 2026"
    assert cases(unexplained_embed, read(text))[-1].verdict is expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("Video from the stop shows the crowd.", Verdict.HOLDS),
        ("Netizens were less patient.", Verdict.UNSURE),
        ("Others took it lightly.", Verdict.UNSURE),
        ("The club had the last word.", Verdict.UNSURE),
        ("The end of the line lit up social media.", Verdict.HOLDS),
        ("Twelve were left standing on the bridge.", Verdict.UNSURE),
        ("“My friends will walk,” she said.", Verdict.BREAKS),
    ],
)
def test_a_claim_or_a_crowd_before_a_post(before: str, expected: Verdict) -> None:
    text = f"The line ends in May.\n\n{before}\n\n12 empty seats again?\n— Night Owl (@nightowl_9) April 21, 2026"
    assert cases(unexplained_embed, read(text))[-1].verdict is expected
