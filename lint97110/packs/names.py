"""The words that a pack may use, because something in the program stands behind them."""

CHECK_NAMES = (
    "clock",
    "conflict",
    "count",
    "element",
    "fact-count",
    "fact-present",
    "furnished",
    "missing",
    "mixed-values",
    "modifier",
    "order",
    "section-missing",
    "sum",
    "unlike",
    "words",
)
"""The kinds of check; the program may pass its own list."""

FACT_KINDS = (
    "aged",
    "another_note",
    "answer",
    "born",
    "clock_half",
    "day_of_service",
    "day_signed",
    "dosed_thing",
    "machine_time",
    "exercise_dose",
    "exercise_time",
    "gendered",
    "feet_or_minutes",
    "goal_blank",
    "goal_with_target",
    "plan_written",
    "goal_listed",
    "goal_with_measure",
    "goal_with_status",
    "identifier",
    "instruction_left",
    "minutes_or_units",
    "minutes_repeated",
    "minutes_restated",
    "named",
    "option_kept",
    "placeholder",
    "question",
    "region",
    "session_time",
    "sided",
    "signed",
    "signed_partly",
    "since_surgery",
    "topic",
    "unfilled_form",
    "units_restated",
    "units_stated",
    "visit_counted",
    "visits_allowed",
)
"""Kinds of fact that the program makes by itself; patterns (rules/facts) name all the others."""

CLAUSE_STATUSES = (
    "performed",
    "planned",
    "ordered",
    "found",
    "home",
    "historical",
    "negated",
    "conditional",
    "reported",
    "by_other",
    "template",
)
"""How a clause may stand; a pack's rules/standing.yaml may add others."""

SECTION_NAMES = (
    "subjective",
    "objective",
    "interventions",
    "assessment",
    "diagnosis",
    "plan",
    "goals",
    "home_program",
    "charges",
    "history",
    "measures",
    "education",
    "precautions",
    "signature",
    "header",
    "medications",
    "response",
    "none",
)
"""Names of sections; `none` stands for text outside any heading."""

MARKS = ("verified", "verified-2", "knowledge", "house")
"""How well a source is known: its own text read; read at second hand; from memory; ours."""
