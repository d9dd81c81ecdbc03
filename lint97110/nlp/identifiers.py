"""What would identify somebody: names, numbers, dates, ages and places.

A form never holds any of it; a note does, and is asked only where somebody wants to know, before it
becomes an example. The shapes follow the list of identifiers in 45 CFR 164.514(b)(2); the label in
front, or a check digit, tells a number for sure. What is plainly invented is marked so: names of
rules/invented_names.yaml, telephone numbers and addresses that are kept for examples.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import chain

from lint97110.language import Language
from lint97110.model import Clause, Fact, SlotValue, Span
from lint97110.nlp.identifier_places import name_shapes, place_shapes
from lint97110.nlp.identifier_shapes import NAME, Shape, number_shapes, words_for
from lint97110.nlp.named import Namer
from lint97110.nlp.reading import Reading
from lint97110.wording import one_of

_NAMED = re.compile(r"[A-Z][a-z]|[A-Z]{5}|[@\d/]|www\.")  # initials alone are nobody's
_NAME_WORD = re.compile(r"[A-Z][A-Za-z'’]+")


class IdentifierFinder:
    """Finds what would identify somebody; it knows the names that are invented."""

    def __init__(self, language: Language, unknown: frozenset[str]) -> None:
        """Told the language; `unknown` are the symbols of words that it does not know."""
        self._invented = frozenset(name.casefold() for name in language.invented_names)
        self._first_names = _every_word(language, "first_names")
        self._eponyms = _every_word(language, "eponyms")
        self._unknown = unknown
        asked = language.asking
        self._no_names = frozenset((*asked["asked_word"], *asked["subject_word"]))
        self._namer = Namer(
            self._first_names, self._eponyms, unknown, words_for(language.wordings, "person")
        )
        wordings = language.wordings
        self._shapes = (*name_shapes(wordings), *number_shapes(wordings), *place_shapes(wordings))
        self._form_date = re.compile(rf"{words_for(wordings, 'dates_the_form')}\.?[ \t:]*$")
        self._beside = re.compile(  # what stands beside a name and is none
            rf"(?:{one_of(wordings['identifiers.beside_name'])})+|[A-Z]{{2,4}}"
        )
        self._in_question = re.compile(  # not at its start, and not "Berg Balance Scale"
            r"(?<=[a-z,'’] )(?P<it>[A-Z][a-z'’]+(?:[- ][A-Z][a-z'’]+)*)(?=[ ,?.])"
            rf"(?! {words_for(wordings, 'no_name_before')})"
        )

    def facts(
        self,
        reading: Reading,
        facts: Iterable[Fact],
        blanks: tuple[Span, ...],
        *,
        in_form: bool = False,
    ) -> Iterator[Fact]:
        """What would identify somebody; a placeholder does not.

        A form holds no name at all, so that there one is looked for in every line. `invented` says
        that nobody is meant, `personal` that it tells of a person and not of a day.
        """
        found: dict[Span, tuple[Shape, bool]] = {}
        for shape in self._shapes:
            for span in self._matches(reading.text, shape):
                words = span.of(reading.text)
                is_named = shape.plain or _NAMED.search(words)
                if _is_free(span, found, blanks) and is_named and shape.counts(words):
                    found[span] = shape, self._is_invented(shape, words)
        for span in self._persons(reading, facts, in_form=in_form):
            if _is_free(span, found, blanks):
                found[span] = _SIGNED, self._is_invented(_SIGNED, span.of(reading.text))
        for span, (shape, invented) in sorted(found.items(), key=lambda each: each[0]):
            slots: dict[str, SlotValue] = {
                "is": shape.what,
                "invented": invented,
                "personal": shape.personal,
            }
            yield Fact("identifier", span, Clause(span, "template"), slots)

    def _matches(self, text: str, shape: Shape) -> Iterator[Span]:
        for match in shape.pattern.finditer(text):
            group = match.lastgroup or 0
            line = text[text.rfind("\n", 0, match.start()) + 1 : match.start(group)]
            if not self._form_date.search(line):
                yield Span(*match.span(group))

    def _persons(self, reading: Reading, facts: Iterable[Fact], *, in_form: bool) -> Iterator[Span]:
        """Somebody with a credential, in a question, or anywhere in a form."""
        yield from self._namer.names(reading) if in_form else ()
        for fact in facts:
            if fact.kind == "question":
                yield from self._asked_of(reading, fact)
            elif fact.kind == "signed" and self._is_named(fact.span.of(reading.text)):
                yield fact.span

    def _is_named(self, signed: str) -> bool:
        """Whether a name stands in front of a credential, and no words: "WHAT THE PT SEES"."""
        is_plain = self._no_names.isdisjoint(signed.lower().split())
        return is_plain and _NAMED.search(signed) is not None

    def _asked_of(self, reading: Reading, question: Fact) -> Iterator[Span]:
        """Whoever is called by a name in a question: "How did Marta Quill sleep?"."""
        for match in self._in_question.finditer(
            reading.text, question.span.start, question.span.end
        ):
            names = [each.casefold() for each in _NAME_WORD.findall(match["it"])]
            if match.start("it") == question.span.start or not self._eponyms.isdisjoint(names):
                continue
            is_first = names[0] in self._first_names
            at = bisect_left(reading.symbols.starts, match.start("it"))
            symbols = reading.symbols.chars[at : at + len(names)]
            is_strange = len(names) > 1 and all(each in self._unknown for each in symbols)
            if is_first or is_strange:
                yield Span(*match.span("it"))

    def _is_invented(self, shape: Shape, words: str) -> bool:
        if shape.what != NAME:
            return shape.invented(words)
        names = [each for each in _NAME_WORD.findall(words) if not self._beside.fullmatch(each)]
        return bool(names) and all(name.casefold() in self._invented for name in names)


def _every_word(language: Language, group: str) -> frozenset[str]:
    """The words of a group of rules/mentions.yaml."""
    return frozenset(chain.from_iterable(language.mentions.get(group, {}).values()))


_SIGNED = Shape(re.compile(""), NAME)


def _is_free(span: Span, found: Iterable[Span], blanks: tuple[Span, ...]) -> bool:
    return not any(span.overlaps(other) for other in (*found, *blanks))
