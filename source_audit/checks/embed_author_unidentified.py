"""A post is shown, and the article's own text does not say who the account is.

## Why it matters
A handle is not an identity: anybody can open an account under almost any name.

## What you can do
Open the profile. Look at its age, its other posts and what it says about itself.

## For writers
Name the account's owner in a sentence before the post, with job or place.

## Standards
- SPJ: Identify sources clearly; that holds for people who post, too.
- BBC: Give the credentials of those whose words you use.

## Flagged
> The bus line ends in May. Riders were angry.
>
> Twelve empty seats? Come with me at four.
> [[— River Walker (@riverwalker_9) April 21, 2026]]

## Not flagged
> The bus line ends in May. Leona Marsh, a nurse at the hospital, answered in a post:
>
> Twelve empty seats? Come with me at four.
> — Leona Marsh (@leonamarsh_tarn) April 21, 2026

## Limits
A job, a title or a place near the name counts, anywhere in the article, and so does a description before the post ("a
post by a former deckhand"). A handle that is made of a name is taken for that person's. So is a body that the article
names, and an account that the text calls somebody's own. Whether the account really belongs to them is not known here.
You decide where the page kept neither words nor author of a post, where the sentence before it tells of somebody with a
job and of a post or film, and where the account's name begins or ends like that of a source. A word for one of a crowd
("a resident", "a fan") tells nobody.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from source_audit.attribution import SourceKind
from source_audit.check import Category, Need, check
from source_audit.checks._near import blocks_after, embed_span, in_body, lexicon, next_block, stands
from source_audit.checks._posts import Authors, Words, earning, names_of, paragraph_before, people_of
from source_audit.checks._who import hinted
from source_audit.document import BlockKind, Embed
from source_audit.finding import Case, Evidence, NotApplicable, Verdict
from source_audit.labels.beside import beside
from source_audit.reading import Reading
from source_audit.span import Span

_MOST_MENTIONS = 100
_MOST_NAMES = 400
_REACH = 60
_TITLE = 40
_OF = re.compile(
    r"\s(?:of|from|at)\s(?:the\s)?[A-Z]|\s(?:founded|runs|chairs|leads|owns|heads|coaches|teaches|edits)\s"
)
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
_RUN_BY = re.compile(
    r",?\s(?:which\s)?(?:is|was)\s(?:run|kept|written|owned|managed)\s(?:by|for)\s|\s(?:belongs|belonged)\sto\s"
)
_HANDLE_OF = re.compile(r"\b(?:account|handle|page|feed|profile|channel) of [^.!?@]{2,40}@?$")
_WHOSE = re.compile(
    r"(?:['’]s|(?<=s)['’])(?: own| first| short| viral)?(?: \w+)?"
    r" (?:clip|video|film|post|tweet|message|reel|story|thread|skeet|toot|photo|photograph|picture|footage)\b"
)
_TITLED = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Ii]ts) (?:[\w’-]+ ){1,3}$")
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
_TITLES = ("Mr", "Mr.", "Ms", "Ms.", "Mrs", "Mrs.", "Dr", "Dr.")
_LEAST_SHARED = 3
_SUBJECT_WORDS = 6
_NO_VOICES = (SourceKind.ACCOUNT, SourceKind.UNKNOWN, SourceKind.DOCUMENT)
_BODIES = (SourceKind.ORGANISATION, SourceKind.OUTLET)
_BY = re.compile(r"\b(?:by|from)\s(?:an?|the|one)\s")
_MESSAGES = {
    Verdict.HOLDS: "The text says who posted this.",
    Verdict.MILD: "Who this account belongs to stands in the post at most, not in the article's own words.",
    Verdict.BREAKS: "Who posted this is not in the text.",
    Verdict.UNSURE: "No author stands with this post; the saved page may have lost it.",
}


@check(
    question="Does the article's own text say who the account is?",
    title="The text says who posted.",
    tally="Posts whose author the text identifies: {good} of {all}.",
    category=Category.EMBEDS,
    since="0.1",
    needs=Need.EMBED,
)
def embed_author_unidentified(reading: Reading) -> Iterator[Case | NotApplicable]:
    """Yield one case for each post that counts."""
    words, authors = Words(reading), Authors(reading)
    cases: list[tuple[int, Case]] = []
    for number, embed in enumerate(reading.document.embeds):
        verdict = _verdict(reading, embed, authors, words)
        if place := embed.signature or embed_span(reading, embed):
            evidence = (Evidence(span=place, note="the post"),)
            cases.append((number, Case(message=_MESSAGES[verdict], evidence=evidence, verdict=verdict)))
    yield from earning(reading, cases)


def _verdict(reading: Reading, embed: Embed, authors: Authors, words: Words) -> Verdict:
    names, source = names_of(embed), authors.of(embed)
    shown = embed.words or (embed.text and not embed.media_only)
    if not names:
        if shown and (_is_described(reading, embed) or _is_led_in(reading, embed) or _is_by_known(reading, embed)):
            return Verdict.HOLDS
        told = _is_told_near(reading, embed) or _has_poster(reading, embed)
        return Verdict.BREAKS if shown and not told else Verdict.UNSURE
    person = source if source and source.kind is not SourceKind.ACCOUNT else authors.person(embed)
    if person and (person.role or person.affiliation):
        return Verdict.HOLDS
    source = person or source
    mentions = [*(source.mentions if source else ()), *(span for name in names for span in words.find(name))]
    mentions += [*people_of(reading, embed), *_with_title(embed, words)]
    own = [mention for mention in mentions if in_body(reading, mention)][:_MOST_MENTIONS]
    told = any(_has_role(reading, mention) or _is_known(reading, mention) for mention in own)
    if told or _is_led_in(reading, embed) or _is_subject(reading, embed, words):
        return Verdict.HOLDS
    if any(tells(reading, embed) for tells in _TELLING):
        return Verdict.HOLDS
    lost = not (shown or embed.signature or embed.author) or len(list(islice(words.find(embed.author or ""), 3))) > 1
    asked = lost or _is_told_near(reading, embed) or _may_be_led_in(reading, embed)
    return Verdict.UNSURE if asked or _shares_name(reading, embed, words) else Verdict.MILD


def _with_title(embed: Embed, known: Words) -> Iterator[Span]:
    """Yield where the article has the last name of a post's author behind a title ("Ms Kamp")."""
    parts = (embed.author or "").split()
    if len(parts) > 1 and len(parts[-1]) >= _LEAST_SHARED:
        for title in _TITLES:
            yield from known.find(f"{title} {parts[-1]}")


