#!/bin/sh
# Runs the sample's full load and two weekly updates in a copy of the workspace, as `make run` does.
#
#     SampleData/run.sh HOLDFAST FOLDER
#
# Ends with Holdfast's own exit status where it is neither 0 (done) nor 1 (something is held for a person).
set -eu
sample=$(dirname "$0")
holdfast=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
folder=$2/sample
rm -rf "$folder"
mkdir -p "$folder"
cp -R "$sample/workspace/." "$folder/"
mkdir -p "$folder/pipelines" "$folder/databases"
cp "$sample"/../Pipelines/*.yaml "$folder/pipelines/"
last=0

update() { # PIPELINE PERIOD
    cp -R "$sample/deliveries/$2/." "$folder/inbox/coast/"
    echo "--- holdfast run $1 --period $2"
    status=0
    "$holdfast" run "$1" --period "$2" --workspace "$folder" || status=$?
    [ "$status" -le 1 ] || exit "$status"
    [ "$status" -eq 0 ] || last=$status
}

mkdir -p "$folder/inbox/coast"
update monthly 2026-10
update weekly 2026-W45
update weekly 2026-W46
echo "--- holdfast status"
"$holdfast" status --workspace "$folder"
echo
echo "--- holdfast stats coast"
"$holdfast" stats coast --workspace "$folder"
echo "--- holdfast match review coast"
"$holdfast" match review coast --workspace "$folder"
echo
echo "exit status of the runs: $last ($([ "$last" -eq 0 ] && echo done || echo 'done, and a person must decide about what is held'))"
echo "next: look at $folder/runs/coast/2026-W46/index.html, then decide on what is held with"
echo "      $1 release coast/2026-W46 --contributor SYMBOL --reason TEXT --workspace $folder"
