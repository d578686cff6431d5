#!/usr/bin/env python3
"""Writes data/*.txt, the MARC 21 formats as text, from a folder of marc21-*.json files.

    make_tables.py FOLDER            writes the files that differ
    make_tables.py FOLDER --check    writes nothing; exit status 1 when a file is out of date

Lines are columns separated by tabs; lines that begin with "# " are comments. Codes are columns CODE=LABEL (a blank is a
space); those after the column "obsolete" are obsolete. R, NR and ? say repeatable, not repeatable and not stated.
"""

import argparse
import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent / "data"

# The kinds of pattern that occur, by the regular expression that stands for them in the JSON files.
PATTERNS = {
    "^[0-9]{3}$": "digits",
    "^[0-9]{5}$": "digits",
    "^[0-9]{6}$": "digits",
    "^(00[1-9]|0[1-9][0-9]|[1-9][0-9]{2})$": "positive-number",
    "^[0-9-]{3}$": "digits-or-hyphens",
    "^([0-9-]{6})$": "digits-or-hyphens",
    "^([0-9u]{4}| {4})$": "year",
    "^([0-9u]{4}| {4}|[0-9]{2} {2})$": "year-or-month",
    "^[0-9]{2}(0[1-9]|1[0-2])$": "yymm",
    "^[0-9]{4}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])([01][0-9]|2[0-3])[0-5][0-9][0-5][0-9]\\.[0-9]$": "date-and-time",
}
SUBFIELD_6 = "^([0-9]{3})-([0-9]{2})(/([^/]{2,4}))?(/r)?$"
SUBFIELD_8 = "^([0-9]+)(\\.([0-9]+))?(\\\\([acprux]))?$"

# Where each coded subfield stands and what LC calls its positions.
CODED_SUBFIELDS = {
    "7XX linking ($7 of 760-787)": ("760-787", "7", [
        "Type of main entry heading", "Form of name", "Type of record", "Bibliographic level"]),
    "8XX series ($7 of 800-830)": ("800-830", "7", ["Type of record", "Bibliographic level"]),
    "533$7": ("533", "7", [
        "Type of date/Publication status", "Date 1", "Date 2", "Place of publication, production, or execution", "Frequency",
        "Regularity", "Form of item"]),
    "856$7": ("856", "7", ["Access status"]),
    "046$a": ("046", "a", ["Type of date code"]),
    "4XX/5XX $w": ("400-599", "w", [
        "Special relationship", "Tracing use restriction", "Earlier form of heading", "Reference display"]),
}

WIDTHS = {3: "width=3", 7: "width=7 padding=hyphen", "2-3, left justified, blank padded in 008/15-17": "width=3 padding=blank"}

# Four lines of the source list "format" have code and label the wrong way round and one line is a remark.
# Source: LC, Format Source Codes.
WRONG_FORMAT_CODES = {
    "MALMARC (Penang: Universiti Sains Malaysia)": "malmarc",
    "MARC 21 format for bibliographic data (Washington, DC: Library of Congress)": "marc",
    "Maschinelles Austauchformat für Bibliotheken (Frankfurt a.M.: Deutsche Bibliothek, Zentrale Bibliographische Dienstleistungen)": "mab",
    "Metadata Authority Description Schema (Washington DC: Library of Congress)": "mads",
    "See the explanation in the Introduction.": None,
}

# Indicator values that the JSON files do not have. Source: LC, MARC 21 Format for Bibliographic Data, 100, 110, 111 and
# 130, "Content Designator History": Indicator 2 - Main entry/subject relationship [OBSOLETE, 1990].
MAIN_ENTRY = {"0": "Main entry/subject relationship irrelevant", "1": "Main entry is subject"}
FORMER_INDICATOR_VALUES = {("bibliographic", tag, "ind2"): MAIN_ENTRY for tag in ("100", "110", "111", "130")}

# Fields that the JSON files do not call obsolete. Source: LC, MARC 21 Format for Bibliographic Data, Appendix H,
# "Local/Obsolete Data Elements", which has them beside 440.
FORMER_FIELDS = {("bibliographic", tag) for tag in ("261", "262", "400", "410", "411")}


def line(*columns):
    """One line; an empty column is written as "-", and left out at the end."""
    written = [str(column).strip() if "=" not in str(column) else str(column).rstrip() for column in columns]
    for column in written:
        if "\t" in column or "\n" in column or column == "-":
            raise SystemExit(f"a tab, a line end or a lone hyphen in {column!r}")
    while not written[-1]:
        written.pop()
    return "\t".join(column or "-" for column in written)


