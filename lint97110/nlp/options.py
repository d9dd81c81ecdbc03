"""Lists of options behind a label or in brackets: a choice, or a yes or no in other words."""

import re
from collections.abc import Iterator

from lint97110.language import Language
from lint97110.nlp.scales import is_scale
from lint97110.nlp.tick_boxes import before_boxes, count_of_ticks, empty_labels, has_ticks
from lint97110.nlp.word_lists import words_of

_UNDERSCORED = re.compile(  # "Is it: ___ constant ___ off and on", "Device __ cane __ none"
    r"[^_:?]+[:?]\s*(?:_{1,6}\s?(?!(?:of|out|to|and|x|by|at|per|for)\b)[A-Za-z][^_:,/\d]*){2,}"
    r"|[^_:?\d]+(?:(?<!_)_{2,3}\s?[A-Za-z][^_:,/\d]*){2,}"
)
_LONE_BOX = re.compile(r"[A-Za-z][^\[\]?:]{3,60}\s\[ {0,2}\]$")  # "Home program reviewed [ ]"
_SPACED_LIST = re.compile(  # "better / same / worse"
    r"[A-Za-z][\w .'+\-]{0,28}(?:\s/\s[A-Za-z][\w .'+\-]{0,28})+"
)
_TIGHT_LIST = re.compile(  # "none/min/mod"; of two, as in "R/L", it is no list
    r"[A-Za-z][\w\-]*(?:\s?/\s?[A-Za-z][\w\- ]*){2,}"
)
_BRACKETED = re.compile(  # "[improved / unchanged / worse]", "{good|fair|poor:4711}"
    r"[\[{<](?:\s*"
    r"([A-Za-z][^\[\]{}<>|]{0,30}(?:\s?[/|]\s?[A-Za-z][^\[\]{}<>/|:]{0,30})+)\s*(?::\d+)?[\]}>]"
    r"|(?<=\{)(?:[^{}\"]*::)?((?:\"[^\"{}]*\"[,\s]*){2,})\})"  # {Assist:19197::"min","mod","max"}
)
_ANSWER = re.compile(  # "poor / fair / good -> fair", "poor / fair / good   (fair)"
    r"\s*(?:->|→|=>).*$|\s{2,}\([A-Za-z][^()/]{0,24}\)$"
)
_NAMED = re.compile(r"\(([^()/:]{1,20}(?:\s/\s[^()/:]{1,20})+)\)(?=\s*[:?])")  # "Help (min / mod):"
_GRADES = re.compile(r"\[ ?\d\+?(?: / \d\+?){2,} ?\]")  # "[0 / 1+ / 2+ / 3+]"
_BETWEEN_OPTIONS = re.compile(r"[/|]|\"\s*,\s*\"")
_NO_OPTIONS = re.compile(r"\d|mm/|/dd", re.IGNORECASE)  # values and dates in brackets
_DIGIT = re.compile(r"\d")
_GRADE_IN_LIST = re.compile(r"(?<![\w.])[0-4]\+(?![\w])")  # "none / trace / 1+ / 2+"
_YES_OR_NO = frozenset(("yes", "no", "y", "n"))
_FEWEST_BEHIND_DASH = 3  # "Gait - forward / backward" tells what was done
_LONGEST_LIST, _MOST_OPTION_WORDS = 90, 4  # longer ones are prose with a slash in it


