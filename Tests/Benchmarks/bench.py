#!/usr/bin/env python3
"""Measures Holdfast against the tools that people use, each as a whole process, in one run on one machine.

    bench.py HOLDFAST READ_RECORDS [--records N] [--slow N] [--folder DIR] [--runs N]

Prints a table: CPU seconds (user and system), wall seconds, peak memory, and the ratios that are promised.
"""
import argparse
import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent


class Measure:
    """One command's CPU and wall seconds and its peak memory in MiB, the medians of its runs."""

    def __init__(self, name, records, runs):
        self.name, self.records = name, records
        self.cpu = statistics.median(run[0] for run in runs)
        self.wall = statistics.median(run[1] for run in runs)
        self.peak = max(run[2] for run in runs)

    def line(self):
        return (f"{self.name:<44} {self.records:>9} {self.cpu:>9.2f} {self.wall:>9.2f} {self.peak:>7.0f} "
                f"{self.records / self.cpu:>11,.0f} {self.records / self.wall:>11,.0f}")


def run_once(command, log):
    """CPU seconds, wall seconds, peak MiB of one run; the program ends where the command fails."""
    with open(log, "ab") as output:
        start = time.monotonic()
        process = subprocess.Popen([str(part) for part in command], stdout=output, stderr=output)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{command[0]} ended with {process.returncode}; see {log}")
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024


def measure(name, records, log, runs, command, before=lambda: None):
    results = []
    for _ in range(runs):
        before()
        results.append(run_once(command, log))
    result = Measure(name, records, results)
    print(result.line(), flush=True)
    return result


def workspace(folder, source):
    """A workspace with one contributor whose full load is `source`."""
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run([str(OPTIONS.holdfast), "init", str(folder)], check=True, stdout=subprocess.DEVNULL)
    (folder / "holdfast.yaml").write_text("settle-seconds: 0\n")
    # One ISBN in twelve is wrong and a record in a hundred has no title: what is measured is the load, not a gate.
    os.link(source, folder / "inbox/mylibraries/lib1/full.mrc")


def ratio(what, ours, theirs, target):
    value = theirs / ours
    mark = "ok" if value >= target else "BELOW"
    print(f"  {what:<66} {value:7.2f} (promised {target:g}) {mark}")
    return value >= target


def main():
    folder = OPTIONS.folder
    folder.mkdir(parents=True, exist_ok=True)
    log = folder / "output.log"
    log.unlink(missing_ok=True)
    many, few = folder / f"records-{OPTIONS.records}.mrc", folder / f"records-{OPTIONS.slow}.mrc"
    for path, count in ((many, OPTIONS.records), (few, OPTIONS.slow)):
        if not path.exists():
            subprocess.run([sys.executable, HERE / "make_records.py", str(count), path], check=True)
    print(f"{'':<44} {'records':>9} {'CPU s':>9} {'wall s':>9} {'MiB':>7} {'per CPU s':>11} {'per s':>11}")
    yaz = measure("yaz-marcdump -n", OPTIONS.records, log, OPTIONS.runs, ["yaz-marcdump", "-n", many])
    one = measure("Holdfast reads, 1 thread", OPTIONS.records, log, OPTIONS.runs, [OPTIONS.read, many, "1"])
    two = measure("Holdfast reads, 2 threads", OPTIONS.records, log, OPTIONS.runs, [OPTIONS.read, many, "2"])
    database, defects, space = folder / "rival.sqlite", folder / "rival.defects", folder / "workspace"
    load = measure(
        "Holdfast, the whole full load", OPTIONS.records, log, 1,
        [OPTIONS.holdfast, "run", "monthly", "--workspace", space, "--quiet"], before=lambda: workspace(space, many))
    mrrc = measure(
        "mrrc + sqlite3", OPTIONS.records, log, 1, [sys.executable, HERE / "rivals/mrrc_sqlite.py", many, database],
        before=lambda: database.unlink(missing_ok=True))
    python = measure(
        "pymarc + NFC + marc-lint + sqlite3", OPTIONS.slow, log, 1,
        [sys.executable, HERE / "rivals/python_pipeline.py", few, database, defects],
        before=lambda: database.unlink(missing_ok=True))
    scale = OPTIONS.records / OPTIONS.slow
    kept = [
        ratio("reading, CPU time, yaz-marcdump -n / Holdfast (1 thread)", one.cpu, yaz.cpu, 2),
        ratio("reading, wall time, yaz-marcdump -n / Holdfast (2 threads)", two.wall, yaz.wall, 3),
        ratio("full load, wall time, Python pipeline / Holdfast", load.wall, python.wall * scale, 12),
        ratio("full load, CPU time, Python pipeline / Holdfast", load.cpu, python.cpu * scale, 12),
        ratio("full load, wall time, mrrc + sqlite3 / Holdfast", load.wall, mrrc.wall, 1),
        ratio("full load, CPU time, mrrc + sqlite3 / Holdfast", load.cpu, mrrc.cpu, 1),
        ratio("full load, 300 MiB / peak memory", load.peak, 300, 1),
    ]
    sys.exit(0 if all(kept) else 1)


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("holdfast", type=Path)
    parser.add_argument("read", type=Path)
    parser.add_argument("--records", type=int, default=1_000_000)
    parser.add_argument("--slow", type=int, default=20_000, help="records for rivals that would take hours")
    parser.add_argument("--folder", type=Path, default=Path("run/bench"))
    parser.add_argument("--runs", type=int, default=3, help="runs of the short commands; their medians count")
    return parser.parse_args()


OPTIONS = options()
main()