def _is_credited(reading: Reading, embed: Embed) -> bool:
    """Tell whether a sentence beside a post says whose film or message it is ("Eze's clip", "put up by his loader")."""
    known = {
        source.name.split()[-1] for source in reading.sources if source.named and (source.role or source.affiliation)
    }
    for sentence in _sentences_beside(reading, embed):
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


def _shares_name(reading: Reading, embed: Embed, known: Words) -> bool:
    """Tell whether an account's shown name begins or ends like that of a source, so that it may be the same."""
    words = (embed.author or "").lower().removeprefix("the ").split()
    ends = {word for word in (*words[:1], *words[-1:]) if len(word) >= _LEAST_SHARED}
    ends = {word for word in ends if not lexicon("frames", "roles").first(word)}
    voices = (source for source in reading.sources if source.named and source.kind not in _NO_VOICES)
    others = [source.name.lower().split() for source in voices]
    if any(other != words and not ends.isdisjoint(other) for other in others):
        return True
    if words in others and _is_titled(reading, known.find(embed.author or "")):
        return True
    shown = (name.key.lower().split() for name in reading.names[:_MOST_NAMES] if name.kind is SourceKind.PERSON)
    cut = len(words) > 1 and all(len(word.strip(".")) <= _LEAST_SHARED for word in words[1:])
    if cut and words[0] in ends and any(len(name) > 1 and name[0] == words[0] for name in shown):
        return True
    before = next(_sentences_beside(reading, embed), None)
    said = before.of(reading.text).split() if before else []
    return any(article.lower() in ("the", "its") and word in ends for article, word in pairwise(said))


def _is_titled(reading: Reading, places: Iterator[Span]) -> bool:
    """Tell whether words that may be a title go before a name ("the grandmaster Piet Dorsman")."""
    starts = [place.start for place in islice(places, _MOST_MENTIONS)]
    return any(_TITLED.search(reading.text, max(0, start - _REACH), start) for start in starts)


