#!/usr/bin/env python3
"""bombs.py PROGRAM [NAME...]: files made to cost time, memory or disk, made as streams into `PROGRAM check -`, or packed into a
folder of its own where a stream will not do. Each has to end in the defect named here, within 300 MiB of memory; the table
says what it took, and how much of the stream the program asked for. Ends with the number of those that did not."""
import io
import json
import os
import struct
import subprocess
import sys
import tarfile
import tempfile
import threading
import time
import zlib

PROGRAM = sys.argv[1]
WANTED = sys.argv[2:]
MIB = 1 << 20
GIB = 1 << 30
MOST_MEMORY = 300 * MIB
LONGEST_SECONDS = 600
SAMPLE = os.path.join(os.path.dirname(__file__), "../../SampleData/deliveries/2026-10/hbp/books-1.mrc")
with open(SAMPLE, "rb") as file:
    START = file.read(100_000)
RECORD = START[:int(START[:5])]
LEADER = b"00000nam a2200000 a 4500"
XML = b'<collection xmlns="http://www.loc.gov/MARC21/slim"><record><leader>00000nam a2200000 a 4500</leader>'


def repeated(block, total, before=b"", after=b""):
    yield before
    block = block * max(1, MIB // len(block))
    for _ in range(total // len(block)):
        yield block
    yield after


def laughs():
    yield b"<!DOCTYPE c [<!ENTITY l0 'lol'>"
    for level in range(1, 12):
        yield b"<!ENTITY l%d '%s'>" % (level, b"&l%d;" % (level - 1) * 10)
    yield b"]>" + XML + b"<controlfield tag='001'>&l11;</controlfield></record></collection>"


def quadratic():
    yield b"<!DOCTYPE c [<!ENTITY a '" + b"x" * 40_000 + b"'>]>" + XML
    yield b"<controlfield tag='001'>" + b"&a;" * 100_000 + b"</controlfield></record></collection>"


def empty_members(count):
    """A tar of empty files, as it is made."""
    for number in range(count):
        yield tarfile.TarInfo(f"{number:07}.mrc").tobuf(tarfile.USTAR_FORMAT)
    yield bytes(1024)


def member(size, name="a.mrc"):
    """The header of a file in a tar."""
    info = tarfile.TarInfo(name)
    info.size = size
    return info.tobuf(tarfile.GNU_FORMAT)


def packed(stream, window=31):
    """The stream in gzip."""
    machine = zlib.compressobj(6, zlib.DEFLATED, window)
    for block in stream:
        yield machine.compress(block)
    yield machine.flush()


def zipped(stream, name=b"bomb.mrc"):
    """The stream as the one member of a zip."""
    sum_, size, length = 0, 0, 0
    yield b"PK\3\4" + struct.pack("<5H3I2H", 20, 8, 8, 0, 0, 0, 0, 0, len(name), 0) + name

    def counted():
        nonlocal sum_, size
        for block in stream:
            sum_ = zlib.crc32(block, sum_)
            size += len(block)
            yield block

    for block in packed(counted(), -15):
        length += len(block)
        yield block
    # Sizes beyond 4 GiB would need the 64-bit form; readers go by the stream itself.
    facts = struct.pack("<3I", sum_, length & 0xFFFFFFFF, size & 0xFFFFFFFF)
    yield b"PK\7\x08" + facts
    start = 30 + len(name) + length + 16
    directory = (b"PK\1\2" + struct.pack("<6H", 20, 20, 8, 8, 0, 0) + facts
                 + struct.pack("<5H2I", len(name), 0, 0, 0, 0, 0, 0) + name)
    yield directory + b"PK\5\6" + struct.pack("<4H2IH", 0, 0, 1, 1, len(directory), start, 0)


def empty_zip(count):
    """A zip of empty files."""
    directory = io.BytesIO()
    offset = 0
    for number in range(count):
        name = b"%07d.mrc" % number
        yield b"PK\3\4" + struct.pack("<5H3I2H", 20, 0, 0, 0, 0, 0, 0, 0, len(name), 0) + name
        directory.write(b"PK\1\2" + struct.pack("<6H3I5H2I", 20, 20, 0, 0, 0, 0, 0, 0, 0, len(name), 0, 0, 0, 0, 0, offset)
                        + name)
        offset += 30 + len(name)
    data = directory.getvalue()
    yield data + b"PK\5\6" + struct.pack("<4H2IH", 0, 0, count & 0xFFFF, count & 0xFFFF, len(data), offset, 0)


def nested(layers):
    """A gzip in a gzip and so on, with 1 GiB of records in the innermost."""
    stream = repeated(RECORD, GIB)
    for _ in range(layers):
        stream = packed(stream)
    return stream


BOMBS = {
    "entities that expand to 300 GB": (laughs, "ingest.xml-entity-refused"),
    "an entity of 40 kB, 100,000 times": (quadratic, "ingest.xml-entity-refused"),
    "10 GB of 1D": (lambda: repeated(b"\x1d", 10 * GIB), "ingest.format-unknown"),
    "a record, then 10 GB of 1D": (lambda: repeated(b"\x1d", 10 * GIB, RECORD), "ingest.file-abandoned"),
    "a record, then 10 GB of X and 1D": (lambda: repeated(b"X\x1d", 10 * GIB, RECORD), "ingest.file-abandoned"),
    "10 GB of 1D in gzip": (lambda: packed(repeated(b"\x1d", 10 * GIB)), "ingest.format-unknown"),
    "10 GB of records in zip": (lambda: zipped(repeated(RECORD, 10 * GIB)), "ingest.archive-too-large"),
    "1 GB of records in 4 layers of gzip": (lambda: nested(4), "ingest.archive-too-large"),
    "a record of 4 GB, ISO 2709": (lambda: repeated(b"x", 4 * GIB, RECORD + LEADER, b"\x1e\x1d"), "ingest.file-abandoned"),
    "a record of 4 GB, MARCXML": (
        lambda: repeated(b"x", 4 * GIB, XML + b"<controlfield tag='001'>"), "ingest.file-abandoned"),
    "a record of 4 GB, MARC-in-JSON": (
        lambda: repeated(b"x", 4 * GIB, b'[{"leader":"00000nam a2200000 a 4500","fields":[{"001":"'),
        "ingest.file-abandoned"),
    "a record of 4 GB, mrk": (
        lambda: repeated(b"x", 4 * GIB, b"=LDR  00000nam\\a2200000\\a\\4500\n=001  "), "ingest.file-abandoned"),
    "a record of 4 GB, Aleph": (
        lambda: repeated(b"x", 4 * GIB, b"000000001 LDR   L 00000nam a2200000 a 4500\n000000001 001   L "),
        "ingest.file-abandoned"),
    "4 GB of tags that open": (lambda: repeated(b"<a>", 4 * GIB, XML + b"</record>"), "ingest.file-abandoned"),
    "5 GB that start as a zip": (lambda: repeated(b"\0", 5 * GIB, b"PK\3\4"), "ingest.archive-too-large"),
    "a file of 4 EiB in a tar": (lambda: repeated(b"\0", 10 * GIB, member(1 << 62)), "ingest.archive-too-large"),
    "a hidden file of 4 EiB in a tar in gzip": (
        lambda: packed(repeated(b"\0", 10 * GIB, member(1 << 62, ".a.mrc"))), "ingest.archive-too-large"),
    "a million empty files, tar": (lambda: empty_members(1_000_000), "ingest.archive-too-large"),
    "a million empty files, tar in gzip": (lambda: packed(empty_members(1_000_000)), "ingest.archive-too-large"),
    "a million empty files, zip": (lambda: empty_zip(1_000_000), "ingest.archive-too-large"),
}


def feed(pipe, stream, count):
    try:
        for block in stream:
            pipe.write(block)
            count[0] += len(block)
    except BrokenPipeError:
        pass
    finally:
        try:
            pipe.close()
        except BrokenPipeError:
            pass


def measure(stream, folder):
    """Runs the program over the stream: its answer, memory, seconds, bytes taken, bytes left on disk at most."""
    count = [0]
    began = time.monotonic()
    process = subprocess.Popen(
        ["timeout", "-s", "KILL", str(LONGEST_SECONDS), PROGRAM, "check", "--json", "-"], stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=os.environ | {"TMPDIR": folder})
    thread = threading.Thread(target=feed, args=(process.stdin, stream, count))
    thread.start()
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    thread.join()
    return output, status, children_memory(usage), time.monotonic() - began, count[0]


def children_memory(usage):
    # `timeout` is the child that is waited for; the program is its child, whose peak it inherits here.
    return usage.ru_maxrss * 1024


def main():
    bad = 0
    print(f"{'bomb':<38}{'ends in':<28}{'MiB':>6}{'s':>7}{'taken':>12}")
    with tempfile.TemporaryDirectory() as folder:
        for name, (make, code) in BOMBS.items():
            if WANTED and not any(word in name for word in WANTED):
                continue
            output, status, memory, seconds, taken = measure(make(), folder)
            try:
                defects = json.loads(output)["files"][0]["defects"]
            except (ValueError, LookupError):
                defects = {}
            is_good = code in defects and memory <= MOST_MEMORY and os.waitstatus_to_exitcode(status) == 1
            bad += not is_good
            found = code if code in defects else ", ".join(defects) or f"status {os.waitstatus_to_exitcode(status)}"
            print(f"{name:<38}{found:<28}{memory / MIB:>6.0f}{seconds:>7.1f}{taken:>12,}"
                  + ("" if is_good else "  <-- not as it should be"), flush=True)
    print(f"{len(BOMBS) - bad if not WANTED else 'others'} as they should be, {bad} not")
    return bad > 0


sys.exit(main())
