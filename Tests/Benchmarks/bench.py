#!/usr/bin/env python3
"""Measures Holdfast against the tools that people use, each as a whole process, in one run on one machine.

    bench.py HOLDFAST PROGRAMS [--records N] [--slow N] [--runs N] [--only PART…] [--folder DIR]

Six parts: `reading`, `recoding` (MARCXML and MARC-8), `judging` (scrub and validate), `load` (the whole full load), and
`union` and `server`: full load with matching and weekly update, in an SQLite file and in a PostgreSQL server.
Prints a line a program as it ends, then the promises with what was measured. CPU seconds are user and system time. Ends with 1 where a promise is not kept.

Rivals that would take hours read the first N records (`--slow`) and are compared by the record. Programs that are compared
run in turns, `--runs` times, and the median of their ratios counts: so a busy machine slows both.
"""
import argparse
import os
import shutil
import signal
import statistics
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
RIVALS = HERE / "rivals"
PARTS = ("reading", "recoding", "judging", "load", "union", "server")
# A program that takes longer than this hangs.
LONGEST_SECONDS = 3600
# What a run leaves on disk, of each record: pinned copy, spool, database, and the rival's database.
BYTES_A_RECORD = 12_000
# As many as take a second of the rival.
RECODED = 100_000

HEADINGS = ("", "records", "CPU s", "wall s", "MiB", "µs CPU", "records/CPU s")
LINE = "{:<40} {:>9} {:>9} {:>9} {:>6} {:>8} {:>14}"


class Run:
    """One run of a program: seconds and the most memory it held."""

    def __init__(self, records, cpu, wall, peak):
        self.records, self.cpu, self.wall, self.peak = records, cpu, wall, peak

    def cpu_each(self):
        return self.cpu / self.records

    def wall_each(self):
        return self.wall / self.records


def give_up(*_):
    sys.exit(f"a program ran for more than {LONGEST_SECONDS} seconds and was ended")


class Program:
    """Something to be measured: a command and how many records it reads."""

    def __init__(self, name, records, command, before=lambda: None, output=None, server=None):
        """`output` is where the standard output goes; else to the log, with the messages. What `server` works counts too."""
        self.name, self.records, self.command, self.before, self.output = name, records, command, before, output
        self.server = server
        self.runs = []

    def run(self, log):
        self.before()
        with open(log, "ab") as output:
            output.write(f"\n== {self.name}: {' '.join(map(str, self.command))}\n".encode())
            output.flush()
            served = self.server.cpu() if self.server else 0
            start = time.monotonic()
            process = subprocess.Popen([str(part) for part in self.command], stdout=self.output or output,
                                       stderr=output)
            signal.alarm(LONGEST_SECONDS)
            try:
                _, status, usage = os.wait4(process.pid, 0)
            except BaseException:
                process.kill()
                raise
            finally:
                signal.alarm(0)
            wall = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        # 1 says that there is something for a person: major defects, or a submission that is held.
        if process.returncode not in (0, 1):
            sys.exit(f"{self.name} ended with {process.returncode}; the end of {log}:\n{tail(log)}")
        served = self.server.cpu() - served if self.server else 0
        self.runs.append(Run(self.records, usage.ru_utime + usage.ru_stime + served, wall, usage.ru_maxrss / 1024))

    def line(self):
        cpu, wall = (statistics.median(getattr(run, what) for run in self.runs) for what in ("cpu", "wall"))
        return LINE.format(self.name, f"{self.records:,}", f"{cpu:.2f}", f"{wall:.2f}", f"{self.peak():.0f}",
                           f"{cpu / self.records * 1e6:.2f}", f"{self.records / cpu:,.0f}")

    def peak(self):
        return max(run.peak for run in self.runs)


def measure(programs, log, runs):
    """Runs the programs in turns, then prints their lines."""
    for _ in range(runs):
        for program in programs:
            program.run(log)
    for program in programs:
        print(program.line(), flush=True)


def tail(log):
    return log.read_bytes()[-2000:].decode(errors="replace")


