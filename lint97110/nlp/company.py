"""Who else is in a note: the people whom a pronoun, an age or a name may belong to."""

import re
from bisect import bisect_left, bisect_right
from functools import cached_property

from lint97110.nlp.mentions import Mention, Mentions

_BY = re.compile(  # who is named behind these does nothing in the sentence
    r"\b(?:by|from|per|via|to|with|w/|of|under|this)[ ](?:the |this |an? |my |[\w-]+ing )?$"
)
_WHOSE = ("'s", "’s")
_PATIENT = re.compile(
    r"[\s*•>-]*(?:[soap][:.>)-]+[ ]*)?(?:the |this )?(?:pt|patient|client|resident)\b(?!['’]s)"
)
_REACH = 24
_FAMILY = frozenset(("family", "men_of_family", "women_of_family", "helpers"))
_MAY_BE = {
    "he": frozenset(("family", "helpers", "providers", "outside", "men_of_family")),
    "she": frozenset(("family", "helpers", "providers", "outside", "women_of_family")),
}


class Company:
    """The other people of a note, in order."""

    def __init__(self, mentions: Mentions) -> None:
        self._mentions = mentions
        self.people = [each for each in mentions.of("others") if not self._is_aside(each)]
        self._starts = [each.start for each in self.people]

    def may_mean(self, pronoun: Mention) -> bool:
        """Whether a pronoun can be that of somebody else.

        It can where such a person was named before it in its paragraph and the patient not since,
        or stands in its sentence; and beside the patient's own pronoun, where such a person was
        named anywhere before.
        """
        able = _MAY_BE[pronoun.value]
        start, end = self._window(pronoun)
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        if self._mixed(pronoun) and any(
            each.value in able & _FAMILY and each.start >= self._mentions.head_end
            for each in self.people[:first]
        ):
            return True
        return any(
            each.value in able and (each.start < pronoun.start or each.value in _FAMILY)
            for each in self.people[first:last]
        )

    def is_near(self, offset: int) -> bool:
        """Whether a relative or helper stands in the statement at `offset`."""
        at = self._mentions.statement(offset)
        return any(each.statement == at and each.value in _FAMILY for each in self.people)

    def _window(self, pronoun: Mention) -> tuple[int, int]:
        """From where the paragraph begins, or the last sentence about the patient."""
        statements = self._mentions.reading.statements
        at = pronoun.statement
        end = statements[at].span.end if at < len(statements) else pronoun.end
        start = self._paragraph(pronoun.start)
        while at > 0 and statements[at - 1].span.start >= start:
            at -= 1
            if at in self._about_patient:
                return statements[at].span.start, end
        return start, end

    def _paragraph(self, offset: int) -> int:
        text = self._mentions.reading.text
        at = bisect_right(self._sections, offset)
        section = self._sections[at - 1] if at else 0
        return max(section, text.rfind("\n\n", 0, offset))

    @cached_property
    def _sections(self) -> list[int]:
        return sorted({each.start for each in self._mentions.reading.layout.sections if each.names})

    @cached_property
    def _about_patient(self) -> frozenset[int]:
        """The statements that begin with the patient and name nobody else."""
        small = self._mentions.small
        taken = {each.statement for each in self.people}
        return frozenset(
            at
            for at, each in enumerate(self._mentions.reading.statements)
            if at not in taken and _PATIENT.match(small, each.span.start)
        )

    @cached_property
    def _pronouns(self) -> dict[int, set[str]]:
        found: dict[int, set[str]] = {}
        for each in self._mentions.of("gender"):
            found.setdefault(each.statement, set()).add(each.value)
        return found

    def _mixed(self, pronoun: Mention) -> bool:
        other = "she" if pronoun.value == "he" else "he"
        return other in self._pronouns.get(pronoun.statement, ())

    def _is_aside(self, person: Mention) -> bool:
        """Whether a helper or clinician is no more than named: "cues from PTA", "PT's hand"."""
        if person.value not in ("providers", "outside"):
            return False
        text = self._mentions.small
        if text[person.end - 2 : person.end] in _WHOSE or text.startswith(_WHOSE, person.end):
            return True
        line = max(text.rfind("\n", 0, person.start) + 1, person.start - _REACH)
        return _BY.search(text, line, person.start) is not None
