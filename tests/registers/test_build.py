"""The tables that `make registers` writes: the same bytes from the same dumps, and nothing that no register supports."""

import os
from pathlib import Path

import pytest

from tests.registers import accounts, state_media
from tests.registers.__main__ import DATA, TABLES, main

DUMPS = {
    "politician_handles_us_congress.csv": (
        "# Origin: invented.\nplatform,handle,person,office,party,seat,country,bioguide\n"
        "x,SenAnnPoe,Ann Poe,US Senator,Democrat,TX,US,P1\nyoutube_channel,UCabc,Ann Poe,US Senator,Democrat,TX,US,P1\n"
    ),
    "politician_handles_us_state.csv": (
        "platform,handle,person,office,party,seat,country\n"
        "x,TomHill,Tom Hill,Governor,Republican,OH,US\nx,senannpoe,Ann Poe,Mayor,Democratic,,US\n"
    ),
    "politician_handles_world.csv": (
        "platform,handle,name,role,party,country,kind,confidence,checked\n"
        "x,Checked,Ana Ruiz (personal),president,Unity,AR,person,high,parlparse\n"
        "x,Unchecked,Ana Ruiz,president,Unity,AR,person,high,\n"
        'x,Doubt,Ana Ruiz,"president, check incumbency",Unity,AR,person,high,parlparse\n'
        "x,LoneParty,Lone Party,party,Lone,IT,party,high,list\n"
        "x,PartyOne,Party One,party,One,FR,party,high,list\nx,PartyTwo,Party Two,party,Two,FR,party,high,list\n"
    ),
    "state_media.csv": (
        "domain,name,country,control,smm_code,refs,note\n"
        "one.example,One,RU,state_aligned,SC,SMM-ASD:SC,\ntwo.example,Two,TR,state_controlled,,OWNERSHIP,\n"
        "three.example,Three,GB,state_controlled,IP,SMM-ASD:IP,\nfour.example,Four,CN,x,,USFM:2020-02; OWNERSHIP; EU15:2022-03,\n"
    ),
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in DUMPS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def body(text: str) -> list[str]:
    return [line for line in text.splitlines() if not line.startswith("# ")][1:]


def test_accounts_keep_what_their_registers_say(folder: Path) -> None:
    text, said = accounts.build(folder)
    assert body(text) == [
        'x,Checked,Ana Ruiz,"president, personal account",Unity,AR,own',
        "x,PartyOne,Party One,,Party One,FR,own",
        "x,PartyTwo,Party Two,,Party Two,FR,own",
        'x,SenAnnPoe,Ann Poe,"US Senator, TX",Democrat,US,congress',
        'x,TomHill,Tom Hill,"Governor, OH",Republican,US,openstates',
        'youtube,UCabc,Ann Poe,"US Senator, TX",Democrat,US,congress',
    ]
    assert "Of 6 rows drafted by hand 3 are kept" in said
    assert "Of 6 rows drafted by hand 3 are kept" in text


def test_a_medium_stands_only_for_a_code_or_an_act_never_for_a_judgement(folder: Path) -> None:
    text, said = state_media.build(folder)
    assert body(text) == ["four.example,,Four,China,,EU15:2022-03 USFM:2020-02", "one.example,,One,Russia,SC,"]
    assert "of 4 drafted rows 2 are kept" in said


def test_the_same_dumps_give_the_same_bytes(folder: Path) -> None:
    for table in TABLES:
        assert table.build(folder) == table.build(folder)


def test_a_table_whose_dumps_are_absent_stays_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {table.NAME: (DATA / table.NAME).read_bytes() for table in TABLES}
    assert main(tmp_path) == 0
    assert "accounts.csv: left as it is" in capsys.readouterr().out
    assert before == {table.NAME: (DATA / table.NAME).read_bytes() for table in TABLES}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.NAME)
def test_the_shipped_table_is_what_the_dumps_give(table: object) -> None:
    folder = Path(os.environ.get("SOURCE_AUDIT_GOLD", "")) / "data" / "registry"
    if not folder.is_dir():
        pytest.skip("the dumps are not part of this project")
    text, _ = table.build(folder)  # type: ignore[attr-defined]
    assert (DATA / table.NAME).read_text(encoding="utf-8") == text  # type: ignore[attr-defined]
