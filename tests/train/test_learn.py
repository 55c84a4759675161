"""The learner: it separates, it ranks, and it always comes to the same weights."""

from pathlib import Path
from random import Random
from typing import Any

import pytest

from source_audit.extract import model
from tests.train.features import text_of
from tests.train.learn import logistic, ranking, shares
from tests.train.stages import train


def test_logistic_separates_right_from_wrong() -> None:
    weights = logistic([(["said", "noun"], 0.0), (["said", "verb"], 1.0)] * 40)
    assert weights["verb"] > 1
    assert weights["noun"] < -1
    assert abs(weights.get("said", 0.0)) < 0.5


def test_logistic_starts_from_what_is_known() -> None:
    examples = [(["again"], 1.0), (["again"], 0.0)] * 40
    assert abs(logistic(examples).get("again", 0.0)) < 0.5
    assert logistic(examples, offsets=[4.0] * 80)["again"] < -0.5


def test_a_learned_ranking_prefers_the_right_choice() -> None:
    chance = Random(7)
    examples = []
    for _ in range(60):
        choices = [["near"], ["far"], ["inside"]]
        chance.shuffle(choices)
        examples.append((choices, choices.index(["near"])))
    weights = ranking(examples)
    assert weights["near"] > max(weights.get("far", 0.0), weights.get("inside", 0.0)) + 1


def test_what_is_seldom_seen_gets_no_weight() -> None:
    assert "once" not in logistic([(["often"], 1.0)] * 40 + [(["once"], 0.0)])


def test_shares_add_up_to_one_and_keep_the_order() -> None:
    found = shares([2.0, -1.0, 700.0])
    assert sum(found) == pytest.approx(1.0)
    assert found[2] > found[0] > found[1]


TEXT = (
    "The mayor said the bridge would close. Ana Ruiz told reporters that the pier was safe. It rained on the harbour."
)


def article(number: int) -> dict[str, Any]:
    def places(*words: str) -> list[list[int]]:
        return [[TEXT.index(each), TEXT.index(each) + len(each)] for each in words]

    return {
        "id": f"invented-{number}",
        "text": TEXT,
        "attributions": [
            {
                "source": places("The mayor"),
                "cue": places("said"),
                "content": places("the bridge would close"),
            },
            {"source": places("Ana Ruiz"), "cue": places("told"), "content": places("that the pier was safe")},
        ],
    }


@pytest.fixture
def shipped() -> Any:
    """Put the shipped model back once training is over."""
    before = model.model()
    yield before
    model.use(before)


def test_the_same_articles_always_teach_the_same_bytes(shipped: model.Model, tmp_path: Path) -> None:
    articles = [article(number) for number in range(16)]
    text = text_of(train(articles))
    assert text == text_of(train(articles))
    assert text_of(model.loads(text)) == text


def test_what_is_learned_finds_what_was_taught(shipped: model.Model) -> None:
    learned = train([article(number) for number in range(16)])
    assert learned.priors["said"] > 0.5
    assert "rained" not in learned.priors
    assert any(any(table.values()) for table in learned.tables["right"].values())
