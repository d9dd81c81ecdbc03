"""A bank of questions to a form: placeholders above, questions under their headings, lines below.

A placeholder is words in square brackets, and nothing else on the form is: one notation is what the
linter, and the person who fills it in, can rely on.
"""

from collections.abc import Mapping

from lint97110.form import NOTHING, SECTIONS, Bank, Form, Header, Paper, Part, Prompt, Told

TITLES: Mapping[Paper, str] = {
    Paper.NOTE: "Treatment note, CPT 97110",
    Paper.JUSTIFICATION: "Billing justification, CPT 97110",
}
HEADINGS: Mapping[str, str] = {
    "subjective": "Subjective",
    "objective": "Objective",
    "assessment": "Assessment",
    "plan": "Plan",
    "history": "History",
    "physical_exam": "Physical exam",
}


def make_form(
    bank: Bank,
    paper: Paper,
    header: Header,
    region: str | None = None,
    told: Told = NOTHING,
) -> Form:
    """The form of one bank; what is told already stands there, and is not asked."""
    parts = tuple(
        Part(
            HEADINGS[section],
            _open(bank.asked(paper, section, region), told.elements.get(section, frozenset())),
            told.excerpts.get(section, ()),
        )
        for section in SECTIONS[paper]
    )
    return Form(TITLES[paper], _above(bank, paper, header, region), parts, _below())


def _open(prompts: tuple[Prompt, ...], known: frozenset[str]) -> tuple[Prompt, ...]:
    """The questions that are left when some elements are known."""
    return tuple(
        prompt for prompt in prompts if not prompt.about or not known.issuperset(prompt.about)
    )


def _above(
    bank: Bank, paper: Paper, header: Header, region: str | None
) -> tuple[tuple[str, str], ...]:
    date = "Treatment date" if paper is Paper.NOTE else "Treatment dates"
    return (
        ("Patient", "[patient]"),
        (date, header.date or f"[{date.lower()}]"),
        ("Start time", header.start or "[start time]"),
        ("End time", header.end or "[end time]"),
        ("Session type", bank.title + (f", {region}" if region else "")),
    )


def _below() -> tuple[tuple[str, str], ...]:
    return (
        ("Minutes of 97110", "[minutes of therapeutic exercise]"),
        ("Signed by", "[name and credential], [date signed]"),
    )
