"""What a note bills, the minutes behind it, and whether the two fit: numbers out of a note."""
