#!/bin/sh
# run.sh PROGRAMS FOLDER SECONDS [READER…]: runs each fuzz target for so long, one after another, at the lowest priority. What
# it finds grows in FOLDER/READER; inputs that crash, hang or take more than 1 GiB lie in FOLDER/found. Ends with 1 where
# there are any.
set -u
programs=$1 folder=$2 seconds=$3
shift 3
[ $# -gt 0 ] || set -- iso2709 marcxml marcjson mrk aleph archives oai check
here=$(dirname "$0")
mkdir -p "$folder/found"
status=0
for reader in "$@"; do
    dictionary=
    case $reader in marcxml | oai) dictionary="-dict=$here/xml.dict" ;; esac
    mkdir -p "$folder/$reader"
    # The run time's own handler of crashes waits for ever where the sanitizer has one too.
    SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0 nice -n 19 "$programs/fuzz-$reader" \
        -max_total_time="$seconds" -timeout=20 -rss_limit_mb=1024 -max_len=4096 -print_final_stats=1 \
        -artifact_prefix="$folder/found/$reader-" $dictionary "$folder/$reader" >"$folder/$reader.log" 2>&1 || status=1
    if grep -q 'no interesting inputs' "$folder/$reader.log"; then
        echo "$reader is not instrumented: it was run, not fuzzed"
        status=1
    fi
    printf '%-10s %s\n' "$reader" \
        "$(grep -E 'number_of_executed_units|new_units_added|peak_rss' "$folder/$reader.log" | tr -s ' \n' ' ')"
    grep -E 'SUMMARY|Fatal error|ALARM|out-of-memory' "$folder/$reader.log"
done
exit $status
