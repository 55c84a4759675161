"""Pictures of posts: an image whose description or caption says that it shows one."""

import re
from functools import cache

from attrs import evolve

from source_audit.document import Embed
from source_audit.resources import data
from source_audit.web.platforms import platform_of_name

_LONGEST = 400
HANDLE = re.compile(r"(?<![\w@])@([A-Za-z0-9_][\w.-]{1,60}(?:@[\w.-]{3,60})?)")
_SAID = re.compile(r"“([^“”]{8,300})”|\"([^\"]{8,300})\"|„([^„“”]{8,300})[“”]|«([^«»]{8,300})»")
_NAME = r"((?:(?:[A-Z][\w'’-]{1,20}|[A-Z]\.)\s?){1,4})"
_OF_IT = re.compile(r"[’']s(?:\s|$)")


def pictured_post(text: str, *, described: bool = False) -> Embed | None:
    """Return the post that a caption or, if *described*, an image's description says is shown, or None."""
    text = " ".join(text[:_LONGEST].split())
    head, _, rest = text.partition(": ")
    if head.rfind("(") > head.rfind(")") or not _says_post(head, described=described):
        head, rest = text, ""  # the colon belongs to a credit in brackets, or to the head
        if not _says_post(head, described=described):
            return None
    handle, said = HANDLE.search(head), _SAID.search(text)
    names = (_OF_IT.split(found[1], maxsplit=1)[0].strip() for found in _author().finditer(head))
    return Embed(
        platform=platform_named(head) or "x",
        handle=handle[1].rstrip(".") if handle else None,
        author=next((name for name in names if name and not _named().fullmatch(name)), None),
        text=(next(filter(None, said.groups())) if said else rest).strip(),
        screenshot=True,
    )


def _says_post(text: str, *, described: bool) -> bool:
    """Tell whether words say that a picture shows a post of a platform they name."""
    small = text.lower()
    if platform_named(text) is None or not (_any(small, "pictures") or (described and describes_post(small))):
        return False
    return _any(small, "posts") or _surely().search(small) is not None


def with_caption(embed: Embed, caption: str) -> Embed:
    """Return a pictured post with what only the caption below the picture says, or its credit line."""
    said = pictured_post(caption)
    handle = HANDLE.search(caption[:_LONGEST])
    return evolve(
        embed,
        handle=embed.handle or (handle[1].rstrip(".") if handle else None),
        author=embed.author or (said.author if said else None),
        text=embed.text or (said.text if said else ""),
    )


def _any(small: str, what: str) -> bool:
    return _words(what).search(small) is not None


def describes_post(text: str) -> bool:
    """Tell whether a description begins by saying that it is of a post by somebody."""
    small = text.lower()
    rest = next(
        (small[len(start) :] for start in data("embeds")["screenshots"]["starts"] if small.startswith(start)), small
    )
    return _opening().match(rest) is not None


def platform_named(text: str) -> str | None:
    """Return the platform that words name, or None."""
    small = text.lower()
    for words, platform in _sure().items():
        if re.search(rf"\b{words}\b", small):
            return platform
    named = _named().search(text)
    return platform_of_name(named[0]) if named else None


@cache
def _surely() -> re.Pattern[str]:
    """Return the pattern of words that mean a post, or a platform that shows little else, but not its app or logo."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, _sure()))})\b(?!(?:[’']s)?\s(?:{any_of('no_posts')})\b)")


def _sure() -> dict[str, str]:
    found: dict[str, str] = data("embeds")["screenshots"]["sure"]
    return found


def any_of(what: str) -> str:
    """Return the alternatives of a pattern: the words of a list about pictures of posts, the longest first."""
    return "|".join(map(re.escape, sorted(data("embeds")["screenshots"][what], key=len, reverse=True)))


@cache
def _words(what: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(what)})(?!\w)")


@cache
def _named() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(data('embeds')['screenshots']['platforms'])})(?!\w)")


@cache
def _opening() -> re.Pattern[str]:
    lists = data("embeds")["screenshots"]
    kinds = [
        "post",
        *map(re.escape, _sure()),
        *(rf"(?:{'|'.join(lists['platforms']).lower()})\s{word}" for word in lists["posts"]),
    ]
    return re.compile(rf"(?:{'|'.join(kinds)})(?:\spost)?\s(?:{'|'.join(lists['by'])})\s")


@cache
def _author() -> re.Pattern[str]:
    lists = data("embeds")["screenshots"]
    return re.compile(rf"\b(?:{'|'.join(lists['by'])})\s{_NAME}(?=[\s,.:;()–—]|$)")
