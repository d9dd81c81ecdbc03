"""Signs, numbers and letters that lists are counted with, in front of the words of a line."""

import re

_BULLET = re.compile(
    r"[^\w\[\](){}<«☐☑☒_\"“”'‘?/.*]*(?:[*](?![*_]))?\s*"  # whatever sign: "• ", "▸ ", "§ ", "~ "
    r"(?:[*_]{2}(?:Q|Question|Item|Prompt)?[ .\-]?\d{1,2}[.):]?[*_]{2}[.):]?\s+"  # "**Q1.** "
    r"|[\[(]?(?:Q|Question|Item|Prompt|[SOAP])?[ .\-]?\d{1,2}(?:\.\d{1,2})*[a-h]?"
    r"(?:[\])]?[.)]|[\])]|:|\s?[\-–—/])\s+"  # "2) ", "1.1 ", "[3] ", "4 - ", "S-1. "
    r"|(?:Q|Question|Item|Prompt|[SOAP])[\s\-]?\d{1,2}[.:)]?\s+"  # "Q1  ", "Q-1  "
    r"|\?\s+(?=[A-Z][a-z])"  # "? How"
    r"|[*_]{2}(?:Q|Question)[.:]?[*_]{2}[.:]?\s+|Q(?::\s+|\s+(?=[A-Z]))"  # "**Q.** ", "Q  How"
    r"|[*_]{0,2}[SOAP](?:\s*[—–·•»→=>*])+\s+(?=[A-Z])"  # "S• ", "**S —** "
    r"|[A-Z]{0,4}[\-. ]?\d{1,3}(?:\.\d{1,2})*[)\].:/]?[>»→][)\]]?\s+"  # "A-01> ", "12» "
    r"|(?:[A-Za-z]\.)?\d{1,2}(?:\.\d{1,2})*\s{1,3}(?=[A-Z][a-z])"  # "1  How", "a.1  How"
    r"|[\[(]?[a-zA-Z](?:[\])]?[.)]|[\])])\s+|[a-z]:\s+"  # "(a) ", "B. ", "c: "
    r"|[\[(]?(?:[ivx]{1,5}|[IVX]{1,5})(?:[\])]?[.)]|[\])])\s+)?"  # "iv. ", "(II) "
    r"(?:[*_]{2}[A-Z][\w ,/&\-]{1,40}(?:[.:][*_]{2}|[*_]{2}[.:])\s+(?=[A-Z]))?"  # "**Night.** How"
    r"(?:[*_]{1,3}(?=\w))?"  # "**How** did it go"
)


def first_word(line: str) -> int:
    """Where the words of a line begin, behind its indent and its bullet.

    >>> [first_word(line) for line in ("Pain?", "  - Pain?", "2) Pain?", "Q1  **Pain** at rest?")]
    [0, 4, 3, 6]
    """
    bullet = _BULLET.match(line)
    return bullet.end() if bullet else 0
