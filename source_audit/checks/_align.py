"""Quoted words aligned with a supplied text by the runs that both have, in about linear time."""

from bisect import bisect_left
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from attrs import evolve, frozen

from source_audit.checks._transcript import Transcript
from source_audit.checks._words import SEED, Word, seeds_of

_NEAR = 40
_FAR = 800
_LEAP = 6
_BUCKET = 24
_LONGEST_GAP = 80
_SLACK = 2
_HELD = 2


@frozen
class Run:
    """Words that both texts have: where they begin in the quotation and in the other text, and how many they are."""

    said: int
    place: int
    length: int

    @property
    def said_end(self) -> int:
        """Where the run ends in the quotation."""
        return self.said + self.length

    @property
    def place_end(self) -> int:
        """Where the run ends in the other text."""
        return self.place + self.length


@frozen
class Difference:
    """Words of the quotation against words of the other text, as first and last place in each.

    One at an edge has words in common on one side only.
    """

    said: tuple[int, int]
    place: tuple[int, int]
    edge: bool = False


@frozen(kw_only=True)
class Alignment:
    """A part of a quotation with its place in a supplied text.

    ``leaps`` are the runs that stand somewhere else than the words before them.
    """

    words: tuple[Word, ...]
    transcript: Transcript
    runs: tuple[Run, ...]
    leaps: tuple[Run, ...]
    differences: tuple[Difference, ...]

    @property
    def matched(self) -> int:
        """How many words of the quotation stand in the other text."""
        return len(self.words) - sum(end - start for start, end in (d.said for d in self.differences))

    @property
    def share(self) -> float:
        """The share of the words that stand there."""
        return self.matched / len(self.words)

    @property
    def stretches(self) -> tuple[tuple[int, int], ...]:
        """The stretches of the other text beside the quotation, as first and last place: one, and one for each leap."""
        cuts = [0, *(self.runs.index(leap) for leap in self.leaps), len(self.runs)]
        ends = [[self.runs[first].place, self.runs[stop - 1].place_end] for first, stop in pairwise(cuts)]
        first, last = self.runs[0], self.runs[-1]
        head = next((one for one in self.differences if one.said[1] <= first.said), None)
        tail = next((one for one in reversed(self.differences) if one.said[0] >= last.said_end), None)
        ends[0][0] = max(head.place[0] - head.said[0] if head else first.place - first.said, 0)
        rest = len(self.words) - (tail.said[1] if tail else last.said_end)
        ends[-1][1] = min((tail.place[1] if tail else last.place_end) + rest, len(self.transcript.words))
        return tuple((begin, end) for begin, end in ends)


def align(words: Sequence[Word], transcript: Transcript, after: int | None = None) -> Alignment | None:
    """Return where the words stand best, in the reach behind the place *after* if they stand there at all."""
    seeds = list(seeds_of(words))
    home = _home(seeds, transcript, after)
    if home is None:
        return None
    runs, leaps = _chain(words, seeds, transcript, home)
    if not runs:
        return None
    return Alignment(
        words=tuple(words),
        transcript=transcript,
        runs=tuple(runs),
        leaps=tuple(leaps),
        differences=tuple(_differences(words, transcript, runs, set(leaps))),
    )


