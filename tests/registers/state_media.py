"""state_media.csv: media of which a public register says that a state controls them."""

from pathlib import Path

from tests.registers.dumps import read, written

NAME = "state_media.csv"
DUMPS = ("state_media.csv",)
COLUMNS = ("host", "accounts", "name", "state", "code", "acts")
CODES = ("SC", "CaPu", "CaPr")
"""The codes that say so; media with the others are independent, by the same register, and have no row."""
ACTS = ("EU15", "USFM")
ACCOUNTS = Path(__file__).with_name("state_media_accounts.csv")
HEAD = (
    "Media of which a public register says that a state controls or has captured them. All states alike: a row stands here because a",
    "register gives it one of three codes, or because a legal act names it, never by a judgement of ours; a row without either is left out.",
    "`code` is the code of the State Media Matrix; `acts` are legal acts with the month in which they named the outlet (registers.toml).",
    "Origin: ASD-at-GMF/state-media-profiles, commit d878fee of 2024-02-07 (typology seeded by State Media Monitor, MJRC), joined by host;",
    "Annex XV of Council Regulation (EU) 833/2014; determinations under the US Foreign Missions Act of 2020 and 2024. Hosts listed by hand.",
    "{checked}",
    "Date: 2026-11. Licence: CC0-1.0; the codes are part of ASD-at-GMF/state-media-profiles, MIT License, Copyright (c) 2023 ASD-at-GMF:",
    "Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the",
    '"Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish,',
    "distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to",
    "the following conditions: The above copyright notice and this permission notice shall be included in all copies or substantial portions",
    'of the Software. THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE',
    "WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS",
    "BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN",
    "CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE. Written by `make registers`; change tests/registers instead.",
)
SEEN = {
    "AZ", "BD", "BO", "BR", "BY", "CN", "CU", "CZ", "ES", "HK", "HU", "IN", "IT", "JP", "KH", "KP", "KZ", "LA", "MM", "MY", "PH", "PK",
    "RS", "RU", "TJ", "TM", "TR", "TW", "UA", "UZ", "VN",
}  # fmt: skip
"""The states whose rows were compared with the matrix itself; codes of the others are taken as the draft has them."""


def build(folder: Path) -> tuple[str, str]:
    """Return the table, and what to say about it."""
    drafts = read(folder / DUMPS[0])
    accounts: dict[str, list[str]] = {}
    for row in read(ACCOUNTS):
        accounts.setdefault(row["host"], []).append(f"{row['platform']}:{row['handle']}")
    rows = [
        (
            draft["domain"],
            " ".join(accounts.get(draft["domain"], [])),
            draft["name"],
            STATES[draft["country"]],
            code,
            " ".join(acts),
        )
        for draft in drafts
        for code, acts in [(_code(draft), _acts(draft))]
        if code or acts
    ]
    coded = [draft for draft in drafts if _code(draft)]
    seen = sum(draft["country"] in SEEN for draft in coded)
    checked = f"{seen} of the {len(coded)} codes were compared with the matrix itself and agree; of {len(drafts)} drafted rows {len(rows)} are kept."
    table = written([line.format(checked=checked) for line in HEAD], COLUMNS, sorted(rows))
    return table, f"{len(rows)} hosts of {len({row[3] for row in rows})} states; {checked}"


def _code(draft: dict[str, str]) -> str:
    return draft["smm_code"] if draft["smm_code"] in CODES else ""


def _acts(draft: dict[str, str]) -> list[str]:
    references = (one.strip() for one in (draft["refs"] or "").split(";"))
    return sorted(one for one in references if one.partition(":")[0] in ACTS)


STATES = {
    "AE": "the United Arab Emirates", "AZ": "Azerbaijan", "BD": "Bangladesh", "BH": "Bahrain", "BO": "Bolivia", "BR": "Brazil",
    "BY": "Belarus", "CN": "China", "CU": "Cuba", "CZ": "Czechia", "DZ": "Algeria", "EG": "Egypt", "ER": "Eritrea", "ES": "Spain",
    "ET": "Ethiopia", "HK": "Hong Kong", "HU": "Hungary", "IN": "India", "IQ": "Iraq", "IR": "Iran", "IT": "Italy", "JO": "Jordan",
    "JP": "Japan", "KH": "Cambodia", "KP": "North Korea", "KW": "Kuwait", "KZ": "Kazakhstan", "LA": "Laos", "LB": "Lebanon", "MA": "Morocco",
    "MM": "Myanmar", "MY": "Malaysia", "NI": "Nicaragua", "OM": "Oman", "PE": "Peru", "PH": "the Philippines", "PK": "Pakistan",
    "PS": "the Palestinian Authority", "QA": "Qatar", "RS": "Serbia", "RU": "Russia", "SA": "Saudi Arabia", "SY": "Syria", "TJ": "Tajikistan",
    "TM": "Turkmenistan", "TN": "Tunisia", "TR": "Türkiye", "TW": "Taiwan", "UA": "Ukraine", "UZ": "Uzbekistan", "VE": "Venezuela",
    "VN": "Vietnam", "ZA": "South Africa", "ZW": "Zimbabwe",
}  # fmt: skip
