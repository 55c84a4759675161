"""Learns the weights of the extraction from the training articles of the gold data: ``make train``."""

import json
import os
import sys
from pathlib import Path
from typing import Any

from tests.train.features import text_of
from tests.train.gold import fingerprint
from tests.train.stages import train

TRAIN = Path("corpus") / "attribution" / "polnear_train.jsonl"
MATERIAL = Path(__file__).with_name("material.txt")
"""What the shipped model was taught, as a fingerprint: if it changes, the model is to be trained again."""


def main() -> None:
    """Write the model to the file that is named."""
    gold = Path(os.environ.get("SOURCE_AUDIT_GOLD", "")) / TRAIN
    if not gold.is_file() or len(sys.argv) != 2:
        sys.exit("`make train` needs the gold data: set SOURCE_AUDIT_GOLD to its folder. The model is left as it is.")
    records = read(gold)
    Path(sys.argv[1]).write_text(text_of(train(records)), encoding="utf-8")
    MATERIAL.write_text(f"{fingerprint(records)}\n", encoding="utf-8")


def read(gold: Path) -> list[dict[str, Any]]:
    """Return the training articles of a file."""
    return [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]


if __name__ == "__main__":
    main()
