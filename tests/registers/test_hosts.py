"""The register of hosts is made from its tables, the same every time, and keeps what it cannot renew."""

from pathlib import Path

import pytest

from source_audit.resources import rows
from tests.registers.hosts import made, main, written

FEDERAL = """# Origin: cisagov/dotgov-data, 2026-08-22. Licence: CC0-1.0.
Domain name,Domain type,Organization name,City
COURT.GOV,Federal - Judicial,A Court,Tarn
parks.gov,Federal - Executive,Parks Office,Tarn
"""
OUTLETS = """# Origin: by hand.
domain,name,aliases,country,kind,seen_in
courier.example,The Courier,,GB,state_media,a;b
parks.gov,The Parks,,GB,newspaper,a
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "current-federal.csv").write_text(FEDERAL, encoding="utf-8")
    (tmp_path / "news_outlets.csv").write_text(OUTLETS, encoding="utf-8")
    return tmp_path


def test_rows_are_sorted_and_say_where_they_are_from(folder: Path) -> None:
    found = {row["key"]: row for row in made(folder, [])[0]}

    assert list(found) == sorted(found)
    assert found["court.gov"] | {"name": ""} == {
        "key": "court.gov", "serves": "court-or-law", "kind": "court", "country": "US", "name": "", "origin": "dotgov", "date": "2026-08-22",
    }  # fmt: skip
    assert (found["courier.example"]["kind"], found["courier.example"]["seen"]) == ("outlet", "2")
    assert found["parks.gov"]["origin"] == "project"


def test_twice_is_the_same_and_absent_tables_keep_their_rows(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = folder / "hosts.csv"
    main(folder, output)
    first = output.read_bytes()
    main(folder, output)
    assert output.read_bytes() == first
    (folder / "current-federal.csv").unlink()
    main(folder, output)
    assert output.read_bytes() == first
    assert "federal domains: none of current-federal.csv, us_dotgov_federal.csv is here" in capsys.readouterr().out


def test_a_row_that_left_its_table_is_gone(folder: Path) -> None:
    before = made(folder, [])[0]
    (folder / "current-federal.csv").write_text(FEDERAL.rpartition("parks.gov")[0], encoding="utf-8")
    (folder / "news_outlets.csv").write_text(OUTLETS.rpartition("parks.gov")[0], encoding="utf-8")

    assert "parks.gov" not in {
        row["key"] for row in made(folder, [row for row in before if row["origin"] == "dotgov"])[0]
    }


def test_a_table_without_a_date_is_refused(folder: Path) -> None:
    (folder / "current-federal.csv").write_text(FEDERAL.partition("\n")[2], encoding="utf-8")
    with pytest.raises(SystemExit, match='put "# Origin: cisagov/dotgov-data, DATE"'):
        made(folder, [])


def test_the_shipped_register_is_one_that_was_made(tmp_path: Path) -> None:
    shipped = [dict(row) for row in rows("hosts")]
    again, _ = made(tmp_path, shipped)

    assert written(again) == written(shipped)