def _is_body(reading: Reading, embed: Embed) -> bool:
    """Tell whether an account's name holds that of a body or outlet which the article names."""
    account = (embed.author or "").lower().removeprefix("the ").split()
    names = (name for name in reading.names[:_MOST_NAMES] if name.kind in _BODIES)
    if len(account) > 1 and any(in_body(reading, place) for place in _called_the(reading, embed.author or "")):
        return True
    bodies = {tuple(name.key.lower().removeprefix("the ").split()) for name in names if in_body(reading, name.span)}
    return any(_is_name_of(account, body) for body in bodies)


def _called_the(reading: Reading, name: str) -> Iterator[Span]:
    """Yield where the text sets "the" before a name, as it does for bodies ("the Met Office") and not for people."""
    bare = name.removeprefix("The ").removeprefix("the ")
    for found in islice(re.finditer(rf"\b[Tt]he {re.escape(bare)}\b", reading.text), _MOST_MENTIONS):
        yield Span(*found.span())


def _is_name_of(account: Sequence[str], body: Sequence[str]) -> bool:
    """Tell whether an account's name begins with that of a body, whose words it may cut short ("Tarn Ag College")."""
    if len(account) < len(body) or (len(body) == 1 and len(account) > 1):
        return False
    return all(long.startswith(short.rstrip(".")) for short, long in zip(account, body, strict=False))


def _is_owned(reading: Reading, embed: Embed) -> bool:
    """Tell whether the sentence before a post or behind it says whose account it is ("on its own page")."""
    return any(_OWNED.search(reading.text, place.start, place.end) for place in _sentences_beside(reading, embed))


def _is_by_known(reading: Reading, embed: Embed) -> bool:
    """Tell whether the sentence before a post has a source whose role is told do the posting."""
    before = next(_sentences_beside(reading, embed), None)
    verb = _POSTS.search(reading.text, before.start, before.end) if before else None
    if before is None or verb is None:
        return False
    known = (source for source in reading.sources if source.named and (source.role or source.affiliation))
    return any(before.start <= place.start < verb.start() for source in known for place in source.mentions)


def _is_by_somebody_told(reading: Reading, embed: Embed) -> bool:
    """Tell whether somebody who posts is named right after words on what they are ("A baker ... Ana Ruiz posted")."""
    before = next(_sentences_beside(reading, embed), None)
    if before is None or _leads_elsewhere(reading, embed, before):
        return False
    named = _NAMED_POSTS.match(reading.text, before.start, before.end)
    earlier = _sentence_before(reading, before) if named else None
    opens = _SOMEBODY.match(reading.text, earlier.start, earlier.end) if earlier else None
    return opens is not None and _posters(reading.text, Span(*opens.span())) is not None


def _is_brought_in(reading: Reading, embed: Embed) -> bool:
    """Tell whether the sentence before a post names one person with a role, whose first name the account bears."""
    before = next(_sentences_beside(reading, embed), None)
    if before is None or _leads_elsewhere(reading, embed, before):
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


def _sentence_before(reading: Reading, sentence: Span) -> Span | None:
    """Return the sentence before one, also where it ends the paragraph before."""
    end = len(reading.text[max(0, sentence.start - _REACH) : sentence.start].rstrip())
    return reading.sentence_at(max(0, sentence.start - _REACH) + end - 1) if end else None


def _is_subject(reading: Reading, embed: Embed, known: Words) -> bool:
    """Tell whether a post is by the person whom the headline and the article are about."""
    words = (embed.author or "").split()
    if len(words) < 2 or len(words[-1]) < _LEAST_SHARED:
        return False
    heads = " ".join(block.span.of(reading.text) for block in reading.document.blocks_of(BlockKind.HEADLINE))
    if not heads and reading.document.title:
        heads = reading.document.title.value
    in_head = any(stands(heads, word) for word in (words[0], words[-1]))
    return in_head and any(in_body(reading, name) for name in known.find(embed.author or ""))


def _is_led_in(reading: Reading, embed: Embed) -> bool:
    """Tell whether the sentence before a post has a definite person or body post ("The lab put it on X:")."""
    before = next(_sentences_beside(reading, embed), None)
    if before is None or _leads_elsewhere(reading, embed, before):
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


