"""What notes tell already, in their own words, for the headings of a justification."""

from lint97110.quoting.dates import date_of
from lint97110.quoting.evidence import HEADINGS, MOST_OF_ONE, told
from lint97110.quoting.patients import Doubt, doubts

__all__ = ["HEADINGS", "MOST_OF_ONE", "Doubt", "date_of", "doubts", "told"]
