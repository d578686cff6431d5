"""A record while it is made: a leader and fields, text as `str`; `bytes` where a planted defect wants exactly those."""

import copy

LEADER = "00000nam a2200000 i 4500"


class Field:
    """A field: `data` for a control field, else two indicators and subfields as (code, text)."""

    def __init__(self, tag, indicators="  ", *subfields, data=None):
        self.tag = tag
        self.indicators = indicators
        self.subfields = list(subfields)
        self.data = data

    def get(self, code):
        return next((text for found, text in self.subfields if found == code), None)

    def set(self, code, text):
        """Puts `text` in the place of the first subfield `code`."""
        index = next(index for index, (found, _) in enumerate(self.subfields) if found == code)
        self.subfields[index] = (code, text)


class Record:
    """A record. `encoding` says how its text becomes bytes: `marc8`, `utf8`, `latin1`."""

    def __init__(self, kind="book", encoding="utf8"):
        self.kind = kind
        self.encoding = encoding
        self.leader = LEADER
        self.fields = []

    def copy(self):
        return copy.deepcopy(self)

    def control(self, tag, data):
        self.fields.append(Field(tag, data=data))

    def add(self, tag, indicators, *subfields):
        """Appends a field."""
        field = Field(tag, indicators, *subfields)
        self.fields.append(field)
        return field

    def insert(self, tag, indicators, *subfields):
        """Puts a field behind those with the same tag or a lower one."""
        field = Field(tag, indicators, *subfields)
        place = len(self.fields)
        while place > 0 and self.fields[place - 1].tag > tag:
            place -= 1
        self.fields.insert(place, field)
        return field

    def first(self, tag):
        return next((field for field in self.fields if field.tag == tag), None)

    def all(self, tag):
        return [field for field in self.fields if field.tag == tag]

    def remove(self, tag):
        self.fields = [field for field in self.fields if field.tag != tag]

    def set_leader(self, position, text):
        self.leader = self.leader[:position] + text + self.leader[position + len(text):]

    def set_fixed(self, position, text):
        """Writes into 008."""
        field = self.first("008")
        field.data = field.data[:position] + text + field.data[position + len(text):]

    @property
    def number(self):
        """The number that identifies the record: 907 $a for the one library that has it there, else 001."""
        own = self.first("907")
        if own is not None:
            return own.get("a")
        field = self.first("001")
        return field.data if field is not None else ""
