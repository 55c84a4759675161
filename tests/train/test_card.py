"""The model card lists the features as they are; `python -m pytest tests/train/test_card.py --remake-golden` writes the table."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from source_audit.extract.model import model
from source_audit.extract.reasons import TEMPLATES, names
from source_audit.resources import data

CARD = Path(__file__).parents[2] / "docs" / "explanation" / "attribution-model.md"
MARK = "<!-- features: generated, see tests/train/test_card.py -->\n"


def table() -> Iterator[str]:
    decisions = data("features")["decisions"]
    for decision in TEMPLATES:
        held = model().tables[decision]
        number = sum(len(values) for values in held.values())
        yield f"\n**{decision}**: {decisions[decision]} ({number:,} weights)\n"
        yield "| feature | name in the file | weights |\n|---|---|---|"
        for plain, (name, values) in zip(names(decision), held.items(), strict=True):
            yield f"| {plain or '(not shown as a reason)'} | `{name}` | {len(values):,} |"


def test_the_features_of_the_card_are_those_of_the_file(request: pytest.FixtureRequest) -> None:
    written, _, old = CARD.read_text(encoding="utf-8").partition(MARK)
    new = "\n".join(table()) + "\n"
    if request.config.getoption("--remake-golden"):
        CARD.write_text(written + MARK + new, encoding="utf-8")
        return
    assert old == new
