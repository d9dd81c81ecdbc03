"""One lone mention of the other side in a note that tells of one side everywhere else.

Every mention of a side either speaks of the case or has its reason: it is compared, a device has
it, somebody turns to it, it was treated long ago. Where many speak of one side with no reason and
a single one of the other, that one is left over.
"""

import re
from collections import Counter
from collections.abc import Collection
from typing import NamedTuple

from lint97110.model import Span
from lint97110.nlp.mentions import Mention, Mentions
from lint97110.nlp.other_side import (
    has_year,
    is_explained,
    is_of_the_brain,
    is_old,
    item,
)
from lint97110.nlp.set_beside import other, own_item
from lint97110.nlp.visits_left import words_before

_FEWEST = 2  # mentions that tell a side, those with a reason counted half
_MANY = 3  # of those that have no reason
_TIMES = 1.5  # as often as the other side
_APART = frozenset(("signature", "charges", "subjective", "goals"))
_PARTS = {
    "shoulder": "upper",
    "elbow": "upper",
    "hand": "upper",
    "hip": "lower",
    "knee": "lower",
    "ankle": "lower",
}
_GO_WITH = {"neck": ("neck", "upper"), "back": ("back", "lower")}
_INITIAL = re.compile(r"[.][ ]?[a-z]|[ ][a-z][\w'’-]+,? (?:pt|ot|otr|pta|cota|dpt|md)\b")
_NEXT_WORD = re.compile(r"[ ]*[a-z][a-z-]+")
_WORD_BEFORE = re.compile(r"[a-z][a-z/-]*[ ,:]{1,2}(?:on[ ](?:the[ ])?)?$")
_COLUMN, _GAPS = re.compile(r"[ ]*(?:\n|$|[|]|[ ]{2}|[(]\d)"), ("  ", "\t", "| ")
_HAS = re.compile(r"[ ][a-z]+ (?:has|had|gets|got)\b")  # "L hand has mild arthritis"
_WEAK = re.compile(r"\b[0-4][+-]?/5\b")
_REACH = 24
_SIGN = 32  # characters around a side in which a sign of weakness is its own


class LoneSide(NamedTuple):
    """Where the side of the case is told, which it is, and the one place that tells another."""

    told: Span
    side: str
    stray: Span


class Case(NamedTuple):
    """What the problem tells of a case: its side, its regions, whether one half is weak or gone."""

    side: str | None
    regions: Collection[str]
    sided: Collection[tuple[str, str]]  # those of them that have a side, with it
    is_half: bool
    is_whole: bool


def lone_side(mentions: Mentions, case: Case) -> LoneSide | None:
    """The one place that tells the other side, where there is a single one."""
    if case.is_whole and not (case.regions or case.is_half):
        of_head = next((e for e in mentions.of("sides") if _is_of_the_head(mentions, e)), None)
        if of_head is None:
            return None
        case = case._replace(side=of_head.value)
    brain = next((e for e in mentions.of("sides") if is_of_the_brain(mentions.small, e)), None)
    if brain is not None:  # its other half is the weak one
        case = case._replace(side=case.side or other(brain.value), is_half=True)
        weak = next((e for e in mentions.of("sides") if _is_crossed(mentions, brain, e)), None)
        if weak is not None:
            told, stray = Span(brain.start, brain.end), _words(mentions, weak)
            return LoneSide(told, other(brain.value), stray)
    sides = [each for each in mentions.of("sides") if not _is_nobody(mentions, each)]
    if len({each.value for each in sides}) <= 1:
        return None
    plain = {each for each in sides if _is_plain(mentions, each)}
    side = case.side or _told_by_most(plain, sides)
    own = [each for each in sides if each.value == side]
    if side is None or len(own) < _FEWEST:
        return None
    parts = _parts(mentions, case, own)
    strays = [
        each for each in plain if each.value != side and _is_of_it(mentions, each, case, parts)
    ]
    if len(strays) != 1 or _is_known(mentions, strays[0]):
        return None
    return LoneSide(Span(own[0].start, own[0].end), side, _words(mentions, strays[0]))


