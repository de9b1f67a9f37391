"""The events of a YAML text, the same from libyaml and from PyYAML's own Python.

PyYAML's Python reads plain texts by YAML 1.1, libyaml by YAML 1.2: it lets them hold `?` in
`[…]`, and lets tabs stand between words. `PythonLoader` reads as libyaml 0.2.5 does.
"""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Any

import yaml
from yaml.scanner import ScannerError

if TYPE_CHECKING:
    from collections.abc import Iterator

_BREAKS = "\r\n\x85\u2028\u2029"
_BLANKS = " \t" + _BREAKS
_ENDS = "\0" + _BLANKS
_QUOTES_END = "'\"\\" + _ENDS
_HEXADECIMAL = re.compile("[0-9a-fA-F]+")


class PythonLoader(yaml.SafeLoader):
    """PyYAML's reader in Python, reading as libyaml does."""

    def scan_to_next_token(self) -> None:
        """Pass over spaces, comments and line breaks, and over tabs that indent nothing."""
        while True:
            if self.column == 0 and self.peek() == "\ufeff":
                self.forward()
            while self.peek() == " " or (
                self.peek() == "\t" and (self.flow_level or not self.allow_simple_key)
            ):
                self.forward()
            if self.peek() == "#":
                while self.peek() not in "\0" + _BREAKS:
                    self.forward()
            if not self._line_break():
                return
            if not self.flow_level:
                self.allow_simple_key = True

    def scan_plain(self) -> yaml.ScalarToken:
        """A plain text: words with spaces and tabs between them, over several lines."""
        start = end = self.get_mark()
        indent = self.indent + 1
        words: list[str] = []
        between = ""
        is_first = True
        breaks = False
        while not self._is_document_sign() and self.peek() != "#":
            length = self._word()
            if length or is_first:
                words += [between, self.prefix(length)]
                self.forward(length)
                end = self.get_mark()
                is_first = False
                between, breaks = "", False
            if self.peek() not in _BLANKS:
                break
            between, breaks = self._between(indent, start)
            if not self.flow_level and self.column < indent:
                break
        self.allow_simple_key = breaks
        return yaml.ScalarToken("".join(words), True, start, end)

    def _line_break(self) -> str:
        found: str = self.scan_line_break()  # type: ignore[no-untyped-call]
        return found

    def _is_document_sign(self) -> bool:
        return self.column == 0 and self.prefix(3) in ("---", "...") and self.peek(3) in _ENDS

    def _word(self) -> int:
        """How many characters there are until the text ends or has a blank."""
        length = 0
        ends = ",[]{}" if self.flow_level else ""
        while True:
            character = self.peek(length)
            if character in _ENDS or character in ends:
                return length
            if character == ":":
                following = self.peek(length + 1)
                if following in _ENDS:
                    return length
                if self.flow_level and following in ",?[]{}":
                    self.forward(length)
                    raise ScannerError(
                        "while scanning a plain scalar",
                        self.get_mark(),
                        "found unexpected ':'",
                        self.get_mark(),
                    )
            length += 1

    def _between(self, indent: int, start: Any) -> tuple[str, bool]:
        """What stands for the blanks between two words, and whether they have a line break."""
        blanks = ""
        breaks: list[str] = []
        while self.peek() in _BLANKS:
            line_break = self._line_break()
            if line_break:
                breaks.append(line_break)
                continue
            if breaks and self.column < indent and self.peek() == "\t":
                raise ScannerError(
                    "while scanning a plain scalar",
                    start,
                    "found a tab character that violates indentation",
                    self.get_mark(),
                )
            blanks += self.peek()
            self.forward()
        if not breaks:
            return blanks, False
        first, *others = breaks
        if first != "\n":
            return "".join(breaks), True
        return "".join(others) or " ", True

    def scan_flow_scalar_non_spaces(self, double: bool, start_mark: Any) -> list[str]:
        """Words in quotes, as far as the next blank or the closing quote."""
        found: list[str] = []
        while True:
            length = 0
            while self.peek(length) not in _QUOTES_END:
                length += 1
            found.append(self.prefix(length))
            self.forward(length)
            sign = self.peek()
            if double and sign == "\\":
                found.append(self._escape(start_mark))
            elif not double and self.prefix(2) == "''":
                found.append("'")
                self.forward(2)
            elif sign == "'" if double else sign in ('"', "\\"):
                found.append(sign)
                self.forward()
            else:
                return found

    def _escape(self, start: Any) -> str:
        mark = self.get_mark()
        context = "while parsing a quoted scalar"
        sign = self.peek(1)
        if sign in self.ESCAPE_REPLACEMENTS:
            self.forward(2)
            return str(self.ESCAPE_REPLACEMENTS[sign])
        if sign in _BREAKS:
            self.forward()
            self._line_break()
            return "".join(self.scan_flow_scalar_breaks(True, start))
        if sign not in self.ESCAPE_CODES:
            raise ScannerError(context, start, "found unknown escape character", mark)
        self.forward(2)
        length = self.ESCAPE_CODES[sign]
        digits = self.prefix(length)
        mark = self.get_mark()
        if not _HEXADECIMAL.fullmatch(digits) or len(digits) < length:
            problem = "did not find expected hexdecimal number"
            raise ScannerError(context, start, problem, mark)
        code = int(digits, 16)
        if code > sys.maxunicode or 0xD800 <= code <= 0xDFFF:
            problem = "found invalid Unicode character escape code"
            raise ScannerError(context, start, problem, mark)
        self.forward(length)
        return chr(code)


Loader: Any = getattr(yaml, "CSafeLoader", PythonLoader)


def events(text: str, loader: Any = Loader) -> Iterator[yaml.Event]:
    """The events of a text; raises yaml.MarkedYAMLError."""
    yield from yaml.parse(text, loader)
