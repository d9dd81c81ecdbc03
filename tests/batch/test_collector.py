"""A process that lints many notes does not look for garbage where there is none."""

import gc

from lint97110.batch.collector import YOUNG, settled


def test_settled(monkeypatch):
    """The linter is the same; what was there is left alone, and what is new is looked at less."""
    calls = []
    monkeypatch.setattr(gc, "freeze", lambda: calls.append("freeze"))
    monkeypatch.setattr(gc, "set_threshold", calls.append)
    linter = object()

    assert settled(linter) is linter
    assert calls == ["freeze", YOUNG]
