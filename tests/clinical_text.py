"""Strategies for texts that look like notes, and for texts that look like nothing at all."""

import re
from collections.abc import Callable, Sequence

from hypothesis import strategies as st
from kit_scoring import entries, kits
from samples import NOTES, document

from lint97110.packs import builtin, load_catalogue

# Entries that are held apart stay out: a failing example is printed.
FRAGMENTS = tuple(
    [entry.text for kit in kits() for entry in entries(kit) if not entry.held]
    + [example.note for rule in load_catalogue(builtin()).rules for example in rule.examples]
)
SAMPLES = tuple(document(note).text for note in NOTES)

HEADINGS = (
    "S:",
    "O:",
    "A/P:",
    "S/O",
    "INTERVENTIONS",
    "## Plan",
    "**Goals**",
    "Charges -",
    "HEP:",
    "Subjective: Objective:",
    "PMH",
    "Signature: ____",
    "Treatment today\n---------------",
)
PIECES = (
    "3x10",
    '3 x 30"',
    "10'",
    "5#",
    "97110 x 2 (23 min)",
    "9:00-9:45",
    "in 09:02 out",
    "1:1",
    "[ ] Yes [x] No",
    "(Y/N)",
    "[why?]",
    "____",
    "***",
    "c̄ w/ p̄ s̄",
    "↑ to 3 lb → 4 lb",
    "min / mod / max",
    "0/0",
    "99999999999999999999 min",
    "-3 x -10",
    "1/2/2024 25:61",
    "L4-5",
    "???",
)
# Signs that change their length with their case, count as figures, or end lines.
ODD = (
    "\r",
    "\r\n",
    "\f",
    "\v",
    "\x1c",
    "\x85",
    "\u2028",
    "\xa0",
    "\u200b",
    "\u202e",
    "\ufeff",
    "\u0304",
    "İ",
    "ß",
    "ŉ",
    "ﬃ",
    "½",
    "²",
    "①",
    "٣x١٠",
    "３×１０",
    "Ⅳ",
    "🧿",
    "👩🏽‍⚕️",
    "\x01",
    "\x1b[31m",
)
SEPARATORS = ("\n", "\n\n", "\r\n", "\r", "\f", " ", "  ", "\t", ", ", "; ", ". ", " - ", "")


def _table(parts: tuple[Sequence[Sequence[str]], str]) -> str:
    rows, between = parts
    return "\n".join(between.join(row) for row in rows)


def tables() -> st.SearchStrategy[str]:
    """A table with pipes, tabs or wide gaps, ragged and with blank cells."""
    headers = st.sampled_from(("Exercise", "Sets", "Reps", "Code", "Min", "Units", "Goal", "Today"))
    cells = st.sampled_from(("", "-", "SLR", "clamshells", "3", "10", "97110", "met", "Y", "2x10"))
    body = st.lists(st.lists(cells, max_size=5), max_size=4)
    head = st.lists(headers, min_size=1, max_size=5)
    rows = st.builds(lambda first, rest: [first, *rest], head, body)
    return st.tuples(rows, st.sampled_from((" | ", "|", "\t", "     "))).map(_table)


def anything() -> st.SearchStrategy[str]:
    """Any text that a reader can hand on: no NUL, and no half of a surrogate pair."""
    return st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=300)


def notes() -> st.SearchStrategy[str]:
    """Clinical fragments, headings, tables and odd signs, in any order, joined in any way."""
    part = st.one_of(
        st.sampled_from(FRAGMENTS),
        st.sampled_from(HEADINGS),
        st.sampled_from(PIECES),
        st.sampled_from(ODD),
        tables(),
        anything().map(lambda text: text[:20]),
    )
    joined = st.lists(st.tuples(part, st.sampled_from(SEPARATORS)), max_size=14)
    return joined.map(lambda parts: "".join(word for pair in parts for word in pair))


MUTATIONS: dict[str, Callable[[str], str]] = {
    "capitals": str.upper,
    "small letters": str.lower,
    "other case": str.swapcase,
    "double spaces": lambda text: text.replace(" ", "  "),
    "tabs": lambda text: text.replace("  ", "\t"),
    "hard spaces": lambda text: text.replace(" ", "\xa0"),
    "times sign": lambda text: re.sub(r"(?<=\d) ?x ?(?=\d)", "×", text),
    "curly quotes": lambda text: text.replace("'", "’").replace('"', "”"),
    "long dashes": lambda text: text.replace("-", "–"),
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "line ends of old Macs": lambda text: text.replace("\n", "\r"),
    "one line": lambda text: text.replace("\n", " "),
    "no spaces": lambda text: text.replace(" ", ""),
    "backwards": lambda text: "\n".join(reversed(text.splitlines())),
    "half": lambda text: text[: len(text) // 2],
    "twice": lambda text: text + text,
}
