"""Which question suits the very words that a finding points at."""

import re

from lint97110.model import Hint, Rule

_LEADING = re.compile(r"^[^A-Za-z]+(?:[a-z][.)]\s+)?")  # "2) ", "- ", "[ ] "
_SPACES = re.compile(r"\s+")


def hint_for(rule: Rule, words: str) -> str:
    """The first hint of `rule` that suits `words`; empty when none does, or there are no words.

    >>> change = Hint("How did it change?", opens=("did",), holds=("change",))
    >>> [suits(change, words) for words in ("2) Did pain change?", "Did pain go?", "What change?")]
    [True, False, False]
    """
    return next((hint.ask for hint in rule.hints if words and suits(hint, words)), "")


def suits(hint: Hint, words: str) -> bool:
    """Whether `words` begin and go on as the hint says."""
    folded = _SPACES.sub(" ", words.casefold())
    body = _LEADING.sub("", folded)
    opens = not hint.opens or any(_begins(body, word) for word in hint.opens)
    return opens and (not hint.holds or any(_holds(folded, word) for word in hint.holds))


def _begins(words: str, opening: str) -> bool:
    return words.startswith(opening) and not words[len(opening) :][:1].isalnum()


def _holds(words: str, word: str) -> bool:
    at = words.find(word)
    while at >= 0:
        before, behind = words[at - 1 : at] if at else "", words[at + len(word) :][:1]
        if not (word[:1].isalnum() and before.isalnum()) and not (
            word[-1:].isalnum() and behind.isalnum()
        ):
            return True
        at = words.find(word, at + 1)
    return False
