"""Our own file, damaged in one place at a time: the checks that pass it have to see each damage.

The checks are the ones of the other test files, called with the damaged file, and page-validation
as PDF/UA-1 and PDF/A-2a. veraPDF, which needs Java, looks at all the copies in one run.
"""

from __future__ import annotations

import inspect
from importlib.util import module_from_spec, spec_from_file_location
from typing import TYPE_CHECKING

import page
import pikepdf
import pytest
import test_metadata
import test_verapdf

from support import content_damages, file_damages, tree_damages
from support.builds import TESTS, Built
from support.damages import damages_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import ModuleType

    from support.damages import Damage

CONTENT = """
title: A small book
language: en
links: [example.org]
parts:
  - title: Reading
    opening: false
    worksheets:
      - id: words
        title: Words to read
        blocks:
          - text: |
              A [place to read on](https://example.org/read).

              - one thing
              - another thing
          - heading: Room to write
          - prompt: What was it like?
            lines: 2
          - comparison: [A calm day, A hard day]
            rows:
              Morning: [Tea., Up late.]
"""
PROFILES = {
    "ua1": page.ValidationProfile.PDF_UA_1,
    "2a": page.ValidationProfile.PDF_A_2A,
}
DAMAGES = [
    damage
    for module in (content_damages, tree_damages, file_damages)
    for damage in damages_in(module)
]

verapdf = test_verapdf.verapdf


@pytest.fixture(scope="session")
def undamaged(built, tmp_path_factory) -> Built:
    content = tmp_path_factory.mktemp("small") / "small.yaml"
    content.write_text(CONTENT, "utf-8")
    return built(content, "letter")


@pytest.fixture(scope="session")
def damaged(undamaged, tmp_path_factory) -> Callable[[Damage], Path]:
    folder = tmp_path_factory.mktemp("damaged")

    def copy(damage: Damage) -> Path:
        path = folder / f"{damage.name}.pdf"
        with pikepdf.open(undamaged.path) as file:
            damage.spoil(file)
            file.save(path)
        return path

    return copy


@pytest.fixture(scope="session")
def own_checks() -> dict[str, Callable[..., None]]:
    """Tests of `test_tagging.py` and `test_metadata.py` that look at one finished file."""
    return {
        name: check
        for module in (_tagging(), test_metadata)
        for name, check in inspect.getmembers(module, inspect.isfunction)
        if name.startswith("test_") and list(inspect.signature(check).parameters) == ["any_pdf"]
    }


def _tagging() -> ModuleType:
    spec = spec_from_file_location("tagging", TESTS / "layout" / "test_tagging.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def complaints(made: Built, own_checks: dict[str, Callable[..., None]]) -> list[str]:
    """Which checks refuse a file: our own by name, page-validation's as `ua1` or `2a` and rule."""
    found = []
    for name, check in own_checks.items():
        try:
            check(made)
        # A damaged file may stop a check while it reads; that fails its test as well.
        except Exception:
            found.append(name)
    for flavour, profile in PROFILES.items():
        report = page.validate_pdf(str(made.path), profile=profile)
        found += [f"{flavour} {failure.rule_id}" for failure in report.failures]
    return found


def test_the_undamaged_file_passes(undamaged, own_checks):
    assert complaints(undamaged, own_checks) == []


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.name)
def test_damage_is_seen(damage, undamaged, damaged, own_checks):
    made = Built(undamaged.content, "letter", damaged(damage))
    found = complaints(made, own_checks)
    made.file.close()
    assert damage.seen_by in found


def test_verapdf_sees_what_its_profiles_ask(verapdf, undamaged, damaged):
    files = {damage.name: damaged(damage) for damage in DAMAGES}
    asked = [(flavour, path) for flavour in PROFILES for path in (undamaged.path, *files.values())]
    found = verapdf(asked)
    rules = {
        damage.name: {
            f"{flavour} {line.split()[0]}"
            for flavour in PROFILES
            for line in found[flavour, str(files[damage.name])]
        }
        for damage in DAMAGES
    }
    assert [found[flavour, str(undamaged.path)] for flavour in PROFILES] == [[], []]
    unseen = {d.name: rules[d.name] for d in DAMAGES if d.vera and d.vera not in rules[d.name]}
    assert unseen == {}
    assert {d.name for d in DAMAGES if not d.vera and rules[d.name]} == set()
