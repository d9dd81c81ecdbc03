"""How fast the linter is, against something measured in the same run on the same notes.

    python benchmarks/bench.py                    speed, one warm check, cold starts
    python benchmarks/bench.py --memory           the memory of a long run, too

One core does all the work. Only the ratios can be compared between machines.
"""

import argparse
import contextlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

import spacy
from generate import note, notes

from lint97110.collector import be_patient, leave_alone
from lint97110.engine import Linter, Settings
from lint97110.model import Document

WARM_UP = 200  # notes that neither side is measured on
ROUND = 500  # notes that each side has in turn, so that both meet the same state of the machine
MEMORY_STEPS = (10_000, 50_000, 100_000)

PYTHON = sys.executable
LINT97110 = (PYTHON, "-m", "lint97110")
SPACY = (PYTHON, "-c", "import spacy")
LIGHT = (PYTHON, "-c", "import click, yaml")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: what was measured, the figure beside it, and the budget."""

    what: str
    ours: str
    other: str
    ratio: str
    budget: str


def main() -> None:
    """Measure, and print a table."""
    options = _options()
    _on_one_core()
    rows = [*_speed(options.notes), *_cold(options.runs)]
    if options.memory:
        rows += _memory()
    _print(rows)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--notes", type=int, default=10_000, help="distinct notes (10000)")
    parser.add_argument("--runs", type=int, default=9, help="runs of each cold start (9)")
    parser.add_argument("--memory", action="store_true", help="lint 100,000 notes and watch")
    return parser.parse_args()


def _on_one_core() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def _speed(count: int) -> Iterator[Row]:
    """The whole pipeline against a stock tokenizer, first pass over notes that both see once."""
    tokenize = spacy.blank("en")
    lint = _linter()
    for text in notes(WARM_UP, first=count):
        tokenize(text)
        lint(text)
    theirs = ours = 0.0
    each: list[float] = []
    for first in range(0, count, ROUND):
        texts = list(notes(min(ROUND, count - first), first))
        theirs += sum(_times(tokenize, texts))
        times = _times(lint, texts)
        ours += sum(times)
        each += times
    yield Row(
        f"whole pipeline, {count:,} notes",
        f"{count / ours:,.0f} notes/s",
        f"blank('en') tokenizes {count / theirs:,.0f} notes/s",
        f"{theirs / ours:.2f} x as fast",
        "at least 1.5",
    )
    slow = sorted(each)[int(len(each) * 0.99)]
    yield Row(
        "one warm check",
        f"{median(each) * 1000:.2f} ms",
        f"99 in 100 within {slow * 1000:.2f} ms",
        "",
        "at most 5 ms",
    )


def _linter() -> Callable[[str], object]:
    be_patient()  # as every command is
    linter = Linter(Settings())
    leave_alone()
    return lambda text: linter.lint(Document("note.txt", text))


def _times(work: Callable[[str], object], texts: Iterable[str]) -> list[float]:
    found = []
    for text in texts:
        start = perf_counter()
        work(text)
        found.append(perf_counter() - start)
    return found


def _cold(runs: int) -> Iterator[Row]:
    """Fresh processes, in turn: each command beside what it may be compared with."""
    with tempfile.TemporaryDirectory() as folder:
        one = Path(folder) / "one.txt"
        one.write_text(note(0), "utf-8")
        cases = [
            ("check one.txt", ("check", str(one)), SPACY, "at most 1.5"),
            ("explain PR001", ("explain", "PR001"), LIGHT, "at most 3"),
            ("rules", ("rules",), LIGHT, "at most 3"),
            ("--help", ("--help",), LIGHT, "at most 3"),
        ]
        for label, arguments, other, budget in cases:
            ours, theirs = _in_turn((*LINT97110, *arguments), other, runs)
            yield Row(
                f"cold: {label}",
                f"{ours * 1000:.0f} ms",
                f"{other[-1]}: {theirs * 1000:.0f} ms",
                f"{ours / theirs:.2f} x the time",
                budget,
            )


def _in_turn(ours: tuple[str, ...], theirs: tuple[str, ...], runs: int) -> tuple[float, float]:
    """Medians of both, run one after the other, after one run of each that is not counted."""
    both = [(_seconds(ours), _seconds(theirs)) for _ in range(runs + 1)][1:]
    return median(pair[0] for pair in both), median(pair[1] for pair in both)


def _seconds(command: tuple[str, ...]) -> float:
    start = perf_counter()
    done = subprocess.run(command, check=False, capture_output=True)
    taken = perf_counter() - start
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)} failed: {done.stderr.decode()}")
    return taken


def _memory() -> Iterator[Row]:
    """Resident memory of this process after so many distinct notes."""
    lint = _linter()
    first, done = 0.0, 0
    for step in MEMORY_STEPS:
        for text in notes(step - done, done):
            lint(text)
        done = step
        now = _resident()
        first = first or now
        yield Row(
            f"memory after {step:,} notes",
            f"{now:.0f} MiB",
            "" if step == MEMORY_STEPS[0] else f"{first:.0f} MiB after {MEMORY_STEPS[0]:,}",
            "" if step == MEMORY_STEPS[0] else f"{now / first:.2f} x as much",
            "flat",
        )


def _resident() -> float:
    """MiB in memory now; where the system does not tell, the most that there ever was."""
    with contextlib.suppress(OSError):
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
    import resource  # noqa: PLC0415, Windows has none

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (2**20 if sys.platform == "darwin" else 2**10)


def _print(rows: Iterable[Row]) -> None:
    cells = [("what", "here", "against", "ratio", "budget")]
    cells += [(row.what, row.ours, row.other, row.ratio, row.budget) for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for line in cells:
        print(
            "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        )


if __name__ == "__main__":
    main()
