"""Records in MARC-in-JSON and in MARCMaker's mnemonic form."""

import json

NAMES = {"{": "{lcub}", "}": "{rcub}", "$": "{dollar}", "\\": "{bsol}"}


def marcjson(record):
    """The record as one JSON object."""
    fields = []
    for field in record.fields:
        if field.data is not None:
            fields.append({field.tag: field.data})
            continue
        first, second = field.indicators
        subfields = [{code: value} for code, value in field.subfields]
        fields.append({field.tag: {"ind1": first, "ind2": second, "subfields": subfields}})
    return json.dumps({"leader": record.leader, "fields": fields}, ensure_ascii=False)


def mrk(record):
    """The record as lines, with a blank line behind them."""
    lines = ["=LDR  " + blanks(record.leader)]
    for field in record.fields:
        if field.data is not None:
            lines.append(f"={field.tag}  {blanks(field.data)}")
        else:
            data = "".join(f"${code}{named(value)}" for code, value in field.subfields)
            lines.append(f"={field.tag}  {blanks(''.join(field.indicators))}{data}")
    return "\n".join(lines) + "\n\n"


def blanks(text):
    return named(text).replace(" ", "\\")


def named(text):
    """The text with the characters that the form itself needs as names."""
    return "".join(NAMES.get(character, character) for character in text)
