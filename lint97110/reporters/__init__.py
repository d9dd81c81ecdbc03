"""Report -> text for people or machines: one format a file, listed here."""

from collections.abc import Callable, Mapping

from lint97110.model import Report
from lint97110.reporters import concise, json
from lint97110.reporters.options import PLAIN, TextOptions

__all__ = ["PLAIN", "REPORTERS", "Reporter", "TextOptions"]

Reporter = Callable[[Report, TextOptions], str]


def _text(report: Report, options: TextOptions = PLAIN) -> str:
    # rich is paid for by those who read text, not by --help or JSON.
    from lint97110.reporters.text import render  # noqa: PLC0415

    return render(report, options)


REPORTERS: Mapping[str, Reporter] = {
    "text": _text,
    "json": json.render,
    "concise": concise.render,
}
