"""Several who say something together: "Ruiz and Hill", "the mayor and her aide", "Ana Quill and her son, Jan Quill".

A source is taken apart only where each part is a whole name, role, body or group, and where "and" cannot stand inside
the name of a body or an office ("Marks and Spencer", "secretary of health and education").
"""

import re
from collections.abc import Callable, Sequence

from attrs import define, evolve

from source_audit.extract.gather import Statement
from source_audit.extract.parts import Part, Shape, is_for_several, read_part
from source_audit.extract.people import Choice
from source_audit.extract.roles import head_of, is_role
from source_audit.span import Span

_JOINT = re.compile(r",?\s{1,3}(?:and|as well as)\s{1,3}|,\s{1,3}")
_BOTH = re.compile(r"(?:both|including)\s", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:an?|the|its|their)\s")
_OF_ALL = re.compile(r"(?:both|all|who (?:are|were|have|both))\s")
"""So begins what is said of all who are named."""
_ONE = re.compile(
    r"(?:,?\s(?:also|now|still|then))?,?\s?(?:has|is|was|does|says|believes|thinks|wants|insists|argues|claims|plans|"
    r"hopes|notes|denies|warns|expects|sees|adds|calls|tells|suggests|reports)\b"
)
"""A verb of one: whoever "says" is a body with "and" in its name."""
_FIRM = frozenset(["sons", "son", "daughters", "co", "co.", "company", "partners", "associates", "brothers", "friends"])
_OWNERS = ("'s", "’s", "s'", "s’")
_LONGEST = 300
_MOST = 9
_TRUSTED = 0.75
"""Whom "he" means beside a name must be so sure, or only the name counts."""
_LISTED = (Shape.PERSON, Shape.SURNAME, Shape.UNIT, Shape.BODY)
_FIXED = (Shape.ROLE, Shape.OFFICE, Shape.BODY)
"""Parts that begin with an article of their own."""

Known = Callable[[str], bool]


def joint_parts(text: str, statement: Statement, known: Known) -> tuple[Span, ...]:
    """Return the places of those whom a statement's source names; nothing where it names one, or where that is unsure.

    *known* tells of a single name whether the text gives the rest of it in another place.
    """
    span = statement.sources[0]
    words = span.of(text)
    if not (" and " in words or " as well as " in words) or len(words) > _LONGEST or words.endswith(_OWNERS):
        return ()
    if _is_one(text, span, statement.cue[0] if statement.cue else None):
        return ()
    both = _BOTH.match(text, span.start, span.end)
    reader = _Reader(text, *_pieces(text, Span(both.end() if both else span.start, span.end)))
    parts = reader.parts()
    return tuple(part.span for part in parts) if _are_joint(parts, known) else ()


def together(choices: Sequence[Choice]) -> Choice:
    """Return the choice of the first of several who is found, with the others as those who speak with them."""
    if len(choices) == 1:
        return choices[0]
    sure = [choice for choice in choices if choice.best and choice.trust >= _TRUSTED]
    records = {id(choice.best): choice.best for choice in sure if choice.best}
    return evolve(sure[0], joint=list(records.values())[1:]) if sure else choices[0]


def _is_one(text: str, span: Span, cue: Span | None) -> bool:
    """Tell whether the verb is that of one."""
    return bool(_ONE.match(text, span.end) or (cue and cue.start < span.start and _ONE.match(text, cue.start)))


def _pieces(text: str, span: Span) -> tuple[list[Span], list[str]]:
    """Return the pieces between commas and "and", and what stands between them."""
    pieces, between, start = [], [], span.start
    for joint in _JOINT.finditer(text, span.start, span.end):
        pieces.append(Span(start, joint.start()))
        between.append(joint.group())
        start = joint.end()
    return [*pieces, Span(start, span.end)], between


