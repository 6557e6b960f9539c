"""CPU time of starting the command, as ratios to a Python that imports what any command does.

    python benchmarks/startup.py [--rounds 15]

User and system time of the child processes, the best of the rounds, all in turn within each round.
"""

import argparse
import resource
import subprocess
import sys
from typing import Final

CNCLEAN: Final = [sys.executable, "-m", "cnclean"]
COMMANDS: Final = {
    "import argparse, re, json": [sys.executable, "-c", "import argparse, re, json"],
    "cnclean --version": [*CNCLEAN, "--version"],
    "echo 你好 | cnclean": CNCLEAN,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    best = dict.fromkeys(COMMANDS, float("inf"))
    for _ in range(rounds):
        for name, command in COMMANDS.items():
            best[name] = min(best[name], _spent(command))
    plain = next(iter(best.values()))
    for name, seconds in best.items():
        print(f"{name:28} {seconds * 1000:6.0f} ms  {seconds / plain:5.2f} x")


def _spent(command: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)  # os.times() counts in hundredths of a second
    subprocess.run(command, input="你好\n".encode(), stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
