"""The first delivery of a library that is about to join: files as broken as files get. All of it is held."""

from . import archives, marcxml, textforms
from .delivery import Delivery, Item
from .record import Record

PERIOD, SYMBOL = "2026-10", "ksd"


def delivery(library, works):
    """What the school district delivers; `library` says how its few whole records look."""
    made = Delivery(PERIOD, SYMBOL)
    records = iter(library.record(work) for work in works)

    def take(count):
        return [Item(next(records)) for _ in range(count)]

    cut_off(made, take(3))
    damaged_zip(made, take(3))
    made.files["locked.zip"] = archives.encrypted_zip("books.mrc", made.iso2709(take(1), ""), b"library")
    made.expect("ingest.archive-encrypted", "locked.zip/books.mrc")
    nested = made.iso2709(take(1), "")
    for depth in range(4):
        nested = archives.zip_of([(f"level{depth}.zip" if depth else "books.mrc", nested)])
    made.files["nested.zip"] = nested
    made.expect("ingest.archive-too-large", "nested.zip/level3.zip/level2.zip/level1.zip")
    made.files["error.html"] = b"<!DOCTYPE html>\n<html><head><title>504 Gateway Time-out</title></head></html>\n"
    made.expect("ingest.format-unknown", "error.html")
    made.files["answer.xml"] = marcxml.error("badResumptionToken", "the token has expired").encode()
    made.expect("ingest.oai-error", "answer.xml")
    made.expect("ingest.format-not-as-declared", "answer.xml")
    made.files["empty.mrc"] = b""
    made.expect("ingest.file-empty", "empty.mrc")
    made.files["wrong.xml"] = made.marcxml(take(2), "wrong.xml")
    made.expect("ingest.format-not-as-declared", "wrong.xml")
    noise(made, take(1))
    other_encodings(made, take(1), take(1))
    text_formats(made, take(2), take(1))
    made.files["unimarc.mrc"] = made.iso2709([Item(unimarc())], "unimarc.mrc")
    made.expect("ingest.record-is-unimarc", "unimarc.mrc", 1, "KSD-U1", "200")
    chunks(made, take(1)[0].record)
    return made


def cut_off(made, items):
    """The transfer broke off in the last record."""
    data = made.iso2709(items, "cut.mrc")
    made.files["cut.mrc"] = data[:-200]
    made.expect("ingest.file-truncated", "cut.mrc")
    made.expect("ingest.record-truncated", "cut.mrc", 3, items[2].record.number)


def damaged_zip(made, items):
    """The archive broke off in its only file, and that in its last record."""
    name = "damaged.zip/books.mrc"
    data = made.iso2709(items, name)
    archive = archives.zip_of([("books.mrc", data)])
    made.files["damaged.zip"] = archive[:archive.index(data) + len(data) - 190]
    made.expect("ingest.archive-damaged", "damaged.zip")
    made.expect("ingest.file-truncated", name)
    made.expect("ingest.record-truncated", name, 3, items[2].record.number)


def unimarc():
    """A record in the format of another part of the world."""
    record = Record()
    record.control("001", "KSD-U1")
    record.add("100", "  ", ("a", "20050314d2005    u  y0frey50      ba"))
    record.add("200", "1 ", ("a", "Voyage au bout de la nuit"), ("f", "Louis-Ferdinand Céline"))
    record.add("801", " 0", ("a", "FR"), ("b", "KSD"), ("c", "20050314"))
    return record


def chunks(made, record):
    """One record of more than 99,999 bytes, written as two with the same number."""
    parts = []
    for number in range(2):
        part = record.copy()
        for note in range(6):
            text = f"Part {number + 1}, note {note + 1}: " + "on and on it goes " * 500
            part.insert("500", "  ", ("a", text.strip() + "."))
        parts.append(Item(part))
    made.files["chunks.mrc"] = made.iso2709(parts, "chunks.mrc")
    made.expect("ingest.record-in-chunks", "chunks.mrc", 1, record.number, "001")


def text_formats(made, items, more):
    """JSON with a name that it does not know and a comma too many; a field of MARCMaker's form in two lines."""
    first, second = (textforms.marcjson(item.record) for item in items)
    first = first.replace('"fields"', '"status": "new", "fields"', 1)
    second = second.replace('}, {"245"', '},, {"245"', 1)
    made.files["records.json"] = f"[{first},\n{second}]\n".encode()
    made.expect("ingest.json-shape-wrong", "records.json", 1, items[0].record.number)
    made.expect("ingest.json-not-well-formed", "records.json", 2, items[1].record.number)
    text = textforms.mrk(more[0].record)
    start = text.index("=264  ")
    place = text.index(" ", text.index("$b", start))
    made.files["lines.mrk"] = (text[:place] + "\n" + text[place + 1:]).encode()
    made.expect("ingest.line-malformed", "lines.mrk", 1, more[0].record.number, "264")
    for name in ("records.json", "lines.mrk"):
        made.expect("ingest.format-not-as-declared", name)


def other_encodings(made, items, more):
    """XML that lies about its encoding, is in one that nobody knows, or has half a character in it."""
    for name, encoding in (("declared.xml", "ISO-8859-1"), ("unknown.xml", "LATIN-AUTO")):
        data = made.marcxml(items, name).replace(b'encoding="UTF-8"', f'encoding="{encoding}"'.encode())
        made.files[name] = data + "<!-- fin de la liste expédiée -->\n".encode()
    made.expect("ingest.xml-declaration-wrong", "declared.xml")
    made.files["unknown.xml"] = made.files["unknown.xml"].decode().encode("latin-1", "xmlcharrefreplace")
    made.expect("ingest.xml-encoding-unknown", "unknown.xml")
    text = made.marcxml(more, "wide.xml").decode().replace('encoding="UTF-8"', 'encoding="UTF-16"')
    made.files["wide.xml"] = b"\xff\xfe" + text.encode("utf-16-le") + b"\n"
    made.expect("ingest.text-bytes-illegal", "wide.xml")
    for name in ("declared.xml", "wide.xml"):
        made.expect("ingest.format-not-as-declared", name)


def noise(made, items):
    """One record, then so much that is none that reading gives up."""
    stretches = 10_001
    made.files["noise.mrc"] = made.iso2709(items, "noise.mrc") + b"?\x1d" * stretches
    for _ in range(stretches - 1):
        made.expect("ingest.unreadable-bytes", "noise.mrc")
    made.expect("ingest.file-abandoned", "noise.mrc")
