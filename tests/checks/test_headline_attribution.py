"""Is the source of a quotation or accusation in the headline near, and does the text bear the words out?"""

import pytest

from source_audit.checks.headline_attribution import headline_attribution
from source_audit.finding import Verdict
from tests.marking import cases, not_applicable, read, read_html

HEAD = 'Bridge "will fall into the sea"\n\n'
FILL = "Ferries go every hour.\n\nThe market is open.\n\nIt rained in Ambry.\n\n"
SAID = 'The bridge "will fall into the sea" one day, said Anna Keller, the harbour master.'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(HEAD + SAID, Verdict.HOLDS, id="in the first paragraph"),
        pytest.param(HEAD + FILL + SAID, Verdict.MILD, id="only later"),
        pytest.param(HEAD + FILL + "Anna Keller said that it would open.", Verdict.BREAKS, id="nowhere"),
        pytest.param(HEAD + FILL + "It will soon fall, into the sea.", Verdict.UNSURE, id="given to nobody"),
        pytest.param(
            "Keller: 'It will fall into the sea'\n\n" + FILL + SAID, Verdict.HOLDS, id="source in the headline"
        ),
    ],
)
def test_a_quotation_in_the_headline(text: str, expected: Verdict) -> None:
    (case,) = cases(headline_attribution, read(text))
    assert case.verdict is expected, case.message


def test_a_heading_below_the_byline_is_the_headline() -> None:
    page = f"<p class='byline'>By Lea Holm</p><h1>Bridge ‘will fall into the sea’</h1><p>{FILL}</p>"
    reading = read_html(f"<article>{page}<p>Anna Keller said that it would open in May.</p></article>")
    (case,) = cases(headline_attribution, reading)
    assert case.verdict is Verdict.BREAKS


@pytest.mark.parametrize("word", ["accused of", "suspected of"])
def test_an_accusation_needs_a_source_high_up(word: str) -> None:
    head = f"Mayor {word} lying about bridge\n\n"
    (near,) = cases(
        headline_attribution, read(f"{head}The mayor lied, said Anna Keller, the harbour master.\n\n{FILL}")
    )
    (far,) = cases(headline_attribution, read(f"{head}{FILL}The mayor lied, said Anna Keller, the harbour master."))
    assert (near.verdict, far.verdict) == (Verdict.HOLDS, Verdict.UNSURE)


@pytest.mark.parametrize(
    "head", ["Bridge to open in May", 'Museum shows "The Silent Harbour"', 'The "new" bridge opens']
)
def test_headlines_that_quote_nobody(head: str) -> None:
    assert not_applicable(headline_attribution, read(f"{head}\n\n{FILL}"))


def test_without_a_headline() -> None:
    assert not_applicable(headline_attribution, read("The bridge is shut. It will open in May."))


def test_a_claim_of_the_headline_with_its_source_far_down() -> None:
    text = (
        "Road salt worth £90,000 lost in river\n\nRoad salt worth £90,000 has been washed into the river Oster.\n\n"
        "The stain can be seen from the bridge over the weir.\n\nThe heap had stood out in the rain since the autumn.\n\n"
        "The sum was worked out by Tom Beck, a driver, from slips."
    )
    (case,) = cases(headline_attribution, read(text))
    assert case.verdict is Verdict.MILD
    assert [piece.note for piece in case.evidence] == ["the headline", "the text", "where it is told"]
