"""A command group that loads a command when it is called, and lets no note text escape."""

from collections.abc import Mapping
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from traceback import extract_tb
from typing import Any

import click

from lint97110.collector import be_patient
from lint97110.errors import CheckFailedError, LintError, UnreadableError

INTERRUPTED = 130  # what shells expect of a program that Ctrl-C ended

OF_CLICK = (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError)


class WrongUsageError(click.ClickException):
    """A command line, or rules, that cannot be used; the sentence says why."""

    exit_code = 2


class NotCheckedError(click.ClickException):
    """A note that could not be read or checked; the sentence says why."""

    exit_code = 3


class NotWrittenError(click.ClickException):
    """A report or a form that could not be written; the sentence says why."""

    exit_code = 3


def cannot_be_written(what: object, error: OSError) -> NotWrittenError:
    """The sentence for a disk that is full, a folder that is closed, and the like."""
    return NotWrittenError(f"{what} cannot be written: {error.strerror or type(error).__name__}.")


class LintGroup(click.Group):
    """Commands by the module that holds each; every command has the name of its function."""

    def __init__(self, *args: Any, modules: Mapping[str, str], **kwargs: Any) -> None:  # noqa: ANN401, click's own
        """A group as click makes it, and the module of each command."""
        super().__init__(*args, **kwargs)
        self.modules = modules

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002, click's own
        """The names of the commands, in the order of a day's work."""
        return list(self.modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, loaded now; None when there is none."""
        if cmd_name not in self.modules:
            return super().get_command(ctx, cmd_name)
        command: click.Command = getattr(import_module(self.modules[cmd_name]), cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that was named; else an error that says which one was probably meant."""
        name = args[0]
        if name not in self.modules and not name.startswith("-"):
            near = get_close_matches(name, self.modules, n=1)
            hint = f'did you mean "{near[0]}"?' if near else f"one of: {', '.join(self.modules)}"
            ctx.fail(f'There is no command "{name}" ({hint})')
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401, click's own
        """Run the command; every error ends in a sentence without a word of a note."""
        be_patient()
        try:
            return super().invoke(ctx)
        except OF_CLICK:
            raise
        except (UnreadableError, CheckFailedError) as error:
            raise NotCheckedError(str(error)) from None
        except LintError as error:
            raise WrongUsageError(str(error)) from None
        except KeyboardInterrupt:
            click.echo("Interrupted; nothing was reported.", err=True)
            raise click.exceptions.Exit(INTERRUPTED) from None
        except Exception as error:  # noqa: BLE001, its words may quote a note: only its place is told
            raise NotCheckedError(_ours(error)) from None


def _ours(error: Exception) -> str:
    frame = extract_tb(error.__traceback__)[-1]
    place = f"{Path(frame.filename).name}:{frame.lineno}"
    name = type(error).__name__
    return f"The linter failed ({name} at {place}). Please report this bug, without the note."
