"""`python -m tests.cases.checker dev`: what the checker misses in the half that may be looked at, and the scores.

`held` prints scores alone, unless `--misses` is given as well.
"""

import sys

from tests.cases.checker.marks import HALVES, read_half
from tests.cases.checker.running import score
from tests.cases.checker.scoring import Tally


def told(name: str, tally: Tally) -> str:
    return (
        f"{name}: figures {tally.right}/{tally.figures} = {tally.recall:.3f}, precision {tally.precision:.3f},"
        f" kind {tally.kinds_right}/{tally.right}; alarms {tally.alarms}/{tally.non_figures} ="
        f" {tally.alarm_share:.3f}; errors {tally.seeded_found}/{tally.seeded}, expected"
        f" {tally.expected_right}/{tally.expected_asked}; false objections {tally.objections} ="
        f" {100 * tally.objection_share:.2f} per 100"
    )


def main(arguments: list[str]) -> None:
    for half in [one for one in arguments if one in HALVES] or ["dev"]:
        tally = score(read_half(half))
        if half == "dev" or "--misses" in arguments:
            print("\n".join(tally.misses))
        print(told(half, tally))


if __name__ == "__main__":
    main(sys.argv[1:])
