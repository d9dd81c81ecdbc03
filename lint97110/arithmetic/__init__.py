"""Minutes and units, and nothing else: whole numbers in, whole numbers and their sums out."""
