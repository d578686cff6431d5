#!/bin/sh
# What the compiler does not check. Prints each line that breaks a rule of the house; ends with 1 where there is one.
set -u
cd "$(dirname "$0")/../.."

# complain RULE: prints the lines on standard input under the rule they break.
complain() {
    lines=$(cat)
    [ -n "$lines" ] || return 0
    printf '%s\n%s\n\n' "$1" "$lines"
}

in_rooms() { # PATTERN ROOM…
    pattern=$1
    shift
    for room in "$@"; do grep -rnE --include='*.swift' "$pattern" "Sources/$room"; done
}

rules() {
in_rooms '^ *(public |internal |package )?(@_[a-z]+(\([A-Za-z]+\))? )*import +(Foundation|FoundationEssentials)\b' \
    MARC MARC21 Update Scrub Validate | complain 'These rooms import no Foundation:'
grep -rnE --include='*.swift' '@_spi\(Scrub\)' Sources | grep -vE '^Sources/(Scrub|Update)/' |
    complain 'Only Scrub makes scrubbed records:'
grep -rnE --include='*.swift' '@_spi\(Validate\)' Sources | grep -vE '^Sources/(Validate|Update)/' |
    complain 'Only Validate makes validated records:'
grep -rnE --include='*.swift' '@_spi\(Ingest\)' Sources | grep -vE '^Sources/(Ingest|Update)/' |
    complain 'Only Ingest makes collected records:'
grep -rnE --include='*.swift' 'try!|fatalError\(|preconditionFailure\(| as! ' Sources | grep -v '^Sources/MARC21/Storage/' |
    complain 'No input may end the program:'
grep -rnE --include='*.swift' 'TODO|FIXME' Sources Tests | complain 'Finish it or leave it out:'
grep -rnE --include='*.swift' 'import CSQLite' Sources | grep -v '^Sources/Catalog/' | complain 'SQLite lives in Catalog:'
grep -rnE --include='*.swift' 'import CLibPQ' Sources | grep -v '^Sources/Catalog/PostgreSQL/' |
    complain 'libpq lives in Catalog/PostgreSQL:'
grep -rnE --include='*.swift' 'import CLibCurl' Sources | grep -v '^Sources/Transfer/' |
    complain 'libcurl lives in Transfer:'
grep -rnE --include='*.swift' 'import CLibXML2' Sources | grep -v '^Sources/MARC/MARCXML/' |
    complain 'libxml2 lives in MARC/MARCXML:'
for file in $(git ls-files 'Tests/*Tests/*.swift' 2>/dev/null); do
    # A function with a sentence for a name is a test; without the attribute it compiles and never runs.
    awk -v file="$file" '/@Test/ { test = FNR }
        /func `/ { if (!test || FNR - test > 60) print file ":" FNR ": " $0; test = 0 }' "$file"
done | complain 'A test function needs @Test:'
}

# Each rule complains at the end of a pipe, where it can set nothing: what it printed says whether it did.
complaints=$(rules)
[ -z "$complaints" ] && exit 0
printf '%s\n' "$complaints"
exit 1
