"""An SVG drawing's pixels, made in a process of its own.

A few characters can scale a curve until its outline takes hours or all memory, and the renderer
neither stops by itself nor lets itself be stopped. So the process that it runs in has limits.
"""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

# Far more than any logo takes; the seconds are of CPU.
SECONDS = 10
MOST_MEMORY = 256 * 1024**2
# The child's exit codes: the renderer says no, or is stopped.
_REFUSED, _STOPPED = 2, 3
_CHILD = f"""
import sys
sys.path.append(sys.argv[1])
import resvg_py
try:
    import resource
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, ({SECONDS}, {SECONDS}))
    resource.setrlimit(resource.RLIMIT_DATA, ({MOST_MEMORY}, {MOST_MEMORY}))
except (ImportError, OSError, ValueError):
    pass
try:
    pixels = resvg_py.svg_to_bytes(
        svg_string=sys.stdin.buffer.read().decode("utf-8"),
        width=int(sys.argv[2]), height=int(sys.argv[3]), dpi=96, skip_system_fonts=True,
    )
except Exception:
    sys.exit({_REFUSED})
except BaseException:
    sys.exit({_STOPPED})
sys.stdout.buffer.write(pixels)
"""


class TooMuchToDrawError(Exception):
    """The drawing takes more time or memory than any logo should."""


class CannotDrawError(Exception):
    """The renderer refuses the drawing."""


def svg_pixels(text: str, width: int, height: int) -> bytes:
    """A PNG of the drawing, `width` by `height` pixels at most.

    Raises CannotDrawError; TooMuchToDrawError after ten seconds of CPU, twenty in all, or, where
    the system can limit it, at 256 MB.
    """
    found = find_spec("resvg_py")
    assert found is not None
    assert found.origin is not None
    # Isolated, so that no file of the present folder is taken for a module.
    child = [sys.executable, "-I", "-c", _CHILD, str(Path(found.origin).parents[1])]
    try:
        done = subprocess.run(
            [*child, str(width), str(height)],
            input=text.encode("utf-8"),
            capture_output=True,
            timeout=2 * SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise TooMuchToDrawError from None
    if done.returncode == _REFUSED:
        raise CannotDrawError
    if done.returncode:
        raise TooMuchToDrawError
    return done.stdout
