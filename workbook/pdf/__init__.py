"""The PDF file: faces, strokes, what each of them means. The only room that knows ReportLab."""

import sys
from types import ModuleType

# ReportLab runs ~/.reportlab_mods and reads ~/.reportlab_settings where they exist; a build
# depends on neither, so it finds these empty ones instead.
for _name in ("reportlab_mods", "reportlab_settings"):
    sys.modules.setdefault(_name, ModuleType(_name))
