"""Every error raised on purpose: what went wrong, where, and what to do about it."""


class LintError(Exception):
    """An error whose sentence is meant for the person at the keyboard."""


class UnreadableError(LintError):
    """An input that could not be read as a note; it counts as not checked, never as clean.

    `path` is the input as it was named, `reason` a sentence that says what to do.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


class PackError(LintError):
    """A rule file that cannot be used: the file, the line, the word, and the likely cure."""

    def __init__(self, path: str, line: int, sentence: str) -> None:
        super().__init__(path, line, sentence)
        self.path = path
        self.line = line
        self.sentence = sentence

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.sentence}"


class CheckFailedError(LintError):
    """The linter itself failed on a note; the sentence holds no word of the note."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"
