"""Short names by which a patient is called."""

_STEM = 3  # letters that a short name keeps
_PET_ENDS = ("y", "ie", "i")


def is_short_for(word: str, name: str) -> bool:
    """Whether somebody of that name is called so: Toby for Tobias, Ben for Benjamin.

    >>> told = (("toby", "tobias"), ("ben", "benjamin"), ("tom", "tobias"))
    >>> [is_short_for(*each) for each in told]
    [True, True, False]
    """
    is_pet_name = word.endswith(_PET_ENDS) and word[:_STEM] == name[:_STEM]
    return word != name and (is_pet_name or (len(word) >= _STEM and name.startswith(word)))
