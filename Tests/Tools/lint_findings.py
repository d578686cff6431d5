"""What MARC::Lint says, by kind: the codes with which Holdfast says the same, and the reasons for which MARC::Lint errs."""

import os
import re
import unicodedata

import marc21_definitions

DEFINITIONS = marc21_definitions.read()

# Codes that are said once a record, of the first field that has the defect.
ONCE = {"validate.final-punctuation-missing", "validate.field-undefined", "validate.field-obsolete"}


class Kind:
    """One kind of finding: how its words begin, the codes that say the same, tests that show it to be an error."""

    def __init__(self, name, pattern, codes, *reasons):
        self.name, self.pattern = name, re.compile(pattern)
        self.codes, self.reasons = set(codes.split()), reasons


def is_of_other_format(finding, record, defects):
    """authority and holdings records are judged by the bibliographic format"""
    return record.leader[6] in "uvxyz"


def is_deletion(finding, record, defects):
    """the record is a deletion, whose content nobody will see"""
    return record.leader[5] == "d"


def is_rejected(finding, record, defects):
    """Holdfast rejects the record for its encoding or form, before it judges the fields"""
    return any(defect["action"] == "record-rejected" and defect["stage"] in ("ingest", "scrub") for defect in defects)


def is_damaged(finding, record, defects):
    """the directory is damaged, which Holdfast says, and MARC::Record reads other fields than are there"""
    return any(defect["code"] in DAMAGE for defect in defects)


DAMAGE = {"ingest.base-address-wrong", "ingest.directory-damaged", "ingest.directory-entry-wrong", "ingest.leader-damaged"}


def is_defined(finding, record, defects):
    """MARC 21 defines it; the tables of MARC::Lint are older"""
    definition = DEFINITIONS.get(finding.words[:3])
    if definition is None:
        return False
    if finding.words.endswith("Field is not repeatable."):
        return definition.repeats
    if indicator := re.match(r"\w+: Indicator ([12]) .* but it's \"(.*)\"", finding.words):
        return definition.has_value(int(indicator[1]), indicator[2])
    subfield = re.match(r"\w+: Subfield _(.) is not (\w+)", finding.words)
    if subfield is None or not definition.has_subfield(subfield[1]):
        return False
    return subfield[2] == "allowed" or definition.subfields[subfield[1]].repeats


def is_local(finding, record, defects):
    """$9 is left to libraries, and so are fields with a 9 in their tags"""
    tag = finding.words[:3]
    return re.match(r"\w+: Subfield _9 ", finding.words) is not None or tag not in DEFINITIONS and "9" in tag


def is_no_main_entry(finding, record, defects):
    """101 and 102 are counted as main entries"""
    return len(record.named("100", "110", "111", "130")) < 2


def is_not_punctuated(finding, record, defects):
    """leader/18 does not say that the record has the marks of ISBD"""
    return record.leader[18] not in "ai"


def is_of_other_rules(finding, record, defects):
    """040 $e names rules that punctuate in other ways"""
    rules = [part.value.lower() for field in record.named("040")[:1] for part in field.subfields if part.code == "e"]
    return any(not one.startswith(("rda", "aacr", "dcr", "isbd", "pn", "bdrb", "gihc", "amim")) for one in rules)


def is_not_in_english(finding, record, defects):
    """the record does not say that it is catalogued in English: 040 $b, or without it 008/35-37"""
    language = [part.value for field in record.named("040")[:1] for part in field.subfields if part.code == "b"]
    return (language or [record.control("008")[35:38]])[0] != "eng"


def has_mark_inside(finding, record, defects):
    """the final mark stands before the closing quotation mark"""
    field = record.field(finding.tag, finding.occurrence)
    return re.search(r"[.?!-][\"'”’»]+$", field.data) is not None


def is_since_2019(finding, record, defects):
    """entered since 2019, when the PCC made the full stop optional, or at an unknown time"""
    year = record.control("008")[:2]
    return not year.isdigit() or 19 <= int(year) <= 60


def has_final_mark(finding, record, defects):
    """? and ! are final marks by the input conventions of 245"""
    return True


def is_other_script(finding, record, defects):
    """880 holds another script, which has marks of its own"""
    return finding.tag == "880"


def isbn(finding):
    """The characters of the ISBN at the start of the value that the message repeats."""
    found = re.search(r", ([0-9X-]+)[^,]*$", finding.words)
    return found[1].replace("-", "") if found else ""


def has_right_check_digit(finding, record, defects):
    """the check digit is right; Business::ISBN does not know the publisher's group"""
    digits = isbn(finding)
    if len(digits) != 10 or not digits[:9].isdigit():
        return False
    total = sum((10 - place) * int(digit) for place, digit in enumerate(digits[:9]))
    return "0123456789X"[(11 - total % 11) % 11] == digits[9]


def has_hyphens_alone(finding, record, defects):
    """an ISBN may have hyphens between its parts"""
    field = record.field(finding.tag, finding.occurrence)
    return any(part.code == "a" and re.match(r" *[0-9]+-[0-9X-]+", part.value) for part in field.subfields)


