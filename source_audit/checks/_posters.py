"""How the sentences beside a post tell whose it is: who posts, whose account or film it is, who is brought in."""

import re
from collections.abc import Iterator

from source_audit.attribution import Source, SourceKind
from source_audit.checks._near import blocks_after, lexicon, next_block
from source_audit.checks._posts import names_of, paragraph_before
from source_audit.document import BlockKind, Embed
from source_audit.reading import Reading
from source_audit.span import Span

_MOST_NAMES = 400
_REACH = 60
_OWNED = re.compile(
    r"(?:['’]s|s['’]|\b[Ii]ts|\b[Tt]heir|\b[Hh]is|\b[Hh]er)(?: own| official| verified)?(?: \w+)?"
    r" (?:page|feed|handle|channel|profile)\b"
    r"|(?:['’]s|s['’]|\b[Ii]ts|\b[Tt]heir|\b[Hh]is|\b[Hh]er) (?:own|official|verified)(?: \w+)?"
    r" (?:account|post|tweet)\b"
    r"|\b(?:[Oo]n|[Ff]rom|[Vv]ia) (?:its|their|his|her|[^.,:;]{2,40}(?:['’]s|s['’]))(?: \w+)? account\b"
    r"|(?:['’]s|s['’]|\b[Ii]ts|\b[Tt]heir|\b[Hh]is|\b[Hh]er)(?: \w+)? account "
    r"(?:posted|wrote|shared|carried|made|put|said|tried|answered|replied|joked|warned|chimed|had|offered)\b"
    r"|\b(?:account|page|feed|handle|channel|profile) (?:of|run by|belonging to) "
)
_WHOSE = re.compile(
    r"(?:['’]s|(?<=s)['’])(?: own| first| short| viral)?(?: \w+)?"
    r" (?:clip|video|film|post|tweet|message|reel|story|thread|skeet|toot|photo|photograph|picture|footage)\b"
)
_NAME_WORD = re.compile(r"[A-Z]\w+")
_PUT_UP_BY = re.compile(
    r"\b(?:put up|put online|posted|shared|uploaded|published|written|made|filmed|recorded|shot|taken) by\s"
)
_HIS_POST = re.compile(
    r"(?:His|Her|Its|Their)(?: \w+)? (?:post|tweet|message|words|statement|reply|answer)\b.{0,40}:\s*$"
)
_POSTS = re.compile(
    r"\s(?:has |have |had )?(?:also |then |later |since )?(?:posted|shared|tweeted|wrote(?! in\b| to\b)|put|took to)\b"
)
_NAMED_POSTS = re.compile(
    r"[A-Z][\w’'-]+\s[A-Z][\w’'-]+(?:,[^,.:;“”\n]{2,60},)?\s(?:has\s|had\s|then\s|later\s|first\s)?(?:posted|shared|tweeted|put|uploaded|published)\b"
)
_SOMEBODY = re.compile(r"(?:An?|One|The)\s(?:[\w’'-]+\s){0,4}[\w’'-]+")
_DEFINITE = re.compile(
    r"(?:(?:And|But|So|Then|Later) )?"
    r"(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]er|[Hh]is|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}(?:['’]s|s['’]))\s"
)
_OBJECTS = re.compile(r"\b(?:of|about|near|showing|shows|according to|against|told|saw|called|filmed|hit)\s")
_ACCORDING = re.compile(r"\b(?:[Aa]ccording to|[Aa]s shown)\b")
_OF_WHOM = re.compile(r"\bof (?:the |a |an )?$")
_APPOSED = re.compile(r",? ?, [^,:.“”]{2,40},\s")
_KIN = re.compile(
    r"(?:Mr |Ms |Mrs |Dr |The )?[\w’'-]+?(?: [\w’'-]+?)?(?:['’]s|s['’]) "
    r"(?:sister|brother|mother|father|son|daughter|wife|husband|widow|widower|aunt|uncle|cousin)\b(?!-)"
)
_LEAST_SHARED = 3
_SUBJECT_WORDS = 6
_BY = re.compile(r"\b(?:by|from)\s(?:an?|the|one)\s")


