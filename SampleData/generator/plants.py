"""What a planted defect is: what it does to a record, and every line that the stages then report."""

from dataclasses import dataclass
from typing import Callable


def always(record):
    return True


@dataclass(frozen=True)
class Plant:
    """A fault put into one record.

    `reports` holds a (code, tag) for each expected defect, the tag empty where the record as a whole is meant. What is done
    is done in this order, each step absent where it has nothing to do: `edit` to the record, `layout` to its parts in
    ISO 2709, `bytes` to the whole of it, `xml` to its text in MARCXML.
    """

    name: str
    reports: tuple
    edit: Callable | None = None
    layout: Callable | None = None
    bytes: Callable | None = None
    xml: Callable | None = None
    # Which records can bear it.
    fits: Callable = always
    # The record's control number as it is reported, where the fault is about that.
    control: str | None = None


class Shelf:
    """The plants of one file, by their names."""

    def __init__(self):
        self.plants = {}

    def content(self, *reports, fits=always, control=None):
        return self._taking("edit", reports, fits, control)

    def layout(self, *reports, fits=always, control=None):
        return self._taking("layout", reports, fits, control)

    def bytes(self, *reports, fits=always, control=None):
        return self._taking("bytes", reports, fits, control)

    def xml(self, *reports, fits=always, control=None):
        return self._taking("xml", reports, fits, control)

    def _taking(self, step, reports, fits, control):
        pairs = tuple((code, tag) for code, _, tag in (report.partition(" ") for report in reports))

        def take(function):
            name = function.__name__
            self.plants[name] = Plant(name, pairs, fits=fits, control=control, **{step: function})
            return function

        return take


def is_book(record):
    return record.kind == "book"


def has(tag):
    """Whether a record is a book with a field `tag`."""
    return lambda record: record.kind == "book" and record.first(tag) is not None


def without(*tags):
    """Whether a record is a book without those fields."""
    return lambda record: record.kind == "book" and not any(record.first(tag) for tag in tags)


def is_ascii(record):
    """Whether a book's text is ASCII, so that bytes beyond it are only those planted."""
    if record.kind != "book":
        return False
    texts = [text for field in record.fields for _, text in field.subfields]
    return all(text.isascii() for text in texts)


def not_ascii(record):
    return record.kind == "book" and not is_ascii(record) and record.first("880") is None
