"""Do several sources of the text lead back to one?"""

from pathlib import Path

import pytest

from source_audit import audit_article
from source_audit.checks.echo_cluster import echo_cluster
from source_audit.finding import Verdict
from tests.marking import cases, flagged, marked, not_applicable, read

EXAMPLES = Path(__file__).parents[2] / "examples"
OPENING = "The harbour news of the day\n\n"
SAID = "“[[We knew that the old pier would fall into the sea]] this year,” Ana Ruiz said."
POST = "The Daily Post reported [[that Ana Ruiz had left]]."


@pytest.mark.parametrize(
    "text",
    [
        f"{POST} The Herald said she left in May, [[citing the Daily Post]].",
        f"{POST} The Herald, [[quoting the Daily Post]], said she had. Tom Hill said she was tired.",
        f"{SAID} The council wrote in a statement: “[[We knew that the old pier would fall into the sea]].”",
    ],
)
def test_a_disclosed_or_bare_echo_is_mild(text: str) -> None:
    plain, spans = marked(OPENING + text)
    reading = read(plain)
    (case,) = (case for case in cases(echo_cluster, reading) if case.verdict is not Verdict.HOLDS)
    assert case.verdict is Verdict.MILD
    assert [piece.span.of(plain).strip("“”.,") for piece in case.evidence] == [span.of(plain) for span in spans]


@pytest.mark.parametrize(
    "text",
    [
        f"{POST} The Herald confirmed that she had left, citing the Daily Post.",
        f"{SAID} The council confirmed it in a statement: “We knew that the old pier would fall into the sea.”",
    ],
)
def test_an_echo_that_confirms_breaks(text: str) -> None:
    plain, _ = marked(OPENING + text)
    (case,) = (case for case in cases(echo_cluster, read(plain)) if case.verdict is not Verdict.HOLDS)
    assert case.verdict is Verdict.BREAKS
    assert (case.evidence[-1].span.of(plain), case.evidence[-1].note) == ("confirmed", "offered as support")
    assert case.message.endswith("it is offered as support.")


@pytest.mark.parametrize(
    "text",
    [
        f"{POST} The Herald said it could not be confirmed, citing the Daily Post.",
        f"{SAID} The council wrote: “We knew that the old pier would fall into the sea, as was confirmed.”",
    ],
)
def test_a_denied_or_quoted_confirmation_is_none(text: str) -> None:
    plain, _ = marked(OPENING + text)
    assert [c.verdict for c in cases(echo_cluster, read(plain)) if c.verdict is not Verdict.HOLDS] == [Verdict.MILD]


@pytest.mark.parametrize(
    "text",
    [
        "Northline said it was late. Viktor Hale, a spokesman for Northline, confirmed that it was.",
        "Ana Ruiz said the pier was cracked. Tom Hill said he had seen the crack.",
        "The Daily Post reported that Ana Ruiz had left. The Herald said she was tired.",
    ],
)
def test_one_body_or_several_who_know_is_no_echo(text: str) -> None:
    assert flagged(echo_cluster, read(OPENING + text)) == []


def test_each_origin_without_an_echo_is_in_order() -> None:
    text = f"{POST} The Herald, citing the Daily Post, said so. Tom Hill said it was late. Eva Stone said it was not."
    found = [case.verdict for case in cases(echo_cluster, read(marked(OPENING + text)[0]))]
    assert sorted(found) == [Verdict.HOLDS, Verdict.HOLDS, Verdict.MILD]


@pytest.mark.parametrize("text", ["The river is calm.", "Ana Ruiz said it was late. Ruiz said it was dear."])
def test_fewer_than_two_sources(text: str) -> None:
    assert not_applicable(echo_cluster, read(OPENING + text)) == "The text has fewer than two sources."


def test_a_post_that_repeats_is_counted_with_the_posts() -> None:
    answer = audit_article(EXAMPLES / "two-statements.txt").answers["echo-cluster"]
    assert (answer.status.value, answer.counted_elsewhere) == ("partial", "circular-embed")


@pytest.mark.parametrize(
    "pair", [("Daily Post", "Herald"), ("Herald", "Daily Post"), ("Reuters", "Herald"), ("Herald", "Reuters")]
)
def test_whoever_cites_whom_is_treated_alike(pair: tuple[str, str]) -> None:
    first, other = pair
    text = f"The {first} reported that Ana Ruiz had left. The {other} said she left in May, citing the {first}."
    assert [c.verdict for c in cases(echo_cluster, read(OPENING + text))] == [Verdict.MILD]


def test_a_speakers_own_post_is_no_second_voice_and_a_quoted_post_that_is_shown_is_one_voice_once() -> None:
    words = "I know who sits on that bus at three in the morning."
    post = f"{words}\n— Peter Aldous (@peteraldous) April 21, 2026"
    other = "Ana Ruiz, who drives the bus, said the line should stay."

    def verdicts(quoted: str, lead_in: str) -> set[Verdict]:
        text = f"The bus line ends in May.\n\n{other}\n\n{quoted}\n\n{lead_in}\n\n{post}"
        return {case.verdict for case in cases(echo_cluster, read(text))}

    assert Verdict.BREAKS in verdicts(f"Peter Aldous said: “{words}”", "He confirmed the finding on X:")
    assert Verdict.MILD in verdicts(f"Peter Aldous said: “{words}”", "He repeated the words on X:")
    assert verdicts(f"Peter Aldous wrote in a post: “{words}”", "Here it is.") == {Verdict.HOLDS}
