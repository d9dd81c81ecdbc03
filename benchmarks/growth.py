"""How the time for a note grows with its length, whatever is written over and over again.

    python benchmarks/growth.py

Eight times the text should take about eight times the time. Sixty-four times would be a square, and
a note that was pasted wrong would never end. tests/test_growth.py counts the steps of Python; what
its libraries do in C is only seen here.
"""

import gc
import time

from lint97110.engine import Linter, Settings
from lint97110.model import Document

SHORT, LONG = 8_000, 64_000  # characters
TRIES = 3
WORDS = (
    "3x10 ",
    "10 sec ",
    "Jane Roe, PT ",
    "JANE ROE ",
    "Squats 3x10; ",
    "97110 ",
    "3x10.\n",
    "(",
)


def main() -> None:
    """Measure each text in both lengths, and print how often the time of the short one fits."""
    linter = Linter(Settings(every_note=True))
    linter.lint(Document("warm", "Squats 3x10"))
    gc.disable()
    print(f"{LONG // SHORT} times the text takes")
    for words in WORDS:
        short, long = (_seconds(linter, words, length) for length in (SHORT, LONG))
        print(f"  {words!r:<20} {long / short:5.1f} times the time")


def _seconds(linter: Linter, words: str, length: int) -> float:
    """The time of this process for a note of that length; of several tries, the best."""
    document = Document("long", words * (length // len(words)))
    times = []
    for _ in range(TRIES):
        start = time.process_time()
        linter.lint(document)
        times.append(time.process_time() - start)
    return min(times)


if __name__ == "__main__":
    main()
