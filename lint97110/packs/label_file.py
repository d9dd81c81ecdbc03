"""rules/labels.yaml: what clinicians call the facts of elements, and how a clause stands."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from lint97110.packs.fields import read_fields
from lint97110.packs.known import Known
from lint97110.packs.near import unknown
from lint97110.packs.yaml_tree import Scalar, read_tree

NAME = "labels.yaml"


@dataclass(frozen=True, slots=True)
class LabelFile:
    """The keys of the file."""

    facts: Mapping[Scalar, Scalar]
    standing: Mapping[Scalar, Scalar]


def read_labels(root: Path, known: Known) -> dict[str, str]:
    """The labels of the pack in `root` by what they name; none where it has no such file.

    Raises PackError for a file that cannot be used.
    """
    path = root / NAME
    if not path.exists():
        return {}
    file = read_fields(LabelFile, read_tree(path), path)
    return {
        **_labels("fact", file.facts, known.facts, path),
        **_labels("status", file.standing, known.statuses, path),
    }


def _labels(
    what: str, labels: Mapping[Scalar, Scalar], known: Collection[str], path: Path
) -> dict[str, str]:
    for name in labels:
        if name.text not in known:
            raise unknown(path, what, name, known)
    return {name.text: label.text for name, label in labels.items()}
