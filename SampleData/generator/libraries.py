"""The four libraries: how each numbers, encodes and holds what it has."""

from dataclasses import dataclass, replace

from . import codes, marc8
from .cataloguing import catalogue
from .record import Field


@dataclass(frozen=True)
class Library:
    symbol: str
    organization: str
    encoding: str
    has_lcc: bool
    # How many works of a hundred it holds.
    share: int
    branches: tuple
    # The date in 005 of what it sends.
    date: str = "20260914"

    def holds(self, work):
        return work.chance("held by " + self.symbol, 100) < self.share and self.can_write(work)

    def can_write(self, work):
        """A library with MARC-8 has no works in scripts that the sample's MARC-8 lacks."""
        texts = [work.title, work.rest, work.place, work.publisher, *work.subjects, *work.original]
        names = [name.text for name in [work.author, *work.added] if name]
        return self.encoding != "marc8" or all(marc8.can_encode(text) for text in texts + names)

    def takes_original(self, work):
        return True

    def number(self, work):
        return {
            "hbp": f"b{10_000_000 + work.index * 13}", "nwu": f"99{1_000_000_000 + work.index * 7919}",
            "ltl": f"LTL{work.index + 1:06d}", "mmr": f"mmr-{work.index + 1}",
        }[self.symbol]

    def changed(self, work):
        return f"{self.date}{8 + work.chance('hour', 10):02d}{work.chance('minute', 60):02d}{work.chance('second', 60):02d}.0"

    def notes_source(self, work):
        return self.symbol == "hbp" and work.chance("gift", 12) == 0

    def record(self, work):
        """The library's record of a work, with its holdings."""
        record = catalogue(work, self)
        for copy in range(1 + work.chance(self.symbol + " copies", 2)):
            record.fields.append(self.holding(work, copy))
        if self.symbol == "mmr":
            record.add("907", "  ", ("a", f"A.{1950 + work.index % 70}.{work.index}"))
        record.fields.sort(key=lambda field: 0 if field.data is not None else int(field.tag) // 100 if field.tag < "852" else 9)
        return record

    def holding(self, work, copy):
        lcc, ddc = codes.classes(work)
        branch = self.branches[(work.index + copy) % len(self.branches)]
        name = (work.author.text if work.author else work.title).strip(chr(34))[:3].strip().upper()
        shelf = [("h", lcc), ("i", f".{name[0]}{work.chance('cutter', 89) + 10} {work.year}")] if self.has_lcc else [
            ("h", ddc), ("i", name)]
        barcode = codes.barcode(f"3{self.share:02d}{work.index:06d}{copy:02d}{work.chance('barcode', 100):02d}")
        return Field(
            "852", "0 " if self.has_lcc else "1 ", ("a", self.organization), ("b", branch), *shelf, ("p", barcode))

    def later(self, date):
        """The same library at another date."""
        return replace(self, date=date)


HARBOUR = Library("hbp", "CaBHP", "marc8", False, 92, ("Main", "East Side", "Children"))
NORTHWATER = Library("nwu", "CaBNwU", "utf8", True, 96, ("Science", "Humanities", "Storage"))
LAKESIDE = Library("ltl", "CaBLT", "utf8", False, 80, ("Desk",))
MUSEUM = Library("mmr", "CaBMMR", "utf8", True, 34, ("Reading Room", "Closed Stack"))
ALL = (HARBOUR, NORTHWATER, LAKESIDE, MUSEUM)
