"""What the collector of garbage need not look at, in a process that lints many notes."""

import gc

from lint97110.batch.one import LinterLike

YOUNG = 50_000
"""New objects before the collector looks: a note makes some thousands, nearly all without cycles.

With Python's 700, a fifth of the time of a long run goes into looking.
"""


def settled(linter: LinterLike) -> LinterLike:
    """The same linter, whose rules and words stay for good: no look at them finds anything."""
    gc.freeze()
    gc.set_threshold(YOUNG)
    return linter
