"""The words of rules/wordings/people.yaml, with the notation that stands around them in a text."""

import re
from collections.abc import Mapping

from lint97110.wording import AtPlaces, first_words, one_of

_TITLE = r"(?:M(?<!\w.)(?:rs?|iss|s|x))\b\.?"
_NAME = r"(?:(?:Mr|Mrs|Ms|Miss|Mx)\.?[ \t]+)?[A-Z][\w'’.-]*(?:,?[ \t][\"“(]?[A-Z][\w'’.\"”)-]*)"
_PART = r"[A-Z][\w'’-]+"
_FIELD_ENDS = r"(?=[ \t]*(?:$|[,;|(/]|\.(?:$|[ ])|[ ]{2}))"
_OPENING = r"[\s*•>(-]*(?:[soap][:.>)/-]+[ ]*)?"


class PeopleWords:
    """What tells whose a pronoun or a name is.

    Names are looked for in the text as it is written, everything else in small letters.
    """

    def __init__(self, wordings: Mapping[str, tuple[str, ...]]) -> None:
        """Build the expressions once."""

        def of(name: str) -> str:
            return one_of(wordings[f"people.{name}"])

        self._pronouns(of("patient"), of("the"), wordings)
        self._patients_name(wordings)
        self._bystanders(wordings)
        self._standing(wordings)

    def _pronouns(self, patient: str, the: str, wordings: Mapping[str, tuple[str, ...]]) -> None:
        def of(name: str) -> str:
            return one_of(wordings[f"people.{name}"])

        self.patient_first = re.compile(
            rf"{_OPENING}(?:{the} )?"
            rf"(?:{patient}|\d+[- ]year[- ]old (?:boy|girl|man|woman|child|\w+))(?!['’]s)"
        )
        self.patient = re.compile(patient)
        self.somebody = AtPlaces(  # "the head, who was nice", "a woman from the clinic"
            re.compile(
                r"(?<= )(?P<who>who)\b"
                r"|\b(?:another|(?:the )?other|an?(?<!is an)(?<!is a)(?<!was a)(?<!as a)) "
                r"(?:[a-z-]+ )?"
                r"(?P<whom>man|woman|boy|girl|gentleman|lady|patient|resident|person)\b"
            ),
            ("who", "who's", "who’s", "another", "the", "other", "a", "an"),
        )
        self.doing = AtPlaces(
            re.compile(
                rf"\b{of('the_somebody')} (?:[a-z]+ )?"
                rf"(?P<who>[a-z]+(?:er|or|ist|ian|ic|ent|ant|man|ee|mate)) {of('doing')}"
            ),
            wordings["people.the_somebody"],
        )
        self.writers = re.compile(of("writers"))
        self.first = re.compile(
            rf"{_OPENING}(?:(?:mr|mrs|ms|miss)\.? )?(?P<who>[a-z][a-z-]+)(?!['’]s)"
        )
        self.says = re.compile(rf"{of('says')}|[,;:]")
        self.clause_ahead = re.compile(rf"{_OPENING}(?:and |but )?{of('opens_clause')}\b[^,.;]*$")
        self.of_a_clinician = re.compile(rf"[ ](?:[\w/.-]+[ ])?{of('of_a_clinician')}")
        self.beside = {  # "he stands behind her", "she tells me that he ices it"
            own: re.compile(
                rf"(?:s?he) (?:[^,.;:()\n]*? {objective}(?:[.,;:)]| {of('after_an_object')}|$)"
                rf"|{of('tells')}[^,.;:()\n]*? {own} )"
            )
            for own, objective in (("he", "him"), ("she", "her"))
        }
        self.no_thing = re.compile(rf"[.,;:)]| {of('after_an_object')}|$")
        self.who = re.compile(r",? who\b")
        self.clause_between = re.compile(rf"[,;:()]|->|→|{of('clause_between')}")
        self.own = re.compile(rf"[ ](?:{of('own')}[ ]){{0,2}}(?P<part>[a-z]+)")

    def _patients_name(self, wordings: Mapping[str, tuple[str, ...]]) -> None:
        def of(name: str) -> str:
            return one_of(wordings[f"people.{name}"])

        self.begins_label = re.compile(r"(?:^|[ \t]{2}|\||(?<=[.] ))[ \t|*#]*$", re.MULTILINE)
        self.labelled = re.compile(  # "Patient: Quill, Marta J.", "Name..... Marta Quill"
            rf"(?i:{of('labels')})(?:['’]s)?(?i:[ \t]+name|(?:/|[ ]/[ ])[a-z]+)?[ \t]*"
            rf"(?:[:.]+|\||[ \t]{{2,}})[ \t|]*(?P<name>{_NAME}{{1,3}})"
        )
        labels = [word for words in wordings["people.labels"] for word in first_words(words)]
        self.labels = frozenset(f"{word}{end}" for word in labels for end in ("", "'s", "’s"))
        self.about = re.compile(  # in a letter: "Re: Marta Quill, date of birth 8/19/2004"
            rf"^[ \t*]*(?i:{of('about')})[ \t]*:[ \t]*"
            rf"(?P<name>(?P<title>(?:Mr|Mrs|Ms|Miss)\.?[ \t]+)?{_NAME}{{1,3}})(?P<rest>[^\n]*)",
            re.MULTILINE,
        )
        self.told_of_patient = re.compile(of("told_of_patient"), re.IGNORECASE)
        self.unlabelled = (
            re.compile(  # in the head: "Lyra D., 20, college soccer", "Marta Quill   61"
                rf"(?:^|\||(?<=[.:] ))[ \t|*#]*(?:(?i:{of('of_patient')}|athlete)[ ])?"
                r"(?P<name>[A-Z][a-z'’-]+(?:[ \t](?:[A-Z]\.|[\"“(]?[A-Z][\w'’-]+[\"”)]?)){1,2})"
                r"(?:,[ \t]*|[ \t]*[|/][ \t]*|[ \t]+)(?:age[ \t]*)?\d{1,2}(?![\w/.-])"
                r"(?![ \t]*(?:visits?|min|weeks?|of)\b)",
                re.MULTILINE,
            )
        )
        self.surname_first = re.compile(  # in the head: "Ferreira, Lucinda M    82 F"
            r"(?:^|[ ]{2}|\|)[ \t|*#]*"
            r"(?P<name>[A-Z][A-Za-z'’-]+,[ ][A-Z]"
            r"(?:[a-z'’-]+|[A-Z'’-]{2,}|\.)(?:[ ][A-Z]\.?)?)(?=[ \t]{2}|[ \t]*[|,/(])",
            re.MULTILINE,
        )
        self.page = re.compile(  # "LINDSAY, Peter   UR 448120   continued"
            r"^[ \t]*(?P<name>[A-Z][A-Za-z'’-]+,[ ][A-Z][A-Za-z'’-]+(?:[ ][A-Z]\.?)?)[ \t,(|]+"
            rf"(?i:{of('page_head')})",
            re.MULTILINE,
        )
        self.nickname = re.compile(  # "Yesenia Duarte (prefers Yessi)", 'Robert "Bo" Vane'
            rf"[\"“(][ ]?(?:(?i:{of('called')})[: ]*)?[\"“]?(?P<name>[A-Z][a-z]+)[\"”]?[ ]?[\"”)]"
        )
        self.is_named = re.compile(  # "a 59 year old man, Deshawn Poole, was seen"
            r"\b(?:man|woman|boy|girl|male|female|patient|lady|gentleman),? (?:named )?"
            rf"(?P<name>{_PART}(?:[ ][A-Z]\.)?[ ]{_PART})(?=[,.(]| was | is )"
        )
        self.is_a = re.compile(  # "Walter Czerny is a 66 year old retired bus driver"
            rf"(?:^|[.:][ ])[ \t]*(?P<name>{_PART}(?:[ ][A-Z]\.)?[ ]{_PART})"
            r"(?= is an? (?:[a-z]+ )?\d{1,2}[- ]?y|,? an? \d{1,2}[- ]?y)",
            re.MULTILINE,
        )
        self.of_patient = re.compile(rf"{of('of_patient')}(?:['’]s)?(?: name)?\W+$")
        self.field = re.compile(  # "Insurance adjuster: Carla Nuñez"
            r"(?:^|[ \t]{2}|[|;(])[ \t]*(?P<label>[A-Za-z][A-Za-z/&.'’ -]{1,30}?)[.]*:[ \t]*"
            rf"(?P<name>(?:{_TITLE}[ ])?{_PART}(?:,?[ ](?:{of('particles')}[ ])?[A-Z][\w'’.-]*"
            rf"|[ ]{of('particles')}){{0,4}}){_FIELD_ENDS}",
            re.MULTILINE,
        )
        self.names_patient = re.compile(rf"{of('labels')}|name|{of('about')}")
        self.initialled = re.compile(r"(?<![\w.])[A-Z]\.[ ]?(?P<name>[A-Z][a-z]+)")
        self.credential = re.compile(
            rf"(?P<name>{_PART}(?:[ ][A-Z]\.)?(?:[ ]{_PART})?),[ ](?P<what>[A-Za-z]+)"
        )

    def _bystanders(self, wordings: Mapping[str, tuple[str, ...]]) -> None:
        def of(name: str) -> str:
            return one_of(wordings[f"people.{name}"])

        self.titled = re.compile(
            r"(?P<title>M(?:rs?|s|iss|x))\b\.?[ \t]+"
            rf"(?P<name>(?:[A-Z]\.?[ ])?{_PART}(?:[ \t]{_PART})?)"
        )
        self.addressed = re.compile(rf"{of('addressed')}[:.]?\s+$")
        self.by_order = re.compile(rf"{of('by_order')}[:,]?\s+(?:[a-z]+ ){{0,1}}$")
        self.described = re.compile(
            rf",? (?:{of('described')} (?!{of('patient')}))|, who {of('works')}"
        )
        self.order = re.compile(rf"(?:['’]s?)?\s+{of('order')}")
        self.beside_somebody = re.compile(rf"{of('beside_somebody')} (?:the )?$")
        self.no_role = re.compile(of("no_role"))

    def _standing(self, wordings: Mapping[str, tuple[str, ...]]) -> None:
        def of(name: str) -> str:
            return one_of(wordings[f"people.{name}"])

        self.as_patients_do = re.compile(
            r"(?:\n(?:[soap][ \t])?|[.;>)-]"
            r"|\b(?:[soap]|subj\w*|obj\w*|assess\w*|plan|interventions?)[:/]"
            rf"|{of('joins')},?|,|\d[a-z]*)[ \t*•]*$"
        )
        self.does = re.compile(rf"['’]s [a-z]| (?!{of('no_verb')})[a-z]+\b")
        self.apposed = re.compile(  # "her belayer Ada": whose somebody is, right before the name
            rf"\b(?:his|her|their|our|my) "
            rf"(?!{of('no_role')}|{of('joins')}|{of('adverbs')})[a-z-]+ $"
        )
        self.told_to = re.compile(rf"{of('told_to')} $")
        self.made_to = re.compile(rf"{of('made_to')} $")
        self.behind_told = re.compile(rf" {of('behind_told')}")
        self.joins = re.compile(rf"{of('joins')},? $")
        self.verb = re.compile(
            rf" (?:{of('adverbs')} )?(?P<to>to )?(?P<verb>[a-z-]+)(?: (?P<state>[a-z]+))?"
        )
        self.theirs = re.compile(rf"['’]s (?:{of('own')} )?(?:{of('theirs')}|(?P<part>[a-z]+))")
