"""Which codes are billed by time, and which once a day."""

import re

_MODALITIES_ATTENDED = ("97032", "97033", "97034", "97035", "97036")
_PROCEDURES = ("97110", "97112", "97113", "97116", "97124", "97140")
_ACTIVITIES = ("97530", "97533", "97535", "97537", "97542")
_TESTS_AND_ORTHOTICS = ("97750", "97755", "97760", "97761", "97763")

_MODALITIES = ("97010", "97012", "97014", "G0283", "97016", "97018", "97022", "97024")
_MORE_MODALITIES = ("97026", "97028", "20560", "20561")
_EVALUATIONS = ("97161", "97162", "97163", "97164", "97165", "97166", "97167", "97168")
_GROUP = "97150"

TIMED = frozenset((*_MODALITIES_ATTENDED, *_PROCEDURES, *_ACTIVITIES, *_TESTS_AND_ORTHOTICS))
"""Codes of 15 minutes: the list that UnitedHealthcare publishes for daily frequency, 2020."""

UNTIMED = frozenset((*_MODALITIES, *_MORE_MODALITIES, *_EVALUATIONS, _GROUP))
"""Codes that are billed once a day, whatever they take: passive modalities, group, evaluation."""

OTHERWISE = frozenset(
    ("97129", "97130", "97545", "97546", "97039", "97139", "G0237", "G0238", "S8948")
)
"""Codes that neither list holds: longer blocks, add-ons, unlisted services, a payer's own."""

_CODE = re.compile(r"[0-9]{5}|[A-Z][0-9]{4}")


def is_code(word: str) -> bool:
    """Whether a word has the shape of a billing code.

    >>> [is_code(word) for word in ("97110", "G0283", "9711", "ther ex")]
    [True, True, False, False]
    """
    return _CODE.fullmatch(word) is not None
