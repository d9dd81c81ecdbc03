"""What is needed, and where the patient stands against it, where nobody calls it a goal.

"Needs 120 degrees to wash her hair and has 104", "Grip 31 kg against the 40 the job asks for". Two
figures of one kind belong together; the second may leave its unit out.
"""

from itertools import combinations

from lint97110.nlp.grammar import Grammar
from lint97110.nlp.reading import Reading, Statement

_BARE = "number"


class WantedReader:
    """Finds what is needed beside what there is, in one statement or in two neighbours."""

    def __init__(self, grammar: Grammar) -> None:
        bits = grammar.mask_of
        self._wanted = bits("wanted", "job_demand")
        self._stands = bits("stands_at")
        self._goal = bits("goal_word", "goal_target")
        self._besides = bits("will_word", "dose", "hold", "technique", "medication", "vital_word")
        self._measured = grammar.mask_of_role("goals.measured")
        units, times = map(grammar.classes_of_role, ("goals.units", "goals.times"))
        self._kinds = {char: name for name in (_BARE, *units) for char in grammar.members(name)}
        self._kinds |= dict.fromkeys(grammar.members(*times), "time")

    def stands_against(self, reading: Reading, statement: Statement) -> bool:
        """Whether a statement tells both, in figures of one kind."""
        mask = statement.mask
        if not (mask & self._wanted and mask & self._stands) or mask & self._besides:
            return False
        return self._alike(self._figures(reading, statement), measured=bool(mask & self._measured))

    def follows(self, reading: Reading, before: Statement, statement: Statement) -> bool:
        """Whether one statement tells what is needed and the other what there is."""
        if (before.mask | statement.mask) & self._besides or before.sections != statement.sections:
            return False
        told, needed = (statement, before) if before.mask & self._wanted else (before, statement)
        if not needed.mask & self._wanted or told.mask & self._wanted:
            return False
        if not told.mask & self._stands or told.mask & self._goal:
            return False
        is_measured = bool((told.mask | needed.mask) & self._measured)
        firsts, seconds = self._figures(reading, before), self._figures(reading, statement)
        pairs = ([first, second] for first in firsts for second in seconds)
        return any(self._alike(pair, measured=is_measured) for pair in pairs)

    def _figures(self, reading: Reading, statement: Statement) -> list[str]:
        """Of what kind each figure is, in order."""
        chars = reading.symbols.chars[statement.first : statement.last]
        return [self._kinds[char] for char in chars if char in self._kinds]

    def _alike(self, figures: list[str], *, measured: bool = False) -> bool:
        """Whether two figures are of one kind, or the second is bare; both, if measured."""
        return any(
            (other in (one, _BARE)) and (measured or (one, other) != (_BARE, _BARE))
            for one, other in combinations(figures, 2)
        )
