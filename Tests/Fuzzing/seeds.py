#!/usr/bin/env python3
"""seeds.py PROGRAM FOLDER: small files for the fuzz targets to start from, FOLDER/READER/…, made of the records in SampleData,
which has a planted defect of nearly every kind. PROGRAM turns records into the formats that no sample is in."""
import bz2
import gzip
import io
import lzma
import pathlib
import re
import subprocess
import sys
import tarfile
import zipfile

PROGRAM, FOLDER = sys.argv[1], pathlib.Path(sys.argv[2])
DELIVERIES = pathlib.Path(__file__).parent.parent.parent / "SampleData" / "deliveries"
MOST = 150


def put(reader, name, data):
    folder = FOLDER / reader
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)


def converted(data, form):
    return subprocess.run([PROGRAM, "convert", "-", "-", "--to", form], input=data, capture_output=True, check=False).stdout


def archives(name, data):
    put("archives", f"{name}.gz", gzip.compress(data))
    put("archives", f"{name}.bz2", bz2.compress(data))
    put("archives", f"{name}.xz", lzma.compress(data))
    for packing in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", packing) as archive:
            archive.writestr("a.mrc", data)
            archive.writestr("../b.xml.gz", gzip.compress(data))
            archive.writestr("empty", b"")
        put("archives", f"{name}-{packing}.zip", buffer.getvalue())
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        info = tarfile.TarInfo("a.mrc")
        info.size = len(data)
        archive.addfile(info, io.BytesIO(data))
    put("archives", f"{name}.tar", buffer.getvalue())


def main():
    iso = [piece + b"\x1d" for path in sorted(DELIVERIES.rglob("*.mrc")) for piece in path.read_bytes().split(b"\x1d")]
    iso = [piece for piece in iso if 30 < len(piece) < 4000]
    iso = iso[::max(1, len(iso) // MOST)]
    texts = "".join(path.read_text("utf-8", "surrogateescape") for path in sorted(DELIVERIES.rglob("*.xml")))
    xml = [text.encode("utf-8", "surrogateescape") for text in re.findall(r"<record>\s*<leader>.*?</record>", texts, re.S)]
    xml = xml[::max(1, len(xml) // MOST)]
    for number, (one, other) in enumerate(zip(iso, iso[1:] + iso[:1])):
        put("iso2709", f"{number}", one + other)
        put("check", f"{number}.mrc", one)
        if number % 5 == 0:
            for reader, form in (("marcjson", "marcjson"), ("mrk", "mrk")):
                data = converted(one, form)
                put(reader, f"{number}", data)
                put("check", f"{number}.{reader}", data)
        if number % 10 == 0:
            archives(f"{number}", one)
    for number, record in enumerate(xml):
        document = b'<collection xmlns="http://www.loc.gov/MARC21/slim">' + record + b"</collection>"
        put("marcxml", f"{number}", document)
        put("check", f"{number}.xml", document)
    for path in sorted(DELIVERIES.rglob("*")):
        if path.suffix in (".txt", ".seq", ".json", ".mrk"):
            for reader in ("check", "aleph") if path.suffix == ".seq" else ("check",):
                put(reader, path.name, path.read_bytes()[:4000])
    aleph = b"".join(b"000000001 %s L %s\n" % line for line in (
        (b"LDR  ", b"00000nam a2200000 a 4500"), (b"001  ", b"000000001"), (b"24510", b"$$aTitle$$cAuthor")))
    put("aleph", "plain", aleph * 2)
    for path in DELIVERIES.rglob("harvest.xml"):
        text = path.read_bytes()
        head, tail = text[:text.index(b"<record>")], text[text.rindex(b"</record>") + 9:]
        for number, record in enumerate(re.findall(rb"<record>\s*<header.*?</record>\s*(?:</metadata>\s*</record>)?", text, re.S)[:60]):
            token = b'<resumptionToken completeListSize="2" cursor="0">a%d</resumptionToken>' % number
            put("oai", f"{number}", head + record + token + tail)
    put("oai", "error", b'<OAI-PMH><responseDate>2026</responseDate><error code="badArgument">x</error></OAI-PMH>')


main()
