"""Every command and option says what it does, in its help and in the documents."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from workbook.cli import main

ROOT = Path(__file__).parents[2]
COMMANDS = sorted(main.commands)
OPTIONS = sorted(
    {
        (name, option)
        for name, command in main.commands.items()
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for option in (*parameter.opts, *parameter.secondary_opts)
    }
)


@pytest.fixture(scope="module")
def documents() -> str:
    paths = [ROOT / "README.md", *sorted((ROOT / "docs").glob("**/*.md"))]
    return "\n".join(path.read_text("utf-8") for path in paths if path.exists())


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_is_in_the_documents(documents: str, command: str) -> None:
    assert re.search(rf"\bworkbook {command}\b", documents)


@pytest.mark.parametrize(("command", "option"), OPTIONS)
def test_an_option_is_in_the_documents(documents: str, command: str, option: str) -> None:
    assert re.search(rf"(?<![\w-]){option}(?![\w-])", documents), command


@pytest.mark.parametrize("command", COMMANDS)
def test_help_names_what_a_command_takes(command: str) -> None:
    said = CliRunner().invoke(main, [command, "--help"]).stdout
    for parameter in main.commands[command].params:
        if isinstance(parameter, click.Argument):
            assert "CONTENT" in said
        if isinstance(parameter, click.Option):
            assert parameter.help
            assert all(one in said for one in (*parameter.opts, *parameter.secondary_opts))


def test_help_names_the_commands_and_exit_codes() -> None:
    said = CliRunner().invoke(main, ["-h"]).stdout
    assert all(re.search(rf"^  {command} ", said, re.MULTILINE) for command in COMMANDS)
    for code in ("0 done", "1 the content", "2 wrong usage", "3 a file"):
        assert code in " ".join(said.split())


@pytest.mark.parametrize("command", COMMANDS)
def test_short_and_long_help_are_the_same(command: str) -> None:
    short, long = (CliRunner().invoke(main, [command, flag]) for flag in ("-h", "--help"))
    assert (short.exception, short.stderr, long.exception) == (None, "", None)
    assert short.stdout == long.stdout
