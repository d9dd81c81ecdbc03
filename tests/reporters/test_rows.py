"""A row for each note: what fits in its column, and what is said once for all."""

from dataclasses import replace

import pytest

from lint97110.reporters.rows import row_lines

LONG = "exports/2026/november/clinic-of-the-upper-valley/"


@pytest.fixture
def rows(many):
    """The lines about notes of these paths, 80 columns wide."""

    def lines(*paths):
        note = many.notes[0]
        return [each.plain for each in row_lines(tuple(replace(note, path=p) for p in paths), 80)]

    return lines


def test_shared_folder_is_named_once(rows):
    """Where paths are too long, their folder stands in the head, and each note has one line."""
    lines = rows(f"{LONG}a.txt", f"{LONG}wing/b.txt")

    assert [line for line in lines if LONG in line] == [lines[0]]
    assert any(" a.txt " in line for line in lines)
    assert any(" wing/b.txt " in line for line in lines)


def test_short_paths_stand_whole(rows):
    """A path that fits can be copied from its row."""
    head, first, *_ = rows("notes/a.txt", "notes/b.txt")

    assert "note in" not in head
    assert " notes/a.txt " in first


def test_nothing_shared(rows):
    """A path that fits nowhere has a line of its own."""
    long = "x" * 70 + ".txt"
    _, first, second, *_ = rows(long, f"notes/{long}")

    assert first.endswith(long)
    assert second.startswith(" " * 15)
