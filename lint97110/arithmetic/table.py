"""How many units do minutes make? The table that both ways of counting share.

Medicare's table is in Pub. 100-04, ch. 5, §20.2. CPT counts a unit from just past its half, which
in whole minutes is the same table; it is applied to each code by itself.
"""

FIRST_UNIT, PER_UNIT = 8, 15  # minutes; Pub. 100-04, ch. 5, §20.2


def units_of(minutes: int) -> int:
    """Units that `minutes` support: none below 8, then one more from every 15th on.

    Raises ValueError for minutes below nought.

    >>> [units_of(m) for m in (0, 7, 8, 22, 23, 37, 38, 52, 53, 143)]
    [0, 0, 1, 1, 2, 2, 3, 3, 4, 10]
    """
    if minutes < 0:
        sentence = f"{minutes} minutes: time cannot be negative"
        raise ValueError(sentence)
    return (minutes + PER_UNIT - FIRST_UNIT) // PER_UNIT


def least_minutes(units: int) -> int:
    """The fewest minutes that make so many units.

    >>> [least_minutes(n) for n in (0, 1, 2, 3)]
    [0, 8, 23, 38]
    """
    return max(0, PER_UNIT * units - PER_UNIT + FIRST_UNIT)


def most_minutes(units: int) -> int:
    """The most minutes that make no more than so many units.

    >>> [most_minutes(n) for n in (0, 1, 2, 3)]
    [7, 22, 37, 52]
    """
    return least_minutes(units + 1) - 1
