"""What `new` does once its options are understood: find the bank, make the form, write it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import fill

import click

from lint97110.catalogued import load_catalogue
from lint97110.cli.group import WrongUsageError, cannot_be_written
from lint97110.cli.output import PIPE, show
from lint97110.form import NOTHING, Bank, Header, Paper, Told
from lint97110.forms import FORMATS, SUFFIXES
from lint97110.forms.making import make_form
from lint97110.model import Kind, Severity
from lint97110.packs import builtin
from lint97110.packs.bank_file import read_bank
from lint97110.packs.banks import has_region, is_called, load_banks, pick_bank, pick_region
from lint97110.payer import read_date
from lint97110.profiles import terms_of
from lint97110.reporters.vocabulary import element_words
from lint97110.severity import severity_of

KINDS = {Paper.NOTE: Kind.TREATMENT_NOTE, Paper.JUSTIFICATION: Kind.JUSTIFICATION}
TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What form somebody wants; None where nothing was said."""

    paper: Paper
    session_type: str | None
    region: str | None
    header: Header
    own_bank: Path | None
    rules_root: Path | None
    notes: tuple[str, ...] = ()
    is_one_patient: bool = False


def draft(wish: Wish, output: Path | None, output_format: str | None, *, force: bool) -> None:
    """Make the form and write it to `output`, or to standard output.

    Raises LintError for a session type or a region that nobody knows, WrongUsageError for a file
    that exists or cannot be written and for notes of two patients, and PackError for a bank that
    cannot be used.
    """
    root = wish.rules_root or builtin()
    bank = _bank(wish, root)
    region = pick_region(bank, root, wish.region) if wish.region else None
    form = make_form(bank, wish.paper, wish.header, region, _told(wish, output))
    words = FORMATS[_format(output, output_format)](form)
    if output is not None:
        _write(words, output, force=force)
    elif isinstance(words, str):
        show(words)
    else:
        raise WrongUsageError("A Word document goes into a file: name it with -o FORM.docx.")
    if region and not has_region(bank, region):
        click.echo(
            f"None of the questions for {bank.type} is specific to one region ({region}).", err=True
        )


def _bank(wish: Wish, root: Path) -> Bank:
    own = read_bank(wish.own_bank) if wish.own_bank else None
    words = wish.session_type
    if own is not None and (words is None or is_called(own, words)):
        bank = own
    elif words is not None:
        bank = pick_bank(root, words)
    else:
        types = ", ".join(bank.type for bank in load_banks(root))
        raise WrongUsageError(f"Say what the session is for with --session-type: {types}.")
    if wish.paper not in bank.prompts:
        raise WrongUsageError(f"{bank.path} has no questions for a {wish.paper}.")
    return bank


def _told(wish: Wish, output: Path | None) -> Told:
    """What the notes of the wish tell; only then are notes read, and spaCy waited for."""
    if not wish.notes:
        return NOTHING
    from lint97110.cli import quoted  # noqa: PLC0415

    if output is not None and output.resolve() in {Path(name).resolve() for name in wish.notes}:
        raise WrongUsageError(
            f"{output} is one of the notes named by --from; write the form somewhere else."
        )
    return quoted.from_notes(wish.notes, wish.rules_root, is_one_patient=wish.is_one_patient)


def _format(output: Path | None, asked: str | None) -> str:
    if asked is not None or output is None:
        return asked or TEXT
    suffix = output.suffix.lower()
    if suffix not in SUFFIXES:
        known = ", ".join(SUFFIXES)
        raise WrongUsageError(
            f"{output} does not show a format; end its name in {known}, or choose one with "
            f"--output-format."
        )
    return SUFFIXES[suffix]


def _write(words: str | bytes, path: Path, *, force: bool) -> None:
    """Write a form to a file; what stands there already may be a note, and is left alone."""
    try:
        with path.open("wb" if force else "xb") as file:
            file.write(words.encode() if isinstance(words, str) else words)
    except FileExistsError:
        sentence = f"{path} exists and was left as it is; --force replaces it."
        raise WrongUsageError(sentence) from None
    except FileNotFoundError:
        sentence = f"{path} cannot be written: its folder does not exist."
        raise WrongUsageError(sentence) from None
    except OSError as error:
        raise cannot_be_written(path, error) from None


def what_holds(wish: Wish, profile: str) -> str:
    """Which gaps will hold the document that the form becomes, as a sentence."""
    names = [element_words(name) for name in _held(wish, profile)]
    return fill(
        f"Under {profile}, a {wish.paper} is held if any of these is missing: {', '.join(names)}.",
        PIPE,
    )


def _held(wish: Wish, profile: str) -> Iterator[str]:
    """The elements whose absence is an error for this payer on the day of treatment."""
    catalogue = load_catalogue(wish.rules_root or builtin())
    terms = terms_of(catalogue, profile, read_date(wish.header.date or ""))
    for element in catalogue.elements:
        rule = catalogue.rule(element.missing)
        if rule and severity_of(rule, KINDS[wish.paper], terms) is Severity.ERROR:
            yield element.name
