"""The collector of garbage, in a process that lints notes: it looks less, and not at the rules.

With Python's own settings, a fifth of a long run goes into looking for what is not there, and a
tenth of a second of a short one.
"""

import gc

YOUNG = 200_000
"""New objects before it looks: a note makes some thousands, nearly all without cycles."""


def be_patient() -> None:
    """Look for garbage less often than Python does by itself."""
    gc.set_threshold(YOUNG)


def leave_alone() -> None:
    """What is there now stays for good: rules and words, once they are loaded."""
    gc.freeze()