def title(finding, record):
    """$a of the field at hand, how many characters are skipped, the language of the record."""
    field = record.field(finding.tag, finding.occurrence)
    text = next((part.value for part in field.subfields if part.code == "a"), "")
    indicator = 1 if finding.words[:3] in ("130", "630", "730", "740") else 2
    return text, field.indicators[indicator - 1 : indicator], record.control("008")[35:38]


def is_article_there(finding, record, defects):
    """the word is an article of the record's language, and skipped as one"""
    text, skipped, language = title(finding, record)
    return skipped.isdigit() and any(skips(text, int(skipped), word) for word in ARTICLES.get(language, ()))


def is_article_elsewhere(finding, record, defects):
    """the word is an article of another language than the record's, and skipped as one"""
    text, skipped, _ = title(finding, record)
    return skipped.isdigit() and any(skips(text, int(skipped), word) for words in ARTICLES.values() for word in words)


def is_of_unknown_language(finding, record, defects):
    """nothing is known of the articles of the record's language"""
    return title(finding, record)[2] not in ARTICLES


def is_no_article_there(finding, record, defects):
    """the word is no article in the record's language"""
    text, skipped, language = title(finding, record)
    word = re.match(r"\W*(\w+['’-]?)", text.lower())
    return skipped == "0" and word is not None and word[1].replace("’", "'") not in ARTICLES.get(language, ())


def is_article_of_other_script(finding, record, defects):
    """it knows no articles in other scripts than Latin"""
    text = re.sub(r"[\W\d]", "", title(finding, record)[0])
    return bool(text) and unicodedata.name(text[0], "").split()[0] not in ("LATIN", "MODIFIER") or finding.tag == "880"


def is_mark_alone(finding, record, defects):
    """what is skipped are marks before the first word, which filing passes over"""
    text, skipped, _ = title(finding, record)
    return skipped.isdigit() and re.match(r"\W+", text) is not None and len(re.match(r"\W+", text)[0]) == int(skipped)


def skips(text, count, word):
    """Whether the first `count` characters are the word with what stands around it."""
    head = unicodedata.normalize("NFC", text)[: count + 3].lower().replace("’", "'")
    return re.match(rf"[^\w']*{re.escape(word)}[^\w]*", head) is not None and abs(len(word) - count) < 9


def articles():
    """The initial articles by language, as Holdfast has them."""
    path = os.path.join(os.path.dirname(__file__), "../../Sources/MARC21/Codes/InitialArticles.swift")
    with open(path, encoding="utf-8") as file:
        return {code: words.split() for code, words in re.findall(r'\("([a-z]{3})", "([^"]+)"\)', file.read())}


ARTICLES = articles()
def has_bracketed_medium(finding, record, defects):
    """the medium is in brackets, and has more than two words"""
    parts = record.field(finding.tag, finding.occurrence).subfields
    return all(re.match(r"\[.*\]", part.value) for part in parts if part.code == "h")


def repeats_blanks_alone(finding, record, defects):
    """all but one of the subfields are blank, and scrub leaves them out"""
    code = re.match(r"\w+: Subfield _(.)", finding.words)[1]
    parts = record.field(finding.tag, finding.occurrence).subfields
    return sum(1 for part in parts if part.code == code and part.value.strip()) < 2


def divides_numbers(finding, record, defects):
    """a comma divides the numbers of a part and of its part"""
    parts = record.field(finding.tag, finding.occurrence).subfields
    pairs = zip(parts, parts[1:])
    return all(one.value.endswith((".", ",")) and (one.code == "n" or one.value.endswith("."))
               for one, two in pairs if two.code == "n")


ANY = (is_deletion, is_rejected, is_damaged)
FORMAT = (is_of_other_format, *ANY, is_defined, is_local)
PUNCTUATION = (is_other_script, is_not_punctuated, is_of_other_rules, *ANY)
ARTICLE = (*ANY, is_article_there, is_no_article_there, is_article_elsewhere, is_article_of_other_script,
           is_mark_alone, is_of_unknown_language)

