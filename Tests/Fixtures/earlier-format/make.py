"""Makes the databases of the format before: make.py PROGRAM, with a program of that format.

Two contributors in five submissions and a rematch: URLs, textual holdings, items, separate holdings records, a map of holdings
with translated locations; replaced, deleted, absent and unchanged records. Writes sqlite.sql and postgresql.sql beside
itself; in the latter {SCHEMA} stands for the schema's name.
"""
import os, pwd, re, shutil, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
PG = "/usr/lib/postgresql/15/bin/"


def book(number, title, main="Main"):
    lines = [
        "=LDR  00000cam a2200000 a 4500", f"=001  n{number}",
        "=008  930517s1993\\\\\\\\nyua\\\\\\\\\\\\\\\\\\\\001\\0\\eng\\d", f"=035  \\\\$a(OCoLC){4000 + number}",
        "=100  1\\$aHolberg, Ludvig,$d1684-1754", f"=245  10$a{title} /$cby Ludvig Holberg.",
        "=300  \\\\$a200 p. ;$c24 cm.", "=650  \\0$aComedies.", f"=852  \\\\$aBVA$b{main}$hPT {number}$p3{number}",
    ]
    if number % 2 == 0:
        lines.append(f"=852  \\\\$aBVA$bAnnex$hPT {number}$p4{number}")
    if number % 3 == 0:
        lines.append(f"=856  40$uhttps://example.org/{number}$yRead")
    if number % 4 == 0:
        lines.append(f"=866  \\0$80$av.1-{number}")
    if number % 5 == 0:
        lines += [f"=876  \\\\$p5{number}$t1", f"=876  \\\\$p6{number}$t2"]
    return lines


def online(number, title):
    return [line for line in book(number, title) if line[1:4] not in ("852", "866", "876")] + [
        f"=856  40$uhttps://online.example/{number}"]


def own(number, title):
    return [line.replace("=001  n", "=001  c") for line in book(number, title)]


def holdings(number):
    return [
        "=LDR  00000ny  a2200000zn 4500", f"=001  h{number}", f"=004  n{number}",
        "=008  9305170u\\\\\\\\8\\\\\\0001uueng0930517", f"=852  0\\$aBVA$bStorage$hMF {number}$p7{number}",
        "=866  \\0$80$a1990-2001"]


def delete(number):
    return ["=LDR  00000dam a2200000 a 4500", f"=001  n{number}"]


class Workspace:
    def __init__(self, program, database):
        self.program, self.folder = program, tempfile.mkdtemp()
        for name, text in {
            "holdfast.yaml": "settle-seconds: 0\n",
            "profiles/bva.yaml": "format: any\nholdings: { required: false }\n",
            "profiles/cvb.yaml": "format: any\nholdings:\n  required: false\n  map: { field: \"852\", library: a, location: b, "
            "call-number: [h, 090$a], barcode: [876$p, p], locations: { Main: Main Library } }\n",
        }.items():
            self.write(name, text)
        for name, mode in (("weekly", "changes"), ("monthly", "full")):
            limits = "\n".join(f"  {gate}: off" for gate in ("rejects", "deletes", "absent", "volume", "drift", "numbers"))
            self.write(
                f"pipelines/{name}.yaml",
                f"mode: {mode}\nschedule: {{ cadence: {name}, day: {'sunday' if name == 'weekly' else 1}, time: \"02:30\", "
                f"time-zone: UTC }}\ngates:\n{limits}\n")
        self.database = database
        self.client("bc-union")

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as file:
            file.write(text)

    def client(self, match):
        self.write(
            "clients/union.yaml",
            f"database: {self.database}\nmatch: {match}\ncontributors:\n  bva: {{ name: Library bva, profile: bva }}\n"
            "  cvb: { name: Library cvb, profile: cvb }\n")

    def run(self, *arguments):
        done = subprocess.run([self.program, *arguments, "--workspace", self.folder], capture_output=True, text=True)
        print(" ".join(arguments), "->", done.returncode, done.stdout.strip()[-300:], done.stderr.strip()[-600:])

    def deliver(self, contributor, pipeline, period, records):
        self.write(f"inbox/union/{contributor}/{period}.mrk", "\n\n".join("\n".join(lines) for lines in records) + "\n")
        self.run("run", pipeline, "--period", period, "--contributor", contributor)

    def fill(self):
        title = "Comedy number {}".format
        self.deliver("bva", "monthly", "2026-01", [book(n, title(n)) for n in range(1, 9)]
                     + [online(10, title(10)), holdings(4), holdings(5)])
        self.deliver("cvb", "monthly", "2026-01", [own(n, title(n)) for n in range(3, 8)])
        self.deliver("bva", "weekly", "2026-W05", [
            book(2, "Comedy two, revised"), book(3, "Comedy three, revised"), delete(4), delete(99), book(9, title(9)),
            online(10, "Comedy ten, revised")])
        self.deliver("cvb", "monthly", "2026-02", [own(3, title(3)), own(5, "Comedy five, revised"), own(8, title(8))])
        self.deliver("bva", "weekly", "2026-W06", [
            book(3, "Comedy three, third", "Elsewhere"), book(4, "Comedy number 4, again"),
            ["=LDR  00000dy  a2200000zn 4500", "=001  h5"]])
        self.client("number-only")
        self.run("rematch", "union")
        self.run("audit", "union")


def make_sqlite(program):
    workspace = Workspace(program, "databases/union.sqlite")
    workspace.fill()
    dump = subprocess.run(["sqlite3", workspace.folder + "/databases/union.sqlite", ".dump"], capture_output=True, text=True)
    with open(HERE + "/sqlite.sql", "w") as file:
        file.write(dump.stdout)


def make_postgresql(program):
    user = pwd.getpwnam("postgres")
    folder = tempfile.mkdtemp()
    os.chown(folder, user.pw_uid, user.pw_gid)

    def server(*command):
        subprocess.run(command, check=True, user="postgres", cwd=folder, stdout=subprocess.DEVNULL)

    server(PG + "initdb", "-D", folder + "/data", "-U", "holdfast", "-A", "trust")
    server(PG + "pg_ctl", "-w", "-D", folder + "/data", "-o", f"-k {folder} -c listen_addresses=", "-l", folder + "/log", "start")
    try:
        workspace = Workspace(program, f"postgres://holdfast@/postgres?host={folder}")
        workspace.fill()
        dump = subprocess.run(
            [PG + "pg_dump", "-h", folder, "-U", "holdfast", "-d", "postgres", "-n", "union", "--inserts", "--no-owner"],
            capture_output=True, text=True)
        lines = [line for line in dump.stdout.split("\n") if line and not line.startswith(("--", "\\", "SET ", "SELECT "))]
        with open(HERE + "/postgresql.sql", "w") as file:
            file.write(re.sub(r'"?\bunion\b"?(?=[.;])', "{SCHEMA}", "\n".join(lines)) + "\n")
    finally:
        server(PG + "pg_ctl", "-D", folder + "/data", "-m", "immediate", "stop")
        shutil.rmtree(folder)


make_sqlite(sys.argv[1])
make_postgresql(sys.argv[1])
