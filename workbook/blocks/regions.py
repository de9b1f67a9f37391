"""Helplines by region, as a file beside the book has them."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from workbook.schema.field import Field
from workbook.schema.model import Model
from workbook.text.prose import Words

Text = Annotated[str, Field(min_length=1, max_length=300)]


class Helpline(Model):
    """One line to call: ways to reach it, and the day its details were last checked."""

    name: Words
    contact: tuple[Words, ...] = Field(min_length=1)
    hours: Words | None = None
    whom: Words | None = Field(default=None, key="for")
    verified: date
    source: Text


class Region(Model):
    """The helplines of one country or group of countries."""

    name: Words
    lines: tuple[Helpline, ...] = Field(min_length=1)
