"""Media that a state controls: the same words for every state, each with its register and date."""

import re
from collections import defaultdict

import pytest
from attrs import evolve

from source_audit.attribution import SourceKind
from source_audit.checks.partisan_sources import partisan_sources
from source_audit.document import Embed
from source_audit.label import What
from source_audit.labels import label_sources
from source_audit.labels.media import host_labels
from source_audit.reading import Reading
from source_audit.resources import data, rows
from tests.drafts import Draft
from tests.marking import cases, not_applicable

ROWS = rows("state_media")
CODES = data("registers")["codes"]
ACTS = data("registers")["acts"]
UNIQUE = [row for row in ROWS if sum(row["host"].endswith(f".{other['host']}") for other in ROWS) == 0]


def linked(host: str) -> Reading:
    page = f'<article><h1>Bridge</h1><p>The <a href="https://{host}/1">plan</a> for the bridge was shown on Friday to all who came.</p></article>'
    reading = Draft(page, html=True).reading()
    return evolve(reading, labelled=label_sources(reading))


def sentence(row: dict[str, str]) -> str:
    """Return what is said of a row, with its own names taken out."""
    said = list(host_labels(row["host"]))
    words = "; ".join(f"{label.value}, according to {label.origin} ({label.date})" for label in said)
    return re.sub(r"\(\d{4}-\d\d\)", "(MONTH)", words.replace(f"({row['state']})", "(STATE)"))


def test_rows_of_any_state_give_the_same_sentence_with_the_names_swapped() -> None:
    """The words depend on the code and the kinds of acts alone, never on the state."""
    sentences: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    states: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for row in ROWS:
        key = (row["code"], *(act.partition(":")[0] for act in row["acts"].split()))
        sentences[key].add(sentence(row))
        states[key].add(row["state"])
    assert all(len(words) == 1 for words in sentences.values()), sentences
    assert len(states["SC",]) > 40


def test_both_acts_are_told_in_the_same_words() -> None:
    assert len({act["value"] for act in ACTS.values()}) == 1


@pytest.mark.parametrize("row", UNIQUE[::12], ids=lambda row: row["host"])
def test_a_linked_outlet_is_shown_with_its_register_and_date(row: dict[str, str]) -> None:
    (case,) = cases(partisan_sources, linked(row["host"]))
    if row["code"]:
        assert (
            f"{CODES['values'][row['code']]} ({row['state']}), according to {CODES['title']} ({CODES['date']})"
            in case.message
        )
    for act in row["acts"].split():
        name, _, month = act.partition(":")
        assert f"according to {ACTS[name]['title']} ({month})" in case.message
    assert row["name"] in case.message


def test_a_part_of_a_site_is_its_site_and_a_longer_name_is_not() -> None:
    assert {label.note for label in host_labels("deutsch.tass.com")} == {
        label.note for label in host_labels("tass.com")
    }
    assert not list(host_labels("nottass.com"))
    assert not list(host_labels("tass.com.example"))
    assert next(host_labels("arabic.rt.com")).note != next(host_labels("rt.com")).note


@pytest.mark.parametrize("host", ["bbc.co.uk", "dw.com", "npr.org", "voanews.com", "yle.fi", "cbc.ca", "france24.com"])
def test_media_that_the_register_calls_independent_are_not_shown(host: str) -> None:
    assert not_applicable(partisan_sources, linked(host))


def test_every_row_has_a_code_or_an_act_and_no_other_code_is_known() -> None:
    assert all(row["code"] or row["acts"] for row in ROWS)
    assert {row["code"] for row in ROWS} - {""} <= set(CODES["values"])
    assert {act.partition(":")[0] for row in ROWS for act in row["acts"].split()} <= set(ACTS)
    assert all(re.fullmatch(r"\d{4}-\d\d", act.partition(":")[2]) for row in ROWS for act in row["acts"].split())


@pytest.mark.parametrize(("row", "account"), [(row, account) for row in ROWS for account in row["accounts"].split()])
def test_an_account_of_an_outlet_is_shown_on_its_platform_only(row: dict[str, str], account: str) -> None:
    platform, _, handle = account.partition(":")
    for where, expected in ((platform, {What.STATE_CONTROL}), ("gab", set[What]())):
        found = Draft("The bridge fell.", embeds=(Embed(platform=where, handle=handle.upper()),)).reading()
        assert {label.what for one in label_sources(found) for label in one.labels} == expected


@pytest.mark.parametrize("name", ["TASS", "Xinhua News Agency", "the Anadolu Agency"])
def test_a_source_that_is_an_outlet_is_found_by_its_whole_name(name: str) -> None:
    for kind, found in ((SourceKind.OUTLET, True), (SourceKind.PERSON, False)):
        draft = Draft(f"{name} praised the bridge.")
        draft.says(draft.source(name, kind=kind), "the bridge")
        assert bool(label_sources(draft.reading())) is found
    draft = Draft(f"{name} Watch praised the bridge.")
    draft.says(draft.source(f"{name} Watch", kind=SourceKind.OUTLET), "the bridge")
    assert not label_sources(draft.reading())
