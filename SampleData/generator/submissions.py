"""Who delivers what when, and where faults are planted."""

from . import archives, broken, marcxml, plants_encoding, plants_form, plants_rules, plants_structure, plants_xml
from .delivery import Between, Delivery, Item, spread
from .libraries import HARBOUR, LAKESIDE, MUSEUM, NORTHWATER
from .plants import Plant
from .record import Record

FULL, W45, W46 = "2026-10", "2026-W45", "2026-W46"
DATES = {W45: "20261103", W46: "20261110"}
STRAY = Between(b"\x00\x00\x00\x1a", ("ingest.stray-bytes",))
GARBAGE = Between(b"ERROR 500 connection reset by peer\x1d", ("ingest.unreadable-bytes",))

NAMED = {}
for shelf in (plants_encoding, plants_form, plants_rules, plants_structure, plants_xml):
    NAMED.update(shelf.SHELF.plants)


def named(text):
    return [NAMED[name] for name in text.split()]


def reporting(code, tag=""):
    """A plant that changes nothing: what is wrong lies in another record."""
    return Plant(code, ((code, tag),))


def part(works, library, period):
    """The works that a library sends for the first time in a period."""
    turn = {5: W45, 9: W46}
    return [work for work in works if library.holds(work) and turn.get(work.index % 12, FULL) == period]


class Changes:
    """A week of one library: what is new, what is changed, what goes."""

    def __init__(self, works, library, period, sent, every=12):
        later = library.later(DATES[period])
        self.new = [later.record(work) for work in part(works, library, period)]
        # Only records that have been installed are changed or deleted.
        known = [work for work in part(works, library, FULL) if library.number(work) not in sent.faulty]
        self.changed = [self.change(later, work) for work in known if work.chance(period, 2 * every) in (3, 17)]
        self.gone = [later.record(work) for work in known if work.chance(period, 2 * every) == 1]
        for record in self.gone:
            record.set_leader(5, "d")
            sent.faulty.add(record.first("001").data)

    @staticmethod
    def change(library, work):
        record = library.record(work)
        record.set_leader(5, "c")
        record.insert("852", record.first("852").indicators, *library.holding(work, 7).subfields)
        return record


class Sent:
    """What has been sent so far by one library: the 001 of the records that bear faults or are deleted."""

    def __init__(self):
        self.faulty = set()

    def note(self, items):
        for item in items:
            if isinstance(item, Item) and item.plant:
                first = item.record.first("001")
                if first is not None:
                    self.faulty.add(first.data)


def all_deliveries(works):
    deliveries = []
    for make in (harbour, northwater, lakeside, museum):
        deliveries += make(works, Sent())
    deliveries.append(broken.delivery(LAKESIDE, [work for work in works if not LAKESIDE.holds(work)]))
    return deliveries + unknown_folder(works)


def unknown_folder(works):
    """A folder that belongs to nobody; it stays, and every update reports it."""
    made = Delivery(FULL, "old-harbour")
    made.files["books.mrc"] = made.iso2709([Item(HARBOUR.record(works[0]))], "")
    reports = []
    for period in (FULL, W45, W46):
        report = Delivery(period, "")
        report.expect("ingest.contributor-unknown", "coast/old-harbour")
        reports.append(report)
    return [made] + reports


# MARC-8, ISO 2709, several files, a profile that declares both

def harbour(works, sent):
    return [harbour_full(works, sent), harbour_w45(works, sent), harbour_w46(works, sent)]


