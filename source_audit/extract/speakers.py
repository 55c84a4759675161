"""The speakers of an article, read from left to right: names, pronouns and source spans in the order of the text."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from attrs import define, evolve

from source_audit.attribution import SourceKind
from source_audit.document import Document, Embed
from source_audit.extract.antecedents import antecedent
from source_audit.extract.appositions import with_asides
from source_audit.extract.attention import NAMED, OWNER, SPEAKER, SUBJECT, TOPIC
from source_audit.extract.cues import verbs
from source_audit.extract.gather import Statement
from source_audit.extract.joint import joint_parts, together
from source_audit.extract.mentions import Mention, is_told_by, read_mention
from source_audit.extract.names import Named, nobody
from source_audit.extract.people import Choice
from source_audit.extract.quotations import Pair
from source_audit.extract.register import SOMEBODY, UNNAMED, Register
from source_audit.extract.roles import is_role
from source_audit.span import Span

_PRONOUN = re.compile(r"[HhSs](?<!\w[HhSs])(?:(?<=[Ss])he|(?<=[Hh])(?:e|im|er|is))\b")
_CALLED_FOR = re.compile(r"\bcall(?:ed|s|ing)? for$")
_PLURAL_VERB = re.compile(r"\s(?:are|were|have|say|think|believe|want|don['’]t|aren['’]t|haven['’]t)\b")
_OWNER = re.compile(r"['’]s?$")
_TOLD = re.compile(r"\bt(?:old|ells?)\b")
_WOULD_TELL = re.compile(r"(?:will|would|can|could|may|might|always|often|tell)\b")
_HAVE_TOLD = re.compile(r"(?:have|has|['’]ve)\b")
_US = re.compile(r"\s(?:you|us|everybody|everyone|anyone|anybody|people|me)\b")
_OTHERS = re.compile(
    r"\s(?:(?:the|an?|his|her|their|its)\s)?(?!(?:the|an?|his|her|their|its|that|us|me|reporters?|journalists?)\b)"
    r"(?!(?:local|this|of|how|what|why|to)\b|news|paper|broadcaster|agency)[a-z]"
)
"""Somebody else than the reporter is told ("told lawmakers", "told the court")."""
_VERB = re.compile(
    r",?\s(?:(?:also|then|later|once|has|had|is|was|did|does|will|would|could|may|might|can|says|said|told|went|took|made|came|"
    r"gave|got|ran|won|lost|wrote|spoke|became|began|held|left|met|put|sought|thought|knew|saw)|[a-z]{2,12}ed)\b"
)
_SOMEBODY = re.compile(
    r"(?:My|Our|A|An|One)\s(?:[a-z\-]+\s){0,2}?([a-z\-]+)(?=,?\s(?:who|put|told|[a-z]+ed|has|is|was)\b)"
)
_GOVERNING = frozenset(
    ["of", "by", "with", "for", "to", "from", "against", "on", "about", "in", "at", "than", "over", "and"]
)
_ASKED = frozenset({"asked", "asks", "pressed", "said", "says", "added", "wrote"})
_WINDOW = 24
"""So many characters before a name tell what it is governed by."""
_AS_FOR = re.compile(r"\bAs for\s[a-z ]*$")
_SUBJECT_REACH = 12
"""How many characters may stand between the start of a sentence and its subject ("But Mr. ", "On Monday, ")."""
_GENDER = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}

_ATTITUDES = frozenset({"mental_state", "factive", "prediction", "commitment", "directive"})

Event = Named | str | Statement | Mention | Embed


@define
class _Clock:
    """Where the sentences begin, and how many of those before hold narration."""

    starts: list[int]
    told: list[int]

    def at(self, offset: int) -> tuple[int, int]:
        """Return the number of the sentence at an offset, counted in narration, and where it begins."""
        place = max(0, bisect_right(self.starts, offset) - 1)
        return (self.told[place], self.starts[place]) if self.starts else (0, 0)


def resolve_speakers(
    document: Document,
    statements: Sequence[Statement],
    names: Sequence[Named],
    sentences: Sequence[Span],
    pairs: Sequence[Pair],
) -> tuple[Register, dict[Span, Choice]]:
    """Return whose record each source span belongs to, with the others that it may mean."""
    text = document.text
    register = Register(text, names)
    clock = _clock(sentences, pairs)
    found: dict[Span, Choice] = {}
    events = [*_events(text, statements, names, pairs, sentences), *_posts(document, statements)]
    for start, event in sorted(events, key=lambda each: each[0]):
        sentence, begun = clock.at(start)
        if isinstance(event, Named):
            register.meet(event, sentence, _weight(text, event, begun))
        elif isinstance(event, str):
            low = event.lower()
            register.refer(_GENDER[low], sentence, first=start - begun < _SUBJECT_REACH, owner=low in ("his", "her"))
        elif isinstance(event, Mention):
            register.introduce(event, sentence)
        elif isinstance(event, Embed):
            register.account(event.handle or event.author or "", event.author, event.signature)
        else:
            read = _read_all(text, event, joint_parts(text, event, register.knows))
            found[event.sources[0]] = together([_find(register, each, sentence, text, begun) for each in read])
    return register, found


def _read_all(text: str, statement: Statement, parts: Sequence[Span]) -> list[Mention]:
    """Read a statement's source, or each of several; what stands behind the last is said of the last."""
    if not parts:
        return [_read(text, statement)]
    *first, last = parts
    return [*(read_mention(text, part) for part in first), _read(text, evolve(statement, sources=[last]))]