@define
class _Reader:
    """Reads pieces from left to right, with what stands behind each of them."""

    text: str
    pieces: list[Span]
    between: list[str]

    def parts(self) -> Sequence[Part]:
        """Return the parts, nothing if a piece is none or if more than one "and" stands between them."""
        if len(self.pieces) > _MOST or sum(not _is_comma(each) for each in self.between) != 1:
            return ()
        found: list[Part] = []
        place = 1 if self._led() else 0
        while place < self._end():
            if found and self._describes(place):
                if found[-1].shape not in (Shape.PERSON, Shape.SURNAME):
                    return ()
                found[-1] = evolve(found[-1], span=Span(found[-1].span.start, self.pieces[place].end))
            else:
                part, last = self._part(place)
                if part is None or (found and not self._follows(place)):
                    return ()
                place = last
                found.append(part)
            place += 1
        return found

    def _end(self) -> int:
        """Return how many pieces can be parts: not a last one that says something of all ("both of Ostwick")."""
        last = len(self.pieces) - 1
        of_all = _is_comma(self.between[-1]) and _OF_ALL.match(self.text, self.pieces[last].start)
        return last if of_all else last + 1

    def _led(self) -> bool:
        """Tell whether the first piece only says what all who follow are ("Two nurses, Ana Ruiz and Tom Hill")."""
        head = head_of(self.pieces[0].of(self.text))
        return _is_comma(self.between[0]) and is_for_several(head)

    def _describes(self, place: int) -> bool:
        """Tell whether a piece between commas says what the one before it is ("Ana Ruiz, a nurse, and Tom Hill")."""
        words = self.pieces[place].of(self.text)
        closed = place == self._end() - 1 or "," in self.between[place]
        return _is_comma(self.between[place - 1]) and closed and bool(_ARTICLE.match(words)) and is_role(head_of(words))

    def _follows(self, place: int) -> bool:
        """Tell whether a piece goes on with the parts: behind "and", or in a list before it and without an article."""
        if not _is_comma(self.between[place - 1]):
            return True
        listed = any(not _is_comma(each) for each in self.between[place:])
        return listed and not _ARTICLE.match(self.pieces[place].of(self.text))

    def _part(self, place: int) -> tuple[Part | None, int]:
        """Return the part that begins with a piece, and its last piece ("her brother, Jan Quill")."""
        part = read_part(self.text, self.pieces[place])
        last = self._end() - 1
        if part and part.shape in (Shape.ROLE, Shape.OFFICE) and place == last - 1 and _is_comma(self.between[place]):
            name = read_part(self.text, self.pieces[last])
            if name is None or name.shape is not Shape.PERSON or name.before:
                return None, last
            return evolve(name, span=Span(part.span.start, name.span.end), sure=True), last
        return part, place


def _is_comma(between: str) -> bool:
    return between.strip() == ","


def _are_joint(parts: Sequence[Part], known: Known) -> bool:
    """Tell whether parts are surely several who speak together."""
    if len(parts) < 2 or any(_is_in_doubt(part, parts, known) for part in parts):
        return False
    *first, left, right = parts
    listed = all(part.shape in _LISTED for part in (*first, left)) if first else True
    return listed and _go_together(left, right) and (not first or right.shape in (*_LISTED, Shape.GROUP))


def _is_in_doubt(part: Part, parts: Sequence[Part], known: Known) -> bool:
    """Tell whether nothing in the text says that a single name is somebody's, or a firm may be called so."""
    if part.shape is Shape.PRONOUN:
        return part is not parts[0]
    if part.name and part.name.lower().split()[-1] in _FIRM:
        return True
    if part.shape is not Shape.SURNAME or part.before or known(part.name):
        return False
    couple = part.sure and len(parts) == 2 and parts[1].shape is Shape.PERSON and parts[1].sure
    return not (couple or is_for_several(parts[0].before))


def _go_together(left: Part, right: Part) -> bool:
    """Tell whether "and" between two parts joins two who speak."""
    return _BY_LEFT[left.shape](left, right)


def _after_pronoun(_: Part, right: Part) -> bool:
    return right.shape in (Shape.PERSON, Shape.SURNAME, Shape.ROLE, Shape.GROUP)


def _after_person(left: Part, right: Part) -> bool:
    if right.shape is Shape.PERSON:
        return left.sure or right.sure
    if right.shape is Shape.BODY:
        return right.sure
    return right.shape is not Shape.UNIT or (left.sure and right.sure and left.shape is Shape.PERSON)


def _after_role(_: Part, right: Part) -> bool:
    if right.shape is Shape.PERSON:
        return right.sure and not right.before
    return right.shape in (*_FIXED, Shape.GROUP)


def _after_office(_: Part, right: Part) -> bool:
    return right.shape in (Shape.ROLE, Shape.OFFICE)


def _after_body(left: Part, right: Part) -> bool:
    if right.shape is Shape.PERSON:
        return right.sure
    if _holds_tie(left):
        body = right.shape is Shape.BODY and right.sure and " " in right.name
        return body or right.shape in (Shape.ROLE, Shape.OFFICE)
    if right.shape is Shape.UNIT:
        return _is_short(left) and _is_short(right)
    return right.shape in (*_FIXED, Shape.GROUP)


def _after_unit(left: Part, right: Part) -> bool:
    if right.shape is Shape.UNIT:
        alike = (_is_short(left) and _is_short(right)) or (" " in left.name and " " in right.name)
        return alike and not _holds_tie(left)
    return left.sure and _after_body(left, right)


def _holds_tie(part: Part) -> bool:
    """Tell whether a name can go on behind "and" ("Department of Health")."""
    return " of " in part.name or " for " in part.name


def _is_short(part: Part) -> bool:
    return part.name.isupper()


_BY_LEFT: dict[Shape, Callable[[Part, Part], bool]] = {
    Shape.PRONOUN: _after_pronoun,
    Shape.PERSON: _after_person,
    Shape.SURNAME: _after_person,
    Shape.ROLE: _after_role,
    Shape.OFFICE: _after_office,
    Shape.BODY: _after_body,
    Shape.UNIT: _after_unit,
    Shape.GROUP: lambda _left, _right: False,
}
