"""Regions of the body that diagnosis codes name: "M25.561" is of a knee."""

import re
from collections.abc import Iterator, Mapping

from lint97110.model import Span

_CODE = re.compile(r"\b[gmqsz]\d\d(?:\.?[\da-z]{1,4})?\b")
_GROUP = "codes."
_LONGEST, _SHORTEST = 5, 3  # characters that tell the region


def coded_regions(
    text: str, end: int, sets: Mapping[str, frozenset[str]]
) -> Iterator[tuple[Span, str]]:
    """Each code of the head, in small letters, that names a region, and which."""
    regions: dict[str, frozenset[str]] = {}
    for match in _CODE.finditer(text, 0, end):
        regions = regions or {
            name: codes for name, codes in sets.items() if name.startswith(_GROUP)
        }
        code = match.group().replace(".", "")
        told = (
            name.removeprefix(_GROUP)
            for length in range(min(_LONGEST, len(code)), _SHORTEST - 1, -1)
            for name, codes in regions.items()
            if code[:length] in codes
        )
        region = next(told, None)
        if region is not None:
            yield Span(*match.span()), region
