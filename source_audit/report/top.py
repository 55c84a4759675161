"""The first screen: the recount of voices and origins, the bar of statements, and the band of the number."""

from collections.abc import Mapping, Sequence
from math import ceil, floor

from attrs import frozen

from source_audit.answer import Score, Status
from source_audit.attribution import SourceKind
from source_audit.audit import Audit
from source_audit.origin import AgencyCredit, Origin
from source_audit.report.sources import Voice, Voices
from source_audit.report.wording import listed, plural, sentence_case, words
from source_audit.resources import data

MOST_ORIGINS = 8
_MOST_VOICES = 8
_STEP = 5


@frozen(kw_only=True)
class Stream:
    """An origin with the voices that come from it, and how many more there are than are shown.

    ``label`` is empty where the origin is the voice itself.
    """

    voices: tuple[Voice, ...]
    more: int
    label: str
    note: str | None


@frozen(kw_only=True)
class Recount:
    """How many voices speak, from how many independent origins; origins beyond eight are only counted.

    ``credit`` says which agencies the text credits, and is empty where it credits none.
    """

    voices: int
    origins: int
    streams: tuple[Stream, ...]
    more: int
    more_voices: int
    credit: str


def recount_of(audit: Audit, voices: Voices) -> Recount:
    """Return the recount, shared origins first."""
    groups = audit.origins.groups
    room = MOST_ORIGINS + (len(groups) == MOST_ORIGINS + 1)  # a line that says "1 more" takes no less room
    shown = sorted(groups, key=lambda group: -len(group.source_ids))[:room]
    return Recount(
        voices=audit.origins.voices,
        origins=audit.origins.independent,
        streams=tuple(_stream(group, voices) for group in shown),
        more=len(groups) - len(shown),
        more_voices=audit.origins.voices - sum(len(group.source_ids) for group in shown),
        credit=_credit(audit.origins.agencies),
    )


def _credit(agencies: Sequence[AgencyCredit]) -> str:
    whole = [each.agency for each in agencies if each.how != "contribution"]
    parts = [each.agency for each in agencies if each.how == "contribution"]
    said = [f"The text is credited to {listed(whole)}. It and that report are one account, not two."] if whole else []
    return " ".join([*said, *([f"A part of the text is credited to {listed(parts)}."] if parts else [])])


def _stream(group: Origin, voices: Voices) -> Stream:
    own = [voices.by_id[source_id] for source_id in group.source_ids if source_id in voices.by_id]
    label, note = _origin_words(group, own)
    return Stream(voices=tuple(own[:_MOST_VOICES]), more=len(own[_MOST_VOICES:]), label=label, note=note)


def _origin_words(group: Origin, own: list[Voice]) -> tuple[str, str | None]:
    """Return what an origin is called and, in a few words, why it is one."""
    label = " ".join(group.label.split())
    if len(own) != 1:
        return label, group.reason or "one origin"
    voice = own[0]
    if voice.source.collective:
        return "A crowd without names", "nobody could count it"
    if voice.tag.letter == "u":
        return "Someone unnamed", "a reader cannot check"
    maker = voice.source.affiliation if voice.source.kind is SourceKind.DOCUMENT else None
    if maker and maker.casefold() != label.casefold():
        return sentence_case(" ".join(maker.split())), group.reason
    return "", group.reason or "own origin"


def origin(stream: Stream) -> str:
    """Return an origin with its note in one line."""
    if not stream.label:
        return stream.note or ""
    return f"{stream.label} ({stream.note})" if stream.note else stream.label


@frozen(kw_only=True)
class Slice:
    """A stretch of the bar: a kind of source, how many statements it has, and where it stands, in percent."""

    letter: str
    word: str
    count: int
    start: float
    width: float


def bar_of(counts: Mapping[str, int]) -> tuple[Slice, ...]:
    """Return the slices of the bar; kinds without a statement are left out."""
    total = sum(counts.values())
    slices, before = [], 0
    for letter, count in counts.items():
        if count:
            start, width = round(100 * before / total, 2), round(100 * count / total, 2)
            slices.append(Slice(letter=letter, word=words("stands")[letter], count=count, start=start, width=width))
            before += count
    return tuple(slices)


@frozen(kw_only=True)
class Step:
    """A band on the scale, in percent."""

    word: str
    start: int
    end: int
    on: bool


@frozen(kw_only=True)
class Band:
    """The number in words and as a range, or the reason why there is none."""

    word: str
    reason: str | None
    low: int
    high: int
    steps: tuple[Step, ...]
    questions: int
    coverage: int

    @property
    def range(self) -> str:
        """The range as printed."""
        return f"{self.low} of 100" if self.low == self.high else f"{self.low} to {self.high} of 100"


def band_of(audit: Audit) -> Band:
    """Return the band; the range is rounded outward to five, but never past a cap."""
    score = audit.score
    low, high = rounded(score) if score.value is not None else (0, 0)
    steps = _steps(score.bands)
    on = [step.word for step in steps if step.on]
    return Band(
        word=_band_words(on) if score.value is not None else "Not enough to score",
        reason=score.reason if score.value is None else None,
        low=low,
        high=high,
        steps=steps,
        questions=sum(a.status is Status.NEEDS_REVIEW and a.may_weigh for a in audit.answers.values()),
        coverage=floor(score.coverage * 100 + 0.5),
    )


def caution(score: Score, counts: Mapping[str, int]) -> str:
    """Return a word of caution for a high number over a text in which few statements have a name or a document.

    The number tells how the checks came out that count, and most of them ask of a few places only.
    """
    said, shown = sum(counts.values()), counts["n"] + counts["d"]
    high = score.low is not None and score.low >= data("rubric")["score"]["bands"]["mostly-clear"]
    few = 2 * shown < said
    return str(words("few")["caution"].format(shown=shown, said=said)) if high and few else ""


def rounded(score: Score) -> tuple[int, int]:
    """Return the range of a score in hundredths, rounded outward to five within the bands it touches and the cap."""
    low, high = _hundredths(score.low), _hundredths(score.high)
    cap = _hundredths(data("rubric")["score"]["cap"])
    ceiling = cap if score.cap and high <= cap else 100
    return floor(low / _STEP) * _STEP, min(ceil(high / _STEP) * _STEP, max(ceiling, high))


def _hundredths(value: float | None) -> int:
    return round((value or 0) * 100)


def _band_words(on: list[str]) -> str:
    return on[0] if len(on) == 1 else f"{on[0]} to {on[-1].lower()}"


def _steps(bands: tuple[str, ...]) -> tuple[Step, ...]:
    """Return the bands from left to right; those between the two that are named belong to the range as well."""
    least = sorted(data("rubric")["score"]["bands"].items(), key=lambda row: row[1])
    ends = [_hundredths(value) for _, value in least[1:]] + [100]
    named = [place for place, (name, _) in enumerate(least) if name in bands]
    on = range(named[0], named[-1] + 1) if named else range(0)
    return tuple(
        Step(word=words("bands")[name], start=_hundredths(value), end=end, on=place in on)
        for place, ((name, value), end) in enumerate(zip(least, ends, strict=True))
    )


def standing_words(counts: Mapping[str, int]) -> str:
    """Return in one sentence who stands behind how many statements."""
    some = any(counts.values())
    return f"Who stands behind the {count_words(counts)}." if some else "No statement of the text is given to a source."


def count_words(counts: Mapping[str, int]) -> str:
    """Return the counts of the bar in words."""
    parts = ", ".join(f"{count} {words('stands')[letter]}" for letter, count in counts.items() if count)
    return f"{plural(sum(counts.values()), 'statement')}: {parts}" if parts else "no statements"
