"""The kind of article by label, address, site, headline and form, with what decided it."""

import pytest

from source_audit.document import Document
from source_audit.parse import parse_document

BODY = "<p>The council of Skarn met on Monday to talk about the ferry. Ivo Brandt said the pier was worn.</p>" * 4
LINES = "The council of Skarn met on Monday to talk about the ferry.\n\nIvo Brandt said the pier was worn.\n\n"


def page(
    body: str = BODY, title: str = "Ferry to Skarn Stops", url: str = "https://courier.example/2026/ferry"
) -> Document:
    return parse_document(f"<html><body><article><h1>{title}</h1>{body}</article></body></html>", url=url)


def text(*lines: str) -> Document:
    return parse_document("\n\n".join(lines), content_type="text")


def kind(document: Document) -> tuple[str, str]:
    return document.genre.value, document.genre.by


def tells_no_more_than_news(document: Document) -> bool:
    return document.genre.value in ("unknown", "news-report", "brief")


def shown(document: Document) -> list[str]:
    return [span.of(document.text) for span in document.genre.spans]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://courier.example/opinion/2026/ferry", ("opinion", "address")),
        ("https://courier.example/columnists/ferry", ("opinion", "address")),
        ("https://courier.example/live-updates/ferry", ("live-blog", "address")),
        ("https://courier.example/sponsored/ferry", ("sponsored", "address")),
        ("https://courier.example/press-releases/ferry", ("press-release", "address")),
        ("https://courier.example/news/opinion", ("brief", "manner")),
        ("https://courier.example/public-opinion/ferry", ("brief", "manner")),
        ("https://www.theonion.com/ferry-stops-1", ("satire", "site")),
        ("https://babylonbee.com/news/ferry-stops", ("satire", "site")),
        ("https://www.prnewswire.com/news-releases/ferry-1.html", ("press-release", "site")),
    ],
)
def test_address_and_site(url: str, expected: tuple[str, str]) -> None:
    assert kind(page(url=url)) == expected


def test_a_site_of_satire_goes_before_its_own_label_of_news() -> None:
    labelled = f"<html><body><p>News</p><article><h1>Ferry Stops</h1>{BODY}</article></body></html>"
    document = parse_document(labelled, url="https://www.theonion.com/ferry-1")
    assert (document.genre.value, document.genre.words) == ("satire", "The Onion")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Opinion: The ferry must run", ("opinion", "headline")),
        ("The ferry must run | Opinion", ("opinion", "headline")),
        ("Editorial: The ferry must run", ("opinion", "headline")),
        ("Explainer: Why the ferry stops", ("explainer", "headline")),
        ("Ferry strike: live updates from the pier", ("live-blog", "text")),
        ("Public opinion: The ferry must run", ("brief", "manner")),
        ("Live: The ferry stops", ("brief", "manner")),
        ("The ferry stops, in my opinion", ("brief", "manner")),
    ],
)
def test_labels_in_the_headline(title: str, expected: tuple[str, str]) -> None:
    assert kind(page(title=title)) == expected


def test_the_words_that_decided_are_told_with_their_place() -> None:
    document = page(title="Opinion: The ferry must run")
    assert (document.genre.words, shown(document)) == ("Opinion", ["Opinion"])
    labelled = text("Opinion", "The ferry must run", LINES)
    assert (kind(labelled), shown(labelled)) == (("opinion", "label"), ["Opinion"])


@pytest.mark.parametrize("first", ["FOR IMMEDIATE RELEASE", "For immediate release: 4 May 2026"])
def test_a_release_says_so(first: str) -> None:
    assert page(f"<p>{first}</p>{BODY}").genre.value == "press-release"


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param(
            ("SKARN, May 4, 2026 /PRNewswire/ -- Brandt Ferries has a new boat.",), id="the mark of a service"
        ),
        pytest.param(("SKARN (BUSINESS WIRE) Brandt Ferries has a new boat.",), id="another"),
        pytest.param(("Brandt Ferries today announced a new boat.", LINES, "About Brandt Ferries"), id="news and body"),
        pytest.param((LINES, "“We are thrilled,” said Ivo Brandt.", "Media contact: Una Falk"), id="joy and contact"),
        pytest.param((LINES, "About Brandt Ferries", "Media contact: Una Falk"), id="body and contact"),
        pytest.param((LINES, "Notes to editors", "ENDS"), id="notes and end"),
    ],
)
def test_a_release_by_its_parts(parts: tuple[str, ...]) -> None:
    document = text("Brandt Ferries Gets Boat", *parts)
    assert kind(document) == ("press-release", "text")
    assert shown(document)


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param(
            ("Brandt Ferries today announced a new boat. “We are thrilled,” Ivo Brandt said.",), id="news of a firm"
        ),
        pytest.param((LINES, "About the author"), id="a note on the writer"),
        pytest.param((LINES, "About half of them stayed"), id="a sentence"),
        pytest.param((LINES, "Media contact: Una Falk"), id="whom to ask alone"),
        pytest.param(("Shares fell after a Business Wire release on Monday.",), id="a service that is named"),
    ],
)
def test_what_is_no_release(parts: tuple[str, ...]) -> None:
    assert tells_no_more_than_news(text("Brandt Ferries Gets Boat", *parts))


