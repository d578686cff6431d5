#!/usr/bin/python3
"""ftp_server.py FOLDER USER:PASSWORD [CERTIFICATE [implicit]]: an FTP server; with a certificate one that asks for TLS, or
speaks it from the first byte on.
Faults of a file: cut (bytes after which the connection ends), size (announced instead of the real one), drip (bytes a
second). The name "server": no_mlsd (it does not know the command)."""
import os
import sys
import time
import warnings

warnings.simplefilter("ignore")
from pyftpdlib.authorizers import DummyAuthorizer  # noqa: E402
from pyftpdlib.handlers import DTPHandler, FTPHandler, TLS_FTPHandler  # noqa: E402
from pyftpdlib.log import config_logging  # noqa: E402
from pyftpdlib.servers import FTPServer  # noqa: E402

from common import Faults, serve  # noqa: E402

FOLDER = sys.argv[1]
USER, PASSWORD = sys.argv[2].split(":")
SECURE = len(sys.argv) > 3
FAULTS = Faults(FOLDER)
config_logging(level=60)
Base = TLS_FTPHandler if SECURE else FTPHandler
BaseChannel = TLS_FTPHandler.dtp_handler if SECURE else DTPHandler


class Channel(BaseChannel):
    left = None
    drip = None

    def readable(self):
        # curl shakes hands before it says what it wants; the library would take that for a client that has gone.
        if SECURE and not self.receive and not self._initialized:
            return self._ssl_accepting
        return super().readable()

    def send(self, data):
        if self.left is not None:
            data = data[:self.left]
            if not data:
                control = self.cmd_channel
                self.close()
                control.close()
                return 0
        if self.drip is not None:
            data = data[:self.drip // 5]
            time.sleep(0.2)
        sent = super().send(data)
        if self.left is not None:
            self.left -= sent
        return sent


class Handler(Base):
    dtp_handler = Channel

    def ftp_RETR(self, file):
        name = os.path.basename(file)
        planted = FAULTS.of(name)
        FAULTS.note(f"RETR {name} {self._restart_position or ''}".strip())
        Channel.left, Channel.drip = planted.get("cut"), planted.get("drip")
        if "cut" in planted:
            FAULTS.use(name, planted)
        return super().ftp_RETR(file)

    def ftp_SIZE(self, path):
        planted = FAULTS.of(os.path.basename(path))
        if "size" in planted:
            self.respond(f"213 {planted['size']}")
            return None
        return super().ftp_SIZE(path)

    def ftp_MLSD(self, path):
        if FAULTS.of("server").get("no_mlsd"):
            self.respond('500 Command "MLSD" not understood.')
            return None
        return super().ftp_MLSD(path)


class ImplicitHandler(Handler):
    def handle(self):
        self.secure_connection(self.ssl_context)

    def handle_ssl_established(self):
        super().handle()


if len(sys.argv) > 4:
    Handler = ImplicitHandler
authorizer = DummyAuthorizer()
authorizer.add_user(USER, PASSWORD, FOLDER, perm="elradfmw")
Handler.authorizer = authorizer
Handler.use_sendfile = False
Handler.auth_failed_timeout = 0
if SECURE:
    Handler.certfile = sys.argv[3]
    Handler.tls_control_required = True
    Handler.tls_data_required = True
server = FTPServer(("127.0.0.1", 0), Handler)
serve(server.socket.getsockname()[1], lambda: server.serve_forever(handle_exit=False))
