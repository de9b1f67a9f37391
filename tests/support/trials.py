"""How often Hypothesis tries: shortly and always the same, or far more with `-m campaign`."""

from __future__ import annotations

from functools import partial

from hypothesis import HealthCheck, Phase, settings

# Shrinking a failure takes minutes; the campaign does it.
ordinary = partial(
    settings,
    phases=(Phase.explicit, Phase.generate),
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
# The same examples each time, so that a change is told from bad luck; take `derandomize` out
# and raise the numbers to look further.
campaign = partial(
    settings,
    deadline=None,
    derandomize=True,
    database=None,
    print_blob=True,
    suppress_health_check=list(HealthCheck),
)
