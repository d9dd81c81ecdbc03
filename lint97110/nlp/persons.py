"""Whom a note is about: what it calls the patient, by pronoun, by name and by age."""

from collections.abc import Iterable, Iterator

from lint97110.model import Fact, Span
from lint97110.nlp.ages import aged_facts, decades
from lint97110.nlp.antecedents import Antecedents
from lint97110.nlp.company import Company
from lint97110.nlp.known_names import known_name, signers_of
from lint97110.nlp.mentions import Mentions
from lint97110.nlp.other_names import named_facts
from lint97110.nlp.pronouns import gendered_facts


def person_facts(
    mentions: Mentions, signed: tuple[Span, ...], days: Iterable[Fact]
) -> Iterator[Fact]:
    """What the note calls the patient: `gendered`, `aged` and `named`, each with its value.

    `given` says that the head of the note tells it, `alone` that nobody else can be meant. `days`
    hold the day of birth and that of the visit.
    """
    signers = signers_of(mentions.reading.text, signed)
    known = known_name(mentions, signers)
    company = Company(mentions, known.every(mentions))
    antecedents = Antecedents(mentions, company)
    yield from gendered_facts(mentions, company, antecedents, known)
    ages = tuple(aged_facts(mentions, company, antecedents, days))
    yield from ages
    years = next((int(str(e.slots["is"])) for e in ages if e.slots["of"] == "years"), None)
    if years is not None:
        yield from decades(mentions, company, years)
    yield from named_facts(mentions, known, signers | company.introduced.keys())
