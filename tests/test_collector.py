"""A process that lints many notes does not look for garbage where there is none."""

import gc

import pytest

from lint97110 import collector


@pytest.fixture
def calls(monkeypatch):
    """What the collector was told, which stays as it is."""
    told = []
    monkeypatch.setattr(gc, "freeze", lambda: told.append("freeze"))
    monkeypatch.setattr(gc, "set_threshold", told.append)
    return told


def test_told(calls):
    """It looks less often, and what was loaded is left alone."""
    collector.be_patient()
    collector.leave_alone()

    assert calls == [collector.YOUNG, "freeze"]


def test_every_command_is_patient(calls):
    """The command sets it before anything large is imported."""
    from click.testing import CliRunner  # noqa: PLC0415

    from lint97110.cli import main  # noqa: PLC0415

    CliRunner().invoke(main, ["units", "97110=24"])

    assert calls[:1] == [collector.YOUNG]
