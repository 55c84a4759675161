"""Every merge of the recount names both sides and shows why, and can be undone in the data."""

from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from source_audit import Audit, audit_article
from source_audit.origin import Join, JoinKind, Origins
from source_audit.reading import Reading
from source_audit.span import Span
from tests.extract.reading import read

EXAMPLES = Path(__file__).parents[2] / "examples"
OPENING = "The harbour news of the day\n\n"

JoinShown = tuple[str, tuple[str, str], str, list[str]]


def joins(text: str) -> list[JoinShown]:
    reading = read(OPENING + text)
    return [shown(reading, join) for join in reading.origins.joins]


def shown(reading: Reading, join: Join) -> JoinShown:
    return join.kind.value, join.names, join.reason, [span.of(reading.text) for span in join.evidence]


def test_a_spokesperson_is_joined_by_the_words_of_their_role() -> None:
    text = "Northline said it was late. Viktor Hale, a spokesman for Northline, said it was dear."
    assert joins(text) == [
        (
            "one-body",
            ("Northline", "Viktor Hale"),
            "one body: Viktor Hale speaks for Northline",
            ["a spokesman for Northline", "Northline"],
        )
    ]


@pytest.mark.parametrize(
    ("citing", "evidence"),
    [
        ("The Herald said she left on Monday, citing the Daily Post.", "citing the Daily Post"),
        ("The Herald, quoting a report by the Daily Post, said she left.", "quoting a report by the Daily Post"),
        ("The Herald quoted the Daily Post as saying the deal was dead.", "quoted the Daily Post"),
    ],
)
def test_an_outlet_that_cites_another_is_the_same_origin(citing: str, evidence: str) -> None:
    ((kind, names, reason, words),) = joins(f"The Daily Post reported that Ana Ruiz had left. {citing}")
    assert (kind, names, reason) == ("cites", ("Daily Post", "Herald"), "Herald cites Daily Post")
    assert words[0] == evidence


@pytest.mark.parametrize(
    "text",
    [
        "The Daily Post reported that Ana Ruiz had left. The Herald said she left on Monday.",
        "The Daily Post reported that Ana Ruiz had left, citing two aides. Tom Hill said she had.",
        "The Daily Post said Ana Ruiz left. The Herald said it was dear, citing the Daily Post. The Herald said it was late.",
        "The Daily Post said Ana left. Tom Hill said it. The Herald, citing the Post, said so. The Herald, citing Tom Hill, did.",
    ],
)
def test_an_outlet_with_words_of_its_own_or_of_several_stays_apart(text: str) -> None:
    assert joins(text) == []


def test_two_names_of_one_agency_are_one_origin() -> None:
    text = "AFP said it was late. Agence France-Presse said it was dear."
    assert [(kind, names) for kind, names, *_ in joins(text)] == [("one-body", ("AFP", "Agence France-Presse"))]


SAID = "“We knew that the old pier would fall into the sea this year,” Ana Ruiz said."


@pytest.mark.parametrize(
    "again",
    [
        "“We knew that the old pier would fall into the sea this year.”",
        '"We knew that the old pier would fall into the sea this year."',
        "“WE KNEW THAT THE OLD PIER WOULD FALL INTO THE SEA THIS YEAR.”",
        "“[W]e knew that the old pier would fall into the sea … this year.”",
        "“We [the council] knew that the old pier would fall into the sea.”",
        "“We knew that the old pier would fall into the s…”",
    ],
)
def test_a_voice_that_only_repeats_anothers_words_is_no_second_origin(again: str) -> None:
    found = joins(f"{SAID} The council wrote in a statement: {again}")
    assert [(kind, names, reason) for kind, names, reason, _ in found] == [
        ("same-words", ("Ana Ruiz", "The council"), "the council repeats the words of Ana Ruiz")
    ]
    first, second = found[0][3]
    assert first.lower().startswith("we knew")
    assert "pier would fall into the" in second.lower()


