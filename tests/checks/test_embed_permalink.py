"""Can each post be found again?"""

import pytest

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
    assert case.verdict is not Verdict.HOLDS
    assert "the date" in case.message
    assert "the link" not in case.message


def test_no_post() -> None:
    assert not_applicable(embed_permalink, Draft(PAGE, html=True).reading()) == "The article shows no post."
