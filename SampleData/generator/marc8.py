"""MARC-8: ANSEL and basic Cyrillic, which is all that the sample needs."""

import unicodedata

MARKS = dict(zip(
    "\u0309\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030c\u030a\ufe20\ufe21\u0315\u030b\u0310\u0327\u0328\u0323\u0324"
    "\u0325\u0333\u0332\u0326\u031c\u032e\ufe22\ufe23",
    range(0xE0, 0xFC)))
LETTERS = {
    "Ł": 0xA1, "Ø": 0xA2, "Đ": 0xA3, "Þ": 0xA4, "Æ": 0xA5, "Œ": 0xA6, "ʹ": 0xA7, "·": 0xA8, "®": 0xAA, "±": 0xAB, "Ơ": 0xAC,
    "Ư": 0xAD, "ʼ": 0xAE, "ʻ": 0xB0, "ł": 0xB1, "ø": 0xB2, "đ": 0xB3, "þ": 0xB4, "æ": 0xB5, "œ": 0xB6, "ʺ": 0xB7, "ı": 0xB8,
    "£": 0xB9, "ð": 0xBA, "ơ": 0xBC, "ư": 0xBD, "°": 0xC0, "℗": 0xC2, "©": 0xC3, "¿": 0xC5, "¡": 0xC6, "ß": 0xC7,
}
CYRILLIC = dict(zip("юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧ", range(0x40, 0x7F)))
HORN = {"o\u031b": "ơ", "O\u031b": "Ơ", "u\u031b": "ư", "U\u031b": "Ư"}


class NotInMARC8(ValueError):
    """A character that the sample's MARC-8 does not have."""


def encode(text):
    """The text's bytes; every value begins and ends in the default sets."""
    output = bytearray()
    is_cyrillic = False
    for base, marks in clusters(text):
        if base in CYRILLIC and not is_cyrillic:
            output += b"\x1b(N"
            is_cyrillic = True
        elif is_cyrillic and base.isascii() and base.isalnum():
            output += b"\x1b(B"
            is_cyrillic = False
        output += bytes(MARKS[mark] for mark in marks)
        output.append(byte(base, is_cyrillic))
    return bytes(output + (b"\x1b(B" if is_cyrillic else b""))


def byte(base, is_cyrillic):
    if is_cyrillic and base in CYRILLIC:
        return CYRILLIC[base]
    if base.isascii():
        return ord(base)
    if base in LETTERS:
        return LETTERS[base]
    raise NotInMARC8(base)


def clusters(text):
    """Letters with the marks that stand on them; Cyrillic letters are whole."""
    found = []
    for character in text:
        pieces = character if character in CYRILLIC else unicodedata.normalize("NFD", character)
        for piece in pieces:
            if found and found[-1][0] + piece in HORN:
                found[-1] = (HORN[found[-1][0] + piece], found[-1][1])
            elif piece in MARKS and found:
                found[-1] = (found[-1][0], found[-1][1] + piece)
            else:
                found.append((piece, ""))
    return found


def can_encode(text):
    try:
        encode(text)
    except (NotInMARC8, KeyError):
        return False
    return True
