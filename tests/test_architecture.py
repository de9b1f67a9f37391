"""The house: imports run one way, files are small, and heavy libraries stay where they belong."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import workbook

PACKAGE = Path(workbook.__file__).parent
MODULES = sorted(path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py"))
# A module imports from its own layer and from those after it.
LAYERS = ("cli", "build", "content", "blocks", "layout", "editions.sheet")
# Steps of the pipeline at the top of the package belong to the layer of `build`.
PIPELINE = {
    "build",
    "check",
    "contents_list",
    "drawing",
    "imprint",
    "index",
    "info",
    "products",
    "sections",
    "testsheet",
}
COMMANDS = {"__main__", "options", "terminal"}
ANYONE = {"workbook", "workbook.errors", "workbook.shipped"}


def _name(module: Path) -> str:
    parts = module.with_suffix("").parts
    return ".".join(part for part in ("workbook", *parts) if part != "__init__")


def _layer(name: str) -> str:
    inner = name.removeprefix("workbook").removeprefix(".")
    if inner.startswith(("editions.sheet", "editions.type", "editions.ink", "editions.paper")):
        return "editions.sheet"
    first = inner.split(".")[0]
    return "build" if first in PIPELINE else "cli" if first in COMMANDS else first


def _imports(module: Path) -> list[str]:
    tree = ast.parse((PACKAGE / module).read_text("utf-8"))
    names = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            names.append(node.module or "")
    return names


def _may(importer: str, imported: str) -> bool:
    here, there = _layer(importer), _layer(imported)
    if imported in ANYONE or here == there or importer == "workbook.errors":
        return True
    if there in ("editions", "finishing"):
        return here in ("cli", "build")
    if here == "editions":
        return there == "editions.sheet"
    if here not in LAYERS:
        return False
    return there in LAYERS and LAYERS.index(here) < LAYERS.index(there)


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_imports_run_one_way(module):
    name = _name(module)
    wrong = [
        other
        for other in _imports(module)
        if other.split(".")[0] == "workbook" and not _may(name, other)
    ]
    assert not wrong


def test_the_rule_sees_a_wrong_import():
    assert not _may("workbook.layout.flow", "workbook.blocks.text")
    assert not _may("workbook.blocks.text", "workbook.build")
    assert not _may("workbook.blocks.text", "workbook.editions.edition")
    assert not _may("workbook.finishing.archive", "workbook.layout.pen")
    assert _may("workbook.build", "workbook.finishing.archive")
    assert _may("workbook.blocks.text", "workbook.layout.flow")


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_only_the_layout_knows_reportlab(module):
    if module.parts[0] != "layout":
        assert not [name for name in _imports(module) if name.split(".")[0] == "reportlab"]


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_files_are_small(module):
    assert len((PACKAGE / module).read_text("utf-8").splitlines()) < 300


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_names_say_what_a_thing_is(module):
    vague = {"util", "utils", "helper", "helpers", "manager", "common", "misc"}
    for part in (module.stem, *module.parent.parts):
        assert not vague & set(part.split("_"))


def _loaded_by(program: str) -> set[str]:
    show = f"{program}\nimport sys\nprint(*sys.modules, sep='\\n')"
    told = subprocess.run([sys.executable, "-c", show], capture_output=True, text=True, check=True)
    return set(told.stdout.split("\n"))


def test_help_is_told_without_the_heavy_libraries():
    help_ = (
        "from workbook.cli import main\n"
        "import contextlib, io\n"
        "with contextlib.redirect_stdout(io.StringIO()):\n"
        "    main(['--help'], standalone_mode=False)\n"
    )
    heavy = {"reportlab", "pydantic", "yaml", "pikepdf", "pypdfium2", "PIL", "rich", "markdown_it"}
    assert not _loaded_by(help_) & heavy


def test_a_build_loads_only_what_it_needs():
    sample = Path(__file__).parent / "samples" / "text.yaml"
    build = (
        "from pathlib import Path\n"
        "from workbook.build import build\n"
        "from workbook.editions.edition import Edition\n"
        f"build(Path({str(sample)!r}), Edition())\n"
    )
    needless = {"reportlab.platypus", "weasyprint", "numpy", "pypdfium2", "rich"}
    assert not _loaded_by(build) & needless
