"""The house: data comes in at one end and goes out at the other, and so do imports."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import workbook

PACKAGE = Path(workbook.__file__).parent
MODULES = sorted(path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py"))
# A room imports from itself and from those after it.
ROOMS = (
    "cli",
    "testsheet",
    "checking",
    "making",
    "finishing",
    "content",
    "blocks",
    "matter",
    "layout",
    "pdf",
    "choices",
    "schema",
    "pictures",
    "text",
)
# What anyone may import, and what only starts the program.
LOOSE = {"workbook", "workbook.errors", "workbook.geometry", "workbook.shipped"}
ENTRY = {"workbook", "workbook.__main__"}


def _name(module: Path) -> str:
    parts = module.with_suffix("").parts
    return ".".join(part for part in ("workbook", *parts) if part != "__init__")


NAMES = {_name(module): module for module in MODULES}


def _imports(module: Path) -> set[str]:
    """The modules that a file imports anywhere, for types only included."""
    tree = ast.parse((PACKAGE / module).read_text("utf-8"))
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            assert node.module is not None
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            names |= (inner & NAMES.keys()) or {node.module}
    return names


def _may(importer: str, imported: str) -> bool:
    if imported in LOOSE or importer in ENTRY:
        return True
    here, there = (name.split(".")[1] for name in (importer, imported))
    return here in ROOMS and there in ROOMS and ROOMS.index(here) <= ROOMS.index(there)


def _wrong(name: str, module: Path) -> list[str]:
    return [
        other
        for other in sorted(_imports(module))
        if other.split(".")[0] == "workbook" and not _may(name, other)
    ]


def test_imports_run_one_way():
    assert not {name: wrong for name, module in NAMES.items() if (wrong := _wrong(name, module))}


def test_the_rule_sees_a_wrong_import():
    assert not _may("workbook.layout.stack", "workbook.blocks.text")
    assert not _may("workbook.blocks.text", "workbook.making.pipeline")
    assert not _may("workbook.errors", "workbook.text.spans")
    assert not _may("workbook.pdf.pen", "workbook.layout.box")
    assert _may("workbook.making.pipeline", "workbook.finishing.whole")
    assert _may("workbook.blocks.text", "workbook.layout.stack")


def test_every_room_is_in_the_order():
    rooms = {module.parts[0] for module in MODULES if len(module.parts) > 1}
    assert rooms == set(ROOMS)
    assert len([module for module in MODULES if len(module.parts) == 1]) <= 5


def test_the_plan_is_drawn_and_described_in_this_order():
    text = (Path(__file__).parents[1] / "docs" / "architecture.md").read_text("utf-8")
    _, drawing = text.partition("## Rooms")[2].split("```")[:2]
    # What stands to the right of a wide gap is about a room; the last line names several.
    names = [re.findall(r"\w+", re.split(r" {4,}", line)[0]) for line in drawing.splitlines()]
    assert tuple(name for line in names for name in line) == ROOMS
    assert tuple(re.findall(r"^\| `(\w+)/` \|", text, re.MULTILINE)) == ROOMS


def test_rooms_at_the_bottom_stand_alone():
    for name, module in NAMES.items():
        room = name.split(".")[1:2]
        if room and room[0] in ("choices", "schema", "pictures", "text"):
            inner = {other for other in _imports(module) if other.startswith("workbook.")}
            assert {other.split(".")[1] for other in inner - LOOSE} <= set(room), name


def test_nothing_imports_what_imports_it():
    graph = {name: _imports(module) & NAMES.keys() - {name} for name, module in NAMES.items()}
    # A package's own file stands for what it gathers.
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as circle:
        pytest.fail(" → ".join(circle.args[1]))


def _uses(name: str, library: str) -> bool:
    return any(imported.split(".")[0] == library for imported in _imports(NAMES[name]))


def test_reportlab_stays_in_one_room():
    users = [name for name in NAMES if _uses(name, "reportlab")]
    # It has to be imported undisturbed, which is done in one place.
    assert users == ["workbook.pdf.reportlab"]
    handed_on = [name for name in NAMES if "workbook.pdf.reportlab" in _imports(NAMES[name])]
    assert {name.split(".")[1] for name in handed_on} == {"pdf"}


def test_no_file_is_finished_by_another_program():
    assert not [name for name in NAMES if _uses(name, "pikepdf") or _uses(name, "lxml")]


def test_names_say_what_a_thing_is():
    vague = {"util", "utils", "helper", "helpers", "manager", "common", "misc"}
    parts = {part for module in MODULES for part in (module.stem, *module.parent.parts)}
    assert not {part for part in parts if vague & set(part.split("_"))}


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
        "from workbook.making.pipeline import build\n"
        "from workbook.choices.choices import Choices\n"
        f"build(Path({str(sample)!r}), Choices())\n"
    )
    needless = {
        "pikepdf",
        "lxml",
        "pydantic",
        "PIL",
        "numpy",
        "pypdfium2",
        "rich",
        "reportlab.pdfgen.canvas",
    }
    assert not _loaded_by(build) & needless
