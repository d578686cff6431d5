"""The works that the libraries hold: facts from `works.tsv`."""

import csv
import os
import re
import zlib
from dataclasses import dataclass

PLACE = os.path.join(os.path.dirname(__file__), "..", "works.tsv")


@dataclass(frozen=True)
class Name:
    """A person as a heading has it: `Camus, Albert, 1913-1960`."""

    text: str
    dates: str
    relator: str

    @staticmethod
    def read(text, relator="author"):
        parts = text.split(", ")
        if parts[-1] in ("editor", "illustrator", "translator"):
            relator = parts.pop()
        dates = parts.pop() if re.match(r"(approximately )?\d{4}", parts[-1]) else ""
        return Name(", ".join(parts), dates, relator)

    def in_order(self, language):
        """As the title page has it, without blanks between initials."""
        parts = self.text.split(", ")
        if len(parts) == 1:
            return self.text
        if language in ("vie", "jpn", "chi", "kor", "hun"):
            return " ".join(parts)
        return re.sub(r"(?<=\b[A-Z]\.) (?=[A-Z]\.)", "", " ".join(parts[1:] + parts[:1]))


@dataclass(frozen=True)
class Work:
    """One line of the file. Lists are empty where nothing is known."""

    index: int
    kind: str
    number: str
    language: str
    author: Name | None
    title: str
    rest: str
    place: str
    publisher: str
    year: str
    subjects: list
    added: list
    # Author, title, rest of title, place and publisher in the work's own script.
    original: list

    def chance(self, salt, limit):
        """A number from 0 to `limit` - 1 that looks random and is the same every time."""
        return zlib.crc32(f"{salt} {self.index} {self.title}".encode()) % limit

    @property
    def script(self):
        """What 880 $6 says of the script: `(N` for Cyrillic."""
        return {"rus": "(N", "jpn": "$1", "chi": "$1", "kor": "$1", "heb": "(2/r", "ara": "(3/r"}.get(self.language, "")


def read_works():
    """Every work, in the order of the file."""
    with open(PLACE, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [make(index, row) for index, row in enumerate(rows)]


def make(index, row):
    def parts(key, mark):
        return [part for part in row[key].split(mark)] if row[key] else []

    return Work(
        index, row["kind"], row["number"], row["language"], Name.read(row["author"]) if row["author"] else None,
        row["title"], row["rest"], row["place"], row["publisher"], row["year"], parts("subjects", "|"),
        [Name.read(name) for name in parts("added", "|")], parts("original", "@"))
