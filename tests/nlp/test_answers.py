"""Bare answers: a yes or a no that is all there is."""

import pytest

from lint97110.nlp.answers import bare_answers


@pytest.mark.parametrize(
    ("line", "answers"),
    [
        pytest.param("No pain reported today.", [], id="a sentence"),
        pytest.param("HEP: yes, 10 bridges daily", [], id="words follow"),
        pytest.param("Falls: no falls since eval", [], id="an answer in full"),
        pytest.param("Tolerated well: Y / N", [], id="nothing chosen"),
        pytest.param("Pain [ ] Yes [ ] No", [], id="nothing ticked"),
        pytest.param("Falls [x] Yes [ ] No  on stairs, 11/02", [], id="ticked and explained"),
        pytest.param("N", [], id="no label"),
        pytest.param("Skilled care needed: yes", ["Skilled care needed: yes"], id="colon"),
        pytest.param("HEP compliant? Yes.", ["HEP compliant? Yes."[:-1]], id="question mark"),
        pytest.param("  - Goals met: N", ["Goals met: N"], id="bullet stays outside"),
        pytest.param("Progressing....Yes", ["Progressing....Yes"], id="leaders"),
        pytest.param("Progressing - Yes", ["Progressing - Yes"], id="dash"),
        pytest.param("Progressing    YES", ["Progressing    YES"], id="column"),
        pytest.param("| Skilled: Y |", ["Skilled: Y"], id="bar"),
        pytest.param("Improved (Y/N): Y", ["Improved (Y/N): Y"], id="chosen from a pair"),
        pytest.param("[x] Yes [ ] No", ["[x] Yes [ ] No"], id="ticked"),
        pytest.param("HEP done?  Yes ☑ No ☐", ["HEP done?  Yes ☑ No ☐"], id="ticked with label"),
        pytest.param(
            "Pain: no   Swelling: yes", ["Pain: no", "Swelling: yes"], id="two fields of a line"
        ),
        pytest.param("Seen today. HEP done: yes", ["HEP done: yes"], id="behind a sentence"),
    ],
)
def test_bare_answers(line, answers):
    """Only a yes or a no with nothing behind it is bare, and its label comes with it."""
    text = f"S: fine\n{line}"
    found = [span.of(text) for span in bare_answers(line, len("S: fine\n"))]

    assert answers == found
