"""Scores the kits: sentences of clinicians, each with what it means, against what we read."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from lint97110.engine import Linter, Settings
from lint97110.model import Document, Kind, Note

KITS = Path(__file__).parent / "kits"
ELEMENT_KITS = (
    "exercises",
    "progression",
    "goal_progress",
    "plan_update",
    "skilled",
    "response",
    "function",
    "signature",
)
HEADING = {
    "header": "Header",
    "signature": "Signature",
    "subjective": "Subjective",
    "objective": "Objective",
    "interventions": "Interventions",
    "assessment": "Assessment",
    "plan": "Plan",
    "goals": "Goals",
    "home_program": "Home exercise program",
    "charges": "Charges",
    "history": "Past medical history",
    "measures": "Outcome measures",
    "education": "Patient education",
    "precautions": "Precautions",
    "medications": "Medications",
    "response": "Response to treatment",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One sentence of a kit and what it means; its words stay out of tracebacks."""

    kit: str
    number: int
    text: str = field(repr=False)
    held: bool
    fields: dict[str, Any] = field(repr=False)

    @property
    def section(self) -> str:
        """Under which heading the words stand."""
        return str(
            self.fields.get("section", "signature" if self.kit == "signature" else "interventions")
        )

    @property
    def joint(self) -> str:
        """What stands between the heading and the words: a new line, or nothing."""
        return str(self.fields.get("joint", "\n"))


def entries(kit: str) -> Iterator[Entry]:
    """The entries of a kit, in order."""
    loaded = yaml.safe_load((KITS / f"{kit}.yaml").read_text("utf-8"))
    for number, fields in enumerate(loaded["entries"], 1):
        yield Entry(kit, number, fields["text"], bool(fields.get("held")), fields)


def kits() -> list[str]:
    """The names of all kits."""
    return sorted(path.stem for path in KITS.glob("*.yaml"))


def document(entry: Entry) -> tuple[Document, int]:
    """The entry's text in a note, under its heading, and where it begins."""
    if entry.kit == "headings":
        before = f"{HEADING[entry.section]}:\n" if "section" in entry.fields else "Visit 4\n\n"
    elif entry.section == "signature":
        before = "Interventions:\nSeen today.\n\n"
    elif entry.section == "header":
        before = ""
    else:
        before = f"{HEADING[entry.section]}:{entry.joint}"
    after = "\n\nSubjective:\nNothing new.\n" if entry.section == "header" else "\n"
    return Document(f"{entry.kit}-{entry.number}", before + entry.text + after), len(before)


class KitScorer:
    """Reads the entries with one linter for each kind of document."""

    def __init__(self, linter_of: Callable[[Settings], Linter] | None = None) -> None:
        """Linters come from `linter_of`, where the caller keeps some already."""
        self._linter_of = linter_of or cache(Linter)

    def is_right(self, entry: Entry) -> bool:
        """Whether the entry is read as its author says."""
        return not self.fault(entry)

    def fault(self, entry: Entry) -> str:
        """What is read otherwise; empty when nothing is."""
        kind = Kind(entry.fields.get("kind", "treatment_note"))
        linter = self._linter_of(Settings(kind=kind))
        note_document, start = document(entry)
        if entry.kit == "status":
            at = start + entry.text.index(entry.fields["words"])
            return _differ("standing", entry.fields["expect"], linter.standing(note_document, at))
        note = linter.understand(note_document)
        if entry.kit in ELEMENT_KITS:
            return _differ(entry.kit, entry.fields["expect"], note.elements[entry.kit].status.value)
        return FAULTS[entry.kit](entry, note, start)


def _differ(what: str, wanted: object, got: object) -> str:
    allowed = wanted if isinstance(wanted, list) else [wanted]
    return "" if got in allowed else f"{what}: {got}, not {wanted}"


def _heading_fault(entry: Entry, note: Note, start: int) -> str:
    end = start + len(entry.text)
    headed = [s for s in note.sections if s.heading and start <= s.heading.start < end]
    opened = [name for section in headed for name in section.names]
    return "" if opened == entry.fields["expect"] else f"opened {opened}"


def _scope_fault(entry: Entry, note: Note, names: tuple[str, ...]) -> str:
    wrong = [name for name in names if note.scopes[name] != entry.fields[name]]
    return f"scopes {wrong}" if wrong else ""


def _dose_fault(entry: Entry, note: Note, start: int) -> str:
    del start
    fault = _scope_fault(entry, note, ("dose", "exercise_time"))
    found = [
        f.slots for f in note.facts if f.kind in ("exercise_dose", "exercise_time", "load", "hold")
    ]
    for name, slot in (("sets", "sets"), ("reps", "reps"), ("hold_seconds", "hold")):
        wanted = entry.fields.get(name)
        if wanted is not None and str(wanted) not in {str(slots.get(slot)) for slots in found}:
            fault += f" {name} {wanted} not read"
    return fault


def _rate_fault(entry: Entry, note: Note, start: int) -> str:
    del start
    return _scope_fault(entry, note, ("rate", "course"))


def _minutes_fault(entry: Entry, note: Note, start: int) -> str:
    del start
    stated: dict[str, object] = dict(note.stated.minutes)
    stated |= {k: v for k, v in (("start", note.stated.start), ("end", note.stated.end)) if v}
    fault = _differ("time_spent", entry.fields["expect"], note.elements["time_spent"].status.value)
    if stated != entry.fields.get("minutes", {}):
        fault += f" minutes {stated}"
    if dict(note.stated.units) != entry.fields.get("units", {}):
        fault += f" units {dict(note.stated.units)}"
    return fault


def _question_fault(entry: Entry, note: Note, start: int) -> str:
    del start
    text = note.document.text
    asked = [(words_of(q.span.of(text)), q.type) for q in note.questions]
    wanted = [(words_of(q["text"]), q["type"]) for q in entry.fields["questions"]]
    fault = "" if _same(asked, wanted) else f"questions {asked}"
    answers = [(words_of(a.of(text)), "") for a in note.answers]
    if not _same(answers, [(words_of(a), "") for a in entry.fields["answers"]]):
        fault += f" answers {answers}"
    return fault


def _same(found: list[tuple[str, str]], wanted: list[tuple[str, str]]) -> bool:
    if len(found) != len(wanted):
        return False
    return all(
        kind == want_kind and same_words(words, want)
        for (words, kind), (want, want_kind) in zip(found, wanted, strict=True)
    )


def same_words(words: str, others: str) -> bool:
    """Whether one stretch of words lies in the other, however much of the line each takes."""
    return words in others or others in words


def words_of(text: str) -> str:
    """The letters and figures of `text`, without case and signs."""
    return " ".join("".join(c if c.isalnum() else " " for c in text.lower()).split())


FAULTS = {
    "headings": _heading_fault,
    "doses": _dose_fault,
    "rates": _rate_fault,
    "minutes": _minutes_fault,
    "questions": _question_fault,
}
