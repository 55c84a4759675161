"""Imports point down the table of rooms; each outside library has one owner."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "source_audit"

LAYERS = [
    {"__main__"},
    {"cli"},
    {"handbook"},
    {"report"},
    {"teach"},
    {"corpus"},
    {"api", "settings"},
    {"audit", "tuning", "plugins"},
    {"entries", "short"},
    {"parse", "extract", "checks", "rubric", "rows"},
    {"grading", "rules", "restore", "record"},
    {"answer"},
    {"check"},
    {"labels", "online", "reply"},
    {"alignment", "lexicon", "moments", "stance"},
    {"finding", "measured"},
    {"narrator", "reading"},
    {"attribution"},
    {"origin"},
    {"reference", "claim"},
    {"document", "label", "supplied"},
    {"folding", "span", "web"},
    {"options", "resources"},
    {"errors", "lazy", "version"},
]
RANK = {room: place for place, rooms in enumerate(LAYERS) for room in rooms}

OWNERS = {
    "lxml": {"parse"},
    "bs4": {"parse"},
    "tldextract": {"web"},
    "trafilatura": {"parse"},
    "jinja2": {"report"},
    "markupsafe": {"report"},
    "click": {"cli"},
    "socket": {"online"},
    "ssl": {"online"},
    "http": {"online"},
    "asyncio": set[str](),
    "requests": set[str](),
    "urllib3": set[str](),
}
LOOKS_UP = {("audit", "report"), ("restore", "record")}
"""Audit.save and the notebook's card are conveniences that import the report room when they are called."""

MODULES = sorted(PACKAGE.rglob("*.py"))


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[tuple[str, bool]]:
    """Yield each imported module and whether it is imported for the type checker only."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for_types = {
        id(node)
        for block in ast.walk(tree)
        if isinstance(block, ast.If) and "TYPE_CHECKING" in ast.unparse(block.test)
        for node in ast.walk(block)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, id(node) in for_types
        elif isinstance(node, ast.ImportFrom) and node.module == "source_audit":
            for alias in node.names:
                yield f"source_audit.{alias.name}", id(node) in for_types
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module, id(node) in for_types


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_down(path: Path) -> None:
    own = room(path)
    if own == "__init__":
        return
    wrong = []
    for name, for_types in imports(path):
        parts = name.split(".")
        if parts[0] != "source_audit" or len(parts) == 1 or for_types:
            continue
        other = parts[1]
        if other != own and RANK[other] <= RANK[own] and (own, other) not in LOOKS_UP:
            wrong.append(name)
    assert not wrong, f"{own} may not import {wrong}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_each_library_has_one_owner(path: Path) -> None:
    used = {name.split(".")[0] for name, for_types in imports(path) if not for_types}
    assert not {library for library in used & set(OWNERS) if room(path) not in OWNERS[library]}


def test_checks_know_nothing_of_each_other() -> None:
    names = {path.stem for path in (PACKAGE / "checks").glob("[!_]*.py")}
    for path in (PACKAGE / "checks").glob("*.py"):
        for name, _ in imports(path):
            assert name.rpartition(".")[2] not in names, f"{path.name} imports {name}"


def test_a_layer_that_is_named_exists() -> None:
    rooms = {room(path) for path in MODULES}
    assert rooms - {"__init__"} <= set(RANK), "a new room needs its place in the table"