class Promises:
    """What was promised, what was measured, and whether it was kept."""

    def __init__(self):
        self.rows = []

    def at_least(self, what, promised, ours, theirs, each=Run.cpu_each):
        measured = statistics.median(each(them) / each(us) for us, them in zip(ours.runs, theirs.runs))
        self.rows.append((what, f"{measured:.1f} ×", f"at least {promised} ×", measured >= promised))

    def at_most(self, what, promised, measured, unit):
        self.rows.append((what, f"{measured:.1f} {unit}", f"at most {promised} {unit}", measured <= promised))

    def show(self):
        print(f"\n{'':<62} {'measured':>14}  promised")
        for what, measured, promised, kept in self.rows:
            print(f"{what:<62} {measured:>14}  {promised:<18} {'kept' if kept else 'NOT KEPT'}")
        return all(row[3] for row in self.rows)


def reading(files, promises, log):
    many, count = files.many, OPTIONS.records
    yaz = Program("yaz-marcdump -n", count, ["yaz-marcdump", "-n", many])
    read = OPTIONS.programs / "read-records"
    one = Program("Holdfast reads, 1 thread", count, [read, many, "1"])
    two = Program("Holdfast reads, 2 threads", count, [read, many, "2"])
    measure([yaz, one, two], log, OPTIONS.runs)
    promises.at_least("reading, CPU: yaz-marcdump -n / Holdfast (1 thread)", 3, one, yaz)
    promises.at_least("reading, wall: yaz-marcdump -n / Holdfast (2 threads)", 3, two, yaz, Run.wall_each)
    return one


def recoding(files, promises, log):
    """From and to MARCXML, from MARC-8 to UTF-8 and NFC, on one thread each; what is written is thrown away."""
    count = min(OPTIONS.records, RECODED)
    plain = files.records(count)
    xml = files.made_by_yaz(plain, "marcxml", "-o", "marcxml")
    marc8 = files.made_by_yaz(plain, "marc8", "-f", "UTF-8", "-t", "MARC-8", "-l", "9=32", "-o", "marc")
    for what, promised, ours, theirs, path in (
        ("from MARCXML", 4, "from-xml", ["-i", "marcxml", "-n"], xml),
        ("to MARCXML", 8, "to-xml", ["-o", "marcxml"], plain),
        ("from MARC-8", 8, "from-marc8", ["-f", "MARC-8", "-t", "UTF-8", "-o", "marc"], marc8),
    ):
        yaz = Program(f"yaz-marcdump {' '.join(theirs)}", count, ["yaz-marcdump", *theirs, path], output=subprocess.DEVNULL)
        holdfast = Program(f"Holdfast {what}", count, [OPTIONS.programs / "recode-records", ours, path],
                           output=subprocess.DEVNULL)
        measure([yaz, holdfast], log, OPTIONS.runs)
        promises.at_least(f"{what}, CPU: yaz-marcdump / Holdfast", promised, holdfast, yaz)


def judging(files, promises, log, reads):
    """Every record read, scrubbed and validated with every default rule, a line a defect."""
    judges = Program("Holdfast reads, scrubs and validates", OPTIONS.records,
                     [OPTIONS.holdfast, "check", "--format", "jsonl", files.many])
    perl = Program("MARC::Lint (Perl)", OPTIONS.slow, ["perl", RIVALS / "marc_lint.pl", files.few, files.defects])
    python = Program("marc-lint (Python)", OPTIONS.slow,
                     [sys.executable, RIVALS / "marc_lint_py.py", files.few, files.defects])
    measure([judges, perl, python], log, OPTIONS.runs)
    promises.at_least("scrub and validate, CPU: MARC::Lint / Holdfast", 50, judges, perl)
    promises.at_least("scrub and validate, CPU: marc-lint / Holdfast", 50, judges, python)
    times = statistics.median(ours.cpu_each() / alone.cpu_each() for ours, alone in zip(judges.runs, reads.runs))
    promises.at_most("scrub and validate, CPU: times reading alone", 15, times, "×")


