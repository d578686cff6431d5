"""Records in ISO 2709, in parts, so that planted defects can get at each of them."""

from . import marc8

FIELD, RECORD, SUBFIELD = b"\x1e", b"\x1d", b"\x1f"


class Parts:
    """A record as a leader, directory entries and fields without their terminators."""

    def __init__(self, record):
        self.fields = [field_bytes(field, record.encoding) for field in record.fields]
        self.tags = [field.tag.encode() for field in record.fields]
        self.entries = []
        start = 0
        for tag, data in zip(self.tags, self.fields):
            self.entries.append(b"%s%04d%05d" % (tag, min(len(data) + 1, 9999), min(start, 99999)))
            start += len(data) + 1
        base = 24 + 12 * len(self.entries) + 1
        length = min(base + start + 1, 99999)
        self.leader = b"%05d" % length + record.leader[5:12].encode("latin-1") + b"%05d" % base
        self.leader += record.leader[17:].encode("latin-1")

    def index(self, tag):
        return self.tags.index(tag.encode())

    def set_entry(self, tag, length=None, start=None):
        """Gives the first entry of `tag` other numbers."""
        index = self.index(tag)
        entry = self.entries[index]
        length = int(entry[3:7]) if length is None else length
        start = int(entry[7:]) if start is None else start
        self.entries[index] = b"%s%04d%05d" % (entry[:3], length, start)

    def joined(self):
        return self.leader + b"".join(self.entries) + FIELD + b"".join(data + FIELD for data in self.fields) + RECORD


def field_bytes(field, encoding):
    if field.data is not None:
        return encoded(field.data, encoding)
    return encoded(field.indicators, encoding) + b"".join(
        SUBFIELD + encoded(code, encoding) + encoded(text, encoding) for code, text in field.subfields)


def encoded(text, encoding):
    if isinstance(text, bytes):
        return text
    if encoding == "marc8":
        return marc8.encode(text)
    return text.encode("latin-1" if encoding == "latin1" else "utf-8")
