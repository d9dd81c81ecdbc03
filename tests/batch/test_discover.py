"""Do the paths that a person names become the inputs that they mean, each of them once?"""

import os
from pathlib import Path

import pytest

from lint97110.batch.discover import Duplicate, Input, discover
from lint97110.model import Unread

pytestmark = pytest.mark.usefixtures("here")

is_root = hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture
def here(tmp_path, monkeypatch):
    """An empty folder, and the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(*paths):
    """Write a note at each path."""
    for path in map(Path, paths):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("SLR 3x10")


def names(*paths):
    """The names of all the inputs behind `paths`, in their order."""
    return [found.name for found in discover(paths) if isinstance(found, Input)]


def test_files_keep_their_order():
    """Files come as they are named, whatever their suffix, hidden or not."""
    write("b.txt", "a.log", ".c")

    assert list(discover(["b.txt", "a.log", ".c"])) == [
        Input("b.txt", Path("b.txt")),
        Input("a.log", Path("a.log")),
        Input(".c", Path(".c")),
    ]


def test_folder_is_sorted_by_path():
    """A folder is read through and through, in the order of its paths."""
    write("n/b.txt", "n/a-b/1.txt", "n/a/2.MD", "n/a/10.txt", "n/B.text", "n/a/z/deep.txt")

    expected = ["n/B.text", "n/a/10.txt", "n/a/2.MD", "n/a/z/deep.txt", "n/a-b/1.txt", "n/b.txt"]
    assert names("n") == [str(Path(name)) for name in expected]
    assert names("n") == [str(path) for path in sorted(map(Path, expected))]


def test_order_of_the_disk_does_not_matter(monkeypatch):
    """The same folder gives the same inputs however the disk lists it."""
    write("n/a.txt", "n/b.txt", "n/c/d.txt")
    expected = names("n")
    real = os.scandir

    class Reversed:
        def __init__(self, path):
            with real(path) as listing:
                self.items = sorted(listing, key=lambda item: item.name, reverse=True)

        def __enter__(self):
            return iter(self.items)

        def __exit__(self, *_):
            return None

    monkeypatch.setattr(os, "scandir", Reversed)

    assert names("n") == expected


@pytest.mark.parametrize("folder", [".", "./", "../{name}"], ids=["dot", "slash", "up and down"])
def test_current_folder(here, folder):
    """The current folder can be named in any way."""
    write("a.txt")

    assert len(names(folder.format(name=here.name))) == 1


def test_what_a_folder_leaves_out():
    """Hidden files and folders, and files of other formats, are no notes."""
    write("n/.a.txt", "n/.git/b.txt", "n/c.pdf", "n/d", "n/e.txt~", "n/~$f.docx", "n/f.txt")

    assert list(discover(["n"])) == [Input(str(Path("n/f.txt")), Path("n/f.txt"))]


def test_hidden_folder_can_be_named():
    """What is named is meant, hidden or not."""
    write(".n/a.txt")

    assert names(".n") == [str(Path(".n/a.txt"))]


NO_NOTES = "has no notes in it (.docx, .md, .text, .txt); name another folder, or the files"


@pytest.mark.parametrize("inside", [None, "n/a.pdf", "n/.a.txt", "n/m/o/p.pdf"])
def test_folder_without_notes(inside):
    """A folder in which nothing can be read is never silently clean."""
    Path("n").mkdir()
    if inside:
        write(inside)

    assert list(discover(["n"])) == [Unread("n", NO_NOTES)]


def test_missing():
    """A path that leads nowhere is reported in its place, and the others go on."""
    write("a.txt", "b.txt")

    assert list(discover(["a.txt", "gone.txt", "b.txt"])) == [
        Input("a.txt", Path("a.txt")),
        Unread("gone.txt", "does not exist; check how the path is spelled"),
        Input("b.txt", Path("b.txt")),
    ]


def test_no_path():
    """An empty word is not the current folder."""
    write("a.txt")

    assert list(discover([""])) == [Unread("''", "is empty; name a file or a folder")]


BROKEN = "is a broken link: its target does not exist; repair it, or name the file itself"


@pytest.mark.parametrize("link", ["n/a.txt", "n/folder"], ids=["of a note", "of a folder, perhaps"])
def test_broken_link_inside_a_folder(link):
    """A link that has lost its note, or what may have been a folder of them, is reported."""
    write("n/z.txt")
    Path(link).symlink_to("gone")

    assert list(discover(["n"])) == [
        Unread(str(Path(link)), BROKEN),
        Input(str(Path("n/z.txt")), Path("n/z.txt")),
    ]


def test_broken_link_of_another_format():
    """A broken link that could not have been a note is left out like such a file."""
    write("n/z.txt")
    Path("n/a.pdf").symlink_to("gone")

    assert names("n") == [str(Path("n/z.txt"))]
    assert len(list(discover(["n"]))) == 1


def test_broken_link_named():
    """A broken link is reported when it is named, too."""
    Path("a").symlink_to("gone")

    assert list(discover(["a"])) == [Unread("a", BROKEN)]


def test_same_file_twice():
    """However a file is reached, it counts once; the other times are duplicates."""
    write("n/a.txt", "n/b.txt")
    Path("link.txt").symlink_to("n/a.txt")
    a, b = str(Path("n/a.txt")), str(Path("n/b.txt"))

    assert list(discover([a, "./n/../n/a.txt", "link.txt", "n", "gone", "gone"])) == [
        Input(a, Path(a)),
        Duplicate(str(Path("n/../n/a.txt"))),
        Duplicate("link.txt"),
        Duplicate(a),
        Input(b, Path(b)),
        Unread("gone", "does not exist; check how the path is spelled"),
        Duplicate("gone"),
    ]


def test_same_folder_twice():
    """A folder named twice gives each of its notes and as many duplicates."""
    write("n/a.txt", "n/b.txt")

    found = list(discover(["n", "n"]))

    assert [type(one) for one in found] == [Input, Input, Duplicate, Duplicate]


def test_copies_are_not_duplicates():
    """Two files with the same words are two notes."""
    write("a.txt", "b.txt")

    assert names("a.txt", "b.txt") == ["a.txt", "b.txt"]


def test_linked_folder_is_read():
    """Notes behind a linked folder are not silently left out."""
    write("elsewhere/a.txt")
    Path("n").mkdir()
    Path("n/link").symlink_to("../elsewhere")

    assert names("n") == [str(Path("n/link/a.txt"))]


@pytest.mark.parametrize("target", [".", "..", "../n"], ids=["itself", "its parent", "by name"])
def test_link_loop(target):
    """A link that leads back does not hang, and finds nothing twice."""
    write("n/m/a.txt", "n/b.txt")
    Path("n/m/loop").symlink_to(target)

    found = sorted(one.name for one in discover(["n"]) if isinstance(one, Input))

    assert [Path(name).name for name in found] == ["b.txt", "a.txt"]


def test_links_that_multiply():
    """Thirty folders with two links each to the next are walked once, not a billion times."""
    for number in range(30):
        folder = Path(f"n/d{number:02}")
        folder.mkdir(parents=True)
        for name in ("x", "y"):
            (folder / name).symlink_to(f"../d{number + 1:02}")
    write("n/d30/a.txt")

    assert len(list(discover(["n"]))) == 1


def test_link_to_itself():
    """A link to itself is reported, not followed for ever."""
    Path("n").mkdir()
    Path("n/a.txt").symlink_to("a.txt")

    (found,) = discover(["n"])

    assert isinstance(found, Unread)
    assert found.reason.startswith("is a link that leads back to itself")


@pytest.mark.skipif(is_root, reason="root may read everything")
def test_closed_folder():
    """A folder that may not be opened is reported, and its neighbours are read."""
    write("n/closed/a.txt", "n/open/b.txt")
    Path("n/closed").chmod(0)
    try:
        assert list(discover(["n"])) == [
            Unread(
                str(Path("n/closed")),
                "cannot be opened: permission denied; ask its owner for permission to read it",
            ),
            Input(str(Path("n/open/b.txt")), Path("n/open/b.txt")),
        ]
    finally:
        Path("n/closed").chmod(0o700)


def test_folder_that_cannot_be_listed(monkeypatch):
    """Trouble with one folder is told, whatever the trouble is."""
    write("n/a.txt")

    def refuse(_path):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "scandir", refuse)

    (found,) = discover(["n"])

    assert isinstance(found, Unread)
    assert found.path == "n"
    assert "Input/output error" in found.reason


@pytest.mark.parametrize(
    ("options", "name"),
    [
        pytest.param({}, "<stdin>", id="no name told"),
        pytest.param({"stdin_name": "visit.md"}, "visit.md", id="a name told"),
    ],
)
def test_standard_input(options, name):
    """A dash is standard input, once, under the name told."""
    assert list(discover(["-", "-"], **options)) == [Input(name, None), Duplicate(name)]


def test_a_file_called_dash():
    """A file of that name can still be named."""
    write("-")

    assert list(discover(["./-"])) == [Input("-", Path("-"))]


def test_deep_folders():
    """Depth is no limit."""
    deep = Path(*["d"] * 400)
    write(Path("n") / deep / "a.txt")

    assert len(names("n")) == 1


def test_nothing_named():
    """No path, no input."""
    assert list(discover([])) == []