def load(files, promises, log):
    few, count = max(OPTIONS.slow, OPTIONS.records // 3), OPTIONS.records
    part = files.records(few)
    command = [OPTIONS.holdfast, "run", "monthly", "--workspace", files.space, "--quiet"]
    third = Program("Holdfast, a third of the full load", few, command, before=lambda: workspace(files.space, part))
    whole = Program("Holdfast, the whole full load", count, command, before=lambda: workspace(files.space, files.many))
    fast = Program("mrrc + sqlite3", count, [sys.executable, RIVALS / "mrrc_sqlite.py", files.many, files.database],
                   before=files.remove_database)
    careful = Program("pymarc + NFC + marc-lint + sqlite3", OPTIONS.slow,
                      [sys.executable, RIVALS / "python_pipeline.py", files.few, files.database, files.defects],
                      before=files.remove_database)
    for program in (third, whole, fast, careful):
        measure([program], log, 1)
    for what, each in (("CPU", Run.cpu_each), ("wall", Run.wall_each)):
        promises.at_least(f"full load, {what}: Python pipeline / Holdfast", 12, whole, careful, each)
        promises.at_least(f"full load, {what}: mrrc + sqlite3 / Holdfast", 1, whole, fast, each)
    promises.at_most("full load, peak memory", 300, max(whole.peak(), third.peak()), "MiB")
    grown = (whole.peak() - third.peak()) * 2**20 / (count - few)
    promises.at_most("full load, memory that grows with the records", 16, max(0.0, grown), "bytes each")
    shutil.rmtree(files.space, ignore_errors=True)
    files.remove_database()


def union(files, promises, log):
    """Full load with matching, then a week's changes; the same changes where a quarter is held."""
    few, count = OPTIONS.records // 4, OPTIONS.records
    part, changes = files.records(few), files.changes(count // 100, few)
    rivals = [
        (Program("mrrc + sqlite3", count, [sys.executable, RIVALS / "mrrc_sqlite.py", files.many, files.database],
                 before=files.remove_database), 1.2),
        (Program("pymarc + sqlite3", OPTIONS.slow,
                 [sys.executable, RIVALS / "pymarc_sqlite.py", files.few, files.database], before=files.remove_database), 4),
    ]
    whole = updates(files, promises, log, "SQLite", {few: part, count: files.many}, changes)
    for rival, promised in rivals:
        measure([rival], log, 1)
        for what, each in (("CPU", Run.cpu_each), ("wall", Run.wall_each)):
            promises.at_least(f"load with matching, {what}: {rival.name} / Holdfast", promised, whole, rival, each)
    files.remove_database()


def server(files, promises, log):
    """The same in a PostgreSQL server, whose own seconds count as those of the program that it serves."""
    few, count = OPTIONS.records // 4, OPTIONS.records
    part, changes = files.records(few), files.changes(count // 100, few)
    postgres = Server(files.folder / "postgresql")
    try:
        rival = Program("mrrc + psycopg, binary COPY", count,
                        [sys.executable, RIVALS / "mrrc_postgres.py", files.many, postgres.address], server=postgres)
        whole = updates(files, promises, log, "PostgreSQL", {few: part, count: files.many}, changes, postgres)
        measure([rival], log, 1)
        for what, each in (("CPU", Run.cpu_each), ("wall", Run.wall_each)):
            promises.at_least(f"load into PostgreSQL, {what}: {rival.name} / Holdfast", 1, whole, rival, each)
    finally:
        postgres.end()


def updates(files, promises, log, store, loads, changes, postgres=None):
    """A full load of each size, and the same week's changes after each.

    Returns the largest load.
    """
    weekly = [OPTIONS.holdfast, "run", "weekly", "--workspace", files.space, "--quiet"]
    monthly = [OPTIONS.holdfast, "run", "monthly", "--workspace", files.space, "--quiet"]
    loaded, changed = [], []
    for count, source in loads.items():
        address = postgres.address_of(f"union{count}") if postgres else None
        load = Program(f"Holdfast, full load, {store}", count, monthly, server=postgres,
                       before=lambda: workspace(files.space, source, match="bc-union", database=address))
        change = Program(f"Holdfast, {OPTIONS.records // 100:,} changes to {count:,}, {store}", OPTIONS.records // 100, weekly,
                         before=lambda: deliver(files.space, changes), server=postgres)
        measure([load], log, 1)
        measure([change], log, 1)
        loaded.append(load)
        changed.append(change)
    for what in ("cpu", "wall"):
        name = what.upper() if what == "cpu" else what
        small, large = (getattr(change.runs[0], what) for change in changed)
        promises.at_most(f"1 % changed, {store}, {name}: share of the full load", 20,
                         100 * large / getattr(loaded[-1].runs[0], what), "%")
        promises.at_most(f"same changes to 4 × the records, {store}, {name}", 2, large / small, "×")
    peak = max(program.peak() for program in loaded + changed)
    promises.at_most(f"load and update, {store}, peak memory", 300, peak, "MiB")
    shutil.rmtree(files.space, ignore_errors=True)
    return loaded[-1]


class Server:
    """A PostgreSQL server of this run, which ends with it."""

    def __init__(self, folder):
        # Its user may not look into every folder; a path that is short, for a socket's name is.
        self.folder = Path(f"/tmp/holdfast-bench-{os.getpid()}")
        script = HERE.parent / "Tools/servers/postgresql_server.py"
        self.process = subprocess.Popen([sys.executable, "-B", script, self.folder], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE)
        if not self.process.stdout.readline().strip():
            sys.exit("PostgreSQL's server did not start; `make bench` installs it")
        self.address = f"postgresql://holdfast@/holdfast?host={self.folder}"
        self.main = int((self.folder / "data/postmaster.pid").read_text().split()[0])

    def address_of(self, schema):
        return f"postgres://holdfast@/holdfast?host={self.folder}&schema={schema}"

    def cpu(self):
        """Seconds that the server has worked, ended connections included."""
        ticks = 0
        for stat in Path("/proc").glob("[0-9]*/stat"):
            try:
                fields = stat.read_text().rpartition(")")[2].split()
            except OSError:
                continue
            number, parent = int(stat.parent.name), int(fields[1])
            if number == self.main:
                ticks += sum(map(int, fields[11:15]))
            elif parent == self.main:
                ticks += sum(map(int, fields[11:13]))
        return ticks / os.sysconf("SC_CLK_TCK")

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def deliver(folder, source):
    inbox = folder / "inbox/mylibraries/lib1/changes.mrc"
    inbox.unlink(missing_ok=True)
    os.link(source, inbox)


def workspace(folder, source, match=None, database=None):
    """A workspace with one contributor whose full load is `source`.

    The five stages with their inspection are measured, not the audit that may follow an update.
    """
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run([str(OPTIONS.holdfast), "init", str(folder)], check=True, stdout=subprocess.DEVNULL)
    pipeline = folder / "pipelines/monthly.yaml"
    pipeline.write_text(pipeline.read_text().replace("audit: true", "audit: false"))
    (folder / "holdfast.yaml").write_text("settle-seconds: 0\n")
    client = folder / "clients/mylibraries.yaml"
    text = client.read_text()
    if match:
        text += f"match: {match}\n"
    if database:
        text = "".join(f"database: {database}\n" if line.startswith("database:") else line for line in text.splitlines(True))
    client.write_text(text)
    os.link(source, folder / "inbox/mylibraries/lib1/full.mrc")


class Files:
    """What is read and written, in one folder; records once made are kept for the next time."""

    def __init__(self, folder):
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.many, self.few = self.records(OPTIONS.records), self.records(OPTIONS.slow)
        self.database, self.defects = folder / "rival.sqlite", folder / "rival.defects"
        self.space = folder / "workspace"

    def records(self, count):
        maker = HERE / "make_records.py"
        path = self.folder / f"records-{count}.mrc"
        if not path.exists() or path.stat().st_mtime < maker.stat().st_mtime:
            part = path.with_suffix(".part")
            subprocess.run([sys.executable, maker, str(count), part], check=True)
            part.replace(path)
        return path

    def changes(self, count, held):
        maker = HERE / "make_changes.py"
        path = self.folder / f"changes-{count}-{held}.mrc"
        if not path.exists() or path.stat().st_mtime < maker.stat().st_mtime:
            part = path.with_suffix(".part")
            subprocess.run([sys.executable, maker, str(count), str(held), part], check=True)
            part.replace(path)
        return path

    def made_by_yaz(self, source, kind, *arguments):
        """The records in another form, made by a program that is not ours."""
        path = source.with_suffix(f".{kind}")
        if not path.exists() or path.stat().st_mtime < source.stat().st_mtime:
            part = path.with_suffix(".part")
            with open(part, "wb") as output:
                subprocess.run(["yaz-marcdump", *arguments, source], check=True, stdout=output)
            part.replace(path)
        return path

    def remove_database(self):
        for suffix in ("", "-journal", "-wal", "-shm"):
            Path(f"{self.database}{suffix}").unlink(missing_ok=True)


def look_for_what_is_needed():
    """Ends with what to install, before hours are spent."""
    programs = {"reading": "read-records", "judging": "read-records", "recoding": "recode-records"}
    needed = {OPTIONS.programs / programs[part] for part in OPTIONS.only if part in programs} | {OPTIONS.holdfast}
    missing = [str(path) for path in sorted(needed) if not os.access(path, os.X_OK)]
    missing += [name for name in ("yaz-marcdump", "perl") if not shutil.which(name)]
    for check, name in (
        ([sys.executable, "-c", "import pymarc, mrrc, marc_lint, psycopg"], "pymarc, mrrc, marc-lint and psycopg for this Python"),
        (["perl", "-MMARC::Lint", "-e", "1"], "MARC::Lint for Perl"),
    ):
        if shutil.which(check[0]) and subprocess.run(check, capture_output=True).returncode != 0:
            missing.append(name)
    if missing:
        sys.exit(f"not found: {', '.join(missing)}; `make bench` builds and installs what is needed")
    OPTIONS.folder.mkdir(parents=True, exist_ok=True)
    needed, free = OPTIONS.records * BYTES_A_RECORD, shutil.disk_usage(OPTIONS.folder).free
    if free < needed:
        sys.exit(f"{OPTIONS.folder} has room for {free >> 30} GiB, {needed >> 30} GiB are needed; use fewer --records")


def main():
    look_for_what_is_needed()
    signal.signal(signal.SIGALRM, give_up)
    files, promises = Files(OPTIONS.folder), Promises()
    log = OPTIONS.folder / "output.log"
    log.unlink(missing_ok=True)
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start; {files.many.stat().st_size / OPTIONS.records:.0f}"
          f" bytes a record; what the programs say stands in {log}\n")
    print(LINE.format(*HEADINGS))
    if "reading" in OPTIONS.only or "judging" in OPTIONS.only:
        reads = reading(files, promises, log)
    if "recoding" in OPTIONS.only:
        recoding(files, promises, log)
    if "judging" in OPTIONS.only:
        judging(files, promises, log, reads)
    if "load" in OPTIONS.only:
        load(files, promises, log)
    if "union" in OPTIONS.only:
        union(files, promises, log)
    if "server" in OPTIONS.only:
        server(files, promises, log)
    sys.exit(0 if promises.show() else 1)


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("holdfast", type=Path, help="the program, built for release")
    parser.add_argument("programs", type=Path, help="the folder of read-records and recode-records, built for release")
    parser.add_argument("--records", type=int, default=1_000_000)
    parser.add_argument("--slow", type=int, default=20_000, help="records for rivals that would take hours")
    parser.add_argument("--runs", type=int, default=3, help="runs of what takes seconds")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument("--folder", type=Path, default=Path("run/bench"))
    return parser.parse_args()


OPTIONS = options()
main()
