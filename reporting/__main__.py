"""`python -m reporting …`: see reporting.cli."""

import sys

from reporting.cli import main

if __name__ == "__main__":
    sys.exit(main())
