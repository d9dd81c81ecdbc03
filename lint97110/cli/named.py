"""What a word on the command line names: an element, a rule, or a family of rules."""

from lint97110.cli.group import WrongUsageError
from lint97110.model import Catalogue, Element, Rule
from lint97110.packs.near import did_you_mean


def element_of(catalogue: Catalogue, word: str) -> Element:
    """The element of that name, that one of its words names alone, or that a rule is about.

    Raises WrongUsageError, with the names to choose from.
    """
    element = _element(catalogue, word)
    rule = catalogue.rule(word.upper()) or catalogue.rule(_hyphened(word))
    if element is None and rule is not None:
        element = catalogue.element(str(rule.options.get("element", "")))
        if element is None:
            raise WrongUsageError(
                f"{rule.code} is not about an element; try lint97110 explain {rule.code}"
            )
    if element is None:
        names = [one.name for one in catalogue.elements if not one.is_point]
        points = [one.name for one in catalogue.elements if one.is_point]
        near = did_you_mean(_hyphened(word).replace("-", "_"), (*names, *points))
        raise WrongUsageError(
            f'no element is called "{word}"{near}; the elements are {", ".join(names)}; '
            f"those of a justification {', '.join(points)}"
        )
    return element


def look_up(catalogue: Catalogue, word: str) -> Element | Rule | tuple[Rule, ...]:
    """What is called so, in any case, with hyphens, underscores or spaces.

    Raises WrongUsageError, with the likeliest name.
    """
    found = catalogue.rule(word.upper()) or catalogue.rule(_hyphened(word))
    family = tuple(rule for rule in catalogue.rules if rule.family == word.upper())
    element = _element(catalogue, word)
    if found is None and not family and element is None:
        raise WrongUsageError(_nothing(catalogue, word))
    return found or family or element  # type: ignore[return-value]


def _element(catalogue: Catalogue, word: str) -> Element | None:
    """An element by its name, or by one of the words of its name where no other has it."""
    name = _hyphened(word).replace("-", "_")
    parted = [one for one in catalogue.elements if name in one.name.split("_")]
    return catalogue.element(name) or (parted[0] if len(parted) == 1 else None)


def _hyphened(word: str) -> str:
    return "-".join(word.lower().replace("_", " ").replace("-", " ").split())


def _nothing(catalogue: Catalogue, word: str) -> str:
    sentence = f'no rule or element is called "{word}"'
    if word.lower() in catalogue.profiles:
        return f"{sentence}; for this payer: lint97110 rules --profile {word.lower()}"
    family = word[:2].upper()
    if word[2:].isdigit() and any(rule.family == family for rule in catalogue.rules):
        return f"{sentence}; the rules of its family: lint97110 explain {family}"
    known = [element.name for element in catalogue.elements]
    known += [name for rule in catalogue.rules for name in (rule.code, rule.name)]
    return f"{sentence}{did_you_mean(word, known)}; all rules: lint97110 rules"
