"""Whether an article tells who a person is, beyond the name: a role, a body, a place, a tie to somebody."""

import re
from collections import defaultdict
from functools import lru_cache
from itertools import islice

from source_audit.attribution import Source, SourceKind
from source_audit.checks._introductions import first_names, former_heads, heads, office_holders, roles, small, starts
from source_audit.checks._near import QUOTATION_MARKS, Cover, stands
from source_audit.checks._taking_part import goes_on, is_announced, takes_part
from source_audit.document import BlockKind
from source_audit.reading import Reading
from source_audit.resources import data
from source_audit.span import Span

_MOST_PLACES = 40
_REACH = 90
_LEADS = re.compile(r"(?:[,:(—–]|\s[-–—])\s*$")
_BEHIND = re.compile(r"\s?(?:,|\(|\s[-–—]|—|–)\s*")
_AGE = re.compile(r"\d{1,3}\b")
_END = re.compile(r"[.;:!?)\n]|,\s|\s[-–—]\s|—|[“\"]")
_PLACE = re.compile(r"\s(?:(?:of|from|at|with|for)\s(?:the\s)?|of\s(?:[a-z-]{2,20}\s){1,3})[A-Z]")
_POST = re.compile(r"[a-z][a-z-]{1,20}\s(?:[a-z-]{2,20}\s){0,3}(?:at|of|with|for|in)\s")
_COMES = re.compile(
    r"\s(?:defeated|defeating|beat|beating|scored|won|lost|led|came|comes|drove|flew|travelled|traveled|hails)\s"
)
_IS = re.compile(r"\s(?:is|was|are|were|became|serves|served|works|worked|lives|lived|runs|ran|heads|headed)\s")
_LEADS_WHAT = re.compile(
    r"\s(?:now\s|also\s|then\s|once\s)?(?:leads|chairs|chaired|directs|directed|manages|managed|coaches|coached|teaches|taught|edits|edited|owns|owned|founded|co-founded|"
    r"represents|represented|oversees|presides|farms|keeps|studies|captains|captained|hosts|presents|commands|commanded|set\sup)\s(?:the|a|an|his|her|at|in|over|[A-Z])"
)
_ONE_OF = re.compile(r"\s(?:is|was)\s(?:one\sof|among)\s(?:them|those|these|the)\b")
"""The text counts somebody among people of whom it told before."""
_HEARS = re.compile(r"\b(?:told|tells|telling|asked|asks|warned|urged)\s(?:the\s|a\s)?$")
_RUNS = re.compile(
    r"\b(?:campaign|primary|primaries|caucus|caucuses|presidential|nominee|nomination|debate|ballot|candidates?|title\smatch|match\s(?:between|against)|semi-?finals?|quarter-?finals?|tournament)\b"
)
"""Where people run for an office or play for a title, a reader is taken to know them."""
_WORK = re.compile(
    r"\s(?:[\w’'-]{1,20}\s){0,5}(?:on|in)\s(?:his|her)\s(?:own\s)?(?:[a-z-]+\s)?(?:podcast|show|programme|program|books?|novel|essay|memoir|"
    r"blog|column|newsletter|poem|film|[A-Z][\w’'-]+\s[A-Z])"
)
"""Who is told of with a work or a programme of their own is cited as its author or host."""
_CLAUSE = re.compile(r",\s(?:who|whose|[a-z]{3,12}ing)\s")
_WORKS = re.compile(
    r"\s*(?:He|She)(?:\sand\s(?:his|her)\s\w+)?\s(?:came|attended|travelled|traveled|waited|queued|has\s(?:worked|taught|run|led|been)|holds|oversees|works|worked|runs|leads|teaches|owns|studies|lives)\s"
)
"""The next sentence tells what somebody does, or that somebody was there."""
_OWN = re.compile(
    r"\b(?:my|our|his|her|their)\s(?:own\s)?(?:home|house|shop|street|flat|apartment|farm|boat|kitchen|garden|window|balcony|"
    r"son|daughter|mother|father|brother|sister|wife|husband|children|kids|neighbou?rs?|family|students|patients|clients|team|"
    r"cooperative|co-operative|company|firm|business|herd|cows|crew|fields|members|staff|restaurant|bar|land|crops?)\b"
)
"""What somebody says of home or family tells the tie to the event."""
_MINE = re.compile(r"\b[Mm]y\s(?:own\s)?([a-z]{3,20})\b")
_WORD = re.compile(r"(?<!\S)[\w'’\-]+$")
_TITLES = re.compile(r"\.?\s[A-Z]")
_APPOSED = re.compile(r"\s(?:a|an)\s(?:[a-z-]{2,15}\s){1,4}(?:at|of|with|from|for|in)\s[A-Z][\w\s’'-]{1,40}$")
_KIN_OF = re.compile(r"[A-Z][\w.]*(?:['’]s|s['’])\s(?:[\w-]{2,15}\s){0,2}[\w-]+$")
_JOINS = re.compile(r"^(?:and|but|or|while|as|then|where|said|says|added|according\sto)\s")
_OWNED = re.compile(r"[A-Z][\w.]*(?:['’]s|s['’])\s$")
_PRONOUNS = frozenset({"he", "she"})
_THINGS = frozenset({"it", "its", "they", "the company", "the firm"})
_SURELY = 0.75
_ARTICLES = ("the ", "a ", "an ", "his ", "her ", "their ", "its ", "my ", "our ", "another ", "one ")
_VERBAL = ("ed", "ing")
_TITLE = 20
_FEW = 8
_SHORT = 6
_SUBJECT = 6
"""Who is named so often is one of those whom the article is about."""
_CLOSE = 4
_LONGEST_TITLE = 40
_LOOK_BACK = 200
_INITIALS = re.compile(r"(?:[A-Z]\.){1,3}")


