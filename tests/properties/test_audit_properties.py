"""What holds for every article, whatever it says."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from source_audit import ArticleError, Audit, Span, audit_article
from source_audit.answer import SCORED
from source_audit.resources import data

EXAMPLES = Path(__file__).parents[2] / "examples"
ARTICLES = sorted(path for path in EXAMPLES.iterdir() if path.suffix in {".html", ".txt"})

NAMES = st.sampled_from(
    ["Ana Ruiz", "Mayor Ruiz", "Ruiz", "Tom Hill", "the ministry", "A spokesman", "officials", "She"]
)
CUES = st.sampled_from(["said", "told reporters", "wrote on X", "claimed", "according to", "declined", "argues that"])
MARKS = st.sampled_from(
    ['"', "“", "”", "'", "‘", "’", "''", "``", "«", "»", "„", "6'2\"", "…", "—", "(", ")", "[", "]"]
)
TAGS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<blockquote class='twitter-tweet'>",
        "</blockquote>",
        "<a href='https://x.com/a/status/1'>",
        "</a>",
    ]
)
SOUP = st.lists(st.one_of(NAMES, CUES, MARKS, TAGS, st.text(max_size=12), st.just("\n\n")), max_size=60).map(" ".join)


def spans(audit: Audit) -> list[Span]:
    """Every span of an audit."""
    found = [block.span for block in audit.document.blocks]
    found += [link.span for link in audit.links]
    found += [span for e in audit.embeds for span in (e.span, e.words, e.signature, e.anchor) if span]
    for attribution in audit.attributions:
        found += [*attribution.contents, *attribution.cue, *attribution.sources]
        found += [attribution.relay] if attribution.relay else []
    for source in audit.sources:
        found += source.mentions
    for one in audit.labelled:
        found += [one.span, *(label.span for label in one.labels if label.span)]
    for answer in audit.answers.values():
        found += [piece.span for finding in answer.findings for piece in finding.evidence]
    return found


@given(SOUP)
@settings(max_examples=120)
def test_any_text_is_audited_and_every_span_lies_in_it(text: str) -> None:
    try:
        audit = audit_article(text, content_type="text")
    except ArticleError:
        assert not text.strip() or "\0" in text
        return
    assert audit.document.text == text
    assert all(0 <= span.start < span.end <= len(text) for span in spans(audit))


@given(SOUP)
@settings(max_examples=60)
def test_any_markup_is_audited_or_refused_in_words(markup: str) -> None:
    try:
        audit = audit_article(markup, content_type="html")
    except ArticleError as error:
        assert str(error)  # noqa: PT017 - either outcome is right
        return
    assert all(0 <= span.start < span.end <= len(audit.document.text) for span in spans(audit))
    blocks = audit.document.blocks
    assert all(first.span.end <= second.span.start for first, second in pairwise(blocks))
    assert all(link.span.of(audit.document.text) == link.text for link in audit.links)


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.name)
def test_the_same_article_gives_the_same_bytes(article: Path) -> None:
    assert audit_article(article).to_json() == audit_article(article).to_json()


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.name)
def test_json_restores_an_equal_audit(article: Path) -> None:
    audit = audit_article(article)
    assert Audit.from_json(audit.to_json()) == audit


@given(SOUP)
@settings(max_examples=40)
def test_json_restores_an_equal_audit_of_any_text(text: str) -> None:
    try:
        audit = audit_article(text, content_type="text")
    except ArticleError:
        return
    assert Audit.from_json(audit.to_json()) == audit


NEUTRAL = "\n\nthe rain fell on the roofs all night and the gutters were full of leaves."
LEAST_WORDS = data("rubric")["score"]["minimum_words"]
BY_LENGTH = {"vague-collective-sources", "agentless-attribution", "few-sources", "single-source-story"}


def with_neutral(markup: str, repeats: int) -> str:
    """Return a text, or the page of an article, with neutral paragraphs at its end."""
    if "</article>" not in markup:
        return markup.rstrip("\n") + NEUTRAL * repeats
    head, end, tail = markup.rpartition("</article>")
    return f"{head}{f'<p>{NEUTRAL.strip()}</p>' * repeats}{end}{tail}"


def assert_kept(before: Audit, after: Audit) -> None:
    """Everything that was found is found again; answers are compared unless the text grew long enough for a number."""
    assert after.document.text.startswith(before.document.text.rstrip("\n"))
    assert after.document.blocks[: len(before.document.blocks)] == before.document.blocks
    for part in ("attributions", "sources", "origins", "embeds", "links"):
        assert getattr(after, part) == getattr(before, part), part
    if (before.document.words < LEAST_WORDS) != (after.document.words < LEAST_WORDS):
        return
    for name, answer in before.answers.items():
        if name not in BY_LENGTH:
            assert (after.answers[name].status, after.answers[name].findings) == (answer.status, answer.findings), name


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.name)
@pytest.mark.parametrize("repeats", [1, 3])
def test_a_neutral_paragraph_at_the_end_changes_nothing_that_was_found(article: Path, repeats: int) -> None:
    markup = article.read_text(encoding="utf-8")
    assert_kept(audit_article(markup), audit_article(with_neutral(markup, repeats)))


SENTENCES = st.sampled_from(
    [
        "“The bridge is tired,” Mayor Ana Ruiz said.",
        "Ruiz told reporters that the bridge would close in May.",
        "“Nobody asked us",
        "Tom Hill wrote:",
        "A senior official, who feared dismissal, said the money was gone.",
        "Experts believe it. It is understood that nobody asked.",
        "According to a study by the coast university, one pier in five is cracked.",
        "She called it a ‘sponge with rails’ and left.",
        "Read the full article: Bridge Closed After Flood",
        "The bridge was built in 1931.",
    ]
)


@given(st.lists(SENTENCES, min_size=1, max_size=10).map("\n\n".join), st.integers(min_value=1, max_value=3))
@settings(max_examples=60)
def test_a_neutral_paragraph_changes_nothing_in_any_text(text: str, repeats: int) -> None:
    text = f"The bridge was opened by a queen.\n\n{text}"  # a first line without a full stop could be a headline
    assert_kept(audit_article(text, content_type="text"), audit_article(text + NEUTRAL * repeats, content_type="text"))


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.name)
def test_the_range_holds_the_value(article: Path) -> None:
    score = audit_article(article).score
    if score.value is None:
        assert score.low is None
        assert score.high is None
        assert score.reason
        return
    assert score.low is not None
    assert score.high is not None
    assert 0 <= score.low <= score.value <= score.high <= 1
    assert score.bands


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.name)
def test_an_answer_has_a_score_exactly_when_its_status_carries_one(article: Path) -> None:
    for answer in audit_article(article).answers.values():
        assert (answer.score is not None) == (answer.status in SCORED), answer.id
