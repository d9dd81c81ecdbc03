"""Which rules a run was asked for: by code, by name, or by family."""

from difflib import get_close_matches

from lint97110.errors import LintError
from lint97110.model import Rule


def select(
    rules: tuple[Rule, ...],
    selected: tuple[str, ...],
    ignored: tuple[str, ...],
    extended: tuple[str, ...],
) -> tuple[Rule, ...]:
    """The rules to apply; raises LintError for a word that names no rule.

    Without a selection these are all rules but those that have a say only on request.
    """
    usual = {rule.code for rule in rules if not rule.on_request}
    chosen = _named(rules, selected) if selected else usual
    chosen |= _named(rules, extended)
    chosen -= _named(rules, ignored)
    return tuple(rule for rule in rules if rule.code in chosen)


def _named(rules: tuple[Rule, ...], words: tuple[str, ...]) -> set[str]:
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
