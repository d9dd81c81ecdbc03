"""A wording with many gaps takes ever longer to look for, so there is a limit."""

import re
from collections.abc import Iterable
from pathlib import Path

from lint97110.errors import PackError
from lint97110.packs.yaml_tree import Scalar
from lint97110.wording import GAP

MOST_GAPS = 3
_NESTED = re.compile(r"[(\[][^()\[\]]*[(\[]")


def refuse_many_gaps(wordings: Iterable[Scalar], path: Path) -> None:
    """Raises PackError for a wording with too many gaps, or with brackets within brackets."""
    for words in wordings:
        if _NESTED.search(words.text):
            sentence = f'"{words.text}" has brackets within brackets; make two lines of it'
            raise PackError(str(path), words.line, sentence)
        if words.text.count(GAP) > MOST_GAPS:
            sentence = f'"{words.text}" has more than {MOST_GAPS} gaps ({GAP}); shorten it'
            raise PackError(str(path), words.line, sentence)
