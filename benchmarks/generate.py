"""Invented therapy notes of about 2 KB, no two alike: the same number gives the same note.

Names, numbers, dates, record numbers and slips of the keyboard are made anew for each note, so that
the words of a long run keep growing in number, as they do in a clinic's archive.

    python benchmarks/generate.py 5 folder/      writes note-00000.txt to note-00004.txt
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import yaml

SEED = "97110"
SHORTEST = 1800  # code points
SLIPS = 6  # misspelt words in a note
SHORTEST_MISSPELT = 5  # a slip would turn a shorter word into another

WORDS = yaml.safe_load(Path(__file__).with_name("words.yaml").read_text("utf-8"))

Writer = Callable[["Scribe"], str]


class Scribe:
    """The chances of one note: what it says, in whose words."""

    def __init__(self, number: int) -> None:
        """Everything that note `number` is made of comes from its own random numbers."""
        self._random = Random(f"{SEED}:{number}")

    def any_of(self, *choices: str) -> str:
        """One of `choices`."""
        return self._random.choice(choices)

    def word(self, kind: str) -> str:
        """One of the words of that kind."""
        return str(self._random.choice(WORDS[kind]))

    def number(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`."""
        return self._random.randint(low, high)

    def name(self) -> str:
        """A surname that few other notes have."""
        middle = "".join(self.word("middles") for _ in range(self.number(1, 2)))
        return f"{self.word('starts')}{middle}{self.word('ends')}"

    def date(self) -> str:
        """A date, in one of three habits."""
        year, month, day = self.number(2023, 2025), self.number(1, 12), self.number(1, 28)
        return self.any_of(
            f"{month}/{day}/{year}",
            f"{year}-{month:02}-{day:02}",
            f"{month:02}/{day:02}/{year % 100}",
        )

    def dose(self) -> str:
        """Sets and repetitions, a hold or minutes."""
        sets, reps, hold = self.number(1, 4), self.number(5, 25), self.number(3, 45)
        return self.any_of(
            f"{sets}x{reps}",
            f"{sets} x {reps}",
            f"{sets} sets of {reps}",
            f"x{reps}",
            f"{reps} reps",
            f"{sets}x{reps}x{hold}s",
            f'{reps} x {hold}" hold',
            f"{sets}/{reps}",
            f"{self.number(3, 12)} min",
        )

    def load(self) -> str:
        """A band, a weight or a level; often nothing."""
        return self.any_of(
            "",
            "",
            f" with {self.word('bands')} band",
            f" {self.number(1, 60)} lb",
            f" {self.number(1, 20)}#",
            f" level {self.number(1, 9)}",
            f" on {self.number(2, 8)} in step",
        )

    def exercise(self) -> str:
        """One exercise as it was done, with its dose and maybe a cue or a change."""
        remarks = (
            f", {self.word('cues')}",
            f" (was {self.dose()} on {self.date()})",
            f", progressed from {self.word('bands')} band",
            f", {self.word('sides')} only",
        )
        # Six in ten have no remark.
        remark = self.any_of(*remarks, *("" for _ in range(6)))
        return f"{self.word('exercises')} {self.dose()}{self.load()}{remark}"

    def exercises(self) -> list[str]:
        """A session's exercises."""
        return [self.exercise() for _ in range(self.number(20, 27))]

    def filled(self, kind: str) -> str:
        """A sentence of that kind with its blanks filled."""
        return self.fill(self.word(kind))

    def fill(self, sentence: str) -> str:
        """`sentence` with its blanks filled."""
        pulse = self.number(58, 92)
        return sentence.format(
            a=self.number(3, 9),
            b=self.number(0, 5),
            m=self.number(1, 6),
            n=self.number(1, 7),
            hr=pulse,
            hr2=pulse + self.number(8, 50),
            task=self.word("tasks"),
            region=self.word("regions"),
            day=self.word("days"),
            date=self.date(),
            name=self.name(),
        )

    def subjective(self) -> str:
        """What the patient says."""
        said = self._random.sample(WORDS["openers"], self.number(2, 4))
        return " ".join(f"{self.word('patients')} {self.fill(one)}." for one in said)

    def measures(self) -> str:
        """Range, strength and two tests, with what the range was before."""
        now = self.number(40, 140)
        before = now - self.number(2, 25)
        return (
            f"{self.word('regions').capitalize()} AROM {now} deg, was {before} on {self.date()}. "
            f"MMT {self.number(3, 4)}+/5. TUG {self.number(8, 25)}.{self.number(0, 9)} s, "
            f"{self.number(5, 20)} reps in 30 s chair stand."
        )

    def assessment(self) -> str:
        """What the therapist makes of it."""
        fault, task, limited = self.word("faults"), self.word("tasks"), self.word("tasks")
        sentences = (
            self.filled("responses"),
            f"{fault.capitalize()}; {self.word('cues')}, corrected in {self.number(1, 9)} of 10.",
            f"STG {self.number(1, 4)}: {task} {self.word('goal_status')}, {self.number(10, 95)} %.",
            f"Still limited in {limited} by weakness of the {self.word('regions')}.",
            self.filled("responses"),
        )
        return " ".join(sentences)

    def plan(self) -> str:
        """What comes next, and what is done at home."""
        home = f"{self.word('exercises')} {self.dose()} daily, {self.word('exercises')}"
        return (
            f"Continue {self.number(1, 3)}x/wk x {self.number(2, 8)} wks. "
            f"Next visit: add {self.word('exercises')}{self.load()} "
            f"if pain stays under {self.number(2, 5)}/10; "
            f"recheck {self.word('regions')} on {self.date()}. HEP: {home} {self.dose()}."
        )

    def minutes(self) -> str:
        """The charges of the visit with their minutes."""
        first, second, third = self.number(8, 45), self.number(8, 23), self.number(8, 23)
        total = first + second + third
        hour, start = self.number(8, 16), self.number(0, 59)
        end = start + total
        return (
            f"97110 {first} min, 97140 {second} min, 97530 {third} min. "
            f"Timed {total} min, total {total} min. "
            f"In {hour}:{start:02} out {hour + end // 60}:{end % 60:02}."
        )

    def signature(self) -> str:
        """Who treated, and when it was signed."""
        return (
            f"{self.name()[0]}. {self.name()}, {self.word('credentials')}  "
            f"Lic {self.number(10_000, 99_999)}  "
            f"signed {self.date()} {self.number(8, 18)}:{self.number(0, 59):02}"
        )

    def header(self) -> str:
        """Patient, record and visit."""
        return (
            f"Patient: {self.name()}, {self.name()}  MRN {self.number(100_000, 999_999)}  "
            f"DOS: {self.date()}  Visit {self.number(2, 24)} of {self.number(12, 30)}"
        )


