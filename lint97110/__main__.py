"""`python -m lint97110` is the command lint97110."""

from lint97110.cli import main

if __name__ == "__main__":
    main(prog_name="lint97110")
