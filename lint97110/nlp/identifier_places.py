"""How names, days, ages and places are written that identify somebody."""

import re

from lint97110.nlp.identifier_shapes import DATE_OR_PLACE, NAME, Shape, Wordings, words_for
from lint97110.wording import one_of

_WORD = r"[A-Z][A-Za-z'’\-]+"
_IN_FIGURES = r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{2}-\d{2}"
_DAY_OF_MONTH = r"\d{1,2}(?:st|nd|rd|th)?"
_BOX = re.compile(r"(?P<it>\bP\.?[ ]?O\.?[ ]Box[ ]\d+)", re.IGNORECASE)
_WITH_CENTURY = re.compile(
    r"(?<![\w/.-])(?P<it>\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d{2})(?![\w/-])"
    r"|(?<![\w/-])(?P<or>(?:19|20)\d{2}-\d{2}-\d{2})(?![\w-])"
)
_SHORT = re.compile(  # "DOI: 6/3/24"; "1/2/3" counts, and is no day
    r"(?<![\w/.-])(?P<it>(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01])/\d{2})(?![\w/-])"
)


def name_shapes(wordings: Wordings) -> tuple[Shape, ...]:
    """Names that a label or a title tells for sure."""
    person, initials = words_for(wordings, "person"), words_for(wordings, "initials")
    title = one_of(wordings["identifiers.title"])
    return (
        Shape(  # "Patient: Marta Quill", "Referred by: Quill, Marta"
            re.compile(
                rf"(?:{person}(?:['’]s)?(?i: name)?|\b(?i:name))[ \t]*[:.]+[ \t]*"
                rf"(?P<it>(?:{_WORD}|[A-Z]\.)(?:,?[ \t](?:[A-Z]\.?[ \t])?{_WORD})+)"
            ),
            NAME,
        ),
        Shape(
            re.compile(
                rf"(?P<it>{title}\.?[ \t]+(?:[A-Z]\.[ \t]*){{0,2}}{_WORD}(?:[ \t]+{_WORD})?)"
            ),
            NAME,
        ),
        Shape(  # "Patient initials: T.R."
            re.compile(rf"{initials}[ \t]*[:.]*[ \t]*(?P<it>(?:[A-Z]\.[ ]?){{2,3}})(?!\w)"),
            NAME,
            plain=True,
        ),
    )


def place_shapes(wordings: Wordings) -> tuple[Shape, ...]:
    """Days, ages over 89, and addresses."""
    month = rf"(?:{'|'.join(wordings['days.months'])})[a-z]*\.?"
    day = _DAY_OF_MONTH
    in_words = rf"(?i:{month}[ ]{day},?[ ]|{day}[ ](?:of[ ])?{month},?[ ])(?:19|20)\d{{2}}"
    born, home = words_for(wordings, "born"), words_for(wordings, "home")
    years, aged = words_for(wordings, "years_old"), words_for(wordings, "age")
    street, flat = (one_of(wordings[f"identifiers.{each}"]) for each in ("street", "flat"))
    state = one_of(wordings["identifiers.state"])
    return (
        Shape(  # "DOB 3/14/51": a date of birth without its century is one all the same
            re.compile(
                rf"{born}(?i:[ \t]in)?[^\S\n]*(?:\([^()\n]*\))?[ \t]*[:.]*[ \t]*"
                rf"(?P<it>{_IN_FIGURES}|{in_words}|\d{{6}}(?:\d{{2}})?\b|(?:19|20)\d{{2}}\b)"
            ),
            DATE_OR_PLACE,
        ),
        Shape(_WITH_CENTURY, DATE_OR_PLACE, personal=False),
        Shape(_SHORT, DATE_OR_PLACE, personal=False),
        Shape(re.compile(rf"\b(?P<it>{in_words})\b"), DATE_OR_PLACE, personal=False),
        Shape(
            re.compile(
                rf"(?<![\w/.-])(?P<it>(?:9\d|1[01]\d)[- ]?{years})"
                rf"|{aged}[ \t]*[:.]?[ \t]*(?P<or>9\d|1[01]\d)\b(?![/.-]\d)"
            ),
            DATE_OR_PLACE,
        ),
        Shape(  # "41 Alder Street"
            re.compile(
                rf"\b(?P<it>\d{{1,5}}[ ](?:{_WORD}[ ]){{1,3}}{street}"
                rf"(?:\.?,?[ ](?:{flat}|#)\.?[ ]?\w+)?)"
            ),
            DATE_OR_PLACE,
        ),
        Shape(  # "Visit at: 27 Orchard Hill"
            re.compile(
                rf"{home}[ \t]*:?[ \t]+"
                rf"(?P<it>\d{{1,5}}[A-Za-z]?,?[ ]{_WORD}(?:[ ]{_WORD}){{0,3}}(?:,[ ]\w+[ .#]*\w+)?)"
            ),
            DATE_OR_PLACE,
        ),
        Shape(_BOX, DATE_OR_PLACE),
        Shape(re.compile(rf"(?P<it>{state}[ ]+\d{{5}}(?:-\d{{4}})?)(?!\w)"), DATE_OR_PLACE),
    )
