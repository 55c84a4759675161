"""Where do the links lead?"""

from source_audit.checks.link_mix import link_mix
from source_audit.extract import extract_reading
from source_audit.finding import Verdict
from source_audit.parse import parse_document
from tests.drafts import Draft
from tests.marking import cases, not_applicable, words

PAGE = """<article><h1>Bus losses grow</h1><p>The line lost <a href="https://courier.example/news/2">money</a>, wrote
<a href="https://x.com/ana_ruiz">Ana Ruiz</a>. The <a href="https://www.tarncounty.example/audit.pdf">audit</a> and the
<a href="https://marlow.example/">city</a> say the same, and so does everybody who rides on it at night.</p></article>"""


def test_links_are_sorted_and_shown() -> None:
    draft = Draft(PAGE, html=True)
    own, social, other = cases(link_mix, draft.reading())
    assert [case.message for case in (own, social, other)] == [
        "Links to the site's own pages: 1 of 4.",
        "Links to posts and accounts: 1 of 4.",
        "Links to other sites: 2 of 4.",
    ]
    assert words(draft.text, [piece.span for piece in other.evidence]) == ["audit", "city"]
    assert {case.verdict for case in (own, social, other)} == {Verdict.NOTE}


def test_sites_of_one_owner_and_short_links_are_told_apart() -> None:
    page = """<article><h1>Bus losses grow</h1><p>The line lost <a href="https://www.barrons.com/a">money</a>, as
    <a href="https://bit.ly/2x">was said</a> by the <a href="https://www.ft.com/b">bank</a> and by all who ride on it.</p></article>"""
    document = parse_document(page, url="https://www.wsj.com/a", content_type="html")
    found = cases(link_mix, extract_reading(document))
    assert [case.message for case in found] == [
        "Links to other sites of the same owner: 1 of 3.",
        "Short links, which hide where they lead: 1 of 3.",
        "Links to other sites: 1 of 3.",
    ]


def test_a_link_beside_a_statement_says_so() -> None:
    draft = Draft(PAGE, html=True)
    draft.says(draft.source("Ana Ruiz"), "The line lost")
    _, social, _ = cases(link_mix, draft.reading())
    assert [piece.note for piece in social.evidence] == ["x.com, beside a statement"]


def test_no_link() -> None:
    draft = Draft(
        "<article><h1>Bus losses grow</h1><p>The line lost money, and nobody knows why it did so.</p></article>",
        html=True,
    )
    assert not_applicable(link_mix, draft.reading()) == "The text has no link."
