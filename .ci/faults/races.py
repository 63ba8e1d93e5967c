"""Lets processes race for one registry, and counts.

usage: races.py REGISTRY [--seconds N]

Two processes register the same versions at the same instant, two promote, one rolls back, one clears
leftovers (doctor --repair), and three read: `resolve`, and the three lines of Python that docs/format.md
calls a complete client. Then: exactly one winner a version, whose directory is byte for byte its
artifacts; every promotion that said it was done is in the history once; no read was partial.
"""

import argparse
import json
import multiprocessing
import tempfile
import threading
import time
from pathlib import Path

from program import Registry, fail, make_artifacts, remove

WORKERS = ("one", "two")


def register(registry: Registry, worker: str, artifacts: Path, start, stop, results) -> None:
    """Registers v2.N.0 together with the other, and v3.N.K alone."""
    own = WORKERS.index(worker)
    for number in range(10_000):
        try:
            start.wait(timeout=60)
        except threading.BrokenBarrierError:
            return
        for version in (f"v2.{number}.0", f"v3.{number}.{own}"):
            outcome = registry.run("register", version, "--artifacts", str(artifacts))
            results.put(("register", worker, version, outcome.returncode, outcome.stderr))
        if stop.is_set():
            start.abort()
            return


def move(registry: Registry, worker: str, command: list[str], stop, results) -> None:
    versions = ("v1.0.0", "v1.1.0")
    number = 0
    while not stop.is_set():
        token = f"{worker}-{number}"
        words = [*command, versions[number % 2]] if command[0] == "promote" else command
        outcome = registry.run(*words, "--reason", token)
        is_done = outcome.returncode == 0 and "already" not in outcome.stdout
        results.put(("move", worker, token if is_done else "", outcome.returncode, outcome.stderr))
        number += 1


def clear(registry: Registry, stop, results) -> None:
    while not stop.is_set():
        outcome = registry.run("doctor", "--repair")
        results.put(("doctor", "", "", outcome.returncode, outcome.stdout + outcome.stderr))


def resolve(registry: Registry, stop, results) -> None:
    while not stop.is_set():
        outcome = registry.run("resolve", "champion", "--print", "model")
        results.put(("resolve", "", "", outcome.returncode, outcome.stderr))


def read(registry: str, contents: dict[str, bytes], stop, results) -> None:
    count = 0
    while not stop.is_set():
        try:
            version = json.load(open(f"{registry}/champion.json"))["version"]
            model = f"{registry}/{version}/model.bin"
            if open(model, "rb").read() != contents[version]:
                raise ValueError(f"{model} is not what was registered")
            count += 1
        except (OSError, ValueError, KeyError) as error:
            results.put(("read", "", "", 1, repr(error)))
    results.put(("read", str(count), "", 0, ""))


def race(registry: Registry, work: Path, seconds: float) -> list[tuple]:
    artifacts = {worker: make_artifacts(work / worker, worker.encode() * 20_000) for worker in WORKERS}
    contents = {"v1.0.0": b"model bytes", "v1.1.0": b"model bytes"}
    start, stop, results = multiprocessing.Barrier(2), multiprocessing.Event(), multiprocessing.Queue()
    jobs = [(register, (registry, name, artifacts[name], start, stop, results)) for name in WORKERS]
    jobs += [(move, (registry, f"promoter-{number}", ["promote"], stop, results)) for number in (1, 2)]
    jobs += [(move, (registry, "roller", ["rollback"], stop, results))]
    jobs += [(clear, (registry, stop, results)), (resolve, (registry, stop, results))]
    jobs += [(read, (str(registry.path), contents, stop, results)) for _ in (1, 2)]
    processes = [multiprocessing.Process(target=job, args=given) for job, given in jobs]
    for process in processes:
        process.start()
    end = time.monotonic() + seconds
    found = []
    while any(process.is_alive() for process in processes) or not results.empty():
        if time.monotonic() > end:
            stop.set()
        while not results.empty():
            found.append(results.get())
        time.sleep(0.02)
    for process in processes:
        process.join()
    return found


def check_versions(registry: Registry, work: Path, found: list[tuple]) -> tuple[int, int]:
    outcomes: dict[str, list[tuple[str, int]]] = {}
    for kind, worker, version, code, text in found:
        if kind == "register":
            if code not in (0, 4):
                fail(f"register {version}: exit {code}: {text}")
            outcomes.setdefault(version, []).append((worker, code))
    races = 0
    for version, tries in outcomes.items():
        winners = [worker for worker, code in tries if code == 0]
        if len(winners) != 1:
            fail(f"{version} has the winners {winners} of {tries}")
        races += len(tries) == 2
        source, copy = work / winners[0], registry.path / version
        for file in source.iterdir():
            if file.read_bytes() != (copy / file.name.replace("_v1", "")).read_bytes():
                fail(f"{copy / file.name} is not what {winners[0]} registered")
        if len(list(copy.iterdir())) != len(list(source.iterdir())) + 1:
            fail(f"{copy} has other files: {list(copy.iterdir())}")
    return races, len(outcomes)


def check_moves(registry: Registry, found: list[tuple]) -> int:
    reasons = [
        event["reason"] for event in json.loads(registry.must("history", "--json"))["events"]]
    moves = 0
    for kind, worker, token, code, text in found:
        # A rollback that finds nothing below it says so.
        if kind == "move" and code not in ((0, 3) if worker == "roller" else (0,)):
            fail(f"{worker}: exit {code}: {text}")
        if kind == "move" and token:
            if reasons.count(token) != 1:
                fail(f"{token} is in the history {reasons.count(token)} times")
            moves += 1
    return moves


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("registry", type=Path)
    arguments.add_argument("--seconds", type=float, default=30)
    given = arguments.parse_args()
    work = Path(tempfile.mkdtemp())
    try:
        registry = Registry(
            given.registry.resolve(), work / "registry", make_artifacts(work / "artifacts"))
        for command in (registry.register("v1.0.0"), registry.register("v1.1.0")):
            registry.must(*command)
        registry.must("promote", "v1.0.0")
        found = race(registry, work, given.seconds)
        for kind, _, _, code, text in found:
            if kind in ("read", "resolve", "doctor") and code != 0:
                fail(f"{kind}: exit {code}: {text}")
        races, versions = check_versions(registry, work, found)
        moves = check_moves(registry, found)
        registry.check_sound("after the races")
        registry.check_repaired("after the races")
        resolves = sum(kind == "resolve" for kind, *_ in found)
        reads = sum(int(count) for kind, count, *_ in found if kind == "read" and count)
        repairs = sum(kind == "doctor" for kind, *_ in found)
        print(
            f"races: {races} of two for one version, {versions} versions, {moves} moves of champion, "
            f"{resolves} resolves, {reads} reads in Python, {repairs} repairs; 0 lost, 0 partial")
    finally:
        remove(work)


if __name__ == "__main__":
    main()
