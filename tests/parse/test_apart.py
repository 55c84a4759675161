"""How far a printed date lies from a day, in the languages in which platforms print dates."""

from datetime import date

import pytest

from source_audit.parse.apart import days_apart

DAY = date(2019, 5, 3)


@pytest.mark.parametrize(
    "printed",
    [
        "May 3, 2019", "Friday, May 3rd, 2019", "3. Mai 2019", "ven. 3 mai 2019 à 10h30", "mar. 3 mai 2019", "3 de mayo de 2019",
        "3 de maio de 2019", "3 maggio 2019", "vrijdag 3 mei 2019", "3 maj 2019", "3. toukokuuta 2019", "3 maja 2019",
        "3. května 2019", "2019. május 3.", "3 Mayıs 2019", "3 Μαΐου 2019", "3 мая 2019 г.", "3 травня 2019", "3 tháng 5, 2019",
        "2019, 5月 3", "2019年5月3日 17:24", "2019년 5월 3일", "3 مايو 2019", "3 मई 2019", "03.05.2019", "05/03/2019", "2019-05-03T16:00:00.000Z",
        "Fri May 03 18:56:44 +0000 2019", "10:57 AM · May 3, 2019", "May 2019",
    ],
)  # fmt: skip
def test_the_same_day_in_many_languages(printed: str) -> None:
    assert days_apart(printed, DAY) == 0


@pytest.mark.parametrize(
    ("printed", "apart"),
    [
        ("May 4, 2019", 1),
        ("5. Juli 2019", 63),
        ("12. července 2019", 70),
        ("7 czerwca 2019", 35),
        ("listopad 2018", 154),
        ("June 2019", 29),
        ("2019-06-05", 33),
        ("04/05/2019", 1),
    ],
)
def test_other_days(printed: str, apart: int) -> None:
    assert days_apart(printed, DAY) == apart


@pytest.mark.parametrize(
    "printed", [None, "", "1 day ago", "May 3", "2019", "May 33, 2019", "2018 or 2019", "9" * 500, "3 1398 خرداد"]
)
def test_what_cannot_be_told(printed: str | None) -> None:
    assert days_apart(printed, DAY) is None


def test_without_a_computed_date_there_is_no_distance() -> None:
    assert days_apart("May 3, 2019", None) is None
