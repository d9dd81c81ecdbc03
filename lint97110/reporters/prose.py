"""A rule or an element of the catalogue as prose for a clinician."""

from collections.abc import Iterable, Iterator
from textwrap import fill

from lint97110.model import Basis, Catalogue, Condition, Element, Example, Kind, Rule, Source
from lint97110.reporters.vocabulary import KINDS

BASES = {
    Basis.REQUIRED: "A payer requires it.",
    Basis.EXPECTED: "Reviewers expect it.",
    Basis.HOUSE: "A house rule; no payer asks for it.",
}

MARKS = {
    "verified": "original text read",
    "verified-2": "read second-hand",
    "knowledge": "from memory, not read",
    "house": "our own choice",
}


def rule_prose(rule: Rule, catalogue: Catalogue, width: int = 80) -> str:
    """What `rule` says, why, who says so, how much it matters, and examples."""
    blocks = [
        f"{rule.code} {rule.name}",
        _fold(rule.message, width),
        _headed("Why", [_fold(rule.why, width - 2)]),
        _headed("Question to answer", [_fold(rule.ask, width - 2)]),
        _headed("Questions for some wordings", _hints(rule, width - 2)),
        _headed("Wording searched for", _words(rule, width - 2)),
        _headed("How much it matters", _severities(rule)),
        _headed("When", _when(rule)),
        _headed("Payers", _payers(rule, catalogue, width - 2)),
        _headed("Sources", _sources(rule, catalogue, width - 2)),
        _headed("Examples that are flagged", _examples(rule, width - 2, is_bad=True)),
        _headed("Examples that are left alone", _examples(rule, width - 2, is_bad=False)),
    ]
    element = rule.options.get("element")
    if element is not None:
        blocks.append(f"What counts: lint97110 explain {element}")
    return "\n\n".join(filter(None, blocks)) + "\n"


def element_prose(element: Element, catalogue: Catalogue, width: int = 80) -> str:
    """What makes `element` present, what leaves it weak, what does not count, and its rules."""
    blocks = [
        f"{element.title} ({element.name})",
        _fold(element.means, width),
        _headed("Present", _conditions(element.present_when, width - 2)),
        _headed("Weak", _conditions(element.weak_when, width - 2)),
        _headed("Does not count", _list(element.not_counted, width - 2)),
        _headed("Its rules", _rules(element, catalogue, width - 2)),
    ]
    return "\n\n".join(filter(None, blocks)) + "\n"


def family_prose(rules: Iterable[Rule], width: int = 80) -> str:
    """The rules of a family, a line or two each."""
    each = (_fold(f"{rule.code} {rule.name}: {rule.message}", width, "  ") for rule in rules)
    return "\n".join((*each, "", "One of them in full: lint97110 explain CODE")) + "\n"


def _headed(heading: str, lines: Iterable[str]) -> str:
    body = "\n".join(lines)
    if not body:
        return ""
    indented = "\n".join(f"  {line}".rstrip() for line in body.split("\n"))
    return f"{heading}\n{indented}"


def _fold(words: str, width: int, indent: str = "") -> str:
    return fill(
        words,
        width,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _list(items: Iterable[str], width: int) -> Iterator[str]:
    return (_fold(f"- {item}", width, "  ") for item in items)


def _hints(rule: Rule, width: int) -> Iterator[str]:
    """Each hint, and the words that it is for."""
    for hint in rule.hints:
        opens = f"begins with {', '.join(hint.opens)}" if hint.opens else ""
        holds = f"holds {', '.join(hint.holds)}" if hint.holds else ""
        fits = " and ".join(filter(None, (opens, holds))) or "anything else"
        yield _fold(f"- {fits}: {hint.ask}", width, "  ")


def _words(rule: Rule, width: int) -> Iterator[str]:
    if rule.words:
        yield _fold("; ".join(rule.words), width)
    if rule.but_not:
        yield _fold(f"but not: {'; '.join(rule.but_not)}", width)


def _severities(rule: Rule) -> Iterator[str]:
    for kind in Kind:
        severity = rule.severity.get(kind)
        if severity is not None:
            yield f"{KINDS[kind]}: {severity}"


def _when(rule: Rule) -> Iterator[str]:
    """How to ask for a rule that is silent otherwise."""
    if rule.on_request:
        yield f"Only on request: lint97110 check --extend-select {rule.code}"


def _payers(rule: Rule, catalogue: Catalogue, width: int) -> Iterator[str]:
    """What profiles make of the rule; base is every note whose payer is not known."""
    for profile in catalogue.profiles.values():
        for dial in (dial for dial in profile.dials if rule.code in dial.rules):
            words = sorted({str(each or "silent") for each in dial.severity.values()})
            known = f"{dial.source}, {MARKS[dial.mark]}"
            yield _fold(f"{profile.name}: {' or '.join(words)} ({known})", width, "  ")


def _sources(rule: Rule, catalogue: Catalogue, width: int) -> Iterator[str]:
    yield _fold(BASES[rule.basis], width)
    for key in rule.sources:
        yield _source(catalogue.sources[key], width)


def _source(source: Source, width: int) -> str:
    section = f", {source.section}" if source.section else ""
    title = _fold(f"{source.key}  {source.title}{section}", width, "     ")
    says = _fold(f"     {source.says}", width, "     ")
    if not source.address:
        return f"\n{title}\n{says}"
    known = f"     ({MARKS.get(source.mark, source.mark)}; seen {source.seen})"
    return f"\n{title}\n{says}\n     {source.address}\n{known}"


def _examples(rule: Rule, width: int, *, is_bad: bool) -> Iterator[str]:
    chosen = [example for example in rule.examples if example.is_bad is is_bad]
    for index, example in enumerate(chosen):
        if index:
            yield ""
        yield from _example(example, width)


def _example(example: Example, width: int) -> Iterator[str]:
    about = [KINDS[example.kind]] if example.kind is not Kind.TREATMENT_NOTE else []
    about += [f"payer: {example.profile}"] if example.profile != "base" else []
    if about:
        yield f"({', '.join(about)})"
    for line in example.note.strip("\n").split("\n"):
        yield _fold(f"| {line}", width, "|   ")
    if example.is_bad and example.at:
        yield _fold(f'flagged at: "{example.at}"', width, "  ")


def _conditions(conditions: Iterable[Condition], width: int) -> Iterator[str]:
    """What each says, once: several kinds of fact may say the same."""
    return _list(dict.fromkeys(condition.says for condition in conditions), width)


def _rules(element: Element, catalogue: Catalogue, width: int) -> Iterator[str]:
    for state, code in (("missing", element.missing), ("weak", element.weak)):
        rule = catalogue.rule(code)
        if rule is not None:
            yield _fold(f"{state}: {rule.code} {rule.name}. {rule.message}", width, "  ")
            yield _fold(f"  To answer: {rule.ask}", width, "  ")
