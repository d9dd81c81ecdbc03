"""Classes that stand together in a statement or a clause, tested as bits of one number."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from lint97110.nlp.compiled import PlainBag

MOST_REMEMBERED = 50_000


@dataclass(frozen=True, slots=True)
class Bag:
    """A kind of fact whose classes stand together; the first that has a trigger places it."""

    kind: str
    within: str
    trigger: frozenset[str]
    first: int
    others: tuple[int, ...]
    barred: int

    def stands(self, mask: int) -> bool:
        """Whether everything wanted, and nothing barred, is in `mask`."""
        return not mask & self.barred and self.may_stand(mask)

    def may_stand(self, mask: int) -> bool:
        """Whether everything wanted is in `mask`."""
        if not mask & self.first:
            return False
        for other in self.others:  # noqa: SIM110, twice as fast as all() over a generator
            if not mask & other:
                return False
        return True


class Bags:
    """The bags of a level."""

    def __init__(self, bags: Iterable[Bag]) -> None:
        self._by_first = [(each.first, each) for each in bags]
        self._firsts = 0
        for each, _ in self._by_first:
            self._firsts |= each
        self._remembered: dict[int, list[Bag]] = {}

    @property
    def remembered(self) -> int:
        """How many answers are remembered from the notes before."""
        return len(self._remembered)

    def possible(self, mask: int) -> list[Bag]:
        """Those that may stand where no more than `mask` is: few of them, mostly none."""
        firsts = mask & self._firsts
        found = self._remembered.get(firsts)
        if found is None:
            if len(self._remembered) >= MOST_REMEMBERED:
                self._remembered.clear()
            found = [each for first, each in self._by_first if firsts & first]
            self._remembered[firsts] = found
        return [each for each in found if each.may_stand(mask)]


def bag(plain: PlainBag, bits: Mapping[str, int], members: Callable[..., str]) -> Bag:
    """A bag as masks over `bits`; `members` tells the symbols of some classes."""
    first, *others = (_union(names, bits) for names in plain["all_of"])
    barred = _union(plain["none_of"], bits)
    trigger = frozenset(members(*plain["all_of"][0]))
    return Bag(plain["makes"], plain["within"], trigger, first, tuple(others), barred)


def _union(names: Iterable[str], bits: Mapping[str, int]) -> int:
    found = 0
    for name in names:
        found |= bits.get(name, 0)
    return found


@dataclass(frozen=True, slots=True)
class _Test:
    within: str
    sections: frozenset[str]
    bag: Bag


class Standings:
    """How a clause stands: the first line of rules/standing.yaml that holds, else its section's."""

    def __init__(
        self,
        plain: Iterable[PlainBag],
        sections: Mapping[str, str],
        bits: Mapping[str, int],
        members: Callable[..., str],
    ) -> None:
        """The lines of standing.yaml in order, and how the clauses of some sections stand."""
        self._tests = [
            _Test(line["within"], frozenset(line["sections"]), bag(line, bits, members))
            for line in plain
        ]
        self._sections = sections
        self._cues = 0
        for test in self._tests:
            self._cues |= test.bag.first | test.bag.barred
            for other in test.bag.others:
                self._cues |= other
        self._remembered: dict[tuple[int, int, int, tuple[str, ...]], str] = {}

    @property
    def remembered(self) -> int:
        """How many answers are remembered from the notes before."""
        return len(self._remembered)

    def of(self, own: int, before: int, whole: int, sections: tuple[str, ...]) -> str:
        """How a clause stands, by what is in it, in it and before it, and in its statement."""
        cues = self._cues
        known = (own & cues, before & cues, whole & cues, sections)
        standing = self._remembered.get(known)
        if standing is None:
            if len(self._remembered) >= MOST_REMEMBERED:
                self._remembered.clear()
            standing = self._remembered[known] = self._find(*known)
        return standing

    def _find(self, own: int, before: int, whole: int, sections: tuple[str, ...]) -> str:
        names = sections or ("none",)
        masks = {"clause": own, "before": before}
        for test in self._tests:
            if test.sections and not test.sections.intersection(names):
                continue
            if test.bag.stands(masks.get(test.within, whole)):
                return test.bag.kind
        return next(
            (self._sections[name] for name in names if self._sections.get(name)), "performed"
        )