def code(value, label):
    if "=" in value:
        raise SystemExit(f"the code {value!r} holds =")
    return f"{value}={label.strip()}"


def ranged(codes):
    """Columns of one-character codes, neighbouring digits of one label as a range: 0-9=Number of nonfiling characters."""
    columns, run = [], []
    for value, label in list(codes.items()) + [(None, None)]:
        if run and value and value.isdigit() and label == run[0][1] and ord(value) == ord(run[-1][0]) + 1:
            run.append((value, label))
            continue
        if len(run) > 2:
            columns.append(code(run[0][0] + "-" + run[-1][0], run[0][1]))
        else:
            columns += [code(*pair) for pair in run]
        run = [(value, label)] if value and value.isdigit() else []
        if value and not value.isdigit():
            columns.append(code(value, label))
    return columns


def columns_of(codes, obsolete, write=lambda codes: [code(*pair) for pair in codes.items()]):
    return write(codes or {}) + (["obsolete"] + write(obsolete) if obsolete else [])


def repeatable(entry):
    return {True: "R", False: "NR", None: "?"}[entry.get("rep")]


def width_of(at):
    return at[1] - at[0] + 1


def position_lines(position, keyword="at"):
    at = position["at"]
    traits = []
    unit = position.get("unit")
    widths = {len(value) for value in list(position.get("codes", {})) + list(position.get("obs", {}))}
    if unit is None and widths and widths != {width_of(at)}:
        unit = widths.pop()
    if unit and unit != width_of(at):
        traits.append(f"unit={unit}")
    if "pattern" in position:
        traits.append("pattern=" + PATTERNS[position["pattern"]])
    if "list" in position:
        traits.append("list=" + position["list"])
    if "same_as" in position:
        traits.append("same-as=" + position["same_as"])
    traits += [trait for trait in ("fill", "undefined", "computed", "variant") if position.get(trait)]
    known = {"at", "label", "codes", "obs", "unit", "pattern", "list", "same_as", "fill", "undefined", "computed", "variant",
             "obsolete_position", "note"}
    refuse_unknown(position, known)
    yield line(keyword, place(at), position["label"], " ".join(traits), *columns_of(position.get("codes"), position.get("obs")))
    if "note" in position:
        yield line("note", position["note"])


def place(at):
    return f"{at[0]}" if at[0] == at[1] else f"{at[0]}-{at[1]}"


def refuse_unknown(entry, known):
    if set(entry) - known:
        raise SystemExit(f"unknown keys {sorted(set(entry) - known)} in {str(entry)[:200]}")


def layout_lines(layout):
    for position in layout.get("positions", []):
        yield from position_lines(position)
    for position in layout.get("obsolete_positions", []):
        yield from position_lines(position, "formerly-at")


def control_lines(tag, field):
    refuse_unknown(field, {"label", "rep", "obs", "list", "length", "pattern", "same_as", "positions", "obsolete_positions", "variants"})
    traits = [f"length={field['length']}"] if "length" in field else []
    if "pattern" in field:
        traits.append("pattern=" + PATTERNS[field["pattern"]])
    if "list" in field:
        traits.append("list=" + field["list"].split(" ")[0])
    if "same_as" in field:
        assert field["same_as"] == "bib " + tag
        traits.append("same-as=bibliographic")
    if field.get("obs"):
        traits.append("obsolete")
    yield line("control", tag, repeatable(field), field["label"], " ".join(traits))
    yield from layout_lines(field)
    for variant in field.get("variants", []):
        refuse_unknown(variant, {"id", "label", "when", "length", "length_also", "positions", "obsolete_positions"})
        lengths = [variant["length"]] if "length" in variant else []
        lengths += variant.get("length_also", [])
        length = "length=" + ",".join(map(str, lengths)) if lengths else ""
        conditions = variant["when"] if isinstance(variant["when"], list) else [variant["when"]]
        yield line("variant", variant["id"], variant.get("label", variant["id"]), length,
                   *[" ".join(f"{key}={''.join(values)}" for key, values in condition.items()) for condition in conditions])
        yield from layout_lines(variant)


def subfield_line(value, name, repeats, obsolete=False):
    return line("$" + value, repeats, name, "obsolete" if obsolete else "")


