"""Wordings as people write them in a list, made into one expression to look for.

`...` stands for up to four words of any kind, `#` for a number, a star before or behind a word for
whatever it may begin or end in, or alone for any word, `(a|b c)` for one of several, and `[a]` for
what may be left out. Case does not matter, nor how words are spaced or joined by hyphens.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

_OPEN = re.compile(r"\.\.\.|[#*]|[(\[](?=[\w#*])")
_TOKEN = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|[^\s(\[]+")
_NESTED, _ONE_THING = re.compile(r"[(\[][^)\]]*[(\[]"), re.compile(r"\([^()|]*\)")
_BETWEEN = re.compile(r"[#*\s-]+")
_SIGN = re.compile(r"[^\w#]+|\W[xX]\W")
_ROW_ALONE = re.compile(r"[a-z]+(?:['’][a-z]+)?(?![a-z]|\*)")
GAP = "..."
_JOINT, _FEW_WORDS = r"[\s-]+", r"[^\s\w.?!;]{0,2}\s+(?:[^\s.?!;]+\s+){0,4}?\(?"
_LETTER = r"[^\W\d_]"
_NUMBER, _ANY = r"\d+(?:[.,]\d+)*", r"\w*"


@lru_cache(maxsize=256)
def any_of(wordings: tuple[str, ...]) -> re.Pattern[str]:
    """All wordings as one expression, the longest first.

    >>> found = any_of(("used to", "# weeks ago", "independen*")).search
    >>> [bool(found(words)) for words in ("12 weeks ago", "Independently.", "he used two")]
    [True, True, False]
    >>> found = any_of(("how (very|so) [plainly] (good|well off)",)).search
    >>> [bool(found(words)) for words in ("How very good", "how so plainly well off", "how good")]
    [True, True, False]
    >>> found = any_of(("prior [functional] level [of function]", "# ... then")).search
    >>> [bool(found(words)) for words in ("Prior level:", "prior functional level", "4, or then")]
    [True, True, True]
    """
    ordered = _longest_first(wordings)
    apart = "|".join(_wording(words) for words in ordered if _begins_a_word(words))
    others = [_wording(words) for words in ordered if not _begins_a_word(words)]
    # Asked once for all of them, whether a word begins here costs least: it mostly does not.
    return re.compile(
        "|".join((f"(?<!\\w)(?:{apart})", *others) if apart else others), re.IGNORECASE
    )


def one_of(wordings: Iterable[str], *, beside_digits: bool = False, begins: bool = True) -> str:
    """All wordings as a part of a larger expression, for notation to be written around it.

    They end no longer word, and begin none unless the expression before them says so; then
    `begins` is False. `beside_digits` they may stand, as in "6wks".

    >>> found = re.compile(rf"{one_of(('visit', '(tx|session) no.'))} *(?P<n>[0-9]+)").search
    >>> [bool(found(words)) for words in ("tx no. 4", "visit 12", "revisit 3")]
    [True, True, False]
    """
    by_ends: dict[tuple[str, str], list[str]] = {}
    for words in _longest_first(wordings):
        by_ends.setdefault(_ends(words, beside_digits=beside_digits), []).append(_phrase(words))
    parts = [
        f"{before if begins else ''}(?:{'|'.join(phrases)}){behind}"
        for (before, behind), phrases in by_ends.items()
    ]
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"


class Sought:
    """An expression that is only looked for in texts that hold what every match of it holds.

    To look for a few short words takes a fraction of the time of an expression.

    >>> sought = Sought(re.compile("(day|week) ([0-9]+) (post op|s/p)"), ["post op", "s/p"])
    >>> [bool(sought.search(words)) for words in ("day 3 post op", "day 3", "post day 3")]
    [True, False, False]
    """

    def __init__(self, expression: re.Pattern[str], *needed: Iterable[str]) -> None:
        """Of each of the lists of wordings `needed` one is in every match, in small letters."""
        self._expression = expression
        self._needed = [letters for each in needed if (letters := _telling(each))]

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in a text in small letters."""
        return self._expression.search(text) if self._may_stand(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every match in a text in small letters."""
        return self._expression.finditer(text) if self._may_stand(text) else iter(())

    def _may_stand(self, text: str) -> bool:
        for each in self._needed:
            for letters in each:
                if letters in text:
                    break
            else:
                return False
        return True


class AtPlaces:
    """An expression that is only tried where one of the words stands that tell of its matches.

    Told where words stand in a text: those that its matches begin with, or those right behind the
    number that its matches begin with.

    >>> sought = AtPlaces(re.compile("[0-9]+ (weeks?|wks) ago"), ["week", "weeks", "wks"])
    >>> said = "2 wks of pain, 3 weeks ago"
    >>> [found.group() for found in sought.finditer(said, {"wks": [0], "weeks": [15]})]
    ['3 weeks ago']
    """

    def __init__(self, expression: re.Pattern[str], *wordings: Iterable[str]) -> None:
        """`wordings` are all those that can stand there; each begins with a word of its own."""
        self._expression = expression
        every = (words for each in wordings for words in each)
        self._words = frozenset(word for words in every for word in first_words(words))

    def finditer(self, text: str, places: Mapping[str, Sequence[int]]) -> Iterator[re.Match[str]]:
        """Every match in a text in small letters."""
        end = 0
        for at in sorted(at for word in self._words & places.keys() for at in places[word]):
            match = self._expression.match(text, at) if at >= end else None
            if match is not None:
                end = match.end()
                yield match


def first_words(words: str) -> tuple[str, ...]:
    """The rows of letters that a wording can begin with; raises ValueError where one has a star.

    >>> first_words("week of care"), first_words("s/p"), first_words("(has|have) attended")
    (('week',), ('s',), ('has', 'have'))
    """
    options = words[1 : words.index(")")].split("|") if words.startswith("(") else [words]
    found = [_ROW_ALONE.match(option) for option in options]
    if not all(found):
        msg = f"{words!r} begins with no word of its own"
        raise ValueError(msg)
    return tuple(match.group() for match in found if match)


def _telling(wordings: Iterable[str]) -> list[str]:
    """For each wording some letters that it never stands without; none where one has no such.

    >>> _telling(["to date", "post-op", "postop", "s/p", "(week|wk) #", "operat*"])
    ['wk', 's/p', 'date', 'post', 'week', 'operat']
    """
    found: list[str] = []
    every = sorted({letters for words in wordings for letters in _letters_of(words)})
    for letters in sorted(every, key=len):
        if not letters:
            return []
        if not any(known in letters for known in found):
            found.append(letters)
    return found


def _letters_of(words: str) -> list[str]:
    """The longest row of letters that a wording always has; of a choice, one for each option."""
    tokens = _TOKEN.findall(words.lower())
    sure = " ".join(token for token in tokens if token[0] not in "([" and token != GAP)
    longest = max(_BETWEEN.split(sure), key=len)
    choice = next((token for token in tokens if token[0] == "("), "")
    if longest or not choice:
        return [longest]
    return [max(_BETWEEN.split(option), key=len) for option in choice[1:-1].split("|")]


def not_behind(wordings: Iterable[str]) -> str:
    """That none of the wordings, which are plain words, stands before a place."""
    return "".join(f"(?<!{re.escape(words)})" for words in wordings)


def fault(words: str) -> str | None:
    """What is wrong with a wording; None for one that can be read.

    >>> fault("(a|b) [c] ..."), fault("[(a|b)] c"), fault("(a|b"), fault("(a) b")
    (None, 'brackets in brackets', 'a bracket without its other half', 'brackets around one thing')
    """
    if _SIGN.fullmatch(words):
        return None
    if _NESTED.search(words):
        return "brackets in brackets"
    if any(words.count(opens) != words.count(closes) for opens, closes in ("()", "[]")):
        return "a bracket without its other half"
    return "brackets around one thing" if _ONE_THING.search(words) else None


def plain(text: str) -> str:
    """The text as `may_hold` looks at it: in small letters, with one space between words."""
    return " ".join(text.lower().replace("-", " ").split())


def may_hold(wordings: tuple[str, ...], plain_text: str) -> bool:
    """Whether to look for wordings is worth the while: one of them may stand in a plain text.

    >>> [may_hold(("select one", "used ... up"), plain(text)) for text in ("Select-one", "Used")]
    [True, True]
    >>> may_hold(("select one",), plain("one was selected"))
    False
    """
    return any(fragment in plain_text for fragment in _fragments(wordings))


@lru_cache(maxsize=256)
def _fragments(wordings: tuple[str, ...]) -> tuple[str, ...]:
    """The beginning of each wording, up to where it says that anything may follow."""
    return tuple(dict.fromkeys(_OPEN.split(plain(words))[0].rstrip() for words in wordings))


def _longest_first(wordings: Iterable[str]) -> list[str]:
    return sorted(wordings, key=len, reverse=True)


def _wording(words: str) -> str:
    if _SIGN.fullmatch(words):
        return re.escape(words)  # "[ ]" is a box, and a wider one a line to write on
    return _phrase(words) + _ends(words, beside_digits=False)[1]


def _begins_a_word(words: str) -> bool:
    return not _SIGN.fullmatch(words) and (words[0].isalnum() or words[0] in "#*([")


def _ends(words: str, *, beside_digits: bool) -> tuple[str, str]:
    """That a wording begins and ends no longer word, where it begins or ends with one."""
    char = _LETTER if beside_digits else r"\w"
    is_open = words[-1].isalnum() or words[-1] == ")"
    return (
        rf"(?<!{char})" if _begins_a_word(words) else "",
        rf"(?!{char})" if is_open else "",
    )


def _phrase(words: str) -> str:
    """The tokens of a wording one behind the other, each with what may stand in front of it."""
    phrase, joint = "", ""
    for token in _TOKEN.findall(words):
        if token == GAP:
            joint = _FEW_WORDS
        elif token.startswith("["):
            choice = _choice(token)
            phrase += f"(?:{joint}{choice})?" if phrase else f"(?:{choice}{_JOINT})?"
        else:
            phrase += joint + (_choice(token) if token.startswith("(") else _word(token))
            joint = _JOINT
    return phrase


def _choice(token: str) -> str:
    """What stands between brackets, one of several where there are bars."""
    return f"(?:{'|'.join(map(_phrase, _longest_first(token[1:-1].split('|'))))})"


def _word(word: str) -> str:
    if word == "*":
        return r"\w+"
    opens = _ANY if word.startswith("*") else ""
    ends = _ANY if word.endswith("*") else ""
    body = word.strip("*")
    return opens + _NUMBER.join(map(re.escape, body.split("#"))) + ends if body else re.escape(word)