@pytest.mark.parametrize(
    "other",
    [
        "Tom Hill said: “We knew that the bridge would be shut in May because of the ice.”",
        "Tom Hill said: “We knew that the old pier would fall into the sea this year.” Hill said it was a lie.",
        "Ruiz said: “We knew that the old pier would fall into the sea this year.”",
    ],
)
def test_other_words_or_words_of_its_own_keep_a_voice_apart(other: str) -> None:
    assert joins(f"{SAID} {other}") == []


def test_undoing_a_join_counts_again_without_it() -> None:
    origins = audit_article(EXAMPLES / "two-statements.txt").origins
    (join,) = origins.joins
    undone = origins.without(join)
    assert (origins.voices, origins.independent) == (4, 3)
    assert (undone.voices, undone.independent, undone.joins) == (4, 4, ())
    assert {group.label for group in undone.groups} == {"Ilse Dorn", "Mirko Varga", "Grey Palace", "@LakoniaIsntEnemy"}
    with pytest.raises(ValueError, match="no join of this recount"):
        undone.without(join)


def test_a_restored_report_can_be_undone_as_well() -> None:
    audit = audit_article(EXAMPLES / "two-statements.txt")
    restored = Audit.from_json(audit.to_json())
    assert restored.origins.without(*restored.origins.joins) == audit.origins.without(*audit.origins.joins)


def test_what_is_joined_twice_stays_joined_when_one_join_is_undone() -> None:
    first, second = (
        Join(kind=kind, source_ids=("s1", "s2"), names=("A", "B"), reason="one") for kind in list(JoinKind)[:2]
    )
    origins = Origins.of_voices({"s1": "A", "s2": "B"}, [first, second])
    assert origins.without(first).independent == 1
    assert origins.without(first, second).independent == 2


IDS = [f"s{number}" for number in range(1, 13)]
PAIRS = st.lists(
    st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)).filter(lambda pair: pair[0] != pair[1]), max_size=14
)


def made(pairs: list[tuple[str, str]]) -> list[Join]:
    kinds = list(JoinKind)
    return [
        Join(
            kind=kinds[place % len(kinds)],
            source_ids=pair,
            names=(pair[0].upper(), pair[1].upper()),
            reason=f"{pair[1]} repeats {pair[0]}",
            evidence=(Span(place, place + 1),),
        )
        for place, pair in enumerate(pairs)
    ]


NAMES = {own: own.upper() for own in IDS}


@given(PAIRS, st.randoms())
def test_the_order_of_joins_and_voices_changes_nothing(pairs: list[tuple[str, str]], random: Random) -> None:
    found = made(pairs)
    mixed, voices = random.sample(found, len(found)), random.sample(IDS, len(IDS))
    assert Origins.of_voices(NAMES, found) == Origins.of_voices({own: NAMES[own] for own in voices}, mixed)


@given(PAIRS)
def test_undoing_all_joins_gives_the_voices(pairs: list[tuple[str, str]]) -> None:
    origins = Origins.of_voices(NAMES, made(pairs))
    assert origins.voices == len(IDS)
    assert origins.without(*origins.joins) == Origins.of_voices(NAMES, [])
    assert [group.label for group in origins.without(*origins.joins).groups] == list(NAMES.values())


@given(PAIRS.filter(bool), st.data())
def test_undoing_one_join_is_the_recount_without_it(pairs: list[tuple[str, str]], data: st.DataObject) -> None:
    found = made(pairs)
    undone = data.draw(st.sampled_from(found))
    rest = [join for join in found if join != undone]
    assert Origins.of_voices(NAMES, found).without(undone) == Origins.of_voices(NAMES, rest)


def test_a_crowd_that_all_repeats_one_is_counted_at_once() -> None:
    crowd = [f"s{number}" for number in range(1, 5_001)]
    chain = made(list(pairwise(crowd)))
    origins = Origins.of_voices({own: own.upper() for own in crowd}, chain)
    assert (origins.voices, origins.independent) == (5_000, 1)
    assert origins.without(*chain[::2]).independent == 2_501


def test_on_an_unknown_day_nobody_is_chosen_among_several_heads() -> None:
    text = "Theresa May said it was late. Keir Starmer said it was not. Downing Street said it was dear."
    assert joins(text) == []
