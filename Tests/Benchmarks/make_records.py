#!/usr/bin/env python3
"""Makes a large ISO 2709 file for the benchmarks: bibliographic records in UTF-8 of the size and make-up of a real
catalogue's, with a share of planted defects. The same arguments make the same bytes.

    make_records.py COUNT FILE

As in a real catalogue of 4,000 records that was measured, 47 % of the records hold letters outside ASCII and 42 % are not in
Unicode NFC. 8 % have an ISBN with a wrong check digit, 2 % a wrong indicator in 245, 1 % no 245 $a, 1 % a blank leader/09.
On average 26 fields, 51 subfields, 1.3 kB.
"""
import random
import sys
import unicodedata

TITLES = """The history of {n}|A short account of {n}|{n} and its people|Letters from {n}|Studies in the geology of {n}|\
Voyages to {n}|La vie quotidienne à {n}|Führer durch {n}|Straßen und Plätze von {n}|Histoire générale de {n}|\
El camino de {n}|Povídky z {n}|Český průvodce po {n}|Łódź, Kraków i {n}|A field guide to the birds of {n}|\
Proceedings of the conference on {n}|Collected poems from {n}|An economic atlas of {n}|Cooking in {n}|Maps of {n}""".split("|")
PLACES = """Vancouver Island|the Fraser Valley|Nova Scotia|Québec|Zürich|São Paulo|Montréal|the Yukon|Kamloops|Genève|Ålesund|\
the Okanagan|Prince Rupert|Gdańsk|Malmö|Trois-Rivières|Halifax|Saskatoon|Reykjavík|Córdoba""".split("|")
FAMILY = """Smith Müller Dvořák Nguyễn García Tremblay Côté Kowalski Jørgensen Björk MacDonald Singh Chan Brontë Čapek Lefèvre \
O'Brien Wong Peña Ibáñez""".split()
GIVEN = "Anna José Zoë Karel Marie-Ève John William Émile Søren Margaret Wei Priya François Agnès Thomas Lucía".split()
SUBJECTS = """History|Description and travel|Economic conditions|Social life and customs|Biography|Geology|Natural history|\
Poetry|Maps|Cooking|Language and languages|Religion|Architecture|Music|Law and legislation""".split("|")
NOTES = """Includes bibliographical references and index.|Translated from the French.|Originally presented as the author's thesis.|\
With a foreword by the editor and a chronology of events up to the present day.|Errata slip inserted.|\
Text in English with summaries in French and German.""".split("|")
PUBLISHERS = "University Press|Douglas & McIntyre|Éditions du Boréal|Harbour Publishing|Fischer Verlag|Oolichan Books".split("|")


ARTICLES = ("The", "A", "An", "La", "El")

# Records that differ in more than their numbers.
TEMPLATES = 20_000


def ascii_only(texts):
    return [text for text in texts if text.isascii()]


def isbn(number, wrong):
    digits = f"978{number:09d}"
    total = sum(int(d) * (3 if i % 2 else 1) for i, d in enumerate(digits))
    check = (10 - total % 10) % 10
    return digits + str((check + (1 if wrong else 0)) % 10)


def field(tag, indicators, *subfields):
    return tag, (indicators + "".join("\x1f" + code + value for code, value in subfields) + "\x1e").encode()