def harbour_full(works, sent):
    made = Delivery(FULL, "hbp")
    records = [HARBOUR.record(work) for work in part(works, HARBOUR, FULL)]
    half = len(records) // 2
    items = spread(records[:half], named(
        "utf8_among_marc8 marc8_code_unknown marc8_escape_wrong marc8_mark_without_base marc8_double_mark marc8_set_not_reset "
        "numeric_reference stripped_field stripped_subfield surplus_blanks surplus_blanks_in_private isbn_qualifier "
        "oclc_number_form out_of_scope isbn_qualifier oclc_number_form"))
    sent.note(items)
    made.files["books-1.mrc"] = made.iso2709(items, "books-1.mrc")
    items = spread(records[half:], named(
        "title_missing title_empty title_repeated control_number_missing control_number_repeated field_repeated "
        "main_entry_repeated fixed_field_missing fixed_field_short fixed_field_shifted holdings_missing isbn_malformed "
        "isbn_check_digit isbn_check_digit issn_malformed"))
    sent.note(items)
    made.files["books-2.mrc"] = made.iso2709(items, "books-2.mrc")
    # One record has no number: nothing can be said to be absent.
    made.expect("install.absence-withheld")
    return made


def harbour_w45(works, sent):
    made = Delivery(W45, "hbp")
    week = Changes(works, HARBOUR, W45, sent)
    items = spread(week.new + week.changed + week.gone, named(
        "length_wrong base_address_wrong entry_map_wrong leader_damaged directory_damaged directory_entry_wrong "
        "directory_overlap field_terminator_missing tag_malformed record_terminator_missing record_truncated "
        "indicator_missing field_without_form delimiter_missing subfield_code_missing delimiter_in_control_field"))
    items.insert(3, STRAY)
    items.insert(9, GARBAGE)
    sent.note(items)
    data = made.iso2709(items, "changes.mrc")
    made.files["changes.mrc"] = data
    made.files["changes2.mrc"] = data
    made.expect("ingest.same-file-twice", "changes2.mrc")
    made.files["late.mrc"] = b""
    made.expect("ingest.file-empty", "late.mrc")
    return made


def harbour_w46(works, sent):
    made = Delivery(W46, "hbp")
    week = Changes(works, HARBOUR, W46, sent)
    items = spread(week.new, named("field_too_long record_too_long surplus_blanks"))
    absent = HARBOUR.later(DATES[W46]).record(works[0])
    absent.set_leader(5, "d")
    absent.first("001").data = "b19999999"
    # A delete needs its number and nothing else.
    absent.fields = absent.fields[:1]
    items += [Item(record) for record in week.changed + week.gone] + [Item(absent, reporting("install.delete-not-held"))]
    made.files["changes.mrc"] = made.iso2709(items, "changes.mrc")
    return made


# UTF-8, ISO 2709, packed; records say themselves how they are encoded

def northwater(works, sent):
    return [northwater_full(works, sent), northwater_w45(works, sent), northwater_w46(works, sent)]


def northwater_full(works, sent):
    made = Delivery(FULL, "nwu")
    records = [NORTHWATER.record(work) for work in part(works, NORTHWATER, FULL)]
    films = [record for record in records if record.kind == "film"]
    books = [record for record in records if record.kind != "film"]
    items = spread(books, named(
        "leader_encoding_invalid leader_says_marc8 leader_says_utf8 latin1 encoding_unclear utf8_illegal utf8_illegal_in_title "
        "odd_space replacement_character double_utf8 escape_in_utf8 character_sets control_character line_break "
        "indicator_illegal subfield_code_illegal subfield_code_upper_case empty_subfield empty_field language_codes "
        "content_type_incomplete fixed_codes_unordered link_numbers level_undefined issn_check_digit"))
    link_records(items)
    sent.note(items)
    made.files["catalogue.mrc.gz"] = archives.gzip(made.iso2709(items, "catalogue.mrc.gz"))
    unsafe, holdings = "extras.zip/../films.mrc", "extras.zip/holdings.mrc"
    # Northwater does not hold the first work, so its full load has no record of it.
    copies = [Item(holdings_record(work)) for work in works[:240:20]]
    copies[0].plant = reporting("validate.holdings-without-record", "004")
    members = [
        ("../films.mrc", made.iso2709([Item(record) for record in films], unsafe)),
        ("holdings.mrc", made.iso2709(copies, holdings)),
    ]
    made.files["extras.zip"] = archives.zip_of(members, links=["latest.mrc"])
    made.expect("ingest.archive-member-name-unsafe", unsafe)
    made.expect("ingest.not-a-file", "extras.zip/latest.mrc")
    return made


