"""Values from files of ratings that the caller named, each with its rater, its date and what was rated."""

from attrs import frozen

from source_audit.label import Rating


@frozen(kw_only=True)
class RatingRow:
    """A value with what it measures, and by whom, when, of what and from which file it is."""

    outlet: str
    value: str
    by: str

    @property
    def line(self) -> str:
        """The whole row in one line."""
        return f"{self.outlet}: {self.value} ({self.by})"


def rating_rows(ratings: tuple[Rating, ...]) -> tuple[RatingRow, ...]:
    """Return a row for each value; none is put together with another."""
    return tuple(
        RatingRow(
            outlet=rating.outlet,
            value=f"{rating.measure}: {rating.value}",
            by=f"{rating.rater}; {rating.date or 'undated'}; rated: {rating.scope}; file: {rating.origin}",
        )
        for rating in ratings
    )
