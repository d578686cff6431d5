"""Faults that only XML can have."""

from .plants import Shelf, is_book

SHELF = Shelf()
xml, content = SHELF.xml, SHELF.content


def behind_leader(text, line):
    return text.replace("</leader>\n", "</leader>\n" + line, 1)


@xml("ingest.leader-missing LDR", "validate.record-type-undefined LDR", fits=is_book)
def leader_missing(text):
    start, end = text.index("    <leader>"), text.index("</leader>\n") + len("</leader>\n")
    return text[:start] + text[end:]


@xml("ingest.xml-not-well-formed 500", fits=is_book)
def ampersand_alone(text):
    return text.replace("    <datafield tag=\"852\"", NOTE % "Cats & dogs" + "    <datafield tag=\"852\"", 1)


@xml("ingest.xml-entity-refused 500", fits=is_book)
def entity(text):
    return text.replace("    <datafield tag=\"852\"", NOTE % "Caf&eacute; stories" + "    <datafield tag=\"852\"", 1)


# Once for the element, once for the text in it
@xml("ingest.xml-shape-wrong", "ingest.xml-shape-wrong", fits=is_book)
def unknown_element(text):
    return behind_leader(text, "    <status>loaned</status>\n")


NOTE = ("    <datafield tag=\"500\" ind1=\" \" ind2=\" \">\n      <subfield code=\"a\">%s.</subfield>\n"
        "    </datafield>\n")


@content("ingest.indicator-count-wrong 500", fits=is_book)
def indicator_empty(record):
    record.insert("500", ("", " "), ("a", "Title from cover."))
