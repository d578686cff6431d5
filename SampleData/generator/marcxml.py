"""Records in MARCXML."""

from xml.sax.saxutils import escape, quoteattr

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<collection xmlns="http://www.loc.gov/MARC21/slim">\n'
TAIL = "</collection>\n"


def text(record):
    """The record element, with a line end behind it."""
    lines = ["  <record>", f"    <leader>{record.leader}</leader>"]
    for field in record.fields:
        if field.data is not None:
            lines.append(f'    <controlfield tag="{field.tag}">{escape(field.data)}</controlfield>')
            continue
        first, second = field.indicators
        lines.append(f'    <datafield tag="{field.tag}" ind1={quoteattr(first)} ind2={quoteattr(second)}>')
        lines += [f'      <subfield code={quoteattr(code)}>{escape(value)}</subfield>' for code, value in field.subfields]
        lines.append("    </datafield>")
    return "\n".join(lines + ["  </record>"]) + "\n"


OAI_HEAD = ('<?xml version="1.0" encoding="UTF-8"?>\n<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">\n'
            "<responseDate>2026-11-10T09:00:00Z</responseDate>\n<ListRecords>\n")
OAI_TAIL = "</ListRecords>\n</OAI-PMH>\n"


def harvested(record_text, number):
    """A record as an OAI-PMH response holds it."""
    inner = record_text.strip().replace("<record>", '<record xmlns="http://www.loc.gov/MARC21/slim">', 1)
    return f"<record>\n{header(number)}<metadata>\n  {inner}\n</metadata>\n</record>\n"


def header(number, status="", place="lakeside.example:"):
    return (f"<header{status}><identifier>oai:{place}{number}</identifier>"
            "<datestamp>2026-11-10</datestamp></header>\n")


def header_alone(number):
    """A record of which the repository gives nothing but the header."""
    return f"<record>\n{header(number)}<metadata/>\n</record>\n"


def commented(number):
    """A record in a comment."""
    record = f'<record><leader>00000nam a2200000 a 4500</leader><controlfield tag="001">{number}</controlfield></record>'
    return f"<!-- {record} -->\n"


def error(code, words):
    """A response that is an error."""
    return OAI_HEAD.replace("<ListRecords>", f'<error code="{code}">{words}</error>') + "</OAI-PMH>\n"


def deleted(number, place="lakeside.example:"):
    """All that a response says of a record that is gone."""
    status = ' status="deleted"'
    return f"<record>\n{header(number, status, place)}</record>\n"