def is_described(reading: Reading, embed: Embed) -> bool:
    """Tell whether the paragraph before a post says what its author is ("a post by a former deckhand")."""
    before = paragraph_before(reading, embed)
    if before is None:
        return False
    sentence = reading.sentence_at(before.span.end - 1) or before.span
    told = Span(before.span.start, sentence.end)
    said = lexicon("frames", "posting").first(reading.text, told) or lexicon("witness", "material").first(
        reading.text, told
    )
    if said is None and not sentence.of(reading.text).rstrip().endswith(":"):
        return False
    if _leads_elsewhere(reading, embed, sentence):
        return False
    found = _BY.search(reading.text, before.span.start, sentence.end)
    after = Span(found.end(), min(sentence.end, found.end() + _REACH)) if found else None
    return after is not None and _posters(reading.text, after) is not None


def is_led_in(reading: Reading, embed: Embed) -> bool:
    """Tell whether the sentence before a post has a definite person or body post ("The lab put it on X:")."""
    before = _lead(reading, embed)
    if before is None:
        return False
    said = before.of(reading.text)
    if _HIS_POST.match(said):
        earlier = reading.sentence_at(before.start - 2)
        return earlier is not None and _posters(reading.text, earlier) is not None
    said = _APPOSED.sub(" ", said)
    verb = _POSTS.search(said)
    leading = lexicon("frames", "leading").first(said) if said.rstrip().endswith(":") else None
    if verb is None and leading is None:
        return False
    subject = said[: verb.start() if verb else leading.start if leading else 0]
    role = _posters(subject, Span(0, len(subject)))
    if role is None or _OBJECTS.search(subject):
        return False
    ends = verb is not None and not subject[role.end :].strip()
    return ends or (_DEFINITE.match(subject) is not None and "," not in subject)


def may_be_led_in(reading: Reading, embed: Embed) -> bool:
    """Tell whether the sentence before a post begins with one who may be its author, or the one behind it tells."""
    before, after = [*sentences_beside(reading, embed), None, None][:2]
    if after and any(place.start == after.start for place in lexicon("frames", "writer").find(reading.text, after)):
        return True
    if before is None or _leads_elsewhere(reading, embed, before) or _ACCORDING.search(before.of(reading.text)):
        return False
    told = lexicon("frames", "answering").first(reading.text, before) or lexicon("frames", "posting").first(
        reading.text, before
    )
    subject = " ".join(before.of(reading.text).split()[:_SUBJECT_WORDS])
    return told is not None and _posters(subject, Span(0, len(subject))) is not None


def is_told_near(reading: Reading, embed: Embed) -> bool:
    """Tell whether the sentence before a post has a word for who somebody is and, behind it, one for a post or film."""
    before = _lead(reading, embed)
    if before is None:
        return False
    said = before.of(reading.text)
    if names_of(embed) and _KIN.match(said):
        return True
    role = _posters(reading.text, before)
    if role is None or _ACCORDING.search(said) or _OF_WHOM.search(reading.text, before.start, role.start):
        return False
    return any(
        lexicon(*words).first(reading.text, before) for words in (("frames", "posting"), ("witness", "material"))
    )


def has_poster(reading: Reading, embed: Embed) -> bool:
    """Tell whether the sentence before a post begins with a name and tells of posting ("Marsh Watch posted a bird")."""
    before = next(sentences_beside(reading, embed), None)
    named = before is not None and any(name.span.start == before.start for name in reading.names[:_MOST_NAMES])
    return named and before is not None and _POSTS.search(reading.text, before.start, before.end) is not None


def is_by_known(reading: Reading, embed: Embed) -> bool:
    """Tell whether the sentence before a post has a source whose role is told do the posting."""
    before = next(sentences_beside(reading, embed), None)
    verb = _POSTS.search(reading.text, before.start, before.end) if before else None
    if before is None or verb is None:
        return False
    known = introduced(reading)
    return any(before.start <= place.start < verb.start() for source in known for place in source.mentions)


def is_by_somebody_told(reading: Reading, embed: Embed) -> bool:
    """Tell whether somebody who posts is named right after words on what they are ("A baker ... Ana Ruiz posted")."""
    before = _lead(reading, embed)
    if before is None:
        return False
    named = _NAMED_POSTS.match(reading.text, before.start, before.end)
    earlier = _sentence_before(reading, before) if named else None
    opens = _SOMEBODY.match(reading.text, earlier.start, earlier.end) if earlier else None
    return opens is not None and _posters(reading.text, Span(*opens.span())) is not None


