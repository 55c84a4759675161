"""What the text mentions that could be linked, and what leads there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from source_audit.extract import extract_reading
from source_audit.extract.references import find_references
from source_audit.parse import parse_document
from source_audit.reading import Reading
from tests.marking import marked

END = "<p>The council meets again in June, and the mayor will be there to answer the questions of the riders.</p>"
POST = (
    '<blockquote class="twitter-tweet"><p>The bridge fell.</p>&mdash; Ana (@ana_r) '
    '<a href="https://twitter.com/ana_r/status/1234567890123456">May 1, 2026</a></blockquote>'
)


def page(body: str) -> Reading:
    markup = f"<article><h1>Bus losses grow</h1>{body}{END}</article>"
    return extract_reading(parse_document(markup, url="https://courier.example/news/1", content_type="html"))


def link(words: str, href: str = "https://www.tarncounty.example/reports/12") -> str:
    return f'<a href="{href}">{words}</a>'


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("[[The study]] found that riders were few.", ["study"]),
        ("Riders were few, according to [[a new survey]] by the county.", ["survey"]),
        ("[[A Pew survey]] says so, and so does [[the court's ruling]].", ["survey", "ruling"]),
        ("The lines are named in [[court documents]] and in [[the lawsuit]].", ["filing", "filing"]),
        ("Ruiz said so in [[a letter]], [[a statement]] and [[a tweet]].", ["letter", "statement", "post"]),
        ("She told it in [[an interview with]] the Observer.", ["interview"]),
        ("Losses grew, according to [[data]] from the county.", ["dataset"]),
        ("[[The Clean Rivers Act]] was passed in May.", ["bill"]),
    ],
)
def test_what_is_mentioned(text: str, kinds: list[str]) -> None:
    plain, expected = marked(text)
    found = extract_reading(parse_document(plain, content_type="text")).references

    assert [mention.span for mention in found] == expected
    assert [mention.kind for mention in found] == kinds


@pytest.mark.parametrize(
    "text",
    [
        "They report to the mayor and post every letter themselves.",
        "Studies are hard, and reports are long.",
        "Reuters reports that the line lost money.",
        "The Tarn Post wrote that the line lost money.",
        "The video game sold well, and the poll workers went home.",
        "This article was updated in May.",
        "He wants a podcast of his own.",
        "The data centre is on the river.",
    ],
)
def test_what_only_looks_like_a_mention(text: str) -> None:
    assert extract_reading(parse_document(text, content_type="text")).references == ()


@pytest.mark.parametrize(
    ("sentence", "access"),
    [
        ("The report found that the line lost money.", "published"),
        ("The leaked report found that the line lost money.", "leaked"),
        ("The report, which was seen by the Courier, found that the line lost money.", "leaked"),
        ("The report, which has not been published, found that the line lost money.", "unpublished"),
        ("The handwritten letter said that the line lost money.", "offline"),
    ],
)
def test_what_no_reader_could_be_led_to_is_told_apart(sentence: str, access: str) -> None:
    assert [mention.access for mention in page(f"<p>{sentence}</p>").references] == [access]


@pytest.mark.parametrize(
    ("body", "how"),
    [
        (f"<p>{link('The report')} found it.</p>", "anchor"),
        (f"<p>The report found that it was so, as {link('can be read')}.</p>", "same-sentence"),
        (f"<p>The report was written by {link('Tarn County')}.</p>", "same-sentence"),
        (f"<p>{link('Ana Ruiz')} read the report.</p>", None),
        (f"<p>The report is out. A {link('fair')} opened.</p>", None),
        (f"<p>The report is at {link('Ana', 'https://x.com/ana_ruiz')}.</p>", None),
        (f"<p>The report is {link('here', 'https://www.amazon.com/dp/1')}.</p>", None),
        ("<p>The report is at www.tarncounty.example/reports.</p>", "address"),
    ],
)
def test_why_a_link_serves_a_mention(body: str, how: str | None) -> None:
    (mention,) = page(body).references

    assert mention.how == how
    assert mention.links == ((0,) if how in ("anchor", "same-sentence") else ())


def test_each_link_serves_the_mention_that_it_stands_nearest_to() -> None:
    first, second = page(
        f"<p>The ruling came after the audit, {link('which found')} that money was lost.</p>"
    ).references

    assert (first.kind, first.links, second.kind, second.links) == ("ruling", (), "report", (0,))


def test_another_mention_of_the_same_thing_has_the_link_too() -> None:
    text = f"<p>A study found it. {link('The study', 'https://doi.org/10.1000/1')} is long. The study names winter.</p>"

    assert [(one.links, one.how) for one in page(text).references] == [
        ((0,), "mentioned-again"),
        ((0,), "anchor"),
        ((0,), "mentioned-before"),
    ]


def test_a_post_right_behind_the_paragraph_serves_the_post_that_is_mentioned() -> None:
    (mention,) = page(f"<p>She wrote in a tweet that it was so.</p>{POST}").references

    assert (mention.kind, mention.embed, mention.how) == ("post", 0, "next-block")


def test_a_link_stands_with_the_statements_of_its_sentence() -> None:
    reading = page(f"<p>Ana Ruiz said {link('in May')} that the line lost money. A {link('fair')} opened.</p>")
    beside, alone = reading.supports

    assert beside.attribution_ids == (reading.attributions[0].id,)
    assert beside.sentence is not None
    assert beside.sentence.of(reading.text).endswith("lost money.")
    assert alone.attribution_ids == ()


PARTS = st.sampled_from(
    ["The study found it.", "a leaked report,", "the video", link("the letter"), link("Ana Ruiz"), "according to data", link("told CNN", "https://cnn.com/a"), "She said so."]
)  # fmt: skip


@given(st.lists(PARTS, max_size=20))
def test_spans_slice_and_no_link_serves_two_mentions_of_its_sentence(parts: list[str]) -> None:
    reading = page(f"<p>{' '.join(parts)}</p>")
    served = [
        number
        for mention in find_references(reading)
        if mention.how in ("anchor", "same-sentence")
        for number in mention.links
    ]

    assert all(mention.span.of(reading.text).strip() for mention in reading.references)
    assert all(0 <= number < len(reading.document.links) for number in served)
    assert len(served) == len(set(served))
