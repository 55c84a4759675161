"""The class sheets in a real browser: accessible, never wider than the screen, quiet, and whole on paper."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page

import source_audit
from source_audit.report import render_sheet
from source_audit.resources import page as example
from source_audit.teach import compose_lesson, key_view, student_view
from tests.browser.chromium import chromium

pytestmark = pytest.mark.browser

SHEETS = ("student", "key")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("sheets")
    lesson = compose_lesson(source_audit.audit_article(example("demo")), full_text=True)
    for name, view in (("student", student_view(lesson)), ("key", key_view(lesson))):
        (folder / f"{name}.html").write_text(render_sheet(f"exercise-{name}.html.jinja", **view), encoding="utf-8")
    return {path.stem: path.as_uri() for path in folder.iterdir()}


def opened(browser: Browser, address: str, width: int = 1280, *, bypass_csp: bool = False) -> tuple[Page, list[str]]:
    """Open a sheet and return it with whatever it asked for or complained about."""
    page = browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=bypass_csp).new_page()
    noise: list[str] = []
    page.on("console", lambda message: noise.append(message.text))
    page.on("request", lambda request: noise.append(request.url) if request.url != address else None)
    page.goto(address)
    return page, noise


@pytest.mark.parametrize("width", [375, 1280])
@pytest.mark.parametrize("name", SHEETS)
def test_axe_finds_no_violation(browser: Browser, files: dict[str, str], name: str, width: int) -> None:
    page, _ = opened(browser, files[name], width, bypass_csp=True)
    result = Axe().run(page)
    assert result.violations_count == 0, result.generate_report()


@pytest.mark.parametrize("name", SHEETS)
def test_the_style_applies_and_nothing_is_asked_for(browser: Browser, files: dict[str, str], name: str) -> None:
    page, noise = opened(browser, files[name])
    assert noise == []
    assert page.evaluate("parseFloat(getComputedStyle(document.body).maxWidth)") == 46 * 16


@pytest.mark.parametrize("width", [320, 375, 1280])
@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_is_never_wider_than_the_screen(browser: Browser, files: dict[str, str], name: str, width: int) -> None:
    page, _ = opened(browser, files[name], width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_targets_are_large_enough_and_answers_can_be_given_by_keyboard(browser: Browser, files: dict[str, str]) -> None:
    page, _ = opened(browser, files["student"], 375)
    small = page.evaluate(
        "[...document.querySelectorAll('.options label, input[type=text], textarea')]"
        ".filter(e => e.getBoundingClientRect().height < 24).length"
    )
    assert small == 0
    first = page.locator("fieldset input[type=radio]").first
    first.focus()
    page.keyboard.press("ArrowRight")
    assert page.locator("fieldset").first.locator("input:checked").count() == 1
    letter = page.locator("input.letter").first
    letter.fill("B")
    assert letter.input_value() == "B"


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("name", SHEETS)
def test_on_paper_nothing_is_lost(
    browser: Browser, files: dict[str, str], name: str, paper: str, tmp_path: Path
) -> None:
    page, _ = opened(browser, files[name])
    page.pdf(path=tmp_path / "sheet.pdf", format=paper)
    command = ["pdftotext", "-layout", str(tmp_path / "sheet.pdf"), "-"]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    words = {
        "student": [
            "Name",
            "Words you need",
            "Whose words are these?",
            "One step out of the page",
            "the key can be wrong",
        ],
        "key": ["Teacher's key", "How to mark", "Whose words are these?", "strike out"],
    }
    flat = re.sub(r"\s+", " ", printed)
    assert all(word in flat for word in words[name])
    assert "Skip to the sheet" not in flat
    assert printed.count("\f") <= 7


@pytest.mark.parametrize("name", SHEETS)
def test_no_colour_carries_a_meaning(browser: Browser, files: dict[str, str], name: str) -> None:
    """Every colour on the sheet is a grey, so that a copier loses nothing."""
    page, _ = opened(browser, files[name])
    colours = page.evaluate(
        "[...new Set([...document.querySelectorAll('body *')].flatMap(e => {"
        "const s = getComputedStyle(e); return [s.color, s.backgroundColor, s.borderLeftColor] }))]"
    )
    for colour in colours:
        red, green, blue = (int(part) for part in re.findall(r"\d+", colour)[:3])
        assert max(red, green, blue) - min(red, green, blue) <= 12, colour
