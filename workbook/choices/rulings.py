"""What may be drawn to write on, and how far apart write lines are."""

from __future__ import annotations

from typing import Literal, get_args

Ruling = Literal["ruled", "dots", "grid", "blank"]
RulingName = Literal["compact", "standard", "large"]
# Millimetres between write lines: for small hands, for most, and for large ones.
PITCHES: dict[RulingName, float] = {"compact": 8.0, "standard": 9.0, "large": 12.0}
RULINGS: tuple[Ruling, ...] = get_args(Ruling)
