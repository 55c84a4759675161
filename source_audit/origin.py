"""The recount of an article's voices: which of them are one origin, why, and how that is undone."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from attrs import frozen

from source_audit.span import Span


class JoinKind(StrEnum):
    """Why two voices are one origin, in the order in which the reasons are told."""

    ONE_BODY = "one-body"
    ACCOUNT = "account"
    REPEAT = "repeat"
    SAME_WORDS = "same-words"
    CITES = "cites"
    AGENCY = "agency"


@frozen(kw_only=True)
class Join:
    """Two voices that are one origin: the one it comes from, the other, and the words of the text that show it.

    ``source_ids`` and ``names`` hold both sides in this order; ``reason`` is shown to the reader.
    """

    kind: JoinKind
    source_ids: tuple[str, str]
    names: tuple[str, str]
    reason: str
    evidence: tuple[Span, ...] = ()


@frozen(kw_only=True)
class AgencyCredit:
    """An agency whose report the article is or uses.

    ``how`` is dateline, byline, credit (a line at the end) or contribution (such a line about a part of the article).
    """

    agency: str
    how: str
    span: Span | None = None


@frozen(kw_only=True)
class Origin:
    """Sources that are one voice in the end, with the reason shown to the reader; most origins hold one source."""

    label: str
    source_ids: tuple[str, ...]
    reason: str | None = None


@frozen(kw_only=True)
class Origins:
    """The recount: how many voices speak and from how many independent origins they come.

    ``joins`` are all pairs of voices that are one origin, also where others join them already.
    """

    groups: tuple[Origin, ...] = ()
    joins: tuple[Join, ...] = ()
    agencies: tuple[AgencyCredit, ...] = ()

    @classmethod
    def of_voices(
        cls, names: Mapping[str, str], joins: Iterable[Join], agencies: tuple[AgencyCredit, ...] = ()
    ) -> "Origins":
        """Count the voices (names by source id) again with these joins; the order of either changes nothing."""
        ordered = tuple(sorted(joins, key=_rank))
        pairs = [join.source_ids for join in ordered]
        groups, telling = connect(sorted(names, key=_place), pairs)
        reasons: dict[str, list[str]] = {}
        home = {member: group[0] for group in groups for member in group}
        for join in (ordered[number] for number in telling):
            reasons.setdefault(home[join.source_ids[0]], []).append(join.reason)
        echoes = {other for _, other in pairs}
        first = ((next((m for m in group if m not in echoes), group[0]), group) for group in groups)
        return cls(
            groups=tuple(
                Origin(label=names[lead], source_ids=tuple(group), reason="; ".join(reasons.get(group[0], [])) or None)
                for lead, group in first
            ),
            joins=ordered,
            agencies=agencies,
        )

    def without(self, *undone: Join) -> "Origins":
        """Return the recount without these joins; raises ValueError for a join that is not of this recount."""
        kept, known = dict.fromkeys(self.joins), set(undone)
        if strange := [join for join in undone if join not in kept]:
            raise ValueError(f"no join of this recount: {strange[0].reason!r}")
        names = {own: group.label for group in self.groups for own in group.source_ids}
        names.update(pair for join in self.joins for pair in zip(join.source_ids, join.names, strict=True))
        return self.of_voices(names, [join for join in kept if join not in known], self.agencies)

    @property
    def voices(self) -> int:
        """The number of sources that were counted."""
        return sum(len(group.source_ids) for group in self.groups)

    @property
    def independent(self) -> int:
        """The number of origins."""
        return len(self.groups)

    @property
    def merges(self) -> tuple[Origin, ...]:
        """The origins that hold more than one voice."""
        return tuple(group for group in self.groups if len(group.source_ids) > 1)

    def of(self, source_id: str) -> Origin | None:
        """Return the origin of a source, or None if it was not counted."""
        return next((group for group in self.groups if source_id in group.source_ids), None)


def _place(source_id: str) -> tuple[int, str]:
    """Return where an id stands in the order of the sources ("s2" before "s10")."""
    return len(source_id), source_id


def _rank(join: Join) -> tuple[object, ...]:
    spans = tuple((span.start, span.end) for span in join.evidence)
    return list(JoinKind).index(join.kind), *map(_place, join.source_ids), join.reason, spans


def connect(members: Sequence[str], pairs: Sequence[tuple[str, str]]) -> tuple[list[list[str]], list[int]]:
    """Return the groups, all in the order of *members*, and which pairs connected two that were apart until then.

    Raises KeyError for a pair of strangers. The time grows with members and pairs, a little more than in line.
    """
    above = {member: member for member in members}
    size = dict.fromkeys(members, 1)
    telling = []
    for number, (one, other) in enumerate(pairs):
        high, low = sorted((_top(above, one), _top(above, other)), key=lambda top: -size[top])
        if high != low:
            above[low] = high
            size[high] += size[low]
            telling.append(number)
    groups: dict[str, list[str]] = {}
    for member in members:
        groups.setdefault(_top(above, member), []).append(member)
    return list(groups.values()), telling


def _top(above: dict[str, str], member: str) -> str:
    while above[member] != member:
        above[member] = above[above[member]]
        member = above[member]
    return member
