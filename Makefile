# What there is to do here. `make` alone lists it.
#
# Variables worth knowing:
#   POLICY_TEXTS  folder with the published texts that the policies cite (no part of the project)
#   BENCH_DIR     where `make bench` puts its files of several hundred megabytes
#   PROGRAM       another build of pii-scan for `make bench`, the static one say

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

# System libraries and their headers, and what SwiftPM needs to fetch two Swift packages.
PACKAGES := libpcre2-dev libsodium-dev libarchive-dev zlib1g-dev liblzma-dev libzstd-dev liblz4-dev \
  libbz2-dev libsqlite3-dev libpq-dev libmariadb-dev git ca-certificates

# Servers that the tests start, dump, scan live, and stop, and a tool that dumps them.
SERVERS := postgresql mariadb-server mydumper

# Without this flag an import that Package.swift does not declare goes through, and the graph of
# modules is only paint.
FENCE := --explicit-target-dependency-import-check error
BUILD := swift build $(FENCE)
DEBUG := .build/debug
RELEASE := .build/release

POLICY_TEXTS ?= ../shared/policies
# The day of the corpus: ages of its people are known for this day.
CORPUS_DAY := 2026-11-22
# The share that precision and recall of every type must reach on the corpus.
REQUIRED_SHARE := 1.0
# Seeds of held-out material (docs/accuracy.md); the corpus has another.
TRIAL_SEEDS := 1 2
TRIAL_SEEDS_FULL := 1 2 3 4 5
# What held-out material must reach in every type: precision and F1 in logs, F1 in tables, the kinds of
# columns, and what the levels promise.
export TRIAL_GATES := log:precision=0.97 log:f1=0.97 csv:f1=0.995 sql:f1=0.995 columns=1 reliability

.PHONY: help
help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' Makefile

.PHONY: packages
packages: ## install the system packages that are missing (as root; else the line to run is printed)
	@scripts/packages.sh $(PACKAGES)

.PHONY: build
build: packages ## the program, optimised: .build/release/pii-scan
	@$(BUILD) -c release --product pii-scan

# Static libraries that no other target needs.
DIST_PACKAGES := nettle-dev binutils

.PHONY: dist
dist: build ## the program for machines without Swift: one file, no shared library, packed into dist/
	@scripts/packages.sh $(DIST_PACKAGES)
	@scripts/dist.sh $(RELEASE)

.PHONY: demo
demo: build ## scan the corpus of invented people; the reports go to report/
	@scripts/demo.sh $(RELEASE)/pii-scan $(CORPUS_DAY)

.PHONY: image
image: build ## take the pictures of the data map anew: docs/images
	@scripts/packages.sh $(BROWSER) fonts-noto-cjk
	@scripts/image.sh $(RELEASE)/pii-scan $(CORPUS_DAY)

.PHONY: programs
programs: packages
	@$(BUILD)

.PHONY: test
test: test-packages rules policies accuracy gates-quick ## all but the large sizes: proofs of rules and policies, accuracy, counted costs, tests
	@scripts/packages.sh $(SERVERS) $(BROWSER)
	@$(BUILD) --build-tests
	@swift test $(FENCE) --skip-build --disable-xctest

# What opens the data map.
BROWSER := chromium

# The programs whose archives the tests unpack.
PACKERS := zip p7zip-full pigz xz-utils zstd lz4 bzip2 ncompress cpio libarchive-tools

.PHONY: test-packages
test-packages: packages
	@scripts/packages.sh $(PACKERS)

.PHONY: test-full
test-full: export PII_SCAN_TEST_FULL := 1
test-full: office test gates ## the same, then what only sizes prove: gigabytes, known counts, memory
	@scripts/packages.sh time bc
	@$(BUILD) -c release --product pii-scan
	@$(BUILD) -c release --product corpus-generator
	@scripts/test-full.sh $(RELEASE)
	@scripts/packages.sh $(DIST_PACKAGES) libarchive-tools
	@archive=$$(scripts/dist.sh $(RELEASE)) \
	  && scripts/dist-test.sh "$$archive" $(RELEASE)/pii-scan $(CORPUS_DAY)

# Opens the CSV files of a report; where it is missing, the test of it is left out and says so.
.PHONY: office
office:
	@scripts/packages.sh libreoffice-calc

.PHONY: rules
rules: programs ## every rule against its own examples
	@scripts/rules.sh $(DEBUG)/pii-scan

.PHONY: policies
policies: programs ## every policy against its own cases, and against the texts where they are at hand
	@scripts/policies.sh $(DEBUG)/pii-scan "$(POLICY_TEXTS)"

