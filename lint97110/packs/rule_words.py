"""The wordings of a rule, in which "{person}" stands for any of a list of the same file."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from lint97110.packs.near import unknown
from lint97110.packs.yaml_tree import Scalar

Lists = Mapping[str, tuple[Scalar, ...]]
_NAMED = re.compile(r"\{([a-z_]+)\}")
_OPENS, _CLOSES = "([", ")]"


def spelt_out(words: Iterable[Scalar], lists: Lists, path: Path) -> tuple[Scalar, ...]:
    """Every wording with its lists written out; raises PackError for a list that is not there."""
    return tuple(_spelt_out(word, lists, path) for word in words)


def _spelt_out(word: Scalar, lists: Lists, path: Path) -> Scalar:
    def of(match: re.Match[str]) -> str:
        name = match[1]
        if name not in lists:
            raise unknown(path, "list", replace(word, text=name), lists)
        listed = "|".join(each.text for each in lists[name])
        return listed if _is_inside(word.text[: match.start()]) else f"({listed})"

    return replace(word, text=_NAMED.sub(of, word.text)) if "{" in word.text else word


def _is_inside(before: str) -> bool:
    """Whether a bracket is open at the end of some words."""
    opened = sum(map(before.count, _OPENS))
    return opened > sum(map(before.count, _CLOSES))