def field_lines(tag, field, format_name=""):
    refuse_unknown(field, {"label", "rep", "obs", "ind1", "ind2", "sub", "see", "same_as_linked"})
    traits = ["obsolete"] if field.get("obs") or (format_name, tag) in FORMER_FIELDS else []
    if "see" in field:
        traits.append("see=" + field["see"])
    if field.get("same_as_linked"):
        traits.append("same-as-linked")
    yield line("field", tag, repeatable(field), field["label"], " ".join(traits))
    for name in ("ind1", "ind2"):
        if name in field:
            refuse_unknown(field[name], {"label", "codes", "obs"})
            obsolete = FORMER_INDICATOR_VALUES.get((format_name, tag, name), {}) | field[name].get("obs", {})
            yield line(name, field[name]["label"], *columns_of(field[name].get("codes"), obsolete, ranged))
    for value, subfield in field["sub"].items():
        refuse_unknown(subfield, {"name", "rep", "obs"})
        yield subfield_line(value, subfield["name"], repeatable(subfield), subfield.get("obs"))


def coded_subfield_lines(name, positions):
    span, value, labels = CODED_SUBFIELDS[name]
    yield line("coded-subfield", span, "$" + value)
    if len(labels) == 1:
        positions = {"0": positions}
    for (at, entry), label in zip(positions.items(), labels, strict=True):
        if isinstance(entry, dict):
            yield line("at", at, label, "", *columns_of(entry, None))
            continue
        first, variant, value, meaning = re.fullmatch(r"as 008/(\d\d)(?:-\d\d)?(?: (CR))?(?:, (\w+) = (.*))?", entry).groups()
        element = f"{variant or 'BK'}/{first}" if 18 <= int(first) <= 34 else first
        own = {" " if value == "blank" else value: meaning} if value else {}
        yield line("at", at, label, "same-as=008/" + element, *columns_of(own, None))


def by_value(pairs):
    """The keys of each value, in the order in which the values come."""
    grouped = {}
    for key, value in pairs.items():
        grouped.setdefault(value, []).append(key)
    return grouped


def extra_lines(data):
    for indicator, tags in sorted(by_value(data.get("nonfiling_indicator", {})).items()):
        yield line("nonfiling", indicator, " ".join(tags))
    conditions = {tag: "{}={}".format(*next(iter(when.items()))) for tag, when in data["source_in_2_when"].items()}
    for condition, tags in sorted(by_value(conditions).items()):
        yield f"source-in-2\t{condition}\t{' '.join(tags)}"
    for caption, enumeration in data.get("pairs", {}).items():
        yield line("pair", caption, enumeration)
    for name, positions in data.get("subfield_codes", {}).items():
        yield from coded_subfield_lines(name, positions)


def format_lines(data):
    refuse_unknown(data, {"format", "counts", "leader", "control", "fields", "nonfiling_indicator", "source_in_2_when", "subfield_6",
                          "subfield_8", "subfield_codes", "rda_terms", "rda_consistency", "pairs"})
    assert data["subfield_6"]["pattern"] == SUBFIELD_6 and data["subfield_8"]["pattern"] == SUBFIELD_8
    yield f"# MARC 21 format for {data['format']} data. Written by make_tables.py, which explains the columns."
    yield line("leader", f"length={data['leader']['length']}")
    yield from layout_lines(data["leader"])
    for tag, field in data["control"].items():
        yield from control_lines(tag, field)
    for tag, field in data["fields"].items():
        # The holdings file repeats 001, 003 and 005 among the data fields.
        if tag not in data["control"]:
            yield from field_lines(tag, field, data["format"])
    yield from extra_lines(data)


def corrected(name, codes):
    if name != "format":
        return codes
    kept = {value: label for value, label in codes.items() if value not in WRONG_FORMAT_CODES}
    kept.update({value: label for label, value in WRONG_FORMAT_CODES.items() if value and label in codes})
    return dict(sorted(kept.items()))


