#!/usr/bin/python3
"""sshd_server.py FOLDER KEYS: OpenSSH's own server, one process a connection, logging in whoever has the private key
KEYS/user; KEYS gets the keys where it has none. Faults under the name "server": cut (bytes to the client after which the
connection ends), drip (bytes a second)."""
import os
import socket
import subprocess
import sys
import threading
import time

from common import Faults, serve

FOLDER, KEYS = sys.argv[1], sys.argv[2]
FAULTS = Faults(FOLDER)
for name in ("host", "user", "other"):
    if not os.path.exists(f"{KEYS}/{name}"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", f"{KEYS}/{name}"], check=True)
with open(f"{KEYS}/sshd_config", "w", encoding="utf-8") as config:
    config.write(f"""HostKey {KEYS}/host
AuthorizedKeysFile {KEYS}/user.pub
UsePAM no
StrictModes no
PasswordAuthentication no
PermitRootLogin yes
PidFile none
Subsystem sftp internal-sftp
""")
if os.getuid() == 0:
    os.makedirs("/run/sshd", exist_ok=True)


def pump(source, target, planted):
    """Copies what comes, with the faults that are planted, until either side ends."""
    left = planted.get("cut")
    try:
        while data := source.recv(1 << 15):
            if left is not None:
                data, left = data[:left], left - len(data[:left])
            if planted.get("drip"):
                time.sleep(len(data) / planted["drip"])
            target.sendall(data)
            if left == 0:
                break
    except OSError:
        pass
    for end in (source, target):
        try:
            end.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass


def converse(client):
    planted = FAULTS.of("server")
    FAULTS.use("server", planted)
    ours, theirs = socket.socketpair()
    server = subprocess.Popen(
        ["/usr/sbin/sshd", "-i", "-f", f"{KEYS}/sshd_config", "-E", f"{KEYS}/log"], stdin=theirs, stdout=theirs)
    theirs.close()
    forth = threading.Thread(target=pump, args=(client, ours, {}), daemon=True)
    forth.start()
    pump(ours, client, planted)
    forth.join()
    client.close()
    ours.close()
    server.wait()


listener = socket.create_server(("127.0.0.1", 0))


def loop():
    while True:
        client, _ = listener.accept()
        threading.Thread(target=converse, args=(client,), daemon=True).start()


serve(listener.getsockname()[1], loop)
