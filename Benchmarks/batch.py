#!/usr/bin/env python3
"""Measures `oc4ids batch`: 1,000 files of 80 kB, and one of 800 MB. Prints Markdown.

    Benchmarks/batch.py                                  # oc4ids alone
    Benchmarks/batch.py --peers PYTHON                   # also the incumbent, with the Python that `Benchmarks/run` has installed it for
    Benchmarks/batch.py --files 20 --large 8 --runs 1    # only to see that it works

Input is made beside that of `Benchmarks/run`. Programs take turns; the median counts. Peak memory is that of the largest process: of the
incumbent's pool one of several.
"""

from __future__ import annotations

import argparse
import os
import re
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from measure import HERE, OC4IDS, figure, measure

CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "oc4ids-benchmarks"

# The incumbent over a folder, in one process or in several: what a registry's nightly script does.
INCUMBENT = """
import sys, glob, multiprocessing
sys.path.insert(0, sys.argv[1])
from peers import libcoveoc4ids
if __name__ == "__main__":
    files = sorted(glob.glob(sys.argv[2] + "/*.json"))
    jobs = int(sys.argv[3])
    if jobs == 1:
        for file in files: libcoveoc4ids(file)
    else:
        with multiprocessing.Pool(jobs) as pool: pool.map(libcoveoc4ids, files)
"""


def make_inputs(count: int, large: int) -> tuple[Path, Path]:
    small, big = CACHE / f"batch-small-{count}", CACHE / f"batch-{large}.json"
    for size, target in ((0.08, CACHE / "batch-one.json"), (large, big)):
        if not target.exists():
            command = [sys.executable, HERE / "make_input.py", "--kind", "lifelike", "--size", str(size), "-o", f"{target}.part"]
            subprocess.run(command, check=True)
            os.replace(f"{target}.part", target)
    small.mkdir(exist_ok=True)
    one = (CACHE / "batch-one.json").read_text("utf-8")
    for number in range(count):
        file = small / f"{number}.json"
        if not file.exists():
            # Ids of its own, as many publishers have.
            file.write_text(re.sub(r'("id": ?"oc4ids-[a-z0-9]{6}-)', rf"\g<1>{number}-", one), "utf-8")
    return small, big


def first_row(command: list[str]) -> float:
    """Seconds until the first input is reported on."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert process.stderr is not None
    process.stderr.read(1)
    seconds = time.perf_counter() - start
    process.kill()
    process.wait()
    return seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--files", type=int, default=1000, help="how many files of 80 kB")
    parser.add_argument("--large", type=int, default=800, help="MB of the large file")
    parser.add_argument("--peers", metavar="PYTHON", help="a Python with libcoveoc4ids")
    arguments = parser.parse_args()
    if not OC4IDS.exists():
        parser.error(f"there is no {OC4IDS.relative_to(HERE.parent)}; `scripts/build` makes it")
    CACHE.mkdir(parents=True, exist_ok=True)
    small, big = make_inputs(arguments.files, arguments.large)
    scratch = Path(tempfile.mkdtemp())
    history = scratch / "history.sqlite"

    def batch(*words: str) -> list[str]:
        return [str(OC4IDS), "batch", "--quiet", *([] if "--history" in words else ["--history", str(history)]), *words]

    def review(*words: str) -> list[str]:
        return [str(OC4IDS), "review", "--no-projects", "--format", "json", *words]

    rows: list[tuple[str, Path, list[str]]] = []
    for place in (small, big):
        for jobs in ("1", "2"):
            rows.append((f"batch, {jobs} jobs", place, batch("--jobs", jobs, str(place))))
        for jobs in ("1", "2"):
            rows.append((f"review, {jobs} jobs: no history", place, review("--jobs", jobs, str(place))))
    # What two processors of this machine can do at best: nothing is shared between two programs but the machine.
    halves = [shlex.join(batch("--jobs", "1", "--shard", f"{part}/2", "--history", str(scratch / f"history.sqlite-{part}"), str(small))) for part in (1, 2)]
    rows.append(("batch, two programs of half the files", small, ["sh", "-c", f"{halves[0]} & {halves[1]}; wait"]))
    rows.append(("batch with a report each, 2 jobs", small, batch("--jobs", "2", "--output", str(scratch / "out"), str(small))))
    one = CACHE / "batch-one.json"
    rows.append(("batch of one file, with a history", one, batch(str(one))))
    rows.append(("review of one file", one, review(str(one))))
    if arguments.peers:
        for jobs in ("1", "2"):
            rows.append((f"the incumbent, {jobs} processes", small, [arguments.peers, "-c", INCUMBENT, str(HERE), str(small), jobs]))

    results: dict[tuple[str, Path], list] = {}
    for turn in range(arguments.runs):
        for name, place, command in rows:
            if turn > 0 and name.startswith("the incumbent"):
                continue
            if name.startswith("batch,"):
                for file in scratch.glob("history.sqlite*"):
                    file.unlink()
            results.setdefault((name, place), []).append(measure(command))

    def seconds_of(name: str, place: Path) -> float:
        return statistics.median(run.seconds for run in results[name, place])

    for name, place, _ in rows:
        # 1: there are findings, which is as it should be.
        odd = next((run for run in results[name, place] if run.status not in (0, 1)), None)
        if odd:
            print(f"**{name}: exit status {odd.status}**: {odd.last_line[:200]}\n")

    print("| what | input | seconds | MB/s | CPU seconds | peak memory, MB |\n|---|---|--:|--:|--:|--:|")
    for name, place, _ in rows:
        runs = results[name, place]
        files = [place] if place.is_file() else list(place.glob("*.json"))
        size = sum(file.stat().st_size for file in files) / 1e6
        seconds, cpu = seconds_of(name, place), statistics.median(run.cpu_seconds for run in runs)
        memory = max(run.peak_megabytes for run in runs)
        what = f"{len(files):,} of {size / len(files) * 1000:.0f} kB" if len(files) > 1 else f"one of {figure(size)} MB"
        print(f"| {name} | {what} | {figure(seconds)} | {figure(size / seconds)} | {figure(cpu)} | {figure(memory)} |")
    print("\n| | measured | wanted |\n|---|--:|--:|")
    for place, what in ((small, "the small files"), (big, "the large file")):
        scaling = seconds_of("batch, 1 jobs", place) / seconds_of("batch, 2 jobs", place)
        print(f"| two jobs over one, {what} | {figure(scaling)} times | at least 1.8 |")
    both = seconds_of("batch, 1 jobs", small) / seconds_of("batch, two programs of half the files", small)
    print(f"| two programs over one, the small files | {figure(both)} times | what the machine gives |")
    history_small, history_big = (seconds_of("batch, 1 jobs", place) - seconds_of("review, 1 jobs: no history", place) for place in (small, big))
    print(f"| history and summary, an input | {history_small / arguments.files * 1000:.2f} ms | at most 2 |")
    print(f"| history and summary, the large file | {history_big / seconds_of('review, 1 jobs: no history', big):.1%} | under 5 % |")
    more = seconds_of("batch of one file, with a history", one) - seconds_of("review of one file", one)
    print(f"| batch of one file with a history over review | {more * 1000:.1f} ms | at most 20 |")
    loud = [str(OC4IDS), "batch", "--history", str(scratch / "first.sqlite"), str(small)]
    print(f"\nFirst row after {figure(statistics.median(first_row(loud) for _ in range(arguments.runs)) * 1000)} ms.")
    shutil.rmtree(scratch)


if __name__ == "__main__":
    main()
