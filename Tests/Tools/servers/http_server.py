#!/usr/bin/python3
"""http_server.py FOLDER [USER:PASSWORD] [CERTIFICATE]: a web server with index pages, conditional requests and ranges.
Faults of a file: status, retry_after, cut (bytes after which the connection ends), size (announced instead of the real one),
drip (bytes a second), digest and md5 (announced), plain (no ETag, no date), no_head, no_range."""
import base64
import hashlib
import html
import os
import ssl
import sys
import time
import urllib.parse
from email.utils import formatdate, parsedate_to_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from common import Faults, serve

FOLDER = sys.argv[1]
LOGIN = sys.argv[2] if len(sys.argv) > 2 else ""
FAULTS = Faults(FOLDER)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_HEAD(self):
        self.answer(False)

    def do_GET(self):
        self.answer(True)

    def answer(self, with_body):
        name = urllib.parse.unquote(self.path.split("?")[0]).lstrip("/")
        FAULTS.note(f"{self.command} /{name} {self.headers.get('Range', '')}".strip())
        if LOGIN and self.headers.get("Authorization") != "Basic " + base64.b64encode(LOGIN.encode()).decode():
            return self.short(401, {"WWW-Authenticate": 'Basic realm="test"'})
        path = os.path.join(FOLDER, name)
        if os.path.isdir(path):
            return self.index(path, with_body)
        planted = FAULTS.of(name)
        if "status" in planted:
            FAULTS.use(name, planted)
            more = {"Retry-After": str(planted["retry_after"])} if "retry_after" in planted else {}
            return self.short(planted["status"], more)
        if planted.get("no_head") and not with_body:
            return self.short(405, {})
        if not os.path.isfile(path):
            return self.short(404, {})
        self.file(name, path, with_body, planted)

    def short(self, status, headers):
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key, value)
        body = b"this is no file\n" if self.command == "GET" else b""
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def index(self, path, with_body):
        names = sorted(name for name in os.listdir(path) if not name.startswith("."))
        rows = "".join(f'<li><a href="{urllib.parse.quote(name)}">{html.escape(name)}</a>\n' for name in names)
        body = f'<html><a href="?C=M;O=D">Date</a> <a href="../">Up</a><ul>{rows}</ul></html>'.encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if with_body:
            self.wfile.write(body)

    def file(self, name, path, with_body, planted):
        with open(path, "rb") as file:
            data = file.read()
        status = os.stat(path)
        etag = '"' + hashlib.md5(data).hexdigest() + '"'
        named = not planted.get("plain")
        if named and self.headers.get("If-None-Match") == etag:
            return self.short_304()
        since = self.headers.get("If-Modified-Since")
        if named and since and parsedate_to_datetime(since).timestamp() >= int(status.st_mtime):
            return self.short_304()
        start = self.start_of_range(etag, formatdate(status.st_mtime, usegmt=True), planted)
        self.send_response(206 if start else 200)
        if named:
            self.send_header("ETag", etag)
            self.send_header("Last-Modified", formatdate(status.st_mtime, usegmt=True))
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(data) - 1}/{len(data)}")
        if "digest" in planted:
            self.send_header("Digest", planted["digest"])
        if "md5" in planted:
            self.send_header("Content-MD5", planted["md5"])
        self.send_header("Content-Length", str(planted.get("size", len(data)) - start))
        self.end_headers()
        if with_body:
            self.body(name, data[start:], planted)

    def short_304(self):
        self.send_response(304)
        self.end_headers()

    def start_of_range(self, etag, date, planted):
        wanted = self.headers.get("Range", "")
        if not wanted.startswith("bytes=") or planted.get("no_range"):
            return 0
        if self.headers.get("If-Range") not in (None, etag, date):
            return 0
        return int(wanted[6:].split("-")[0])

    def body(self, name, data, planted):
        FAULTS.use(name, planted)
        if "drip" in planted:
            for place in range(0, len(data), max(1, planted["drip"] // 5)):
                self.wfile.write(data[place:place + max(1, planted["drip"] // 5)])
                self.wfile.flush()
                time.sleep(0.2)
        elif "cut" in planted:
            self.wfile.write(data[:planted["cut"]])
            self.close_connection = True
        else:
            self.wfile.write(data)
        if "size" in planted:
            self.close_connection = True


class Server(ThreadingHTTPServer):
    def handle_error(self, *_):
        pass  # a client that goes away is part of the tests


server = Server(("127.0.0.1", 0), Handler)
if len(sys.argv) > 3:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[3])
    server.socket = context.wrap_socket(server.socket, server_side=True)
serve(server.server_address[1], server.serve_forever)
