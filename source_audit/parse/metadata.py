"""What a page states of its article, with where each value was read: title, authors, dates, site, address, language."""

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape

from attrs import frozen
from lxml.etree import _Element

from source_audit.document import Stated
from source_audit.lazy import lazy
from source_audit.parse.days import sure_day
from source_audit.parse.jsonld import ArticleData, read_json_ld
from source_audit.parse.people import credited
from source_audit.resources import data
from source_audit.web.addresses import path_of

_URL_DATE = re.compile(r"/((?:19|20)\d\d)(?:/(\d{1,2})/(\d{1,2})|-(\d\d)-(\d\d)|(\d\d)(\d\d))(?=[/_.-]|$)")
_URL_MONTH_NAME = re.compile(r"/((?:19|20)\d\d)/([a-z]{3})/(\d{1,2})/")
_LETTER = re.compile(r"[^\W_]")
_SEPARATORS = re.compile(r"\s*[,|;]\s*|\s-\s")
_LONGEST_SECTION = 40
_SITE_NAME = re.compile(r"[A-Z0-9][\w.&'’-]{0,30}(?:\s(?:of|the|and|&|for|in|on|[A-Z0-9][\w.&'’-]{0,30})){0,6}")
_MOST_PARTS = 5
_MOST_WORDS_OF_SITE = 4
_SITE_TAIL = re.compile(r"\s+[|–—·•»:-]\s+(?=[^|–—·•»]{2,40}$)")


@frozen(kw_only=True, slots=False)
class Stating:
    """All that the page's head states, before the visible page is looked at."""

    json_ld: ArticleData
    meta: Mapping[str, str]
    canonical: str | None
    address: str
    tongue: str | None
    page_title: str | None

    def url(self) -> Stated | None:
        """Return the page's canonical address."""
        found = self.canonical or self.meta.get("og:url")
        if found and found.startswith(("http://", "https://")):
            return Stated(value=found, origin="meta")
        return _stated(self.json_ld.url if (self.json_ld.url or "").startswith("http") else None, "json-ld")

    def titles(self) -> Iterator[Stated]:
        """Yield the titles that the head states, the surest first."""
        yield from self.each_title()
        if self.page_title:
            yield Stated(value=_SITE_TAIL.split(self.page_title)[0].strip(), origin="meta")

    def each_title(self) -> Iterator[Stated]:
        """Yield the headlines that JSON-LD and the meta elements state."""
        yield from filter(None, [_stated(_unescaped(self.json_ld.headline), "json-ld"), self._from_meta("titles")])

    def authors(self) -> tuple[Stated, ...]:
        """Return the authors that the head names."""
        return next(filter(None, self.each_authors), ())

    @lazy
    def each_authors(self) -> tuple[tuple[Stated, ...], ...]:
        """Return the authors that JSON-LD and the meta elements name, apart."""
        meta = [self.meta[key] for key in _keys("authors") if key in self.meta]
        return _people(self.json_ld.authors, "json-ld"), _people(meta[:1], "meta")

    def published(self) -> Stated | None:
        """Return the day of publication."""
        return next(filter(None, self.each_published), None)

    @lazy
    def each_published(self) -> tuple[Stated | None, Stated | None]:
        """Return the days of publication that JSON-LD and the meta elements state, apart."""
        return _day(self.json_ld.published, "json-ld"), self._date_from_meta("published")

    @lazy
    def modified(self) -> Stated | None:
        """Return the day of the last change."""
        return _day(self.json_ld.modified, "json-ld") or self._date_from_meta("modified")

    @lazy
    def own_names(self) -> frozenset[str]:
        """Return the names of the site itself, as keys: its name, its publisher's, and the host's."""
        host = self.address.partition("//")[2].partition("/")[0].lower().removeprefix("www.")
        names = [site.value for site in (self.site(), self._from_meta("sites")) if site]
        names += [self.json_ld.site or "", host, host.partition(".")[0]]
        return frozenset(key_of_name(_unescaped(name) or "") for name in names) - {""}

    @lazy
    def site_keys(self) -> frozenset[str]:
        """Return the names of the site itself, and what stands behind the headline in the page's title, as keys."""
        tails = _SITE_TAIL.split(self.page_title or "")[1:]
        return self.own_names | {key_of_name(tail) for tail in tails}

    @property
    def is_by_site(self) -> bool:
        """Tell whether the head names the site's own account as who made the page."""
        return key_of_name(self.meta.get("twitter:creator", "")) in self.own_names

    def site(self) -> Stated | None:
        """Return the name of the site."""
        return self._from_meta("sites") or _stated(_unescaped(self.json_ld.site), "json-ld")

    def site_in_title(self, headline: str) -> Stated | None:
        """Return the name of the site with which the page's title ends or which is all of it, or None.

        What stands behind a mark is the site's name where the headline stands before it; else it has to sound like one.
        """
        head, *tail = _SITE_TAIL.split((self.page_title or "").strip())
        name = tail[-1] if tail else head
        words = name.split()
        if not words or not _SITE_NAME.fullmatch(name) or key_of_name(name) == key_of_name(headline):
            return None
        behind = bool(tail) and key_of_name(head) == key_of_name(headline)
        sounds = words[-1].lower() in data("labels")["paper_words"] and len(words) <= _MOST_WORDS_OF_SITE
        return Stated(value=name, origin="meta") if behind or sounds else None

    def section(self) -> Stated | None:
        """Return the section that the article stands in."""
        return _stated(_unescaped(self.json_ld.section), "json-ld") or self._from_meta("sections")

    @lazy
    def section_names(self) -> frozenset[str]:
        """Return the names that the section may have on the page: those in the data, and the parts of the address."""
        stated = self.section()
        parts = path_of(self.address).split("/")[1:-1][:_MOST_PARTS]
        names = [*_SEPARATORS.split(stated.value if stated else ""), *(part.replace("-", " ") for part in parts)]
        return frozenset(name for name in names if len(name) <= _LONGEST_SECTION and any(map(str.isalpha, name)))

    def genres(self) -> Iterator[str]:
        """Yield what the page's data call the kind of the article."""
        yield from filter(None, [self.json_ld.genre, *(self.meta.get(key) for key in _keys("genres"))])

    def language(self) -> str | None:
        """Return the language that the page says it is in."""
        found = self.tongue or self.json_ld.language or self.meta.get("content-language") or self.meta.get("og:locale")
        return found.replace("_", "-").strip()[:20] or None if found else None

    def _from_meta(self, what: str) -> Stated | None:
        return next((Stated(value=self.meta[key], origin="meta") for key in _keys(what) if key in self.meta), None)

    def _date_from_meta(self, what: str) -> Stated | None:
        days = (_day(self.meta[key], "meta") for key in _keys(what) if key in self.meta)
        return next(filter(None, days), None)


