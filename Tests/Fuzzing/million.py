#!/usr/bin/env python3
"""million.py PROGRAM [RECORDS [SEED]]: records of SampleData, mutated, a million of them through `PROGRAM check` in four formats.
Ends with 1 where the program crashes, hangs or takes more than 512 MiB. The same seed makes the same files."""
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time

PROGRAM = sys.argv[1]
RECORDS = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
SEED = int(sys.argv[3]) if len(sys.argv) > 3 else 2709
MOST_MEMORY = 512 << 20
LONGEST_SECONDS = 3600
DELIVERIES = pathlib.Path(__file__).parent.parent.parent / "SampleData" / "deliveries"
TOKENS = {
    "iso2709": [b"\x1d", b"\x1e", b"\x1f", b"\x1fa", b"00000", b"99999", b"\x1b(N", b"\x1b$1", b"\xe1", b"\x00", b"\xff\xfe"],
    "marcxml": [b"<", b">", b"&", b"&amp;", b"</record>", b"<record>", b"<!--", b"<![CDATA[", b"]]>", b"\"", b"\x01", b"\xc3"],
    "marcjson": [b"{", b"}", b"[", b"]", b"\"", b"\\", b"\\u0000", b",", b":", b"null", b"1e9", b"\xe2\x82"],
    "mrk": [b"\n", b"=", b"=LDR  ", b"$", b"{", b"}", b"{esc}", b"\\", b"  ", b"\r", b"\x1f"],
}


def mutate(data, tokens, chance):
    """One to four changes: bytes changed, taken out, doubled, put in, cut off."""
    data = bytearray(data)
    for _ in range(1 + chance.getrandbits(2)):
        if not data:
            break
        place = chance.randrange(len(data))
        kind = chance.randrange(6)
        if kind == 0:
            data[place] = chance.getrandbits(8)
        elif kind == 1:
            del data[place:place + chance.randrange(1, 20)]
        elif kind == 2:
            data[place:place] = data[place:place + chance.randrange(1, 40)]
        elif kind == 3:
            data[place:place] = chance.choice(tokens)
        elif kind == 4:
            data[place] ^= 1 << chance.randrange(8)
        elif chance.randrange(8) == 0:
            del data[place:]
    return data


def records():
    """Sound and defective records by format."""
    iso = [piece + b"\x1d" for path in sorted(DELIVERIES.rglob("*.mrc")) for piece in path.read_bytes().split(b"\x1d")
           if 30 < len(piece) < 4000]
    texts = b"".join(path.read_bytes() for path in sorted(DELIVERIES.rglob("*.xml")))
    found = {"iso2709": iso, "marcxml": re.findall(rb"<record>\s*<leader>.*?</record>", texts, re.S)}
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "all.mrc"
        source.write_bytes(b"".join(iso[:800]))
        for form in ("marcjson", "mrk"):
            target = pathlib.Path(folder) / form
            subprocess.run([PROGRAM, "convert", source, target, "--to", form], check=False, capture_output=True)
            data = target.read_bytes()
            found[form] = data.split(b"\n\n") if form == "mrk" else data.splitlines()
    return {form: [record for record in pieces if record.strip()] for form, pieces in found.items()}


def write(path, form, pieces, count, chance):
    with open(path, "wb") as file:
        # The first is whole, so that the format is known.
        file.write({"marcxml": b'<collection xmlns="http://www.loc.gov/MARC21/slim">\n'}.get(form, b"") + pieces[0] + b"\n")
        end = {"mrk": b"\n\n", "iso2709": b""}.get(form, b"\n")
        file.write(end)
        for _ in range(count):
            file.write(mutate(chance.choice(pieces), TOKENS[form], chance) + end)


def check(path):
    began = time.monotonic()
    with subprocess.Popen(["timeout", "-s", "KILL", str(LONGEST_SECONDS), PROGRAM, "check", "--json", path],
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        output = process.stdout.read()
        messages = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return output, messages, process.returncode, usage.ru_maxrss * 1024, time.monotonic() - began


def main():
    chance = random.Random(SEED)
    bad = 0
    sources = records()
    with tempfile.TemporaryDirectory() as folder:
        for form, pieces in sources.items():
            path = os.path.join(folder, form)
            write(path, form, pieces, RECORDS // len(sources), chance)
            output, messages, status, memory, seconds = check(path)
            try:
                facts = json.loads(output)["files"][0]
            except (ValueError, LookupError):
                facts = {"records": 0, "unreadable": 0, "rejected": 0, "format": messages.decode("utf-8", "replace")[-300:]}
            is_good = status == 1 and memory <= MOST_MEMORY
            bad += not is_good
            print(f"{form:<10}{RECORDS // len(sources):>9,} mutated, {facts['records']:>9,} read, {facts['unreadable']:>8,} "
                  f"unreadable, {facts['rejected']:>9,} rejected; {memory >> 20} MiB, {seconds:.0f} s, "
                  f"status {status}{'' if is_good else '  <-- not as it should be: ' + facts['format']}", flush=True)
            os.remove(path)
    return bad > 0


sys.exit(main())
