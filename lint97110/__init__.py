"""A documentation-completeness linter for therapy notes billed under CPT 97110."""

__version__ = "0.1.0"
