"""The keys of rules/wordings/regions.yaml: what belongs to one part of the body."""

from dataclasses import dataclass

from lint97110.packs.course_wordings import Words


@dataclass(frozen=True, slots=True)
class RegionWordings:
    """Of each part its tests and findings, and what is done with it or measured of it."""

    jaw: Words
    jaw_done: Words
    neck: Words
    neck_done: Words
    shoulder: Words
    shoulder_done: Words
    elbow: Words
    elbow_done: Words
    hand: Words
    hand_done: Words
    back: Words
    back_done: Words
    hip: Words
    hip_done: Words
    knee: Words
    knee_done: Words
    ankle: Words
    ankle_done: Words
    ear: Words
    ear_done: Words
    pelvic: Words
    pelvic_done: Words
    neck_exercise: Words
    shoulder_exercise: Words
    hand_exercise: Words
    back_exercise: Words
    hip_exercise: Words
    knee_exercise: Words
    ankle_exercise: Words
    motions: Words
    names: Words
    as_test: Words
    titles: Words
    gets_about: Words
    cared_for: Words
    unsure: Words
    any_limb: Words
    explained: Words
    worked_with: Words
