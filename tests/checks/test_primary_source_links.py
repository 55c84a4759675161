"""Is each document that the text cites linked?"""

from typing import Any

import pytest

from source_audit import audit_article
from source_audit.attribution import SourceKind
from source_audit.checks.primary_source_links import primary_source_links
from source_audit.finding import Verdict
from tests.drafts import Draft
from tests.marking import cases, not_applicable

DOCUMENT = SourceKind.DOCUMENT
END = "<p>The council meets again in June, and the mayor will be there to answer the questions of the riders.</p>"


def draft(paragraph: str, document: str = "The audit", **facts: Any) -> Draft:
    made = Draft(f"<article><h1>Bus losses grow</h1><p>{paragraph}</p>{END}</article>", html=True)
    own = made.source(document, kind=DOCUMENT, **facts)
    made.says(own, "the line lost money")
    return made


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("https://www.tarncounty.example/audit.pdf", Verdict.HOLDS),
        ("https://data.tarncounty.example/bus.csv", Verdict.HOLDS),
        ("https://www.tarncounty.example/reports/12", Verdict.HOLDS),
        ("https://x.com/tarncounty/status/1234567890123456789", Verdict.HOLDS),
        ("https://www.tarncounty.example/", Verdict.BREAKS),
        ("https://www.tarncounty.example/search?q=audit", Verdict.BREAKS),
        ("https://x.com/tarncounty", Verdict.BREAKS),
        ("https://courier.example/news/2", Verdict.MILD),
        ("https://courier.example/files/audit.pdf", Verdict.HOLDS),
    ],
)
def test_what_the_link_leads_to(href: str, expected: Verdict) -> None:
    made = draft(f'The audit found that the line lost money, as <a href="{href}">can be read</a>.')
    (case,) = cases(primary_source_links, made.reading())
    assert (case.verdict, case.span.of(made.text)) == (expected, "The audit")
    assert len(case.evidence) == (1 if expected is Verdict.BREAKS else 2)


def test_a_link_in_another_sentence_is_no_link_to_the_document() -> None:
    made = draft(
        "The audit found that the line lost money. Spring has come to the town. "
        'A <a href="https://www.tarncounty.example/news/3">fair</a> opened.'
    )
    assert [case.verdict for case in cases(primary_source_links, made.reading())] == [Verdict.BREAKS]


def test_a_link_on_a_name_is_no_link_to_the_document_but_one_on_its_publisher_is() -> None:
    of_person = '<a href="https://www.tarncounty.example/ana">Ana Ruiz</a> agreed when the audit found that the line lost money.'
    made = draft(of_person, "the audit")
    assert [case.verdict for case in cases(primary_source_links, made.reading())] == [Verdict.BREAKS]
    made = draft(
        'The audit by <a href="https://www.tarncounty.example/12">Tarn County</a> found that the line lost money.'
    )
    assert [case.verdict for case in cases(primary_source_links, made.reading())] == [Verdict.HOLDS]


def test_an_archived_copy_is_a_link_and_an_archived_front_page_is_a_page() -> None:
    for href in (
        "https://archive.ph/2020/https://www.tarncounty.example/12",
        "https://archive.ph/2020/https://www.tarncounty.example/",
    ):
        made = draft(f'The audit found that the line lost money, as <a href="{href}">can be read</a>.')
        assert [case.verdict for case in cases(primary_source_links, made.reading())] == [Verdict.HOLDS]


def test_a_document_cited_twice_is_one_item_and_one_link_is_enough() -> None:
    text = 'The audit found that the line lost money. <a href="https://www.tarncounty.example/audit.pdf">The same audit</a> blames winter.'
    made = Draft(f"<article><h1>Bus losses grow</h1><p>{text}</p>{END}</article>", html=True)
    own = made.source("The audit", kind=DOCUMENT, mentions=(made.at("The audit"), made.at("The same audit")))
    made.says(own, "the line lost money")
    assert [case.verdict for case in cases(primary_source_links, made.reading())] == [Verdict.HOLDS]


@pytest.mark.parametrize(
    "words", ["leaked", "seen by the Courier", "which has not been published", "that remains sealed"]
)
def test_papers_that_nobody_could_link_are_left_out(words: str) -> None:
    made = draft(f"The audit, {words}, found that the line lost money.")
    assert not_applicable(primary_source_links, made.reading()) == "The text cites no document that could be linked."


def test_studies_in_general_and_papers_of_other_kinds_are_no_items() -> None:
    made = draft("Studies show that the line lost money.", "Studies", collective=True)
    assert not_applicable(primary_source_links, made.reading())
    made = draft("A sign says that the line lost money.", "A sign")
    assert not_applicable(primary_source_links, made.reading())


