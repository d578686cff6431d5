// swift-tools-version: 6.2
import PackageDescription

// A libFuzzer target for each reader, and one for all of `check`; a package of its own, because a program that libFuzzer
// drives has no main of ours. `make fuzz` builds them with the sanitizers and runs them.

let readers = ["iso2709", "marcxml", "marcjson", "mrk", "aleph", "archives", "oai", "check"]

func target(_ reader: String) -> Target {
    .executableTarget(
        name: "fuzz-\(reader)", dependencies: ["Harness"], path: "Sources/fuzz-\(reader)",
        swiftSettings: [.unsafeFlags(["-parse-as-library"])],
        linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])])
}

let package = Package(
    name: "holdfast-fuzzing",
    dependencies: [.package(name: "holdfast", path: "../..")],
    targets: [
        .target(
            name: "Harness",
            dependencies: [
                .product(name: "HoldfastReading", package: "holdfast"),
                .product(name: "HoldfastChecking", package: "holdfast"),
            ], path: "Sources/Harness")
    ] + readers.map(target)
)
