"""Numbers that carry a digit by which a slip, or an invention, can be told."""

from collections.abc import Mapping

NPI_PREFIX = "80840"  # what stands before a provider's number where its check digit is worked out
_VIN_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
_VIN_LETTERS: Mapping[str, int] = dict(
    zip("ABCDEFGHJKLMNPRSTUVWXYZ", (*range(1, 9), *range(1, 6), 7, 9, *range(2, 10)), strict=True)
)
_NEVER_AREAS = ("000", "666")  # of social security numbers; nor any that begins with 9


def is_luhn(digits: str) -> bool:
    """Whether the last digit fits the others, as on bank cards.

    >>> is_luhn("4111111111111111"), is_luhn("4111111111111112")
    (True, False)
    """
    doubled = (int(digit) * 2 for digit in digits[-2::-2])
    total = sum(int(digit) for digit in digits[-1::-2]) + sum(n // 10 + n % 10 for n in doubled)
    return total % 10 == 0


def is_provider_number(digits: str) -> bool:
    """Whether ten digits can be a national provider identifier.

    >>> is_provider_number("1234567893"), is_provider_number("1234567890")
    (True, False)
    """
    return len(digits) == 10 and digits[0] in "12" and is_luhn(NPI_PREFIX + digits)  # noqa: PLR2004, its length


def is_prescriber_number(written: str) -> bool:
    """Whether two letters and seven digits can be a prescriber's number of the DEA.

    >>> is_prescriber_number("AB1234563"), is_prescriber_number("AB1234567")
    (True, False)
    """
    digits = [int(digit) for digit in written[2:]]
    odd, even = sum(digits[0:6:2]), sum(digits[1:6:2])
    return (odd + 2 * even) % 10 == digits[6]


def is_vehicle_number(written: str) -> bool:
    """Whether seventeen signs can be the identification number of a vehicle.

    >>> is_vehicle_number("1M8GDM9AXKP042788"), is_vehicle_number("1M8GDM9A1KP042788")
    (True, False)
    """
    values = [int(sign) if sign.isdigit() else _VIN_LETTERS.get(sign, 0) for sign in written]
    total = sum(value * weight for value, weight in zip(values, _VIN_WEIGHTS, strict=True)) % 11
    return written[8] == ("X" if total == 10 else str(total))  # noqa: PLR2004, ten is written X


def was_issued(social: str) -> bool:
    """Whether a social security number can have been given to anybody.

    >>> was_issued("219-09-9999"), was_issued("900-12-3456"), was_issued("219-00-9999")
    (True, False, False)
    """
    area, group, serial = social.split("-")
    is_area = area not in _NEVER_AREAS and not area.startswith("9")
    return is_area and group != "00" and serial != "0000"
