"""Does the text promise something that is not there?"""

import os
from pathlib import Path

import pytest

from source_audit.checks.dangling_reference import dangling_reference
from source_audit.finding import Verdict
from tests.drafts import Draft
from tests.marking import cases, marked, not_applicable, read_html

PIPE = "The bridge is closed after the flood, and the ferry takes its place until the middle of May."


def found(draft: Draft) -> list[tuple[str, Verdict]]:
    return [(case.span.of(draft.text), case.verdict) for case in cases(dangling_reference, draft.reading())]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            f"{PIPE}\n\nFor more on this, [[read the full article]]: Bridge Closed After the Flood\n\n{PIPE}",
            id="a title, no link",
        ),
        pytest.param(f"{PIPE}\n\n[[WATCH:]]\n\n{PIPE}", id="a label, no video"),
        pytest.param(f"{PIPE}\n\n🎥 [[Watch:]] the moment the bridge fell\n\n{PIPE}", id="a label behind a sign"),
        pytest.param(f"{PIPE} [[Watch the video]] below.\n\n{PIPE}", id="an order"),
        pytest.param(f"{PIPE}\n\n[[Photo:]] Ana Ruiz/Courier\n\n{PIPE}", id="a credit without its picture"),
        pytest.param(f"Losses grew, [[as the chart shows]].\n\n{PIPE}", id="a chart"),
        pytest.param(f"{PIPE} [[Click here]] to subscribe.", id="a link"),
        pytest.param(f"{PIPE} The [[video below]] shows the moment.\n\n{PIPE}", id="a video below"),
    ],
)
def test_in_copied_text_the_reader_decides(text: str) -> None:
    plain, spans = marked(text)
    draft = Draft(plain)
    got = cases(dangling_reference, draft.reading())
    assert [(case.span, case.verdict) for case in got] == [(span, Verdict.UNSURE) for span in spans]
    assert all("copying may have lost the" in case.message for case in got)


def test_a_video_is_still_missing_where_only_the_words_of_its_post_were_pasted() -> None:
    draft = Draft(
        f"{PIPE}\nWATCH:\n⚡️ BREAKING: The bridge fell tonight and nobody was hurt.\n— River Walker (@riverwalker_9)\nMarch 2025"
    )
    assert draft.document.embeds
    assert found(draft) == [("WATCH:", Verdict.UNSURE)]


@pytest.mark.parametrize(
    "text",
    [
        f"{PIPE} The statement reads: “We are ready.”",
        f"{PIPE} The statement reads:\n\n“We are ready.”\n\n{PIPE}",
        f"{PIPE} The post reads:\n\nThe bridge fell tonight.\n— River Walker (@riverwalker_9) March 9, 2025",
        f"{PIPE} For details, see below.\n\n{PIPE}",
        f"{PIPE} Read the full article: https://courier.example/news/2",
        f"{PIPE} Click here: www.courier.example",
    ],
)
def test_kept_in_copied_text(text: str) -> None:
    assert [verdict for _, verdict in found(Draft(text))] == [Verdict.HOLDS]


@pytest.mark.parametrize("text", [f"{PIPE} The statement reads:", f"{PIPE}\n\nThe letter reads:", f"{PIPE} See below."])
def test_words_that_no_copy_could_lose(text: str) -> None:
    draft = Draft(text)
    (case,) = cases(dangling_reference, draft.reading())
    assert (case.verdict, case.message) == (Verdict.BREAKS, "Words are promised here, and nothing follows.")


