"""Which rules a run was asked for: by code, by name, or by family."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from lint97110.errors import LintError
from lint97110.model import Rule


@dataclass(frozen=True, slots=True)
class Selection:
    """What one place says of the rules: use only these, leave these out, add these."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """All that is named."""
        return (*self.select, *self.ignore, *self.extend)


def select(rules: tuple[Rule, ...], selections: Iterable[Selection]) -> tuple[Rule, ...]:
    """The rules to apply; raises LintError for a word that names no rule.

    Each selection changes what those before it left, and one that says which rules to use begins
    anew. Without any, these are all rules but those that have a say only on request.
    """
    chosen = {rule.code for rule in rules if not rule.on_request}
    for one in selections:
        if one.select:
            chosen = named(rules, one.select)
        chosen = (chosen | named(rules, one.extend)) - named(rules, one.ignore)
    return tuple(rule for rule in rules if rule.code in chosen)


def named(rules: tuple[Rule, ...], words: tuple[str, ...]) -> set[str]:
    """The codes of the rules that are meant; raises LintError for a word that names none."""
    found: set[str] = set()
    for word in words:
        codes = {
            rule.code
            for rule in rules
            if word.upper() in (rule.code, rule.family) or word == rule.name
        }
        if not codes:
            raise LintError(f'no rule, name or family is called "{word}"{_near(rules, word)}')
        found |= codes
    return found


def _near(rules: tuple[Rule, ...], word: str) -> str:
    known = [name for rule in rules for name in (rule.code, rule.name, rule.family)]
    near = get_close_matches(word, known, n=1) or get_close_matches(word.upper(), known, n=1)
    return f' (did you mean "{near[0]}"?)' if near else ""