def is_brought_in(reading: Reading, embed: Embed) -> bool:
    """Tell whether the sentence before a post names one person with a role, whose first name the account bears."""
    before = _lead(reading, embed)
    if before is None:
        return False
    inside = [
        name
        for name in reading.names[:_MOST_NAMES]
        if name.kind is SourceKind.PERSON and name.span.overlaps(before) and " " in name.key
    ]
    if len({name.key for name in inside}) != 1:
        return False
    role = _posters(reading.text, Span(before.start, inside[0].span.end))
    shown = f"{embed.author or ''} {embed.handle or ''}".lower()
    given = inside[0].span.of(reading.text).lower().split()[:-1]
    return role is not None and any(len(word) >= _LEAST_SHARED and word in shown for word in given)


def is_owned(reading: Reading, embed: Embed) -> bool:
    """Tell whether the sentence before a post or behind it says whose account it is ("on its own page")."""
    return any(_OWNED.search(reading.text, place.start, place.end) for place in sentences_beside(reading, embed))


def is_credited(reading: Reading, embed: Embed) -> bool:
    """Tell whether a sentence beside a post says whose film or message it is ("Eze's clip", "put up by his loader")."""
    known = {source.name.split()[-1] for source in introduced(reading)}
    for sentence in sentences_beside(reading, embed):
        if not known or _leads_elsewhere(reading, embed, sentence):
            continue
        whose = _WHOSE.finditer(reading.text, sentence.start, sentence.end)
        if any(reading.text[sentence.start : found.start()].endswith(tuple(known)) for found in whose):
            return True
        by = _PUT_UP_BY.search(reading.text, sentence.start, sentence.end)
        after = Span(by.end(), min(sentence.end, by.end() + _REACH)) if by else None
        if after and (_posters(reading.text, after) or known.intersection(_NAME_WORD.findall(after.of(reading.text)))):
            return True
    return False


def sentences_beside(reading: Reading, embed: Embed) -> Iterator[Span]:
    """Yield the last sentence before a post, then the first one behind it."""
    before = paragraph_before(reading, embed)
    if before:
        yield reading.sentence_at(before.span.end - 1) or before.span
    place = embed.span or embed.words or embed.anchor
    behind = blocks_after(reading.document, place.end, 1) if place else []
    for block in behind:
        yield reading.sentence_at(block.span.start) or block.span


def _posters(text: str, place: Span) -> Span | None:
    """Return the last word in a place for what somebody is, if it is no word for one of a crowd."""
    found = [*lexicon("frames", "roles").find(text, place), *lexicon("frames", "poster_roles").find(text, place)]
    crowd = lexicon("frames", "crowd")
    own = [word for word in found if not crowd.first(word.of(text))]
    return max(own, key=lambda word: word.start, default=None)


def _sentence_before(reading: Reading, sentence: Span) -> Span | None:
    """Return the sentence before one, also where it ends the paragraph before."""
    end = len(reading.text[max(0, sentence.start - _REACH) : sentence.start].rstrip())
    return reading.sentence_at(max(0, sentence.start - _REACH) + end - 1) if end else None


def _leads_elsewhere(reading: Reading, embed: Embed, sentence: Span) -> bool:
    """Tell whether another post stands between a sentence and a post."""
    own = embed.span or embed.words or embed.signature
    if own is None:
        return False
    behind = next_block(reading.document, sentence.start)
    return (
        behind is not None and behind.kind is BlockKind.EMBED and not behind.span.start <= own.start < behind.span.end
    )


def _lead(reading: Reading, embed: Embed) -> Span | None:
    """Return the sentence that leads to a post: the last before it, unless another post stands between."""
    before = next(sentences_beside(reading, embed), None)
    return None if before is None or _leads_elsewhere(reading, embed, before) else before


def introduced(reading: Reading) -> Iterator[Source]:
    """Yield the named sources of whom the text tells a role or a body."""
    return (source for source in reading.sources if source.named and (source.role or source.affiliation))
