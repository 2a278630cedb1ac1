"""How well untidy rolls are read: columns right, asked, silently wrong; rows likewise.

    python -m bench.untidy_rolls [mixtures]

Prints the table of docs/benchmarks.md. The tests hold the last column at nought.
"""

import importlib
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from bongca.rolls.tests import untidy
from bongca.rolls.tests.mixed import Mixer
from bongca.rolls.tests.paper import Untidy
from bongca.rolls.tests.test_untidy_rolls import examine

HEAD = (
    "rolls",
    "files",
    "people",
    "columns right",
    "asked",
    "silently wrong",
    "cells asked",
    "wrong",
)


def sum_up(rolls: Iterable[Untidy], folder: Path) -> Counter[str]:
    total: Counter[str] = Counter()
    for roll in rolls:
        total += examine(roll, folder)
        total["files"] += 1
    return total


def line(name: str, total: Counter[str]) -> str:
    keys = ("files", "people", "right", "asked", "wrong", "row_asked", "row_wrong")
    return f"| {name} | " + " | ".join(f"{total[key]:,}" for key in keys) + " |"


def main(mixtures: int) -> None:
    for part in ("heads", "cells", "bodies"):
        importlib.import_module(f"bongca.rolls.tests.untidy_{part}")
    print("| " + " | ".join(HEAD) + " |\n|---" + "|---:" * (len(HEAD) - 1) + "|")
    with tempfile.TemporaryDirectory() as folder:
        started = time.process_time()
        print(line("made by hand", sum_up((make() for make in untidy.MAKERS), Path(folder))))
        print(
            line(
                "mixed at random", sum_up((Mixer(s).make() for s in range(mixtures)), Path(folder))
            )
        )
        print(f"\n{time.process_time() - started:.0f} s of CPU in the parent.")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
