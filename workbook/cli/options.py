"""Options made from the choices that may stand in a command."""

from __future__ import annotations

from functools import cache, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbook.choices.choice import COMMAND, Copies, Names, OneOf, Switch
from workbook.choices.choices import DECLARED, Choices
from workbook.cli.wording import option_name

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from workbook.choices.choice import Choice

CONTENT = click.argument("content", required=False, type=click.Path(readable=False, path_type=Path))


class _Value(click.ParamType):  # type: ignore[type-arg]
    """What a choice reads from the text of an option."""

    def __init__(self, choice: Choice[Any]) -> None:
        self.name, self._choice = choice.metavar or "TEXT", choice

    def convert(self, value: Any, parameter: Any, context: Any) -> Any:
        """The value; click tells what is wrong with a text that means none."""
        if not isinstance(value, str):
            return value
        try:
            return self._choice.read(value)
        except ValueError as error:
            self.fail(str(error), parameter, context)


def _together(context: Any, parameter: click.Parameter, given: Sequence[str]) -> Any:
    """What an option that may be given again says in all; None when it wasn't given."""
    if not given:
        return None
    try:
        return DECLARED[str(parameter.name)].read(",".join(given))
    except ValueError as error:
        raise click.BadParameter(str(error), context, parameter) from None


@cache
def _option(name: str) -> click.Option:
    """The option of a choice; without a value where it isn't given, so that it says nothing."""
    choice = DECLARED[name]
    if isinstance(choice, Switch):
        flags = f"--{choice.on}" + (f"/--{choice.off}" if choice.off else "")
        more: dict[str, Any] = {"is_flag": True, "default": None}
        if not choice.off:
            more |= {"flag_value": True}
        return click.Option([flags, name], help=choice.help, **more)
    # Left out it says nothing, so click knows no default to show.
    shown = f"  [default: {choice.default}]" if choice.default not in (None, 0, ()) else ""
    more = {"help": f"{choice.help}{shown}", "metavar": choice.metavar or None}
    if isinstance(choice, OneOf):
        more |= {"type": click.Choice(list(choice.values))}
    elif isinstance(choice, Names | Copies):
        more |= {"multiple": True, "callback": _together}
    else:
        more |= {"type": _Value(choice)}
    return click.Option([option_name(name), name], **more)


def with_choices(
    *names: str,
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the options of these choices, or of all; it gets them as `choices`."""
    named = names or tuple(name for name, one in DECLARED.items() if COMMAND in one.stands)

    def added(command: Callable[..., None]) -> Callable[..., None]:
        @wraps(command)
        def wrapped(**given: Any) -> None:
            chosen = {name: given.pop(name) for name in named}
            command(choices=Choices(**chosen), **given)

        # click gathers options from the last to the first.
        kept = wrapped.__dict__.setdefault("__click_params__", [])
        kept.extend(_option(name) for name in reversed(named))
        return wrapped

    return added
