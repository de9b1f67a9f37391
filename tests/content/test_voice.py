"""Reading is measured by a formula of the text's own language, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.authored import book_text
from workbook.checking.reading import _MEASURES, measure, measure_of, sentences
from workbook.checking.voice import unmeasured, voice_problems
from workbook.choices.language import languages
from workbook.content.files import Memory
from workbook.content.reader import Content, check
from workbook.content.source import Source
from workbook.text.prose import Prose

if TYPE_CHECKING:
    from workbook.content.book import Book

HARD = {
    "en": "Institutional considerations necessitate comprehensive deliberation. ",
    "es": "Las consideraciones institucionales necesitan deliberaciones exhaustivas. ",
}
PLAIN = {
    "en": "The cat sat on the mat. It was warm there, and she slept all day. ",
    "es": "El gato duerme en la silla. Hoy hace calor, y no quiere salir de casa. ",
}


def warned(text: str, head: str) -> list[str]:
    source = Source("book.yaml", head + book_text(f"text: {text}"))
    book = check(source)
    positions = Content(book, source, {}, Memory({})).positions()
    return [problem.what for problem in voice_problems(book, source, positions)]


def book_in(head: str) -> Book:
    return check(Source("book.yaml", head + book_text("text: a")))


@pytest.mark.parametrize("language", HARD)
def test_hard_words_raise_the_grade(language: str) -> None:
    (told,) = warned(HARD[language] * 8, f"language: {language}\n")
    assert told.startswith("`one` reads at grade ")


@pytest.mark.parametrize("language", PLAIN)
def test_plain_words_pass(language: str) -> None:
    assert warned(PLAIN[language] * 8, f"language: {language}\n") == []


@pytest.mark.parametrize("language", PLAIN)
def test_long_sentences_are_told_by_themselves_and_in_the_mean(language: str) -> None:
    words = " ".join(["sol"] * 26)
    told = warned(f"{words}. {words}.", f"language: {language}\n")
    assert told == [
        *[f"a sentence of 26 words: “{words[:50]}…”"] * 2,
        "`one` has 17.7 words a sentence",  # its title counts as a sentence
    ]


@pytest.mark.parametrize("language", HARD)
def test_a_clinicians_text_may_be_hard(language: str) -> None:
    assert warned(HARD[language] * 8, f"language: {language}\naudience: clinician\n") == []


def test_names_and_numbers_are_left_out_in_spanish() -> None:
    names = "Hoy vi a Maximiliana Constantinopolitana en el 1234567 de la calle. "
    assert measure([Prose.parse(names)], "es").grade < 4
    assert measure([Prose.parse(names.lower())], "es").grade > 5


def test_crawfords_grade() -> None:
    # Ten words in two sentences, sixteen syllables: 20 sentences and 160 syllables in a hundred.
    found = measure([Prose.parse("La niña bebe agua fría. El perro duerme al sol.")], "es")
    assert found.words == 10
    assert found.mean == 5
    assert found.grade == pytest.approx(-0.205 * 20 + 0.049 * 160 - 3.407)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("sol", 1), ("y", 1), ("hoy", 1), ("buey", 1), ("yo", 1), ("que", 1), ("quien", 1),
        ("guion", 1), ("bueno", 2), ("ciudad", 2), ("país", 2), ("día", 2), ("ahí", 2),
        ("caer", 2), ("agua", 2), ("búho", 2), ("guerra", 2), ("ahora", 3), ("oído", 3),
        ("pingüino", 3), ("apoyo", 3), ("Uruguay", 3), ("vehículo", 4), ("aéreo", 4),
        ("averiguáis", 4), ("psicología", 5),
    ],
)  # fmt: skip
def test_spanish_syllables(word: str, count: int) -> None:
    assert _MEASURES["es"].syllables(word) == count


def test_a_closing_guillemet_ends_a_sentence() -> None:
    assert len(sentences(Prose.parse("«Ven.» Y se fue. ¿Por qué? No sé."))) == 4


@pytest.mark.parametrize("language", sorted(set(languages()) - set(HARD)))
def test_a_language_without_a_measure_says_so(language: str) -> None:
    note = unmeasured(book_in(f"language: {language}\n"))
    assert note is not None
    assert f"`{language}`" in note
    assert warned(HARD["es"] * 8, f"language: {language}\n") == []


def test_what_is_measured_or_not_for_clients_says_nothing() -> None:
    assert unmeasured(book_in("language: es\n")) is None
    assert unmeasured(book_in("language: fr\naudience: clinician\n")) is None
    assert measure_of("es-MX") is measure_of("es")
