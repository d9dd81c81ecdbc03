"""Is every input linted or accounted for, with the same outcome for any number of jobs?"""

import os
import signal
import subprocess
import sys
import time
from importlib import import_module
from pathlib import Path

import pytest

from lint97110.batch import limits
from lint97110.batch.discover import Duplicate, Input, discover
from lint97110.batch.run import CHUNK, lint_inputs, run
from lint97110.errors import LintError, PackError
from lint97110.model import NoteReport, Unread

HERE = Path(__file__).parent

pytestmark = pytest.mark.usefixtures("folder")


@pytest.fixture
def fake(monkeypatch):
    """The fake linter's module, where spawned workers find it, too."""
    monkeypatch.syspath_prepend(str(HERE))
    return import_module("fake_linter")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder for notes, and the current one."""
    folder = tmp_path / "notes"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def log(tmp_path):
    """Where the fake linter writes down its processes."""
    log = tmp_path / "log"
    log.mkdir()
    return log


def write(count, **special):
    """Write `count` notes of different lengths, and the special ones (n007="die")."""
    texts = {f"n{number:03}": "x" * (number + 1) for number in range(count)} | special
    for name, text in texts.items():
        Path(f"{name}.txt").write_text(text)


def outcome(found):
    """An outcome in few words: the note's length, or why there is none."""
    match found:
        case NoteReport():
            return found.path, found.stated.minutes["total"]
        case Unread():
            return found.path, "failed" if found.failed else "unread"
        case Duplicate():
            return found.name, "duplicate"


def outcomes(fake, paths=(".",), *, jobs=1, **options):
    """What becomes of all the inputs behind `paths`, in few words."""
    stream = lint_inputs(
        discover(paths), fake.Settings(), make_linter=fake.FakeLinter, jobs=jobs, **options
    )
    return [outcome(found) for found in stream]


def test_order_of_inputs(fake):
    """There is one outcome for each input, in the order of the inputs."""
    write(3, n001="fail")
    Path("empty.txt").touch()

    assert outcomes(
        fake, ["n002.txt", "gone.txt", "n001.txt", "empty.txt", "n002.txt", "n000.txt"]
    ) == [
        ("n002.txt", 3),
        ("gone.txt", "unread"),
        ("n001.txt", "failed"),
        ("empty.txt", "unread"),
        ("n002.txt", "duplicate"),
        ("n000.txt", 1),
    ]


def test_report(fake):
    """The report holds every kind of outcome, counted once, and the version of the pack."""
    write(3, n001="fail")

    report = run(
        discover([".", "gone.txt", "n000.txt"]),
        fake.Settings(profile="strict"),
        make_linter=fake.FakeLinter,
    )

    assert [(note.path, note.profile) for note in report.notes] == [
        ("n000.txt", "strict"),
        ("n002.txt", "strict"),
    ]
    assert report.unread == (
        Unread("n001.txt", "rule XX001 failed", failed=True),
        Unread("gone.txt", "does not exist; check how the path is spelled"),
    )
    assert report.duplicates == 1
    assert report.pack_version == "7"


def test_crash_holds_no_word_of_the_note(fake):
    """An exception that nobody foresaw is our failure, and does not quote the note."""
    write(2, n000="crash Jane Doe")

    report = run(discover(["."]), fake.Settings(), make_linter=fake.FakeLinter)

    (unread,) = report.unread
    assert unread.failed
    assert "ValueError" in unread.reason
    assert "Jane" not in unread.reason
    assert [note.path for note in report.notes] == ["n001.txt"]


@pytest.mark.parametrize(
    ("stdin", "expected"),
    [
        pytest.param(b"SLR 3x10", 8, id="a note"),
        pytest.param(b"fail", "failed", id="a note that we fail on"),
        pytest.param(b"%PDF-1.7", "unread", id="no note"),
        pytest.param(b"", "unread", id="nothing"),
    ],
)
@pytest.mark.parametrize("jobs", [1, 2])
def test_standard_input(fake, stdin, expected, jobs):
    """Standard input is linted in its place among the files."""
    write(CHUNK + 6)

    found = outcomes(fake, ["n000.txt", "-", "."], jobs=jobs, stdin=stdin)

    assert found[:3] == [("n000.txt", 1), ("<stdin>", expected), ("n000.txt", "duplicate")]
    assert len(found) == CHUNK + 8


@pytest.mark.parametrize("jobs", [2, 3])
def test_jobs_change_nothing(fake, jobs):
    """One process and several say the same, in the same order, of good inputs and bad."""
    write(200, n003="fail", n070="crash", n130=" ", n131="%PDF-1.4")
    Path("n150.txt").unlink()
    Path("n150.txt").symlink_to("gone")
    paths = ["n100.txt", "gone.txt", ".", "n199.txt"]

    alone = run(discover(paths), fake.Settings(), make_linter=fake.FakeLinter, jobs=1)
    together = run(discover(paths), fake.Settings(), make_linter=fake.FakeLinter, jobs=jobs)

    assert together == alone
    assert len(alone.notes) == 195
    assert len(alone.unread) == 6
    assert alone.duplicates == 2


