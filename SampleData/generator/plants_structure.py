"""Faults in the form of ISO 2709 itself: lengths, directory, terminators."""

from .plants import Shelf, has, is_book, without

SHELF = Shelf()
layout, raw = SHELF.layout, SHELF.bytes


def replace_entry(parts, tag, entry):
    parts.entries[parts.index(tag)] = entry


@layout("ingest.record-length-wrong LDR", fits=is_book)
def length_wrong(parts):
    parts.leader = b"%05d" % (int(parts.leader[:5]) + 7) + parts.leader[5:]


@layout("ingest.base-address-wrong LDR", fits=is_book)
def base_address_wrong(parts):
    parts.leader = parts.leader[:12] + b"%05d" % (int(parts.leader[12:17]) + 1) + parts.leader[17:]


@layout("ingest.entry-map-wrong LDR", fits=is_book)
def entry_map_wrong(parts):
    parts.leader = parts.leader[:20] + b"4504"


@layout("ingest.leader-damaged LDR", "scrub.leader-byte-illegal LDR", fits=is_book)
def leader_damaged(parts):
    parts.leader = parts.leader[:19] + b"\x7f" + parts.leader[20:]


@layout("ingest.directory-damaged 300", fits=is_book)
def directory_damaged(parts):
    entry = parts.entries[parts.index("300")]
    replace_entry(parts, "300", entry[:3] + b"0O" + entry[5:])


@layout("ingest.directory-entry-wrong 300", fits=is_book)
def directory_entry_wrong(parts):
    index = parts.index("300")
    parts.set_entry("300", start=int(parts.entries[index][7:]) + 1)


@layout("ingest.directory-overlap", fits=is_book)
def directory_overlap(parts):
    # The entry of 337 names the bytes of 336; its own belong to no entry.
    replace_entry(parts, "337", b"337" + parts.entries[parts.index("336")][3:])


@layout("ingest.field-terminator-missing 300", fits=is_book)
def field_terminator_missing(parts):
    parts.joined = lambda: joined_without_terminator(parts, "300")


def joined_without_terminator(parts, tag):
    index = parts.index(tag)
    whole = parts.leader + b"".join(parts.entries) + b"\x1e"
    for number, data in enumerate(parts.fields):
        whole += data + (b" " if number == index else b"\x1e")
    return whole + b"\x1d"


@layout("ingest.tag-malformed 5.0", "scrub.tag-malformed 5.0", fits=has("504"))
def tag_malformed(parts):
    replace_entry(parts, "504", b"5.0" + parts.entries[parts.index("504")][3:])


@raw("ingest.record-terminator-missing", fits=is_book)
def record_terminator_missing(whole):
    return whole[:-1]


@raw("ingest.record-truncated", fits=is_book)
def record_truncated(whole):
    return whole[:len(whole) * 2 // 3]


content = SHELF.content


@content("ingest.indicator-count-wrong 500", fits=is_book)
def indicator_missing(record):
    record.insert("500", " ", ("a", "Title from cover."))


@content("ingest.delimiter-missing 500", "scrub.indicator-missing 500", "scrub.delimiter-missing 500", fits=is_book)
def field_without_form(record):
    # Neither indicators nor a delimiter: nothing but text.
    record.insert("500", "Title from cover.")


@content("ingest.delimiter-missing 500", "scrub.delimiter-missing 500", fits=is_book)
def delimiter_missing(record):
    record.insert("500", "  Title from cover.")


@content("ingest.subfield-code-missing 500", fits=is_book)
def subfield_code_missing(record):
    record.insert("500", "  ", ("a", "Title from cover."), ("", ""))


@content("ingest.delimiter-in-control-field 003", "scrub.delimiter-in-control-field 003", fits=is_book)
def delimiter_in_control_field(record):
    record.first("003").data = "\x1fa" + record.first("003").data


@content("ingest.field-too-long 505", fits=without("505"))
def field_too_long(record):
    chapters = " -- ".join(f"Chapter {number}, in which the tale goes on" for number in range(1, 281))
    record.insert("505", "0 ", ("a", chapters + "."))


@content("ingest.record-too-long", fits=without("520"))
def record_too_long(record):
    for number in range(1, 1301):
        record.insert("590", "  ", ("a", f"Copy {number} was lent to a school in the district and came back late."))
