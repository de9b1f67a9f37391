"""References from one worksheet to another: `[](#danger-signs)` names it, and tells its page."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Any

from workbook.content.texts import texts_of
from workbook.errors import Problem, did_you_mean
from workbook.schema.model import Model
from workbook.text.prose import Prose
from workbook.text.spans import Listing, PageReference, Passage, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from workbook.content.book import Book
    from workbook.content.source import Source
    from workbook.content.texts import Text
    from workbook.text.spans import Inline

    Change = Callable[[tuple[Inline, ...]], tuple[Inline, ...]]

# Where a reference can stand: in a worksheet's own words, and in what a part is for.
_FIELDS = ("aim", "stop", "blocks", "intro")


def reference_problems(book: Book, source: Source) -> Iterator[Problem]:
    """References to what isn't in the book, and in titles."""
    ids = {worksheet.id for worksheet in book.worksheets}
    for text in texts_of(book, ()):
        if not _refers(text.prose):
            continue
        inside = text.path[0] == "parts" and not set(_FIELDS).isdisjoint(text.path)
        yield from (_unknown(text, ids, source) if inside else misplaced_references([text], source))


def misplaced_references(texts: Iterable[Text], source: Source) -> Iterator[Problem]:
    """References in texts that can't hold any."""
    for text in texts:
        if _refers(text.prose):
            yield Problem(
                source.place(text.path, key=text.key),
                "no reference to a worksheet can stand here",
                "write its title in plain words",
            )


def _unknown(text: Text, ids: set[str], source: Source) -> Iterator[Problem]:
    for target in dict.fromkeys(span.leads[2] for span in text.prose.spans):
        if target is not None and target not in ids:
            yield Problem(
                source.place(text.path, key=text.key),
                f"there is no worksheet `{target[:40]}` to refer to",
                did_you_mean(target, sorted(ids)),
            )


def with_titles(book: Book, quotes: tuple[str, ...]) -> Book:
    """`book` with the title, in `quotes`, wherever a reference has no words of its own."""
    titles = {worksheet.id: worksheet.title.plain for worksheet in book.worksheets}

    def named(spans: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple(
            span._replace(text=f"{quotes[0]}{titles[span.target]}{quotes[1]}")
            if isinstance(span, Span) and span.target is not None and not span.text
            else span
            for span in spans
        )

    changed: Book = _changed(book, named)
    return changed


def with_pages(book: Book, page: str) -> Book:
    """`book` with words for the page after each reference; `page` has a blank `{page}` for it.

    What refers to a worksheet that `book` doesn't have keeps its words only.
    """
    ids = {worksheet.id for worksheet in book.worksheets}
    before, _, after = f" ({page})".partition("{page}")
    if before.endswith(" "):
        before = f"{before[:-1]}\u00a0"

    def paged(spans: tuple[Inline, ...]) -> tuple[Inline, ...]:
        found: list[Inline] = []
        for target, run in groupby(spans, key=lambda span: span.leads[2]):
            words = [span for span in run if isinstance(span, Span)]
            if target is None or target not in ids:
                found += [span._replace(target=None) for span in words]
            else:
                last = words[-1]
                reference = PageReference(target, before, after, last.strong, last.emphasis)
                found += [*words, reference]
        return tuple(found)

    changed: Book = _changed(book, paged)
    return changed


def mentioned_but_left_out(book: Book, whole: Book) -> tuple[str, ...]:
    """Titles of sensitive worksheets that `whole` has and `book` only refers to."""
    ids = {worksheet.id for worksheet in book.worksheets}
    targets = {span.leads[2] for text in texts_of(book, ()) for span in text.prose.spans} - ids
    return tuple(
        worksheet.title.plain
        for worksheet in whole.worksheets
        if worksheet.sensitive and worksheet.id in targets
    )


def _changed(value: Any, change: Change) -> Any:
    """`value` with all its spans changed; what has none to change is the same object."""
    if isinstance(value, Prose):
        if not _refers(value):
            return value
        parts = tuple(_part(part, change) for part in value.parts)
        return value if parts == value.parts else replace(value, parts=parts)
    if isinstance(value, Model):
        fields = vars(value)
        new = {name: _changed(field, change) for name, field in fields.items()}
        changes = {name: field for name, field in new.items() if field is not fields[name]}
        return value.replace(**changes) if changes else value
    if isinstance(value, tuple):
        items = tuple(_changed(item, change) for item in value)
        return value if all(a is b for a, b in zip(items, value, strict=True)) else items
    if isinstance(value, dict):
        return {_changed(key, change): _changed(item, change) for key, item in value.items()}
    return value


def _refers(prose: Prose) -> bool:
    for passage in prose.passages():
        for span in passage.spans:
            if span.target is not None:
                return True
    return False


def _part(part: Passage | Listing, change: Change) -> Passage | Listing:
    if isinstance(part, Passage):
        return Passage(change(part.spans))
    return part._replace(items=tuple(Passage(change(item.spans)) for item in part.items))
