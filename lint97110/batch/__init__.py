"""Many notes through the same line: which inputs there are, and what is said of each."""
