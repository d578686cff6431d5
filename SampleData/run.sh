#!/bin/sh
# Runs the sample's full load and two weekly updates in a copy of the workspace, as `make run` does.
#
#     SampleData/run.sh HOLDFAST FOLDER
#
# The client's database is an SQLite file; with DATABASE=postgres it is in a PostgreSQL server that is started for the run
# alone, with DATABASE=postgres://… in that server.
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

own_server() { # starts a server that ends with this script, and sets its address
    place=$(mktemp -d /tmp/holdfast-XXXXXX)
    # The server runs as another user where this one is root.
    chmod 755 "$place"
    mkfifo "$place/in"
    python3 -B "$sample/../Tests/Tools/servers/postgresql_server.py" "$place/server" <"$place/in" >"$place/out" &
    exec 3>"$place/in"
    trap 'exec 3>&-; wait; rm -rf "$place"' EXIT
    until [ -s "$place/out" ]; do
        kill -0 $! 2>/dev/null || exit 3
        sleep 0.1
    done
    address="postgres://holdfast@/holdfast?host=$place/server"
}

address=
case "${DATABASE:-sqlite}" in
sqlite) ;;
postgres) own_server ;;
postgres://* | postgresql://*) address=$DATABASE ;;
*)
    echo "DATABASE expects sqlite, postgres or postgres://…, found '$DATABASE'" >&2
    exit 2
    ;;
esac
if [ -n "$address" ]; then
    awk -v address="$address" '/^database:/ { print "database: " address; next } { print }' \
        "$sample/workspace/clients/coast.yaml" >"$folder/clients/coast.yaml"
    echo "--- database: $address"
fi

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
[ "${DATABASE:-}" != postgres ] || echo "the PostgreSQL server was this run's own and ends with it; DATABASE=postgres://… takes another, which stays"
echo "next: look at $folder/runs/coast/2026-W46/index.html, then decide on what is held with"
echo "      $1 release coast/2026-W46 --contributor SYMBOL --reason TEXT --workspace $folder"
