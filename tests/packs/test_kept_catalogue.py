"""The catalogue is kept between runs, believed only while no rule has changed."""

import shutil
from pathlib import Path

import pytest

from lint97110 import cache
from lint97110.catalogued import load_catalogue
from lint97110.errors import PackError
from lint97110.packs import builtin
from lint97110.packs import load_catalogue as read_catalogue


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A cache folder of its own for the test."""
    folder = tmp_path / "cache"
    monkeypatch.setenv(cache.FOLDER, str(folder))
    return folder


@pytest.fixture
def rules(tmp_path):
    """The built-in rules in a folder that may be written to."""
    return Path(shutil.copytree(builtin(), tmp_path / "rules"))


def test_kept_catalogue_is_the_one_that_is_read(folder, rules, monkeypatch):
    """What comes out of the cache is what the files say, and no file is read for it."""
    whole = load_catalogue(rules)
    assert whole == read_catalogue(rules)
    assert len(list(folder.iterdir())) == 1
    monkeypatch.setattr("lint97110.packs.load_catalogue", pytest.fail)
    assert load_catalogue(rules) == whole


@pytest.mark.usefixtures("folder")
def test_changed_rule_is_read_at_once(rules):
    """A rule that asks otherwise does so in the next run."""
    load_catalogue(rules)
    (path,) = rules.rglob("PR001-*.yaml")
    path.write_text(path.read_text("utf-8").replace("ask: What", "ask: How, and what"), "utf-8")
    rule = load_catalogue(rules).rule("PR001")
    assert rule is not None
    assert rule.ask.startswith("How, and what")


@pytest.mark.usefixtures("folder")
def test_broken_rules_are_refused_in_spite_of_a_cache(rules):
    """What was kept of good rules does not hide that they are broken now."""
    load_catalogue(rules)
    (path,) = rules.rglob("PR001-*.yaml")
    path.write_text("code: [", "utf-8")
    with pytest.raises(PackError):
        load_catalogue(rules)


@pytest.mark.parametrize("damage", ["", "[1, 2]\n", '{"rules": 1}\n', '{"rules": [{}]}\n'])
def test_damaged_file_is_not_believed(folder, rules, damage):
    """A cache file that somebody has damaged is made anew."""
    whole = load_catalogue(rules)
    (file,) = folder.iterdir()
    words = file.read_text("utf-8")
    file.write_text(words.splitlines()[0] + "\n" + damage, "utf-8")
    assert load_catalogue(rules) == whole
    assert file.read_text("utf-8") == words