def _find(register: Register, mention: Mention, sentence: int, text: str, begun: int) -> Choice:
    """Find a mention; a relative pronoun is what stands before it."""
    before = antecedent(text, mention.span.start, begun) if mention.relative else None
    if before is None or not len(before):
        return Choice([]) if mention.relative else register.find(mention, sentence)
    taken_up = read_mention(text, before)
    shown = Span(before.start, mention.span.end) if taken_up.kind in UNNAMED else mention.span
    taken_up = evolve(taken_up, span=shown)
    person = taken_up.kind is SourceKind.PERSON
    if person and (mention.pronoun == "which" or _PLURAL_VERB.match(text, mention.span.end)):
        return Choice([])  # "fans of Ruiz, who are", "Citizens for Ruiz, which": not she, and who else is not told
    if mention.pronoun == "who" and taken_up.name.lower() in nobody():
        return register.find(evolve(mention, gender="", pronoun=SOMEBODY), sentence)
    return register.find(taken_up, sentence)


def _read(text: str, statement: Statement) -> Mention:
    """Read a statement's source; who told a reporter could be counted, who only holds a view is a class (ruling 8)."""
    cue = statement.cue[0] if statement.cue else None
    span = statement.sources[0]
    if statement.rule == "noun-cue" and (owner := _OWNER.search(span.of(text))):
        span = Span(span.start, span.start + owner.start())  # "the ministry’s claim": the ministry
    mention = read_mention(text, with_asides(text, span, cue))
    if mention.collective and cue and _told_the_reporter(text, mention, cue):
        return evolve(mention, collective=False)
    if mention.kind is SourceKind.UNNAMED_GROUP and not is_told_by(mention.name) and _holds_attitude(text, statement):
        return evolve(mention, collective=True)
    return mention


def _told_the_reporter(text: str, mention: Mention, cue: Span) -> bool:
    """Tell whether a class told somebody something once; what "experts will tell you" or "have told us" nobody did."""
    words_ = cue.of(text)
    if not _TOLD.search(words_) or _WOULD_TELL.match(words_):
        return False
    if _OTHERS.match(text, cue.end):
        return False
    in_general = _HAVE_TOLD.match(words_) and _US.match(text, cue.end)
    return not in_general or bool(mention.name.lower().split()[-1:] == ["sources"])


def _holds_attitude(text: str, statement: Statement) -> bool:
    """Tell whether the cue is about what people think, want or feel, not about what they say."""
    if any(_CALLED_FOR.search(cue.of(text)) for cue in statement.cue):
        return True
    heads = (word for cue in statement.cue for word in cue.of(text).lower().split())
    kinds = {verbs()[word].kind for word in heads if word in verbs()}
    return bool(kinds) and kinds <= _ATTITUDES


def _weight(text: str, name: Named, begun: int) -> float:
    """Return how much a name weighs in its place: most as a subject, least before "'s"."""
    start = name.span.start - (len(name.title) + 1 if name.title else 0)
    leads = start - begun < _SUBJECT_REACH
    if _owns(text, name.span.end):
        return TOPIC if leads else OWNER
    before = text[max(begun, start - _WINDOW) : start]
    *_, other, last = ["", "", *before.split()]
    if last in _ASKED:
        return SPEAKER
    if leads or ("As for" in before and _AS_FOR.search(before)):
        return SUBJECT
    governed = (other if last == "the" else last) in _GOVERNING
    return NAMED if governed or not _VERB.match(text, name.span.end) else SUBJECT


def _owns(text: str, end: int) -> bool:
    return text[end : end + 1] in ("'", "’")


def _events(
    text: str,
    statements: Sequence[Statement],
    names: Sequence[Named],
    pairs: Sequence[Pair],
    sentences: Sequence[Span],
) -> Iterator[tuple[int, Event]]:
    """Yield source spans, and the names, pronouns and people without names in the narration outside them."""
    own = {each.sources[0]: each for each in statements if each.sources and each.embed is None and each.same_as is None}
    taken = sorted([*own, *(pair.span for pair in pairs)], key=lambda span: span.start)
    starts = [span.start for span in taken]
    reach, ends = 0, []
    for span in taken:
        reach = max(reach, span.end)
        ends.append(reach)

    def free(offset: int) -> bool:
        place = bisect_right(starts, offset) - 1
        return place < 0 or ends[place] <= offset

    yield from ((span.start, each) for span, each in own.items())
    yield from ((name.span.start, name) for name in names if free(name.span.start))
    yield from ((m.start(), m.group()) for m in _PRONOUN.finditer(text) if free(m.start()))
    opened = (_introduced(text, sentence) for sentence in sentences if free(sentence.start))
    yield from ((each.span.start, each) for each in opened if each)


def _introduced(text: str, sentence: Span) -> Mention | None:
    """Return somebody without a name with whom a sentence begins."""
    match = _SOMEBODY.match(text, sentence.start, sentence.end)
    if match is None or not is_role(match.group(1)):
        return None
    mention = read_mention(text, Span(match.start(), match.end()))
    return mention if mention.kind is SourceKind.UNNAMED_PERSON else None


def _posts(document: Document, statements: Sequence[Statement]) -> Iterator[tuple[int, Event]]:
    """Yield the posts whose accounts are sources, where they stand."""
    for statement in statements:
        embed = document.embeds[statement.embed] if statement.embed is not None else None
        if embed and statement.contents and (embed.handle or embed.author):
            yield statement.contents[0].start, embed


def _clock(sentences: Sequence[Span], pairs: Sequence[Pair]) -> _Clock:
    """Return the sentences numbered; those that are nothing but quotation do not count."""
    starts = [pair.span.start for pair in pairs]
    told, number = [], 0
    for sentence in sentences:
        place = bisect_right(starts, sentence.start) - 1
        told.append(number)
        number += not (place >= 0 and pairs[place].span.end >= sentence.end)
    return _Clock([sentence.start for sentence in sentences], told)
