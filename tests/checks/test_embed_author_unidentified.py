"""Does the article's own text say who the account is?"""

from typing import Any

import pytest

from source_audit.attribution import SourceKind
from source_audit.checks.embed_author_unidentified import embed_author_unidentified
from source_audit.document import Embed
from source_audit.extract import extract_reading
from source_audit.finding import Verdict
from source_audit.parse import parse_document
from tests.drafts import Draft
from tests.marking import cases, read

POST = "Twelve empty seats? Come with me at four.\n— Leona Marsh (@leonamarsh_tarn) April 21, 2026"


def verdict(before: str, **source: Any) -> Verdict:
    draft = Draft(f"{before}\n\n{POST}")
    assert draft.document.embeds
    if source:
        draft.source("Leona Marsh", **source)
    (case,) = cases(embed_author_unidentified, draft.reading())
    assert "Leona Marsh (@leonamarsh_tarn)" in case.span.of(draft.text)
    return case.verdict


@pytest.mark.parametrize(
    "before",
    [
        "The nurse Leona Marsh answered in a post.",
        "Leona Marsh, a nurse at the hospital, answered in a post.",
        "The account @leonamarsh_tarn belongs to a nurse at the hospital.",
        "Leona Marsh, who chairs the staff council, answered in a post.",
        "Leona Marsh, the head of everything, answered in a post.",
        "Leona Marsh of the Riders' Union answered in a post.",
        "Leona Marsh founded the night school and answered in a post.",
    ],
)
def test_the_text_says_who_it_is(before: str) -> None:
    assert verdict(before) is Verdict.HOLDS


def test_a_role_that_the_reading_knows_is_enough() -> None:
    assert verdict("Leona Marsh answered in a post.", role="rower") is Verdict.HOLDS
    assert verdict("Leona Marsh answered in a post.", affiliation="Tarn Hill Hospital") is Verdict.HOLDS


def test_what_only_the_post_says_of_its_account_is_not_the_articles_word() -> None:
    draft = Draft(f"Somebody answered in a post.\n\n{POST}")
    draft.source("@leonamarsh_tarn", at="Leona Marsh (@", kind=SourceKind.ACCOUNT, affiliation="Leona Marsh, nurse")
    assert [case.verdict for case in cases(embed_author_unidentified, draft.reading())] == [Verdict.MILD]


@pytest.mark.parametrize(
    "before",
    [
        "Somebody answered in a post.",
        "Leona Marsh answered in a post.",
        "Leona Marshall, a nurse, went home.",
        "Mayor Peter Aldous met Leona Marsh.",
    ],
)
def test_a_name_alone_is_half_of_it(before: str) -> None:
    assert verdict(before) is Verdict.MILD


@pytest.mark.parametrize(
    ("embed", "expected"),
    [
        pytest.param(Embed(platform="x", text="The bridge fell."), Verdict.BREAKS, id="words and no author"),
        pytest.param(Embed(platform="x"), Verdict.UNSURE, id="the saved page kept nothing"),
        pytest.param(Embed(platform="x", handle="river_9"), Verdict.UNSURE, id="a handle in the frame's address only"),
        pytest.param(Embed(platform="x", handle="river_9", text="It fell."), Verdict.MILD, id="words and a handle"),
    ],
)
def test_a_post_without_an_author(embed: Embed, expected: Verdict) -> None:
    draft = Draft("The bridge fell tonight. People were angry.", embeds=(embed,))
    assert [case.verdict for case in cases(embed_author_unidentified, draft.reading())] == [expected]


def test_the_author_of_one_post_does_not_stand_for_another() -> None:
    draft = Draft(
        "Leona Marsh, a nurse, answered in a post.",
        embeds=(Embed(platform="x", author="Leona Marsh"), Embed(platform="x", author="Tom Hill")),
    )
    assert [case.verdict for case in cases(embed_author_unidentified, draft.reading())] == [Verdict.HOLDS, Verdict.MILD]


def test_the_title_of_a_film_is_no_post_without_an_author() -> None:
    page = "<p>The night bus ends in May, and the council meets again on Friday to talk about it.</p>"
    frame = '<iframe src="https://www.youtube.com/embed/iwGFalTRHDA" title="The last bus"></iframe>'
    draft = Draft(f"<article><h1>Bus</h1>{page}{frame}{page}</article>", html=True)
    assert [case.verdict for case in cases(embed_author_unidentified, draft.reading())] == [Verdict.UNSURE]


@pytest.mark.parametrize(
    "before",
    [
        "Leona Marsh of the Harbour Alliance answered in a post.",
        "Leona Marsh founded the night bus and answered in a post.",
        "The bus was full, according to a post by a nurse at the hospital.",
    ],
)
def test_a_body_a_deed_or_a_description_tell_who_it_is(before: str) -> None:
    assert verdict(before) is Verdict.HOLDS


