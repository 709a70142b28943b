"""``python -m flows`` is ``lineofsight``."""

from flows.command_line import main

if __name__ == "__main__":
    main()
