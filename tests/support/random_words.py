"""Any words and numbers that a book may hold, as Hypothesis draws them."""

from __future__ import annotations

from hypothesis import strategies as st

LETTERS = "abcdefghijklmnoprstuvwxyzABCDEFGÄßéñøŁαβγδΩжщяЖ"
ENDINGS = ("", "", "", ",", ".", "?", "!", "…", ":", "’s", "}}", "/x", " &", " <", " =", " 7", "%")
LINK = "https://example.org/a_b"

word = st.builds(str.__add__, st.text(LETTERS, min_size=1, max_size=10), st.sampled_from(ENDINGS))
plain = st.lists(word, min_size=1, max_size=7).map(" ".join)
short = st.text(LETTERS, min_size=1, max_size=8)
marked = st.builds(
    lambda before, words, signs, after: f"{before} {signs[0]}{words}{signs[1]} {after}",
    short,
    short,
    st.sampled_from([("*", "*"), ("**", "**"), ("***", "***"), ("[", f"]({LINK})")]),
    plain,
)
words = plain | marked
listing = st.lists(words, min_size=1, max_size=4).map(lambda items: "- " + "\n- ".join(items))
prose = words | st.lists(words | listing, min_size=1, max_size=3).map("\n\n".join)
flag = st.booleans()
flag_or_words = st.booleans() | plain
ruling = st.sampled_from(["ruled", "dots", "grid", "blank"])
height = st.integers(5, 60) | st.floats(5, 60).map(lambda number: round(number, 1))


def many(item: st.SearchStrategy[str], least: int, most: int) -> st.SearchStrategy[list[str]]:
    return st.lists(item, min_size=least, max_size=most)
