"""The days that pages print, in several languages and spellings."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from source_audit.parse.days import days_in, is_change, sure_day
from source_audit.resources import data


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published Nov. 18th, 2019 8:54 am PT", "2019-11-18"),
        ("Published 11:11 PM EST Nov 19, 2019", "2019-11-19"),
        ("Monday 18 November 2019 18.54 GMT", "2019-11-18"),
        ("2019-11-19T12:48:14Z", "2019-11-19"),
        ("2019/11/19", "2019-11-19"),
        ("11/20/19 6:38 AM", "2019-11-20"),
        ("21/06/2014", "2014-06-21"),
        ("13.11.2019, 23:06", "2019-11-13"),
        ("21:17 18.11.2019", "2019-11-18"),
        ("publiziert am 25. September 2018", "2018-09-25"),
        ("sexta-feira, 22 de outubro de 2010 às 20:13", "2010-10-22"),
        ("Maret 30, 2015", "2015-03-30"),
        ("1er mai 2020", "2020-05-01"),
        ("3 октября 2018", "2018-10-03"),
        ("2018年8月16日", "2018-08-16"),
        ("2018년 8월 16일", "2018-08-16"),
        ("3/4/2019", None),
        ("February 31, 2019", None),
        ("99/99/2019", None),
        ("Posted Nov 18, 8:19 PM", None),
        ("version 1.2.3 of May", None),
        ("", None),
    ],
)
def test_the_first_day_that_can_be_read_in_one_way(line: str, day: str | None) -> None:
    assert sure_day(line) == (date.fromisoformat(day) if day else None)


def test_a_day_with_two_readings_keeps_both() -> None:
    assert [set(printed.days) for printed in days_in("3/4/2019")] == [{date(2019, 3, 4), date(2019, 4, 3)}]


def test_a_day_without_a_year_is_of_the_years_that_are_given() -> None:
    assert [printed.days for printed in days_in("Posted Nov 18, 8:19 PM", {2019})] == [(date(2019, 11, 18),)]


@pytest.mark.parametrize("language", data("months")["months"])
def test_every_language_has_twelve_months_that_are_read(language: str) -> None:
    names = [month.split("|")[0] for month in data("months")["months"][language]]
    assert [sure_day(f"5 {name} 2020") for name in names] == [date(2020, month, 5) for month in range(1, 13)]


@pytest.mark.parametrize(
    ("label", "changed"),
    [
        ("Updated ", True),
        ("Last modified on Mon ", True),
        ("Aktualisiert am ", True),
        ("Updated Nov 19, 6:55 AM; Posted ", False),
        ("Posted ", False),
        ("", False),
    ],
)
def test_the_words_before_the_day_of_a_change(label: str, changed: bool) -> None:
    assert is_change(label) is changed


@given(st.text(alphabet="0123456789/.-: ,Mayde年月日th", max_size=80))
def test_whatever_is_read_stands_where_it_is_said_to_stand(line: str) -> None:
    for printed in days_in(line, {2020}):
        assert 0 <= printed.start < printed.end <= len(line)
        assert any(char.isdigit() for char in line[printed.start : printed.end])