KINDS = [
    Kind("several main entries", r"1XX: Only one", "validate.main-entry-repeated validate.heading-repeated validate.field-repeated", *FORMAT, is_no_main_entry),
    Kind("no title", r"245: No 245 tag", "validate.title-missing", *FORMAT),
    Kind("not repeatable field", r"\w+: Field is not repeatable", "validate.field-repeated validate.linked-field-repeated validate.title-repeated validate.control-number-repeated validate.main-entry-repeated", *FORMAT),
    Kind("880 without $6", r"880: No subfield 6", "validate.linkage-malformed", *ANY),
    Kind("indicator", r"\w+: Indicator [12] must be", "validate.indicator-value-undefined validate.indicator-not-blank validate.indicator-value-obsolete scrub.indicator-illegal scrub.indicator-missing validate.field-obsolete", *FORMAT),
    Kind("subfield not allowed", r"\w+: Subfield _.* is not allowed", "validate.subfield-undefined validate.subfield-obsolete validate.field-obsolete scrub.subfield-code-illegal scrub.subfield-code-upper-case scrub.delimiter-missing ingest.subfield-code-missing", *FORMAT),
    Kind("subfield not repeatable", r"\w+: Subfield _.* is not repeatable", "validate.subfield-repeated", *FORMAT, repeats_blanks_alone),
    Kind("control character", r"\w+: Subfield _.* has an invalid control character", "scrub.control-character scrub.tab-or-line-break", *ANY),
    Kind("subfields below 010", r"\w+: Subfields are not allowed in fields lower", "ingest.delimiter-in-control-field scrub.delimiter-in-control-field", *ANY),
    Kind("020 characters", r"020: Subfield a may have invalid", "validate.isbn-malformed scrub.isbn-qualifier scrub.surplus-blanks", *ANY, has_hyphens_alone),
    Kind("020 qualifier", r"020: Subfield a qualifier must", "scrub.isbn-qualifier", *ANY),
    Kind("020 number of digits", r"020: Subfield a has the wrong number", "validate.isbn-malformed", *ANY),
    Kind("020 check digit", r"020: Subfield a has bad checksum", "validate.isbn-check-digit-wrong", *ANY, has_right_check_digit),
    Kind("020 $z valid", r"020:  Subfield z is numerically valid", "validate.isbn-cancelled-valid", *ANY),
    Kind("041 length", r"041: Subfield _. must be evenly", "validate.language-code-undefined scrub.language-codes-run-together", *ANY),
    Kind("041 obsolete", r"041: Subfield _., .*, may be obsolete", "validate.language-code-obsolete", *ANY),
    Kind("041 code", r"041: Subfield _.*is not valid", "validate.language-code-undefined", *ANY),
    Kind("043 length", r"043: Subfield _a must be exactly", "validate.area-code-undefined", *ANY),
    Kind("043 obsolete", r"043: .*may be obsolete", "validate.area-code-obsolete", *ANY),
    Kind("043 code", r"043: .*is not valid", "validate.area-code-undefined", *ANY),
    Kind("245 without $a", r"245: Must have a subfield _a", "validate.title-empty", *ANY),
    Kind("245 full stop", r"245: Must end with \.", "validate.final-punctuation-missing", *PUNCTUATION, is_since_2019, has_mark_inside, is_not_in_english),
    Kind("245 ends with ? or !", r"245: MARC21 allows \?", "x", has_final_mark),
    Kind("245 too few subfields", r"245: May have too few", "validate.title-empty", *ANY),
    Kind("245 first subfield", r"245: First subfield", "validate.title-not-first validate.control-subfield-not-first", *ANY),
    Kind("245 / before $c", r"245: Subfield _c must be preceded", "validate.isbd-punctuation-missing scrub.surplus-blanks", *PUNCTUATION),
    Kind("245 initials", r"245: Subfield _c initials", "validate.initials-spaced", *PUNCTUATION, is_not_in_english),
    Kind("245 : ; = before $b", r"245: Subfield _b should be", "validate.isbd-punctuation-missing scrub.surplus-blanks", *PUNCTUATION),
    Kind("245 blank before $h", r"245: Subfield _h should not", "scrub.surplus-blanks", *PUNCTUATION),
    Kind("245 $h brackets", r"245: Subfield _h must have", "validate.medium-not-bracketed", *ANY, is_not_punctuated, has_bracketed_medium),
    Kind("245 . before $n", r"245: Subfield _n must", "validate.isbd-punctuation-missing", *PUNCTUATION, divides_numbers),
    Kind("245 , before $p", r"245: Subfield _p must be preceded by ,", "validate.isbd-punctuation-missing", *PUNCTUATION),
    Kind("245 . before $p", r"245: Subfield _p must be preceded by \.", "validate.isbd-punctuation-missing", *PUNCTUATION),
    Kind("nonfiling not numeric", r"\w+: Non-filing indicator is non-numeric", "validate.indicator-value-undefined", *FORMAT),
    Kind("article", r"\w+: First word, .*may be an article", "validate.nonfiling-disagrees-with-article validate.indicator-value-undefined", *ARTICLE),
    Kind("no article", r"\w+: First word, .*does not appear", "validate.nonfiling-disagrees-with-article validate.indicator-value-undefined", *ARTICLE),
    Kind("unread", r"unread: ", "ingest.tag-malformed scrub.tag-malformed scrub.utf8-illegal ingest.text-bytes-illegal ingest.directory-damaged ingest.directory-entry-wrong scrub.leader-encoding-wrong scrub.encoding-foreign scrub.encoding-unclear", *ANY),
]


def kind(words):
    for one in KINDS:
        if one.pattern.match(words):
            return one
    return Kind(words, ".", "")


def reason(finding, kind, record, defects):
    """Why the finding is an error of MARC::Lint; empty where nothing shows that it is."""
    for test in kind.reasons:
        if test(finding, record, defects):
            return test.__doc__
    return ""