@pytest.mark.parametrize("note", ["This is a sponsored post.", "This post was sponsored by Brandt Ferries."])
def test_a_paid_text_says_so(note: str) -> None:
    assert kind(page(f"<p>{note}</p>{BODY}")) == ("sponsored", "text")
    assert kind(page(f"{BODY}<p>{note}</p>")) == ("sponsored", "text")


def test_satire_says_so_of_itself_and_not_of_another_text() -> None:
    assert kind(page(f"{BODY}<p>Note: this article is satire.</p>")) == ("satire", "text")
    assert tells_no_more_than_news(page(f"{BODY}<p>The Skarn Herald is a satirical website.</p>"))


QUESTIONS = (
    "Q: When will the ferry run?",
    "A: In June.",
    "Q: Who pays for it?",
    "A: The island.",
    "Q: And then?",
    "A: We sail.",
)


@pytest.mark.parametrize(
    "turns",
    [
        QUESTIONS,
        tuple(turn.replace("Q:", "Courier:").replace("A:", "Ivo Brandt:") for turn in QUESTIONS),
        tuple(turn.replace("Q:", "Q.").replace("A:", "A.") for turn in QUESTIONS),
    ],
)
def test_an_interview_by_its_turns(turns: tuple[str, ...]) -> None:
    document = text("The man of the ferry", "Ivo Brandt runs the pier of Skarn.", *turns)
    assert kind(document) == ("interview", "text")
    assert len(shown(document)) == 3


def test_an_interview_by_the_note_that_it_was_edited() -> None:
    asked = ("When will it run?", "In June.", "Who pays?", "The island.", "And then?", "We sail.")
    note = "This interview has been edited for length and clarity."
    assert kind(text("The man of the ferry", note, *asked)) == ("interview", "text")
    assert tells_no_more_than_news(text("The man of the ferry", note, *asked[1::2]))


def test_a_list_with_colons_is_no_interview() -> None:
    days = [
        f"{day}: The ferry sails at noon." for day in ("Monday", "Tuesday", "Monday", "Tuesday", "Monday", "Tuesday")
    ]
    assert tells_no_more_than_news(text("When it sails", *days))


ENTRIES = (
    "11:40 a.m.",
    "The pier is shut.",
    "10:55 a.m.",
    "Police are there.",
    "9:20 a.m.",
    "Smoke.",
    "8:05 a.m.",
    "A bang.",
)


def test_a_live_blog_tells_the_newest_first_and_a_chronology_the_oldest() -> None:
    pairs = [ENTRIES[at : at + 2] for at in range(0, len(ENTRIES), 2)]
    live = text("Fire on the pier", *(line for pair in pairs for line in pair))
    assert kind(live) == ("live-blog", "text")
    assert shown(live) == ["11:40 a.m.", "10:55 a.m.", "9:20 a.m."]
    assert tells_no_more_than_news(text("Fire on the pier", *(line for pair in reversed(pairs) for line in pair)))


def test_a_running_report_needs_fewer_entries() -> None:
    assert kind(text("The Latest: Fire on the pier", *ENTRIES[:4])) == ("live-blog", "text")
    assert tells_no_more_than_news(text("Fire on the pier", *ENTRIES[:4]))


COURT = (
    "A boatman told the court on Monday that he had seen nobody.",
    "The jury heard that the ferry had no lamp.",
    "Under cross-examination, he said the night was clear.",
    "The trial goes on.",
)
HEARING = (
    "The harbour master told the committee on Monday that the pier was safe.",
    "An engineer told the hearing that she had warned him.",
    "Two boatmen testified that the steel was worn.",
)
SPEECH = (
    "The mayor of Skarn told supporters on Monday that the ferry would sail again.",
    "In his speech he thanked the boatmen.",
    "The crowd answered with a song.",
)


@pytest.mark.parametrize("lines", [COURT, HEARING, SPEECH])
def test_a_day_in_court_a_hearing_and_a_speech(lines: tuple[str, ...]) -> None:
    assert kind(text("The night of the ferry", *lines)) == ("event-report", "text")
    late = (
        "The ferry sank in May.",
        "It was old.",
        "It had a crew of two.",
        "It lay at the pier.",
        "It was blue.",
        *lines,
    )
    assert tells_no_more_than_news(text("The night of the ferry", *late))
    assert tells_no_more_than_news(text("The night of the ferry", *lines[:2]))


