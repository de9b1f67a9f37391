"""Helplines by region, as a file beside the book has them."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints

from workbook.schema.model import Model
from workbook.text.prose import Words

Text = Annotated[str, StringConstraints(min_length=1, max_length=300)]


class Helpline(Model):
    """One line to call: ways to reach it, and the day its details were last checked."""

    name: Words
    contact: tuple[Words, ...] = Field(min_length=1)
    hours: Words | None = None
    whom: Words | None = Field(None, alias="for")
    verified: date
    source: Text


class Region(Model):
    """The helplines of one country or group of countries."""

    name: Words
    lines: tuple[Helpline, ...] = Field(min_length=1)
