"""Every rule proves itself: its bad examples are flagged, its near misses left in peace."""

from collections.abc import Iterator

import pytest
from rule_examples import fault

from lint97110.checks import CHECKS
from lint97110.model import Example, Rule
from lint97110.packs import builtin, load_catalogue


def _examples() -> Iterator[tuple[str, Rule, Example]]:
    """Each example with its name: PR001-bad-1."""
    for rule in load_catalogue(builtin(), frozenset(CHECKS)).rules:
        for word, is_bad in (("bad", True), ("good", False)):
            ours = [example for example in rule.examples if example.is_bad is is_bad]
            for number, example in enumerate(ours, 1):
                yield f"{rule.code}-{word}-{number}", rule, example


EXAMPLES = {name: (rule, example) for name, rule, example in _examples()}


@pytest.mark.parametrize(("rule", "example"), EXAMPLES.values(), ids=EXAMPLES)
def test_example(rule, example, linter_of):
    """A bad example is flagged, at its words where it names them; a good one is not."""
    assert fault(rule, example, linter_of) == "", f"{rule.path}:{example.line}"
