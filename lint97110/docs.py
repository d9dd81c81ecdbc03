"""The generated parts of README.md: `python -m lint97110.docs` rewrites them.

A generated part stands between `<!-- NAME: begin -->` and `<!-- NAME: end -->`. The note of the
first example is written in the README itself; the report below it is made from that note.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from lint97110.cli import counting
from lint97110.engine import Linter, Settings
from lint97110.model import Document, Report
from lint97110.packs import builtin, load_catalogue
from lint97110.profiles import BASE, terms_of
from lint97110.reporters import text
from lint97110.reporters.catalogue import table

README = Path(__file__).parent.parent / "README.md"
NOTE_NAME = "visit-07.txt"

_UNITS = re.compile(r"^lint97110 units ([0-9= ]+)$", re.MULTILINE)
_NOTE = re.compile(rf"cat > {re.escape(NOTE_NAME)} <<'END'\n(.*?)END\n", re.DOTALL)


def refreshed(readme: str) -> str:
    """`readme` with its generated parts made anew.

    Raises ValueError when the marks of a part, or the example note, are not there.
    """
    for name, make in PARTS.items():
        readme = _put(readme, name, make(readme))
    return readme


def example_note(readme: str) -> str:
    """The note that the README begins with; raises ValueError when it is not there."""
    found = _NOTE.search(readme)
    if found is None:
        sentence = f"the README has no note called {NOTE_NAME}"
        raise ValueError(sentence)
    return found[1]


def _put(readme: str, name: str, made: str) -> str:
    begin, end = f"<!-- {name}: begin -->\n", f"<!-- {name}: end -->\n"
    before, opened, rest = readme.partition(begin)
    _, closed, after = rest.partition(end)
    if not (opened and closed):
        sentence = f"the README has no marks for the part called {name}"
        raise ValueError(sentence)
    return f"{before}{begin}```text\n{made}```\n{end}{after}"


def _report(readme: str) -> str:
    linter = Linter(Settings())
    note = linter.lint(Document(NOTE_NAME, example_note(readme)))
    return text.render(Report((note,), pack_version=linter.pack_version))


def _rules(_readme: str) -> str:
    catalogue = load_catalogue(builtin())
    return table(catalogue, terms_of(catalogue, BASE))


def _units(readme: str) -> str:
    asked = _UNITS.search(readme)
    if asked is None:
        sentence = "the README does not call units"
        raise ValueError(sentence)
    return counting.as_text(counting.count(tuple(asked[1].split()), counting.BOTH, None))


PARTS: Mapping[str, Callable[[str], str]] = {"report": _report, "units": _units, "rules": _rules}
"""What makes each generated part."""


if __name__ == "__main__":
    README.write_text(refreshed(README.read_text("utf-8")), "utf-8", newline="\n")
