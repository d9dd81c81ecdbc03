"""How a report is to be shown; formats that carry everything take no notice."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TextOptions:
    """The dials of a text report: its width, its colour and how much of it there is.

    `is_quiet` leaves the totals and what was not checked; `is_statistics` puts counts where
    the notes would stand.
    """

    width: int = 80
    has_color: bool = False
    show_all: bool = False
    is_quiet: bool = False
    is_statistics: bool = False


PLAIN = TextOptions()
