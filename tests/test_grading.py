"""The formula of the score, against examples worked by hand and against what must always hold."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from source_audit.answer import Answer, Status
from source_audit.check import Category, Lifecycle
from source_audit.grading import category_score, grade, value_of
from source_audit.resources import data

TABLE = data("rubric")
SCORES = {Status.PASS: 1.0, Status.PARTIAL: 0.5, Status.FAIL: 0.0}
CATEGORIES = {
    "unidentified-speakers": Category.ATTRIBUTION,
    "vague-collective-sources": Category.ATTRIBUTION,
    "agentless-attribution": Category.ATTRIBUTION,
    "anonymity-reason": Category.ANONYMITY,
    "anonymous-description": Category.ANONYMITY,
    "primary-source-links": Category.LINKS,
    "homepage-links": Category.LINKS,
    "dangling-reference": Category.LINKS,
    "embed-author-unidentified": Category.EMBEDS,
    "unexplained-embed": Category.EMBEDS,
    "circular-embed": Category.EMBEDS,
    "embed-permalink": Category.EMBEDS,
    "few-sources": Category.CORROBORATION,
    "single-source-story": Category.CORROBORATION,
    "byline-and-date": Category.TRANSPARENCY,
}
LETTERS = {
    "1": Status.PASS,
    "5": Status.PARTIAL,
    "0": Status.FAIL,
    "?": Status.NEEDS_REVIEW,
    "-": Status.NOT_APPLICABLE,
    "i": Status.INFORMATIONAL,
    "e": Status.ERROR,
}


def answer(name: str, letter: str, examined: int | None = 4) -> Answer:
    status = LETTERS[letter]
    return Answer(
        id=name,
        title="",
        question="",
        category=CATEGORIES[name],
        lifecycle=Lifecycle.STABLE,
        weight=float(TABLE["checks"][name]["weight"]),
        status=status,
        score=SCORES.get(status),
        reason="",
        examined=examined,
    )


def answers(**letters: str) -> dict[str, Answer]:
    """Answers by check, as in ``answers(few_sources="1")``."""
    return {name.replace("_", "-"): answer(name.replace("_", "-"), letter) for name, letter in letters.items()}


PLAIN = {
    "unidentified_speakers": "1",  # attribution: 10 of 10
    "vague_collective_sources": "5",  # 2.5 of 5
    "agentless_attribution": "0",  # 0 of 5, so 12.5 / 20 = .625
    "few_sources": "5",  # corroboration: 3.75 of 7.5
    "single_source_story": "1",  # 10 of 10, so 13.75 / 17.5 = .7857
    "byline_and_date": "1",  # transparency: 1
}


def test_worked_by_hand() -> None:
    """(25 x .625 + 25 x 13.75/17.5 + 5 x 1) / 55 = .7323."""
    score = grade(TABLE, answers(**PLAIN), None)
    assert (score.value, score.low, score.high) == (0.73, 0.73, 0.73)
    assert (score.bands, score.coverage, score.cap, score.counted) == (("mostly-clear",), 1.0, None, 6)


@pytest.mark.parametrize(
    ("category", "score", "points", "possible"),
    [
        (Category.ATTRIBUTION, 0.63, 12.5, 20.0),
        (Category.CORROBORATION, 0.79, 13.75, 17.5),
        (Category.TRANSPARENCY, 1.0, 2.5, 2.5),
    ],
)
def test_categories_worked_by_hand(category: Category, score: float, points: float, possible: float) -> None:
    given_score = category_score(TABLE, category, answers(**PLAIN))
    assert (given_score.score, given_score.points, given_score.possible, given_score.status) == (
        score,
        points,
        possible,
        "scored",
    )


@pytest.mark.parametrize(
    ("letters", "status"),
    [
        pytest.param({"embed_permalink": "-"}, "not-applicable", id="nothing to examine"),
        pytest.param({}, "not-applicable", id="no check"),
        pytest.param({"embed_permalink": "?"}, "not-scored", id="open"),
        pytest.param({"embed_permalink": "i"}, "not-scored", id="for information"),
    ],
)
def test_a_category_without_weight_has_no_score(letters: dict[str, str], status: str) -> None:
    score = category_score(TABLE, Category.EMBEDS, answers(**letters))
    assert (score.score, score.status) == (None, status)


@pytest.mark.parametrize("name", ["unidentified_speakers", "single_source_story"])
def test_a_capping_check_that_fails_holds_the_value_at_69(name: str) -> None:
    """Without the cap: attribution 1, corroboration 7.5/17.5 or attribution .5 and the rest 1, so above .69."""
    letters = {**dict.fromkeys(PLAIN, "1"), name: "0"}
    score = grade(TABLE, answers(**letters), None)
    assert score.value is not None
    assert score.value <= 0.69
    assert score.cap == (name.replace("_", "-") if name == "unidentified_speakers" else score.cap)
    partial = grade(TABLE, answers(**{**letters, name: "5"}), None)
    assert partial.cap is None
    assert partial.value is not None
    assert partial.value > 0.69


def test_a_repetition_sold_as_support_caps_a_text_that_is_clear_otherwise() -> None:
    """Embeds 17.5/25 = .7 of ten in sixty-five: (60 + 7) / 70 = .957 before the cap."""
    letters = {
        **dict.fromkeys(PLAIN, "1"),
        "circular_embed": "0",
        "embed_author_unidentified": "1",
        "unexplained_embed": "1",
    }
    score = grade(TABLE, answers(**letters), None)
    assert (score.value, score.high, score.cap, score.bands) == (0.69, 0.69, "circular-embed", ("mixed",))


def test_a_cap_that_changes_nothing_is_not_named() -> None:
    score = grade(TABLE, answers(**dict.fromkeys(PLAIN, "0")), None)
    assert (score.value, score.cap) == (0.0, None)


def test_an_experimental_check_neither_weighs_nor_caps() -> None:
    plain = answers(**dict.fromkeys(PLAIN, "1"))
    trial = {**plain, "circular-embed": evolve(answer("circular-embed", "0"), lifecycle=Lifecycle.EXPERIMENTAL)}
    assert value_of(TABLE, trial) == value_of(TABLE, plain) == 1.0


def test_what_another_check_counts_weighs_nothing() -> None:
    """Anonymity: a partial reason counts 3.75 of 7.5; the description that gives way would make it 3.75 of 15."""
    both = answers(anonymity_reason="5", anonymous_description="0")
    both["anonymous-description"] = evolve(both["anonymous-description"], counted_elsewhere="anonymity-reason")
    assert category_score(TABLE, Category.ANONYMITY, both).score == 0.5


def test_anonymity_and_embeds_only_lower() -> None:
    plain = answers(**PLAIN)
    good = answers(**PLAIN, anonymity_reason="1", anonymous_description="1", unexplained_embed="1")
    assert value_of(TABLE, good) == value_of(TABLE, plain) == 0.73
    bad = answers(**PLAIN, anonymity_reason="0", anonymous_description="0", unexplained_embed="1")
    assert value_of(TABLE, bad) == 0.58  # 40.268 / 70 = .5752


def test_anonymity_alone_is_a_score_of_its_own() -> None:
    assert value_of(TABLE, answers(anonymity_reason="0")) == 0.0
    assert value_of(TABLE, answers(anonymity_reason="0", unexplained_embed="1")) == 0.0


def test_a_single_case_costs_at_most_half_of_its_category() -> None:
    one = {"anonymity-reason": answer("anonymity-reason", "0", examined=1)}
    assert category_score(TABLE, Category.ANONYMITY, one).score == 0.5
    two = {"anonymity-reason": answer("anonymity-reason", "0", examined=2)}
    assert category_score(TABLE, Category.ANONYMITY, two).score == 0.0
    whole = {"few-sources": answer("few-sources", "0", examined=None)}
    assert category_score(TABLE, Category.CORROBORATION, whole).score == 0.0
    mixed = {**one, "anonymous-description": answer("anonymous-description", "0", examined=2)}
    assert category_score(TABLE, Category.ANONYMITY, mixed).score == 0.0


def test_open_questions_make_the_range() -> None:
    """Attribution is 2.5/10, with the answer 2.5/20 or 12.5/20; the rest is (19.643 + 10 + 5), all of 65."""
    letters = {**PLAIN, "unidentified_speakers": "?"}
    score = grade(TABLE, answers(**letters, dangling_reference="1"), None)
    assert (score.value, score.low, score.high) == (0.63, 0.58, 0.77)
    assert score.bands == ("mixed", "mostly-clear")
    assert score.coverage == 0.78  # 35 of 45


def test_an_open_question_can_bring_a_cap_to_the_low_end() -> None:
    letters = {**dict.fromkeys(PLAIN, "1"), "unidentified_speakers": "?", "unexplained_embed": "1"}
    score = grade(TABLE, answers(**letters), None)
    assert (score.value, score.low, score.high, score.cap) == (1.0, 0.69, 1.0, None)


def test_not_applicable_and_informational_stay_out_of_the_coverage() -> None:
    plain = answers(**PLAIN, circular_embed="-", dangling_reference="i")
    assert grade(TABLE, plain, None).coverage == 1.0
    assert grade(TABLE, {**plain, "homepage-links": answer("homepage-links", "e")}, None).coverage == 0.94  # 40 of 42.5


@pytest.mark.parametrize(
    ("letters", "words"),
    [
        pytest.param(
            {"few_sources": "1", "single_source_story": "1"},
            "Checks that could be judged: 2; a number needs 6.",
            id="few checks",
        ),
        pytest.param({}, "Checks that could be judged: 0; a number needs 6.", id="nothing"),
        pytest.param(
            {
                **dict.fromkeys(
                    (
                        "embed_permalink",
                        "byline_and_date",
                        "homepage_links",
                        "agentless_attribution",
                        "dangling_reference",
                        "unexplained_embed",
                    ),
                    "1",
                ),
                **dict.fromkeys(("unidentified_speakers", "single_source_story", "anonymity_reason"), "?"),
            },
            "Too many questions are open for a number.",
            id="mostly open",
        ),
    ],
)
def test_too_little_gives_no_number_and_says_why(letters: dict[str, str], words: str) -> None:
    score = grade(TABLE, answers(**letters), None)
    assert (score.value, score.low, score.high, score.bands, score.reason) == (None, None, None, (), words)


def test_a_withheld_number_keeps_its_reason() -> None:
    score = grade(TABLE, answers(**PLAIN), "Satire invents its quotations.")
    assert (score.value, score.reason) == (None, "Satire invents its quotations.")


def test_half_a_hundredth_is_rounded_up() -> None:
    """Attribution alone: (5 + 5 + 2.5) / 20 = .625."""
    letters = {"unidentified_speakers": "5", "vague_collective_sources": "1", "agentless_attribution": "5"}
    assert value_of(TABLE, answers(**letters)) == 0.63


EVERY = st.fixed_dictionaries(
    {}, optional={name: st.tuples(st.sampled_from("150?-ie"), st.sampled_from([None, 1, 2])) for name in CATEGORIES}
)


def drawn(letters: dict[str, tuple[str, int | None]]) -> dict[str, Answer]:
    return {name: answer(name, letter, examined) for name, (letter, examined) in letters.items()}


@given(EVERY)
def test_the_range_holds_the_value_and_keeps_to_its_bounds(letters: dict[str, tuple[str, int | None]]) -> None:
    score = grade(TABLE, drawn(letters), None)
    assert 0 <= score.coverage <= 1
    assert (score.value is None) == (score.reason is not None)
    if score.value is not None and score.low is not None and score.high is not None:
        assert 0 <= score.low <= score.value <= score.high <= 1
        assert score.bands


@given(
    EVERY,
    st.sampled_from(sorted(CATEGORIES)),
    st.sampled_from([("1", "5"), ("1", "0"), ("5", "0")]),
    st.sampled_from([None, 1, 2]),
)
def test_a_worse_answer_never_raises_the_value(
    letters: dict[str, tuple[str, int | None]], name: str, change: tuple[str, str], examined: int | None
) -> None:
    better, worse = (value_of(TABLE, drawn({**letters, name: (letter, examined)})) for letter in change)
    assert better is not None
    assert worse is not None
    assert worse <= better


@given(
    EVERY,
    st.sampled_from(["anonymity-reason", "anonymous-description", "circular-embed", "unexplained-embed"]),
    st.sampled_from("150"),
)
def test_an_unnamed_source_or_a_post_never_raises_the_value(
    letters: dict[str, tuple[str, int | None]], name: str, letter: str
) -> None:
    """Against the same article without the whole category."""
    others = {key: value for key, value in letters.items() if CATEGORIES[key] is not CATEGORIES[name]}
    without, with_it = value_of(TABLE, drawn(others)), value_of(TABLE, drawn({**others, name: (letter, 2)}))
    if without is not None and with_it is not None:
        assert with_it <= without


def test_a_range_over_three_bands_names_the_two_outer_ones() -> None:
    letters = {name.replace("-", "_"): "1" for name in CATEGORIES} | {"unidentified_speakers": "?"}
    score = grade(TABLE, answers(**letters), None)
    assert score.low is not None
    assert score.high is not None
    assert (score.low, score.high) == (0.69, 1.0)
    assert score.bands == ("mixed", "strong")