def link_records(items):
    """Lets a book name an edition that does not name it, and a chapter a host item that is not there."""
    whole = [item for item in items if item.plant is None]
    edition, book, chapter = whole[20], whole[31], whole[42]
    book.record.insert("775", "08", ("i", "Other edition:"), ("t", "Another edition"),
                       ("w", f"({NORTHWATER.organization}){edition.record.number}"))
    book.plant = reporting("validate.entry-not-returned", "775")
    chapter.record.set_leader(7, "a")
    chapter.record.insert("773", "0 ", ("t", "Collected essays."), ("g", "Pages 1-12"),
                          ("w", f"({NORTHWATER.organization})991999999990"))
    chapter.plant = reporting("validate.host-not-in-submission", "773")


def holdings_record(work):
    """A holdings record of its own, linked by 004."""
    record = Record("holdings")
    record.leader = "00000nx  a22000001n 4500"
    record.control("001", f"22{work.index:08d}")
    record.control("004", NORTHWATER.number(work))
    record.control("005", NORTHWATER.changed(work))
    record.control("008", "1503120p    8   4001aueng0901128")
    record.fields.append(NORTHWATER.holding(work, 3))
    return record


def northwater_w45(works, sent):
    made = Delivery(W45, "nwu")
    week = Changes(works, NORTHWATER, W45, sent)
    items = spread(week.new + week.changed, named(
        "record_type_undefined form_undetectable leader_code_undefined leader_code_obsolete field_undefined field_obsolete "
        "indicator_undefined indicator_not_blank indicator_obsolete subfield_undefined subfield_obsolete subfield_repeated "
        "linkage_malformed linkage_tag_undefined"))
    twins(items)
    share_numbers(items)
    sent.note(items)
    made.files["changes.mrc"] = made.iso2709(items, "changes.mrc")
    numbers = [record.number for record in week.gone]
    numbers += ["991999999999", numbers[0]]
    made.files["deletes.txt"] = made.delete_list(numbers, "deletes.txt", missing={"991999999999"})
    made.expect("validate.duplicate-identical", "deletes.txt", 1, numbers[0])
    return made


def twins(items):
    """Lets three records come twice: the same, changed, and first as a deletion."""
    whole = [item for item in items if item.plant is None]
    same, other, deleted = whole[1], whole[4], whole[7]
    items.append(Item(same.record.copy()))
    changed = other.record.copy()
    changed.insert("500", "  ", ("a", "Signed by the author."))
    items.append(Item(changed))
    items.append(Item(deleted.record.copy()))
    deleted.record.set_leader(5, "d")
    for item, code in ((same, "duplicate-identical"), (other, "duplicate-differs"), (deleted, "add-and-delete")):
        item.plant = reporting("validate." + code)


def share_numbers(items):
    """Gives a book the ISBN and the OCLC number of the book before it."""
    earlier, later = [item for item in items[:-3] if item.plant is None and item.record.first("020")][-2:]
    for tag in ("020", "035"):
        later.record.first(tag).subfields[0] = earlier.record.first(tag).subfields[0]
    later.plant = Plant("shared numbers", (
        ("validate.standard-number-shared", "020"), ("validate.record-number-shared", "035")))


def northwater_w46(works, sent):
    made = Delivery(W46, "nwu")
    week = Changes(works, NORTHWATER, W46, sent)
    items = spread(week.new + week.changed + week.gone, named("odd_space surplus_blanks control_character"))
    items += [Item(authority(1), reporting("validate.heading-missing")),
              Item(authority(2, ("100", "1 ", "Camus, Albert,"), ("110", "2 ", "Gallimard (Firm)")),
                   reporting("validate.heading-repeated", "110"))]
    made.files["changes.mrc.gz"] = archives.gzip(made.iso2709(items, "changes.mrc.gz"))
    return made


