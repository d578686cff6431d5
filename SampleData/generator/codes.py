"""Codes that follow from a work's facts: countries by place, class numbers by subject."""

import re

# By the last part of the place's name, or the whole of it.
COUNTRIES = [
    ("nz ", "N.Z.|New Zealand|Auckland|Wellington|Tauranga|New Plymouth|Porirua|Christchurch"),
    ("nyu", "New York|NY|N.Y.|New York (N.Y.)|Ithaca|Albany"),
    ("nju", "N.J.|NJ|New Jersey|Hoboken"),
    ("mau", "Mass.|MA|Massachusetts|Boston"),
    ("enk", "London|UK|United Kingdom|Oxon|England|Oxford|West Sussex|Cambridge|East Sussex|Middlesex|Hampshire|Sheffield"),
    ("dcu", "D.C.|DC"), ("cau", "CA|California|San Francisco|San Diego|Berkeley"), ("ctu", "New Haven|CT|Connecticut"),
    ("ilu", "Chicago|Urbana|IL|Illinois"), ("inu", "Indianapolis|IN|Ind."), ("mdu", "Lanham|Md.|Baltimore"),
    ("wau", "Washington|WA|Wash."), ("vau", "Virginia"), ("vtu", "Vt."), ("nhu", "N.H."), ("ncu", "Chapel Hill|Durham|North Carolina"),
    ("oru", "OR|Oregon"), ("cou", "Colorado"), ("flu", "FL"), ("txu", "College Station"), ("utu", "Salt Lake City"),
    ("mnu", "Minneapolis"), ("riu", "R.I."), ("wlk", "Wales"), ("ie ", "Dublin"), ("onc", "Toronto|Ontario"), ("bcc", "B.C."),
    ("snc", "Canada"), ("quc", "Montréal"), ("fr ", "Paris|Parizh|Paryż"), ("be ", "Bruxelles"),
    ("gw ", "Berlin|München|Muenchen|Munich|Köln|Frankfurt|Frankfurt am Main|Stuttgart|Neuwied|Hamburg|Leipzig|Weinheim"),
    ("sz ", "Zürich|Switzerland"), ("xr ", "Praha"), ("pl ", "Warszawa|Kraków|Poznań"), ("vm ", "Hà Nội|Thành phố Hồ Chí Minh"),
    ("ag ", "Buenos Aires"), ("mx ", "México"), ("sp ", "Barcelona|Madrid"), ("ic ", "Reykjavík"), ("dk ", "København|Copenhagen"),
    ("sw ", "Stockholm"), ("tu ", "İstanbul"), ("hu ", "Budapest"), ("ru ", "Moskva|Sankt-Peterburg"), ("it ", "Milano"),
    ("ja ", "Tōkyō"), ("cc ", "Beijing"), ("ko ", "P'aju-si"), ("is ", "Yerushalayim"), ("ua ", "al-Qāhirah"), ("ne ", "Amsterdam|The Hague"),
    ("at ", "Sydney|Adelaide|N.S.W.|N.T.|Vic.|Australia"), ("si ", "Singapore"), ("ii ", "New Delhi"), ("gh ", "Accra"), ("ws ", "Samoa"),
]
BY_PLACE = {name: code for code, names in COUNTRIES for name in names.split("|")}

# A word of the subjects or the title, the Library of Congress class, the Dewey class.
CLASSES = [
    ("Perl|Python|LISP|Software|software|Computer|computer|Internet|spreadsheet|Web", "QA76", "005.1"),
    ("Mathematics|Algebra|Statistic|Number|Markov|Counting", "QA37", "510"), ("physics|Thermo|mechanics", "QC21", "530"),
    ("Chem|chem|Graphene|Colloids|Uranium|Perovskite|Metals", "QD31", "540"), ("Plants|Reef|Rain forest|Paleontology|Amphib", "QH45", "570"),
    ("Health|health|Medicine|Dementia|disease|Cancer|Smoking|Diabetes", "R130", "610"), ("Art|Painters|Decorative|Design", "N6490", "709"),
    ("Architecture|Building", "NA2500", "720"), ("Music|music|Jazz|Piano|Rock groups|fugues", "ML3506", "780"),
    ("law|Law|Contracts|Equity", "K230", "340"), ("School|school|Education|education|Readers", "LB1025", "370"),
    ("War|war|Marines", "D743", "940.54"), ("Economic|economic|Accounting|Investments|Commercial", "HB171", "330"),
    ("Philosophy|Logic", "B72", "100"), ("Theolog|Christian|Judaism|Prayer|religion", "BR115", "230"), ("Maori", "DU423", "305.8994"),
    ("Environment|environment|Natural resources|Conservation|Sustainable", "GE195", "333.7"), ("Mountain|Rugby|Motor|Running", "GV200", "796"),
]


def country(place):
    """The code for 008/15-17; `xx ` where the place is not known here."""
    return BY_PLACE.get(place, BY_PLACE.get(place.split(", ")[-1], "xx "))


def classes(work):
    """The LC class and the Dewey class."""
    text = " ".join(work.subjects + [work.title])
    for words, lcc, ddc in CLASSES:
        if re.search(words, text):
            return lcc, ddc
    return ("PN6120", "808.8") if work.language == "eng" else ("PN849", "890")


def nonfiling(title, language):
    """How many characters sorting skips: an article and the blank behind it."""
    articles = {
        "eng": ("The ", "A ", "An "), "fre": ("Le ", "La ", "Les ", "L'", "Un ", "Une "), "spa": ("El ", "La ", "Los ", "Las "),
        "ger": ("Der ", "Die ", "Das ", "Ein ", "Eine "), "hun": ("A ", "Az "),
    }.get(language, ())
    if title == "A B C":
        return 0
    return next((len(article) for article in articles if title.startswith(article)), 0)


def barcode(digits):
    """13 digits with the check digit that library barcodes have: modulus 10, weights 2 and 1."""
    products = [int(digit) * (2 if index % 2 == 0 else 1) for index, digit in enumerate(digits)]
    return f"{digits}{-sum(product // 10 + product % 10 for product in products) % 10}"
