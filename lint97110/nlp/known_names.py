"""By which name the note calls the patient: in its head, in a letter's subject, or by a title."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from lint97110.model import Span
from lint97110.nlp.bystanders import is_anothers
from lint97110.nlp.mentions import Mentions
from lint97110.nlp.short_names import is_short_for

_NAME_WORD = re.compile(r"[^\W\d_](?:[\w'’-]*\w)")
_INITIAL = re.compile(r"(?<![\w'’-])[A-Z](?![\w'’-])")
_TITLES = frozenset(("mr", "mrs", "ms", "miss", "mx", "dr"))
_SENTENCE_END = re.compile(r"(?<=[a-z]{3})(?<!Prof)(?<!Miss)[.] ")
_WHOSE = re.compile(r"['’]s$")
_LABEL_REACH = 600


class Known(NamedTuple):
    """The patient's name as far as the note gives it: its words, its initials, its title."""

    words: frozenset[str]
    initials: frozenset[str] = frozenset()
    span: Span | None = None
    is_full: bool = False  # with a first name
    title: Span | None = None

    def is_own(self, word: str, mentions: Mentions) -> bool:
        """Whether the patient may be called so: also by a name of which an initial stands."""
        return word[:1] in self.initials or self.is_called(word, mentions)

    def is_called(self, word: str, mentions: Mentions) -> bool:
        """Whether it is one of the patient's names, or short for one."""
        shorts = mentions.lexicon.sets
        return word in self.words or any(
            is_short_for(word, name) or word in shorts.get(f"short_names.{name}", ())
            for name in self.words
        )

    def every(self, mentions: Mentions) -> frozenset[str]:
        """The patient's names, with the short ones by which the note calls the patient."""
        said = {mentions.small[each.start : each.end] for each in mentions.of("first_names")}
        return self.words | {name for name in said if self.is_called(name, mentions)}


class Labelled(NamedTuple):
    """A name behind the label of a patient's: its words, and where it stands."""

    words: frozenset[str]
    span: Span


def labelled_names(mentions: Mentions) -> Iterator[Labelled]:
    """Every name behind such a label, all over the text."""
    for match in _labelled(mentions, len(mentions.reading.text)):
        words = words_of_name(match["name"])
        if words:
            yield Labelled(frozenset(words), Span(*match.span("name")))


def _labelled(mentions: Mentions, end: int) -> Iterator[re.Match[str]]:
    """The labels of the patient's name up to a place, each where a line or a field begins."""
    text, words, told = mentions.reading.text, mentions.lexicon.people, mentions.words
    free = 0
    for at in sorted(at for word in words.labels & told.keys() for at in told[word]):
        match = words.labelled.match(text, at, end) if free <= at < end else None
        line = text.rfind("\n", 0, at) + 1
        if match is not None and words.begins_label.search(text, line, at):
            free = match.end()
            yield match


def known_name(mentions: Mentions, signers: set[str]) -> Known:
    """The patient's name by its label or its place; else the first one that has a title."""
    text = mentions.reading.text
    for match in _in_head(mentions):
        words = words_of_name(match["name"])
        if words and not words & signers and not _is_said(mentions, words):
            return _known(mentions, match, words)
    for match in mentions.lexicon.people.titled.finditer(text):
        words = words_of_name(match["name"])
        if words and not (words & signers or is_anothers(mentions, match)):
            span, title = Span(*match.span()), Span(*match.span("title"))
            return Known(frozenset(words), frozenset(), span, len(words) > 1, title)
    return Known(frozenset())


def signers_of(text: str, signed: tuple[Span, ...]) -> set[str]:
    """The words of the names of those who signed."""
    return {word for span in signed for word in words_of_name(span.of(text))}


def words_of_name(name: str) -> set[str]:
    """The words of a name that tell it apart, in small letters."""
    name = _SENTENCE_END.split(name, maxsplit=1)[0]  # "Patient: Osvaldo Reyna. Daughter Pilar"
    found = {_WHOSE.sub("", word.lower()) for word in _NAME_WORD.findall(name)}
    found |= {part for word in found for part in word.split("-")}
    return {word for word in found if len(word) > 1 and word not in _TITLES}


