"""The MARC 21 format for bibliographic data as Holdfast has it, read from `Sources/CMARC21Tables/data/bibliographic.txt`."""

import collections
import os

DATA = os.path.join(os.path.dirname(__file__), "../../Sources/CMARC21Tables/data/bibliographic.txt")


class Field:
    """What the format says of a field: whether it repeats, its indicators' values, its subfields."""

    def __init__(self, repeats, is_obsolete):
        self.repeats, self.is_obsolete = repeats, is_obsolete
        self.indicators = {1: {}, 2: {}}
        self.subfields = {}

    def has_value(self, indicator, value):
        """Whether the value is current."""
        return self.indicators[indicator].get(value) is False

    def has_subfield(self, code):
        """Whether the subfield is current."""
        return code in self.subfields and not self.subfields[code].is_obsolete


Subfield = collections.namedtuple("Subfield", "repeats is_obsolete")


def values(columns):
    """The values of an indicator, each with whether it is obsolete; `0-9` stands for ten."""
    found, is_obsolete = {}, False
    for column in columns:
        if column == "obsolete":
            is_obsolete = True
            continue
        value = column.split("=", 1)[0]
        digits = range(int(value[0]), int(value[-1]) + 1) if "-" in value else None
        for one in map(str, digits) if digits else [value]:
            found[one] = is_obsolete
    return found


def read(path=DATA):
    """The fields by tag."""
    fields, current = {}, None
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            kind, *columns = line.rstrip("\n").split("\t")
            if kind == "field":
                current = fields[columns[0]] = Field(columns[1] == "R", "obsolete" in columns[3:])
            elif kind in ("ind1", "ind2") and current:
                current.indicators[int(kind[3])] = values(columns[1:])
            elif kind.startswith("$") and current:
                current.subfields[kind[1:]] = Subfield(columns[0] == "R", "obsolete" in columns[2:])
    return fields
