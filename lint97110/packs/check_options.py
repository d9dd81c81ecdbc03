"""What a rule tells its check under `with`, refused where the check could make nothing of it."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from lint97110.billing.judging import Fault
from lint97110.errors import PackError
from lint97110.model import ELEMENTS, POINTS, Status
from lint97110.packs.known import Known
from lint97110.packs.near import did_you_mean, unknown
from lint97110.packs.yaml_tree import Scalar

_NEEDS: Mapping[str, tuple[str, ...]] = {
    "clock": (),
    "conflict": ("explained_by",),
    "count": ("units",),
    "element": ("element", "status"),
    "fact-count": ("fact", "sections"),
    "fact-present": ("fact",),
    "furnished": ("given_by", "given_to"),
    "missing": ("time",),
    "mixed-values": ("fact", "slot"),
    "modifier": ("wants",),
    "order": ("fact", "follows"),
    "section-missing": ("sections",),
    "sum": (),
    "unlike": ("fact",),
    "words": ("where",),
}
"""Options without which a check cannot work."""
_MAY: Mapping[str, tuple[str, ...]] = {
    "missing": ("element",),
    "modifier": ("assistants", "occupational", "pairs", "physical"),
    "section-missing": ("beside", "without"),
    "unlike": ("by", "exact", "given", "most", "near", "within"),
    "words": ("fact",),
}
"""Options that a check takes besides those that it needs; an element says where to look."""
_WANTS_TOO: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("wants", "discipline"): ("physical", "occupational"),
    ("wants", "assistant"): ("assistants",),
    ("wants", "distinct"): ("pairs",),
}
"""Options that another one asks for, where it is one of a few words."""
_TAKES_SLOTS = ("fact-count", "fact-present")
"""Checks whose other options are the fact's own slots."""
_TAKES_SEVERAL = (
    ("fact-count", "sections"),
    ("fact-present", "fact"),
    ("furnished", "given_by"),
    ("furnished", "given_to"),
    ("section-missing", "sections"),
)
"""Options in which several names may stand, with bars between them."""
_CHOICES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("count", "units"): (*(str(fault) for fault in Fault), "untimed"),
    ("element", "status"): (Status.WEAK.value, Status.ABSENT.value),
    ("missing", "time"): ("timed", "treatment", "codes", "clock"),
    ("modifier", "wants"): ("discipline", "assistant", "kx", "distinct"),
    ("unlike", "given"): ("first", "any", "one", "most"),
    ("words", "where"): ("question", "outside", "below_title", "anywhere"),
}
"""What an option of a check may be, where it is one of a few words."""
_LIMITS = ("fewer_than", "more_than")


def check_options(check: Scalar, options: Mapping[str, Scalar], path: Path, known: Known) -> None:
    """Raise PackError for an option that is missing, unknown, or names what nobody knows."""
    if check.text not in known.checks:
        raise unknown(path, "check", check, known.checks)
    for key in (*_NEEDS.get(check.text, ()), *_asked_for(options)):
        if key not in options:
            sentence = f'check "{check.text}" needs "{key}" under "with"'
            raise PackError(str(path), check.line, sentence)
    _check_values(check.text, options, path, known)
    _check_keys(check.text, options, path)
    if check.text == "fact-count" and sum(limit in options for limit in _LIMITS) != 1:
        sentence = 'check "fact-count" needs either "fewer_than" or "more_than" under "with"'
        raise PackError(str(path), check.line, sentence)


def _asked_for(options: Mapping[str, Scalar]) -> Iterator[str]:
    """What some options ask for besides."""
    for (key, value), names in _WANTS_TOO.items():
        if key in options and options[key].text == value:
            yield from names


def _check_values(check: str, options: Mapping[str, Scalar], path: Path, known: Known) -> None:
    """Refuse the name of an element, a fact or a section, and a choice, that nobody knows."""
    names: Mapping[str, tuple[str, Collection[str]]] = {
        "element": ("element", (*ELEMENTS, *POINTS)),
        "fact": ("fact", known.facts),
        "explained_by": ("fact", known.facts),
        "follows": ("fact", known.facts),
        "given_by": ("fact", known.facts),
        "given_to": ("fact", known.facts),
        "sections": ("sections", known.sections),
        "beside": ("section", known.sections),
        "without": ("section", known.sections),
    }
    for key, (what, choices) in names.items():
        if key in options:
            words = _words(options[key]) if (check, key) in _TAKES_SEVERAL else [options[key]]
            _check_names(what, words, choices, path)
    for (of_check, key), choices in _CHOICES.items():
        if of_check == check and key in options and options[key].text not in choices:
            raise unknown(path, key, options[key], choices)


def _words(option: Scalar) -> list[Scalar]:
    """The words of an option with bars between them, each with the option's line."""
    return [Scalar(word.strip(), None, option.line) for word in option.text.split("|")]


def _check_names(what: str, words: list[Scalar], known: Collection[str], path: Path) -> None:
    for word in words:
        if word.text not in known:
            raise unknown(path, what, word, known)


def _check_keys(check: str, options: Mapping[str, Scalar], path: Path) -> None:
    """Refuse options that the check does not know."""
    if check not in _NEEDS or check in _TAKES_SLOTS:
        return
    names = (*_NEEDS[check], *_MAY.get(check, ()))
    for key, option in options.items():
        if key not in names:
            sentence = f'unknown option "{key}"{did_you_mean(key, names)}'
            raise PackError(str(path), option.line, sentence)