def test_words_that_may_follow_unmarked() -> None:
    assert found(Draft(f"{PIPE} The statement reads:\n\n{PIPE}")) == [("The statement reads:", Verdict.UNSURE)]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        pytest.param("<p>Read the full article: Bridge Closed</p>", Verdict.BREAKS, id="link missing"),
        pytest.param(
            '<p>Read the full article: <a href="https://courier.example/news/2">Bridge Closed</a></p>',
            Verdict.HOLDS,
            id="link after",
        ),
        pytest.param(
            '<p>For the rest, <a href="https://courier.example/news/2">read the full article</a> of Monday.</p>',
            Verdict.HOLDS,
            id="link within",
        ),
        pytest.param(
            '<p>Read the full article:</p><p><a href="https://courier.example/news/2">Bridge Closed</a> for the season.</p>',
            Verdict.HOLDS,
            id="link in the next paragraph",
        ),
        pytest.param("<p>Watch the video:</p>", Verdict.BREAKS, id="video missing"),
        pytest.param(
            '<p>Watch the video:</p><iframe src="https://www.youtube.com/embed/iwGFalTRHDA"></iframe>',
            Verdict.HOLDS,
            id="video frame",
        ),
        pytest.param(
            '<p>Watch the video:</p><blockquote class="twitter-tweet"><p>The bridge fell.</p>&mdash; Ana (@ana_r) <a href="https://twitter.com/ana_r/status/1234567890123456">May 1, 2026</a></blockquote>',
            Verdict.HOLDS,
            id="video in a post",
        ),
        pytest.param("<p>Losses grew, as the chart shows.</p>", Verdict.UNSURE, id="pictures cannot be seen"),
    ],
)
def test_in_a_page_links_and_posts_can_be_seen(markup: str, expected: Verdict) -> None:
    draft = Draft(
        f"<article><h1>Bridge Closed</h1><p>{PIPE}</p><p>{PIPE}</p>{markup}<p>{PIPE}</p></article>", html=True
    )
    assert [verdict for _, verdict in found(draft)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Officials have yet to read the full report on the bridge.",
        "The guards on night watch: nobody slept.",
        "She wanted to watch the video of the match with her son.",
        "Nobody could read more than a page of it.",
    ],
)
def test_ordinary_sentences_promise_nothing(text: str) -> None:
    assert not_applicable(dangling_reference, Draft(text).reading()) == "The text promises nothing that should follow."


def test_what_a_speaker_says_is_no_promise_of_the_article() -> None:
    draft = Draft(f"{PIPE} “Click here, I told him,” said Ana Ruiz.")
    draft.quotes("“Click here, I told him,”")
    assert not_applicable(dangling_reference, draft.reading())


def test_the_promise_is_shown_with_what_follows() -> None:
    draft = Draft(f"{PIPE}\n\nFor more, read the full article: Bridge Closed\n\n{PIPE}")
    (case,) = cases(dangling_reference, draft.reading())
    assert [(piece.span.of(draft.text), piece.note) for piece in case.evidence] == [
        ("read the full article", "the promise"),
        (": Bridge Closed", "what follows"),
    ]


def test_many_promises_in_one_long_paragraph_are_read_in_linear_time() -> None:
    draft = Draft("Click here. " * 20_000)
    assert len(cases(dangling_reference, draft.reading())) == 20_000


@pytest.mark.skipif(
    not os.environ.get("SOURCE_AUDIT_GOLD"), reason="the gold data is not here: set SOURCE_AUDIT_GOLD to its folder"
)
def test_both_promises_of_the_copied_seed_article_are_for_the_reader() -> None:
    text = (Path(os.environ["SOURCE_AUDIT_GOLD"]) / "articles" / "seed.txt").read_text(encoding="utf-8")
    got = cases(dangling_reference, Draft(text).reading())
    assert [(case.span.of(text), case.verdict) for case in got] == [
        ("read the full article", Verdict.UNSURE),
        ("WATCH:", Verdict.UNSURE),
    ]
    assert all("copying may have lost" in case.message for case in got)


@pytest.mark.parametrize("nth", [0, 1])
def test_an_example_that_is_built_alike(nth: int) -> None:
    text = (Path(__file__).parents[2] / "examples" / "two-statements.txt").read_text(encoding="utf-8")
    case = cases(dangling_reference, Draft(text).reading())[nth]
    assert (case.span.of(text), case.verdict) == (("read the full article", "WATCH:")[nth], Verdict.UNSURE)


@pytest.mark.parametrize(
    "text",
    [
        f"{PIPE}\n\n[[Watch the county’s two-minute video]] on the bridge.",
        f"{PIPE}\n\n[[The film below]] shows the first crossing.",
        f"{PIPE}\n\n[[Read the full inspection report below.]]",
        f"{PIPE}\n\n[[The full list of bridges can be read below.]]",
        f"{PIPE} [[WATCH:]] the moment the bridge fell",
    ],
)
def test_a_sentence_that_promises_by_its_shape(text: str) -> None:
    plain, spans = marked(text)
    reading = read_html("".join(f"<p>{part}</p>" for part in plain.split("\n\n")))
    got = [case.span.of(reading.text) for case in cases(dangling_reference, reading) if case.verdict is Verdict.BREAKS]
    assert [words.startswith(span.of(plain)) for words, span in zip(got, spans, strict=True)] == [True]


@pytest.mark.parametrize(
    "text", ["The river below the bridge is low.", "Read on for the report.", "Watch out for ice."]
)
def test_a_sentence_that_promises_nothing(text: str) -> None:
    assert not_applicable(dangling_reference, read_html(f"<p>{PIPE}</p><p>{text}</p>"))
