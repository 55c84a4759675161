"""Does a key claim rest on nothing but posts?"""

import pytest

from source_audit.checks.post_only_claim import post_only_claim
from source_audit.finding import Verdict
from tests.marking import cases, flagged, marked, not_applicable, read, read_html

SIGNED = "\n— River Walker (@riverwalker_9) April 21, 2026"
POST = f"Noon, and the dam above Tolby broke! The school is flooded!{SIGNED}"
FACT = "The dam above Tolby broke at noon on Sunday and flooded the school."


def verdicts(text: str) -> list[Verdict]:
    return [case.verdict for case in cases(post_only_claim, read(text))]


@pytest.mark.parametrize(
    "before",
    [
        f"[[{FACT}]]",
        f"[[{FACT}]] Nobody knows yet what the damage will cost.",
        f"[[{FACT}]]\n\nRiver Walker, who lives nearby, posted:",
        f"Dam breaks\n\n[[{FACT}]] Many people fled to the hills.\n\nA picture from the bridge went round quickly.",
    ],
)
def test_a_fact_that_only_a_post_supports(before: str) -> None:
    plain, spans = marked(f"{before}\n\n{POST}")
    reading = read(plain)
    assert flagged(post_only_claim, reading, Verdict.BREAKS) == [span.of(plain) for span in spans]
    (case,) = cases(post_only_claim, reading)
    assert [piece.note for piece in case.evidence] == ["the claim", "the post"]
    assert "River Walker" in case.evidence[1].span.of(plain)


def test_a_figure_far_down_counts_where_its_post_follows() -> None:
    rents = "Rents in Tolby have risen by 40 per cent since the mill was sold."
    text = (
        "The spring fair opened on Friday in Tolby with music and cake. Crowds came from the villages.\n\n"
        "The mayor, Ana Ruiz, said that she had never seen so many people.\n\nThe weather was dry.\n\n"
        f"{rents}\n\nOur rents are up 40 per cent since they sold the mill!{SIGNED}"
    )
    assert flagged(post_only_claim, read(text)) == [rents]


def test_news_that_is_a_post_and_is_given_to_the_account_counts_half_and_once() -> None:
    text = (
        "Councillor River Walker will leave the council in May, she wrote on X on Sunday. After nine years she will leave "
        f"the council, she wrote on X.\n\nAfter nine years I will leave the council in May. Thank you all.{SIGNED}"
    )
    reading = read(text)
    assert flagged(post_only_claim, reading) == [
        "Councillor River Walker will leave the council in May, she wrote on X on Sunday."
    ]
    assert [case.verdict for case in cases(post_only_claim, reading)] == [Verdict.MILD]


@pytest.mark.parametrize(
    "before",
    [
        "The dam above Tolby broke at noon on Sunday and flooded the school, the fire service said.",
        f"{FACT}\n\nFire chief Ana Ruiz said that the dam broke after a week of rain and flooded the school.",
        f"{FACT} The Courier verified where the picture was made.",
        "Has the dam above Tolby flooded the school at noon?",
        "River Walker filmed how the dam above Tolby broke at noon and flooded the school.",
        "Dam Rovers beat Tolby School 2-1 at noon on Sunday above Tolby.",
        "The bus line to Kerrow ends in May, and the council will sell the old depot.",
    ],
)
def test_other_support_a_reaction_a_question_or_another_topic(before: str) -> None:
    assert verdicts(f"{before}\n\n{POST}") == [Verdict.HOLDS]


@pytest.mark.parametrize(
    "text",
    [
        f"The dam above Tolby apparently broke at noon on Sunday and flooded the school.\n\n{POST}",
        f"{FACT}\n\nNoon, and the dam above Tolby broke! The school is flooded!\n— Tolby Police (@tolbypolice) April 21, 2026",
        f"{FACT} Police are looking for witnesses.\n\n{POST}",
        f"{FACT}\n\nShopkeeper Tom Hill said that he had sold no bread.\n\n{POST}",
        f"{FACT}\n\nShopkeeper Tom Hill said that noon is the hour of the school.\n\n{POST}",
    ],
)
def test_a_distance_an_account_of_a_body_or_weak_support_is_left_to_the_reader(text: str) -> None:
    assert verdicts(text) == [Verdict.UNSURE]


@pytest.mark.parametrize(
    ("href", "verdict"),
    [
        ("https://records.example/dam", Verdict.HOLDS),
        ("https://x.com/riverwalker_9/status/1913000000000000000", Verdict.BREAKS),
    ],
)
def test_a_link_supports_a_claim_unless_it_leads_to_a_platform(href: str, verdict: Verdict) -> None:
    page = (
        f'<article><h1>Dam breaks</h1><p>The <a href="{href}">dam above Tolby</a> broke at noon on Sunday and flooded the '
        'school.</p><blockquote class="twitter-tweet"><p>Noon, and the dam above Tolby broke! The school is flooded!</p>'
        '&mdash; River Walker (@riverwalker_9) <a href="https://twitter.com/riverwalker_9/status/1913000000000000000">'
        "April 18, 2025</a></blockquote><p>Nobody knows yet what the damage will cost.</p></article>"
    )
    assert [case.verdict for case in cases(post_only_claim, read_html(page))] == [verdict]


def test_a_post_without_words_is_not_compared() -> None:
    page = (
        f"<article><h1>Dam breaks</h1><p>{FACT}</p>"
        '<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe><p>Nobody was hurt.</p></article>'
    )
    assert not_applicable(post_only_claim, read_html(page)) == "No post on the page keeps its words."


def test_each_post_that_carries_no_claim_alone_is_a_case_in_order() -> None:
    other = "Twelve empty seats? Come with me at four.\n— Leona Marsh (@leonamarsh_tarn) April 21, 2026"
    text = f"{FACT}\n\n{POST}\n\nThe bus line ends in May.\n\n{other}"
    assert sorted(verdicts(text)) == [Verdict.BREAKS, Verdict.HOLDS]
