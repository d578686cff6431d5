"""Faults of content that validate reports."""

from .plants import Shelf, has, is_book, without

SHELF = Shelf()
content = SHELF.content
no_original = without("880")


@content("validate.title-missing 245", fits=no_original)
def title_missing(record):
    record.remove("245")


@content("validate.title-empty 245", fits=no_original)
def title_empty(record):
    record.first("245").subfields = [("a", "/")]


@content("validate.title-repeated 245", fits=no_original)
def title_repeated(record):
    record.insert("245", "00", ("a", "Another title."))


@content("validate.control-number-missing 001", fits=is_book, control="")
def control_number_missing(record):
    record.remove("001")


@content("validate.control-number-missing 907", fits=is_book, control="")
def own_number_missing(record):
    record.remove("907")


@content("validate.control-number-repeated 001", fits=is_book)
def control_number_repeated(record):
    second = record.copy().fields[0]
    second.data = "ocm00000042"
    record.fields.insert(1, second)


@content("validate.field-repeated 040", fits=is_book)
def field_repeated(record):
    record.insert("040", "  ", ("a", "CaOONL"), ("b", "eng"), ("c", "CaOONL"))


@content("validate.main-entry-repeated 110", fits=has("100"))
def main_entry_repeated(record):
    record.insert("110", "2 ", ("a", "Coast Libraries Consortium."))


@content("validate.fixed-field-missing 008", fits=is_book)
def fixed_field_missing(record):
    record.remove("008")


@content("validate.fixed-field-length-wrong 008", fits=is_book)
def fixed_field_short(record):
    record.first("008").data = record.first("008").data[:39]


@content("validate.fixed-field-shifted 008", fits=is_book)
def fixed_field_shifted(record):
    data = record.first("008").data
    record.first("008").data = data[:20] + data[21:]


@content("validate.record-type-undefined LDR", fits=is_book)
def record_type_undefined(record):
    record.set_leader(6, "w")


@content("validate.bibliographic-level-undefined LDR", fits=lambda record: record.kind == "score")
def level_undefined(record):
    record.set_leader(7, "x")


@content("validate.record-form-undetectable LDR", fits=is_book)
def form_undetectable(record):
    record.set_leader(7, "x")


@content("validate.leader-code-undefined LDR", fits=is_book)
def leader_code_undefined(record):
    record.set_leader(17, "9")


@content("validate.leader-code-obsolete LDR", fits=is_book)
def leader_code_obsolete(record):
    record.set_leader(18, "r")


@content("validate.field-undefined 277", fits=is_book)
def field_undefined(record):
    record.insert("277", "  ", ("a", "A field that MARC 21 does not have."))


@content("validate.field-obsolete 440", fits=is_book)
def field_obsolete(record):
    record.insert("440", " 0", ("a", "Coast readers"))


@content("validate.indicator-value-undefined 650", fits=has("650"))
def indicator_undefined(record):
    record.first("650").indicators = " 9"


@content("validate.indicator-not-blank 300", fits=is_book)
def indicator_not_blank(record):
    record.first("300").indicators = "1 "


@content("validate.indicator-value-obsolete 050", fits=has("050"))
def indicator_obsolete(record):
    record.first("050").indicators = "  "


@content("validate.subfield-undefined 300", fits=is_book)
def subfield_undefined(record):
    record.first("300").subfields.append(("z", "shelved with the oversize books"))


@content("validate.subfield-obsolete 300", fits=is_book)
def subfield_obsolete(record):
    record.first("300").subfields.append(("d", "1 map"))


@content("validate.subfield-repeated 245", fits=has("100"))
def subfield_repeated(record):
    code, text = record.first("245").subfields[-1]
    record.first("245").subfields[-1:] = [(code, text.rstrip(".") + " /"), ("c", "with pictures by the author.")]


@content("validate.linkage-malformed 880", fits=no_original)
def linkage_malformed(record):
    record.add("880", "  ", ("6", "500/01"), ("a", "A note without its pair."))


@content("validate.linkage-tag-undefined 880", fits=no_original)
def linkage_tag_undefined(record):
    record.add("880", "  ", ("6", "277-00"), ("a", "A field of nothing that MARC 21 has."))


@content("validate.isbn-malformed 020", fits=has("020"))
def isbn_malformed(record):
    record.first("020").set("a", record.first("020").get("a")[:11])


@content("validate.isbn-check-digit-wrong 020", fits=has("020"))
def isbn_check_digit(record):
    number = record.first("020").get("a")
    record.first("020").set("a", number[:12] + str((int(number[12]) + 1) % 10))


@content("validate.issn-malformed 490", fits=without("490"))
def issn_malformed(record):
    record.insert("490", "0 ", ("a", "Coast readers,"), ("x", "number 7"))


@content("validate.issn-check-digit-wrong 022", fits=lambda record: record.kind == "serial")
def issn_check_digit(record):
    number = record.first("022").get("a")
    record.first("022").set("a", number[:8] + ("1" if number[8] != "1" else "2"))


@content("validate.holdings-missing", fits=is_book)
def holdings_missing(record):
    record.remove("852")


@content("validate.out-of-scope LDR", fits=is_book)
def out_of_scope(record):
    record.set_leader(6, "r")
