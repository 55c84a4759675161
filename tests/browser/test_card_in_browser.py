"""The card in a real browser: accessible, never wider than the screen, quiet, and whole on paper."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page

from source_audit import audit_article
from source_audit.audit import Audit
from source_audit.report import framed, render_report
from tests.browser.chromium import chromium
from tests.report.sample import crowd, empty, rich

pytestmark = pytest.mark.browser


def talker() -> Audit:
    """Return the audit of a text in which one person makes thirty statements."""
    said = (f"Ana Ruiz said the bridge over the river was unsafe in winter {number}." for number in range(30))
    return audit_article("\n\n".join(said), content_type="text")


CARDS = {"rich": rich, "empty": empty, "crowd": crowd, "talker": talker}
LINES = (
    "all => all.map(one => { const range = document.createRange(); range.selectNodeContents(one);"
    " return range.getClientRects().length })"
)
OPEN_ALL = "for (const d of document.querySelectorAll('details')) d.open = true"
SPACED = (
    "for (const e of document.querySelectorAll('body *')) { e.style.lineHeight = '1.5'; e.style.letterSpacing = '.12em';"
    " e.style.wordSpacing = '.16em' }"
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("cards")
    for name, make in CARDS.items():
        (folder / f"{name}.html").write_text(render_report(make()), encoding="utf-8")
    (folder / "frame.html").write_text(f"<!doctype html><title>x</title>{framed(rich())}", encoding="utf-8")
    return {path.stem: path.as_uri() for path in folder.iterdir()}


def opened(browser: Browser, address: str, width: int, scheme: str = "light", **options: bool) -> Page:
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
        **options,  # type: ignore[arg-type]
    )
    page = context.new_page()
    page.goto(address)
    return page


@pytest.mark.parametrize(
    ("name", "width", "scheme"),
    [
        ("rich", 375, "light"),
        ("rich", 375, "dark"),
        ("rich", 1280, "light"),
        ("rich", 1280, "dark"),
        ("empty", 375, "light"),
    ],
)
def test_axe_finds_no_violation(browser: Browser, files: dict[str, str], name: str, width: int, scheme: str) -> None:
    page = opened(browser, files[name], width, scheme, bypass_csp=True)
    page.evaluate(OPEN_ALL)
    found = Axe().run(page).response["violations"]
    page.context.close()
    assert not found, [(v["id"], [node["html"][:160] for node in v["nodes"][:3]]) for v in found]


@pytest.mark.parametrize("spaced", [False, True], ids=["plain", "text-spacing"])
@pytest.mark.parametrize("name", CARDS)
def test_no_sideways_scroll_on_the_narrowest_screen(
    browser: Browser, files: dict[str, str], name: str, spaced: bool
) -> None:
    page = opened(browser, files[name], 320, bypass_csp=True)
    page.evaluate(OPEN_ALL)
    page.check("#l-frm")
    if spaced:
        page.evaluate(SPACED)
    width = page.evaluate("document.documentElement.scrollWidth")
    page.context.close()
    assert width <= 320


@pytest.mark.parametrize("width", [375, 768, 1024])
def test_no_sideways_scroll_where_somebody_says_a_lot(browser: Browser, files: dict[str, str], width: int) -> None:
    page = opened(browser, files["talker"], width)
    found = page.evaluate("document.documentElement.scrollWidth")
    page.context.close()
    assert found <= width


def test_no_name_of_a_category_is_broken_inside_a_word(browser: Browser, files: dict[str, str]) -> None:
    page = opened(browser, files["rich"], 375)
    lines = page.locator(".num-t tbody th").evaluate_all(LINES)
    page.context.close()
    assert lines == [1] * 7


@pytest.mark.parametrize("name", ["rich", "frame"])
def test_the_card_asks_for_nothing_and_says_nothing_on_the_console(
    browser: Browser, files: dict[str, str], name: str
) -> None:
    page = browser.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(files[name])
    styled = page.frames[-1].evaluate("getComputedStyle(document.querySelector('h1')).fontWeight")
    page.close()
    assert [url for url in asked if not url.startswith(("file:", "about:"))] == []
    assert said == []
    assert styled == "600"


def test_the_first_screen_of_a_phone_shows_sentence_advice_and_recount(browser: Browser, files: dict[str, str]) -> None:
    page = browser.new_page(viewport={"width": 375, "height": 667})
    page.goto(files["rich"])
    bottoms = [page.locator(place).bounding_box() for place in (".say", ".do", "#h-rec")]
    page.close()
    assert all(box and box["y"] + box["height"] <= 667 for box in bottoms)


def test_layers_can_be_switched_off_without_a_script(browser: Browser, files: dict[str, str]) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(files["rich"])
    assert page.locator(".story .tag").first.is_visible()
    assert not page.locator(".story .form").first.is_visible()
    page.uncheck("#l-src")
    page.uncheck("#l-fnd")
    page.check("#l-frm")
    assert not page.locator(".story .tag").first.is_visible()
    assert not page.locator(".story .chip").first.is_visible()
    assert page.locator(".story .form").first.is_visible()
    page.context.close()


def test_links_into_the_card_work_inside_a_frame(browser: Browser, files: dict[str, str]) -> None:
    page = opened(browser, files["frame"], 1000)
    card = page.frame_locator("iframe")
    card.locator("nav a[href='#method']").click()
    box = card.locator("#method").bounding_box()
    title = card.locator("h1").count()
    page.context.close()
    assert title == 1
    assert box
    assert box["y"] < 800


def pages_of(browser: Browser, address: str, target: Path) -> list[str]:
    """Return the text of each printed page."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    page = browser.new_page()
    page.goto(address)
    page.pdf(path=str(target), prefer_css_page_size=True)
    page.close()
    text = subprocess.run(["pdftotext", str(target), "-"], capture_output=True, text=True, check=True).stdout
    return [" ".join(re.sub(r"\s+", " ", part).split()) for part in text.split("\f")]


def test_on_paper_the_first_page_is_the_summary_and_nothing_is_folded(
    browser: Browser, files: dict[str, str], tmp_path: Path
) -> None:
    first, second, *rest = pages_of(browser, files["rich"], tmp_path / "card.pdf")
    assert "Three things that matter most" in first
    assert "You decide" in first
    assert "The number becomes" in first
    assert "All 18 checks" not in first
    assert second.startswith("The article, with its sources marked")
    assert "The text says why a source is unnamed." in " ".join(rest)
    assert "Documents that are cited are linked." in " ".join(rest)
