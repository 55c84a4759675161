"""The register of accounts: found by platform and handle, and by nothing else."""

import subprocess
import sys
from collections import Counter

import pytest
from attrs import evolve

from source_audit.checks.partisan_sources import partisan_sources
from source_audit.document import Embed
from source_audit.label import How, What
from source_audit.labels import label_sources
from source_audit.labels.accounts import account_labels
from source_audit.reading import Reading
from source_audit.resources import data, rows
from tests.drafts import Draft
from tests.marking import cases

ROWS = rows("accounts")
TITLES = data("registers")["accounts"]


def reading(*embeds: Embed, text: str = "The bridge fell.") -> Reading:
    found = Draft(text, embeds=embeds).reading()
    return evolve(found, labelled=label_sources(found))


def message(platform: str, handle: str) -> str:
    (case,) = cases(partisan_sources, reading(Embed(platform=platform, handle=handle)))
    return case.message


def a_row(party: str, register: str = "congress") -> dict[str, str]:
    return next(row for row in ROWS if row["party"] == party and row["register"] == register and row["platform"] == "x")


@pytest.mark.parametrize("party", ["Democrat", "Republican", "Independent"])
def test_members_of_every_party_get_the_same_sentence(party: str) -> None:
    row = a_row(party)
    said = message("x", row["handle"])
    register = TITLES["congress"]
    assert said == (
        f"@{row['handle']}: {row['name']}, {row['office']}, {party}, according to {register['title']} ({register['date']})."
    )


@pytest.mark.parametrize("handle", [str.upper, str.lower, lambda handle: f"@{handle} "])
def test_case_and_the_sign_before_a_handle_do_not_matter(handle: object) -> None:
    row = a_row("Democrat")
    written = handle(row["handle"])  # type: ignore[operator]
    assert {label.note for label in account_labels("x", written)} == {row["name"]}


def test_another_platform_another_letter_or_the_name_alone_is_not_found() -> None:
    row = next(row for row in ROWS if not any(o["handle"] == row["handle"] and o is not row for o in ROWS))
    assert list(account_labels(row["platform"], row["handle"]))
    assert not list(account_labels("gab", row["handle"]))
    assert not list(account_labels(row["platform"], row["handle"] + "x"))
    assert not list(account_labels(row["platform"], row["name"]))
    assert not reading(Embed(platform=row["platform"], author=row["name"])).labelled


def test_the_owner_of_a_name_in_the_text_is_not_looked_up() -> None:
    row = a_row("Republican")
    draft = Draft(f"{row['name']} praised the bridge.")
    draft.says(draft.source(row["name"]), "the bridge")
    assert not label_sources(draft.reading())


def test_what_the_register_knows_goes_before_what_the_name_says() -> None:
    """The kind of an account beats its stance: a party's account is a party's, whatever slogan its owner's name holds."""
    row = a_row("Democrat")
    (one,) = reading(Embed(platform="x", handle=row["handle"], author="I Stand With Russia")).labelled
    assert {label.how for label in one.labels} == {How.REGISTER}


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("https://x.com/{}", True),
        ("https://twitter.com/{}/status/1234567890123", True),
        ("https://mobile.twitter.com/{}/", True),
        ("https://x.example/{}", False),
        ("https://x.com/search?q={}", False),
    ],
)
def test_a_link_to_a_profile_or_a_post_is_an_account(address: str, found: bool) -> None:
    row = a_row("Republican")
    href = address.format(row["handle"])
    page = f'<article><h1>Bridge</h1><p>The <a href="{href}">senator</a> saw the bridge on Friday with all who came.</p></article>'
    own = Draft(page, html=True).reading()
    assert bool(label_sources(own)) is found
    assert all(one.link == 0 for one in label_sources(own))


def test_each_account_stands_once_under_a_register_that_has_a_date() -> None:
    keys = Counter((row["platform"], row["handle"].lower()) for row in ROWS)
    assert not [key for key, count in keys.items() if count > 1]
    assert {row["register"] for row in ROWS} == set(TITLES)
    assert all(row["name"] and (row["office"] or row["party"]) for row in ROWS)


def test_parties_that_face_each_other_are_both_listed() -> None:
    """Every country with one party's account in our own list has another's, so that no side alone is shown."""
    parties = Counter(row["country"] for row in ROWS if row["register"] == "own" and not row["office"])
    assert parties
    assert not [country for country, count in parties.items() if count < 2]


def test_the_register_is_read_only_when_an_account_is_met() -> None:
    program = (
        "import source_audit; from source_audit.labels import accounts;"
        "read = lambda text: source_audit.audit_article(text, content_type='text');"
        "read('Mayor Ana Ruiz said it was late.'); print(accounts._register.cache_info().currsize);"
        "read('It was late.\\n\\nIt is late. — Ana Ruiz (@anaruiz) May 2, 2026'); print(accounts._register.cache_info().currsize)"
    )
    done = subprocess.run([sys.executable, "-W", "error", "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0", "1"]


def test_offices_and_parties_are_told_apart() -> None:
    row = a_row("Democrat")
    assert [(label.what, label.value) for label in account_labels("x", row["handle"])] == [
        (What.OFFICE, row["office"]),
        (What.PARTY, "Democrat"),
    ]
