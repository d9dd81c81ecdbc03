"""The symbols that can own a dose, and those that may stand between it and its owner."""

from lint97110.nlp.alphabet import BOUND
from lint97110.nlp.grammar import Grammar

DOSES = frozenset(("dose", "dose_of_distance", "laps"))
TIMES = frozenset(("hold", "seconds", "minutes", "minutes_range"))


class DoseMarks:
    """Which symbols play which part around a dose: see `doses` in rules/roles.yaml."""

    def __init__(self, grammar: Grammar) -> None:
        """Find them once."""
        members, playing = grammar.members, grammar.playing
        self.kind_of = grammar.kind_of
        self.dosing = frozenset(
            char for char, kind in self.kind_of.items() if kind in DOSES | TIMES
        )

        self.exercise = members("exercise")
        self.other = playing("doses.of_others") - self.exercise - members("lead_word")
        self.exercise_class = members("exercise_class") - self.exercise
        named_otherwise = members("exercise_class") | playing("doses.names_nothing")
        self.thing = members("word") - self.exercise - self.other - named_otherwise
        self.inside_a_name = self.thing | playing("doses.inside_a_name")
        self.technique = members("technique") - self.exercise
        self.services = members("service") - self.exercise
        self.body = playing("doses.of_the_body") - self.other
        self.moving = playing("doses.moving") - self.other
        self.machines = playing("doses.machines") | (members("equipment") & self.exercise)
        self.raised = members("raised_word")
        self.set_up = playing("doses.set_up")
        self.from_or_over = members("height_word")

        self.stops = members("clause_break")
        self.along = members("along_word")
        self.onto = members("onto_word")
        self.settled = playing("doses.settled")
        self.until = members("until_word")

        self.numbers = members("number", "row_of_figures")
        self.sets_and_reps = members("fraction") - members("grade")
        self.counts = playing("doses.counts")
        self.attaining = playing("doses.attaining") - self.exercise
        self.counted = self.exercise - playing("doses.no_count_of")
        self.heads = members("exercise_head") - self.exercise - self.other
        self.sides = members("side")
        self.manner = playing("doses.manner")
        self.loads = playing("doses.loads")
        self.praise = playing("doses.praise") - self.exercise
        self.apart = playing("doses.marks")
        self.behind_a_count = playing("doses.behind_a_count") | {BOUND}
