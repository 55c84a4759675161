"""Files of ratings: read in their formats, shown with rater, date and scope, and counted nowhere."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from source_audit import Audit, Options, audit_article, render_report
from source_audit.errors import OptionsError
from source_audit.labels.ratings_file import read_ratings
from source_audit.options import RATINGS_FORMATS
from source_audit.resources import data

PAGE = """<html><body><article><h1>Bridge to close</h1>
<p>The bridge will close in May, Mayor Ana Ruiz told <a href="https://www.courier.example/news/1">the Courier</a> on Tuesday.</p>
<p>“We looked at every pier,” Ruiz said. “Two of them cannot wait,” the <a href="https://sub.harbour.example/a/b">harbour paper</a> wrote.</p>
<p>A senior official said the money had been spent twice. The River Gazette reported that nobody was asked.</p>
</article></body></html>"""

FILES = {
    "lin": ("domain,pc1,mbfc\ncourier.example,0.61,0.2\n", ["quality, from 0 (low) to 1 (high): 0.61"]),
    "iffy": (
        "Domain,MBFC Fact,MBFC Bias,MBFC cred,Name\ncourier.example,L,FN,low,The Courier\n",
        ["factual reporting: L", "bias or kind: FN", "credibility: low"],
    ),
    "mbfc": (
        "domain,name,bias,reporting,credibility\ncourier.example,Courier,center,high,\n",
        ["bias or kind: center", "factual reporting: high"],
    ),
    "allsides": ("news_source,rating,domain\nCourier,left-center,courier.example\n", ["bias rating: left-center"]),
    "adfontes": (
        "Source,Domain,Bias,Reliability\nCourier,courier.example,-3.5,44\n",
        ["bias, from -42 (left) to 42 (right): -3.5", "reliability, from 0 to 64: 44"],
    ),
    "generic": ("domain,lean_label,rater\ncourier.example,left,My class\n", ["lean: left"]),
}


def written(tmp_path: Path, text: str, name: str = "mine.csv") -> str:
    (tmp_path / name).write_text(text, encoding="utf-8")
    return str(tmp_path / name)


def audited(*paths: str, markup: str = PAGE, **options: Any) -> Audit:
    return audit_article(markup, content_type="html", options=Options(ratings=paths, **options))


def test_each_format_has_an_example_and_the_option_names_them_all() -> None:
    assert tuple(one["id"] for one in data("ratings")["format"]) == RATINGS_FORMATS
    assert set(FILES) == set(RATINGS_FORMATS)


@pytest.mark.parametrize("form", FILES)
@pytest.mark.parametrize("named", [True, False])
def test_each_format_is_read_by_its_columns_or_its_name(tmp_path: Path, form: str, named: bool) -> None:
    text, values = FILES[form]
    audit = audited(written(tmp_path, text), ratings_format=form if named else None)
    assert [f"{rating.measure}: {rating.value}" for rating in audit.ratings] == values
    assert {rating.outlet for rating in audit.ratings} <= {"courier.example", "Courier"}
    assert {rating.link for rating in audit.ratings} == {0}
    expected = (
        "My class" if form == "generic" else next(f["rater"] for f in data("ratings")["format"] if f["id"] == form)
    )
    assert {rating.rater for rating in audit.ratings} == {expected}


def test_the_extensions_json_is_read_with_its_date(tmp_path: Path) -> None:
    text = json.dumps(
        {
            "date": "2026-05-01",
            "sources": [{"domain": "courier.example", "bias": "right", "reporting": "mixed", "x": [1]}],
        }
    )
    audit = audited(written(tmp_path, text, "combined.json"))
    assert [(rating.value, rating.date) for rating in audit.ratings] == [
        ("right", "2026-05-01"),
        ("mixed", "2026-05-01"),
    ]


@pytest.mark.parametrize(
    ("cell", "option", "shown"),
    [
        ("2025", None, "2025"),
        ("", date(2026, 5, 1), "2026-05-01"),
        ("2025", date(2026, 5, 1), "2025"),
        ("", None, "undated"),
    ],
)
def test_a_date_is_the_rows_else_the_callers_else_none(
    tmp_path: Path, cell: str, option: date | None, shown: str
) -> None:
    path = written(tmp_path, f"domain,lean,date\ncourier.example,3,{cell}\n")
    audit = audited(path, ratings_date=option)
    for form in ("terminal", "markdown", "html"):
        assert f"; {shown}; rated: the whole domain; file: mine.csv" in " ".join(
            render_report(audit, form).split()
        ).replace("\\", "")


@pytest.mark.parametrize(
    ("row", "outlet", "scope"),
    [
        ("courier.example/news,,5", "courier.example/news", "this part of the site"),
        ("https://www.COURIER.example/,,5", "https://www.COURIER.example/", "the whole domain"),
        ("harbour.example,,5", "harbour.example", "the whole domain"),
        (",River Gazette,5", "River Gazette", "the outlet by its name"),
    ],
)
def test_what_was_rated_is_said(tmp_path: Path, row: str, outlet: str, scope: str) -> None:
    (rating,) = audited(written(tmp_path, f"domain,name,lean\n{row}\n")).ratings
    assert (rating.outlet, rating.scope) == (outlet, scope)


@pytest.mark.parametrize(
    "row", ["courier.example/sport,,5", "notcourier.example,,5", "example,,5", ",Gazette,5", "courier.example,,"]
)
def test_another_part_another_site_and_an_empty_cell_are_no_rating(tmp_path: Path, row: str) -> None:
    audit = audited(written(tmp_path, f"domain,name,lean\n{row}\n"))
    assert audit.ratings == ()
    assert "an added file" not in render_report(audit, "terminal").lower()


def test_raters_stand_side_by_side_and_nothing_is_averaged(tmp_path: Path) -> None:
    text = "domain,reliability,rater,date\ncourier.example,10,Ann,2024\ncourier.example,90,Tom,2025\n"
    audit = audited(written(tmp_path, text))
    assert [(rating.rater, rating.value) for rating in audit.ratings] == [("Ann", "10"), ("Tom", "90")]
    report = render_report(audit, "markdown")
    assert "50" not in report.partition("Ratings from an added file")[2].partition("##")[0]


@pytest.mark.parametrize("form", ["html", "markdown", "terminal"])
def test_a_report_says_whose_values_they_are(tmp_path: Path, form: str) -> None:
    audit = audited(written(tmp_path, FILES["lin"][0]))
    report = " ".join(render_report(audit, form).split()).replace("\\", "")
    assert "ratings from an added file" in report.lower()
    assert "It changes no check and no number here." in report
    assert "0.61" in report
    assert "Lin et al. 2023, domain quality" in report


def test_a_report_is_restored_with_its_ratings(tmp_path: Path) -> None:
    audit = audited(written(tmp_path, FILES["adfontes"][0]))
    assert Audit.from_json(audit.to_json()) == audit


def test_values_are_escaped_and_short(tmp_path: Path) -> None:
    audit = audited(written(tmp_path, f'domain,kind\ncourier.example,"<script>x</script>{"y" * 900}"\n'))
    assert len(audit.ratings[0].value) == 200
    assert "<script>x" not in render_report(audit, "html")


# --- nothing is counted ---

OUTLETS = st.sampled_from(
    ["courier.example", "harbour.example", "sub.harbour.example/a", "other.example", "River Gazette", ""]
)
CELLS = st.one_of(
    st.integers(-99, 99).map(str), st.sampled_from(["very low", "far left", "fake-news", "", "0", "unreliable"])
)
ROWS = st.lists(st.tuples(OUTLETS, CELLS, CELLS, CELLS), max_size=8)


@settings(max_examples=40)
@given(form=st.sampled_from(sorted(FILES)), rows=ROWS)
def test_no_file_changes_a_score_or_an_outcome(
    tmp_path_factory: pytest.TempPathFactory, form: str, rows: list[tuple[str, ...]]
) -> None:
    """Whatever a file says, only the list of ratings differs from the audit without it."""
    header = FILES[form][0].partition("\n")[0]
    width = header.count(",") + 1
    lines = [header, *(",".join((*row, "", "")[:width]) for row in rows)]
    path = written(tmp_path_factory.getbasetemp(), "\n".join(lines), f"{form}.csv")
    rated, plain = audited(path, ratings_format=form).to_dict(), audited().to_dict()
    rated.pop("ratings")
    plain.pop("ratings")
    assert rated == plain


# --- what is refused ---


@pytest.mark.parametrize(
    ("text", "form", "wanted"),
    [
        ("a,b\n1,2\n", None, ["has the columns a, b", "no format has them", "lin: pc1, domain"]),
        ("domain,lean\nx.example,2\n", "lin", ["has the columns domain, lean", "'lin' needs pc1, domain"]),
        ("domain,name\nx.example,X\n", None, ["has the columns domain, name", "one of reliability"]),
        ("", None, ["has no columns"]),
        ("{\"a\": 1}", None, ["neither a list of objects"]),
        ("{", None, ["cannot be read"]),
        ("[" * 100_000, None, ["cannot be read"]),
    ],
)  # fmt: skip
def test_columns_that_do_not_fit_are_named_with_what_is_wanted(
    tmp_path: Path, text: str, form: str | None, wanted: list[str]
) -> None:
    with pytest.raises(OptionsError) as raised:
        read_ratings(Path(written(tmp_path, text)), form)
    assert "mine.csv" in str(raised.value)
    assert all(words in str(raised.value) for words in wanted), raised.value


@pytest.mark.parametrize("name", ["missing.csv", "."])
def test_a_file_that_is_not_there_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(OptionsError, match="cannot be read"):
        read_ratings(tmp_path / name)


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_bytes(b"domain,lean\n\xff\xfe,1\n")
    with pytest.raises(OptionsError, match="cannot be read"):
        read_ratings(tmp_path / "mine.csv")


def test_a_format_that_does_not_exist_is_refused() -> None:
    with pytest.raises(OptionsError, match="there is no format of ratings 'newsguard'; the formats are lin, "):
        Options(ratings_format="newsguard")


def test_a_file_that_changed_is_read_again(tmp_path: Path) -> None:
    path = written(tmp_path, "domain,lean\ncourier.example,1\n")
    assert audited(path).ratings[0].value == "1"
    written(tmp_path, "domain,lean\ncourier.example,12\n")
    assert audited(path).ratings[0].value == "12"
