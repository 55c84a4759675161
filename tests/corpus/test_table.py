"""Tables of many articles: the same columns for every row, nothing half written, nothing a spreadsheet would run."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from source_audit.checks import catalogue
from source_audit.corpus import Row, audit_many, write_csv
from source_audit.corpus.table import replacing

TEXT = "Mayor Ana Ruiz said the pier would close.\n\nA senior official said the money was gone."
COLUMNS = ["id", "words", "value", "low", "high", "coverage", "voices", "independent"]


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_record_has_figures_and_a_status_for_each_check() -> None:
    row = next(audit_many([("pier", TEXT)]))
    record = row.record()
    assert list(record) == [*COLUMNS, *(check.id for check in catalogue()), "error"]
    assert row.audit
    assert (record["id"], record["words"], record["value"]) == ("pier", 16, None)
    assert record["voices"] == row.audit.origins.voices
    assert record["anonymity-reason"] == row.audit.answers["anonymity-reason"].status.value


def test_a_record_of_an_error_has_the_same_names() -> None:
    good, bad = (row.record() for row in audit_many([("pier", TEXT), ("empty", "")]))
    assert list(good) == list(bad)
    assert bad["words"] is None
    assert str(bad["error"]).startswith("ArticleError: ")


def test_the_table_holds_the_rows_in_order(tmp_path: Path) -> None:
    path = write_csv(audit_many([("a", TEXT), ("b", ""), ("c, “d”", TEXT)]), tmp_path / "table.csv")
    rows = read(path)
    assert [row["id"] for row in rows] == ["a", "b", "c, “d”"]
    assert rows[0]["words"] == "16"
    assert rows[1]["error"].startswith("ArticleError")


def test_no_rows_still_give_the_heading(tmp_path: Path) -> None:
    assert write_csv([], tmp_path / "table.csv").read_text(encoding="utf-8").startswith("id,words,value,")


@pytest.mark.parametrize("name", ["=cmd()", "+1", "-1+1", "@SUM(A1)", "\t=1"])
def test_no_cell_is_a_formula(tmp_path: Path, name: str) -> None:
    path = write_csv([Row(id=name, error=name)], tmp_path / "table.csv")
    assert read(path)[0]["id"] == f"'{name}"
    assert read(path)[0]["error"] == f"'{name}"


def test_a_lone_surrogate_does_not_stop_the_table(tmp_path: Path) -> None:
    path = write_csv([Row(id="page-\udcff.html", error="odd name")], tmp_path / "table.csv")
    assert read(path)[0]["id"] == "page-\\udcff.html"


def test_a_table_that_breaks_off_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("old", encoding="utf-8")

    def rows() -> Iterator[Row]:
        yield Row(id="a", error="x")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_csv(rows(), path)
    assert path.read_text(encoding="utf-8") == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["table.csv"]


def test_a_file_is_replaced_by_renaming_and_keeps_the_usual_rights(tmp_path: Path) -> None:
    path, ordinary = tmp_path / "a.txt", tmp_path / "b.txt"
    path.write_text("old", encoding="utf-8")
    ordinary.write_text("", encoding="utf-8")
    before = path.stat().st_ino
    with replacing(path) as file:
        file.write("new")
        assert path.read_text(encoding="utf-8") == "old"
    assert path.read_text(encoding="utf-8") == "new"
    assert path.stat().st_ino != before
    assert path.stat().st_mode == ordinary.stat().st_mode