def read_stating(root: _Element, address: str | None) -> Stating:
    """Return what the page's head states; *address* is what the caller says is the page's."""
    meta: dict[str, str] = {}
    scripts: list[str] = []
    canonical = page_title = None
    for element in root.iter("meta", "link", "script", "title"):
        tag = element.tag
        if tag == "meta":
            _read_meta(element, meta)
        elif tag == "link":
            canonical = canonical or (element.get("href") if element.get("rel") == "canonical" else None)
        elif tag == "title":
            page_title = page_title or " ".join((element.text or "").split())
        elif "ld+json" in (element.get("type") or ""):
            scripts.append(element.text or "")
    return Stating(
        json_ld=read_json_ld(scripts),
        meta=meta,
        canonical=canonical,
        address=address or canonical or meta.get("og:url") or "",
        tongue=root.get("lang"),
        page_title=page_title,
    )


def day_in_url(url: str) -> Stated | None:
    """Return the day in an address, where the site puts one there."""
    path = url[:1000].lower()
    if match := _URL_DATE.search(path):
        year, month, day = filter(None, match.groups())
        return _day(f"{year}-{month.zfill(2)}-{day.zfill(2)}", "url")
    match = _URL_MONTH_NAME.search(path)
    return _day(f"{match[3]} {match[2]} {match[1]}", "url") if match else None


def key_of_name(name: str) -> str:
    """Return a name as letters and digits only, in lower case, so that spellings of it are alike."""
    return "".join(_LETTER.findall(name)).lower()


def _read_meta(element: _Element, meta: dict[str, str]) -> None:
    name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
    value = element.get("content") or element.get("value")
    if name and value and value.strip():
        meta.setdefault(name.strip().lower(), " ".join(value[:2000].split()))


def _people(names: Iterable[str], origin: str) -> tuple[Stated, ...]:
    found = (name for line in names for name, _ in credited(_unescaped(line[:300]) or ""))
    return tuple(Stated(value=name, origin=origin) for name in dict.fromkeys(found))


def _day(text: str | None, origin: str) -> Stated | None:
    found = sure_day(text) if text else None
    return Stated(value=found.isoformat(), origin=origin) if found else None


def _stated(value: str | None, origin: str) -> Stated | None:
    return Stated(value=value, origin=origin) if value else None


def _unescaped(text: str | None) -> str | None:
    return unescape(text) if text else None


def _keys(what: str) -> list[str]:
    keys: list[str] = data("pages")["meta"][what]
    return keys