@pytest.mark.parametrize(
    ("count", "has_pool"),
    [pytest.param(CHUNK, False, id="64"), pytest.param(CHUNK + 1, True, id="65")],
)
def test_few_notes_start_no_pool(fake, log, count, has_pool):
    """Up to 64 notes stay in this process, which does them sooner; duplicates do not count."""
    write(count)

    report = run(discover([".", "."]), fake.Settings(log=log), make_linter=fake.FakeLinter, jobs=2)

    processes = {int(path.name) for path in log.iterdir()}
    assert (processes != {os.getpid()}) is has_pool
    assert (len(report.notes), report.duplicates) == (count, count)


def test_one_job_starts_no_pool(fake, log):
    """One job is this process, however many notes there are."""
    write(CHUNK + 1)

    run(discover(["."]), fake.Settings(log=log), make_linter=fake.FakeLinter, jobs=1)

    assert [path.name for path in log.iterdir()] == [str(os.getpid())]


@pytest.mark.parametrize(
    "guilty",
    [
        pytest.param(["n000"], id="the first"),
        pytest.param(["n064", "n199"], id="the first of a chunk and the last of all"),
        pytest.param(["n010", "n011"], id="neighbours"),
    ],
)
def test_dead_worker(fake, guilty):
    """A note that ends its process is the only one lost, and is listed as failed."""
    write(200, **dict.fromkeys(guilty, "die"))

    found = outcomes(fake, jobs=2)

    assert [path for path, what in found if what == "failed"] == [f"{name}.txt" for name in guilty]
    assert [(path, what) for path, what in found if what != "failed"] == [
        (f"n{number:03}.txt", number + 1) for number in range(200) if f"n{number:03}" not in guilty
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="no such clock")
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_note_that_never_ends(fake, monkeypatch, jobs):
    """It is listed as failed, in a loop of Python's as amid a regular expression; others go on."""
    monkeypatch.setattr(limits, "MOST_SECONDS", limits.MOST_SECONDS)
    write(CHUNK + 6, n001="spin", n065="match")
    report = run(
        discover(["."]), fake.Settings(seconds=0.2), make_linter=fake.FakeLinter, jobs=jobs
    )

    assert [(each.path, each.failed) for each in report.unread] == [
        ("n001.txt", True),
        ("n065.txt", True),
    ]
    assert "more than 0.2 seconds" in report.unread[0].reason
    assert len(report.notes) == CHUNK + 4
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0, 0)


def test_workers_that_cannot_live(fake, log):
    """When no process can live, the run says so instead of blaming every note."""
    write(CHUNK + 1)

    with pytest.raises(LintError, match="-j 1"):
        run(discover(["."]), fake.Settings(log=log), make_linter=fake.dies_elsewhere, jobs=2)


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("lint", [run, lint_inputs], ids=["run", "lint_inputs"])
def test_bad_pack(fake, jobs, lint):
    """A pack that cannot be used is told at once, before any note is read."""
    with pytest.raises(PackError, match="unknown key"):
        lint(pytest.fail, fake.Settings(), make_linter=fake.no_linter, jobs=jobs)


def test_outcomes_come_as_they_are_ready(fake):
    """Inputs are taken and told one by one: a million of them need no room."""
    write(2)
    taken = []

    def inputs():
        for name in ("n000.txt", "n001.txt"):
            taken.append(name)
            yield Input(name, Path(name))

    stream = lint_inputs(inputs(), fake.Settings(), make_linter=fake.FakeLinter)
    next(stream)

    assert taken == ["n000.txt"]


def test_closing_ends_the_workers(fake, log):
    """Who stops listening early is not kept waiting, and leaves no process behind."""
    write(CHUNK * 2, n064="sleep")
    stream = lint_inputs(
        discover(["."]), fake.Settings(log=log), make_linter=fake.FakeLinter, jobs=2
    )
    next(stream)
    wait_for(lambda: asleep(log) == 1)
    started = time.monotonic()

    stream.close()

    assert time.monotonic() - started < 30
    assert not [path for path in log.iterdir() if is_other_process(int(path.name))]


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ")
@pytest.mark.parametrize("jobs", [1, 2])
def test_interrupt(log, jobs):
    """Ctrl-C ends the run and all its processes promptly, even amid a note that takes long."""
    write(CHUNK * 2, n000="sleep", n064="sleep")
    script = log.parent / "script.py"
    script.write_text(SCRIPT.format(here=str(HERE), log=str(log), jobs=jobs))
    process = subprocess.Popen([sys.executable, str(script)], stderr=subprocess.PIPE)
    try:
        wait_for(lambda: asleep(log) == jobs)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=30)
    finally:
        process.kill()
        process.wait()

    assert process.returncode == 130
    assert errors == b""
    assert not [path for path in log.iterdir() if is_other_process(int(path.name))]


SCRIPT = """
import sys
sys.path[:0] = [{here!r}]
from pathlib import Path
from fake_linter import FakeLinter, Settings
from lint97110.batch.discover import discover
from lint97110.batch.run import run

if __name__ == "__main__":
    try:
        run(discover(["."]), Settings(log=Path({log!r})), make_linter=FakeLinter, jobs={jobs})
    except KeyboardInterrupt:
        sys.exit(130)
"""


def asleep(log):
    """How many processes sleep over a note."""
    return sum(path.read_text() == "asleep" for path in log.iterdir())


def wait_for(is_so):
    """Wait until something is so, for a while."""
    end = time.monotonic() + 30
    while not is_so():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


def is_other_process(number):
    """Whether a process of this number lives, other than this one."""
    if number == os.getpid():
        return False
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True
