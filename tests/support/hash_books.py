"""Run by another Python: builds `books`, and prints its version and their hashes.

A book is a content file and its choices, such as `content.yaml paper=a4`; all are in the folder
of the program, which is /program where none is given. It imports nothing of the tests.
"""

import sys

given = globals().get("books")
folder, books = ("/program", list(given)) if given is not None else (sys.argv[1], sys.argv[2:])
sys.path.insert(0, folder)

from datetime import date  # noqa: E402
from hashlib import sha256  # noqa: E402

import workbook  # noqa: E402

print(sys.version.split()[0])
for book in books:
    content, *chosen = book.split()
    choices = workbook.Choices(
        date=date(2026, 11, 23), **dict(choice.split("=") for choice in chosen)
    )
    print(sha256(workbook.build(f"{folder}/{content}", choices).pdf).hexdigest())
