"""Ways to spoil a page, each the same for the same seed."""

import re
from collections.abc import Callable
from random import Random

_TAG = re.compile(r"<[^<>]{1,500}>")
_ATTRIBUTE = re.compile(r"""(?:href|src|data-[a-z-]+|cite|content)=["'][^"']{0,300}["']""")
_TEXT = re.compile(r">([^<>]{3,300})<")
ADDRESSES = (
    "javascript:alert(1)",
    "JaVaScRiPt&#58;alert(1)",
    "java\nscript:alert(1)",
    " javascript:alert(1)",
    "\x01javascript:alert(1)",
    "data:text/html;base64,PHNjcmlwdD4=",
    "vbscript:x",
    "file:///etc/passwd",
    "//[::1",
    "http://[",
    "https://a.example:99999999/x",
    "https://user:pass@evil.example/\u202egpj.exe",
    "http://\u0430pple.example/",
    "https://x.com/a/status/999999999999999999999999999",
    "?" * 3_000,
    "%" * 500,
)
SIGNS = (
    "\0",
    "\u202e",
    "\u2066",
    "\u200b",
    "\ufeff",
    "\x1b[31m",
    "\ud800",
    "\ufffe",
    "\u0301" * 40,
    "“",
    "”",
    '"',
    "'",
    "\x85",
    "\u2028",
)
SNIPPETS = (
    "<!DOCTYPE html [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>&b;",
    "<![CDATA[<script>alert(1)</script>]]>",
    "&#0;&#x110000;&#xD800;&bogus;&amp;amp;&lt;script&gt;alert(1)&lt;/script&gt;",
    "<svg onload=alert(1)><a xlink:href='javascript:alert(1)'>said</a></svg>",
    "<math><mtext><img src=x onerror=alert(1)></mtext></math>",
    "<base href='javascript:alert(1)//'>",
    "<base href='https://evil.example/'>",
    "<meta charset='utf-7'>",
    "<meta property='article:published_time' content='9999-99-99T99:99:99Z'>",
    "<meta name='author' content='&lt;script&gt;alert(1)&lt;/script&gt;'>",
    '<script type=\'application/ld+json\'>{"@type":"NewsArticle","headline":[[[{}]]],"author":{"name":{"name":1}},"datePublished":[20190101]}</script>',
    '<script type=\'application/ld+json\'>[[[[{"@graph":[{"@id":"x","author":{"@id":"x"}}]}</script>',
    "<blockquote class='twitter-tweet'><p>“We are done”</p>— A (@a) <a href='javascript:x'>May 5, 2020</a></blockquote>",
    "<iframe src='javascript:alert(1)'></iframe><iframe src='https://www.youtube.com/embed/&quot;onload=x'>",
    "<time datetime='2019-02-31'>February 31, 2019</time><h1></h1><h1><b></h1>",
    "<p class='byline'>By By By, and, with | / @x</p>",
    "<plaintext>",
    "<textarea>",
    "<title>",
    "<noscript>",
    "<template>",
    "<select>",
    "<style>",
    "<!--",
    "</body></html>",
)
Mutation = Callable[[str, Random], str]


def _cut(page: str, random: Random) -> str:
    return page[: random.randrange(len(page) + 1)]


def _drop_slice(page: str, random: Random) -> str:
    start = random.randrange(len(page) + 1)
    return page[:start] + page[start + random.randrange(1, 2_000) :]


def _repeat_slice(page: str, random: Random) -> str:
    start = random.randrange(len(page) + 1)
    piece = page[start : start + random.randrange(1, 400)]
    return page[:start] + piece * random.randrange(2, 60) + page[start:]


def _move_slice(page: str, random: Random) -> str:
    start, to = random.randrange(len(page) + 1), random.randrange(len(page) + 1)
    piece = page[start : start + random.randrange(1, 2_000)]
    return page[:to] + piece + page[to:]


def _lose_tags(page: str, random: Random) -> str:
    share = random.choice((0.02, 0.2, 0.7))
    return _TAG.sub(lambda tag: "" if random.random() < share else tag[0], page)


def _swap_tags(page: str, random: Random) -> str:
    tags = _TAG.findall(page) or ["<p>"]
    return _TAG.sub(lambda tag: random.choice(tags) if random.random() < 0.03 else tag[0], page)


def _spoil_addresses(page: str, random: Random) -> str:
    def spoilt(match: re.Match[str]) -> str:
        return f'{match[0].partition("=")[0]}="{random.choice(ADDRESSES)}"' if random.random() < 0.3 else match[0]

    return _ATTRIBUTE.sub(spoilt, page)


def _add_signs(page: str, random: Random) -> str:
    for _ in range(random.randrange(1, 40)):
        at = random.randrange(len(page) + 1)
        page = page[:at] + random.choice(SIGNS) * random.choice((1, 1, 30)) + page[at:]
    return page


def _signs_in_texts(page: str, random: Random) -> str:
    sign = random.choice(SIGNS)
    return _TEXT.sub(lambda text: f">{sign.join(text[1].split(' '))}<" if random.random() < 0.2 else text[0], page)


def _add_snippets(page: str, random: Random) -> str:
    for _ in range(random.randrange(1, 6)):
        tag = random.choice(list(_TAG.finditer(page)) or [None])
        at = tag.end() if tag else 0
        page = page[:at] + random.choice(SNIPPETS) + page[at:]
    return page


def _nest(page: str, random: Random) -> str:
    at = random.randrange(len(page) + 1)
    name = random.choice(
        ("div", "blockquote", "b", "a href=x", "table", "li", "span class=byline", "div class=comment")
    )
    return page[:at] + f"<{name}>" * random.randrange(10, 3_000) + page[at:]


def _swell(page: str, random: Random) -> str:
    at = page.find(" ", random.randrange(len(page) + 1))
    many = random.randrange(100, 3_000)
    more = random.choice(
        (f"class='{'byline ' * many}'", " ".join(f"a{i}" for i in range(many)), f"title='{'x' * 50 * many}'")
    )
    return page if at < 0 else f"{page[:at]} {more}{page[at:]}"


MUTATIONS: tuple[Mutation, ...] = (
    _cut, _drop_slice, _repeat_slice, _move_slice, _lose_tags, _swap_tags, _spoil_addresses, _add_signs, _signs_in_texts,
    _add_snippets, _nest, _swell,
)  # fmt: skip
CODECS = ("utf-8", "utf-8", "utf-8", "utf-16", "cp1252", "shift_jis", "utf-7", "utf-8-sig")


def mutant(page: str, seed: int) -> str | bytes:
    """Return a spoilt copy of a page, as text or as bytes in some encoding; one in ten keeps no markup at all."""
    random = Random(seed)
    for _ in range(random.randrange(1, 5)):
        page = random.choice(MUTATIONS)(page, random)
    if random.random() < 0.1:
        page = _TAG.sub("\n", page)
    if random.random() < 0.5:
        return page
    raw = bytearray(page.encode(random.choice(CODECS), "replace"))
    for _ in range(random.choice((0, 0, 1, 20))):
        if raw:
            raw[random.randrange(len(raw))] = random.randrange(256)
    return bytes(raw)
