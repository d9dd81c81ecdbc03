"""The words of rules/wordings/days.yaml, with the notation that stands around them in a text."""

import re
from collections.abc import Mapping

from lint97110.wording import Sought, not_behind, one_of


class DayWords:
    """What tells of what a day is; all look at a text in small letters."""

    def __init__(self, wordings: Mapping[str, tuple[str, ...]]) -> None:
        """Build the expressions once."""

        def of(name: str) -> str:
            return one_of(wordings[f"days.{name}"])

        self.months = wordings["days.months"]
        self.day = _day(self.months)
        before = ("service_in_letters", "now", "of_service", "treated", "seen")
        self.of_service = Sought(  # what stands before the day of the visit
            re.compile(
                rf"(?:(?P<letters>{of('service_in_letters')})|(?P<now>{of('now')})"
                rf"|{of('of_service')}|{of('treated')}[ ]*:"
                rf"|(?:^|[.;|] *|{of('who')} ){of('seen')}),?[ \t:.|(*=–-]*$"
            ),
            [words for name in before for words in wordings[f"days.{name}"]],
        )
        sent = not_behind(f"{words} " for words in wordings["days.sent"])
        self.before_service = re.compile(
            rf"{of('another_visit')}[^.;]{{0,24}}$"
            rf"|{sent}{of('another_day')}[ ](?:{of('whose')} )?$"
        )
        self.dated = re.compile(rf"(?:^|[|]|[ ]{{2}})\W*{of('dated')}[ \t:.|*]*$")
        self.visit_behind = re.compile(rf"\)?[ ](?!{of('no_visit_behind')}){of('visit_behind')}")
        self.opens_visit = re.compile(rf"(?:^|[.;|:] *|^[*•-] *|{of('before_its_visit')} )[(]?$")
        self.not_alone = re.compile(
            rf"[ \t)]*(?:(?:{of('range_of_days')}|[-–,&])[ \t]*\d|{of('behind_another')})"
        )
        self.signed = Sought(
            re.compile(rf"(?:{of('signed')}|/s/)[^\n]{{0,60}}$|{of('written')}[ \t:]*$"),
            (*wordings["days.signed"], "/s/", *wordings["days.written"]),
        )
        self.who_signed = re.compile(rf"{of('who_signed')} $")
        self.by_others = re.compile(of("by_others"))
        self.ends_name = re.compile(  # between a signature and its day: titles, "Date:", room
            rf"(?:[ \t,;:/|()\n*-]|[a-z./-]{{1,6}}\d?(?![a-z\d])|{of('after_a_name')}|#?\d{{3,8}})*"
        )
        self.past = Sought(re.compile(rf"{of('past')}[ \t:.|(*=–-]*$"), wordings["days.past"])
        self.ahead = Sought(re.compile(rf"{of('ahead')}[ \t:.|(*=–-]*$"), wordings["days.ahead"])
        self.has_been = Sought(re.compile(of("has_been")), wordings["days.has_been"])
        self.was = re.compile(rf"{of('has_been')}[ \t:.|(*=–-]*$")
        self.looks_back = Sought(re.compile(of("looks_back")), wordings["days.looks_back"])
        ends = r"[ \t:.|(*=,–-]*$"
        self.to_come = re.compile(rf"(?:{of('to_come')}|{of('checked')}){ends}")
        self.checked = re.compile(rf"{of('checked')}{ends}")
        self.looks_ahead = Sought(re.compile(of("looks_ahead")), wordings["days.looks_ahead"])
        self.right_before = re.compile(rf"{of('right_before')}[ ]$")
        self.score = re.compile(rf"\d{{1,2}}/{of('highest_scores')}")
        post_op = (*wordings["surgery.post_op"], *wordings["surgery.unit_alone"])
        self.post_op = Sought(re.compile(one_of(post_op, beside_digits=True)), post_op)
        self.neighbour = re.compile(rf"{of('neighbour')}[ \t:.|(*=–-]*$")
        self.next_ = re.compile(rf"{of('next')}[ \t:]+$")
        self.before_surgery = frozenset(wordings["days.before_surgery"])
        self.born = Sought(re.compile(rf"{of('born')}[ \t:.|*(=–-]*$"), wordings["days.born"])
        self.operated = Sought(
            re.compile(rf"{of('operated')}(?P<gap>[^;\n]{{0,48}})$"), wordings["days.operated"]
        )
        self.in_letters = re.compile(rf"{of('service_in_letters')}[ \t:=]*$")
        self.something_else = re.compile(rf"(?!{of('its_date')}){of('something_else')}")


def _day(months: tuple[str, ...]) -> re.Pattern[str]:
    """A day in figures or with the name of its month: "3/4/26", "4th march 2026"."""
    month = rf"(?:{'|'.join(months)})[a-z]*\.?"
    in_figures = (  # "2-7/10" is a range of pain
        r"\d{3}-\d{2}-\d{2}|\d?(?P<mark>[/.-])\d{1,2}(?P=mark)(?:\d{4}|\d{2})(?!\d)"
    )
    day_first = rf"\d?(?:st|nd|rd|th)?[ -]{month},?[ -](?:\d{{4}}|\d{{2}}(?!\d))"
    without_year = r"\d?/\d{1,2}(?![\d/%])"
    begun = "|".join(f"(?<={name[0]}){name[1:]}" for name in months)
    month_first = rf"(?:{begun})[a-z]*\.?[ ]\d{{1,2}}(?:st|nd|rd|th)?,?[ ]\d{{4}}"
    initials = "".join(sorted({name[0] for name in months}))
    # The first character is a class of its own: `re` looks for that ten times as fast.
    return re.compile(
        rf"[\d{initials}](?<!\w.)(?:(?<=\d)(?:{in_figures}|{day_first}|{without_year})|{month_first})"
    )
