"""From a work to the record that a careful cataloguer makes of it (RDA, ISBD punctuation)."""

from . import codes
from .record import Record

LEADERS = {"book": "nam a2200000 i 4500", "serial": "nas a2200000 i 4500", "film": "ngm a2200000 i 4500",
           "sound": "njm a2200000 i 4500", "score": "ncm a2200000 i 4500"}
CARRIERS = {
    "book": (("text", "txt"), ("unmediated", "n"), ("volume", "nc")),
    "serial": (("text", "txt"), ("unmediated", "n"), ("volume", "nc")),
    "score": (("notated music", "ntm"), ("unmediated", "n"), ("volume", "nc")),
    "film": (("two-dimensional moving image", "tdi"), ("video", "v"), ("videodisc", "vd")),
    "sound": (("performed music", "prm"), ("audio", "s"), ("audio disc", "sd")),
}
TERMS = {"336": "rdacontent", "337": "rdamedia", "338": "rdacarrier"}
LANGUAGES = {"fre": "French", "ger": "German", "cze": "Czech", "pol": "Polish", "vie": "Vietnamese", "spa": "Spanish",
             "rus": "Russian", "jpn": "Japanese", "chi": "Chinese", "kor": "Korean", "heb": "Hebrew", "ara": "Arabic"}


def catalogue(work, library):
    """The record without holdings and without the fields that are one library's own."""
    record = Record(work.kind, library.encoding)
    record.leader = "00000" + LEADERS[work.kind]
    if library.encoding == "marc8":
        record.set_leader(9, " ")
    record.control("001", library.number(work))
    record.control("003", library.organization)
    record.control("005", library.changed(work))
    if work.kind == "film":
        record.control("007", "vd cvaizq")
    if work.kind == "sound":
        record.control("007", "sd fungnnmmneu")
    record.control("008", fixed_field(work, library))
    numbers(record, work, library)
    names_and_titles(record, work)
    description(record, work, library)
    subjects(record, work)
    if work.original and library.takes_original(work):
        originals(record, work)
    return record


def fixed_field(work, library):
    """008, by the type of the record."""
    entered = f"{work.chance(library.symbol, 16) + 8:02d}{work.chance('month', 12) + 1:02d}{work.chance('day', 28) + 1:02d}"
    dates = f"c{work.year}9999" if work.kind == "serial" else f"s{work.year}    "
    country = codes.country(work.place)
    if work.kind == "serial":
        body = "wr p       0   a0"
    elif work.kind == "film":
        body = "110            vl"
    elif work.kind == "sound":
        body = "uun            n "
    elif work.kind == "score":
        body = "uuz         n  n "
    else:
        pictures = "a   " if has_pictures(work) else "    "
        notes = "b   " if has_notes(work) else "    "
        body = f"{pictures}  {notes} 00{1 if has_notes(work) else 0} {0 if work.subjects else 1} "
    assert len(body) == 17, (work.kind, len(body))
    return entered + dates + country + body + work.language + " d"


def has_pictures(work):
    return work.chance("pictures", 3) == 0


def has_notes(work):
    return bool(work.subjects) and work.chance("notes", 2) == 0


def numbers(record, work, library):
    if work.kind == "book" and work.number:
        record.add("020", "  ", ("a", work.number), *qualifier(work))
    if work.kind == "serial":
        record.add("022", "0 ", ("a", work.number))
    record.add("035", "  ", ("a", f"(OCoLC){3_000_000_000 + work.index * 97}"))
    record.add("035", "  ", ("a", f"({library.organization}){library.number(work)}"))
    record.add("040", "  ", ("a", library.organization), ("b", "eng"), ("e", "rda"), ("c", library.organization))
    lcc, ddc = codes.classes(work)
    if library.has_lcc:
        record.add("050", " 4", ("a", lcc), ("b", f".{work.title.strip(chr(34))[0].upper() if work.title[0].isascii() else 'X'}{work.chance('cutter', 89) + 10} {work.year}"))
    else:
        record.add("082", "04", ("a", ddc), ("2", "23"))


