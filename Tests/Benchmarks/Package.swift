// swift-tools-version: 6.2
import PackageDescription

// What the benchmarks need beside the product; a package of its own, so that none of it reaches the product.

let package = Package(
    name: "holdfast-benchmarks",
    dependencies: [.package(name: "holdfast", path: "../..")],
    targets: [
        .executableTarget(
            name: "read-records", dependencies: [.product(name: "HoldfastReading", package: "holdfast")],
            path: "Sources/read-records")
    ]
)
