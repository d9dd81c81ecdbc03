"""Understanding: text to facts. The only home of spaCy."""
