"""Choices as keys of a file: made from the declarations of the choices that may stand there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from workbook.choices.choice import Names, OneOf, Switch
from workbook.choices.choices import DECLARED, Choices
from workbook.content.names import Identifier
from workbook.schema.field import Field
from workbook.schema.model import Model

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbook.choices.choice import Choice


class Choosing(Model):
    """A mapping that makes choices beside all else that it holds; its `further` keys are they."""

    @property
    def choices(self) -> Choices:
        """What it says, which holds where whoever comes before it says nothing else."""
        return Choices(**{name: getattr(self, name) for name in self.further})


def keys_in(place: str) -> Mapping[str, Any]:
    """The choices that may stand in `place`, each with the annotation of its key."""
    return {name: _kind_of(one) | None for name, one in DECLARED.items() if place in one.stands}


def _kind_of(choice: Choice[Any]) -> Any:
    if isinstance(choice, Switch):
        return bool
    if isinstance(choice, OneOf):
        return Literal[choice.values]
    assert isinstance(choice, Names)
    least = 0 if choice.adds_up else 1
    return Annotated[tuple[Identifier, ...], Field(min_length=least)]
