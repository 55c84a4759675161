"""What is built and installed holds what the checkout holds."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return zipfile.ZipFile(next(folder.glob("*.whl")))


def test_the_wheel_holds_every_module_and_data_file(wheel: zipfile.ZipFile) -> None:
    package = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "source_audit").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert package <= set(wheel.namelist())


def test_the_wheel_carries_the_templates_inside_the_package(wheel: zipfile.ZipFile) -> None:
    for path in (ROOT / "templates").rglob("*.jinja"):
        inside = "source_audit/" + path.relative_to(ROOT).as_posix()
        assert wheel.read(inside) == path.read_bytes()


def test_templates_end_in_jinja() -> None:
    assert {path.suffix for path in (ROOT / "templates").rglob("*") if path.is_file()} == {".jinja"}


def test_an_installed_wheel_renders_a_card(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    """The templates are found where a wheel puts them, not only beside the package of a checkout."""
    wheel.extractall(tmp_path / "site")
    program = (
        "import source_audit, sys; assert source_audit.__file__.startswith(sys.argv[1]), source_audit.__file__;"
        "a = source_audit.audit_article('The ferry stops in May, Mayor Ana Ruiz said.', content_type='text');"
        "print(source_audit.render_report(a, 'html')[:15])"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program, str(tmp_path)],
        cwd=tmp_path / "site",
        env={"PYTHONPATH": str(tmp_path / "site"), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.strip() == "<!doctype html>", done.stderr
