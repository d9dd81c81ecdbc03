"""The same twenty questions in every layout of a form: each is counted where it stands."""

import textwrap

import pytest

from lint97110.engine import Settings
from lint97110.model import Document, Kind

QUESTIONS = {
    "Subjective": [
        "What changed at home since the last visit, and what brought the change about?",
        "How was the home program carried out, and on how many days?",
        "Which task is still avoided, and why?",
        "What brings the pain on?",
        "How did the night go?",
    ],
    "Objective": [
        "Which exercises were done, and with what dose?",
        "How was each one changed, and for what reason?",
        "What help was needed, and where?",
        "Which measures were taken, and how do they compare?",
        "How many minutes were given to each service?",
    ],
    "Assessment": [
        "How do the measures compare with the first visit?",
        "Which goals are near, and by what measure?",
        "What limits the patient most?",
        "What did the therapist decide during the session?",
        "What explains the response?",
    ],
    "Plan": [
        "What will be done next?",
        "How often are visits planned, and until when?",
        "What is done at home?",
        "Which measure is taken next?",
        "Who is told, and what?",
    ],
}
HEAD = "BALANCE THERAPY FORM\n\nPatient: [patient]   Date: [date]\n\n"
END = "\n\nTherapist: [therapist]\n"
LAYOUTS = [
    pytest.param(
        "\n\n".join(f"{k.upper()}: " + " ".join(v) for k, v in QUESTIONS.items()),
        id="behind the heading",
    ),
    pytest.param(
        "\n\n".join(f"{k}\n" + " ".join(v) for k, v in QUESTIONS.items()), id="in one line"
    ),
    pytest.param(
        "\n\n".join(
            k.upper()
            + "\n"
            + "\n".join(
                textwrap.fill(f"{i}. {q}", 38, subsequent_indent="   ") for i, q in enumerate(v, 1)
            )
            for k, v in QUESTIONS.items()
        ),
        id="wrapped items",
    ),
    pytest.param(
        "\n\n".join(
            k.upper() + "\n" + textwrap.fill(" ".join(v), 70) for k, v in QUESTIONS.items()
        ),
        id="wrapped prose",
    ),
    pytest.param(
        "\n".join(
            f"| **{k}** | {q} | |" if i == 0 else f"| | {q} | |"
            for k, v in QUESTIONS.items()
            for i, q in enumerate(v)
        ),
        id="a table with the section in its first row",
    ),
    pytest.param(
        "| Section | Question | Answer |\n|---|---|---|\n"
        + "\n".join(f"| {k} | {q} | |" for k, v in QUESTIONS.items() for q in v),
        id="a table with the section in each row",
    ),
    pytest.param(
        "| Section | Prompts |\n|---|---|\n"
        + "\n".join(f"| {k} | {'<br>'.join(v)} |" for k, v in QUESTIONS.items()),
        id="a table with breaks",
    ),
    pytest.param(
        "\n".join(
            f"<h2>{k}</h2>\n<ul>\n" + "\n".join(f"  <li>{q}</li>" for q in v) + "\n</ul>"
            for k, v in QUESTIONS.items()
        ),
        id="a web page",
    ),
    pytest.param(
        "\n".join(f"{k[0]}:\n" + "\n".join(f"- {q} ____" for q in v) for k, v in QUESTIONS.items()),
        id="letters",
    ),
    pytest.param(
        "\n".join(
            f"{k[0]} ({k.lower()})\n" + "\n".join(f"  > {q}" for q in v)
            for k, v in QUESTIONS.items()
        ),
        id="letters with words",
    ),
    pytest.param(
        "\n".join(
            "+"
            + "-" * 60
            + "+\n| "
            + k.upper().ljust(58)
            + " |\n+"
            + "-" * 60
            + "+\n"
            + "\n".join(f"| {q.ljust(58)} |" for q in v)
            for k, v in QUESTIONS.items()
        ),
        id="framed",
    ),
    pytest.param(
        "\n".join(
            f"{k}\n{'~' * len(k)}\n"
            + "\n".join(
                f"({chr(97 + i)}) {q}\n    ..............................." for i, q in enumerate(v)
            )
            for k, v in QUESTIONS.items()
        ),
        id="underlined",
    ),
    pytest.param(
        "\n".join(
            f"{n}.0 {k}\n" + "\n".join(f"{n}.{i} {q}" for i, q in enumerate(v, 1))
            for n, (k, v) in enumerate(QUESTIONS.items(), 1)
        ),
        id="numbered through",
    ),
    pytest.param(
        "\n".join(
            f"## {k}\n" + "\n".join(f"**Q{i}.** {q}\n\n**A{i}.**\n" for i, q in enumerate(v, 1))
            for k, v in QUESTIONS.items()
        ),
        id="Q and A",
    ),
    pytest.param(
        "\n".join(
            f"{k.upper()}\n"
            + "\n".join(
                f"  {w}: {q}"
                for w, q in zip(("Change", "Program", "Task", "Pain", "Rest"), v, strict=True)
            )
            for k, v in QUESTIONS.items()
        ),
        id="labels",
    ),
    pytest.param(
        "\n".join(
            f"{k.upper()}\n"
            + "\n".join(
                f"  {w} - {q}"
                for w, q in zip(("Change", "Program", "Task", "Main point", "Rest"), v, strict=True)
            )
            for k, v in QUESTIONS.items()
        ),
        id="labels with a dash",
    ),
    pytest.param(
        "\n".join(
            f"{k} - what to write here:\n" + "\n".join(f"· {q}" for q in v)
            for k, v in QUESTIONS.items()
        ),
        id="headings with a hint",
    ),
    pytest.param(
        "\n".join(
            f"{r}. {k}\n" + "\n".join(f"   {chr(97 + i)}. {q}" for i, q in enumerate(v))
            for r, (k, v) in zip(("I", "II", "III", "IV"), QUESTIONS.items(), strict=True)
        ),
        id="roman numbers",
    ),
    pytest.param(
        "\n".join(f"🟢 {k}\n" + "\n".join(f"➤ {q}" for q in v) for k, v in QUESTIONS.items()),
        id="signs",
    ),
    pytest.param(
        "\n".join(
            f"##### {k} #####\n" + "\n".join(f"[{i}] {q}\n>" for i, q in enumerate(v, 1))
            for k, v in QUESTIONS.items()
        ),
        id="hashes on both sides",
    ),
    pytest.param(
        "\n".join(
            f"Section {n}: {k} (five questions)\n"
            + "\n".join(f"Question {i}: {q}" for i, q in enumerate(v, 1))
            for n, (k, v) in enumerate(QUESTIONS.items(), 1)
        ),
        id="counted sections",
    ),
    pytest.param(
        "\n".join(
            f"<{k.upper()}>\n" + "\n".join(f"{q} [answer]" for q in v) for k, v in QUESTIONS.items()
        ),
        id="angle brackets",
    ),
    pytest.param(
        "\n".join(f"{k.upper()}\n" + "\n".join(f"[{q}]" for q in v) for k, v in QUESTIONS.items()),
        id="questions in brackets",
    ),
    pytest.param(
        "\n".join(f"{k}:\n" + "\n".join("{{" + q + "}}" for q in v) for k, v in QUESTIONS.items()),
        id="questions in braces",
    ),
    pytest.param(
        "\n".join(
            f"{k.upper()}\n" + "\n".join(f"- {q.rstrip('?')}" for q in v)
            for k, v in QUESTIONS.items()
        ),
        id="without question marks",
    ),
    pytest.param(
        "\n".join(
            f"{k.upper()}\n" + "\n".join(f"- {q.rstrip('?')}:" for q in v)
            for k, v in QUESTIONS.items()
        ),
        id="colons for question marks",
    ),
    pytest.param(
        "\n".join(
            f"{k.upper()}\n" + "\n".join(f"{i}. {q.upper()}" for i, q in enumerate(v, 1))
            for k, v in QUESTIONS.items()
        ),
        id="capitals",
    ),
    pytest.param(
        "\n".join(
            f"{k.upper()} = what to tell\n"
            + "\n".join(f"{k[0]}{i} {q}" for i, q in enumerate(v, 1))
            for k, v in QUESTIONS.items()
        ),
        id="equal signs",
    ),
]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layout(linter, linter_of, layout):
    """A form of five open questions a section is a form, and nothing is wrong with it."""
    form = Document("form", HEAD + layout + END)

    assert linter.lint(form).kind is Kind.TEMPLATE
    assert not linter_of(Settings(kind=Kind.TEMPLATE)).lint(form).findings
