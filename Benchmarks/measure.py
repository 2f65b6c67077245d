#!/usr/bin/env python3
"""Runs validators over files, as whole processes, and prints a Markdown table for each file.

Wall clock and processor time are taken here; peak memory comes from GNU time, because a process started from
Python begins with Python's own memory as its peak. GNU time adds about 0.3 ms to every run.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
SCHEMA = HERE.parent / "Schemas/oc4ids-0.9.5"
OC4IDS = HERE.parent / ".build/release/oc4ids"
OURS = "oc4ids"  # the row that the others are compared with

INPUTS = {  # name of the file: whether it is valid
    "lifelike": True,
    "irregular": True,
    "faulty": False,
    "small": True,
}


@dataclass(frozen=True)
class Program:
    name: str
    command: Callable[[str], list[str]]  # the file's path -> the command
    finds: int | None = 1  # exit status when the file is faulty; None: it does not judge
    note: str = ""
    once: bool = False  # too slow for several runs


@dataclass(frozen=True)
class Run:
    seconds: float
    cpu_seconds: float
    peak_megabytes: float
    status: int
    last_line: str


def our_programs() -> list[Program]:
    def command(name: str, *options: str) -> Callable[[str], list[str]]:
        return lambda file: [str(OC4IDS), name, *options, file]

    def validate(*options: str) -> Callable[[str], list[str]]:
        return command("validate", *options)

    return [
        Program(OURS, validate("--format", "text", "--jobs", "1")),
        Program("oc4ids-2-jobs", validate("--format", "text", "--jobs", "2")),
        Program("oc4ids-json", validate("--format", "json", "--jobs", "1")),
        Program("oc4ids-review", command("review", "--format", "text", "--jobs", "1")),
        Program("oc4ids-review-2-jobs", command("review", "--format", "text", "--jobs", "2")),
        Program("oc4ids-review-json", command("review", "--format", "json", "--jobs", "1")),
    ]


def peer_programs(parse_only: Path) -> list[Program]:
    def python(name: str) -> Callable[[str], list[str]]:
        return lambda file: [sys.executable, str(HERE / "peers.py"), name, file]

    def blaze(file: str) -> list[str]:
        package, project = (str(SCHEMA / name) for name in ("project-package-schema.json", "project-schema.json"))
        return [blaze_program(), "validate", package, file, "--resolve", project, "--format-assertion"]

    return [
        Program("parse-only", lambda file: [str(parse_only), file], finds=None, note="simdjson's tree, no validation"),
        Program("sourcemeta-jsonschema", blaze, finds=2, note="stops at the first error"),
        Program("jsonschema-rs", python("jsonschema-rs"), finds=3, note="reads with orjson"),
        Program("jsonschema", python("jsonschema"), finds=3, once=True),
        Program("libcoveoc4ids", python("libcoveoc4ids"), finds=3, once=True, note="the incumbent"),
    ]


def blaze_program() -> str:
    """The program inside the wheel; its Python wrapper would be measured too."""
    package = importlib.util.find_spec("sourcemeta_jsonschema")
    if package is None or package.origin is None:
        return "jsonschema"
    machine = {"aarch64": "arm64"}.get(platform.machine(), platform.machine())
    return str(Path(package.origin).with_name(f"jsonschema-linux-{machine}"))


def measure(command: list[str]) -> Run:
    with tempfile.NamedTemporaryFile() as memory, tempfile.TemporaryFile() as output:
        timed = ["/usr/bin/time", "--quiet", "--format=%M", f"--output={memory.name}", *command]
        start = time.perf_counter()
        process = subprocess.Popen(timed, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(max(0, output.seek(0, os.SEEK_END) - 2000))
        lines = output.read().decode("utf-8", "replace").split("\n")
        return Run(
            seconds=seconds,
            cpu_seconds=usage.ru_utime + usage.ru_stime,
            peak_megabytes=int(memory.read()) * 1024 / 1e6,
            status=process.returncode,
            last_line=next((line.strip() for line in reversed(lines) if line.strip()), ""),
        )


def measure_all(programs: list[Program], file: Path, runs: int) -> dict[str, list[Run]]:
    """Takes turns, so that a busy moment of the machine does not hit one program alone."""
    file.read_bytes()  # into the page cache
    results: dict[str, list[Run]] = {program.name: [] for program in programs}
    for turn in range(runs):
        for program in programs:
            if turn == 0 or not program.once:
                progress(f"{file.stem}: {program.name}, run {turn + 1}")
                results[program.name].append(measure(program.command(str(file))))
    progress("")
    return results


def progress(text: str) -> None:
    if sys.stderr.isatty():
        print(text, end="\033[K\r", file=sys.stderr, flush=True)


def table(programs: list[Program], results: dict[str, list[Run]], file: Path, valid: bool) -> str:
    size = file.stat().st_size / 1e6
    medians = {name: statistics.median(run.seconds for run in runs) for name, runs in results.items()}
    lines = [
        f"### {file.stem}: {figure(size)} MB, {'valid' if valid else 'faulty'}",
        "",
        "| program | seconds | MB/s | time ÷ ours | CPU seconds | peak memory, MB | runs | |",
        "|---|--:|--:|--:|--:|--:|--:|---|",
    ]
    complete = {  # whether a program came to an end of its own; what crashed has no speed
        program.name: all(run.status in (0, program.finds) for run in results[program.name]) for program in programs
    }
    surprises = []
    for program in programs:
        runs, median = results[program.name], medians[program.name]
        expected = 0 if valid or program.finds is None else program.finds
        odd = next((run for run in runs if run.status != expected), None)
        if odd:
            surprises.append(f"- {program.name}: exit status {odd.status}, not {expected}: {odd.last_line[:200]}")
        columns = [
            program.name,
            figure(median),
            figure(size / median) if complete[program.name] else "",
            figure(median / medians[OURS]) if complete[program.name] and complete.get(OURS) else "",
            figure(statistics.median(run.cpu_seconds for run in runs)),
            figure(statistics.median(run.peak_megabytes for run in runs)),
            str(len(runs)),
            "**unexpected end, see below**" if odd else program.note,
        ]
        lines.append(f"| {' | '.join(columns)} |")
    if surprises:
        lines += ["", "Unexpected:", "", *surprises]
    return "\n".join(lines) + "\n"


def figure(value: float) -> str:
    """Three significant digits, never an exponent."""
    return f"{value:,.0f}" if value >= 100 else f"{value:#.3g}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--inputs", type=Path, required=True, help="folder with " + ", ".join(INPUTS) + " (.json)")
    parser.add_argument("--parse-only", type=Path, required=True, help="the built parse-only.cpp")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", metavar="NAME,…", help="only these programs or files")
    parser.add_argument("--no-peers", action="store_true")
    arguments = parser.parse_args()

    programs = our_programs() + ([] if arguments.no_peers else peer_programs(arguments.parse_only))
    inputs = dict(INPUTS)
    if arguments.only:
        only = set(arguments.only.split(","))
        unknown = only - {program.name for program in programs} - set(inputs)
        if unknown:
            parser.error(f"unknown name: {', '.join(sorted(unknown))}")
        programs = [program for program in programs if program.name in only] or programs
        inputs = {name: valid for name, valid in inputs.items() if name in only} or inputs
    if not OC4IDS.exists():
        print(f"There is no {OC4IDS.relative_to(HERE.parent)}, so ours is left out. `scripts/build` makes it.\n")
        programs = [program for program in programs if not program.name.startswith(OURS)]

    for name, valid in inputs.items():
        file = arguments.inputs / f"{name}.json"
        print(table(programs, measure_all(programs, file, arguments.runs), file, valid), flush=True)


if __name__ == "__main__":
    main()
