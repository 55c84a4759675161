"""The card: one file that shows everything, runs nothing, asks for nothing, and says what it must."""

import base64
import hashlib
import re
from collections import Counter
from itertools import pairwise

import lxml.html
import pytest
from lxml.html import HtmlElement

from source_audit import Audit, audit_article, render_report
from source_audit.answer import Status
from source_audit.report import framed
from source_audit.resources import data
from tests.cards import as_a_card_holds_it
from tests.report.sample import HOSTILE, TITLE, crowd, dated, empty, rich

AUDITS = {"rich": rich, "dated": dated, "empty": empty, "crowd": crowd}
FORBIDDEN = re.compile(r"\b(fake\w*|biased|liar|lies|trust score|failed to|credib\w*|reliab\w*)\b", re.IGNORECASE)


def page(html: str) -> HtmlElement:
    return lxml.html.document_fromstring(html)


@pytest.fixture(scope="module", params=AUDITS)
def audit(request: pytest.FixtureRequest) -> Audit:
    return AUDITS[request.param]()


@pytest.fixture(scope="module")
def html(audit: Audit) -> str:
    return render_report(audit)


@pytest.fixture(scope="module")
def card(html: str) -> HtmlElement:
    return page(html)


def words(element: HtmlElement) -> str:
    return " ".join(" ".join(element.itertext()).split())


def test_nothing_of_the_article_becomes_live(card: HtmlElement) -> None:
    assert [script.get("type") for script in card.iter("script")] == ["application/json"]
    assert len(list(card.iter("style"))) == 1
    names = {name for element in card.iter() for name in element.attrib}
    assert not {name for name in names if name.startswith("on")}
    assert not {"style", "src", "srcset", "action", "srcdoc", "background", "poster"} & names
    assert not {element.tag for element in card.iter()} & {"img", "iframe", "object", "embed", "link", "form", "base"}


def test_links_lead_to_the_web_or_into_the_card(card: HtmlElement) -> None:
    ids = set(card.xpath("//@id"))
    for link in card.xpath("//*[@href]"):
        href = link.get("href")
        if href.startswith("#"):
            assert href[1:] in ids, href
        else:
            assert href.startswith(("http://", "https://"))
            assert link.get("rel") == "noreferrer noopener"


def test_ids_are_unique(card: HtmlElement) -> None:
    assert not [own for own, count in Counter(card.xpath("//@id")).items() if count > 1]


def test_ids_that_labels_point_to_exist(card: HtmlElement) -> None:
    ids = set(card.xpath("//@id"))
    assert set(card.xpath("//@aria-labelledby")) <= ids


def test_the_style_asks_for_nothing_and_its_hash_is_in_the_policy(html: str) -> None:
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    assert style
    assert "url(" not in style[1]
    assert "@import" not in style[1]
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', html)
    assert policy
    assert f"style-src 'sha256-{digest}'" in policy[1]
    assert "default-src 'none'" in policy[1]
    assert policy.start() < html.index("<title")


def test_the_json_in_the_card_restores_the_audit(audit: Audit, card: HtmlElement) -> None:
    block = card.get_element_by_id("source-audit-result").text
    assert block is not None
    assert "<" not in block
    assert Audit.from_json(block) == as_a_card_holds_it(audit)


def test_the_same_audit_gives_the_same_bytes(html: str, audit: Audit) -> None:
    assert render_report(audit) == html


def test_the_card_never_uses_a_forbidden_word(card: HtmlElement) -> None:
    for article in card.xpath("//article[contains(@class, 'story')] | //script | //style"):
        article.drop_tree()
    assert not FORBIDDEN.findall(words(card))


def test_the_card_says_what_it_does_not_measure(html: str) -> None:
    said = words(page(html))
    for line in data("sentences")["measures"]["list"]:
        assert line in said
    assert data("sentences")["measures"]["full"] in said


def test_the_order_is_sentence_recount_number_findings_article_checks(card: HtmlElement) -> None:
    order = ["h-sum", "h-rec", "h-bar", "h-band", "h-f", "h-t", "h-c", "h-n", "h-m"]
    headings = [own for own in card.xpath("//h2/@id") if own in order]
    assert headings == order