def _home(seeds: Sequence[tuple[str, ...]], transcript: Transcript, after: int | None) -> int | None:
    """Return about where the first word would stand: where most of the seeds are, each counted once."""
    votes: dict[int, set[int]] = {}
    near: dict[int, set[int]] = {}
    for place, seed in enumerate(seeds):
        for other in transcript.places.get(seed, ()):
            votes.setdefault((other - place) // _BUCKET, set()).add(place)
            if after is not None and after <= other - place < after + _FAR:
                near.setdefault((other - place) // _BUCKET, set()).add(place)
    chosen = near or votes
    if not chosen:
        return None
    best = max(chosen, key=lambda bucket: (len(chosen[bucket] | chosen.get(bucket + 1, set())), -bucket))
    return best * _BUCKET


def _chain(
    words: Sequence[Word], seeds: Sequence[tuple[str, ...]], transcript: Transcript, home: int
) -> tuple[list[Run], list[Run]]:
    """Return the runs, each near the one before it, and those to which the text has to leap."""
    runs: list[Run] = []
    leaps: list[Run] = []
    here = 0
    while here < len(seeds):
        places = transcript.places.get(seeds[here], ())
        run = _near(words, transcript, places, here, runs[-1] if runs else home)
        if run is None:
            run = _leap(words, transcript, places, here)
            leaps += [run] if run and runs else []
        if run:
            runs.append(run)
        here = run.said_end if run else here + 1
    return runs, leaps


def _near(
    words: Sequence[Word], transcript: Transcript, places: Sequence[int], here: int, last: Run | int
) -> Run | None:
    """Return the run that begins here and stands about where it should."""
    if isinstance(last, Run):
        floor, limit = last.place_end, last.place_end + here - last.said_end + _NEAR
    else:
        floor, limit = last + here - _NEAR, last + here + _BUCKET + _NEAR
    first = bisect_left(places, floor)
    fitting = places[first : bisect_left(places, limit)]
    runs = [Run(here, place, _length(words, transcript, here, place)) for place in fitting]
    return max(runs, key=lambda run: run.length, default=None)


def _leap(words: Sequence[Word], transcript: Transcript, places: Sequence[int], here: int) -> Run | None:
    runs = [Run(here, place, _length(words, transcript, here, place)) for place in places]
    return max((run for run in runs if run.length >= _LEAP), key=lambda run: run.length, default=None)


def _length(words: Sequence[Word], transcript: Transcript, here: int, place: int) -> int:
    length = SEED
    others = transcript.words
    while (
        here + length < len(words)
        and place + length < len(others)
        and words[here + length].key == others[place + length].key
    ):
        length += 1
    return length


def _differences(
    words: Sequence[Word], transcript: Transcript, runs: Sequence[Run], leaps: set[Run]
) -> list[Difference]:
    """Return what differs before, between and after the runs."""
    first, last = runs[0], runs[-1]
    found = _edge(words, transcript, (0, first.said), first.place, -1)
    for before, after in pairwise(runs):
        said, place = (before.said_end, after.said), (before.place_end, after.place)
        if after in leaps:
            found += [Difference(said, (place[0], place[0]), edge=True)] if said[0] < said[1] else []
        elif said[0] < said[1] or place[0] < place[1]:
            found += _compared(words, transcript, said, place)
    return found + _edge(words, transcript, (last.said_end, len(words)), last.place_end, 1)


def _edge(
    words: Sequence[Word], transcript: Transcript, said: tuple[int, int], place: int, step: int
) -> list[Difference]:
    """Return what differs before the first or after the last run, where the other text goes on without a stop."""
    length = said[1] - said[0]
    if not length:
        return []
    others = transcript.unbroken(place, step, length + _SLACK)
    stretch = (place - others, place) if step < 0 else (place, place + others)
    found = _compared(words, transcript, said, stretch)
    outer = 0 if step < 0 else -1
    if found and (found[0].said[0] == said[0] if step < 0 else found[-1].said[1] == said[1]):
        found[outer] = _trimmed(found[outer], step)
    found = [one for one in found if one.said[0] < one.said[1] or one.place[0] < one.place[1]]
    return [evolve(one, edge=not _is_held(one, said, step)) for one in found]


def _is_held(one: Difference, said: tuple[int, int], step: int) -> bool:
    """Tell whether one word is changed, added or left out with common words on the outer side too."""
    outer = one.said[0] - said[0] if step < 0 else said[1] - one.said[1]
    return outer >= _HELD and max(one.said[1] - one.said[0], one.place[1] - one.place[0]) == 1


def _trimmed(one: Difference, step: int) -> Difference:
    """Cut what the other text has beyond the quotation."""
    length = one.said[1] - one.said[0]
    first, stop = one.place
    return evolve(one, place=(max(first, stop - length), stop) if step < 0 else (first, min(stop, first + length)))


def _compared(
    words: Sequence[Word], transcript: Transcript, said: tuple[int, int], place: tuple[int, int]
) -> list[Difference]:
    """Return the differences of two stretches."""
    if max(said[1] - said[0], place[1] - place[0]) > _LONGEST_GAP:
        return [Difference(said, place)]
    ours = [word.key for word in words[said[0] : said[1]]]
    theirs = [word.key for word in transcript.words[place[0] : place[1]]]
    found = []
    for tag, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if tag != "equal":
            found += _told(transcript, (said[0] + a, said[0] + b), (place[0] + c, place[0] + d))
    return found


def _told(transcript: Transcript, said: tuple[int, int], place: tuple[int, int]) -> list[Difference]:
    """Return a difference without the words with which the other text breaks its own quotation off."""
    if place[0] == place[1] or not transcript.narrates(*place):
        return [Difference(said, place)]
    return [Difference(said, (place[0], place[0]), edge=True)] if said[0] < said[1] else []
