"""Choices as the command line calls them: options, or keys of a file where they stand there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.choices.choice import OneOf, Switch
from workbook.choices.choices import DECLARED
from workbook.errors import AsKeys

if TYPE_CHECKING:
    from workbook.errors import Mention


class AsOptions:
    """Choices as options: `--ruling compact`."""

    def name(self, choice: Mention) -> str:
        """The option with its value, or the key in the place where it was chosen."""
        if choice.place:
            return AsKeys().name(choice)
        declared = DECLARED.get(choice.name)
        if isinstance(declared, Switch):
            return f"--{declared.on if choice.value else declared.off}"
        option = option_name(choice.name)
        return f"{option} {choice.value}" if isinstance(declared, OneOf) else option

    def undoing(self, choice: Mention) -> tuple[str, str]:
        """Leave an option out; switch off what stands elsewhere, or change it there."""
        if not choice.place:
            return "leave out", self.name(choice)
        declared = DECLARED[choice.name]
        if isinstance(declared, Switch) and declared.off:
            return "add", f"--{declared.off if choice.value else declared.on}"
        return "change", self.name(choice)


def option_name(choice: str) -> str:
    """A choice's option, such as `--extra-pages`."""
    return f"--{choice.replace('_', '-')}"
