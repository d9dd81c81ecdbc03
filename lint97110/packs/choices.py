"""A list of plain wordings may say several in one: "(hip|knee) mobs"."""

import re

_CHOICE = re.compile(r"\(([^()|]*(?:\|[^()|]*)+)\)")


def spelled_apart(wording: str) -> tuple[str, ...]:
    """Every wording that choices between brackets stand for.

    >>> spelled_apart("(hip|knee) (mob|mobs)")
    ('hip mob', 'hip mobs', 'knee mob', 'knee mobs')
    >>> spelled_apart("code(s)")
    ('code(s)',)
    """
    choice = _CHOICE.search(wording)
    if choice is None:
        return (wording,)
    before, behind = wording[: choice.start()], wording[choice.end() :]
    return tuple(
        spelled
        for option in choice[1].split("|")
        for spelled in spelled_apart(before + option + behind)
    )