def qualifier(work):
    word = ["", "paperback", "hardcover", ""][work.chance("binding", 4)]
    return [("q", f"({word})")] if word else []


def names_and_titles(record, work):
    if work.author:
        record.add("100", kind_of_name(work.author), *heading(work.author))
    title = [("a", work.title)]
    if work.rest:
        title.append(("b", work.rest))
    if work.author:
        title.append(("c", work.author.in_order(work.language)))
    record.add("245", f"{1 if work.author else 0}{codes.nonfiling(work.title, work.language)}", *punctuated(title))


def kind_of_name(name):
    return "1 " if "," in name.text else "0 "


def heading(name):
    subfields = [("a", name.text + ",")]
    if name.dates:
        subfields.append(("d", name.dates if name.dates.endswith("-") else name.dates + ","))
    return subfields + [("e", name.relator + ".")]


def punctuated(title):
    """ISBD: ` :` before $b, ` /` before $c, a full stop at the end."""
    marks = {"b": " :", "c": " /"}
    texts = [text + marks.get(title[index + 1][0], "") if index + 1 < len(title) else stopped(text, ".?!-")
             for index, (_, text) in enumerate(title)]
    return [(code, text) for (code, _), text in zip(title, texts)]


def stopped(text, final=".?!)-"):
    return text if text[-1] in final else text + "."


def description(record, work, library):
    date = f"{work.year}-" if work.kind == "serial" else f"{work.year}."
    record.add("264", " 1", ("a", work.place + " :"), ("b", work.publisher + ","), ("c", date))
    pages = 60 + work.chance("pages", 420)
    extent, size = {
        "book": (f"{pages} pages", f"{18 + work.chance('size', 13)} cm"), "serial": ("volumes", "28 cm"), "film": ("1 videodisc", "12 cm"),
        "sound": ("1 audio disc", "12 cm"), "score": (f"1 score ({pages} pages)", "31 cm"),
    }[work.kind]
    if work.kind == "book" and has_pictures(work):
        record.add("300", "  ", ("a", extent + " :"), ("b", "illustrations ;"), ("c", size))
    else:
        record.add("300", "  ", ("a", extent + " ;"), ("c", size))
    if work.kind == "serial":
        record.add("310", "  ", ("a", "Weekly"))
    for tag, (term, code) in zip(TERMS, CARRIERS[work.kind]):
        record.add(tag, "  ", ("a", term), ("b", code), ("2", TERMS[tag]))
    if work.kind == "serial":
        record.add("362", "1 ", ("a", f"Began in {work.year}."))
    if has_notes(work):
        record.add("504", "  ", ("a", "Includes bibliographical references and index."))
    if work.language in LANGUAGES:
        record.add("546", "  ", ("a", f"Text in {LANGUAGES[work.language]}."))
    if library.notes_source(work):
        record.add("541", "1 ", ("c", "Gift;"), ("a", "a reader;"), ("d", library.changed(work)[:8] + "."))


def subjects(record, work):
    for subject in work.subjects:
        record.add("650", " 0", ("a", stopped(subject)))
    for name in work.added:
        record.add("700", kind_of_name(name), *heading(name))


def originals(record, work):
    """880 for the heading, the title and the publisher, each linked with its field."""
    author, title, rest, place, publisher = work.original
    # Nobody's roles or dates are written in another script.
    name = author.rsplit(", ", 1) if author[-1].isdigit() or author[-1] == "-" else [author]
    values = {
        "100": [("a", name[0] + ",")] + [("d", stopped(part)) for part in name[1:]],
        "245": punctuated([("a", title)] + ([("b", rest)] if rest else []) + [("c", " ".join(reversed(name[0].split(", "))))]),
        "264": [("a", place + " :"), ("b", publisher + ","), ("c", work.year + ".")],
    }
    for number, tag in enumerate(values, 1):
        field = record.first(tag)
        field.subfields.insert(0, ("6", f"880-{number:02d}"))
        indicators = field.indicators if tag != "245" else field.indicators[0] + "0"
        record.add("880", indicators, ("6", f"{tag}-{number:02d}/{work.script}"), *values[tag])
