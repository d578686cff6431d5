"""Faults of character coding, in ISO 2709."""

from . import marc8
from .plants import Shelf, has, is_ascii, is_book, not_ascii

SHELF = Shelf()
content = SHELF.content


def note(record, text):
    record.insert("500", "  ", ("a", text))


# In a file that the profile declares as MARC-8

@content("scrub.encoding-not-declared", fits=not_ascii)
def utf8_among_marc8(record):
    record.encoding = "utf8"
    record.set_leader(9, "a")


# Enough that is MARC-8 to leave no doubt about the rest
CLEAR = marc8.encode("Préface de René Hébert, traduit par José Núñez et André ")


@content("scrub.marc8-code-unknown 500", fits=is_ascii)
def marc8_code_unknown(record):
    note(record, CLEAR + b"Ferr\xfcer.")


@content("scrub.marc8-escape-wrong 500", fits=is_ascii)
def marc8_escape_wrong(record):
    note(record, b"Title page in \x1bZKlingon.")


@content("scrub.marc8-mark-without-base 500", fits=is_ascii)
def marc8_mark_without_base(record):
    note(record, CLEAR + b"Ferrier.\xe2")


@content("scrub.marc8-double-mark-incomplete 500", fits=is_ascii)
def marc8_double_mark(record):
    note(record, b"Translated from Rossi\xebia.")


@content("scrub.marc8-set-not-reset 246", fits=is_ascii)
def marc8_set_not_reset(record):
    record.insert("246", "1 ", ("a", marc8.encode("Книга").removesuffix(b"\x1b(B")))


@content("scrub.numeric-reference-malformed 500", fits=is_ascii)
def numeric_reference(record):
    note(record, "Cover title: Na&#1234;ive.")


# In a file whose records say themselves how they are encoded

@content("scrub.leader-encoding-invalid LDR", fits=is_book)
def leader_encoding_invalid(record):
    record.set_leader(9, "u")


@content("scrub.leader-encoding-wrong LDR", fits=not_ascii)
def leader_says_marc8(record):
    record.set_leader(9, " ")


@content("scrub.leader-encoding-wrong LDR", fits=is_ascii)
def leader_says_utf8(record):
    record.encoding = "marc8"
    note(record, "Préface de René Hébert, traduit de l'espagnol par José Núñez et Łukasz Dębski.")


@content("scrub.encoding-foreign", fits=is_ascii)
def latin1(record):
    record.encoding = "latin1"
    note(record, "Les poètes français à l'époque où l'été s'achève : œuvres choisies.".replace("œ", "oe"))


@content("scrub.encoding-unclear", "scrub.utf8-illegal 500", fits=is_ascii)
def encoding_unclear(record):
    note(record, b"Cover title: \x9d\x81 M\xfe\xfdx \x90\x8f.")


@content("scrub.utf8-illegal 500", fits=not_ascii)
def utf8_illegal(record):
    note(record, b"Published in Gen\xe8ve.")


@content("scrub.utf8-illegal 245", fits=lambda record: not_ascii(record) and has("100")(record))
def utf8_illegal_in_title(record):
    record.first("245").subfields[0] = ("a", b"Caf\xe9 stories /")
    # Enough that is UTF-8 to show what the rest was meant to be.
    note(record, "Préface de René Hébert.")


@content("scrub.odd-space 500", fits=is_book)
def odd_space(record):
    note(record, "Price:\u00a020.")


@content("scrub.replacement-character 500", fits=is_book)
def replacement_character(record):
    note(record, "Caf\ufffd stories.")


@content("scrub.double-utf8 500", fits=is_book)
def double_utf8(record):
    note(record, "Préface de René Hébert.".encode().decode("latin-1"))


@content("scrub.escape-in-utf8 500", fits=not_ascii)
def escape_in_utf8(record):
    note(record, "Original title: \x1b(BSult\x1b(B.")


@content("scrub.character-sets-field 066", fits=is_book)
def character_sets(record):
    record.insert("066", "  ", ("c", "(N"))


@content("scrub.invisible-character 500", fits=is_book)
def invisible_character(record):
    note(record, "Zero\u200bwidth.")