def list_lines(name, entry):
    refuse_unknown(entry, {"title", "width", "special", "codes", "obs", "used_by", "also_seen"})
    title = re.sub(r" \(7 characters.*", "", entry["title"])
    yield line("list", name, title, WIDTHS[entry["width"]] if "width" in entry else "")
    if entry.get("used_by"):
        yield line("used-by", " ".join(entry["used_by"]))
    if "special" in entry:
        yield line("special", *columns_of(entry["special"], None))
    obsolete = entry.get("obs", {})
    for value, label in corrected(name, entry["codes"]).items():
        former = ["formerly " + obsolete[value]["label"]] if value in obsolete else []
        yield "\t".join(["", value, label.strip()] + former)
    for value, was in obsolete.items():
        refuse_unknown(was, {"label", "use", "reused"})
        if not was.get("reused"):
            yield "\t".join(["", value, was["label"].strip(), "obsolete" + (", use " + was["use"] if "use" in was else "")])
    for value in entry.get("also_seen", []):
        yield "\t".join(["", value, "-", "also seen"])


def list_file_lines(data):
    yield "# MARC 21 code lists. Written by make_tables.py. Under each list one line a code: tab, code, label, standing if not current."
    for name, entry in data.items():
        yield from list_lines(name, entry)


def format_list_lines(data):
    refuse_unknown(data["subfield_6"], {"pattern", "first_subfield", "scripts", "scripts_iso15924", "orientation", "occurrence_00"})
    refuse_unknown(data["subfield_8"], {"pattern", "types"})
    refuse_unknown(data["rda_terms"], {"content", "media", "carrier"})
    yield "# Codes of $6 (linkage), $8 (field link) and 33X, in the shape of codelists.txt. Written by make_tables.py."
    yield from list_lines("subfield-6-script", {"title": "Script identification codes in $6", "codes": data["subfield_6"]["scripts"]})
    yield from list_lines("subfield-6-orientation", {"title": "Field orientation codes in $6", "codes": data["subfield_6"]["orientation"]})
    yield from list_lines("subfield-8-type", {"title": "Field link types in $8", "codes": data["subfield_8"]["types"]})
    for name, field in (("content", "336"), ("media", "337"), ("carrier", "338")):
        yield from list_lines("rda-" + name, {"title": f"RDA {name} types", "used_by": [field + "$b"], "codes": data["rda_terms"][name]})


def rda_lines(data):
    rules = data["rda_consistency"]
    refuse_unknown(rules, {"content_by_type", "carrier_first_letter_is_media", "007_to_media"})
    media = {term: value for value, term in data["rda_terms"]["media"].items()}
    yield "# What usually goes with 336 $b and 337 $b: leader/06, 338 $b (first letter), 007/00. Written by make_tables.py."
    for value, contents in rules["content_by_type"].items():
        yield line("content-of-type", value, contents if contents == "any" else " ".join(contents))
    for value, term in rules["carrier_first_letter_is_media"].items():
        yield line("media-of-carrier", value, media[term] if term else "any")
    for value, medium in rules["007_to_media"].items():
        yield line("media-of-007", value, medium or "any")


def local_lines(data):
    yield "# Local fields of institutions, and local subfields of standard fields (\"extend\"). Written by make_tables.py."
    for name, entry in data.items():
        refuse_unknown(entry, {"institution", "fields", "subfields"})
        yield line("institution", name, entry["institution"])
        for tag, field in entry["fields"].items():
            refuse_unknown(field, {"label", "rep", "ind1", "ind2", "sub"})
            yield line("field", tag, repeatable(field), field["label"], "")
            for indicator in ("ind1", "ind2"):
                if indicator in field:
                    yield line(indicator, "", *ranged(field[indicator]))
            for value, (label, repeats) in field["sub"].items():
                yield subfield_line(value, label, repeats)
        for tag, subfields in entry["subfields"].items():
            yield line("extend", tag)
            for value, (label, repeats) in subfields.items():
                yield subfield_line(value, label, repeats)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--check", action="store_true", help="write nothing; exit status 1 when a file is out of date")
    arguments = parser.parse_args()

    def read(name):
        return json.loads((arguments.folder / f"marc21-{name}.json").read_text(encoding="utf-8"))

    bibliographic = read("bib")
    files = {
        "bibliographic": format_lines(bibliographic),
        "holdings": format_lines(read("holdings")),
        "authority": format_lines(read("authority")),
        "codelists": list_file_lines(read("codelists")),
        "formatlists": format_list_lines(bibliographic),
        "rda": rda_lines(bibliographic),
        "local": local_lines(read("local")),
    }
    stale = 0
    for name, lines in files.items():
        path = HERE / f"{name}.txt"
        text = "\n".join(lines) + "\n"
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale += 1
        print(f"{path.name}: {'out of date' if arguments.check else 'written'}")
        if not arguments.check:
            HERE.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return 1 if arguments.check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
