"""Where the rules that travel with the program are found."""

from pathlib import Path

from lint97110 import packs

LONGEST_LINE = 160


def test_in_a_checkout():
    """In a checkout the rules stand beside the package."""
    assert (packs.builtin() / "pack.yaml").is_file()


def test_in_a_wheel(tmp_path, monkeypatch):
    """In a wheel the rules stand inside the package, and those are the ones that count."""
    inside = tmp_path / "lint97110" / "_rules"
    inside.mkdir(parents=True)
    (tmp_path / "rules").mkdir()
    monkeypatch.setattr(packs, "__file__", str(Path(inside.parent, "packs", "__init__.py")))

    assert packs.builtin() == inside


def test_lines_can_be_read():
    """No line of a rule file is longer than a screen is wide."""
    long = [
        f"{path.relative_to(packs.builtin())}:{number}"
        for path in sorted(packs.builtin().rglob("*.yaml"))
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if len(line) > LONGEST_LINE
    ]

    assert not long