def authority(number, *headings):
    record = Record("authority")
    record.leader = "00000nz  a2200000n  4500"
    record.control("001", f"na{number:06d}")
    record.control("005", "20261109101500.0")
    record.control("008", "150312n| acannaabn          |a aaa      ")
    record.add("040", "  ", ("a", "CaBNwU"), ("b", "eng"), ("c", "CaBNwU"))
    for tag, indicators, name in headings:
        record.add(tag, indicators, ("a", name))
    return record


# MARCXML

def lakeside(works, sent):
    full, week45 = lakeside_full(works, sent), lakeside_w45(works, sent)
    return [full, week45, lakeside_w46(works, sent, week45.files["changes.xml"])]


def lakeside_full(works, sent):
    made = Delivery(FULL, "ltl")
    items = spread([LAKESIDE.record(work) for work in part(works, LAKESIDE, FULL)], named(
        "leader_missing ampersand_alone entity unknown_element indicator_empty leader_constant empty_subfield title_missing "
        "title_empty isbn_check_digit surplus_blanks language_codes invisible_character issn_form"))
    sent.note(items)
    made.files["catalogue.xml"] = made.marcxml(items, "catalogue.xml")
    return made


def lakeside_w45(works, sent):
    made = Delivery(W45, "ltl")
    week = Changes(works, LAKESIDE, W45, sent)
    items = spread(week.new + week.changed + week.gone, named("line_break content_type_incomplete"))
    sent.note(items)
    made.files["changes.xml"] = made.marcxml(items, "changes.xml")
    made.files["withdrawn.xml"] = b'<?xml version="1.0"?>\n<collection xmlns="http://www.loc.gov/MARC21/slim"/>\n'
    made.expect("ingest.no-records", "withdrawn.xml")
    return made


def lakeside_w46(works, sent, old):
    made = Delivery(W46, "ltl")
    # What was sent last week is sent again, beside the new file.
    made.files["changes-w45.xml"] = old
    made.expect("ingest.same-file-twice", "changes-w45.xml")
    week = Changes(works, LAKESIDE, W46, sent)
    # The new one was harvested; of one record that is gone nothing tells the number.
    items = [Item(record) for record in week.new + week.changed + week.gone]
    items.insert(20, Between(marcxml.deleted("7f3a", "archive.lakeside.example:"), ("ingest.oai-delete-not-taken",)))
    # Of another the repository gave the header and nothing more.
    items.insert(30, Between(marcxml.header_alone("LTL000900"), ("ingest.oai-record-missing",)))
    # One record was taken out by hand.
    items.insert(40, Between(marcxml.commented("LTL000901"), ("ingest.xml-record-hidden",)))
    made.files["harvest.xml"] = made.harvest(items, "harvest.xml")
    return made


# The number that identifies a record in 907 $a; the last week deletes so much that it is held

def museum(works, sent):
    return [museum_full(works, sent), museum_w45(works, sent), museum_w46(works, sent)]


def museum_full(works, sent):
    made = Delivery(FULL, "mmr")
    items = spread([MUSEUM.record(work) for work in part(works, MUSEUM, FULL)], named(
        "own_number_missing surplus_blanks content_type_incomplete"))
    sent.note(items)
    made.files["museum.mrc"] = made.iso2709(items, "museum.mrc")
    made.expect("install.absence-withheld")
    return made


def museum_w45(works, sent):
    made = Delivery(W45, "mmr")
    week = Changes(works, MUSEUM, W45, sent)
    made.files["week45.mrc"] = made.iso2709(
        [Item(record) for record in week.new + week.changed + week.gone], "week45.mrc")
    return made


def museum_w46(works, sent):
    made = Delivery(W46, "mmr")
    later = MUSEUM.later(DATES[W46])
    known = [work for work in part(works, MUSEUM, FULL) if MUSEUM.number(work) not in sent.faulty]
    gone = [later.record(work) for work in known[:58]]
    for record in gone:
        record.set_leader(5, "d")
    new = spread([later.record(work) for work in part(works, MUSEUM, W46)], named("odd_space"))
    made.files["week46.mrc"] = made.iso2709(new + [Item(record) for record in gone], "week46.mrc")
    return made