def test_a_handle_that_is_made_of_a_name_is_that_person() -> None:
    post = (
        "<blockquote class='twitter-tweet'><p>Come at four.</p>&mdash; L. (@SenLeonaMarsh) "
        "<a href='https://x.com/SenLeonaMarsh/status/2046668288947126272'>April 21, 2026</a></blockquote>"
    )
    told = "<p>Senator Leona Marsh said the line must stay. She wrote:</p>"
    page = f"<html><body><article><h1>Bus line ends</h1>{told}{post}</article></body></html>"
    (case,) = cases(embed_author_unidentified, extract_reading(parse_document(page)))
    assert case.verdict is Verdict.HOLDS


def judged(before: str, author: str, after: str = "The line ends in May.") -> Verdict:
    """Return what the check says of the last post, read as a user's text would be."""
    text = f"The bus line ends in May.\n\n{before}\n\nTwelve empty seats?\n— {author} April 21, 2026\n\n{after}"
    return cases(embed_author_unidentified, read(text))[-1].verdict


@pytest.mark.parametrize(
    ("before", "author"),
    [
        ("Gov. Leona Marsh answered in a post.", "Governor Leona Marsh (@govmarsh)"),
        ("Tarn Agricultural College answered in a post.", "Tarn Ag College (@tarnag)"),
        ("The riders were told on the handle of the council, @tarn_line.", "Night Line (@tarn_line)"),
        ("The force was quick. It answered on its own account:", "Tarn Beat (@tarnbeat)"),
    ],
)
def test_titles_bodies_and_owners_tell_whose_account_it_is(before: str, author: str) -> None:
    assert judged(before, author) is Verdict.HOLDS


def test_who_may_have_posted_is_left_to_the_reader_and_a_place_in_a_name_tells_nothing() -> None:
    assert judged("A shopkeeper sent a film of the empty bus.", "Night Owl (@nightowl_9)") is Verdict.UNSURE
    assert judged("The bus stops at Tarn Hill. Nobody came.", "Tarn Gossip (@tarngossip)") is Verdict.MILD


@pytest.mark.parametrize(
    ("before", "author", "expected"),
    [
        ("The ferry company's own newsroom also highlighted it:", "Tarn News (@tarnnews)", Verdict.HOLDS),
        ("Her party's leader confirmed the allegation:", "Hal Brandt (@hbrandt)", Verdict.HOLDS),
        ("In a post on X a product designer wrote that it was over:", "Rafi (@rafi_a)", Verdict.HOLDS),
        ("The bus ends in May, as this post from a resident shows:", "Tarn Talk (@tarntalk)", Verdict.MILD),
        ("The work was paid for by the Tarn Coffee Council.", "Bean (@drbean_)", Verdict.MILD),
        ("A rider says he is moving his account.", "Nail (@nail_n)", Verdict.MILD),
        ("The driver was on his phone, according to a post:", "Deano (@deano_b)", Verdict.MILD),
        ("The account @tarn_ed is run by a former deckhand.", "Tarn Ed (@tarn_ed)", Verdict.HOLDS),
        ("The paper's own post has been deleted since.", "Courier (@tarncourier)", Verdict.HOLDS),
        ("The ministry's account tried to help:", "Dept of Boats (@deptboats)", Verdict.HOLDS),
        ("The drivers' union was quick to answer.", "Bus 12 (@bus12)", Verdict.UNSURE),
    ],
)
def test_who_does_the_posting_in_the_sentence_before(before: str, author: str, expected: Verdict) -> None:
    assert judged(before, author) is expected


@pytest.mark.parametrize(
    ("before", "author", "expected"),
    [
        ("Caretaker Ifan Prys filmed it.", "Ifan P (@ifanthecare)", Verdict.HOLDS),
        ("A lorry driver stuck behind it, Piet de Graaf, was less keen.", "Piet (@pietfish)", Verdict.HOLDS),
        ("Former prop Os Kriel, now a pundit, had seen it coming.", "Os Kriel (@OsKriel3)", Verdict.HOLDS),
        ("A baker has left. Maude Fox, from Tarn, posted pictures.", "maudebuilds (@maudebuilds)", Verdict.HOLDS),
        ("The Met Office had warned of it.", "Met Office (@metoffice)", Verdict.HOLDS),
        ("Ifan Prys filmed it.", "Ifan P (@ifanthecare)", Verdict.UNSURE),
        ("Caretaker Ifan Prys spoke of it.", "Deano (@deano_b)", Verdict.MILD),
        ("Maude Fox posted pictures.", "maudebuilds (@maudebuilds)", Verdict.MILD),
    ],
)
def test_who_is_brought_in_right_before(before: str, author: str, expected: Verdict) -> None:
    assert judged(before, author) is expected
