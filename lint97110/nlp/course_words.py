"""The words of rules/wordings/visits.yaml and surgery.yaml, with the notation around them."""

import re
from collections.abc import Callable, Mapping

from lint97110.wording import AtPlaces, Sought, not_behind, one_of

_Wordings = Mapping[str, tuple[str, ...]]


def _lists(wordings: _Wordings, topic: str) -> tuple[Callable[[str], str], Callable[[str], str]]:
    """The words of a list as they stand anywhere, and where the expression sees to their start."""
    return (
        lambda name: one_of(wordings[f"{topic}.{name}"], beside_digits=True),
        lambda name: one_of(wordings[f"{topic}.{name}"], beside_digits=True, begins=False),
    )


_NUMBER = r"(?P<n>\d(?<!\w.)\d{0,2})"  # begins with a digit, which is found soonest


class VisitWords:
    """What tells which visit a note is of; all look at a text in small letters."""

    def __init__(self, wordings: _Wordings) -> None:
        """Build the expressions once."""
        of, go_on = _lists(wordings, "visits")
        month = rf"(?:{'|'.join(wordings['days.months'])})"
        self.visit = AtPlaces(
            re.compile(
                rf"\b(?:{go_on('counted')}"
                rf"|{go_on('numbered')}(?=[ \t]*(?:#|no\.|{of('number_after')}"
                rf"|\d+[ \t]*\(?{of('of')}|\d+/\d))"
                rf"|(?P<bare>{go_on('numbered')})(?=[ \t]*:?[ \t]*\d{{1,2}}"
                r"(?:[ \t]*(?:$|\n|[|;,)])|[ ]{2}))"
                rf"|(?P<day>{go_on('day')})(?=[ \t]*\d+[ \t]*{of('of')})"
                rf"|{go_on('bare')}\.?(?=[ \t]*\d+[ \t]+{of('of')}[ \t]+\d))"
                rf"{not_behind(wordings['visits.dated'])}"
                rf"[ \t]*(?:#|{of('number')}|:|=|\.+|[ \t]*\|)*[ \t]*#?[ \t]*"
                rf"(?P<n>\d{{1,3}})(?:[ \t]*(?:\(?{of('of')}|(?P<slash>/)"
                rf"|\((?:{of('counted_by')}|{of('authorised')})[ :]*)[ \t]*(?P<of>\d{{1,3}}))?"
                r"(?!\d|[/.:%-]\d|[ \t:(,-]*\d{1,2}:\d\d"
                rf"|[ \t]?(?:{of('no_count')}|{month}[a-z]*\b))"
            ),
            *(wordings[f"visits.{name}"] for name in ("counted", "numbered", "day", "bare")),
        )
        self.nth = AtPlaces(
            re.compile(  # "8th visit of 12", "third session of a block of six"
                rf"{_NUMBER}(?:st|nd|rd|th)[ \t]+(?:[a-z]+[ \t]+)?{of('nth')}"
                rf"(?:[ \t]+\(?{of('of_several')}[ \t]+"
                rf"(?:{of('of_a_block')}[ \t]+[a-z]+[ \t]+{of('of')}[ \t]+)?(?P<of>\d{{1,3}})\b)?"
            ),
            ("st", "nd", "rd", "th"),
        )
        self.nth_of = AtPlaces(
            re.compile(  # "third of five funded sessions"
                rf"{_NUMBER}(?:st|nd|rd|th)[ \t]+{of('of_several')}[ \t]+(?P<of>\d{{1,3}})\b"
                rf"(?:[ \t]+(?:[a-z]+[ \t]+)?(?P<noun>{of('several')})|(?![ \t]*[a-z\d/]))"
            ),
            ("st", "nd", "rd", "th"),
        )
        self.all_of = Sought(  # "10 of 8 visits" cannot be
            re.compile(
                rf"(?P<n>\d(?<![\w/.-].)\d?)[ ]of[ ](?P<of>\d{{1,2}})[ ]"
                rf"(?:[a-z]+[ ])?{of('several')}"
            ),
            wordings["visits.several"],
        )
        self.at_the = re.compile(rf"{of('of_then')}[ \t]+(?:the|her|his|this|their)[ \t]+$")
        self.authorised = re.compile(  # "auth 12 visits", "Authorized: 12", "12 approved"
            rf"{of('authorised')}[^\d\n;.]{{0,14}}(?P<a>\d{{1,3}})(?![\w/.-])"
            rf"|(?P<b>\d(?<![\w/.-].)\d{{0,2}})[ \t]+(?:{of('several')}[ \t]+)?"
            rf"(?:{of('stays')}[ \t]+)?{of('authorised')}"
        )
        what, left = of("several"), rf"(?:{of('stays')}[ \t]+)*(?!{of('leaves')}){of('left')}"
        self.left = Sought(  # "3 more visits left", "3 of the 12 left", "16 left on the script"
            re.compile(
                rf"(?P<n>\d(?<![\w/.:-].)\d{{0,2}})[ \t]+"
                rf"(?:{of('of')}[ \t]+(?:(?:the|her|his)[ \t]+)?(?P<all>\d{{1,3}})[ \t]+"
                rf"|(?:{of('more')}[ \t]+)*)"
                rf"(?:(?:[a-z]+[ \t]+)?(?P<what>{what})[ \t]+)?{left}"
                rf"(?:[ \t]+{of('of_several')}[ \t]+(?P<of>\d{{1,3}})\b)?"
                rf"(?![ \t]+(?:[a-z]+[ \t]+)?{of('sides')})"
            ),
            wordings["visits.left"],
        )
        self.remaining = Sought(  # "visits remaining: 4"
            re.compile(
                rf"\b(?:{go_on('several')}[ \t]+{of('remaining')}"
                rf"|{go_on('remaining_before')}[ \t]+{what})"
                r"[ \t]*[:=]?[ \t]*(?P<n>\d{1,3})\b"
            ),
            (*wordings["visits.remaining"], *wordings["visits.remaining_before"]),
        )
        self.days = frozenset(wordings["visits.days"])
        self.counted = re.compile(rf"{what}|{of('counted_by')}")
        self.of_another_count = re.compile(rf"{of('of_another_count')}|{of('count_of')}[ \t]*$")
        self.not_today = re.compile(rf"{of('not_today')}[^.\n]{{0,24}}$")
        self.of_then = re.compile(rf"{of('of_then')}[ \t]+$")
        self.told = re.compile(rf"{of('told')}[^.;\n]{{0,24}}$")
        self.behind_minutes = re.compile(rf"{of('minutes')}[^.;\n]{{0,20}},[ \t]*$")
        self.today = re.compile(rf"{of('today')}[^.\n]{{0,16}}$")
        self.done = AtPlaces(  # "5 visits done"
            re.compile(rf"(?P<n>\d(?<![\w/.:-].)\d{{0,2}})[ \t]+{of('made')}[ \t]+{of('done')}"),
            wordings["visits.made"],
        )
        self.over = AtPlaces(  # "over 14 visits she gained"
            re.compile(
                rf"(?:^|(?<=[.;:] )){of('over')}[ \t]+(?P<n>\d{{1,3}})[ \t]+{of('made')}"
                rf"(?![ \t]+{of('of')})",
                re.MULTILINE,
            ),
            wordings["visits.over"],
        )
        self.is_done = re.compile(rf"[ ]+{of('done')}")
        self.attended = AtPlaces(  # "has attended 12 sessions", "sessions used: 10 of 12"
            re.compile(
                rf"{of('attended')}:?[ \t]+(?P<n>\d{{1,3}})"
                rf"(?:[ \t]+{of('of')}[ \t]+(?:(?:the|her|his)[ \t]+)?(?P<of>\d{{1,3}}))?"
                rf"(?:[ \t]+(?:[a-z]+[ \t]+)?(?P<what>{of('made')}))?"
                rf"(?![\w/]|[ \t]+{of('of_a_part')})"
            ),
            wordings["visits.attended"],
        )
        self.total = AtPlaces(  # "Visits to date: 14", "visits this period: 8"
            re.compile(
                rf"(?:{of('of_all')}[ \t]+)?{of('made')}(?:[ \t]+[a-z]+(?:[ \t]+[a-z]+)?)?"
                rf"(?:[ \t]*[:=]|(?<=to date))[ \t]*(?P<n>\d{{1,3}})(?!\w|[/.-]\d)"
            ),
            *(wordings[f"visits.{name}"] for name in ("of_all", "made")),
        )
        self.of_all = re.compile(of("of_all"))
        self.ordinal_for = re.compile(rf"{of('ordinal_for')}[ \t]+$")
        self.ordinal_ends = re.compile(rf"[,;.:]|[ \t]+{of('ordinal_ends')}|[ \t]*(?:\n|$)")
        self.at = re.compile(rf"\W*{of('at')}\W*")
        self.at_another_time = re.compile(of("at_another_time"))
        self.whose = re.compile(rf"{of('whose')}[ \t]*$")
        self.ahead = re.compile(of("ahead"))
        self.was = re.compile(rf",?[ ]{of('was')}")
        self.next_ = re.compile(rf"{of('next')}[^.;\w]*(?:=[ ])?$")
        self.used = re.compile(rf"{of('made')}")
        self.on_a_day = re.compile(  # "session 4 on 8 March"
            rf",?[ ]+{of('on')}[ ](?:the[ ])?(?:\d|{of('days_of_the_week')}|{month})"
        )