def _posters(text: str, place: Span) -> Span | None:
    """Return the last word in a place for what somebody is, if it is no word for one of a crowd."""
    found = [*lexicon("frames", "roles").find(text, place), *lexicon("frames", "poster_roles").find(text, place)]
    crowd = lexicon("frames", "crowd")
    own = [word for word in found if not crowd.first(word.of(text))]
    return max(own, key=lambda word: word.start, default=None)


def _leads_elsewhere(reading: Reading, embed: Embed, sentence: Span) -> bool:
    """Tell whether another post stands between a sentence and a post."""
    own = embed.span or embed.words or embed.signature
    if own is None:
        return False
    behind = next_block(reading.document, sentence.start)
    return (
        behind is not None and behind.kind is BlockKind.EMBED and not behind.span.start <= own.start < behind.span.end
    )


def _is_told_near(reading: Reading, embed: Embed) -> bool:
    """Tell whether the sentence before a post has a word for who somebody is and, behind it, one for a post or film."""
    before = next(_sentences_beside(reading, embed), None)
    if before is None or _leads_elsewhere(reading, embed, before):
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


def _has_poster(reading: Reading, embed: Embed) -> bool:
    """Tell whether the sentence before a post begins with a name and tells of posting ("Marsh Watch posted a bird")."""
    before = next(_sentences_beside(reading, embed), None)
    named = before is not None and any(name.span.start == before.start for name in reading.names[:_MOST_NAMES])
    return named and before is not None and _POSTS.search(reading.text, before.start, before.end) is not None


def _may_be_led_in(reading: Reading, embed: Embed) -> bool:
    """Tell whether the sentence before a post begins with one who may be its author, or the one behind it tells."""
    before, after = [*_sentences_beside(reading, embed), None, None][:2]
    if after and any(place.start == after.start for place in lexicon("frames", "writer").find(reading.text, after)):
        return True
    if before is None or _leads_elsewhere(reading, embed, before) or _ACCORDING.search(before.of(reading.text)):
        return False
    told = lexicon("frames", "answering").first(reading.text, before) or lexicon("frames", "posting").first(
        reading.text, before
    )
    subject = " ".join(before.of(reading.text).split()[:_SUBJECT_WORDS])
    return told is not None and _posters(subject, Span(0, len(subject))) is not None


def _sentences_beside(reading: Reading, embed: Embed) -> Iterator[Span]:
    """Yield the last sentence before a post, then the first one behind it."""
    before = paragraph_before(reading, embed)
    if before:
        yield reading.sentence_at(before.span.end - 1) or before.span
    place = embed.span or embed.words or embed.anchor
    behind = blocks_after(reading.document, place.end, 1) if place else []
    for block in behind:
        yield reading.sentence_at(block.span.start) or block.span


def _is_known(reading: Reading, mention: Span) -> bool:
    """Tell whether a mention is of a source whose role or body the text gives, or of a body with a place to it."""
    known = (source for source in reading.sources if source.named and (source.role or source.affiliation))
    if any(mention.overlaps(other) for source in known for other in source.mentions):
        return True
    if _HANDLE_OF.search(reading.text, max(0, mention.start - _REACH), mention.start):
        return True
    return any(form.match(reading.text, mention.end) for form in (_OF, _RUN_BY))


def _is_described(reading: Reading, embed: Embed) -> bool:
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


def _has_role(reading: Reading, mention: Span) -> bool:
    """Tell whether a word for a job or title stands beside a mention, or a clause after it says who that is."""
    if " " in mention.of(reading.text) and hinted(reading.text[max(0, mention.start - _TITLE) : mention.start]):
        return True
    title, *clause = beside(reading, mention)
    if any(lexicon("frames", "roles").first(reading.text, place) for place in (title, *clause)):
        return True
    words = [place.of(reading.text).lstrip(" ,(—–") for place in clause]
    return any((start := lexicon("frames", "describing").first(said)) and start.start == 0 for said in words)


_TELLING = (_is_described, _is_owned, _is_body, _is_credited, _is_by_somebody_told, _is_brought_in)
"""The ways in which the text tells whose a post is, beside the name."""
