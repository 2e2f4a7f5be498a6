"""How well and how fast names are found in stories, beside deduce and a look-up of names, in one interleaved run.

    python benchmarks/anonymise.py [--words 60000] [--rounds 3] [--deduce PYTHON]

The texts are the invented stories of tests/unit/stories/examples, repeated up to --words. Every measurement is a fresh process: start is
import and the first text (lists read), speed is counted over the rest, memory is the peak of the process. deduce is looked for in the
Python given (default: this one) and left out with a sentence where it is not installed; its first start builds a look-up and is not counted.
Aims: 5,000 words a second, start within 3 s, at most 400 MB.
"""

import argparse
import json
import re
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
SETS = (
    "tune",
    "held_out",
    "held_out_2",
    "held_out_3",
    "held_out_4",
    "held_out_5",
    "held_out_6",
    "held_out_7",
    "held_out_8",
    "held_out_9",
    "held_out_10",
    "held_out_11",
)
TOOLS = ("ours", "name look-up", "deduce")
Spans = list[tuple[int, int]]


def ours() -> Callable[[str], Spans]:
    """The detector, direct identifiers only."""
    from reporting.model.story import Level
    from reporting.stories import detect

    return lambda text: [(r.start, r.end) for r in detect(text) if r.level is Level.DIRECT]


def look_up() -> Callable[[str], Spans]:
    """Capital words that stand in a list of first names or surnames: what one writes first."""
    from reporting.stories import lists
    from reporting.stories.text import fold

    names = set(lists.first_names()) | lists.family_names()
    word = re.compile(r"[A-ZÀ-Þ][\w-]+")
    return lambda text: [m.span() for m in word.finditer(text) if fold(m[0]) in names]


def deduce() -> Callable[[str], Spans]:
    """deduce as its documentation starts it."""
    from deduce import Deduce  # type: ignore[import-not-found, unused-ignore]

    model = Deduce()
    return lambda text: [(int(a.start_char), int(a.end_char)) for a in model.deidentify(text).annotations]


def measure(tool: str, words: int) -> dict[str, object]:
    """One fresh process's figures, and the spans it found in every story."""
    stories = json.loads(sys.stdin.read())
    began = time.perf_counter()
    find = {"ours": ours, "name look-up": look_up, "deduce": deduce}[tool]()
    find(stories[0])
    start = time.perf_counter() - began
    found = [find(text) for text in stories]
    counted, began, cpu = 0, time.perf_counter(), time.process_time()
    while counted < words:
        for text in stories:
            find(text)
            counted += len(text.split())
    took, cpu = time.perf_counter() - began, time.process_time() - cpu
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"start": start, "speed": counted / took, "cpu_speed": counted / cpu, "memory": memory, "found": found}


def main() -> None:
    """Run every tool in turn and print the table."""
    parser = argparse.ArgumentParser(description="Names in stories: ours, a look-up, deduce.")
    parser.add_argument("--words", type=int, default=60_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--deduce", default=sys.executable, help="the Python that has deduce")
    parser.add_argument("--tool", choices=TOOLS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    if options.tool:
        print(json.dumps(measure(options.tool, options.words)))
        return
    from tests.unit.stories.scoring import examples, score_spans

    stories = [story for name in SETS for story in examples(name)]
    texts = json.dumps([story.text for story in stories])
    tools = [tool for tool in TOOLS if tool != "deduce" or _has_deduce(options.deduce)]
    runs: dict[str, list[dict[str, object]]] = {tool: [] for tool in tools}
    for _ in range(options.rounds):
        for tool in tools:
            python = options.deduce if tool == "deduce" else sys.executable
            command = [python, __file__, "--tool", tool, "--words", str(options.words)]
            runs[tool].append(json.loads(subprocess.run(command, input=texts, stdout=subprocess.PIPE, text=True, check=True).stdout.splitlines()[-1]))
    print(f"{len(stories)} invented stories; medians of {options.rounds} rounds")
    print(f"{'':14}{'direct':>8}{'persons':>9}{'precision':>11}{'left':>7}{'whole':>7}{'words/s':>10}{'per CPU s':>11}{'start s':>9}{'MB':>6}")
    for tool, all_runs in runs.items():
        found = score_spans(stories, all_runs[0]["found"])
        speed, cpu, start, memory = (statistics.median(float(str(run[key])) for run in all_runs) for key in ("speed", "cpu_speed", "start", "memory"))
        print(
            f"{tool:14}{found.recall:7.1f}%{found.person_recall:8.1f}%{found.precision:10.1f}%{found.characters_left:6.1f}%{found.stories_whole:6.0f}%"
            f"{speed:10,.0f}{cpu:11,.0f}{start:9.2f}{memory:6.0f}"
        )


def _has_deduce(python: str) -> bool:
    if subprocess.run([python, "-c", "from deduce import Deduce; Deduce()"], capture_output=True, check=False).returncode == 0:
        return True
    print("deduce is not installed in that Python and is left out; `pip install deduce==3.0.6` in an environment of its own, then --deduce its Python.")
    return False


if __name__ == "__main__":
    main()
