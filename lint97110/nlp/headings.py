"""Headings of every habit: `S:`, `S/O:`, `PLAN`, `Tx Detail:`, `Goals....`, `## Assessment`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from types import MappingProxyType

_DECORATION = re.compile(  # "## ", "2) ", "4.1 ", "IV. ", "[ ] ", "SECTION 3: " before a heading
    r"(?:[#>*•▪◦●○■□▸►▶◆◇❖»«§~–—\-+=_|]+[ \t]*"
    r"|\(?\d{1,2}[.)][ \t]+|\d{1,2}(?:\.\d{1,2})+[.)]?[ \t]+"
    r"|[IVX]{1,4}[.)][ \t]+|\[[ ]\][ \t]+"
    r"|[A-HOPS][.)][ \t]+(?=[A-Z][A-Z /&]{3,}:?[ \t]*(?:\n|\Z))"  # "B. PHYSICAL EXAM"
    r"|[A-Z][ \t]*=[ \t]*(?=[A-Z]{4,}:?[ \t]*(?:\n|\Z))"  # "S = SUBJECTIVE"
    r"|[\[(]?[SOAPHE][\])]?[ \t.:)=/–—\-]{1,4}(?=(?i:subjective|objective|assessment|plan|history"
    r"|(?:physical )?exam(?:ination)?):?[ \t]*(?:\n|\Z))"  # "S  Subjective", "(P) Plan"
    r"|(?:SECTION|Section|PART|Part|BOX|Box)[ ](?:\d{1,2}|[A-H]|[IVX]{1,4})[.:)]?[ ](?:[–—-][ ])?)+"
)
_LABEL = re.compile(  # the words at the start of a line, and the mark that sets them apart
    r"(?P<label>[A-Za-z][A-Za-z0-9 /&'’.,+()\-]{0,54}?)[ \t*_]*"
    r"(?P<mark>::?[*_]*"  # "Plan:", "**Plan:**"
    r"|\.{3,}:?"  # "Goals...."
    r"|[ \t]+[-–—]+(?=[ \t])|[-–—](?=[ \t])"  # "PLAN - "
    r"|\)(?=[ \t])|(?<=[A-Za-z])(?<![A-Za-z]{2})/(?=[ \t])"  # "S) ", "A/ "
    r"|[ \t]*(?:[-–=]+>|[→⟶⇒►▶»])"  # "Plan -> "
    r"|[ \t]*\|"  # the first cell of a row
    r"|[ \t]{3,}(?=\S)"  # "TIME   EVAL 35 MIN"
    r"|(?<=[SOAP])(?<![A-Za-z]{2})[ \t]{2}(?=\S)"  # "O  ROM 0-120"
    r"|[*_=#~«»§ \t-]*$)"  # nothing: the label is the line
)
_INSIDE = re.compile(  # a label further on: behind a sentence, a wide gap or a bar
    r"[ \t](?:(?<=[.;!?|)\]].)[ \t]*|[ \t]+|[/|][ \t])"
    r"(?P<label>[A-Z][A-Za-z/&' ]{0,28}?)[ \t]?:(?=\s|$)"
)
_CODE_LINE = re.compile(r"(?:9[27]\d{3}|G\d{4})(?=[\s:,(/-])")  # "97110 ther ex: ..."
_COUNT = r"(?:\d+|two|three|four|five|six|eight|ten|twelve)"
_SPAN = r"(?:wks?|weeks?|mos?|months?|visits?)"
_ASIDE = re.compile(
    r"\bto be (?:achieved|accomplished|completed|met|reached)\b.*$"  # "GOALS TO BE MET IN MAY"
    r"|\([^)]*\)|,\s*\d.*$|\b\d+[/.\-][\d/.\-]+\b"  # brackets, dates
    rf"|,?\s*(?:\b(?:for|in|over|within|by|at)(?: the)?(?: next)? )?\b{_COUNT} ?{_SPAN}$"
)
_IN_BRACKETS = re.compile(r"\(([A-Za-z /]{4,})\)")
_AHEAD = re.compile(  # in a question: what is to come
    r"\b(?:next|nxt|upcoming|coming) (?:visits?|sessions?|time|tx|treatments?|appts?)\b"
)
_TO_TICK = re.compile(r"\((?:y|yes) ?/ ?(?:n|no)\)", re.IGNORECASE)  # a field, and no heading
_EDITION = re.compile(r"(?i:rev)\.? ?[\d./-]+")  # "Rev. 3/2024": of the paper
_SPACES = re.compile(r"[\s.]+")
_JOINT = re.compile(r"\s*(?:/|&|\+| and )\s*")  # between the parts of "Assessment/Plan"

_COLON, _LEADERS = ":", "..."  # marks that say of a label that it is one
_AMOUNT = re.compile(r"\d\s*(?:units?|u|min)\b", re.IGNORECASE)  # "Ther ex, 1 unit" is no heading
_WIDE_GAP = 3  # spaces that set a label in capitals apart from its text
_APART = 2  # spaces between a label and the column of values
_UNDERLINE = " *_=#\t"  # around a heading, without a meaning
_MEASURES = frozenset(("measures", "vitals"))
_DATED = ("administrative",)
_TWO_SPACES = "  "
_LETTERED = re.compile(r"^S {2}\S.*\n(?:.*\n){0,12}?O {2}\S", re.MULTILINE)  # "S  ...", "O  ..."
_IN_COLUMN = re.compile(r"^([A-Z][a-z]+)[ \t]{2,}(?=\S)", re.MULTILINE)  # "Tx      Went over ..."
_FEWEST_IN_COLUMN = 3  # known headings down the left, which make each of them one
_FEWEST_LETTERS = 4  # of a heading in front of a comma
_MOST_PARTS = 3  # of a merged heading: "S/O/A"
_LONG_WORD, _ALIKE = 7, 0.86  # letters, and the likeness of a misspelt heading
LETTERS = frozenset("soap")
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


def normal(label: str) -> str:
    """The form under which headings are looked up.

    >>> normal("PHYSICAL  EXAM (08/18/2025)")
    'physical exam'
    """
    plain = label.lower().replace("’", "'")
    return _SPACES.sub(" ", _ASIDE.sub(" ", plain)).strip(" -–—*_:,")


class Headings:
    """The heading lexicon, and how a heading is told from words that look like one."""

    def __init__(
        self,
        known: Mapping[str, tuple[str, ...]],
        modifiers: tuple[str, ...],
        hints: Mapping[str, str] = MappingProxyType({}),
        misspelt: tuple[str, ...] = (),
    ) -> None:
        self._known = known
        self._hints = hints
        self._often_misspelt = misspelt
        inside = "|".join(re.escape(word) for word in sorted(modifiers, key=len, reverse=True))
        self._modifiers = re.compile(rf"(?<!\w)(?:{inside})(?!\w)")

    def names(self, label: str) -> tuple[str, ...]:
        """The sections that a label opens, in order; none when it is not a heading."""
        folded = normal(label)
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
                if found and rest and not self._modifiers.sub("", rest).strip():
                    return found
        return ()

    def hinted(self, words: str) -> tuple[str, ...]:
        """The section that a word of an unknown heading speaks of: "Treatment in water:"."""
        if _TO_TICK.search(words):
            return ()
        for word in normal(words).split():
            found = self._hints.get(word) or self._hints.get(word.rstrip("s"))
            if found:
                return (found,)
        return ()

    def asks_ahead(self, question: str) -> bool:
        """Whether a question of a form asks for the plan: "What is planned for next visit?"."""
        return _AHEAD.search(question.lower()) is not None

    def _misspelt(self, label: str) -> tuple[str, ...]:
        """The section of a long heading with a slip in it: "Assesment:"."""
        folded = normal(label)
        if " " in folded or len(folded) < _LONG_WORD:
            return ()
        near = get_close_matches(folded, self._often_misspelt, n=1, cutoff=_ALIKE)
        return self._known.get(near[0], ()) if near else ()

    def at_start(self, text: str, start: int, end: int) -> Label | None:
        """The heading that the line `start` to `end` begins with."""
        decoration = _DECORATION.match(text, start, end)
        body = decoration.end() if decoration else start
        code = _CODE_LINE.match(text, body, end)
        if code:
            return Label(("interventions",), body, code.end(), is_alone=False, text=code.group())
        match = _LABEL.match(text, body, end)
        if match is None:
            return None
        names = (
            () if _AMOUNT.search(match["label"]) else self._opened(match["label"], match["mark"])
        )
        if _is_wide(match["mark"]):
            names = self._known.get(normal(match["label"]), ())
        if (
            not names
            or (match["mark"] == _TWO_SPACES and not _LETTERED.search(text))
            or (start == 0 and _is_title(match["label"], match["mark"]))
            or _is_sentence(match["label"], match["mark"])
            or _is_measure(names, match["label"], match["mark"])
            or _EDITION.fullmatch(match["label"])
            or not (
                _is_heading(match["label"], match["mark"], decorated=body > start)
                or (_is_wide(match["mark"]) and self._is_in_column(match["label"], text))
            )
        ):
            return None
        is_empty = match["mark"].strip() in ("-", "–", "—")  # "Goals -": a field left empty
        tells = names == _DATED and any(map(str.isdigit, match["label"]))  # "Recert due 12/1"
        is_alone = not (is_empty or tells or text[match.end() : end].strip(_UNDERLINE + "-"))
        is_by_gap = not is_alone and not match["mark"].strip(" \t|")
        return Label(names, body, match.end(), is_alone, match["label"], is_by_gap)

    def _is_in_column(self, label: str, text: str) -> bool:
        """Whether a label is one of several headings that stand in a column of their own."""
        if not label.isalpha() or not label.istitle():
            return False
        found = {word for word in _IN_COLUMN.findall(text) if self._known.get(normal(word))}
        return len(found) >= _FEWEST_IN_COLUMN

    def _opened(self, label: str, mark: str) -> tuple[str, ...]:
        """The sections of a label, with a slip in it where its mark says that it is one."""
        names = self.names(label)
        is_set_apart = mark.startswith((_COLON, _LEADERS))
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


def _marked_label(text: str, start: int, end: int) -> re.Match[str] | None:
    """The label that a line begins with, if its mark says that it is one."""
    if text.find(_COLON, start, end) < 0 and text.find(_LEADERS, start, end) < 0:
        return None
    match = _LABEL.match(text, start, end)
    return match if match and match["mark"].startswith((_COLON, _LEADERS)) else None


def field_label(text: str, start: int, end: int) -> int | None:
    """Where the label of a `label: value` line ends, whatever the label says."""
    match = _marked_label(text, start, end)
    return match.end() if match else None


def aligned_label(text: str, start: int, end: int) -> int | None:
    """Where the value begins of a line that a form sets in columns: "Pain:      2/10"."""
    match = _marked_label(text, start, end)
    if match is None:
        return None
    value = match.end()
    while value < end and text[value] in " \t":
        value += 1
    is_apart = match["mark"].startswith(_LEADERS) or value - match.end() >= _APART
    return value if is_apart and value < end else None


def _is_wide(mark: str) -> bool:
    """Whether only a wide gap sets a label apart.

    >>> _is_wide("    "), _is_wide(" "), _is_wide(":  ")
    (True, False, False)
    """
    return not mark.strip() and len(mark) >= _WIDE_GAP


def _is_title(label: str, mark: str) -> bool:
    """Whether a first line is the title of the note: "HAND THERAPY - PROGRESS REPORT"."""
    is_marked = mark.startswith((_COLON, ".")) or not mark.strip(_UNDERLINE)
    return " " in label and not is_marked


def _is_sentence(label: str, mark: str) -> bool:
    """Whether a line of its own is a short sentence: "Plan reviewed."."""
    return label.endswith(".") and not mark.strip() and not label.isupper()


def _is_measure(names: tuple[str, ...], label: str, mark: str) -> bool:
    """Whether a line that begins as a heading is a measure: "BERG 41/56 TODAY, 36/56 ON ADMIT"."""
    is_bare = not mark.strip(_UNDERLINE)
    return is_bare and not _MEASURES.isdisjoint(names) and any(map(str.isdigit, label))


def _is_heading(label: str, mark: str, *, decorated: bool) -> bool:
    """Whether words that open a section are set apart as a heading by their mark."""
    word = label.strip()
    if mark.startswith((")", "/")):
        return word.lower() in LETTERS and word.isupper()
    if _is_wide(mark):
        return len(word) > 1 and word.isupper() and not decorated
    is_dash = bool(mark.strip(" \t")) and not mark.strip(" \t-–—")
    if is_dash and not (word[:1].isupper() and (len(word) == 1 or word.isupper() or not decorated)):
        return False
    return is_dash or len(word) > 1 or word.isupper()