def _in_head(mentions: Mentions) -> Iterator[re.Match[str]]:
    """What may be the patient's name, the surest first."""
    text, words = mentions.reading.text, mentions.lexicon.people
    head = mentions.head_end
    reach = max(head, _LABEL_REACH)
    yield from chain(
        _labelled(mentions, reach),
        _letters_subject(mentions, reach),
        (m for m in words.unlabelled.finditer(text, 0, head) if not _is_known_word(mentions, m)),
        _surname_first(mentions),
        words.is_named.finditer(text, 0, reach),
        words.is_a.finditer(text) if any(w[0] == "y" for w in mentions.counted) else (),  # years
    )


def _surname_first(mentions: Mentions) -> Iterator[re.Match[str]]:
    """A name in the head that begins with the surname: no place, and no credential."""
    text, words = mentions.reading.text, mentions.lexicon.people
    for match in words.surname_first.finditer(text, 0, mentions.head_end):
        last, first = (each.strip() for each in match["name"].split(",", 1))
        is_credential = first.isupper() and not last.isupper() and "." not in first
        is_known = first.lower() in mentions.lexicon.readings and not _is_first(mentions, first)
        if not (is_credential or is_known):
            yield match


def _is_known_word(mentions: Mentions, match: re.Match[str]) -> bool:
    """Whether what looks like a name begins with a word that tells something: "Gait FWW 90"."""
    first = match["name"].split(maxsplit=1)[0]
    told = mentions.lexicon.readings.get(first.lower(), ())
    return any(group in _NO_NAMES for group, _ in told) and not _is_first(mentions, first)


_NO_NAMES = frozenset(("general", "topics", "title_topics", "regions", "limbs", "done", "signs"))


def _is_first(mentions: Mentions, word: str) -> bool:
    readings = mentions.lexicon.readings.get(word.split(maxsplit=1)[0].lower(), ())
    return any(group == "first_names" for group, _ in readings)


def _is_said(mentions: Mentions, words: set[str]) -> bool:
    """Whether one of them is a verb: "Patient: Walks with a cane"."""
    readings = mentions.lexicon.readings
    return any(
        group == "acts" and value != "irregular"
        for word in words
        for group, value in readings.get(word, ())
    )


def _known(mentions: Mentions, match: re.Match[str], words: set[str]) -> Known:
    """The name that was found, with the nickname behind it, and the title from anywhere."""
    text, people = mentions.reading.text, mentions.lexicon.people
    line_end = text.find("\n", match.end("name"))
    rest = text[match.end("name") : line_end if line_end >= 0 else len(text)]
    nicknames = {nick["name"].lower() for nick in people.nickname.finditer(rest)}
    initials = frozenset(each.lower() for each in _INITIAL.findall(match["name"]))
    titled = people.titled.match(text, match.start("name"))
    title = Span(*titled.span("title")) if titled else _title_of(mentions, words)
    is_full = len(match["name"].split()) > 1
    span = Span(*match.span("name"))
    return Known(frozenset(words | nicknames), initials, span, is_full, title)


def _title_of(mentions: Mentions, words: set[str]) -> Span | None:
    """The title that the note gives to somebody of that name."""
    titled = mentions.lexicon.people.titled.finditer(mentions.reading.text)
    found = (match for match in titled if words_of_name(match["name"]) & words)
    return next((Span(*match.span("title")) for match in found), None)


def _letters_subject(mentions: Mentions, reach: int) -> Iterator[re.Match[str]]:
    """The name that a letter is about, where a title, a birth date or a first name tells it."""
    people = mentions.lexicon.people
    for match in people.about.finditer(mentions.reading.text, 0, reach):
        is_first = any(_is_first(mentions, word) for word in words_of_name(match["name"]))
        if match["title"] or is_first or people.told_of_patient.search(match["rest"]):
            yield match
