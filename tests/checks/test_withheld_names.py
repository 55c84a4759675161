"""Where a name is cut short or changed, does the text say so?"""

import pytest

from source_audit.checks.withheld_names import withheld_names
from source_audit.finding import Verdict
from source_audit.resources import data
from tests.drafts import Draft
from tests.marking import cases, flagged, not_applicable, read


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Her name has been changed.", "Her name has been changed"),
        ("Anna is not her real name.", "not her real name"),
        ("She asked to be identified only by her first name.", "only by her first name"),
        ("The Courier is withholding her last name.", "withholding her last name"),
        ("She declined to give her last name.", "declined to give her last name"),
        ("Anna is a pseudonym.", "is a pseudonym"),
    ],
)
def test_an_announcement_is_shown(sentence: str, words: str) -> None:
    draft = Draft(f'"The bus never comes," said Anna. {sentence}')
    draft.says(draft.source("Anna"), '"The bus never comes,"')
    assert flagged(withheld_names, draft.reading()) == [words]


def test_the_reason_is_shown_with_it() -> None:
    (case,) = cases(withheld_names, Draft("Her name has been changed because she fears for her job.").reading())
    assert case.message == "The text says that a name is not the real one, and what is at risk."
    assert [piece.note for piece in case.evidence] == ["the announcement", "the reason"]
    assert case.verdict is Verdict.NOTE


@pytest.mark.parametrize("rest", [", 34, said", " (34) said", ", who is 34, said"])
def test_a_first_name_with_an_age_is_shown(rest: str) -> None:
    draft = Draft(f"Anna{rest} that she walked.")
    draft.says(draft.source("Anna"), "that she walked")
    (case,) = cases(withheld_names, draft.reading())
    assert case.message == "Only a first name is given here, and the text does not say why."


@pytest.mark.parametrize(
    "text",
    [
        "Anna said that she walked.",
        "Her daughter, Anna, 34, said that she walked.",
        "Princess Anna, 34, said that she walked.",
    ],
)
def test_a_relative_a_title_or_a_bare_first_name_is_not_asked_about(text: str) -> None:
    draft = Draft(text)
    draft.says(draft.source("Anna"), "that she walked")
    assert not_applicable(withheld_names, draft.reading()).startswith("No name is cut short")


def test_a_full_name_elsewhere_is_enough() -> None:
    reading = read("Anna Holm runs a shop.\n\nAnna, 34, said that she walked to work.")
    assert not_applicable(withheld_names, reading).startswith("No name is cut short")


@pytest.mark.parametrize(
    "text",
    [
        "The street's name has been in use since 1912.",
        "The agency withheld the names of those killed.",
        'Ana Ruiz said: "Her name has been changed."',
        "Like many people there, he goes by one name.",
    ],
)
def test_other_talk_of_names(text: str) -> None:
    assert not_applicable(withheld_names, read(text)).startswith("No name is cut short")


def test_every_wording_holds_a_word_that_is_looked_for_first() -> None:
    table = data("withheld")
    wordings = [*table["changed"], *table["shortened"]]
    assert all(any(anchor in words for anchor in table["anchors"]) for words in wordings)
