"""Whom a pronoun of a note can mean: somebody else who was named shortly before, or the patient."""

from bisect import bisect_right
from functools import cached_property

from lint97110.model import Span
from lint97110.nlp.company import Company, Person
from lint97110.nlp.mentions import Mention, Mentions

_REACH = 2  # statements back in which somebody is still meant; a new line is as far as a statement
_FAR = 8  # the same, as long as nobody knows whether the patient is "he" or "she"
_PARTS = frozenset(("regions", "limbs", "done"))
_ACTS = frozenset(("person", "subject"))
OTHER = {"he": "she", "she": "he"}


class Antecedents:
    """The people and the pronouns of a note, by the statements in which they stand."""

    def __init__(self, mentions: Mentions, company: Company) -> None:
        """`company` are the others."""
        self._mentions, self._company = mentions, company
        self._words = mentions.lexicon.people
        self._statements = mentions.reading.statements
        self._by_statement: dict[int, list[Person]] = {}
        for person in company.people:
            self._by_statement.setdefault(person.statement, []).append(person)

    def may_mean(self, pronoun: Mention, own: str = "") -> bool:
        """Whether a pronoun can be that of somebody else.

        It can where such a person stands before it in its statement, or was spoken of in one of
        the last statements and the patient not since. `own` is the patient's pronoun, if known:
        a line that speaks of the patient first goes on about the patient.
        """
        return (
            self._is_named(pronoun.statement, pronoun)
            or self._is_clinicians(pronoun)
            or self._is_named_behind(pronoun)
            or self._is_beside_patient(pronoun, own)
            or self._is_spoken_of(pronoun, own)
        )

    def is_of_patient(self, pronoun: Mention) -> bool:
        """Whether a sentence that begins with the patient names nobody before the pronoun.

        What a sentence without a subject tells, "Thinks her neck is freer", is the patient's too.
        """
        start = self._mentions.piece(pronoun.start).start
        between = Span(start, pronoun.start)
        if self._mentions.is_quoted(pronoun.start) or self._company.within(between):
            return False
        if self._is_patient_first(start):
            return not self._says(between)
        return self._begins_with_act(between) and (
            self._is_own_part(pronoun)
            or self._mentions.small.startswith("self", pronoun.start + 3)
            or self._mentions.small.startswith(" own ", pronoun.end)
        )

    def _begins_with_act(self, span: Span) -> bool:
        """Whether a sentence begins with what somebody does: "Reports", "Needed"."""
        match = self._words.first.match(self._mentions.small, span.start, span.end)
        told = self._mentions.lexicon.readings.get(match["who"], ()) if match else ()
        return any(group == "acts" and value in _ACTS for group, value in told)

    def _is_named(self, statement: int, pronoun: Mention) -> bool:
        """Whether somebody with that pronoun stands in a statement, before the pronoun."""
        is_object = statement == pronoun.statement and self._is_object(pronoun)
        return any(
            each.may_be(pronoun.value)
            and each.start < pronoun.start
            and not (is_object and self._governs(each, pronoun))
            for each in self._by_statement.get(statement, ())
        )

    def _is_object(self, pronoun: Mention) -> bool:
        """Whether something is done to who is meant: "him", and "her" without a thing of hers."""
        text = self._mentions.small
        word = text[pronoun.start : pronoun.end]
        return word == "him" or (
            word == "her" and self._words.no_thing.match(text, pronoun.end) is not None
        )

    def _governs(self, person: Person, pronoun: Mention) -> bool:
        """Whether somebody does it, and is not who is meant: "Dr. Vane, who saw him"."""
        between = self._mentions.small[person.start : pronoun.start]
        return self._words.clause_between.search(self._words.who.sub(" ", between)) is None

    def _is_clinicians(self, pronoun: Mention) -> bool:
        """Whether it is a clinician's, by what is said to be his or hers: "per her protocol"."""
        at, text = pronoun.statement, self._mentions.small
        asides = [each for each in self._company.asides if each.start < pronoun.start]
        if self._words.of_a_clinician.match(text, pronoun.end):
            return any(at - _REACH <= each.statement <= at for each in asides)
        is_subject = text[pronoun.start : pronoun.end] in ("he", "she")
        return is_subject and any(
            each.statement == at and not self._words.writers.match(text, each.start)
            for each in asides
        )

    def _is_named_behind(self, pronoun: Mention) -> bool:
        """Whether its clause names behind it whom it means: "When he is free, her son drives"."""
        named = [
            each
            for each in self._by_statement.get(pronoun.statement, ())
            if each.may_be(pronoun.value) and each.start > pronoun.end and each.is_family
        ]
        start = self._mentions.piece(pronoun.start).start
        before = self._mentions.small[start : pronoun.start]
        return bool(named) and self._words.clause_ahead.match(before) is not None

    def _is_beside_patient(self, pronoun: Mention, own: str) -> bool:
        """Whether who is meant does something to the patient: "he stands behind her".

        Then it is somebody else's, and may be that of anybody whom the note named before.
        """
        if own != OTHER[pronoun.value]:
            return False
        piece = self._mentions.piece(pronoun.start)
        match = self._words.beside[own].match(self._mentions.small, pronoun.start, piece.end)
        return match is not None and any(
            each.may_be(pronoun.value) and each.is_family and each.start < pronoun.start
            for each in self._company.people
        )

    def _is_of_body(self, pronoun: Mention, own: str) -> bool:
        """Whether a part of the body is said to be his or hers where the patient is treated."""
        return bool(own) and own != pronoun.value and self._is_own_part(pronoun)

    def _is_own_part(self, pronoun: Mention) -> bool:
        """Whether a part of the body is said to be his or hers."""
        text = self._mentions.small
        if text[pronoun.start : pronoun.end] not in ("his", "her"):
            return False
        match = self._words.own.match(text, pronoun.end)
        told = self._mentions.lexicon.readings.get(match["part"], ()) if match else ()
        return any(group in _PARTS for group, _ in told)

    def _is_spoken_of(self, pronoun: Mention, own: str) -> bool:
        """Whether somebody with that pronoun was spoken of shortly before."""
        start = self._paragraph(pronoun.start)
        if own and own != pronoun.value:
            start = max(start, self._line(pronoun, own))
        reach = _REACH if own else _FAR
        left = reach - 1 if self._is_of_body(pronoun, own) else reach
        at = pronoun.statement
        if at == len(self._statements):
            return False
        begun = self._statements[at].span.start
        while at > 0 and self._statements[at - 1].span.start >= start:
            above = self._statements[at - 1].span
            left -= 2 if self._mentions.line_start(begun) >= above.end else 1
            if left < 0:
                return False
            at, begun = at - 1, above.start
            if self._is_named(at, pronoun):
                return True
            if at in self._about_patient:
                return False
            if pronoun.value in self._pronouns.get(at, ()):  # who is still spoken of
                left = reach
        return False

    def _line(self, pronoun: Mention, own: str) -> int:
        """Where the line of a pronoun begins, if it speaks of the patient first and alone."""
        mentions = self._mentions
        before = Span(mentions.line_start(pronoun.start), pronoun.start)
        if any(each.may_be(pronoun.value) for each in self._company.within(before)):
            return 0
        is_told = any(
            each.group == "gender" and each.value == own for each in mentions.within(before)
        )
        return before.start if is_told or self._company.names_patient(before) else 0

    def _is_patient_first(self, start: int) -> bool:
        """Whether a sentence begins with the patient."""
        text = self._mentions.small
        if self._words.patient_first.match(text, start):
            return True
        match = self._words.first.match(text, start)
        return match is not None and match["who"] in self._company.patient

    def _says(self, span: Span) -> bool:
        """Whether what somebody says or asks of others is told there."""
        return self._words.says.search(self._mentions.small, span.start, span.end) is not None

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
        return frozenset(
            at
            for at, each in enumerate(self._statements)
            if at not in self._by_statement and self._is_patient_first(each.span.start)
        )

    @cached_property
    def _pronouns(self) -> dict[int, set[str]]:
        found: dict[int, set[str]] = {}
        for each in self._mentions.of("gender"):
            found.setdefault(each.statement, set()).add(each.value)
        return found
