"""Accept the sample report as it is now: `python -m tests.golden.update`. Read the difference before you commit it."""

import tempfile
from pathlib import Path

from tests.golden.sample_report import GOLDEN, as_text, sample_report, sample_services

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        GOLDEN.write_text(as_text(sample_report(sample_services(Path(folder)))), "utf-8")
    print(f"{GOLDEN.name} is as the program makes it now; see what changed with git diff.")
