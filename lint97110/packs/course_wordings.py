"""What rules/wordings tell of the course of care: its days, its visits, the time since surgery."""

from dataclasses import dataclass

from lint97110.packs.yaml_tree import Scalar

Words = tuple[Scalar, ...]


@dataclass(frozen=True, slots=True)
class DayWordings:
    """The keys of rules/wordings/days.yaml."""

    months: Words
    of_service: Words
    service_in_letters: Words
    now: Words
    seen: Words
    treated: Words
    who: Words
    dated: Words
    another_visit: Words
    another_day: Words
    sent: Words
    whose: Words
    visit_behind: Words
    no_visit_behind: Words
    before_its_visit: Words
    range_of_days: Words
    behind_another: Words
    past: Words
    ahead: Words
    neighbour: Words
    next: Words
    has_been: Words
    looks_back: Words
    to_come: Words
    checked: Words
    looks_ahead: Words
    right_before: Words
    highest_scores: Words
    before_surgery: Words
    signed: Words
    who_signed: Words
    by_others: Words
    after_a_name: Words
    born: Words
    operated: Words
    its_date: Words
    something_else: Words
    written: Words


@dataclass(frozen=True, slots=True)
class VisitWordings:
    """The keys of rules/wordings/visits.yaml."""

    counted: Words
    numbered: Words
    day: Words
    dated: Words
    bare: Words
    number: Words
    number_after: Words
    of: Words
    no_count: Words
    nth: Words
    of_a_block: Words
    of_several: Words
    several: Words
    days: Words
    more: Words
    stays: Words
    left: Words
    leaves: Words
    remaining: Words
    remaining_before: Words
    sides: Words
    counted_by: Words
    count_of: Words
    on: Words
    of_another_count: Words
    authorised: tuple[Scalar, ...]
    not_today: Words
    of_then: Words
    told: Words
    minutes: Words
    today: Words
    whose: Words
    done: Words
    over: Words
    attended: Words
    of_a_part: Words
    of_all: Words
    ordinal_for: Words
    ordinal_ends: Words
    made: Words
    at: Words
    was: Words
    next: Words
    ahead: Words
    at_another_time: Words
    days_of_the_week: Words


@dataclass(frozen=True, slots=True)
class SurgeryWordings:
    """The keys of rules/wordings/surgery.yaml."""

    unit_alone: Words
    post_op: Words
    roughly: Words
    unit: Words
    numbered_unit: Words
    counted: Words
    weeks: Words
    months: Words
    after_surgery: Words
    post: Words
    after: Words
    count_of: Words
    passed: Words
    into: Words
    mark: Words
    out: Words
    out_of: Words
    ago: Words
    from_: Words
    and_: Words
    then: Words
    at: Words
    opens: Words
    said_in: Words
    labels: Words
    this_day: Words
    stands_now: Words
    in_the: Words
    as_expected: Words
    as_of: Words
    no_weeks_since: Words
    ahead: Words
    of_another_time: Words
    present: Words
    stands: Words
    not_today: Words