class OptionLists:
    """Knows what is offered to choose from, and which options are no more than a yes or no."""

    def __init__(self, language: Language) -> None:
        """Told the words of the pack."""
        asking = language.asking
        self._ways_out = frozenset(asking["way_out"])
        self._paper_states = frozenset(asking["paper_state"])
        self._denials = frozenset(asking["denial"])
        self._contraries = tuple(set(each.split("/")) for each in asking["contraries"])
        self._circle = re.compile(  # "(circle one)", and no noun: "(circle time, potty)"
            rf"\((?:please )?(?:{words_of(language, 'circling')})[ :]*"
            rf"(?:\)|\b(?:{words_of(language, 'circled')}|\d)\b[^)]*\))",
            re.IGNORECASE,
        )

    def in_brackets(self, line: str) -> Iterator[tuple[int, int, str]]:
        """Start, end and type of each list of options that a line holds in brackets."""
        for match in _GRADES.finditer(line):
            yield (*match.span(), "choice")
        for match in _NAMED.finditer(line) if " / " in line else ():
            is_closed = self.contrary(match[1].lower().split(" / "))
            yield (*match.span(), "yes_no" if is_closed else "choice")
        for match in _BRACKETED.finditer(line):
            listed = match[1] or match[2]
            if match[2] or not _NO_OPTIONS.search(listed):
                options = [each.strip(' "').lower() for each in _BETWEEN_OPTIONS.split(listed)]
                is_closed = _YES_OR_NO.issuperset(options) or self._is_pair(options)
                yield (*match.span(), "yes_no" if is_closed else "choice")

    def type_of(self, body: str) -> str | None:
        """The type of a label with its options or boxes, `yes_no` or `choice`; None when ticked."""
        if has_ticks(body):
            return "choice" if self._is_ticked_choice(body) else None
        if _UNDERSCORED.fullmatch(body) or is_scale(body):
            return "choice"
        labels = empty_labels(body)
        if len(labels) > 1:
            return self._type_of_boxes(labels, body)
        if body.endswith("]") and _LONE_BOX.match(body):
            return "yes_no"
        if "(" in body and self._circle.search(body):
            return self._type_of_circled(body)
        return self._type_of_list(body) if "/" in body else None

    def _is_ticked_choice(self, body: str) -> bool:
        """Whether one of several boxes is ticked: "Plan: [x] continue [ ] change"."""
        label, left = before_boxes(body), set(empty_labels(body))
        is_list = not label.strip() and len(left) > 1 and count_of_ticks(body) == 1
        return (is_list or (label.strip().endswith(":") and bool(left))) and not left <= _YES_OR_NO

    def _type_of_boxes(self, labels: list[str], body: str) -> str | None:
        if self._is_pair(labels):
            return "yes_no"
        is_measured = _DIGIT.search("".join(labels)) is not None or "__" in body
        return None if is_measured else "choice"

    def _type_of_circled(self, body: str) -> str:
        """The type of "Pain changed / not changed (circle one)"."""
        behind_label = self._circle.sub("", body).rpartition(":")[2]
        options = [option.strip().lower() for option in behind_label.split("/")]
        is_contrary = len(options) > 1 and not {"no", "not"}.isdisjoint(options[-1].split())
        return "yes_no" if is_contrary else "choice"

    def _type_of_list(self, body: str) -> str | None:
        """The type of "Tolerance: good / fair / poor"."""
        label, colon, behind = body.partition(":")
        if not colon:
            label, dash, behind = body.partition(" - ")
            if not dash:  # "Goal 1 [text] met / partly met / not met"
                label, _, behind = body.rpartition("] ")
        listed = _ANSWER.sub("", behind).strip(" .()")
        options = [option.strip() for option in listed.split("/")]
        is_paper = not self._paper_states.isdisjoint(option.lower() for option in options)
        is_told = is_paper or (not colon and len(options) < _FEWEST_BEHIND_DASH)
        if len(label) <= 1 or is_told or not self._is_option_list(listed, options):
            return None
        return "yes_no" if self.contrary([option.lower() for option in options]) else "choice"

    def _is_option_list(self, listed: str, options: list[str]) -> bool:
        listed = _GRADE_IN_LIST.sub("grade", listed)
        options = [_GRADE_IN_LIST.sub("grade", option) for option in options]
        if _DIGIT.search(listed) or len(listed) > _LONGEST_LIST:
            return False
        if {option.lower() for option in options} in self._contraries:
            return True
        is_list = _SPACED_LIST.fullmatch(listed) or _TIGHT_LIST.fullmatch(listed)
        return bool(is_list) and all(0 < len(o.split()) <= _MOST_OPTION_WORDS for o in options)

    def contrary(self, options: list[str]) -> bool:
        """Whether options are a thing and its contrary, with or without a way out of both.

        "meets it / does not meet it / n/a" are, "good / fair / not tried" are not.
        """
        told = [option for option in options if option not in self._ways_out]
        if set(told) == {"yes", "no"} or set(told) in self._contraries:
            return True
        if len(told) != 2:  # noqa: PLR2004, a thing and its contrary
            return False
        one, other = ([w.rstrip("s") for w in t.split() if w not in self._denials] for t in told)
        denied = [any(word in self._denials for word in option.split()) for option in told]
        return self._is_pair(told) or (one == other and denied[0] != denied[1])

    def _is_pair(self, options: list[str]) -> bool:
        """Whether the options are two, a thing and its contrary."""
        match options:
            case [one, other]:
                return (
                    {one, other} <= _YES_OR_NO
                    or other in (f"not {one}", f"no {one}", f"un{one}", f"{one} not")
                    or (other.startswith("not ") and other.removeprefix("not ") in one)
                )
            case _:
                return False
