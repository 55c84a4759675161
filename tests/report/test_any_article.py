"""Whatever an article says, every report of it can be made, and its card holds together."""

from collections import Counter
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from source_audit import ArticleError, Audit, audit_article, render_report
from source_audit.report import FORMATS
from tests.cards import as_a_card_holds_it
from tests.report.test_card import FORBIDDEN, words

EXAMPLES = Path(__file__).parents[2] / "examples"
ARTICLES = sorted(path for path in EXAMPLES.iterdir() if path.suffix in {".html", ".txt"})
PIECES = st.sampled_from(
    [
        "Mayor Ana Ruiz said the bridge was shut.",
        "“We waited,” she said. “Then we left.”",
        "“Nobody asked us.",
        "Two officials said so on condition of anonymity.",
        "Experts say it will rain.",
        "A report found that costs doubled.",
        "Read the full article:",
        "— Ana Ruiz (@anaruiz) May 4, 2026",
        "<blockquote class='twitter-tweet'><p>“We waited,”</p>&mdash; A (@a)</blockquote>",
        "<a href='https://a.example/b'>said</a>",
        "<script>alert(1)</script>",
        "\u202eהנמל\u202c",
        "\ud800",
        "\x9b2J",
        "\n\n",
    ]
)
SOUP = st.lists(st.one_of(PIECES, st.text(max_size=8)), min_size=1, max_size=25).map(" ".join)


def holds_together(audit: Audit) -> None:
    for form in FORMATS:
        render_report(audit, form).encode()
    card: Any = lxml.html.document_fromstring(render_report(audit))
    ids = card.xpath("//@id")
    assert not [own for own, count in Counter(ids).items() if count > 1]
    assert {href[1:] for href in card.xpath("//@href") if href.startswith("#")} <= set(ids)
    assert [script.get("type") for script in card.iter("script")] == ["application/json"]
    assert Audit.from_json(card.get_element_by_id("source-audit-result").text or "") == as_a_card_holds_it(audit)


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.name)
def test_the_reports_of_an_example_hold_together(article: Path) -> None:
    holds_together(audit_article(article))


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.name)
def test_the_card_of_an_example_never_uses_a_forbidden_word(article: Path) -> None:
    card: Any = lxml.html.document_fromstring(render_report(audit_article(article)))
    for words_of_others in card.xpath(
        "//article[contains(@class, 'story')] | //blockquote | //bdi | //script | //style"
    ):
        words_of_others.drop_tree()
    assert not FORBIDDEN.findall(words(card))


@pytest.mark.parametrize("kind", ["text", "html"])
@given(SOUP)
@settings(max_examples=20)
def test_the_reports_of_any_article_hold_together(kind: str, soup: str) -> None:
    try:
        audit = audit_article(soup, content_type=kind)  # type: ignore[arg-type]
    except ArticleError:
        return
    holds_together(audit)
