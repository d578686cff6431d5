"""Faults of form and content that scrub repairs or notes, the same in every encoding."""

from .plants import Shelf, has, is_book, without

SHELF = Shelf()
content = SHELF.content


@content("scrub.control-character 500", fits=is_book)
def control_character(record):
    record.insert("500", "  ", ("a", "Title from \x01cover."))


@content("scrub.tab-or-line-break 520", fits=is_book)
def line_break(record):
    record.insert("520", "  ", ("a", "A book for readers\nwho read on."))


@content("scrub.indicator-illegal 650", fits=has("650"))
def indicator_illegal(record):
    record.first("650").indicators = "#0"


@content("scrub.subfield-code-illegal 500", fits=is_book)
def subfield_code_illegal(record):
    record.insert("500", "  ", ("a", "Price on cover:"), ("%", "20 off"))


@content("scrub.subfield-code-upper-case 650", fits=has("650"))
def subfield_code_upper_case(record):
    field = record.first("650")
    field.set("a", field.get("a").rstrip("."))
    field.subfields.append(("X", "History."))


@content("scrub.empty-subfield 300", fits=is_book)
def empty_subfield(record):
    record.first("300").subfields.append(("e", " "))


@content("scrub.empty-subfield 500", "scrub.empty-field 500", fits=is_book)
def empty_field(record):
    record.insert("500", "  ", ("a", " "))


@content("scrub.field-on-strip-list 949", fits=is_book)
def stripped_field(record):
    record.add("949", "  ", ("a", "on order"), ("t", "staff only"))


@content("scrub.field-on-strip-list 856", fits=is_book)
def stripped_subfield(record):
    record.insert("856", "40", ("u", "https://example.org/" + record.number), ("z", "Staff: renew in June."))


@content("scrub.surplus-blanks 300", fits=is_book)
def surplus_blanks(record):
    field = record.first("300")
    field.set("a", "  " + field.get("a"))


@content("scrub.surplus-blanks 541", fits=has("541"))
def surplus_blanks_in_private(record):
    field = record.first("541")
    field.set("a", "a  reader;")


@content("scrub.isbn-qualifier 020", fits=has("020"))
def isbn_qualifier(record):
    number = record.first("020").get("a")
    record.first("020").subfields = [("a", number + " (pbk.)")]


@content("scrub.oclc-number-form 035", fits=is_book)
def oclc_number_form(record):
    number = record.first("035").get("a")
    record.first("035").set("a", number.replace("(OCoLC)", "(OCoLC)on"))


@content("scrub.language-codes-run-together 041", fits=without("041"))
def language_codes(record):
    record.insert("041", "0 ", ("a", "engfre"))


@content("scrub.content-type-incomplete 336", fits=is_book)
def content_type_incomplete(record):
    record.first("336").subfields = record.first("336").subfields[:1]


@content("scrub.fixed-codes-unordered 008", fits=is_book)
def fixed_codes_unordered(record):
    record.set_fixed(18, "ba  ")


@content("scrub.link-number-repeated 245", "scrub.link-number-repeated 880", fits=has("880"))
def link_numbers(record):
    # The second pair takes the number of the first; scrub numbers the pairs anew.
    for field in [record.first("245"), record.all("880")[1]]:
        field.set("6", field.get("6").replace("-02", "-01"))


@content("scrub.issn-form 022", fits=lambda record: record.kind == "serial")
def issn_form(record):
    record.first("022").set("a", record.first("022").get("a").replace("-", ""))


@content("scrub.leader-constant-wrong LDR", fits=is_book)
def leader_constant(record):
    record.set_leader(20, "4  0")
