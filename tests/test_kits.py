"""Are the kits read as their authors say? Figures, open and held apart, and floors under them.

Every fifth entry is held apart: it is scored, and nobody tunes by it, so its words are never shown.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import pytest
from kit_scoring import Entry, KitScorer, entries, kits

from lint97110.errors import LintError

FLOORS = {
    "doses": (0.96, 0.89),
    "exercises": (0.94, 0.88),
    "function": (0.965, 0.89),
    "goal_progress": (0.97, 0.91),
    "headings": (0.98, 0.93),
    "minutes": (0.97, 0.915),
    "plan_update": (0.97, 0.92),
    "progression": (0.97, 0.88),
    "questions": (0.99, 0.91),
    "rates": (0.975, 0.965),
    "response": (0.975, 0.89),
    "signature": (0.98, 0.915),
    "skilled": (0.97, 0.89),
    "status": (0.97, 0.86),
}

FEWEST = 90


@dataclass(frozen=True, slots=True)
class Figure:
    """How many entries of a kit are read right, and the numbers of the open ones that are not."""

    right: int
    count: int
    wrong: tuple[int, ...] = ()

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self.right / self.count


@pytest.fixture(scope="module")
def scored(linter_of, figures) -> Mapping[tuple[str, bool], Figure]:
    """The figure of each kit, open and held; the table goes to the end of the run."""
    scorer = KitScorer(linter_of)
    found = {
        (kit, held): _figure(scorer, kit, held=held) for kit in kits() for held in (False, True)
    }
    figures["kits"] = [f"{'':<14}{'open':>16}{'held':>16}", *(_row(kit, found) for kit in kits())]
    return found


def _figure(scorer: KitScorer, kit: str, *, held: bool) -> Figure:
    outcomes = {e.number: _is_right(scorer, e) for e in entries(kit) if e.held is held}
    wrong = tuple(number for number, is_right in outcomes.items() if not is_right)
    return Figure(sum(outcomes.values()), len(outcomes), () if held else wrong)


def _is_right(scorer: KitScorer, entry: Entry) -> bool:
    try:
        return scorer.is_right(entry)
    except LintError:
        raise
    except Exception as error:  # noqa: BLE001, a traceback would show the words of the entry
        fault = type(error).__name__
    pytest.fail(f"{entry.kit} {entry.number}: {fault}", pytrace=False)


def _row(kit: str, found: Mapping[tuple[str, bool], Figure]) -> str:
    both = (found[kit, False], found[kit, True])
    return f"{kit:<14}" + "".join(f"{f.right:>6}/{f.count:<3}{f.share:6.3f}" for f in both)


@pytest.mark.parametrize(
    ("kit", "held", "floor"),
    [(kit, held, floor) for kit, floors in FLOORS.items() for held, floor in enumerate(floors)],
    ids=[f"{kit}-{apart}" for kit in FLOORS for apart in ("open", "held")],
)
def test_floor(kit, held, floor, scored):
    """Each kit is read at least as well as it was."""
    figure = scored[kit, bool(held)]

    assert figure.share >= floor, f"{figure.right} of {figure.count}; open, wrong: {figure.wrong}"


def test_every_kit_has_its_floors():
    """No kit can fall unseen."""
    assert sorted(FLOORS) == kits()


@pytest.mark.parametrize("kit", kits())
def test_kit_is_sound(kit):
    """A kit is large enough to tell something, and a fifth of it is held apart."""
    held = [entry.held for entry in entries(kit)]

    assert len(held) >= FEWEST
    assert sum(held) / len(held) == pytest.approx(0.2, abs=0.02)
