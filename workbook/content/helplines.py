"""Helplines by region, read from the data file that a book names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.blocks.regions import Region
from workbook.content.characters import unprintable
from workbook.content.faults import problems_of
from workbook.content.references import misplaced_references
from workbook.content.texts import texts_of
from workbook.errors import ContentError, FieldFault
from workbook.schema.field import Field
from workbook.schema.model import Model
from workbook.schema.values import ModelError, faults_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbook.content.source import Source


class _Directory(Model):
    """The whole file."""

    regions: dict[str, Region] = Field(min_length=1)


def regions_of(source: Source) -> Mapping[str, Region]:
    """Regions by their code; raises ContentError with all faults."""
    problems = list(unprintable(source))
    try:
        directory = _Directory.from_yaml(source.root.value)
        regions = directory.regions
        problems += misplaced_references(texts_of(directory, ()), source)
    except (FieldFault, ModelError) as error:
        problems += problems_of(faults_of(error), source)
    if problems:
        problems.sort(key=lambda problem: (problem.place.line, problem.place.column))
        raise ContentError(problems)
    return regions
