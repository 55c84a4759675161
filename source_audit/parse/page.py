"""An article that comes as HTML."""

from collections.abc import Sequence
from itertools import islice

from lxml import etree
from lxml.etree import _Element

from source_audit.document import BODY_KINDS, Block, BlockKind, Document, Genre, Notice, Stated
from source_audit.errors import ArticleError
from source_audit.parse.container import pick_container
from source_audit.parse.credits import read_credits
from source_audit.parse.fallback import is_doubtful, second_opinion
from source_audit.parse.genre import genre_of_label, genre_of_section, genre_of_types, is_label, label_in_headline
from source_audit.parse.head import Days, Sections, Shown, read_shown
from source_audit.parse.intake import Intake
from source_audit.parse.language import language_of
from source_audit.parse.metadata import Stating, read_stating
from source_audit.parse.once import each_once
from source_audit.parse.pieces import Piece
from source_audit.parse.residue import with_pasted_posts
from source_audit.parse.sheet import Sheet, laid_out
from source_audit.parse.signed import label_in_credit
from source_audit.parse.tame import shallow, with_few_attributes
from source_audit.parse.trim import trimmed
from source_audit.parse.walk import walk
from source_audit.span import Span
from source_audit.web.addresses import absolute

_SAMPLE_BLOCKS = 60
_MOST_HELD = 20_000
"""So many elements are held while a page is read, as lxml makes one that nobody holds anew each time it is met."""


def read_page(intake: Intake, url: str | None) -> Document:
    """Return the document of a page; *url* is what the caller says is its address."""
    whole = _utf8(intake.text) if intake.utf8 is None else intake.utf8
    root = _tree(intake.text, whole)
    held = list(islice(root.iter(), _MOST_HELD))
    stating = read_stating(root, url)
    canonical = stating.url()
    address = url or (canonical.value if canonical else "")
    shown = _shown(root, stating, has_trail=b"crumb" in whole)
    body, doubts = _body(root, address, shown)
    del held
    pieces = [*shown.pieces(), *each_once(with_pasted_posts(body))]
    sheet = laid_out(pieces, _base(root, address), address)
    credit = read_credits(stating, shown, sheet, address)
    language, notices = language_of(_sample(sheet), stating.language())
    section = _section(stating, shown, sheet)
    return Document(
        text=sheet.text,
        blocks=sheet.blocks,
        content_type="html",
        sha256=intake.sha256,
        links=sheet.links,
        embeds=sheet.embeds,
        title=credit.title,
        authors=credit.authors,
        published=credit.published,
        modified=stating.modified,
        site=_site(stating, credit.title),
        url=canonical,
        language=language,
        section=section,
        genre=_genre(stating, section, sheet.blocks),
        conflicts=credit.conflicts,
        notices=(*intake.notices, *doubts, *notices),
    )


def _body(root: _Element, address: str, shown: Shown) -> tuple[list[Piece], tuple[Notice, ...]]:
    """Return the pieces of the article, with a notice where hardly any were found and something could be done."""
    container, kept, prose = pick_container(root)
    body = trimmed(walk(container, kept), address, shown)
    if not is_doubtful(body, prose):
        return body, ()
    body, notices = second_opinion(root, body)
    return trimmed(body, address, shown), notices


def _tree(text: str, whole: bytes) -> _Element:
    """Return the tree of a page, of which *whole* is the text in UTF-8."""
    tamed = with_few_attributes(text.replace("\0", "") if b"\0" in whole else text)
    root, complete = _parsed(whole if tamed is text else _utf8(tamed))
    if not complete:
        root, _ = _parsed(_utf8(shallow(tamed)))
    if root is None:
        raise ArticleError("no article text was found: the HTML holds no element; give the page's whole HTML")
    while (beside := root.getnext()) is not None:  # broken markup can make the parser begin another page beside it
        root.append(beside)
    return root


def _utf8(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _parsed(markup: bytes) -> tuple[_Element | None, bool]:
    """Return the tree of a page, and whether all of it is there: the parser stops where elements nest too deep."""
    # No element is looked up by its id, and a table of all of them costs a tenth of the parsing.
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, collect_ids=False
    )
    try:
        root = etree.fromstring(markup, parser)
    except etree.ParserError:
        return None, True
    return root, not any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)


def _shown(root: _Element, stating: Stating, *, has_trail: bool) -> Shown:
    modified = stating.modified
    return read_shown(
        root,
        titles=[title.value for title in stating.titles()],
        authors=[author.value for author in stating.authors()],
        days=Days(
            published=[day.value for day in stating.each_published if day],
            modified=modified.value if modified else None,
        ),
        sections=Sections(
            names=stating.section_names,
            is_stated=stating.section() is not None,
            has_trail=has_trail,
            sites=stating.site_keys,
        ),
    )


def _base(root: _Element, address: str) -> str:
    """Return the address that relative links start from."""
    found = next(root.iter("base"), None)
    return (absolute(found.get("href") or "", address) if found is not None else None) or address


def _sample(sheet: Sheet) -> str:
    return " ".join(block.span.of(sheet.text) for block in sheet.blocks[:_SAMPLE_BLOCKS] if block.kind in BODY_KINDS)


def _site(stating: Stating, title: Stated | None) -> Stated | None:
    """Return the name of the site: as the head states it, or from the page's title where that is no label."""
    if stated := stating.site():
        return stated
    found = stating.site_in_title(title.value if title else "")
    return None if found is None or is_label(found.value) else found


def _section(stating: Stating, shown: Shown, sheet: Sheet) -> Stated | None:
    if shown.section:
        return Stated(value=shown.section, origin="text", span=_first(sheet, BlockKind.SECTION))
    return _label_beside(sheet) or stating.section()


def _label_beside(sheet: Sheet) -> Stated | None:
    """Return the label that the headline begins or ends with, or that stands in a line of credits."""
    for block in sheet.blocks:
        if block.kind in (BlockKind.HEADLINE, BlockKind.BYLINE):
            words = block.span.of(sheet.text)
            place = label_in_headline(words) if block.kind is BlockKind.HEADLINE else label_in_credit(words)
            if place is not None:
                span = Span(block.span.start + place.start, block.span.start + place.end)
                return Stated(value=place.of(words), origin="text", span=span)
    return None


def _genre(stating: Stating, section: Stated | None, blocks: Sequence[Block]) -> Genre:
    """Return the genre by the page's data, its visible label or the section that its data name, in this order."""
    stated = stating.section()
    return (
        genre_of_types(stating.json_ld.types)
        or next(filter(None, (genre_of_label(name, "meta") for name in stating.genres())), None)
        or (genre_of_section(section, blocks) if section else None)
        or (genre_of_label(stated.value, "section") if stated else None)
        or Genre()
    )


def _first(sheet: Sheet, kind: BlockKind) -> Span | None:
    return next((block.span for block in sheet.blocks if block.kind is kind), None)
