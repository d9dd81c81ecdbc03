"""The map holds: lists are complete, spaCy has one door, and every file says what it is for."""

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import click
import pytest

import lint97110
from lint97110.checks import CHECKS
from lint97110.cli import COMMANDS, main
from lint97110.model import ELEMENTS, POINTS
from lint97110.packs import builtin, load_catalogue
from lint97110.readers import READERS
from lint97110.reporters import REPORTERS

PACKAGE = Path(lint97110.__file__).parent
MODULES = {path.relative_to(PACKAGE).as_posix(): path for path in sorted(PACKAGE.rglob("*.py"))}
CATALOGUE = load_catalogue(builtin())


def modules(folder: str) -> Iterator[ModuleType]:
    """The modules of a folder, but for its list."""
    for path in sorted((PACKAGE / folder).glob("*.py")):
        if path.stem != "__init__":
            yield import_module(f"lint97110.{folder}.{path.stem}")


def home(function: object) -> str:
    """The module in which a function is written."""
    return str(getattr(function, "__module__", ""))


def imports(path: Path) -> set[str]:
    """The packages that a file imports anywhere in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.partition(".")[0])
    return found


def test_every_reader_is_listed():
    """A module that decodes reads the files of some suffix."""
    decoding = {module.__name__ for module in modules("readers") if hasattr(module, "decode")}

    assert {home(reader) for reader in READERS.values()} == decoding


def test_suffixes_are_written_as_they_are_looked_up():
    """A suffix is a dot and small letters."""
    assert all(re.fullmatch(r"\.[a-z0-9]+", suffix) for suffix in READERS)


def test_every_format_is_listed():
    """A module that renders is a format, under its own name."""
    rendering = {module.__name__ for module in modules("reporters") if hasattr(module, "render")}

    assert {f"lint97110.reporters.{form}" for form in REPORTERS} == rendering


def test_every_check_is_listed():
    """Each module beside the list is a check, under its own name."""
    names = {name: home(check) for name, check in CHECKS.items()}

    assert names == {
        module.__name__.rpartition(".")[2].replace("_", "-"): module.__name__
        for module in modules("checks")
    }


def test_every_command_is_listed():
    """A module that holds a command is called by the command's name."""
    holding = {
        module.__name__
        for module in modules("cli")
        if any(isinstance(value, click.Command) for value in vars(module).values())
    }

    assert set(COMMANDS.values()) == holding


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name):
    """A command, and each option of it, says what it does."""
    command = main.get_command(click.Context(main), name)

    assert command is not None
    assert command.name == name
    assert command.help
    assert all(one.help for one in command.params if isinstance(one, click.Option))


@pytest.mark.parametrize("name", [*ELEMENTS, *POINTS])
def test_every_element_names_its_rules(name):
    """An element has a file, and the two rules in it are about the element."""
    element = CATALOGUE.element(name)

    assert element is not None
    for code, status in ((element.missing, "absent"), (element.weak, "weak")):
        rule = CATALOGUE.rule(code)
        assert rule is not None
        assert rule.options == {"element": name, "status": status}


def test_every_element_rule_belongs_to_an_element():
    """No rule asks about a gap that its element does not know of."""
    named = {code for element in CATALOGUE.elements for code in (element.missing, element.weak)}

    assert {rule.code for rule in CATALOGUE.rules if rule.check == "element"} == named


@pytest.mark.parametrize("name", [name for name in MODULES if not name.startswith("nlp/")])
def test_one_door_to_spacy(name):
    """Nothing outside nlp/ imports spaCy."""
    assert "spacy" not in imports(MODULES[name])


def test_the_door_is_used():
    """The test above sees an import where there is one."""
    assert any("spacy" in imports(path) for path in MODULES.values())


@pytest.mark.parametrize("name", MODULES)
def test_every_module_says_what_it_is_for(name):
    """The first line is a sentence or a question."""
    words = ast.get_docstring(ast.parse(MODULES[name].read_text("utf-8")))

    assert words, "no docstring"
    assert re.fullmatch(r"[`A-Za-z].*[.?]", words.splitlines()[0])
