"""A record of ISO 2709 as its leader and directory have it: for looking at, whatever is wrong with it."""

import collections

Field = collections.namedtuple("Field", "tag indicators subfields data")
Subfield = collections.namedtuple("Subfield", "code value")


class Record:
    def __init__(self, data):
        self.leader = data[:24].decode("latin-1").ljust(24)
        self.fields = list(read(data))

    def named(self, *tags):
        return [field for field in self.fields if field.tag in tags]

    def field(self, tag, occurrence):
        """From 1; one without anything in it where there are not so many."""
        found = self.named(tag)
        return found[occurrence - 1] if len(found) >= occurrence else Field(tag, "", [], "")

    def control(self, tag):
        """The data of the first field with the tag; empty where there is none."""
        found = self.named(tag)
        return found[0].data if found else ""


def read(data):
    base = int(data[12:17]) if data[12:17].isdigit() else 0
    for start in range(24, min(base, len(data)) - 12, 12):
        tag, length, offset = data[start : start + 3], data[start + 3 : start + 7], data[start + 7 : start + 12]
        if length.isdigit() and offset.isdigit():
            begin = base + int(offset)
            yield field(tag.decode("latin-1"), data[begin : begin + int(length)].rstrip(b"\x1d\x1e"))


def field(tag, data):
    text = data.decode("utf-8", "replace")
    head, *parts = text.split("\x1f")
    if tag < "010":
        return Field(tag, "", [], text)
    return Field(tag, head, [Subfield(part[:1], part[1:]) for part in parts], text)
