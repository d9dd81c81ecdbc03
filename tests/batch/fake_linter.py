"""A linter that does what its note says; spawned workers import it by name."""

import os
import re
import signal
import time
from dataclasses import dataclass
from pathlib import Path

from lint97110.batch import limits
from lint97110.errors import CheckFailedError, PackError
from lint97110.model import Kind, NoteReport, Stated, Verdict


@dataclass(frozen=True)
class Settings:
    """What the fake is told.

    `log` is a folder that gets a file for every process at work, `seconds` what a note may take.
    """

    profile: str = "base"
    log: Path | None = None
    seconds: float | None = None


class FakeLinter:
    """Reports the length of a note as its minutes, unless the note says to misbehave."""

    pack_version = "7"

    def __init__(self, settings):
        """Sign the log."""
        self.settings = settings
        self.sign("awake")
        if settings.seconds:
            limits.MOST_SECONDS = settings.seconds

    def sign(self, word):
        """Write down what this process does."""
        if self.settings.log:
            (self.settings.log / str(os.getpid())).write_text(word)

    def lint(self, document):
        """What a real linter may do, and what it must not."""
        command = document.text.split()[0]
        if command == "fail":
            raise CheckFailedError(document.name, "rule XX001 failed")
        if command == "crash":
            raise ValueError(document.text)
        if command == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        if command == "spin":
            while True:
                pass
        if command == "match":
            re.match(r"(?:a|a)+$", "a" * 60 + "b")
        if command == "sleep":
            self.sign("asleep")
            time.sleep(600)
        return NoteReport(
            path=document.name,
            kind=Kind.TREATMENT_NOTE,
            bills_97110=True,
            profile=self.settings.profile,
            verdict=Verdict.READY,
            elements={},
            scopes={},
            stated=Stated(minutes={"total": len(document.text)}),
            questions=(),
            answers=(),
            findings=(),
        )


def no_linter(_settings):
    """A factory whose pack is bad."""
    raise PackError("rules/core/PR001.yaml", 3, "unknown key")


def dies_elsewhere(settings):
    """A factory that works in the process that first made one, and nowhere else."""
    if any(settings.log.iterdir()):
        os.kill(os.getpid(), signal.SIGKILL)
    return FakeLinter(settings)
