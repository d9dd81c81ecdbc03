"""Headings of every habit: `S:`, `S/O:`, `PLAN`, `Tx Detail:`, `Goals....`, `## Assessment`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from lint97110.language import HeadingWords
from lint97110.nlp.heading_marks import (
    COLON,
    LABEL,
    LEADERS,
    UNDERLINE,
    is_heading,
    is_measure,
    is_sentence,
    is_title,
    is_wide,
)
from lint97110.nlp.heading_words import HeadingExpressions

_INSIDE = re.compile(  # a label further on: behind a sentence, a wide gap or a bar
    r"[ \t](?:(?<=[.;!?|)\]].)[ \t]*|[ \t]+|[/|][ \t])"
    r"(?P<label>[A-Z][A-Za-z/&' ]{0,28}?)[ \t]?:(?=\s|$)"
)
_CODE_LINE = re.compile(r"(?:9[27]\d{3}|G\d{4})(?=[\s:,(/-])")  # "97110 ther ex: ..."
_IN_BRACKETS = re.compile(r"\(([A-Za-z /]{4,})\)")
_TO_TICK = re.compile(r"\((?:y|yes) ?/ ?(?:n|no)\)", re.IGNORECASE)  # a field, and no heading
_EDITION = re.compile(r"(?i:rev)\.? ?[\d./-]+")  # "Rev. 3/2024": of the paper
_JOINT = re.compile(r"\s*(?:/|&|\+| and )\s*")  # between the parts of "Assessment/Plan"

_DATED = ("administrative",)
_OF_PAPERS = ("header",)
_FIELDS = re.compile(r"\||\t| {3}|\b(?:DOB|MRN|D\.O\.B|DOS)\b")  # a row of fields, no prose
_FEWEST_OF_PROSE = 7  # words behind "Daily note:" that tell of the visit
_TWO_SPACES = "  "
_LETTERED = re.compile(r"^S {2}\S.*\n(?:.*\n){0,12}?O {2}\S", re.MULTILINE)  # "S  ...", "O  ..."
_IN_COLUMN = re.compile(r"^([A-Z][a-z]+)[ \t]{2,}(?=\S)", re.MULTILINE)  # "Tx      Went over ..."
_MEASURED = ("measures",)
_DOSED = re.compile(
    r"\s*\d+\s*(?:[x×]\s*\d|sets?\b|reps?\b|rounds?\b)", re.IGNORECASE
)  # "SLR: 3x10"
_FEWEST_IN_COLUMN = 3  # known headings down the left, which make each of them one
_FEWEST_LETTERS = 4  # of a heading in front of a comma
_MOST_PARTS = 3  # of a merged heading: "S/O/A"
_LONG_WORD, _ALIKE = 7, 0.86  # letters, and the likeness of a misspelt heading
LASTING = frozenset(
    (
        "subjective",
        "objective",
        "interventions",
        "assessment",
        "plan",
        "goals",
        "charges",
        "history",
        "measures",
    )
)
"""Sections that last to the next heading even when text follows their label on the same line."""


@dataclass(frozen=True, slots=True)
class Label:
    """A heading found in a line: what it opens, where it stands, whether text follows it."""

    names: tuple[str, ...]
    start: int
    end: int
    is_alone: bool
    text: str
    is_by_gap: bool = False
    """Whether nothing but a wide gap sets it apart from its text."""


class Headings:
    """The heading lexicon, and how a heading is told from words that look like one."""

    def __init__(self, words: HeadingWords) -> None:
        """Told how headings are written."""
        self.words = HeadingExpressions(words)
        self._known = words.opens
        self._hints = words.hints
        self._often_misspelt = words.misspelt

    def names(self, label: str) -> tuple[str, ...]:
        """The sections that a label opens, in order; none when it is not a heading."""
        folded = self.words.normal(label)
        found = self._known.get(folded) or self._known.get(folded.rstrip("s")) or self._core(folded)
        if found:
            return found
        parts = [part for part in _JOINT.split(folded) if part]
        if not 1 < len(parts) <= _MOST_PARTS:
            return ()
        each = [self._known.get(part, ()) for part in parts]
        return tuple(dict.fromkeys(name for names in each for name in names)) if all(each) else ()

    def _core(self, folded: str) -> tuple[str, ...]:
        """The sections of a label without its modifiers: "treatment provided today"."""
        if " " not in folded:
            return ()
        words = folded.split()
        for first in range(len(words)):
            for last in range(len(words), first, -1):
                found = self._known.get(" ".join(words[first:last]))
                rest = " ".join(words[:first] + words[last:]) if found else ""
                if found and rest and not self.words.modifiers.sub("", rest).strip():
                    return found
        return ()

    def hinted(self, words: str) -> tuple[str, ...]:
        """The section that a word of an unknown heading speaks of: "Treatment in water:"."""
        if _TO_TICK.search(words):
            return ()
        for word in self.words.places.sub("", self.words.normal(words)).split():
            found = self._hints.get(word) or self._hints.get(word.rstrip("s"))
            if found:
                return (found,)
        return ()

    def _misspelt(self, label: str) -> tuple[str, ...]:
        """The section of a long heading with a slip in it: "Assesment:"."""
        folded = self.words.normal(label)
        if " " in folded or len(folded) < _LONG_WORD:
            return ()
        near = get_close_matches(folded, self._often_misspelt, n=1, cutoff=_ALIKE)
        return self._known.get(near[0], ()) if near else ()

    def at_start(self, text: str, start: int, end: int) -> Label | None:
        """The heading that the line `start` to `end` begins with."""
        decoration = self.words.decoration.match(text, start, end)
        body = decoration.end() if decoration else start
        code = _CODE_LINE.match(text, body, end)
        if code:
            return Label(("interventions",), body, code.end(), is_alone=False, text=code.group())
        match = LABEL.match(text, body, end)
        if match is None:
            return None
        names = (
            ()
            if self.words.amount.search(match["label"])
            else self._opened(match["label"], match["mark"])
        )
        if is_wide(match["mark"]):
            names = self._known.get(self.words.normal(match["label"]), ())
        if (
            not names
            or (match["mark"] == _TWO_SPACES and not _LETTERED.search(text))
            or (start == 0 and is_title(match["label"], match["mark"]))
            or is_sentence(match["label"], match["mark"])
            or is_measure(names, match["label"], match["mark"])
            or (
                match["mark"].startswith("]") and LASTING.isdisjoint(names)
            )  # "[Patient Name] rode"
            or _EDITION.fullmatch(match["label"])
            or (names == _OF_PAPERS and self._tells_all(match["label"], text[match.end() : end]))
            or (names == _MEASURED and _DOSED.match(text, match.end(), end))
            or not (
                is_heading(match["label"], match["mark"], decorated=body > start)
                or (is_wide(match["mark"]) and self._is_in_column(match["label"], text))
            )
        ):
            return None
        is_empty = match["mark"].strip() in ("-", "–", "—")  # "Goals -": a field left empty
        tells = names == _DATED and any(map(str.isdigit, match["label"]))  # "Recert due 12/1"
        is_alone = not (is_empty or tells or text[match.end() : end].strip(UNDERLINE + "-"))
        is_by_gap = not is_alone and not match["mark"].strip(" \t|")
        return Label(names, body, match.end(), is_alone, match["label"], is_by_gap)

    def _tells_all(self, label: str, rest: str) -> bool:
        """Whether a paper's name stands before a paragraph: no field of its head is so long."""
        is_prose = len(rest.split()) >= _FEWEST_OF_PROSE and not _FIELDS.search(rest)
        return is_prose and self.words.papers.search(self.words.normal(label)) is not None

    def _is_in_column(self, label: str, text: str) -> bool:
        """Whether a label is one of several headings that stand in a column of their own."""
        if not label.isalpha() or not label.istitle():
            return False
        found = {
            word for word in _IN_COLUMN.findall(text) if self._known.get(self.words.normal(word))
        }
        return len(found) >= _FEWEST_IN_COLUMN

    def _opened(self, label: str, mark: str) -> tuple[str, ...]:
        """The sections of a label, with a slip in it where its mark says that it is one."""
        names = self.names(label)
        is_set_apart = mark.startswith((COLON, LEADERS))
        if not names and (is_set_apart or label.isupper()):
            names = self._core_of(label)
        return names if names or not is_set_apart else self._misspelt(label)

    def _core_of(self, label: str) -> tuple[str, ...]:
        """The sections of "GOALS, VALUED AT TODAY'S DATE", and of "ACCEPTANCE CRITERIA (GOALS)"."""
        before, comma, _ = label.partition(",")
        aside = _IN_BRACKETS.search(label)
        names = self.names(before) if comma and len(before) >= _FEWEST_LETTERS else ()
        return names or (self.names(aside[1]) if aside else ())

    def inside(self, text: str, start: int, end: int, *, letters: bool) -> Iterator[Label]:
        """Headings further on in a line; single letters only where the note uses them."""
        for match in _INSIDE.finditer(text, start, end):
            label = match["label"]
            if len(label) == 1 and not letters:
                continue
            names = self.names(label)
            if names:
                yield Label(names, match.start("label"), match.end(), is_alone=False, text=label)
