"""Learns the weights of the extraction from the training articles of the gold data: ``make train``."""

import json
import os
import sys
from pathlib import Path

from tests.train.features import text_of
from tests.train.stages import train


def main() -> None:
    """Write the model to the file that is named."""
    gold = Path(os.environ.get("SOURCE_AUDIT_GOLD", "")) / "corpus" / "attribution" / "polnear_train.jsonl"
    if not gold.is_file() or len(sys.argv) != 2:
        sys.exit("`make train` needs the gold data: set SOURCE_AUDIT_GOLD to its folder. The model is left as it is.")
    records = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    Path(sys.argv[1]).write_text(text_of(train(records)), encoding="utf-8")


if __name__ == "__main__":
    main()
