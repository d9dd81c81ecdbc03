"""Notes are quoted letter for letter, under the heading that they belong to, and no further."""

import pytest
from samples import NOTES, document

from lint97110.engine import Settings
from lint97110.forms.text import quoted
from lint97110.model import Document, Kind
from lint97110.quoting import HEADINGS, MOST_OF_ONE, date_of, told

NOTE = """\
Daily note   Date: 03/04   Visit 3 of 12
Patient: Marta Quill
S: Cannot carry groceries up the stairs without resting. Slept well.
O: SLR 3x10, raised from 2x10. Verbal cues to lock the knee. Bike 6 min.
A: Pain rose to 4/10 during set 3 and settled to 2/10 after rest.
P: 2x/wk for 4 weeks. Add step-downs next visit.
"""


@pytest.fixture
def tell(linter_of):
    """What notes tell, understood as the command understands them."""
    linter = linter_of(Settings())
    return lambda *texts: told(
        linter.understand(Document(f"note-{n}.txt", text)) for n, text in enumerate(texts, 1)
    )


def words(found, section: str) -> list[str]:
    """The words quoted under a heading."""
    return [excerpt.words for excerpt in found.excerpts.get(section, ())]


def test_places(tell):
    """Each sentence goes where it belongs; nobody's name and no visit count is quoted."""
    found = tell(NOTE)

    assert words(found, "history") == [
        "S: Cannot carry groceries up the stairs without resting.",
    ]
    assert "O: SLR 3x10, raised from 2x10." in words(found, "assessment")
    assert words(found, "plan") == ["P: 2x/wk for 4 weeks.", "Add step-downs next visit."]
    assert not [
        each for section in found.excerpts for each in words(found, section) if "Qu" in each
    ]


def test_date_and_place(tell):
    """A quotation says when and where it was written."""
    (excerpt,) = tell(NOTE).excerpts["history"]

    assert (excerpt.dated, excerpt.place) == ("03/04", "note-1.txt, line 3")


def test_known(tell):
    """What a section tells is known there; a dose is no frequency of care."""
    found = tell(NOTE)
    dose_only = tell("O: SLR 3x10, hold 5 sec.\nP: Add step-downs next visit.\n")

    assert {"frequency", "duration", "plan_update"} <= found.elements["plan"]
    assert dose_only.elements["plan"] == {"plan_update"}
    assert {"exercises", "frequency", "duration"} <= dose_only.elements["assessment"]


def test_home_rate_is_no_frequency_of_care(tell):
    """How often an exercise is done at home does not say how often the patient is seen."""
    found = tell("O: SLR 3x10.\nP: Heel slides at home twice a day.\n")

    assert "frequency" not in found.elements.get("plan", frozenset())


def test_several_notes(tell):
    """Notes are quoted in the order in which they were named, each under its own name."""
    later = NOTE.replace("03/04", "03/06").replace("P: 2x/wk for 4 weeks. Add", "P: Begin")
    places = [each.place for each in tell(NOTE, later).excerpts["plan"]]

    assert places == ["note-1.txt, line 6", "note-1.txt, line 6", "note-2.txt, line 6"]


@pytest.mark.parametrize(
    ("first", "second", "newest"),
    [
        pytest.param("03/04", "03/11", "note-2.txt", id="in order"),
        pytest.param("03/11", "03/04", "note-1.txt", id="not in order"),
        pytest.param("12/30", "01/04", "note-2.txt", id="over the new year"),
        pytest.param("03/04/2026", "02/27/2026", "note-1.txt", id="with years"),
        pytest.param("03/04", "03/04", "note-2.txt", id="on one day"),
    ],
)
def test_the_newest_of_the_same_words(first, second, newest, tell):
    """Words that stand in several notes are quoted once, from the newest of them."""
    other = NOTE.replace("Patient:", "Pt:").replace("P: 2x/wk", "Plan: 2x/wk")
    found = tell(NOTE.replace("03/04", first), other.replace("03/04", second))
    every = [each for excerpts in found.excerpts.values() for each in excerpts]

    assert {each.place.partition(",")[0] for each in every} == {newest}
    assert {each.dated for each in every} == {second if newest == "note-2.txt" else first}
    assert {"frequency", "duration", "plan_update"} <= found.elements["plan"]


def test_words_within_other_words(tell):
    """What a longer quotation says already is not quoted beside it."""
    longer = "O: SLR 3x10.\nP: Add step-downs next visit, from 4 in to 6 in.\n"
    found = tell(longer, "O: SLR 3x10.\nP: Add step-downs next visit.\n")

    assert words(found, "plan") == ["P: Add step-downs next visit, from 4 in to 6 in."]


def test_one_sentence_under_one_heading(tell):
    """A sentence that shows several things stands where its note had it, and nowhere else."""
    found = tell("O: SLR 3x10.\nP: Add step-downs next visit so that she can climb the stairs.\n")
    every = [each.words for excerpts in found.excerpts.values() for each in excerpts]

    assert len(every) == len(set(every))
    assert words(found, "plan") == [
        "P: Add step-downs next visit so that she can climb the stairs.",
    ]


def test_a_note_that_quotes(tell):
    """Quotation marks of the note stay as they are, and ours are told from them."""
    sentence = 'S: Says "the stairs are my Everest", cannot carry groceries up.'
    found = tell(f"{sentence}\nO: SLR 3x10.\n")
    (excerpt,) = found.excerpts["history"]

    assert excerpt.words == sentence
    assert quoted(excerpt).startswith(f"“{sentence}” (")


def test_nothing_to_quote(tell):
    """What a note says weakly, or not at all, is asked for and not quoted."""
    found = tell("O: Ther ex per flow sheet.\nA: Tolerated well.\nP: Continue POC.\n")

    assert not found.excerpts
    assert not found.elements


@pytest.mark.parametrize("path", NOTES, ids=lambda path: path.stem)
def test_letter_for_letter(path, linter_of):
    """Every quotation stands in its note, word for word and on the line that is named."""
    note = linter_of(Settings()).understand(document(path))
    text = note.document.text
    joined = " ".join(text.split())
    found = told([note])

    for excerpts in found.excerpts.values():
        assert len(set(excerpts)) == len(excerpts)
        assert len(excerpts) <= MOST_OF_ONE * (len(HEADINGS) + 2)
        for excerpt in excerpts:
            name, _, line = excerpt.place.rpartition(", line ")
            assert name == note.document.name
            assert excerpt.words in joined
            assert text.splitlines()[int(line) - 1].split()[0] in text
            assert excerpt.words.split()[0] in text.splitlines()[int(line) - 1]


def test_forms_are_not_quoted(linter_of):
    """A form, and what is no therapy note, has nothing to quote."""
    for kind in (Kind.TEMPLATE, Kind.OTHER):
        note = linter_of(Settings(kind=kind)).understand(Document("x", NOTE))
        assert not told([note]).excerpts


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("DOB: 3/14/1951\nS: fine", ""),
        ("Surgery date 02/11/2026", ""),
        ("Date of service: 3/4/2026", "3/4/2026"),
        ("Visit date ........ 09/23", "09/23"),
        ("DOS 2026-03-04", "2026-03-04"),
        ("Patient: X    Date: 05/14", "05/14"),
        ("Daily note 11/02 visit 3", "11/02"),
        ("Treatment date: March 4, 2026", "March 4, 2026"),
        ("Pain 4/10 today", ""),
    ],
)
def test_date(text, date):
    """The date of service is found as it is written; other dates are not."""
    assert date_of(text) == date