def soap(by: Scribe) -> str:
    """Four letters with a colon."""
    return (
        f"DAILY NOTE\n{by.header()}\n\nS: {by.subjective()}\n\n"
        f"O: {by.measures()}\n{'; '.join(by.exercises())}.\n\n"
        f"A: {by.assessment()}\n\nP: {by.plan()}\n\nCharges: {by.minutes()}\n{by.signature()}\n"
    )


def items(by: Scribe) -> str:
    """Headings on lines of their own, an exercise an item."""
    done = "\n".join(f"- {one}" for one in by.exercises())
    return (
        f"{by.header()}\n\nSubjective\n{by.subjective()}\n\nMeasures\n{by.measures()}\n\n"
        f"Interventions\n{done}\n\nAssessment\n{by.assessment()}\n\nPlan\n{by.plan()}\n\n"
        f"Billing\n{by.minutes()}\n\nElectronically signed by {by.signature()}\n"
    )


def table(by: Scribe) -> str:
    """A flow sheet with pipes inside a note."""
    rows = "\n".join(
        f"| {by.word('exercises')} | {by.number(1, 4)} | {by.number(5, 25)} |{by.load()} "
        f"| {by.any_of('', by.word('cues'))} |"
        for _ in range(by.number(20, 27))
    )
    return (
        f"# Treatment note\n{by.header()}\n\n## Subjective\n{by.subjective()}\n\n## Objective\n"
        f"| Exercise | Sets | Reps | Load | Comment |\n|---|---|---|---|---|\n{rows}\n\n"
        f"## Assessment\n{by.assessment()}\n\n## Plan\n{by.plan()}\n\n"
        f"{by.minutes()}\n{by.signature()}\n"
    )


def telegram(by: Scribe) -> str:
    """Capitals, slashes and few words."""
    text = (
        f"{by.header()}\nS/ {by.subjective()}\nO/ {by.measures()} TE: {', '.join(by.exercises())}\n"
        f"A/P: {by.assessment()} {by.plan()}\nCHG: {by.minutes()}\n"
    )
    return f"{text.upper()}{by.signature()}\n"


def paragraph(by: Scribe) -> str:
    """One long paragraph, as it is dictated."""
    return (
        f"{by.header()}\n\n{by.subjective()} {by.measures()} "
        f"Today we worked through {', then '.join(by.exercises())}. "
        f"{by.assessment()} {by.plan()} {by.minutes()} {by.signature()}\n"
    )


def printout(by: Scribe) -> str:
    """Fields with labels, as an electronic record prints them."""
    done = "\n".join(f"Exercise {at}: {one}" for at, one in enumerate(by.exercises(), 1))
    return (
        f"Visit Type: Treatment\n{by.header()}\nReferring provider: Dr. {by.name()}\n"
        f"Dx: M{by.number(10, 79)}.{by.number(100, 999)}  Precautions: none\n\n"
        f"SUBJECTIVE: {by.subjective()}\nOBJECTIVE: {by.measures()}\n"
        f"THERAPEUTIC EXERCISE\n{done}\nRESPONSE: {by.assessment()}\nPLAN: {by.plan()}\n"
        f"TIME: {by.minutes()}\nTherapist: {by.signature()}\n"
    )


WRITERS: tuple[Writer, ...] = (soap, items, table, telegram, paragraph, printout)


def note(number: int) -> str:
    """Note `number`: always the same, and unlike every other."""
    scribe = Scribe(number)
    text = WRITERS[number % len(WRITERS)](scribe)
    while len(text) < SHORTEST:
        text += f"Addendum {scribe.date()}: {scribe.subjective()} {scribe.filled('responses')}\n"
    return _misspelt(text, scribe)


def notes(count: int, first: int = 0) -> Iterator[str]:
    """The notes `first` to `first + count - 1`, one at a time."""
    return (note(number) for number in range(first, first + count))


def _misspelt(text: str, scribe: Scribe) -> str:
    """`text` with a few words whose letters changed places, doubled or went missing."""
    words = text.split(" ")
    for _ in range(SLIPS):
        at = scribe.number(0, len(words) - 1)
        word = words[at]
        if word.isalpha() and len(word) >= SHORTEST_MISSPELT:
            slip = scribe.number(1, len(word) - 2)
            before, letter, after = word[:slip], word[slip], word[slip + 1 :]
            words[at] = scribe.any_of(
                f"{before}{after[0]}{letter}{after[1:]}",
                f"{before}{letter}{letter}{after}",
                f"{before}{after}",
            )
    return " ".join(words)


def main() -> None:
    """Write notes to a folder."""
    count, folder = int(sys.argv[1]), Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(notes(count)):
        (folder / f"note-{number:05}.txt").write_text(text, "utf-8")


if __name__ == "__main__":
    main()
