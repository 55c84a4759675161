"""Does one source make most of the statements?"""

import pytest

from source_audit.checks.single_source_story import single_source_story
from tests.drafts import Draft
from tests.marking import cases, not_applicable, words

TEXT = "Ana Ruiz said one. The Harbour Office said two. Tom Hill said three. It was said four."


def test_a_body_and_its_chief_are_one_origin() -> None:
    draft = Draft(TEXT)
    ruiz, office, hill = (draft.source(name) for name in ("Ana Ruiz", "The Harbour Office", "Tom Hill"))
    for source, said in ((ruiz, "one"), (office, "two"), (hill, "three"), (None, "four")):
        draft.says(source, said)
    draft.merge(ruiz, office)
    (case,) = cases(single_source_story, draft.reading())
    assert case.value == pytest.approx(2 / 3)
    assert case.message == "Statements that come from Ana Ruiz: 2 of 3 (67%)."
    assert words(draft.text, [piece.span for piece in case.evidence]) == ["one", "two"]


def test_two_origins_with_one_name_are_not_added_up() -> None:
    draft = Draft("Ana Ruiz said one. Tom Hill said two. The other Ana Ruiz said three.")
    first, hill, other = (
        draft.source("Ana Ruiz"),
        draft.source("Tom Hill"),
        draft.source("Ana Ruiz", at="The other Ana Ruiz"),
    )
    for source, said in ((first, "one"), (hill, "two"), (other, "three")):
        draft.says(source, said)
    (case,) = cases(single_source_story, draft.reading())
    assert case.value == pytest.approx(1 / 3)


def test_the_headline_stays_out() -> None:
    page = "<article><h1>Ruiz: bridge unsafe</h1><p>Tom Hill said the bridge was safe, and everybody should use it.</p></article>"
    draft = Draft(page, html=True)
    draft.says(draft.source("Ruiz"), "bridge unsafe")
    draft.says(draft.source("Tom Hill"), "the bridge was safe")
    (case,) = cases(single_source_story, draft.reading())
    assert case.value == 1.0
    assert case.message.startswith("Statements that come from Tom Hill")


def test_a_text_that_is_one_statement_and_says_so() -> None:
    draft = Draft("The Mayor’s Full Statement on the Bridge\n\nAna Ruiz said one.")
    draft.says(draft.source("Ana Ruiz"), "one")
    assert not_applicable(single_source_story, draft.reading()) == "The headline says that this is one statement."


def test_no_statement() -> None:
    assert not_applicable(single_source_story, Draft("The river is calm.").reading())
