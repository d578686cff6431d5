# make run     install what is missing, build, run a full load and two weekly updates on a copy of SampleData; the client's
#              database is an SQLite file, with DATABASE=postgres in a PostgreSQL server, with DATABASE=postgres://… in that one
# make test    install what the tests need, build everything, run every test
# make build   the program, in release
# make bench   measure against other tools (installs them); compare-readers: read as they do; format, lint, clean
# make kill-test   200 kills of an update; fault-test: 300 faults in an install, one at each write; corpus-weeks: ten libraries'
#                  weeks of real records, and their undoing
# make compare-validators   judge as MARC::Lint does, or know why not
# make bombs   give check files made to do harm; fuzz: mutate files for SECONDS a reader, and a million records through check

SWIFT       ?= swift
CHECKED      = --explicit-target-dependency-import-check error
RELEASE      = -c release --scratch-path .build-release $(CHECKED)
PACKAGES     = pkg-config libxml2-dev libarchive-dev libsqlite3-dev libxxhash-dev libssl-dev libcurl4-openssl-dev libpq-dev sqlite3 zip python3
# The servers that the tests fetch from, and the one that keeps client databases.
SERVERS      = postgresql strace openssl openssh-client openssh-server openssh-sftp-server python3-pyftpdlib python3-openssl python3-asyncssh

.PHONY: run test build bench compare-readers compare-validators kill-test fault-test corpus-weeks bombs fuzz lint format clean packages

build: packages
	$(SWIFT) build $(RELEASE) --product holdfast

run: build
	@[ "$(DATABASE)" != postgres ] || RUNLEVEL=1 Tests/Tools/install-packages.sh postgresql
	DATABASE="$(DATABASE)" SampleData/run.sh .build-release/release/holdfast run

test: packages
	@RUNLEVEL=1 Tests/Tools/install-packages.sh python3-venv $(SERVERS)
	@test -x run/venv/bin/pip || python3 -m venv run/venv
	run/venv/bin/pip install -q pymarc==5.4.0
	$(SWIFT) build $(CHECKED) --build-tests
	$(SWIFT) test $(CHECKED) --skip-build --parallel
	$(MAKE) --no-print-directory lint

bench: build
	@RUNLEVEL=1 Tests/Tools/install-packages.sh yaz python3-venv postgresql
	python3 -m venv run/venv && run/venv/bin/pip install -q pymarc==5.4.0 mrrc==0.9.2 marc-lint==0.0.6 'psycopg[binary]==3.3.2'
	$(SWIFT) build -c release --package-path Tests/Benchmarks --scratch-path .build-bench
	run/venv/bin/python Tests/Benchmarks/bench.py .build-release/release/holdfast .build-bench/release $(BENCH)

COLLECTION ?= ../shared/corpus

compare-readers: build
	@Tests/Tools/install-packages.sh yaz python3-venv
	@test -x run/venv/bin/pip || python3 -m venv run/venv
	run/venv/bin/pip install -q pymarc==5.4.0 mrrc==0.9.2
	run/venv/bin/python Tests/Tools/compare_readers.py .build-release/release/holdfast $(COLLECTION)
	run/venv/bin/python Tests/Tools/compare_marc8.py .build-release/release/holdfast $(COLLECTION)

# KIND=… prints the findings of a kind that nothing explains.
compare-validators: build
	@Tests/Tools/install-packages.sh libmarc-lint-perl python3-venv
	@test -x run/venv/bin/pip || python3 -m venv run/venv
	run/venv/bin/pip install -q pymarc==5.4.0
	run/venv/bin/python Tests/Tools/compare_validators.py .build-release/release/holdfast $(COLLECTION) $(KIND)

packages:
	@Tests/Tools/install-packages.sh $(PACKAGES)

lint:
	@Tests/Tools/lint.sh
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests

format:
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests

kill-test: build
	$(SWIFT) build $(CHECKED) --build-tests
	HOLDFAST_PROGRAM=$(CURDIR)/.build-release/release/holdfast HOLDFAST_KILLS=200 $(SWIFT) test $(CHECKED) --skip-build --filter EndToEndTests.*Killed

fault-test: build
	@Tests/Tools/install-packages.sh strace postgresql
	$(SWIFT) build $(CHECKED) --build-tests
	HOLDFAST_PROGRAM=$(CURDIR)/.build-release/release/holdfast HOLDFAST_FAULTS=300 $(SWIFT) test $(CHECKED) --skip-build --filter EndToEndTests.*Faults

corpus-weeks: build
	$(SWIFT) build $(CHECKED) --build-tests
	HOLDFAST_PROGRAM=$(CURDIR)/.build-release/release/holdfast HOLDFAST_WHOLE_CORPUS=1 $(SWIFT) test $(CHECKED) --skip-build --filter EndToEndTests.*Weeks.of

bombs: build
	Tests/Tools/bombs.py .build-release/release/holdfast $(BOMBS)

SECONDS ?= 600
FUZZERS  = .build-fuzz/release

# The first tells the package manager to leave main to libFuzzer, the second instruments every module; two of the first kind
# push each other out.
fuzz: build
	$(SWIFT) build -c release --sanitize=fuzzer -Xswiftc -sanitize=fuzzer,address --package-path Tests/Fuzzing --scratch-path .build-fuzz
	Tests/Fuzzing/seeds.py .build-release/release/holdfast run/fuzz
	Tests/Fuzzing/run.sh $(FUZZERS) run/fuzz $(SECONDS) $(READERS)
	Tests/Fuzzing/million.py .build-release/release/holdfast

clean:
	rm -rf .build .build-release .build-fuzz run
