// swift-tools-version: 6.2
import PackageDescription

// What the benchmarks need beside the product; a package of its own, so that none of it reaches the product.

/// A program of the benchmarks, in the folder of its name.
func program(_ name: String) -> Target {
    .executableTarget(
        name: name, dependencies: [.product(name: "HoldfastReading", package: "holdfast")], path: "Sources/\(name)")
}

let package = Package(
    name: "holdfast-benchmarks",
    dependencies: [.package(name: "holdfast", path: "../..")],
    targets: [program("read-records"), program("recode-records")]
)
