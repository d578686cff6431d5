#!/usr/bin/python3
"""sftp_server.py FOLDER KEYS USER:PASSWORD: an sftp server (asyncssh) that takes a password; its host key is KEYS/host."""
import asyncio
import os
import subprocess
import sys
import threading
import warnings

warnings.simplefilter("ignore")
import asyncssh  # noqa: E402

FOLDER, KEYS = sys.argv[1], sys.argv[2]
USER, PASSWORD = sys.argv[3].split(":")
if not os.path.exists(f"{KEYS}/host"):
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", f"{KEYS}/host"], check=True)


class Login(asyncssh.SSHServer):
    def password_auth_supported(self):
        return True

    def validate_password(self, username, password):
        return (username, password) == (USER, PASSWORD)


def files(channel):
    return asyncssh.SFTPServer(channel, chroot=FOLDER)


async def main():
    server = await asyncssh.create_server(
        Login, "127.0.0.1", 0, server_host_keys=[f"{KEYS}/host"], sftp_factory=files)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.Event().wait()


def end():
    sys.stdin.buffer.read()
    os._exit(0)


threading.Thread(target=end, daemon=True).start()
asyncio.run(main())
