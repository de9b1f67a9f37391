"""What is read from YAML: frozen mappings with fields of their own."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """Base of everything that is read from YAML: frozen, and it refuses unknown keys."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", defer_build=True, arbitrary_types_allowed=True
    )
