"""The words of rules/wordings/days.yaml, with the notation that stands around them in a text."""

import re
from collections.abc import Mapping

from lint97110.wording import not_behind, one_of


class DayWords:
    """What tells of what a day is; all look at a text in small letters."""

    def __init__(self, wordings: Mapping[str, tuple[str, ...]]) -> None:
        """Build the expressions once."""

        def of(name: str) -> str:
            return one_of(wordings[f"days.{name}"])

        self.months = wordings["days.months"]
        self.day = _day(self.months)
        self.of_service = re.compile(  # what stands before the day of the visit
            rf"(?:(?P<letters>{of('service_in_letters')})|(?P<now>{of('now')})|{of('of_service')}"
            rf"|{of('treated')}[ ]*:|(?:^|[.;|] *|{of('who')} ){of('seen')})"
            r",?[ \t:.|(*=–-]*$"
        )
        sent = not_behind(f"{words} " for words in wordings["days.sent"])
        self.before_service = re.compile(
            rf"{of('another_visit')}[^.;]{{0,24}}$"
            rf"|{sent}{of('another_day')}[ ](?:{of('whose')} )?$"
        )
        self.dated = re.compile(rf"(?:^|[|]|[ ]{{2}})\W*{of('dated')}[ \t:.|*]*$")
        self.visit_behind = re.compile(rf"\)?[ ](?!{of('no_visit_behind')}){of('visit_behind')}")
        self.opens_visit = re.compile(rf"(?:^|[.;|:] *|{of('before_its_visit')} )[(]?$")
        self.not_alone = re.compile(
            rf"[ \t)]*(?:(?:{of('range_of_days')}|[-–,&])[ \t]*\d|{of('behind_another')})"
        )
        self.signed = re.compile(rf"(?:{of('signed')}|/s/)[^\n]{{0,60}}$|{of('written')}[ \t:]*$")
        self.who_signed = re.compile(rf"{of('who_signed')} $")
        self.by_others = re.compile(of("by_others"))
        self.ends_name = re.compile(  # between a signature and its day: titles, "Date:", room
            rf"(?:[ \t,;:/|()\n*-]|[a-z./-]{{1,6}}\d?(?![a-z\d])|{of('after_a_name')}|#?\d{{3,8}})*"
        )
        self.born = re.compile(rf"{of('born')}[ \t:.|*(=–-]*$")
        self.operated = re.compile(rf"{of('operated')}(?P<gap>[^;\n]{{0,48}})$")
        self.something_else = re.compile(rf"(?!{of('its_date')}){of('something_else')}")


def _day(months: tuple[str, ...]) -> re.Pattern[str]:
    """A day in figures or with the name of its month: "3/4/26", "4th march 2026"."""
    month = rf"(?:{'|'.join(months)})[a-z]*\.?"
    in_figures = r"\d{4}-\d{2}-\d{2}|\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})(?!\d)"
    day_first = rf"\d{{1,2}}(?:st|nd|rd|th)?[ -]{month},?[ -](?:\d{{4}}|\d{{2}}(?!\d))"
    without_year = r"\d{1,2}/\d{1,2}(?![\d/%])"
    month_first = rf"{month}[ ]\d{{1,2}}(?:st|nd|rd|th)?,?[ ]\d{{4}}"
    initials = "".join(sorted({name[0] for name in months}))
    return re.compile(
        rf"\b(?:(?=\d)(?:{in_figures}|{day_first}|{without_year})|(?=[{initials}]){month_first})"
    )
