"""How identifiers, region codes and file names are written, as regular expressions."""

IDENTIFIER = r"^[a-z0-9]+(-[a-z0-9]+)*$"
REGION = r"^[a-z]{2,8}$"
# A file beside the book: no path, so that a book can't reach for anything else.
FILE_NAME = r"^[\w-][\w .-]*\.ya?ml$"
