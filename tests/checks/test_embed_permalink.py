"""Can each post be found again?"""

from datetime import date

import pytest

from source_audit import audit_article
from source_audit.checks.embed_permalink import embed_permalink
from source_audit.document import Embed
from source_audit.finding import Verdict
from tests.drafts import Draft
from tests.marking import cases, not_applicable

WHOLE = {
    "permalink": "https://x.com/a/status/1",
    "printed_date": "April 21, 2026",
    "handle": "a",
    "text": "Twelve empty seats?",
}
PAGE = "<article><h1>Bus</h1><p>The night bus ends in May, and the council meets again on Friday to talk about it.</p></article>"


@pytest.mark.parametrize(
    ("kept", "expected", "message"),
    [
        (tuple(WHOLE), Verdict.HOLDS, "The page keeps all four parts."),
        (("permalink", "handle", "text"), Verdict.MILD, "Not on the page: the date."),
        (("permalink", "handle"), Verdict.MILD, "Not on the page: the date, the words."),
        (("text",), Verdict.BREAKS, "Not on the page: the link, the date, the account."),
        ((), Verdict.BREAKS, "Not on the page: the link, the date, the account, the words."),
    ],
)
def test_the_four_parts(kept: tuple[str, ...], expected: Verdict, message: str) -> None:
    embed = Embed(platform="x", **{name: WHOLE[name] for name in kept})  # type: ignore[arg-type]
    (case,) = cases(embed_permalink, Draft(PAGE, html=True, embeds=(embed,)).reading())
    assert (case.verdict, case.message) == (expected, message)


def test_a_frame_gives_link_and_handle_and_a_date_in_the_id_is_not_shown() -> None:
    frame = '<iframe src="https://platform.twitter.com/embed/Tweet.html?id=2046668288947126272"></iframe>'
    draft = Draft(
        PAGE.replace("</article>", f"{frame}<p>The river is calm, and boats pass it every day.</p></article>"),
        html=True,
    )
    (case,) = cases(embed_permalink, draft.reading())
    assert (case.verdict, case.message) == (Verdict.MILD, "Not on the page: the date, the words.")


@pytest.mark.parametrize(
    ("days", "expected", "message"),
    [
        (0, Verdict.HOLDS, "The page keeps all four parts."),
        (1, Verdict.HOLDS, "The page keeps all four parts."),
        (
            2,
            Verdict.UNSURE,
            "The printed date, April 21, 2026, is 2 days from the date in the post's number, 2026-04-19.",
        ),
    ],
)
def test_a_date_that_the_number_contradicts_is_left_to_the_reader(days: int, expected: Verdict, message: str) -> None:
    embed = Embed(platform="x", **WHOLE, computed_date=date(2026, 4, 21 - days), days_apart=days)  # type: ignore[arg-type]
    (case,) = cases(embed_permalink, Draft(PAGE, html=True, embeds=(embed,)).reading())
    assert (case.verdict, case.message) == (expected, message)


def test_a_page_whose_printed_date_is_not_the_posts_own() -> None:
    post = (
        '<blockquote class="twitter-tweet"><p>Twelve empty seats?</p>&mdash; Leona Marsh (@leonamarsh_tarn) '
        '<a href="https://twitter.com/leonamarsh_tarn/status/2046668288947126272">3. März 2026</a></blockquote>'
    )
    (case,) = cases(embed_permalink, Draft(PAGE.replace("</article>", f"{post}</article>"), html=True).reading())
    assert case.verdict is Verdict.UNSURE
    assert "3. März 2026, is 49 days from the date in the post's number, 2026-04-21" in case.message


def test_a_film_needs_no_words() -> None:
    film = Embed(platform="youtube", permalink=WHOLE["permalink"], media_only=True)
    (case,) = cases(embed_permalink, Draft(PAGE, html=True, embeds=(film,)).reading())
    assert case.message == "Not on the page: the date."


def test_no_post() -> None:
    assert not_applicable(embed_permalink, Draft(PAGE, html=True).reading()) == "The article shows no post."


@pytest.mark.parametrize(
    ("post", "missing"),
    [
        ('<blockquote class="twitter-tweet"><p>Full again.</p>&mdash; Dana Roe (@danaroe) <a href="https://x.com/danaroe/status/1881">Jan 20</a></blockquote>', ""),
        ('<blockquote class="fb-post"><p>Full again.</p>Dana Roe, <a href="https://www.facebook.com/permalink.php?story_fbid=112233&id=998877">20 January 2025</a></blockquote>', ""),
        ('<blockquote class="reddit-embed-bq"><a href="https://www.reddit.com/r/nursing/comments/abc123/full/">Full again.</a><br> by <a href="https://www.reddit.com/user/danaroe/">u/danaroe</a> on 20 January 2025</blockquote>', ""),
        ('<blockquote class="twitter-tweet"><p>Full on January 20 again.</p>&mdash; Dana Roe (@danaroe) <a href="https://x.com/danaroe/status/1881">Open</a></blockquote>', "the date"),
    ],
)  # fmt: skip
def test_what_counts_as_kept(post: str, missing: str) -> None:
    page = f"<article><h1>Ward is full</h1><p>The ward closed. Dana Roe, a nurse, wrote:</p>{post}<p>It opened again.</p></article>"
    found = audit_article(page).answers["embed-permalink"].findings
    assert [case.message for case in found] == ([f"Not on the page: {missing}."] if missing else [])
