"""Reports that were flattened to one line: a comma stands where each line ended."""

import re

_MARK = re.compile(r":\s*,\s*[A-Z\d]")  # no writer sets a comma behind a colon
_BREAK = re.compile(  # "HISTORY: , The", "pain.,MEDICATIONS:,1.  Aspirin.,2.  Iron."
    r",(?:(?<=[.:;?!)\"],)|(?<=[.:] ,)|(?<=:  ,))(?=\s*[A-Z\d(])"
)


def restored(text: str) -> str:
    r"""The same text, letter for letter, with each such comma a line's end again.

    >>> restored("HISTORY: , Fell in May.,GOAL:,1.  To walk.")
    'HISTORY: \n Fell in May.\nGOAL:\n1.  To walk.'
    >>> restored("Walks, sits etc., Then rests")
    'Walks, sits etc., Then rests'
    """
    return _BREAK.sub("\n", text) if ":" in text and _MARK.search(text) else text