class People:
    """The places where each person of an article is named, by last name."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._places: defaultdict[str, list[Span]] = defaultdict(list)
        for name in reading.names:
            self._places[last(name.key)].append(name.span)
        self._known = heads() | _title_words(reading)

    def places(self, source: Source) -> list[Span]:
        """Return where somebody is named, in order: not by a pronoun."""
        return list(islice(self._places.get(last(source.name), ()), _MOST_PLACES))

    def excused(self, source: Source) -> bool:
        """Tell whether it is a head of state or government, or whom the article is about, who needs no introduction."""
        known = last(source.name) in self._known or source.name.lower() in former_heads()
        return known or len(self._places.get(last(source.name), ())) >= _SUBJECT

    def told(self, source: Source) -> bool:
        """Tell whether the article says who somebody is, at the name or in a clause of its own."""
        if (
            source.role
            or source.affiliation
            or source.speaks_for
            or last(source.name) in data("credentials")["letters"]
        ):
            return True
        said = self._said(source)
        return any(self._told_at(place, said) for place in self.places(source))

    def _said(self, source: Source) -> Cover:
        """Return the stretches that hold what a source says."""
        return Cover(span for name in source.attribution_ids for span in self._reading.attribution(name).contents)

    def perhaps(self, source: Source) -> bool:
        """Tell whether words near a name may say who it is: a job in its sentence that is nobody else's title.

        Whoever has held an office that a register knows is taken to be known.
        """
        if source.name.lower() in office_holders():
            return True
        text = self._reading.text
        said = self._said(source)
        if any(self._perhaps_at(place, said) for place in self.places(source)):
            return True
        if any(_OWN.search(text, span.start, span.end) for span in said.stretches):
            return True
        mine = (found[1] for span in said.stretches for found in _MINE.finditer(text, span.start, span.end))
        return any(noun in data("credentials")["own_work"] for noun in mine)

    def _perhaps_at(self, place: Span, said: Cover) -> bool:
        """Tell whether words near one mention may say who it is."""
        text = self._reading.text
        if hinted(text[max(0, place.start - _LONGEST_TITLE) : place.start]):
            return True
        if any(self._perhaps_in(sentence, place, said) for sentence in self._reading.sentences_in(place)):
            return True
        work = _CLAUSE.match(text, place.end) or _WORK.match(text, place.end)
        return work is not None or self._follows_group(place)

    def _perhaps_in(self, sentence: Span, place: Span, said: Cover) -> bool:
        """Tell whether the sentence of a mention, or one beside it, may say who it is."""
        text = self._reading.text
        jobs = (job for job in roles().find(text, sentence) if not said.touches(job))
        jobs = (job for job in jobs if not _HEARS.search(text, max(0, job.start - _REACH), job.start))
        if any(text[job.end - 1] == "s" or not _TITLES.match(text, job.end) for job in jobs):
            return True
        runs = _RUNS.search(text, max(sentence.start - _LOOK_BACK, 0), sentence.end)
        return bool(runs or _WORKS.match(text, sentence.end)) or self._goes_on(place, sentence)

    def _follows_group(self, place: Span) -> bool:
        """Tell whether a few words about a group stand before a sentence with a name ("Farmers are angry too.")."""
        sentence, block = self._reading.sentence_at(place.start), self._reading.document.block_at(place.start)
        if sentence is None or block is None or sentence.start == block.span.start:
            return False
        before = self._reading.sentence_at(sentence.start - 2)
        few = before is not None and len(before.of(self._reading.text).split()) <= _SHORT
        return few and any(self._reading.text[job.end - 1] == "s" for job in roles().find(self._reading.text, before))

    def _told_at(self, place: Span, said: Cover) -> bool:
        text = self._reading.text
        block = self._reading.document.block_at(place.start)
        if block is None:
            return False
        quoted = max((span.end for span in said.stretches if span.end <= place.start), default=0)
        before = text[max(block.span.start, place.start - _REACH, quoted) : place.start]
        after = text[place.end : min(block.span.end, place.end + _REACH)]
        close = Span(max(place.start - _CLOSE, block.span.start, min(quoted, place.start - 1)), place.start)
        own = said.touches(close) and not said.touches(place)
        if (not own and _before(before)) or _after(after):
            return True
        inside = said.touches(place) and not own
        return not inside and takes_part(text, place, block.span.start, block.span.end)

    def _goes_on(self, place: Span, sentence: Span) -> bool:
        """Tell whether the sentence before or behind one with a name brings its bearer in."""
        text, block = self._reading.text, self._reading.document.block_at(place.start)
        if block is None:
            return False
        if goes_on(text, sentence.end, block.span.end):
            return True
        quoted = text[sentence.start : sentence.start + 1] in QUOTATION_MARKS and sentence.start > block.span.start
        before = self._reading.sentence_at(sentence.start - 2) if quoted else None
        return before is not None and is_announced(text, before)


@lru_cache(maxsize=1024)
def last(name: str) -> str:
    """Return the last word of a name, as it is compared."""
    words = name.lower().split()
    return words[-1] if words else ""


def is_person(reading: Reading, source: Source) -> bool:
    """Tell whether a source is surely somebody: a named person whose first name is known, or who is "he" or "she"."""
    words = source.name.split()
    if source.kind is not SourceKind.PERSON or not source.named or len(words) < 2:
        return False
    if words[0].lower() in first_names() or _INITIALS.fullmatch(words[0]):
        return True
    if len(words) != 2 or not all(word.istitle() for word in words):
        return False
    mentions = {place.of(reading.text).lower() for place in source.mentions}
    return bool(mentions & _PRONOUNS) or (not mentions & _THINGS and _talks(reading, source))


def _talks(reading: Reading, source: Source) -> bool:
    """Tell whether a name alone stands with a verb that only somebody does ("said", "told", "called")."""
    said = [reading.attribution(name) for name in source.attribution_ids]
    sure = [
        one
        for one in said
        if one.confidence >= _SURELY and [part.of(reading.text) for part in one.sources] == [source.name]
    ]
    verbs = {part.of(reading.text).lower() for one in sure for part in one.cue}
    if verbs.isdisjoint(data("credentials")["talking"]):
        return False
    words = source.name.lower().split()
    if words[-1].endswith(tuple(data("credentials")["firm_endings"])):
        return False
    return set(words).isdisjoint(data("roles")["bodies"]) and not any(stands(reading.text, word) for word in words)


def _title_words(reading: Reading) -> set[str]:
    """Return the words of the headline; in copied text that of a short first line."""
    document = reading.document
    heads = [block.span.of(reading.text) for block in document.blocks_of(BlockKind.HEADLINE)]
    if document.title:
        heads.append(document.title.value)
    if not heads and len(document.blocks) > 1:
        first = document.blocks[0].span.of(reading.text)
        heads = [first] if len(first.split()) <= _TITLE else []
    return {word for head in heads for word in re.findall(r"[\w\-]+", head.lower())}


def _before(text: str) -> bool:
    """Tell whether the words right before a name say who bears it ("harbour master", "the mayor of Ambry, ")."""
    if lead := _LEADS.search(text):
        return _leading(text[: lead.start()])
    if _OWNED.search(text):
        return True
    start = max(0, len(text) - _LONGEST_TITLE)
    end = len(text.rstrip())
    return any(found.end in (end, end - 1) for found in roles().find(text, Span(start, len(text))))


def _leading(text: str) -> bool:
    """Tell whether a phrase set apart before a name says who bears it."""
    start = max(text.rfind(mark) for mark in (".", "“", "”", '"', "\n", ";", ","))
    phrase = text[start + 1 :].strip()
    phrase = _JOINS.sub("", phrase[:1].lower() + phrase[1:])
    if roles().first(phrase) or _KIN_OF.search(phrase):
        return True
    if phrase.lower().startswith(_ARTICLES) and len(phrase.split()) <= _FEW:
        return True
    return _APPOSED.search(phrase) is not None


def hinted(text: str) -> bool:
    """Tell whether the word before a name may say who bears it ("pizza magnate"): no verb and no small word."""
    word = _WORD.search(text.rstrip())
    return (
        word is not None
        and (word[0].islower() or "-" in word[0])
        and word[0] not in small()
        and not word[0].endswith(_VERBAL)
    )


def _after(text: str) -> bool:
    """Tell whether the words right behind a name say who bears it ("of Ambry", ", 34, a nurse", " is the mayor")."""
    if any(form.match(text) for form in (_PLACE, _COMES, _LEADS_WHAT, _ONE_OF)):
        return True
    if verb := _IS.match(text):
        end = _END.search(text, verb.end())
        return roles().first(text[verb.end() : end.start() if end else len(text)]) is not None
    behind = _BEHIND.match(text)
    if not behind:
        return False
    end = _END.search(text, behind.end())
    phrase = text[behind.end() : end.start() if end else len(text)]
    return _tells(phrase)


def _tells(phrase: str) -> bool:
    """Tell whether a phrase set apart behind a name tells who somebody is."""
    if roles().first(phrase) or _AGE.match(phrase):
        return True
    low = phrase.lower()
    if low.startswith(starts("not_who")):
        return False
    return f"{low} ".startswith(starts("tells")) or _POST.match(phrase) is not None or _PLACE.search(phrase) is not None
