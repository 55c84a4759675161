"""The figures below which no change may fall."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

FLOORS: dict[str, dict[str, float]] = tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"))


def fallen(room: str, found: Mapping[str, float]) -> list[str]:
    """Return a line for each figure of a section that lies below its floor."""
    return [
        f"{room}: {name} is {found[name]:.3f}, below {floor}"
        for name, floor in FLOORS[room].items()
        if found[name] < floor
    ]