def _is_of_the_head(mentions: Mentions, side: Mention) -> bool:
    """Whether an ear, an eye or a canal of one side is treated: "R posterior canal BPPV"."""
    return any(
        (each.group, each.value) == ("limbs", "head")
        and _FEW_WORDS.fullmatch(mentions.small, side.end, each.start)
        for each in mentions.behind(side.end)
    )


def _is_crossed(mentions: Mentions, brain: Mention, side: Mention) -> bool:
    """Whether a side is said to be weak that the half of the brain which was hurt does not move."""
    text = mentions.small
    if side.value != brain.value or _UNCROSSED.search(text, brain.end, brain.end + _SIGN):
        return False
    is_head = mentions.statement(brain.start) == mentions.statement(side.start)
    return is_head and _HALF_WEAK.match(text, side.end) is not None


_FEW_WORDS = re.compile(r"[ ](?:[a-z-]+[ ]){0,2}")
_UNCROSSED = re.compile(r"\b(?:cerebell|medull|pont|brain ?stem|pica|vertebr)")
_HALF_WEAK = re.compile(
    r"[ -](?:sided )?(?:spastic |dense |mild |moderate |residual )?"
    r"(?:hemi(?!sph)|weakness\b|side weak)"
)


def _is_known(mentions: Mentions, stray: Mention) -> bool:
    """Whether an old matter of that side, "L TKA 2021", explains a word of it in the assessment.

    What persists there, or is treated or measured today, belongs to no old matter.
    """
    piece, clause = mentions.piece(stray.start), mentions.clause(stray.start)
    words = _WORDS.findall(piece.of(mentions.small))
    is_told = clause is not None and "assessment" in clause.sections and clause.status != "goal"
    is_lasting = not mentions.lexicon.sets["held.lasting"].isdisjoint(words)
    if not is_told or is_lasting or "done" in mentions.groups(piece):
        return False
    of_it = (each for each in mentions.of("sides") if each.value == stray.value)
    return any(has_year(mentions, each) for each in of_it)


def _told_by_most(plain: Collection[Mention], every: Collection[Mention]) -> str | None:
    """The side that most mentions tell; one that has its reason counts half."""
    counts = Counter[str](each.value for each in every)
    counts.update(each.value for each in plain)
    counts.update(each.value for each in sorted(plain, key=_place)[:1])
    sure = Counter(each.value for each in plain)
    for told, fewest, times in ((counts, 2 * _FEWEST, _TIMES), (sure, _MANY, 2 * _TIMES)):
        [first, *others] = told.most_common() or [("", 0)]
        if first[1] >= fewest and all(first[1] > times * count for _, count in others):
            return first[0]
    return None


def _place(mention: Mention) -> int:
    return mention.start


def _is_nobody(mentions: Mentions, side: Mention) -> bool:
    """Whether a letter is one of a name, "R. Vance, OTR/L", a side of the brain, or none at all."""
    if _is_what_remains(mentions, side):
        return True
    is_letter = side.end - side.start == 1
    is_initial = is_letter and _INITIAL.match(mentions.small, side.end) is not None
    return (is_initial and not _ends_it(mentions, side)) or is_of_the_brain(mentions.small, side)


def _is_what_remains(mentions: Mentions, side: Mention) -> bool:
    """Whether "left" tells how many visits remain: "Used 8/12, 4 left."."""
    text = mentions.small
    if not _REMAINS.match(text, side.start):
        return False
    before = words_before(text, side.start)
    number = _A_NUMBER.search(before)
    if number is None:
        return False
    shares = ((int(all_), int(used)) for used, all_ in _SHARE.findall(before))
    is_rest = any(all_ - used == int(number[1]) for all_, used in shares)
    return is_rest or mentions.lexicon.visits.counted.search(before) is not None