def record(number, rng):
    # About half of the records; of these few are without any letter outside ASCII.
    chosen = list if rng.random() < 0.475 else ascii_only
    place = rng.choice(chosen(PLACES))
    title = rng.choice(chosen(TITLES)).format(n=place)
    author = f"{rng.choice(chosen(FAMILY))}, {rng.choice(chosen(GIVEN))}"
    second = f"{rng.choice(chosen(FAMILY))}, {rng.choice(chosen(GIVEN))}"
    publisher = rng.choice(chosen(PUBLISHERS))
    if number % 25:
        title, author = unicodedata.normalize("NFD", title), unicodedata.normalize("NFD", author)
    year = 1900 + rng.randrange(125)
    fields = [
        ("001", b"gen@CONTROL\x1e"),
        ("003", b"XxXX\x1e"),
        ("005", b"20240115093015.0\x1e"),
        ("008", f"{rng.randrange(70, 100):02d}0115s{year}    bcca     b    001 0 eng d\x1e".encode()),
        field("010", "  ", ("a", "   @LCCN@@@ ")),
        field("020", "  ", ("a", "@ISBN@@@@@@@@"), ("q", "(paperback)")),
        field("035", "  ", ("a", "(OCoLC)@OCLC@@@")),
        field("040", "  ", ("a", "CaBVaU"), ("b", "eng"), ("c", "CaBVaU"), ("d", "CaOONL")),
        field("043", "  ", ("a", "n-cn-bc")),
        field("050", " 4", ("a", f"F{1000 + number % 9000}.{number % 10}"), ("b", f".{author[:1]}{number % 99} {year}")),
        field("082", "04", ("a", f"{number % 1000:03d}.{number % 97}"), ("2", "22")),
        field("100", "1 ", ("a", author + ","), ("d", f"{year - 50}-"), ("e", "author.")),
    ]
    # As a cataloguer counts: the article and the blank behind it.
    first = title.split(" ")[0].capitalize()
    indicators = "1x" if number % 50 == 7 else f"1{len(first) + 1 if first in ARTICLES else 0}"
    if number % 100 == 13:
        fields.append(field("245", indicators, ("b", title.lower() + " /"), ("c", author + ".")))
    else:
        fields.append(field("245", indicators, ("a", title + " :"), ("b", f"volume {number % 12 + 1}, {rng.choice(SUBJECTS).lower()} /"),
                            ("c", f"{author} ; with {second}.")))
    fields += [
        field("246", "3 ", ("a", title)),
        field("260", "  ", ("a", "Vancouver :"), ("b", publisher + ","), ("c", f"{year}.")),
        field("300", "  ", ("a", f"{100 + number % 700} pages :"), ("b", "illustrations ;"), ("c", "24 cm")),
        field("336", "  ", ("a", "text"), ("b", "txt"), ("2", "rdacontent")),
        field("337", "  ", ("a", "unmediated"), ("b", "n"), ("2", "rdamedia")),
        field("338", "  ", ("a", "volume"), ("b", "nc"), ("2", "rdacarrier")),
        field("500", "  ", ("a", rng.choice(NOTES[1:]))),
        field("504", "  ", ("a", NOTES[0])),
        field("520", "  ", ("a", f"An account of {place} from the first settlement to {year}, with particular attention to "
                                 f"{rng.choice(SUBJECTS).lower()} and {rng.choice(SUBJECTS).lower()}, drawn from letters, "
                                 "diaries and the records of the province.")),
        field("650", " 0", ("a", rng.choice(SUBJECTS)), ("z", place), ("x", "Sources.")),
        field("651", " 0", ("a", place), ("x", rng.choice(SUBJECTS), ), ("y", f"{year // 100 + 1}th century.")),
        field("700", "1 ", ("a", second + ","), ("e", "editor.")),
        field("852", "8 ", ("a", "GEN"), ("b", "main"), ("h", f"F{1000 + number % 9000}"), ("i", f"{author[:1]}{number % 99}"),
              ("p", "3@BARCODE@@@@@")),
    ]
    directory, body, offset = [], [], 0
    for tag, value in fields:
        directory.append(f"{tag}{len(value):04d}{offset:05d}")
        body.append(value)
        offset += len(value)
    base = 24 + 12 * len(fields) + 1
    coding = " " if number % 100 == 57 else "a"
    leader = f"{base + offset + 1:05d}nam {coding}22{base:05d} i 4500"
    return (leader + "".join(directory) + "\x1e").encode() + b"".join(body) + b"\x1d"


def barcode(number):
    """14 digits of Codabar as libraries use it; the last one is the check digit."""
    digits = f"3{number:012d}"
    total = sum(sum(divmod(2 * int(digit), 10)) if place % 2 == 0 else int(digit) for place, digit in enumerate(digits))
    return f"{digits}{-total % 10}"


def numbered(template, number):
    """The template with numbers of its own: control number, LCCN, ISBN, OCLC number, barcode; their widths are fixed."""
    return (
        template.replace(b"@CONTROL", b"%08d" % number)
        .replace(b"@LCCN@@@", b"%02d%06d" % (60 + number // 1000000 % 40, number % 1000000))
        .replace(b"@ISBN@@@@@@@@", isbn(number, number % 100 < 8).encode())
        .replace(b"@OCLC@@@", b"%08d" % (10000000 + number))
        .replace(b"3@BARCODE@@@@@", barcode(number).encode())
    )


def main():
    count, path = int(sys.argv[1]), sys.argv[2]
    rng = random.Random(2709)
    templates = [record(number, rng) for number in range(min(count, TEMPLATES))]
    with open(path, "wb", buffering=1 << 20) as output:
        for number in range(count):
            output.write(numbered(templates[number % TEMPLATES], number))


if __name__ == "__main__":
    main()
