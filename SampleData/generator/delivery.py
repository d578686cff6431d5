"""Files of records, and the defects that each is expected to bring."""

from dataclasses import dataclass, field

from . import marcxml
from .iso2709 import Parts
from .plants import Plant


@dataclass(frozen=True, order=True)
class Expected:
    """A line of `planted.tsv`."""

    period: str
    contributor: str
    code: str
    file: str = ""
    record: int = 0
    control: str = ""
    tag: str = ""


@dataclass
class Item:
    """A record on its way into a file, with the fault that it is to bear."""

    record: object
    plant: Plant | None = None

    @property
    def control(self):
        if self.plant and self.plant.control is not None:
            return self.plant.control
        return self.record.number

    def takes(self, plant):
        return self.plant is None and self.record.leader[5] != "d" and plant.fits(self.record)


@dataclass
class Between:
    """What stands between two records and is none, bytes or text as the file has it, and what is reported of it."""

    data: bytes | str
    reports: tuple


@dataclass
class Delivery:
    """What one contributor delivers for one period: files by name, and what is expected of them."""

    period: str
    contributor: str
    files: dict = field(default_factory=dict)
    expected: list = field(default_factory=list)

    def expect(self, code, file="", record=0, control="", tag=""):
        self.expected.append(Expected(self.period, self.contributor, code, file, record, control, tag))

    def iso2709(self, items, name):
        """The bytes of a file in ISO 2709, which is called `name` in reports."""
        return b"".join(self.pieces(items, name, iso2709_bytes))

    def marcxml(self, items, name):
        texts = self.pieces(items, name, marcxml_text)
        return (marcxml.HEAD + "".join(texts) + marcxml.TAIL).encode()

    def harvest(self, items, name):
        """An OAI-PMH response; of records that are gone it has the header alone."""
        def write(item):
            if item.record.leader[5] == "d":
                return marcxml.deleted(item.record.number)
            return marcxml.harvested(marcxml_text(item), item.record.number)

        return (marcxml.OAI_HEAD + "".join(self.pieces(items, name, write)) + marcxml.OAI_TAIL).encode()

    def pieces(self, items, name, write):
        ordinal = 0
        for item in items:
            if isinstance(item, Between):
                for code in item.reports:
                    self.expect(code, name)
                yield item.data
                continue
            ordinal += 1
            # The fault may take away what names the record.
            control = item.control
            yield write(item)
            for code, tag in item.plant.reports if item.plant else ():
                self.expect(code, name, ordinal, control, tag)

    def delete_list(self, numbers, name, missing=()):
        """A plain list of control numbers; those of `missing` are not held."""
        for ordinal, number in enumerate(numbers, 1):
            if number in missing:
                self.expect("install.delete-not-held", name, ordinal, number)
        return "".join(f"{number}\n" for number in numbers).encode()


def iso2709_bytes(item):
    plant = item.plant
    record = item.record
    if plant and plant.edit:
        record = record.copy()
        plant.edit(record)
    parts = Parts(record)
    if plant and plant.layout:
        plant.layout(parts)
    data = parts.joined()
    return plant.bytes(data) if plant and plant.bytes else data


def marcxml_text(item):
    plant = item.plant
    record = item.record
    if plant and plant.edit:
        record = record.copy()
        plant.edit(record)
    text = marcxml.text(record)
    return plant.xml(text) if plant and plant.xml else text


def spread(records, plants):
    """The records as items, with a plant each for as many as there are plants, evenly apart.

    Each plant goes to the first record from its place on that can bear it and has none yet. Deletes bear none: nobody looks
    into them.
    """
    items = [Item(record) for record in records]
    for number, plant in enumerate(plants):
        start = number * len(items) // max(1, len(plants))
        order = list(range(start, len(items))) + list(range(start))
        place = next((index for index in order if items[index].takes(plant)), None)
        if place is None:
            raise ValueError(f"no record can bear {plant.name}")
        items[place].plant = plant
    return items