_REMAINS, _A_NUMBER = (
    re.compile(r"left[ ]*(?:[.,;)\n]|$)"),
    re.compile(r"(?<![x×\d/.])[ (](\d+)[ ]$"),
)
_SHARE = re.compile(r"(\d+)[ ]?(?:/|of)[ ]?(\d+)")


def _ends_it(mentions: Mentions, side: Mention) -> bool:
    """Whether a letter is a side that ends a sentence: "5 deg on the R. He", "3x10 L. Rest"."""
    before = _LAST.search(mentions.small, max(0, side.start - _REACH), side.start)
    if before is None:
        return False
    word = before.group().strip()
    told = mentions.lexicon.readings.get(word, ())
    return not word.isalpha() or word in _BEFORE_SIDE or any(group in _NAMED for group, _ in told)


_WORDS = re.compile(r"[a-z]+")
_LAST = re.compile(r"(?:[a-z]+|\w*\d\w*)[ ]$")
_BEFORE_SIDE = frozenset(("on", "the", "of", "to", "vs", "than", "and", "or", "toward", "towards"))
_NAMED = frozenset(("regions", "limbs", "done"))


def _is_plain(mentions: Mentions, side: Mention) -> bool:
    """Whether nothing explains why the note speaks of a side there."""
    clause = mentions.clause(side.start)
    if clause is None or not _APART.isdisjoint(clause.sections):
        return False
    if _HAS.match(mentions.small, side.end):
        return False
    if _COLUMN.match(mentions.small, side.end) and mentions.small[: side.start].endswith(_GAPS):
        return False
    return not (is_explained(mentions, side, side.end) or is_old(mentions, side))


def _parts(mentions: Mentions, case: Case, own: Collection[Mention]) -> frozenset[str]:
    """The parts of the body that the case is about: those beside its side, in the problem first."""
    side = next(each.value for each in own)
    sided = {region for region, its in case.sided if its == side}
    told = {_PARTS.get(each, each) for each in sided or case.regions}
    if not told:
        near = (mentions.within(own_item(mentions.small, each)) for each in own)
        counts = Counter(_part(each) for found in near for each in found if each.group in _BODY)
        told = {part for part, _ in counts.most_common(1)}
    return frozenset(part for each in told for part in _GO_WITH.get(each, (each,)))


_BODY = ("regions", "limbs")


def _part(mention: Mention) -> str:
    return _PARTS.get(mention.value, mention.value)


def _is_of_it(mentions: Mentions, side: Mention, case: Case, parts: frozenset[str]) -> bool:
    """Whether a side is that of a part which the case is about.

    Where one half of the body is weak, or a limb is gone, the other one works for it: there it
    must show what only the weak one does.
    """
    if case.is_half:
        own = own_item(mentions.small, side)
        own = Span(max(own.start, side.start - _SIGN), min(own.end, side.end + _SIGN))
        is_weak = _WEAK.search(mentions.small, own.start, own.end) is not None
        return is_weak or "signs" in mentions.groups(own)
    around = item(mentions.small, mentions.part(side.start), side.start)
    found = [each for each in mentions.within(around) if each.group in _BODY]
    if any(each.group == "regions" for each in found):  # one that is told once alone is another's
        counts = Counter(each.value for each in mentions.of("regions"))
        found = [e for e in found if e.value in case.regions or counts[e.value] > 1]
        return not parts.isdisjoint(_part(each) for each in found)
    return not found or not parts.isdisjoint(_part(each) for each in found)


def _words(mentions: Mentions, side: Mention) -> Span:
    """A side with the word behind it, or the one before where none is that names a thing."""
    text, small = mentions.small, mentions.lexicon.sets["held.nothing"]
    behind = _NEXT_WORD.match(text, side.end)
    if behind and behind.group().strip() not in small:
        return Span(side.start, behind.end())
    before = _WORD_BEFORE.search(text, max(0, side.start - _REACH), side.start)
    return Span(before.start() if before else side.start, side.end)
