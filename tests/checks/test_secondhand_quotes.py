"""Where words were given to others first, is that said, and can a reader get there?"""

import pytest

from source_audit.checks.secondhand_quotes import secondhand_quotes
from source_audit.extract import extract_reading
from source_audit.finding import Verdict
from source_audit.parse import parse_document
from source_audit.reading import Reading
from tests.marking import cases, flagged, not_applicable, read, read_html


def page(sentence: str, url: str = "https://courier.example/news/1") -> str:
    return f"""<html><head><link rel="canonical" href="{url}"></head><body><article><h1>Bridge to open in May</h1>
    <p>The bridge has been shut since Monday. {sentence}</p></article></body></html>"""


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        pytest.param("Anna Keller told Reuters that it would open.", "told Reuters", id="an agency"),
        pytest.param("Anna Keller told CNN's Tom Hill that it would open.", "told CNN", id="one station"),
        pytest.param("Anna Keller told Fox News that it would open.", "told Fox News", id="another station"),
        pytest.param("Anna Keller said in a statement that it would open.", "in a statement", id="a release"),
        pytest.param("In a statement, Anna Keller said that it would open.", "In a statement", id="first"),
        pytest.param("Anna Keller told Radio Ambry that it would open.", "told Radio Ambry", id="by its sound"),
        pytest.param(
            "Anna Keller told Coast Sound radio that it would open.", "told Coast Sound radio", id="and behind"
        ),
        pytest.param(
            "Anna Keller told the cable show Morning Tide that it would open.",
            "told the cable show Morning Tide",
            id="a show",
        ),
        pytest.param(
            "Anna Keller told The Quiet Table that it would open.", "told The Quiet Table", id="a capital The"
        ),
        pytest.param("Anna Keller told KAMB-TV that it would open.", "told KAMB-TV", id="call letters"),
        pytest.param("Anna Keller wrote on Facebook that it would open.", "on Facebook", id="a post"),
        pytest.param("Anna Keller tweeted that it would open.", "tweeted", id="a verb"),
        pytest.param(
            "Anna Keller told the Today programme that it would open.", "told the Today", id="a programme behind"
        ),
        pytest.param("Anna Keller told state television that it would open.", "told state television", id="a kind"),
        pytest.param(
            "Anna Keller told public broadcaster VR that it would open.", "told public broadcaster VR", id="and a name"
        ),
        pytest.param("Anna Keller told the Ambry Ledger that it would open.", "told the Ambry Ledger", id="a paper"),
        pytest.param(
            "Anna Keller told the club website that it would open.", "told the club website", id="whose it is"
        ),
        pytest.param(
            "Anna Keller told the Ambry Champion that it would open.", "told the Ambry Champion", id="another"
        ),
        pytest.param("Speaking on BBC Radio, Anna Keller said that it would open.", "on BBC Radio", id="speaking"),
    ],
)
def test_an_origin_without_a_link(sentence: str, words: str) -> None:
    reading = read_html(page(sentence))
    assert flagged(secondhand_quotes, reading, Verdict.MILD) == [words]


def test_a_link_in_the_sentence_is_enough_and_a_front_door_is_not() -> None:
    way = 'Anna Keller <a href="https://www.reuters.com{}">told Reuters</a> that it would open.'
    (linked,) = cases(secondhand_quotes, read_html(page(way.format("/world/bridge-2026-05-02/"))))
    (home,) = cases(secondhand_quotes, read_html(page(way.format("/"))))
    assert (linked.verdict, home.verdict) == (Verdict.HOLDS, Verdict.MILD)


def test_copied_text_is_in_order_once_the_origin_is_told() -> None:
    reading = read("The bridge is shut. Anna Keller told Reuters that it would open in May.")
    (case,) = cases(secondhand_quotes, reading)
    assert (case.verdict, case.message) == (Verdict.HOLDS, "The text says where this was said first.")


@pytest.mark.parametrize(
    "sentence",
    [
        "Anna Keller said that it would open.",
        "Anna Keller told Lea Holm that it would open.",
        "Anna Keller told the harbour board of Ambry that it would open.",
        "Anna Keller said in an email to this newspaper that it would open.",
        "Anna Keller said in a statement to this newspaper that it would open.",
        "Anna Keller said at a rally that it would open.",
        "Anna Keller told the local newspaper editor that it would open.",
        "The report said on page four that it would open.",
        "In a statement read to the court, Anna Keller said that it would open.",
        "Anna Keller said in a statement to police that it would open.",
        "Anna Keller said in a statement from the dock that it would open.",
        "Anna Keller said in a statement in response to questions that it would open.",
        "In a video call with her staff, Anna Keller said that it would open.",
        "Anna Keller told the Harbour Review Board that it would open.",
        "Anna Keller told The Rotary Club that it would open.",
        '"It will open," Anna Keller told me on the Morning Star ferry.',
    ],
)
def test_first_hand_words_events_and_documents(sentence: str) -> None:
    assert not_applicable(secondhand_quotes, read_html(page(sentence)))


def test_what_this_outlet_was_told_is_first_hand() -> None:
    sentence = "Anna Keller told Reuters that it would open."
    reading = read_html(page(sentence, "https://www.reuters.com/news/1"), url="https://www.reuters.com/news/1")
    assert not_applicable(secondhand_quotes, reading)


def test_a_page_without_a_site_is_known_by_how_its_text_calls_it() -> None:
    way = "<article><h1>Bridge</h1><p>{} Anna Keller told the Ledger that it would open.</p></article>"
    assert not_applicable(secondhand_quotes, read_html(way.format("Emails seen by the Ledger are few."), url=""))
    assert flagged(secondhand_quotes, read_html(way.format("Emails are few."), url="")) == ["told the Ledger"]


def nameless_page(sentence: str, title: str = "Bridge to open") -> str:
    return f"""<html><head><title>{title}</title></head><body><article><h1>Bridge to open in May</h1>
    <p>The bridge has been shut since Monday. {sentence}</p></article></body></html>"""


def nameless(sentence: str, title: str = "Bridge to open") -> Reading:
    """Read a page that does not say whose it is, but for its title."""
    return extract_reading(parse_document(nameless_page(sentence, title), content_type="html"))


@pytest.mark.parametrize("outlet", ["the Wire", "The Quad"])
def test_a_short_name_may_be_the_papers_own_where_its_page_does_not_name_itself(outlet: str) -> None:
    (case,) = cases(secondhand_quotes, nameless(f"Anna Keller told {outlet} that it would open."))
    assert case.verdict is Verdict.UNSURE


def test_a_long_or_well_known_name_is_another_outlets() -> None:
    for outlet in ("Radio Ambry", "CNN", "the Ambry Morning Post"):
        assert flagged(secondhand_quotes, nameless(f"Anna Keller told {outlet} that it would open."))


def test_the_title_of_a_page_tells_whose_it_is() -> None:
    told = "Anna Keller told the Wire that it would open."
    assert not_applicable(secondhand_quotes, nameless(told, "Bridge to open | The Loughmore Wire"))
    assert flagged(secondhand_quotes, nameless(told, "Bridge to open | Tarn Gazette"))
