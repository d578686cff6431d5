// swift-tools-version: 6.2
import PackageDescription

// The rooms of Holdfast and what each may import, in dependency order: arrows point down, and the build checks it
// (`swift build --explicit-target-dependency-import-check error`, see the Makefile). No stage imports a stage.

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
    .treatAllWarnings(as: .error),
]

/// A room: a folder of `Sources` and the rooms below it that it may see.
func room(_ name: String, imports: [Target.Dependency] = [], exclude: [String] = []) -> Target {
    .target(name: name, dependencies: imports, path: "Sources/\(name)", exclude: exclude, swiftSettings: strict)
}

/// The tests of a room, which see the room and whatever it sees.
func tests(of name: String, seeing others: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.init(stringLiteral: name), "TestSupport"] + others,
        path: "Tests/\(name)Tests", exclude: [], swiftSettings: strict)
}

/// A C library of the system: a module map and a header.
func system(_ name: String, pkgConfig: String, package: String) -> Target {
    .systemLibrary(name: name, path: "Sources/\(name)", pkgConfig: pkgConfig, providers: [.apt([package])])
}

let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "holdfast",
    products: [
        .executable(name: "holdfast", targets: ["holdfast"]),
        // For the benchmarks' own package.
        .library(name: "HoldfastReading", targets: ["MARC", "Update"]),
        // For the fuzz targets' own package.
        .library(name: "HoldfastChecking", targets: ["Ingest", "Pipeline"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    ],
    targets: [
        // C libraries and compiled-in tables
        system("CLibXML2", pkgConfig: "libxml-2.0", package: "libxml2-dev"),
        system("CLibArchive", pkgConfig: "libarchive", package: "libarchive-dev"),
        system("CSQLite", pkgConfig: "sqlite3", package: "libsqlite3-dev"),
        system("CLibPQ", pkgConfig: "libpq", package: "libpq-dev"),
        system("CLibCurl", pkgConfig: "libcurl", package: "libcurl4-openssl-dev"),
        system("CLibCrypto", pkgConfig: "libcrypto", package: "libssl-dev"),
        .systemLibrary(name: "CMalloc", path: "Sources/CMalloc"),
        .target(name: "CXXHash", path: "Sources/CXXHash"),
        .target(name: "CByteScans", path: "Sources/CByteScans"),
        .target(name: "CMARC8Tables", path: "Sources/CMARC8Tables", exclude: ["make-marc8-tables.py"]),
        .target(name: "CMARC21Tables", path: "Sources/CMARC21Tables", exclude: ["data", "make_tables.py"]),
        .target(name: "CNFCTables", path: "Sources/CNFCTables", exclude: ["make-nfc-tables.py"]),

        // A record and its encodings
        room("MARC", imports: ["CByteScans", "CLibXML2", "CMARC8Tables", "CNFCTables"]),
        tests(of: "MARC"),

        // The MARC 21 formats as data
        room("MARC21", imports: ["MARC", "CMARC21Tables"]),
        tests(of: "MARC21"),

        // What tests share: the corpus where it is at hand, records written as text
        .target(name: "TestSupport", dependencies: ["MARC"], path: "Tests/TestSupport", swiftSettings: strict),

        // The words, streams, spools, books and defects
        room("Update", imports: ["MARC", "CXXHash"]),
        tests(of: "Update", seeing: ["MARC"]),

        // Fetching files over the net
        room("Transfer", imports: ["Update", "CLibCurl", "CLibCrypto"]),
        tests(of: "Transfer", seeing: ["Update", "ServerSupport"]),
        .target(name: "ServerSupport", path: "Tests/ServerSupport", swiftSettings: strict),

        // The client database
        room("Catalog", imports: ["MARC", "Update", "CSQLite", "CLibPQ"]),
        tests(of: "Catalog", seeing: ["MARC", "Update"]),

        // The stages
        room("Ingest", imports: ["MARC", "Update", "Transfer", "CLibArchive"]),
        tests(of: "Ingest", seeing: ["MARC", "ServerSupport", "Transfer", "Update"]),
        room("Scrub", imports: ["CByteScans", "MARC", "MARC21", "Update"]),
        tests(of: "Scrub", seeing: ["MARC", "MARC21", "Update", "Validate"]),
        room("Validate", imports: ["CByteScans", "MARC", "MARC21", "Update"]),
        tests(of: "Validate", seeing: ["MARC", "MARC21", "Update"]),
        room("Install", imports: ["MARC", "MARC21", "Update", "Catalog"]),
        tests(of: "Install", seeing: ["MARC", "Update", "Catalog", "CatalogTestSupport", "ServerSupport"]),
        room("Inspect", imports: ["MARC", "Update", "Catalog"]),
        tests(of: "Inspect", seeing: ["MARC", "Update", "Catalog", "Install", "CatalogTestSupport"]),
        .target(
            name: "CatalogTestSupport", dependencies: ["MARC", "Update", "Catalog", "Install", "ServerSupport"],
            path: "Tests/CatalogTestSupport", swiftSettings: strict),

        // Profiles, the runner, the run directory, the ledger, gates, schedule
        room(
            "Pipeline",
            imports: [
                "MARC", "MARC21", "Update", "Transfer", "Catalog", "Ingest", "Scrub", "Validate", "Install", "Inspect",
                yams,
            ]),
        tests(
            of: "Pipeline",
            seeing: [
                "Catalog", "CatalogTestSupport", "Ingest", "Install", "MARC", "Scrub", "Transfer", "Update",
            ]),

        // Defect reports as HTML, CSV, MARC and mail
        room("Reports", imports: ["MARC", "Update", "Catalog", "Pipeline", mustache]),
        tests(of: "Reports", seeing: ["MARC", "Update", "Catalog", "Pipeline"]),

        // The command line
        .executableTarget(
            name: "holdfast", dependencies: ["CMalloc", "Catalog", "Pipeline", "Reports", "Update", argumentParser],
            path: "Sources/holdfast", swiftSettings: strict),

        // The program as people call it, on the sample
        .testTarget(
            name: "EndToEndTests",
            dependencies: ["MARC", "holdfast", "Pipeline", "ServerSupport", "TestSupport", "Update"],
            path: "Tests/EndToEndTests",
            swiftSettings: strict),
    ]
)
