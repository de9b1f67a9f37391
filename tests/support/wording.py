"""What languages lack of the interface's words, English being the measure."""

from __future__ import annotations

from workbook.choices.language import languages, words_of


def lacking() -> dict[str, list[str]]:
    """The words that English has and another language hasn't, by that language."""
    found = {
        language: words_of("en").keys() - words_of(language).keys() for language in languages()
    }
    return {language: sorted(names) for language, names in found.items() if names}
