"""The words by which a note tells whom and what it is about, with what each stands for."""

from collections.abc import Mapping

from lint97110.language import Language
from lint97110.nlp.course_words import SurgeryWords, VisitWords
from lint97110.nlp.day_words import DayWords
from lint97110.nlp.people_words import PeopleWords
from lint97110.nlp.region_words import RegionWords

_LOOKED_UP = frozenset(
    ("brackets", "held", "returns", "no_side", "codes", "poles", "surnames", "short_names")
)
_WHOSE = ("'s", "’s")
MOST_REMEMBERED = 40_000  # words
_Readings = tuple[tuple[str, str], ...]
"""What a word can tell: groups with a value each."""


class Lexicon:
    """The words of rules/mentions.yaml and people.yaml, each with its group and its value.

    Those of some groups are looked for beside other words alone, in `sets`, and mention nothing.
    """

    def __init__(self, language: Language) -> None:
        self.days = DayWords(language.wordings)
        self.visits = VisitWords(language.wordings)
        self.surgery = SurgeryWords(language.wordings)
        self.regions = RegionWords(language.wordings)
        self.people = PeopleWords(language.wordings)
        self.readings: dict[str, _Readings] = {}
        self.sets: dict[str, frozenset[str]] = {}
        for group, values in language.mentions.items():
            for value, words in values.items():
                self.sets[f"{group}.{value}"] = frozenset(words)
                if group in _LOOKED_UP:
                    continue
                for word in words:
                    known = self.readings.get(word, ())
                    self.readings[word] = (*known, (group, value))
        self.told: Mapping[str, _Readings] = _Told(self.readings)


class _Told(dict[str, _Readings]):
    """What words tell, with an ending that says whose, too; most notes use the same words."""

    def __init__(self, readings: Mapping[str, _Readings]) -> None:
        super().__init__()
        self._readings = readings

    def __missing__(self, word: str) -> _Readings:
        if len(self) >= MOST_REMEMBERED:
            self.clear()
        told = self._readings.get(word)
        if told is None and word.endswith(_WHOSE):
            told = self._readings.get(word[:-2])
        self[word] = found = told or ()
        return found
