"""Compiled rules are kept between runs, believed only while no rule has changed, and do no harm."""

import json
import os
import shutil
import time
from pathlib import Path

import pytest

from lint97110 import cache
from lint97110.compiled import load_grammar
from lint97110.errors import PackError
from lint97110.nlp.compiler import compile_grammar
from lint97110.nlp.grammar import Grammar
from lint97110.nlp.reading import read
from lint97110.packs import builtin
from lint97110.packs.language_files import load_language
from lint97110.packs.language_plain import as_plain, from_plain

NOTE = (
    "Interventions:\nHeel slides 3x10, 5 sec hold, increased from 2x10.\nZarquil 2x12, 97110 x 2.\n"
)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A cache folder of its own for the test."""
    folder = tmp_path / "cache"
    monkeypatch.setenv(cache.FOLDER, str(folder))
    return folder


@pytest.fixture(scope="module")
def copied_rules(tmp_path_factory):
    """The built-in rules in a folder that may be written to."""
    return Path(shutil.copytree(builtin(), tmp_path_factory.mktemp("pack") / "rules"))


@pytest.fixture
def rules(copied_rules, tmp_path):
    """Rules whose files no other test has touched."""
    return Path(shutil.copytree(copied_rules, tmp_path / "rules"))


@pytest.fixture(scope="module")
def language():
    """The built-in language, read once: reading and compiling it takes seconds."""
    return load_language(builtin())


@pytest.fixture(scope="module")
def plain(language):
    """What a run keeps of the built-in rules."""
    return {"language": as_plain(language), "grammar": compile_grammar(language)}


@pytest.fixture
def compiles_at_once(language, plain, monkeypatch):
    """Where a test is not about compiling, it need not wait for it."""
    monkeypatch.setattr("lint97110.packs.language_files.load_language", lambda _: language)
    monkeypatch.setattr("lint97110.nlp.compiler.compile_grammar", lambda _: plain["grammar"])


@pytest.fixture
def kept(folder, rules, plain):
    """The cache file as a run before has left it."""
    cache.keep(rules, cache.stamp(rules), plain)
    (file,) = folder.iterdir()
    return file


def said(grammar: Grammar) -> list[tuple[object, ...]]:
    """Everything that a grammar reads in the note."""
    facts = read(NOTE, grammar).facts
    return [(f.kind, f.span.start, f.span.end, f.clause.status, dict(f.slots)) for f in facts]


def test_an_interrupted_run_leaves_no_draft(folder, monkeypatch):
    """Ctrl-C in the middle of writing."""

    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        cache.keep(builtin(), "now", {"a": 1})

    assert list(folder.iterdir()) == []


def test_drafts_of_runs_that_died_go(folder):
    """A process that was killed could not tidy up; one that is writing now is left alone."""
    folder.mkdir()
    for name, seconds in (("old", cache.DRAFT_SECONDS + 60), ("new", 1)):
        draft = folder / f"{cache.DRAFT}{name}"
        draft.write_text("{")
        os.utime(draft, (time.time() - seconds, time.time() - seconds))
    cache.keep(builtin(), "now", {"a": 1})

    assert [path.name for path in folder.glob(f"{cache.DRAFT}*")] == [f"{cache.DRAFT}new"]


def test_language_survives_plain_data(language):
    """A language made plain, written as JSON and read again is the same language."""
    assert from_plain(json.loads(json.dumps(as_plain(language)))) == language


def test_kept_grammar_reads_the_same(folder, rules):
    """The grammar out of the cache finds the facts that the compiled one finds."""
    compiled = said(load_grammar(rules))
    assert [path.suffix for path in folder.iterdir()] == [".json"]
    assert said(load_grammar(rules)) == compiled
    assert any(kind == "dose" for kind, *_ in compiled)


@pytest.mark.usefixtures("kept")
def test_kept_grammar_is_used(rules, monkeypatch):
    """While nothing has changed, no rule file is read again."""
    monkeypatch.setattr("lint97110.packs.language_files.load_language", pytest.fail)
    load_grammar(rules)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda path: path.write_text(path.read_text("utf-8") + "#\n"), id="longer"),
        pytest.param(lambda path: os.utime(path, ns=(1, 1)), id="touched"),
        pytest.param(lambda path: path.rename(path.with_name("other.yaml")), id="renamed"),
    ],
)
def test_any_change_of_the_rules_gives_another_stamp(rules, change):
    """A rule file that is longer, newer or named otherwise makes the cache void."""
    before = cache.stamp(rules)
    assert cache.stamp(rules) == before
    change(rules / "services.yaml")
    assert cache.stamp(rules) != before


@pytest.mark.usefixtures("kept")
def test_new_wording_is_read_at_once(rules):
    """A word that is added to the lexicon is known in the next run, cache or no cache."""
    mine = "class: exercise\nterms:\n  zarquil: []\n"
    (rules / "lexicon" / "mine.yaml").write_text(mine, "utf-8")
    grammar = load_grammar(rules)
    char = grammar.vocabulary.symbol("zarquil")
    assert char in grammar.vocabulary.alphabet.members("exercise")


@pytest.mark.usefixtures("kept")
def test_broken_rules_are_refused_in_spite_of_a_cache(rules):
    """What was kept of good rules does not hide that they are broken now."""
    (rules / "services.yaml").write_text("names: [", "utf-8")
    with pytest.raises(PackError):
        load_grammar(rules)


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda _: "", id="empty"),
        pytest.param(lambda words: words[: len(words) // 2], id="cut off"),
        pytest.param(lambda words: words.splitlines()[0] + "\n[1, 2]\n", id="another shape"),
        pytest.param(lambda words: words.splitlines()[0] + '\n{"language": 1}\n', id="no grammar"),
        pytest.param(lambda _: "\udcff", id="not text"),
    ],
)
@pytest.mark.usefixtures("compiles_at_once")
def test_damaged_file_is_not_believed(kept, rules, damage):
    """A cache file that somebody has damaged is made anew."""
    whole = said(load_grammar(rules))
    words = kept.read_text("utf-8")
    kept.write_bytes(damage(words).encode("utf-8", "surrogateescape"))
    assert said(load_grammar(rules)) == whole
    assert kept.read_text("utf-8") == words


def test_folder_that_cannot_be_made_is_no_error(tmp_path, rules, monkeypatch):
    """Where nothing can be kept, everything is compiled anew, without a word."""
    (tmp_path / "file").write_text("")
    monkeypatch.setenv(cache.FOLDER, str(tmp_path / "file" / "cache"))
    assert said(load_grammar(rules))


def test_only_a_few_rules_folders_are_kept(folder, tmp_path):
    """Rules of short life, as in tests, do not fill the disk."""
    for number in range(cache.MOST_FILES + 3):
        cache.keep(tmp_path / str(number), "stamp", {"number": number})
    assert len(list(folder.iterdir())) == cache.MOST_FILES
    last = tmp_path / str(cache.MOST_FILES + 2)
    assert cache.kept(last, "stamp") == {"number": cache.MOST_FILES + 2}


def test_nothing_of_a_note_is_kept(kept, folder, rules):
    """Reading a note writes nothing."""
    before = kept.read_bytes()
    read(NOTE, load_grammar(rules))
    assert list(folder.iterdir()) == [kept]
    assert kept.read_bytes() == before
    assert b"arquil" not in before
