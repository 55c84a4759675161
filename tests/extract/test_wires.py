"""Agencies that an article credits: by byline, before the first words, or in a line at the end."""

import pytest

from source_audit import audit_article, render_report
from source_audit.extract.wires import agency_called, agency_credits
from source_audit.parse import parse_document

SAID = "Ana Ruiz, the harbour master, said the pier would be shut in May because of the ice."


def credited(text: str) -> list[tuple[str, str]]:
    return [(each.agency, each.how) for each in agency_credits(parse_document(text, content_type="text"))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Pier to shut\n\nAMBRY (Reuters) - {SAID}", [("Reuters", "dateline")]),
        (f"Pier to shut\n\nAMBRY, May 3 (AP) — {SAID}", [("the Associated Press", "dateline")]),
        (f"Pier to shut\n\nAMBRY, May 3 /TASS/. {SAID}", []),
        (f"Pier to shut\n\nAMBRY, May 3 (Xinhua) -- {SAID}", [("Xinhua", "dateline")]),
        (f"Pier to shut\n\nBy Tom Hill, Associated Press\n\n{SAID}", [("the Associated Press", "byline")]),
        (f"Pier to shut\n\nBy Reuters\n\n{SAID}", [("Reuters", "byline")]),
        (f"Pier to shut\n\nBy Tom Hill, Harrisburg, PA\n\n{SAID}", []),
        (f"Pier to shut\n\n{SAID}\n\n(AFP)", [("Agence France-Presse", "credit")]),
        (f"Pier to shut\n\n{SAID}\n\nReporting by Tom Hill for Reuters", [("Reuters", "byline")]),
        (
            f"Pier to shut\n\n{SAID}\n\nThe Associated Press contributed to this report.",
            [("the Associated Press", "contribution")],
        ),
        (f"Pier to shut\n\n{SAID}\n\nRuiz told Reuters that she was tired.", []),
        (f"Pier to shut\n\nThe Associated Press (AP) said so. {SAID}", []),
        (f"Pier to shut\n\n{SAID}", []),
    ],
)
def test_a_credit_is_found_where_agencies_are_credited(text: str, expected: list[tuple[str, str]]) -> None:
    assert credited(text) == expected


def test_an_agencys_own_page_is_no_credit() -> None:
    page = f"<article><h1>Pier to shut</h1><p>AMBRY (Reuters) - {SAID}</p><p>{SAID}</p></article>"
    own = parse_document(page, url="https://www.reuters.com/world/1", content_type="html")
    other = parse_document(page, url="https://courier.example/1", content_type="html")
    assert agency_credits(own) == ()
    assert [each.agency for each in agency_credits(other)] == ["Reuters"]


def test_every_agency_is_credited_alike() -> None:
    from source_audit.resources import data

    for row in data("wires")["agency"]:
        text = f"Pier to shut\n\nAMBRY ({row['names'][0]}) - {SAID}"
        assert credited(text) == [(row["name"], "dateline")], row["name"]
        assert agency_called(f"the {row['names'][0]}") == row["name"]


def test_the_page_and_the_agency_whose_report_it_prints_are_one_origin() -> None:
    page = (
        '<html><head><meta property="og:site_name" content="Ambry Post"></head><article><h1>Pier to shut</h1>'
        "<p>AMBRY (Reuters) - Reuters reported on Monday that the pier was cracked and would be shut in May.</p>"
        "<p>The Ambry Post said the ferry would run twice as often as before.</p></article></html>"
    )
    origins = audit_article(page).origins
    assert (origins.voices, origins.independent) == (2, 1)
    assert [join.reason for join in origins.joins] == [
        "the text is credited to Reuters, whose report Ambry Post prints"
    ]


@pytest.mark.parametrize("form", ["html", "markdown", "terminal"])
def test_the_reports_name_the_credited_agency(form: str) -> None:
    whole = audit_article(f"Pier to shut\n\nAMBRY (Reuters) - {SAID}\n\n{SAID}")
    part = audit_article(f"Pier to shut\n\n{SAID}\n\n{SAID}\n\nThe Associated Press contributed to this report.")
    assert "The text is credited to Reuters." in render_report(whole, form)
    assert "A part of the text is credited to the Associated Press." in " ".join(render_report(part, form).split())
