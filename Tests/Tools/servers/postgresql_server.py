#!/usr/bin/python3
"""postgresql_server.py FOLDER: a PostgreSQL server of its own, its data and its socket in FOLDER, open to nobody else; the
superuser `holdfast` needs no password over the socket, the user `guarded` one, `secret`. It is run as an unprivileged user,
as PostgreSQL asks for. Prints the number of its port when it answers, takes the commands `stop` (at once, as if it had
crashed) and `start` on its standard input, each answered by `done`, and ends with its standard input."""
import glob
import os
import pwd
import shutil
import subprocess
import sys
import time

FOLDER = os.path.abspath(sys.argv[1])
DATA = f"{FOLDER}/data"
OPTIONS = {
    "listen_addresses": "", "unix_socket_directories": FOLDER, "max_connections": "200", "fsync": "off",
    "full_page_writes": "off", "shared_buffers": "64MB", "max_wal_size": "256MB", "logging_collector": "off",
    "autovacuum_naptime": "600",
}


def programs():
    """Where initdb and postgres lie; Debian keeps them off the path, a folder a version."""
    on_path = shutil.which("initdb")
    found = [os.path.dirname(on_path)] if on_path else []
    found += sorted(glob.glob("/usr/lib/postgresql/*/bin"), key=lambda path: int(path.split("/")[-2].split(".")[0]))
    if not found:
        sys.exit("PostgreSQL's server is not installed; make test installs it")
    return found[-1]


def user():
    """What makes a process unprivileged; nothing where this one is."""
    if os.getuid() != 0:
        return {}
    names = [entry.pw_name for entry in pwd.getpwall()]
    entry = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
    os.chown(FOLDER, entry.pw_uid, entry.pw_gid)
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


os.makedirs(FOLDER, exist_ok=True)
os.chmod(FOLDER, 0o755)
BIN, USER = programs(), user()
LOG = open(f"{FOLDER}/log", "ab")


def start():
    """Starts the server and waits until it answers."""
    options = [word for name, value in OPTIONS.items() for word in ("-c", f"{name}={value}")]
    server = subprocess.Popen(
        [f"{BIN}/postgres", "-D", DATA, *options], stdin=subprocess.DEVNULL, stdout=LOG, stderr=LOG, cwd=FOLDER, **USER)
    for _ in range(600):
        ready = subprocess.run([f"{BIN}/pg_isready", "-q", "-h", FOLDER], check=False)
        if ready.returncode == 0:
            return server
        if server.poll() is not None:
            sys.exit(f"PostgreSQL's server did not start; {FOLDER}/log says why")
        time.sleep(0.05)
    sys.exit(f"PostgreSQL's server did not answer within 30 seconds; {FOLDER}/log says why")


def stop(server):
    """Ends the server at once: connections break off, nothing is put in order."""
    subprocess.run(
        [f"{BIN}/pg_ctl", "stop", "-s", "-m", "immediate", "-D", DATA], check=False, cwd=FOLDER, stdout=LOG, stderr=LOG,
        **USER)
    server.wait()


subprocess.run(
    [f"{BIN}/initdb", "-D", DATA, "-U", "holdfast", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"],
    check=True, cwd=FOLDER, stdout=LOG, stderr=LOG, **USER)
with open(f"{DATA}/pg_hba.conf", "w", encoding="utf-8") as rules:
    rules.write("local all guarded scram-sha-256\nlocal all all trust\n")
process = start()
subprocess.run(
    [f"{BIN}/psql", "-q", "-h", FOLDER, "-U", "holdfast", "-d", "postgres", "-c", "create database holdfast", "-c",
     "create user guarded password 'secret'"], check=True, cwd="/", stdout=LOG, stderr=LOG)
print(5432, flush=True)
for line in sys.stdin:
    if line.strip() == "stop":
        stop(process)
    elif line.strip() == "start":
        process = start()
    print("done", flush=True)
stop(process)
shutil.rmtree(FOLDER, ignore_errors=True)
