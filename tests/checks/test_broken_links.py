"""Do the links that show a source still lead to a page?"""

import pytest

from source_audit.checks.broken_links import broken_links
from source_audit.finding import Verdict
from source_audit.reading import Reading
from source_audit.supplied import Outcome, Visit
from tests.drafts import Draft, visited
from tests.marking import cases, not_applicable

AUDIT = "https://www.tarncounty.example/audit.pdf"
REPORT = "https://www.marlowport.example/reports/12"
SAVED = f"https://web.archive.org/web/2020/{AUDIT}"


def reading(*visits: Visit, more: str = "") -> Reading:
    made = Draft(
        f'<article><h1>Bus losses grow</h1><p>Ana Ruiz said <a href="{AUDIT}">in an audit</a> the line lost money.</p>'
        f'<p>Omar Diaz said <a href="{REPORT}">in a report</a> that riders were few. {more}</p>'
        "<p>The council meets again in June, and the mayor will be there to answer the questions of riders.</p></article>",
        html=True,
    )
    made.says(made.source("Ana Ruiz"), "the line lost money")
    made.says(made.source("Omar Diaz"), "that riders were few")
    return made.reading(visits=visits)


@pytest.mark.parametrize(
    ("visit", "verdict", "message"),
    [
        (visited(AUDIT, 200), Verdict.HOLDS, "The page answers."),
        (visited(AUDIT, 404), Verdict.BREAKS, "The linked page is gone."),
        (visited(AUDIT, 410), Verdict.BREAKS, "The linked page is gone."),
        (visited(AUDIT, None, Outcome.NO_HOST), Verdict.BREAKS, "The linked site was not found."),
        (visited(AUDIT, 403, Outcome.WITHHELD), Verdict.UNSURE, "The site did not show this page to a program"),
        (visited(AUDIT, 500, Outcome.NO_ANSWER), Verdict.UNSURE, "The linked site did not give a clear answer"),
        (visited(AUDIT, None, Outcome.REFUSED), Verdict.UNSURE, "This address leads to a place"),
        (visited(AUDIT, None, Outcome.NOT_TRIED), Verdict.UNSURE, "This link was not tried"),
        (
            visited(AUDIT, 200, final="https://www.tarncounty.example/"),
            Verdict.UNSURE,
            "The link now leads to the front",
        ),
    ],
)
def test_what_a_visit_means(visit: Visit, verdict: Verdict, message: str) -> None:
    first, second = cases(broken_links, reading(visit, visited(REPORT, 200)))
    assert first.verdict is verdict
    assert first.message.startswith(message)
    assert second.verdict is Verdict.HOLDS


def test_a_copy_is_named_for_the_reader_and_never_fetched() -> None:
    (case,) = cases(broken_links, reading(visited(AUDIT, 404)))
    assert (
        case.evidence[0].note
        == f"tarncounty.example, status 404; look for a copy at https://web.archive.org/web/*/{AUDIT}"
    )


def test_where_no_site_answers_the_network_may_be_at_fault() -> None:
    found = cases(broken_links, reading(visited(AUDIT, None, Outcome.NO_HOST), visited(REPORT, None, Outcome.NO_HOST)))
    assert {case.verdict for case in found} == {Verdict.UNSURE}


def test_a_saved_copy_in_the_article_makes_a_dead_link_mild() -> None:
    more = f'Ruiz said <a href="{SAVED}">so</a> again.'
    found = cases(broken_links, reading(visited(AUDIT, 404), visited(REPORT, 200), visited(SAVED, 200), more=more))
    assert found[0].verdict is Verdict.MILD
    assert found[0].message == "The linked page is gone; the article also links a saved copy."


def test_it_is_not_asked_without_visits() -> None:
    assert not_applicable(broken_links, Draft("Ana Ruiz said so.").reading()) == "Nobody asked to visit the links."


def test_an_article_without_such_links_has_nothing_to_visit() -> None:
    assert not_applicable(broken_links, reading()) == "No link stands with a statement or a document."
