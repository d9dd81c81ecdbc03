"""How the clauses of a statement stand, one after the other."""

from lint97110.nlp.shapes import Shape
from lint97110.nlp.together import Standings

MOST_REMEMBERED = 12_000


class Courses:
    """The standings of the clauses of shapes, remembered by the sections that they stand in."""

    def __init__(self, standings: Standings, fresh_start: int) -> None:
        """`fresh_start` are the bits that show that a clause says something of its own."""
        self._standings = standings
        self._fresh_start = fresh_start
        self._remembered: dict[tuple[Shape, tuple[str, ...], int], tuple[str, ...]] = {}

    @property
    def remembered(self) -> int:
        """How many answers are remembered from the notes before."""
        return len(self._remembered)

    def standings(self, shape: Shape, names: tuple[str, ...], before: int) -> tuple[str, ...]:
        """How each clause stands; `before` is what goes on from the statement before."""
        known = (shape, names, before)
        found = self._remembered.get(known)
        if found is None:
            if len(self._remembered) >= MOST_REMEMBERED:
                self._remembered.clear()
            found = self._remembered[known] = self._find(shape, names, before)
        return found

    def _find(self, shape: Shape, names: tuple[str, ...], before: int) -> tuple[str, ...]:
        found: list[str] = []
        standing, is_goal = "", bool(before)
        for mask in shape.clauses:
            before |= mask
            goes_on = standing == "negated" and not mask & self._fresh_start
            if not goes_on:  # "declined lunges, squats and steps": a bare list goes on
                standing = self._standings.of(mask, before, shape.whole, names)
            if is_goal and standing == "performed":
                standing = "goal"
            found.append(standing)
        return tuple(found)
