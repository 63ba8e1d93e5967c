"""Measures commands as whole processes, in turn."""

import os
import statistics
import time


def seconds(words: list[str]) -> float:
    return seconds_and_size(words)[0]


def seconds_and_size(words: list[str], environment=os.environ) -> tuple[float, float]:
    """What a command took, and its largest size in MiB, or this process's own where that is larger."""
    quiet = [(os.POSIX_SPAWN_OPEN, 1, "/dev/null", os.O_WRONLY, 0),
             (os.POSIX_SPAWN_OPEN, 2, "/dev/null", os.O_WRONLY, 0)]
    start = time.perf_counter()
    child = os.posix_spawnp(words[0], words, environment, file_actions=quiet)
    _, status, usage = os.wait4(child, 0)
    taken = time.perf_counter() - start
    if status != 0:
        raise SystemExit(f"{' '.join(words)}: failed")
    return taken, usage.ru_maxrss / 1024


def compare(commands: dict[str, list[str]], rounds: int, before=None) -> dict[str, float]:
    """The median of each command's seconds, one round to warm up.

    `before` gets the words of each command and returns those to run; what it takes does not count.
    """
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, words in commands.items():
            value = seconds(before(words) if before else words)
            if number > 0:
                taken[name].append(value)
    medians = {name: statistics.median(values) for name, values in taken.items()}
    for name, median in medians.items():
        print(f"{name:32} {median * 1e3:10.2f} ms")
    return medians
