"""Where do the links lead?"""

from source_audit.checks.link_mix import link_mix
from source_audit.finding import Verdict
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


def test_no_link() -> None:
    draft = Draft(
        "<article><h1>Bus losses grow</h1><p>The line lost money, and nobody knows why it did so.</p></article>",
        html=True,
    )
    assert not_applicable(link_mix, draft.reading()) == "The text has no link."