def test_headings_skip_no_level_and_there_is_one_title(card: HtmlElement) -> None:
    levels = [int(heading.tag[1]) for heading in card.xpath("//h1 | //h2 | //h3 | //h4")]
    assert levels.count(1) == 1
    assert all(second - first <= 1 for first, second in pairwise(levels))


RICH = page(render_report(rich()))


def test_hostile_words_of_the_article_are_shown_as_they_stand() -> None:
    assert RICH.xpath("string(//h1)") == TITLE
    assert HOSTILE in words(RICH.xpath("//article[contains(@class, 'story')]")[0])
    assert "The Velde <b>Courier</b>" in RICH.xpath("string(//p[@class='meta'])")


def test_only_web_links_of_the_article_are_links() -> None:
    links = RICH.xpath("//article[contains(@class, 'story')]//a[@rel]/@href")
    assert links == ['https://water.example/salt?a=1&b="><script>', "https://instagram.example/p/1"]
    assert "report by the county water office" in words(RICH)


def test_the_whole_article_stands_in_the_card_once_and_in_order() -> None:
    story = page(render_report(rich())).xpath("//article[contains(@class, 'story')]")[0]
    for extra in story.xpath(
        ".//*[contains(@class, 'chip') or contains(@class, 'note') or contains(@class, 'form') or contains(@class, 'tag')]"
    ):
        extra.drop_tree()
    shown = "".join(words(story).split())
    place = 0
    for block in rich().document.blocks:
        piece = "".join(block.span.of(rich().document.text).split())
        assert piece in shown[place:]
        place = shown.index(piece, place) + len(piece)


def test_three_findings_lead_and_the_capping_one_is_first() -> None:
    findings = RICH.xpath("//article[@class='finding']")
    assert [finding.get("id") for finding in findings] == ["f1", "f2", "f3"]
    assert "offered as support" in words(findings[0])
    assert [words(em) for em in findings[0].iter("em")] == ["We read it on a wall, like a lost cat."] * 2
    for finding in findings:
        assert "Why it matters." in words(finding)
        assert "What you can do." in words(finding)
        assert "How sure:" in words(finding)


def test_what_a_graver_finding_has_taken_is_not_shown_twice_on_top() -> None:
    shown = [words(finding) for finding in RICH.xpath("//article[@class='finding']")]
    assert sum("Two dock workers" in text for text in shown) == 1


def test_questions_say_what_an_answer_does_to_the_number() -> None:
    trial, counted = RICH.xpath("//article[@class='ask']")
    assert "This check is on trial, so the number does not change." in words(trial)
    assert "The number stays at" in words(counted)
    assert re.search(r"If no The number becomes \d\d\.", words(counted))


def test_every_chip_leads_to_its_point_and_back() -> None:
    for chip in RICH.xpath("//article[contains(@class, 'story')]//a[contains(@class, 'chip')]"):
        target = RICH.get_element_by_id(chip.get("href")[1:])
        own = chip.getprevious().get("id") if chip.get("id") is None else chip.get("id")
        back = target.xpath(".//a/@href") or target.xpath("ancestor::*[1]//a/@href")
        assert any(href.startswith("#m") for href in back), own
        assert chip.get("aria-label").startswith(chip.text)


def test_the_table_of_sources_counts_every_statement_once() -> None:
    total = RICH.xpath("string(//table[@class='srcs']/tfoot//td[@data-l='statements'])")
    rows = RICH.xpath("//table[@class='srcs']/tbody//td[@data-l='statements']/text()")
    assert int(total) == sum(map(int, rows)) == 10
    places = RICH.xpath("//table[@class='srcs']//td[@class='go']/a/@href")
    assert len(places) == len(set(places)) == 10


def test_what_the_writer_says_of_themselves_or_of_the_reader_is_no_statement_of_a_source() -> None:
    text = "Ferry notes\n\nI believe that the pier is late. You know the tide was low. Ana Ruiz said that it was dear."
    card = page(render_report(audit_article(text, content_type="text")))
    assert card.xpath("string(//table[@class='srcs']/tfoot//td[@data-l='statements'])") == "1"
    assert "1 named" in words(card)


