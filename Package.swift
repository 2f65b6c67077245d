// swift-tools-version: 6.2
import PackageDescription

// The targets stand in the order in which the data goes through them, which is also the order to read them in.

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "oc4ids",
    products: [
        .library(name: "JSONSchema", targets: ["JSONSchema"]),
        .library(name: "OC4IDS", targets: ["OC4IDS"]),
        .executable(name: "oc4ids", targets: ["oc4ids"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // Data files as bytes: schemas, code lists, the report's schema. `#embed` puts them into the binary as they are.
        .target(
            name: "OC4IDSStandard",
            path: "Schemas",
            exclude: ["oc4ids-0.9.5", "json-schema", "report", "profiles", "feeds"],
            sources: ["bundle.c"],
            publicHeadersPath: "include"
        ),
        // Regular expressions and digests: Debian's libpcre2-dev and libssl-dev, linked statically so that the program is one file.
        .target(name: "CPCRE2", linkerSettings: [.linkedLibrary(":libpcre2-8.a")]),
        // What Swift's SIMD types lack: a comparison's result as bits, and code for processors with longer vectors.
        .target(name: "CVectors"),
        // Where new threads begin.
        .target(name: "CThreads"),
        .target(name: "CDigest", linkerSettings: [.linkedLibrary(":libcrypto.a")]),
        // Zip and gzip: libarchive-dev, zlib1g-dev, and what libarchive's zip reader refers to. The linker takes what is referred to, no more.
        .target(name: "CArchive", linkerSettings: ["archive", "z", "lzma", "bz2", "zstd", "nettle"].map { .linkedLibrary(":lib\($0).a") }),
        // What servers pack answers with, beside gzip: libbrotli-dev.
        .target(name: "CBrotli", linkerSettings: ["dec", "common"].map { .linkedLibrary(":libbrotli\($0).a") }),
        // The headers of Debian's libcurl4-openssl-dev; the library itself is loaded by the first transfer, not linked (see CLibcurl.h).
        .target(name: "CLibcurl"),

        .target(name: "JSONSchema", dependencies: ["CPCRE2", "CThreads", "CVectors"], swiftSettings: settings),
        .target(
            name: "OC4IDS",
            dependencies: ["JSONSchema", "OC4IDSStandard", "BigInt"],
            swiftSettings: settings
        ),
        .target(name: "Reports", dependencies: ["OC4IDS", "JSONSchema"], swiftSettings: settings),
        // SHA-256 of whatever comes in, from disk or from the network.
        .target(name: "Digests", dependencies: ["CDigest"], swiftSettings: settings),
        // Paths as the user gives them: files, folders, standard input, and what archives hold.
        .target(name: "Inputs", dependencies: ["OC4IDS", "JSONSchema", "Digests", "CArchive"], swiftSettings: settings),
        // What is published elsewhere: from its address to complete bytes on disk.
        .target(
            name: "Feeds",
            dependencies: ["CLibcurl", "CArchive", "CBrotli", "Digests", "JSONSchema", .product(name: "Yams", package: "Yams")],
            swiftSettings: settings
        ),
        // Many inputs: what is to be reviewed, side by side, and what came out of it in former runs. The only one that knows SQLite.
        .target(
            name: "Batch",
            dependencies: ["OC4IDS", "Inputs", "Feeds", "JSONSchema", .product(name: "GRDB", package: "GRDB.swift"), "Yams"],
            swiftSettings: settings,
            // What SQLite's archive refers to; `scripts/build` says where that archive is.
            linkerSettings: [.linkedLibrary("m")]
        ),
        // How the C library's heap grows.
        .target(name: "CHeap"),
        .executableTarget(
            name: "oc4ids",
            dependencies: [
                "CHeap", "OC4IDS", "Reports", "Inputs", "Feeds", "JSONSchema", "Batch",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings
        ),

        .testTarget(name: "JSONSchemaTests", dependencies: ["JSONSchema"], swiftSettings: settings),
        .testTarget(
            name: "OC4IDSTests", dependencies: ["OC4IDS", "Reports", "Inputs", "JSONSchema"], exclude: ["Truth"], swiftSettings: settings
        ),
        .testTarget(name: "InputsTests", dependencies: ["Inputs", "JSONSchema"], swiftSettings: settings),
        // Servers on 127.0.0.1 for tests: nginx, and one that does what servers should not.
        .target(
            name: "FeedsTestServers", dependencies: ["CArchive", "CBrotli"], path: "Tests/FeedsTestServers", swiftSettings: settings,
            linkerSettings: [.linkedLibrary(":libbrotlienc.a")]
        ),
        .testTarget(name: "FeedsTests", dependencies: ["Feeds", "Digests", "JSONSchema", "FeedsTestServers"], swiftSettings: settings),
        .testTarget(name: "ReportsTests", dependencies: ["Reports", "OC4IDS", "JSONSchema"], exclude: ["Golden"], swiftSettings: settings),
        .testTarget(
            name: "BatchTests",
            dependencies: ["Batch", "Feeds", "Inputs", "Reports", "OC4IDS", "JSONSchema", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: settings
        ),
        // Runs the program that lies beside the tests.
        .testTarget(name: "CommandTests", dependencies: ["oc4ids", "CArchive", "Feeds", "FeedsTestServers", .product(name: "GRDB", package: "GRDB.swift")], exclude: ["Fixtures"],
                    swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
