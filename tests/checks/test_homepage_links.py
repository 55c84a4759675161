"""Do the links that show a source lead to the page itself?"""

import pytest

from source_audit.checks.homepage_links import homepage_links
from source_audit.finding import Verdict
from tests.drafts import Draft
from tests.marking import cases, not_applicable


def draft(sentence: str) -> Draft:
    made = Draft(
        f"<article><h1>Bus losses grow</h1><p>{sentence} The river is calm, and boats pass it every day of the week.</p></article>",
        html=True,
    )
    if "Ana Ruiz" in made.text:
        made.says(made.source("Ana Ruiz"), "the line lost money")
    return made


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("https://www.tarncounty.example/news/44", Verdict.HOLDS),
        ("https://www.tarncounty.example/?id=44", Verdict.HOLDS),
        ("https://www.tarncounty.example/", Verdict.BREAKS),
        ("https://www.tarncounty.example", Verdict.BREAKS),
        ("https://www.tarncounty.example/search?q=bus", Verdict.BREAKS),
        ("https://www.tarncounty.example/login?next=/news/44", Verdict.BREAKS),
        ("https://archive.ph/2020/https://www.tarncounty.example/search?q=bus", Verdict.HOLDS),
        ("https://courier.example/", Verdict.BREAKS),
        ("https://courier.example/news/2", Verdict.HOLDS),
    ],
)
def test_a_page_or_a_front_door(href: str, expected: Verdict) -> None:
    made = draft(f'Ana Ruiz <a href="{href}">said</a> the line <a href="https://www.marlow.example/3">lost</a> money.')
    case, other = cases(homepage_links, made.reading())
    assert (case.verdict, case.span.of(made.text)) == (expected, "said")
    assert case.evidence[0].note in ("tarncounty.example", "courier.example")
    assert other.verdict is Verdict.HOLDS


def test_of_one_link_alone_only_a_front_door_is_asked_about() -> None:
    """Whoever takes away the good one of two links gains nothing."""
    alone = draft('Ana Ruiz <a href="https://www.tarncounty.example/news/44">said</a> the line lost money.')
    assert "leads to the page itself" in not_applicable(homepage_links, alone.reading())
    door = draft('Ana Ruiz <a href="https://www.tarncounty.example/">said</a> the line lost money.')
    assert [case.verdict for case in cases(homepage_links, door.reading())] == [Verdict.BREAKS]


@pytest.mark.parametrize(
    "href",
    [
        "https://courier.example/tag/buses",
        "https://courier.example/people/ana-ruiz",
        "https://x.com/ana_ruiz",
        "https://courier.example/shop/bags",
    ],
)
def test_topics_people_accounts_and_shops_are_left_out(href: str) -> None:
    made = draft(f'<a href="{href}">Ana Ruiz</a> said the line lost money.')
    assert not_applicable(homepage_links, made.reading()) == "No link stands with a statement or a document."


def test_a_sentence_that_names_a_document_counts() -> None:
    made = draft('The figures are in <a href="https://www.tarncounty.example/">a report</a>.')
    assert [case.verdict for case in cases(homepage_links, made.reading())] == [Verdict.BREAKS]


def test_a_link_beside_no_statement_is_not_asked_about() -> None:
    made = draft('The <a href="https://www.tarncounty.example/">county</a> lies in the north.')
    assert not_applicable(homepage_links, made.reading())


def test_the_name_of_somebody_who_says_nothing_may_lead_to_their_front_page() -> None:
    made = draft('Ana Ruiz said the line lost money, which <a href="https://www.kestrelbus.example/">Kestrel</a> ran.')
    assert not_applicable(homepage_links, made.reading())
