#!/usr/bin/python3
"""oai_server.py FOLDER: an OAI-PMH 2.0 repository over FOLDER/records.json, a list of {"id", "date", "sets", "deleted",
"xml"}, in pages of three. FOLDER/repository.json may say otherwise: page, granularity, deleted_record, now, expires (how many
parts a token outlives). Faults stand in .faults.json under the number of the request for records, from 1, or under the
token asked for: status, retry_after, cut (bytes after which the connection ends), short (bytes after which the response ends,
whole by its headers), error (a code of the protocol), replace ([old, new])."""
import gzip
import json
import os
import sys
import urllib.parse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from xml.sax.saxutils import escape, quoteattr

from common import Faults, serve

FOLDER = sys.argv[1]
FAULTS = Faults(FOLDER)
LISTED = [0]

HEAD = ('<?xml version="1.0" encoding="UTF-8"?>\n<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n<responseDate>{now}</responseDate>\n'
        "<request>http://repository.example/oai</request>\n")


class ProtocolError(Exception):
    pass


def load(name, default):
    try:
        with open(os.path.join(FOLDER, name), encoding="utf-8") as file:
            return json.load(file)
    except OSError:
        return default


def settings():
    return {"page": 3, "granularity": "YYYY-MM-DDThh:mm:ssZ", "deleted_record": "persistent",
            "now": "2026-11-25T18:00:04Z", "expires": 1000} | load("repository.json", {})


def identify(repository):
    return ("<Identify><repositoryName>Test</repositoryName><baseURL>http://repository.example/oai</baseURL>"
            "<protocolVersion>2.0</protocolVersion><adminEmail>a@repository.example</adminEmail>"
            "<earliestDatestamp>2000-01-01T00:00:00Z</earliestDatestamp>"
            f"<deletedRecord>{repository['deleted_record']}</deletedRecord>"
            f"<granularity>{repository['granularity']}</granularity></Identify>")


def record(entry):
    deleted = entry.get("deleted")
    status = ' status="deleted"' if deleted else ""
    sets = "".join(f"<setSpec>{escape(name)}</setSpec>" for name in entry.get("sets", []))
    header = (f"<header{status}><identifier>{escape(entry['id'])}</identifier>"
              f"<datestamp>{entry['date']}</datestamp>{sets}</header>")
    return f"<record>{header}{'' if deleted else '<metadata>' + entry['xml'] + '</metadata>'}</record>\n"


def chosen(query, repository):
    if query.get("metadataPrefix") not in ("marc21", "marcxml"):
        raise ProtocolError("cannotDisseminateFormat")
    day = repository["granularity"] == "YYYY-MM-DD"
    for name in ("from", "until"):
        if name in query and (len(query[name]) == 10) != day:
            raise ProtocolError("badArgument")
    found = [entry for entry in load("records.json", [])
             if ("set" not in query or query["set"] in entry.get("sets", []))
             and entry["date"] >= query.get("from", "") and entry["date"] <= query.get("until", "9")]
    if not found:
        raise ProtocolError("noRecordsMatch")
    return found


def list_records(query, repository):
    """A token says all: what was asked for, where to go on, and at which request it was given."""
    start = 0
    if "resumptionToken" in query:
        asked, start, given = json.loads(query["resumptionToken"])
        if LISTED[0] - given > repository["expires"]:
            raise ProtocolError("badResumptionToken")
    else:
        asked = {name: query[name] for name in ("metadataPrefix", "set", "from", "until") if name in query}
    found = chosen(asked, repository)
    end = start + repository["page"]
    attributes = f'completeListSize="{len(found)}" cursor="{start}"'
    token = ""
    if end < len(found):
        token = f"<resumptionToken {attributes}>{escape(json.dumps([asked, end, LISTED[0]]))}</resumptionToken>"
    elif start > 0:
        token = f"<resumptionToken {attributes}/>"
    return "<ListRecords>\n" + "".join(record(entry) for entry in found[start:end]) + token + "</ListRecords>"


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_GET(self):
        query = dict(urllib.parse.parse_qsl(self.path.partition("?")[2]))
        FAULTS.note(" ".join(f"{name}={value}" for name, value in query.items()))
        planted = {}
        if query.get("verb") == "ListRecords":
            LISTED[0] += 1
            planted = FAULTS.of(str(LISTED[0])) or FAULTS.of("all")
        if "status" in planted:
            FAULTS.use("all", planted)
            return self.send(planted["status"], b"", {"Retry-After": str(planted.get("retry_after", 1))})
        repository = settings()
        try:
            if "error" in planted:
                raise ProtocolError(planted["error"])
            body = identify(repository) if query.get("verb") == "Identify" else list_records(query, repository)
        except ProtocolError as error:
            body = f"<error code={quoteattr(str(error))}>as the protocol says</error>"
        text = HEAD.format(now=repository["now"]) + body + "\n</OAI-PMH>\n"
        for old, new in planted.get("replace", []):
            text = text.replace(old, new)
        data = text.encode("utf-8", "surrogateescape")[:planted.get("short", None)]
        headers = {"Content-Type": "text/xml"}
        if "gzip" in self.headers.get("Accept-Encoding", ""):
            headers["Content-Encoding"] = "gzip"
            data = gzip.compress(data)
        self.send(200, data, headers, planted.get("cut"))

    def send(self, status, data, headers, cut=None):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data[:cut])
        self.close_connection = cut is not None


server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
server.handle_error = lambda *_: None
serve(server.server_address[1], server.serve_forever)
