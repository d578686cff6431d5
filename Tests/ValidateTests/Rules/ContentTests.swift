import TestSupport
import Testing

@testable import Validate

/// Numbers, codes and addresses in the fields of 01X to 09X, $0, $1, $2, $4, $5 and 856.
@Suite struct `Content of fields` {
    var judging = Judging()

    init() { judging.settings.today = .init(year: 2026, month: 11, day: 25) }

    private func defects(_ line: String) -> [String] { judging.defects(Judging.sound + "\n" + line) }

    @Test(arguments: [
        "=010  \\\\$a   85000002 ", "=010  \\\\$an  78890351", "=010  \\\\$a  2001627090",
        "=010  \\\\$a   75425165//r75", "=010  \\\\$a   68030123 /AC/r842", "=010  \\\\$z1",
    ])
    func `LCCNs of both structures and with old suffixes are let be`(line: String) {
        #expect(defects(line) == [])
    }

    @Test func `an LCCN is judged by its shape, its year and its places`() {
        #expect(
            defects("=010  \\\\$a  2031627090") == [
                "010 #1 $a minor validate.lccn-malformed noted «  2031627090»: 010 $a is   2031627090, whose first four digits "
                    + "are no year from 2001 to now; correct it"
            ])
        #expect(
            defects("=010  \\\\$a85000002") == [
                "010 #1 $a info validate.lccn-not-in-place noted «85000002»: 010 $a is '85000002', which should have a prefix of "
                    + "3 characters and 8 digits, with blanks for what is not there"
            ])
    }

    @Test(arguments: [
        "=020  \\\\$a0306406152$z0131103628", "=020  \\\\$z0131103628 (pbk.)", "=020  \\\\$z0131103628$qpbk.",
        "=024  1\\$a036000291452", "=024  2\\$aM-2306-7118-7", "=024  2\\$aM230671187 (pbk.)",
        "=024  3\\$a4006381333931", "=024  0\\$aUSRC17607839",
        "=024  7\\$a0000 0001 2103 2683$2isni", "=024  7\\$a0000-0002-1825-0097$2orcid",
        "=024  7\\$ahttps://orcid.org/0000-0002-1825-0097$2orcid", "=024  7\\$a10.1000/182$2doi",
        "=022  \\\\$y0046-225X$z0046-225X", "=024  7\\$aanything$2local", "=024  8\\$aanything",
        "=035  \\\\$a(OCoLC)1234567", "=030  \\\\$aASIRAF",
    ])
    func `numbers with the right shape and check digit are let be`(line: String) {
        #expect(defects(line) == [])
    }

    @Test(arguments: [
        ("=024  1\\$a036000291453", "2"), ("=024  2\\$aM230671188", "7"), ("=024  3\\$a4006381333932", "1"),
        ("=024  7\\$a0000000218250098$2isni", "7"),
    ])
    func `a wrong check digit in 024 names the right one`(line: String, expected: String) {
        let found = defects(line)
        #expect(found.count == 1)
        #expect(found.first?.contains("validate.standard-identifier-check-digit-wrong") == true)
        #expect(found.first?.contains("should be \(expected) if the other digits are right") == true)
    }

    @Test func `placeholders and second ISBNs are told`() {
        #expect(
            defects("=020  \\\\$a9780123456786") == [
                "020 #1 $a major validate.isbn-placeholder noted «9780123456786»: the ISBN 9780123456786 is a placeholder that "
                    + "no book has; delete the field"
            ])
        #expect(
            defects("=020  \\\\$a0306406152 (v. 1) 0-13-110362-8") == [
                "020 #1 $a minor validate.second-isbn-in-subfield noted «0306406152 (v. 1) 0-13-110362-8»: 020 $a holds the ISBNs "
                    + "0306406152 and 0131103628; give the second a field of its own"
            ])
    }

    @Test func `codes of areas and numbers of identifiers are judged in authority records, too`() {
        let found = judging.defects(
            SoundRecord.with(
                ["=043  \\\\$agw", "=024  7\\$a0000000121032684$2isni"], in: SoundRecord.authority))
        #expect(
            found == [
                "043 #1 $a minor validate.area-code-undefined noted «gw»: 043 $a is gw, which is not in the MARC list of "
                    + "geographic areas",
                "024 #1 $a minor validate.standard-identifier-check-digit-wrong noted «0000000121032684»: the check digit of "
                    + "0000000121032684 should be 3 if the other digits are right; compare the number with the item",
            ])
    }

    @Test(arguments: [
        "=041  0\\$aengfre", "=041  0\\$aeng$afre", "=041  17$ade$hen$2iso639-1", "=041  1\\$aeng$afre$hfre",
        "=043  \\\\$an-us---$ae-fr---", "=044  \\\\$anyu$axxk", "=045  0\\$aw5w9", "=046  \\\\$am$c1990$e1995",
        "=242  00$aTitle.$yeng",
    ])
    func `codes of the lists, and codes of other lists that $2 names, are let be`(line: String) {
        #expect(defects(line) == [])
    }

    @Test func `a withdrawn language is told from one that never was`() {
        #expect(
            defects("=041  0\\$aengscr") == [
                "041 #1 $a minor validate.language-code-obsolete noted «engscr»: 041 $a has scr, which was withdrawn; use hrv"
            ])
        #expect(
            defects("=041  0\\$aenglish") == [
                "041 #1 $a minor validate.language-code-undefined noted «english»: 041 $a has english, which is not in the MARC "
                    + "list of languages"
            ])
    }

    @Test(arguments: [
        "=050  00$aPR6039.O32$bL6 1993", "=050  00$aMLCS 83/1234", "=050  00$aMicrofilm 5000 HG", "=050  00$aQA 76",
        "=050  \\4$aIn process", "=060  10$a2008 D-250", "=060  10$aWB 100", "=082  04$a823/.912$223",
        "=082  04$a[Fic]$223", "=082  04$aE",
        "=082  04$a808.8/0353$220", "=082  7\\$aanything$2local", "=082  04$aj 823.54$223",
    ])
    func `class numbers and words in their place are let be`(line: String) {
        #expect(defects(line) == [])
    }

    @Test(arguments: [
        "=650  \\7$aCats$2fast", "=655  \\7$aMaps$2lcgft", "=650  \\7$aCats$2embne/spa", "=655  \\7$aMaps$2lcsh",
        "=700  1\\$aWriter, B.$4aut$4http://id.loc.gov/vocabulary/relators/ill", "=700  1\\$aWriter, B.,$eauthor.",
        "=700  1\\$aWriter, B.$0(DE-588)118540238$0http://d-nb.info/gnd/1$1https://www.wikidata.org/entity/Q42",
        "=500  \\\\$aSigned.$5DLC", "=040  \\\\$aNational Library$beng$cC#P$dW@X",
    ])
    func `source codes, relators, links and agencies as they should be are let be`(line: String) {
        #expect(defects(line) == [])
    }

    @Test(arguments: [
        ("www.example.org/a", "does not start with a scheme such as https:"),
        ("http://example.org/a b", "has a blank in it"), ("https:/example.org", "names no host behind its scheme"),
        ("http://a.org/?x=1&amp;y=2", "has &amp; in it, which should be &"),
        ("http://a.org/1 ; http://a.org/2", "holds more than one address"),
    ])
    func `an address that leads nowhere says why`(address: String, words: String) {
        #expect(
            defects("=856  40$u\(address)") == [
                "856 #1 $u minor validate.electronic-address-malformed noted «\(address)»: 856 $u is \(address), which \(words); "
                    + "correct the address"
            ])
    }

    @Test(arguments: [
        "http://web.archive.org/web/2015/http://example.org", "https://doi.org/10.1000/182", "urn:nbn:de:101:1-2",
        "ftp://ftp.example.org/a.txt", "hdl:2027/1",
    ])
    func `addresses with another address in their path, and other schemes, are let be`(address: String) {
        let method = address.hasPrefix("ftp:") ? "1" : "4"
        #expect(defects("=856  \(method)0$u\(address)") == [])
    }

    @Test func `an 880 is judged as the field that it stands for`() {
        #expect(
            judging.defects(Judging.sound + "\n=880  \\\\$6020-00$a0000000000").map { $0.split(separator: " ")[4] } == [
                "validate.isbn-placeholder"
            ])
    }
}