class SurgeryWords:
    """What tells how long ago surgery was; all look at a text in small letters."""

    def __init__(self, wordings: _Wordings) -> None:
        """Build the expressions once."""
        of, go_on = _lists(wordings, "surgery")
        self.weeks = frozenset(wordings["surgery.weeks"])
        self.months = frozenset(wordings["surgery.months"])
        self.roughly = re.compile(rf"{of('roughly')}|~|≈")
        self.then = frozenset(wordings["surgery.then"])
        self.unit_first = AtPlaces(
            re.compile(  # "POD 14", "post-op week 6", "week 6 post-op", "of the repair"
                rf"\b(?:(?P<a>{go_on('unit_alone')})|{go_on('post_op')}[ -](?P<b>{go_on('unit')})"
                rf"|(?P<c>{go_on('numbered_unit')})"
                rf"(?=[ \t]*#?[ \t]*\d{{1,3}}[ ]+(?:(?P<sure>{go_on('after_surgery')})"
                rf"|{go_on('after')}|{go_on('post')}|{go_on('count_of')})))"
                r"[ \t]*#?:?[ \t]*(?P<n>\d{1,3})(?![\w/.]\d|\d)"
            ),
            *(wordings[f"surgery.{name}"] for name in ("unit_alone", "post_op", "numbered_unit")),
        )
        self.number_first = AtPlaces(
            re.compile(
                rf"(?P<n>\d(?<![\w/.-].)\d{{0,2}})(?:[ \t]*|-)(?P<unit>{go_on('counted')})"
                r"(?:[ ]?\d[ ]?d(?:ays?)?)?[ \t-]+"
                rf"(?:{go_on('passed')}[ ])?"
                rf"(?P<link>(?P<sure>{go_on('after_surgery')})|(?P<post>{go_on('post')})|{go_on('after')}"
                rf"|(?P<ago>{go_on('ago')})|(?P<into>{go_on('into')})"
                rf"|(?!{go_on('out_of')})(?P<out>{go_on('out')}))"
            ),
            wordings["surgery.counted"],
        )
        self.at = AtPlaces(
            re.compile(  # where the note tells when surgery was: "At 6 weeks she is ahead"
                rf"{_NUMBER}[ ]+(?P<unit>{of('said_in')})"
                rf"(?=,|[ ](?!{go_on('after_surgery')}|{go_on('post')}|{go_on('after')}"
                rf"|{go_on('ago')}|{go_on('out')}|{go_on('into')})[a-z])"
            ),
            wordings["surgery.said_in"],
        )
        self.as_expected = AtPlaces(  # "as expected for 7 weeks", "doing well at 16 weeks"
            re.compile(
                rf"{of('as_expected')}[ ](?:(?:strength|range|rom|motion|function|progress)[ ])?"
                rf"{of('as_of')}[ ](?P<said>{_NUMBER}[ ]+(?P<unit>{of('said_in')}))"
                rf"(?![ ]{of('no_weeks_since')})"
            ),
            wordings["surgery.as_expected"],
        )
        self.mark = AtPlaces(  # "at the 12-week mark"
            re.compile(rf"(?P<said>{_NUMBER}[ -](?P<unit>{of('said_in')}))[ ]{of('mark')}"),
            wordings["surgery.said_in"],
        )
        said = rf"(?P<said>{_NUMBER}[ -]+(?P<unit>{of('said_in')})"
        self.bare = (  # what needs no name of an operation where the note counts from one
            re.compile(  # "S: Ten weeks today.", "Now 12 wks."
                rf"(?:^|[.;]\s|[\"”][ ]|\b{of('labels')}[:/)]+[ ]?)[ \t*•-]*(?:{of('opens')}[ ])?"
                rf"{said})(?=[.]|[ ]{of('this_day')}|[ \t]*$)",
                re.MULTILINE,
            ),
            re.compile(  # "stiffness is the deficit at 11 weeks."
                rf"{of('stands_now')}[ ][^.;:\n]{{0,60}}\bat[ ]{said})(?=[.,;)]|$)", re.MULTILINE
            ),
            re.compile(  # "ahead of the protocol for the sixth week"
                rf"\b{of('in_the')}[ ](?P<said>(?P<nth>\d(?<!\w.)\d?)(?:st|nd|rd|th)[ ]+"
                rf"(?:{of('after_surgery')}[ ])?(?P<unit>{of('said_in')}))"
                rf"(?=[.,;)]|[ ]{of('after_surgery')}|$)",
                re.MULTILINE,
            ),
            re.compile(  # "POD 25 = 3w 4d"
                r"[=(,;][ ]?(?P<said>(?P<n>\d{1,2})[ ]?(?P<unit>w)k?s?[ ]?(?P<more>\d)[ ]?d)\b"
            ),
            re.compile(  # in a head: "R CMC arthroplasty 1/14/26, 8 weeks."
                r"^(?P<head>(?![^\n]*\b(?:poc|cert|plan|auth|freq|x/w))[^\n]*\d[ ]?[,;(|][ ]?)"
                rf"{said})"
                r"(?=[.,;)]|[ \t]*(?:$|[|]))",
                re.MULTILINE,
            ),
            re.compile(rf"{said})(?= on \d{{1,2}}[/.-]\d)"),  # "8 weeks on 01/19/2026"
            re.compile(  # "10/21/2025 = 22 wks", "today 10 Oct 2025, 4 weeks."
                rf"(?:\d[ ]*=[ ]*|\b{of('this_day')}[ :]*\d[\w/. -]{{3,14}}\d[,;][ ]){said})"
                r"(?=[.,;)]|[ \t]*$)",
                re.MULTILINE,
            ),
        )
        self.old = AtPlaces(
            re.compile(  # "a repair 14 weeks old", "the 14-week-old graft"
                rf"(?P<said>{_NUMBER}[ -](?P<unit>{of('said_in')})[ -]old)"
            ),
            wordings["surgery.said_in"],
        )
        self.in_brackets = re.compile(rf"[(](?P<said>{_NUMBER}[ ](?P<unit>{of('said_in')}))[)]")
        self.of_another_time = re.compile(of("of_another_time"))
        self.ahead = re.compile(of("ahead"))
        self.before_at = re.compile(rf"(?:^|[.;:(]|\b[soap]:)[ \t*•-]*{of('opens')}[ ]$")
        self.opens = re.compile(rf"(?:^|[.;:] |\b[soap]:)[ \t*•-]*{of('at')}[ ]$")
        self.present = re.compile(rf"{of('present')}[ ](?:(?:about|almost|nearly|only)[ ])?$")
        self.from_ = re.compile(rf"[ ]{of('from')}")
        self.stops = re.compile(rf"[.,;:()\n]| {of('and')} ")
        self.stands = re.compile(rf"(?:^|[.;:,(] *|{of('stands')} |~)$")
        self.not_today = re.compile(rf"{of('not_today')}[^.\n]{{0,24}}$")