.PHONY: accuracy
accuracy: programs ## precision and recall: corpus, held-out material, what holds nothing personal
	@scripts/accuracy.sh $(DEBUG) $(CORPUS_DAY) $(REQUIRED_SHARE)
	@scripts/trial.sh $(DEBUG) $(DEBUG) 150 $(TRIAL_SEEDS)
	@scripts/negatives.sh $(DEBUG) $(DEBUG) quick

.PHONY: accuracy-full
accuracy-full: packages ## the same with more material, and test data of other projects' libraries
	@$(BUILD) -c release --product pii-scan
	@$(BUILD) -c release --product corpus-generator
	@$(BUILD) -c release --product accuracy
	@scripts/accuracy.sh $(RELEASE) $(CORPUS_DAY) $(REQUIRED_SHARE)
	@scripts/trial.sh $(RELEASE) $(RELEASE) 600 $(TRIAL_SEEDS_FULL)
	@scripts/negatives.sh $(RELEASE) $(RELEASE) full
	@scripts/external.sh $(RELEASE) $(RELEASE)

.PHONY: accuracy-doc
accuracy-doc: packages ## fill the tables of docs/accuracy.md anew
	@$(BUILD) -c release --product pii-scan
	@$(BUILD) -c release --product corpus-generator
	@$(BUILD) -c release --product accuracy
	@scripts/accuracy-doc.sh $(RELEASE) $(RELEASE)

.PHONY: calibrate
calibrate: packages ## measure the weights of words and columns, count the chances of checks, show the reliability of levels
	@$(BUILD) -c release --product corpus-generator
	@$(BUILD) -c release --product calibrate
	@scripts/calibrate.sh $(RELEASE) $(if $(CHECK),check,write)

.PHONY: lint
lint: ## house rules that a search can check
	@scripts/lint.sh

.PHONY: check
check: test-packages ## before a commit: format, lint, build with warnings as errors, quick tests
	@swift format lint --strict --parallel --recursive --configuration .swift-format \
	  Package.swift Plugins Sources Tests Tools rulesets
	@scripts/lint.sh
	@$(BUILD) --build-tests --scratch-path .build-check -Xswiftc -warnings-as-errors
	@swift test $(FENCE) --scratch-path .build-check -Xswiftc -warnings-as-errors --skip-build \
	  --disable-xctest --skip EndToEndTests

.PHONY: golden
golden: packages ## record the golden reports anew; read the difference before you commit it
	@$(BUILD) --build-tests
	@RECORD=1 swift test $(FENCE) --skip-build --disable-xctest --filter GoldenTests
	@git diff --stat -- Tests/EndToEndTests/Golden

.PHONY: fuzz
fuzz: packages ## made-up input for a parser: TARGET=csv SECONDS_EACH=60 (targets: Tests/FuzzTargets)
	@scripts/fuzz.sh "$(or $(TARGET),any)" "$(or $(SECONDS_EACH),60)"

# What is measured with, apart from the program.
CC_HERE := $(or $(shell command -v cc),$(shell command -v clang),gcc)
PEERS := .build/peers

.PHONY: bench
bench: packages ## speed, memory, start-up beside Hyperscan, ripgrep, wc, in one run; WRITE=1 into docs/performance.md
	@scripts/packages.sh libhyperscan-dev ripgrep time zstd gzip
	@$(MAKE) --silent --no-print-directory -C Benchmarks/peers CC="$(CC_HERE)" OUT="$(CURDIR)/$(PEERS)"
	@$(BUILD) -c release --product pii-scan
	@$(BUILD) -c release --product corpus-generator
	@$(if $(PROGRAM),:,scripts/packages.sh $(DIST_PACKAGES) && scripts/dist.sh $(RELEASE))
	@Benchmarks/bench.sh $(or $(PROGRAM),"$$(ls -t dist/*/pii-scan | head -n 1)") $(RELEASE)/corpus-generator $(PEERS) \
	  | tee $(PEERS)/bench.md
	@$(if $(WRITE),scripts/tables.sh docs/performance.md $(PEERS))

.PHONY: gates
gates: gates-quick ## what a megabyte costs, counted, against Benchmarks/gates.tsv; WRITE=1 writes it anew
	@scripts/packages.sh valgrind
	@$(BUILD) -c release --product pii-scan
	@Benchmarks/gates.sh release $(RELEASE)/pii-scan $(DEBUG)/corpus-generator $(PEERS)/counts.so

.PHONY: gates-quick
gates-quick: programs
	@$(MAKE) --silent --no-print-directory -C Benchmarks/gates CC="$(CC_HERE)" OUT="$(CURDIR)/$(PEERS)"
	@Benchmarks/gates.sh debug $(DEBUG)/pii-scan $(DEBUG)/corpus-generator $(PEERS)/counts.so