GERMAN = (
    "Die Fähre fährt nicht mehr\n\nDer Hafen bleibt nach dem Sturm geschlossen, und die Leute auf der Insel warten seit drei "
    "Tagen auf das Schiff. „Wir haben kein Brot mehr im Laden“, sagte die Bürgermeisterin Ana Ruiz am Montag. Es ist nicht "
    "bekannt, wann die Fähre wieder fahren kann, aber die Behörde hat eine Liste der Schäden, die sie bald zeigen will.\n\n"
    "“This is the worst winter of my life,” said the ferry master, and he did not say more than that."
)


def test_of_a_text_in_another_language_the_card_claims_nothing() -> None:
    audit = audit_article(GERMAN, content_type="text")
    assert {answer.status for answer in audit.answers.values()} == {Status.NOT_APPLICABLE}
    for shown in (
        words(page(render_report(audit))),
        render_report(audit, "markdown"),
        render_report(audit, "terminal"),
    ):
        told = " ".join(shown.split())
        assert "This text seems to be in another language, and the rules read English only." in told
        assert "independent origin" not in told.partition("{")[0]
        assert "Who stands behind" not in told
        assert "findings are shown" not in told


def test_checks_by_category_and_what_each_weighs() -> None:
    said = words(RICH.get_element_by_id("c-anonymous-description"))
    assert "counted once, in the check “The text says why a source is unnamed”" in said
    assert "trial, not counted" in words(RICH.get_element_by_id("c-unlabelled-advocates"))
    assert "Could not be read" in words(RICH.get_element_by_id("c-attribution-placement"))
    for category in RICH.xpath("//details[@class='cat']"):
        grave = category.xpath(".//span[contains(@class, 'st fail') or contains(@class, 'st needs-review')]")
        assert ("open" in category.attrib) == bool(grave)


def test_a_card_without_anybody_speaking_is_whole() -> None:
    card = page(render_report(empty()))
    assert words(card.get_element_by_id("h-rec")).startswith("0 voices")
    assert "Untitled text" in card.xpath("string(//h1)")
    assert "Kind of text not stated" in card.xpath("string(//p[@class='meta'])")
    assert "Not enough to score" in words(card)
    assert not card.xpath("//*[@class='scale']")


def test_origins_beyond_eight_are_counted() -> None:
    card = page(render_report(crowd(20)))
    assert len(card.xpath("//ul[@class='flow']/li")) == 9
    assert "and 12 more origins with 12 voices" in words(card)


def test_a_ninth_origin_is_shown_rather_than_counted() -> None:
    card = page(render_report(crowd(9)))
    assert len(card.xpath("//ul[@class='flow']/li")) == 9
    assert "more origin" not in words(card)


def test_a_date_stands_on_the_card_only_if_it_was_given() -> None:
    assert "Made on" not in words(RICH)
    assert "24 November 2026" in words(page(render_report(dated())))


def test_what_could_not_be_read_is_told() -> None:
    assert "One post could not be read." in words(RICH.get_element_by_id("unread"))


def test_a_frame_holds_the_same_card_escaped() -> None:
    frame = lxml.html.fragment_fromstring(framed(rich()))
    assert frame.tag == "iframe"
    assert frame.get("title") == "Source audit"
    assert frame.get("sandbox") == ""
    card, own = page(frame.get("srcdoc")), page(render_report(rich()))
    assert words(card.body) == words(own.body)
    assert card.xpath("//base/@href") == ["about:srcdoc"]


def test_the_card_of_a_short_article_stays_small() -> None:
    assert len(render_report(rich()).encode()) < 90_000


def test_a_row_of_a_check_shows_its_label_once_and_numbers_its_places() -> None:
    for row in RICH.xpath("//*[contains(@class, 'checks')]/li"):
        assert len(row.xpath(".//a[contains(@class, 'chip')]")) <= 1
        places = [place.text for place in row.xpath(".//*[@class='at']/a")]
        assert places == [str(number) for number in range(1, len(places) + 1)]


def test_no_row_of_a_check_says_the_same_twice() -> None:
    text = "\n\n".join(f"{name} said the bridge was unsafe." for name in ("Ana Ruiz", "Tom Hill", "Karl Stone")) * 60
    card = page(render_report(audit_article(text, content_type="text")))
    for row in card.xpath("//*[contains(@class, 'checks')]/li"):
        said = re.split(r"(?<=\.)\s", words(row))
        assert len(said) == len(set(said)), said