def test_people_are_no_documents() -> None:
    made = Draft(
        f"<article><h1>Bus losses grow</h1><p>Ana Ruiz said the report was late.</p>{END}</article>", html=True
    )
    made.says(made.source("Ana Ruiz"), "the report was late")
    assert not_applicable(primary_source_links, made.reading())


def test_a_paper_that_the_reader_of_sources_does_not_know_counts_once() -> None:
    made = Draft(
        f"<article><h1>Voles shrink</h1><p>Voles grow slowly, according to a study published on Monday.</p>"
        f"<p>The study found that dust harms them.</p>{END}</article>",
        html=True,
    )
    own = made.source("a study published on Monday", kind=SourceKind.UNKNOWN)
    made.says(own, "Voles grow slowly")
    found = cases(primary_source_links, made.reading())
    assert [case.verdict for case in found] == [Verdict.BREAKS]


def audited(paragraph: str) -> list[tuple[str, Verdict]]:
    """Return the documents that the check shows on a page of this one paragraph, with what it says of each."""
    page = f"<html><body><article><h1>Bus losses grow</h1><p>{paragraph}</p>{END}</article></body></html>"
    audit = audit_article(page, content_type="html")
    findings = audit.answers["primary-source-links"].findings
    return [(one.span.of(audit.document.text), one.verdict) for one in findings]


@pytest.mark.parametrize(
    ("paragraph", "document"),
    [
        ("The figure comes from a report by the Riders Forum. Fares rose.", "a report"),
        ("The county rated the line weak in its inspection report of December. Fares rose.", "its inspection report"),
        (
            "That year, the county's safety review recorded nine falls on the line. Fares rose.",
            "the county's safety review",
        ),
    ],
)
def test_a_document_whose_content_is_told_is_cited(paragraph: str, document: str) -> None:
    assert audited(paragraph) == [(document, Verdict.BREAKS)]


@pytest.mark.parametrize(
    "paragraph",
    [
        "One email, dated 9 January, says that the line would close. Fares rose.",
        "One study in 46 riders found that the line helps ( 2 ). Fares rose.",
        "A review of film from the bus showed that the seats were empty. Fares rose.",
    ],
)
def test_mail_notes_and_a_look_at_something_are_no_documents_to_link(paragraph: str) -> None:
    assert audited(paragraph) == []


def test_a_link_in_the_next_sentence_is_left_to_the_reader() -> None:
    paragraph = (
        "A study from the Tarn Laboratory found that the line helps. "
        'The counts are open in <a href="https://data.tarncounty.example/bus-v2">an archive</a>.'
    )
    assert [verdict for _, verdict in audited(paragraph)] == [Verdict.UNSURE]


@pytest.mark.parametrize(
    "words",
    [
        "A report by the board says that nights were short. The paper was shown a copy.",
        "A report by the board, which the Courier has seen, says that nights were short.",
        "A report by the board, which has never been published, says that nights were short.",
        "The board’s report, due in May, says how many nights were short.",
        "An analysis by this newspaper found that nights were short.",
        '<a href="https://www.tarncounty.example/12">Empty Seats</a>, the board’s report, found that nights were short.',
    ],
)
def test_papers_that_need_no_link_of_their_own(words: str) -> None:
    audit = audit_article(f"<article><h1>Nights are short</h1><p>{words}</p>{END}</article>")
    assert not [case for case in audit.answers["primary-source-links"].findings if case.verdict is not Verdict.HOLDS]


def test_a_law_that_is_quoted_under_its_name_is_a_paper() -> None:
    words = "Under the Quiet Nights Act, a driver “shall not sound a horn after ten”."
    audit = audit_article(f"<article><h1>Nights are loud</h1><p>{words}</p>{END}</article>")
    (case,) = audit.answers["primary-source-links"].findings
    assert (case.verdict, case.span.of(audit.document.text)) == (Verdict.BREAKS, "the Quiet Nights Act")


def test_the_evidence_shows_where_a_document_is_cited_again() -> None:
    words = "A report by the board found that nights were short. Riders agreed.</p><p>The report, of 60 pages, also tells of floods."
    audit = audit_article(f"<article><h1>Nights are short</h1><p>{words}</p>{END}</article>")
    (case,) = audit.answers["primary-source-links"].findings
    assert [each.span.of(audit.document.text) for each in case.evidence] == [
        "A report by the board",
        "The report",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "A report will go to the county attorney once the bridge has been measured, Amberson said.",
        "A petition of residents would be needed first, the council said.",
        "A paper strip that costs a penny finds four faults in five, doctors said.",
        "The chairman hung up when this paper called him, and said that the line was bad.",
    ],
)
def test_what_is_still_to_come_and_what_is_no_document_needs_no_link(sentence: str) -> None:
    page = f"<html><body><article><h1>Bus losses grow</h1><p>{sentence}</p>{END}</article></body></html>"
    assert not audit_article(page).answers["primary-source-links"].findings