def test_an_obituary_tells_the_death_and_the_life() -> None:
    lives = "<p>Brandt was born in Skarn and is survived by a daughter.</p>"
    assert kind(page(BODY + lives, title="Ivo Brandt, Who Built the Ferry, Dies at 91")) == ("profile", "text")
    assert tells_no_more_than_news(page(BODY, title="Boatman dies at 91 as ferry sinks"))
    assert tells_no_more_than_news(page(BODY + lives, title="Ferry to Skarn Stops"))


def test_a_short_text_of_an_agency_is_a_brief() -> None:
    short = "SKARN (AP) — The ferry to Skarn stops on Monday, Ivo Brandt said."
    document = text("Ferry to Skarn Stops", short)
    assert (kind(document), document.genre.words) == (("brief", "text"), "AP")
    assert tells_no_more_than_news(text("Ferry to Skarn Stops", short, *[LINES] * 20))
    assert tells_no_more_than_news(text("Ferry to Skarn Stops", "The AP wrote that the ferry stops."))


VIEWS = (
    "I think the ferry must run, and I say so as one who rows.",
    "I sold my boat in May.",
    "In my view I was a fool.",
)
NEWS = (
    "The council of Skarn met on Monday to talk about the ferry.",
    "Ivo Brandt, who runs the pier, said it was worn.",
    "“I think we must mend it, I believe we can, and I will,” he added.",
)
LONG = ("The ferry has run since 1911 and has had seven names, four owners and one fire. " * 4,) * 3


def test_an_author_who_speaks_of_their_own_views_writes_a_column() -> None:
    document = text("Why I row", *VIEWS)
    assert (kind(document), shown(document)) == (("opinion", "text"), ["I think", "I say", "In my view"])


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(("“" + VIEWS[0] + "”", "“" + VIEWS[1] + "”", "“" + VIEWS[2] + "”"), id="quoted"),
        pytest.param(("I rowed to Skarn in May.", "I saw the pier.", "I slept in a boat."), id="a journey"),
        pytest.param((VIEWS[0], VIEWS[2]), id="too few paragraphs"),
    ],
)
def test_first_person_alone_is_no_column(lines: tuple[str, ...]) -> None:
    assert tells_no_more_than_news(text("Why I row", *lines))


def test_a_report_tells_what_others_said_and_a_short_one_is_a_brief() -> None:
    report = text("Ferry to Skarn Stops", *NEWS, *LONG)
    assert (kind(report), shown(report)) == (("news-report", "manner"), ["said", "added"])
    assert kind(text("Ferry to Skarn Stops", *NEWS)) == ("brief", "manner")
    assert kind(text("Ferry to Skarn Stops", *LONG)) == ("unknown", "default")


@pytest.mark.parametrize(
    "title", ["What you need to know about the ferry", "The Skarn ferry, explained", "What we know about the fire"]
)
def test_an_explainer_by_its_headline(title: str) -> None:
    assert kind(page(title=title)) == ("explainer", "text")


def test_an_explainer_by_the_questions_over_its_parts() -> None:
    asked = ("<h2>Why does the ferry stop?</h2>", "<h2>Who pays for a new one?</h2>", "<h2>When will it run?</h2>")
    document = page("".join(each + BODY for each in asked))
    assert kind(document) == ("explainer", "text")
    assert shown(document)[0] == "Why does the ferry stop?"
    assert tells_no_more_than_news(page("".join(each + BODY for each in asked[:2])))


def test_an_investigation_tells_of_its_own_inquiry_and_what_it_rests_on() -> None:
    told = "An investigation by the Courier found that the pier was never tested."
    rests = "Invoices show that the steel was bought second-hand."
    assert kind(text("The pier that nobody tested", told, rests, LINES)) == ("investigation", "text")
    police = "Police said that their inquiry goes on."
    assert tells_no_more_than_news(text("The pier that nobody tested", police, rests, LINES))
    assert tells_no_more_than_news(text("The pier that nobody tested", told, LINES))


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(("Skarn beat Hovde 2-1.", "Falk scored both goals in the second half."), id="results"),
        pytest.param(("Brandt Ferries shares closed up 3%.", "The index rose to 410 points."), id="markets"),
        pytest.param(("Showers will reach Skarn by noon.", "Gusts of 40 mph and highs of 12."), id="weather"),
    ],
)
def test_results_prices_and_weather_are_briefs(lines: tuple[str, ...]) -> None:
    assert kind(text("From Skarn", *lines)) == ("brief", "text")


def test_the_form_does_not_overrule_a_label_of_another_genre() -> None:
    assert kind(text("Opinion", "The man of the ferry", *QUESTIONS)) == ("opinion", "label")
    assert kind(text("News", "The man of the ferry", *QUESTIONS)) == ("interview", "text")
