"""How the cases of one check become a status."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import pytest

from source_audit.answer import Status
from source_audit.finding import Case, Evidence, Verdict
from source_audit.resources import data
from source_audit.rules import RULES, WHOLE_TEXT
from source_audit.span import Span

ROWS: Mapping[str, Mapping[str, Any]] = data("rubric")["checks"]
VERDICTS = {"h": Verdict.HOLDS, "m": Verdict.MILD, "b": Verdict.BREAKS}


def judged(check: str, verdicts: str = "h", *, words: int = 800, values: tuple[float | None, ...] = ()) -> str:
    """Return the status that the shipped row of a check gives to cases such as "hhmb"."""
    numbers = values or (None,) * len(verdicts)
    cases = [
        Case(message="", evidence=(Evidence(span=Span(0, 1)),), verdict=VERDICTS[letter], value=value)
        for letter, value in zip(verdicts, numbers, strict=True)
    ]
    row = ROWS[check]
    return RULES[row["rule"]](row, cases, words).value


@pytest.mark.parametrize(
    ("check", "verdicts", "expected"),
    [
        pytest.param("unidentified-speakers", "h" * 10, "pass", id="all speakers told"),
        pytest.param("unidentified-speakers", "h" * 9 + "b", "partial", id="nine of ten"),
        pytest.param("unidentified-speakers", "h" * 8 + "b", "fail", id="eight of nine is under 90 %"),
        pytest.param("anonymity-reason", "hh", "pass", id="all specific"),
        pytest.param("anonymity-reason", "hm", "partial", id="one is a formula"),
        pytest.param("anonymity-reason", "mm", "partial", id="all formulas"),
        pytest.param("anonymity-reason", "mb", "partial", id="half with some reason"),
        pytest.param("anonymity-reason", "mbb", "fail", id="a third with some reason"),
        pytest.param("anonymity-reason", "b", "fail", id="no reason"),
        pytest.param("primary-source-links", "h", "pass", id="one item, linked"),
        pytest.param("primary-source-links", "b", "partial", id="one item, not linked"),
        pytest.param("primary-source-links", "hhhb", "pass", id="three of four"),
        pytest.param("primary-source-links", "hb", "partial", id="one of two"),
        pytest.param("primary-source-links", "hbbb", "partial", id="one of four"),
        pytest.param("primary-source-links", "hbbbb", "fail", id="one of five"),
        pytest.param("primary-source-links", "bb", "fail", id="none of two"),
        pytest.param("homepage-links", "hhhhb", "pass", id="80 % to the page"),
        pytest.param("homepage-links", "hb", "partial", id="half to the page"),
        pytest.param("homepage-links", "hbb", "fail", id="a third to the page"),
        pytest.param("unattributed-claims", "b", "pass", id="one claim, from nowhere"),
        pytest.param("unattributed-claims", "bbb", "partial", id="three claims count as three in ten"),
        pytest.param("unattributed-claims", "bbbb", "fail", id="four claims from nowhere"),
        pytest.param("unattributed-claims", "b" * 2 + "h" * 18, "pass", id="one in ten of twenty"),
        pytest.param("unsourced-statistics", "h" * 9 + "b", "pass", id="nine of ten figures"),
        pytest.param("unsourced-statistics", "hhhb", "partial", id="three of four figures"),
        pytest.param("unsourced-statistics", "b", "fail", id="one figure, nobody counted"),
        pytest.param("right-of-reply", "hh", "pass", id="both answered"),
        pytest.param("right-of-reply", "hb", "partial", id="one of two answered"),
        pytest.param("right-of-reply", "m", "partial", id="could not be reached"),
        pytest.param("right-of-reply", "b", "fail", id="not answered"),
        pytest.param("dangling-reference", "hh", "pass", id="promises kept"),
        pytest.param("dangling-reference", "hb", "partial", id="one not kept"),
        pytest.param("dangling-reference", "bb", "fail", id="two not kept"),
        pytest.param("embed-author-unidentified", "hh", "pass", id="both identified"),
        pytest.param("embed-author-unidentified", "hb", "partial", id="half identified"),
        pytest.param("embed-author-unidentified", "m", "partial", id="name in the post only"),
        pytest.param("embed-author-unidentified", "mb", "fail", id="less than half"),
        pytest.param("circular-embed", "hh", "pass", id="both are new"),
        pytest.param("circular-embed", "hm", "partial", id="a bare duplicate"),
        pytest.param("circular-embed", "hmb", "fail", id="one sold as support"),
        pytest.param("byline-and-date", "hb", "partial", id="one of two"),
        pytest.param("byline-and-date", "mh", "partial", id="a desk for unnamed sources"),
        pytest.param("byline-and-date", "bb", "fail", id="neither"),
    ],
)
def test_cases_become_a_status(check: str, verdicts: str, expected: str) -> None:
    assert judged(check, verdicts) == expected


@pytest.mark.parametrize(
    ("check", "hits", "words", "expected"),
    [
        ("vague-collective-sources", 0, 800, "pass"),
        ("vague-collective-sources", 1, 200, "partial"),
        ("vague-collective-sources", 1, 800, "partial"),
        ("vague-collective-sources", 2, 800, "fail"),
        ("vague-collective-sources", 2, 1600, "partial"),
        ("agentless-attribution", 1, 200, "pass"),
        ("agentless-attribution", 2, 200, "partial"),
        ("agentless-attribution", 3, 800, "fail"),
        ("agentless-attribution", 3, 1200, "partial"),
        ("agentless-attribution", 3, 2400, "pass"),
    ],
)
def test_a_short_text_is_judged_as_if_it_had_800_words(check: str, hits: int, words: int, expected: str) -> None:
    assert judged(check, "h" + "b" * hits, words=words) == expected


@pytest.mark.parametrize(
    ("verdicts", "words", "expected"),
    [
        ("hb", 1200, "pass"),
        ("bh", 1200, "partial"),
        ("bb", 1200, "partial"),
        ("hb", 1201, "partial"),
        ("bh", 1201, "partial"),
        ("hh", 1201, "pass"),
        ("bb", 1201, "fail"),
    ],
)
def test_a_word_on_method_is_asked_of_long_work_only(verdicts: str, words: int, expected: str) -> None:
    assert judged("genre-and-method", verdicts, words=words, values=(1, 2)) == expected


@pytest.mark.parametrize(
    ("rungs", "expected"),
    [
        ((3,), "pass"),
        ((4, 3), "pass"),
        ((2,), "partial"),
        ((2, 3), "partial"),
        ((1,), "fail"),
        ((0, 3, 4), "pass"),
        ((0, 1, 4), "fail"),
    ],
)
def test_the_median_rung_decides(rungs: tuple[float, ...], expected: str) -> None:
    assert judged("anonymous-description", "m" * len(rungs), values=rungs) == expected


@pytest.mark.parametrize(
    ("sources", "words", "expected"),
    [
        (0, 200, "fail"),
        (1, 200, "pass"),
        (1, 299, "pass"),
        (1, 300, "partial"),
        (3, 300, "pass"),
        (2, 800, "fail"),
        (3, 800, "partial"),
        (5, 1199, "partial"),
        (6, 1199, "pass"),
        (4, 1200, "fail"),
        (40, 1200, "pass"),
        (2, 10, "pass"),
    ],
)
def test_few_sources_by_length(sources: int, words: int, expected: str) -> None:
    assert judged("few-sources", values=(float(sources),), words=words) == expected


def test_a_share_that_equals_its_threshold_is_within_it() -> None:
    row = {"bands": [[300, 0.43, 0.58]]}
    for share, expected in (
        (0.43, Status.PASS),
        (0.44, Status.PARTIAL),
        (29 / 50, Status.PARTIAL),
        (0.59, Status.FAIL),
    ):
        case = Case(message="", evidence=(), verdict=Verdict.NOTE, value=share)
        assert RULES["at-most"](row, [case], 400) is expected


def test_single_source_story_grows_stricter_with_length() -> None:
    """The bands may be recomputed; that the largest share allowed never grows with the length must hold."""
    bands = ROWS["single-source-story"]["bands"]
    assert all(first[1:] >= second[1:] for first, second in pairwise(bands))
    assert all(low <= high for _, low, high in bands)


def test_no_number_decides_where_a_check_only_informs() -> None:
    for name in ("quote-form-mix", "anonymous-share", "partisan-sources", "link-mix"):
        assert ROWS[name]["weight"] == 0
        assert judged(name, "b") == "informational"


def test_every_row_names_a_rule_with_its_numbers() -> None:
    for name, row in ROWS.items():
        assert row["rule"] in RULES, name
        compared = row["rule"] in {"share", "rate", "rung", "linked", "count", "per-ten", "verbatim"}
        assert ("pass" in row and "partial" in row) == compared, name
        assert ("bands" in row) == (row["rule"] in {"at-least", "at-most"}), name
    assert set(RULES) >= WHOLE_TEXT


@pytest.mark.parametrize(
    ("verdicts", "values", "expected"),
    [
        pytest.param("hh", (None, None), "pass", id="word for word"),
        pytest.param("hm", (None, 0.96), "pass", id="98 % of the quoted text"),
        pytest.param("hm", (None, 0.9), "partial", id="95 % of it"),
        pytest.param("hb", (None, None), "fail", id="one that means something else"),
    ],
)
def test_quotations_are_judged_by_the_share_of_the_text_that_agrees(
    verdicts: str, values: tuple[float | None, ...], expected: str
) -> None:
    assert judged("quote-mismatch", verdicts, values=values) == expected


@pytest.mark.parametrize(
    ("verdicts", "values", "expected"),
    [
        pytest.param("mbb", (None, None, None), "fail", id="a third with some reason"),
        pytest.param("mmbb", (None, 0, None, None), "fail", id="and one who gives none"),
        pytest.param("mmbb", (None, None, None, None), "partial", id="and one with some reason"),
        pytest.param("m", (0,), "partial", id="only one who gives none"),
        pytest.param("hm", (None, 0), "partial", id="a good reason, and one who gives none"),
    ],
)
def test_a_mild_case_without_any_reason_lifts_nothing(
    verdicts: str, values: tuple[float | None, ...], expected: str
) -> None:
    assert judged("anonymity-reason", verdicts, values=values) == expected
