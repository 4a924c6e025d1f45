// swift-tools-version: 6.2

import PackageDescription

/// File paths for Subprocess; macOS brings them along.
let systemPackage = Target.Dependency.product(
  name: "SystemPackage", package: "swift-system", condition: .when(platforms: [.linux]))

let package = Package(
  name: "fingerpost",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "fingerpost", targets: ["fingerpost"]),
    .executable(name: "fingerpost-server", targets: ["fingerpost-server"]),
    .library(
      name: "Fingerpost",
      targets: [
        "FingerpostModel", "FingerpostFormats", "FingerpostAnalysis", "FingerpostRules",
        "FingerpostInterchange", "FingerpostReports", "FingerpostDiagrams", "GraphvizRendering",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
    .package(
      url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CGraphviz", pkgConfig: "libgvc",
      providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]),
    .systemLibrary(
      name: "CYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(
      name: "CCSV", providers: [.apt(["libcsv-dev"]), .brew(["libcsv"])]),
    .systemLibrary(
      name: "CExpat", pkgConfig: "expat",
      providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter",
      providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]),
    .systemLibrary(
      name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
    .target(
      name: "FingerpostModel",
      dependencies: [.product(name: "OrderedCollections", package: "swift-collections")]),
    .target(name: "FingerpostFormats", dependencies: ["FingerpostModel", "CYAML"]),
    .target(name: "FingerpostAnalysis", dependencies: ["FingerpostModel"]),
    .target(name: "FingerpostRules", dependencies: ["FingerpostModel", "FingerpostAnalysis"]),
    .target(
      name: "FingerpostReports",
      dependencies: ["FingerpostModel", "FingerpostAnalysis", "FingerpostRules", "Spreadsheets"],
      resources: [.embedInCode("Site/site.js"), .embedInCode("Site/live.js")]),
    .target(
      name: "Spreadsheets", dependencies: ["CCSV", "CExpat", "CXLSXWriter", "CZip"]),
    .target(
      name: "FingerpostInterchange",
      dependencies: [
        "FingerpostModel", "FingerpostFormats", "FingerpostAnalysis", "Spreadsheets",
      ]),
    .target(name: "FingerpostDiagrams", dependencies: ["FingerpostModel", "FingerpostAnalysis"]),
    .target(
      name: "GraphvizRendering",
      dependencies: [
        "FingerpostDiagrams", "CGraphviz",
        .product(name: "Subprocess", package: "swift-subprocess"), systemPackage,
      ]),
    .target(
      name: "FingerpostPublishing",
      dependencies: [
        "FingerpostModel", "FingerpostFormats", "FingerpostAnalysis", "FingerpostRules",
        "FingerpostReports", "FingerpostDiagrams", "GraphvizRendering",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Subprocess", package: "swift-subprocess"),
      ]),
    .executableTarget(
      name: "fingerpost",
      dependencies: [
        "FingerpostModel", "FingerpostFormats", "FingerpostAnalysis", "FingerpostRules",
        "FingerpostReports", "FingerpostDiagrams", "FingerpostInterchange", "GraphvizRendering",
        "FingerpostPublishing",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Subprocess", package: "swift-subprocess"), systemPackage,
      ]),
    .target(
      name: "FingerpostServer",
      dependencies: [
        "FingerpostModel", "FingerpostFormats", "FingerpostAnalysis", "FingerpostReports",
        "FingerpostPublishing",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ],
      resources: [
        .embedInCode("openapi.json"), .embedInCode("Editing/edit.html"),
        .embedInCode("Editing/edit.css"), .embedInCode("Editing/edit.js"),
        .embedInCode("Editing/edit-fields.js"), .embedInCode("Editing/edit-outcome.js"),
      ]),
    .executableTarget(
      name: "fingerpost-server",
      dependencies: [
        "FingerpostServer", "FingerpostModel", "FingerpostDiagrams", "FingerpostPublishing",
        "GraphvizRendering",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "fingerpost-benchmarks",
      dependencies: [
        "FingerpostModel", "FingerpostFormats", "FingerpostAnalysis", "FingerpostDiagrams",
        "GraphvizRendering", "FingerpostSamples", "CYAML",
        .product(name: "Subprocess", package: "swift-subprocess"), systemPackage,
      ], exclude: ["coverage_graphs.py", "directory_frames.py", "server_load.py"]),
    .target(
      name: "FingerpostSamples",
      dependencies: ["FingerpostModel", "FingerpostDiagrams", "GraphvizRendering"],
      path: "Tests/FingerpostSamples"),
    .executableTarget(
      name: "ask-a-question", dependencies: ["FingerpostModel", "FingerpostAnalysis"],
      path: "Examples/ask-a-question"),
    .executableTarget(
      name: "draw-in-process",
      dependencies: ["FingerpostModel", "FingerpostDiagrams", "GraphvizRendering"],
      path: "Examples/draw-in-process"),
    .executableTarget(
      name: "draw-architecture", dependencies: ["FingerpostDiagrams", "GraphvizRendering"],
      path: "Examples/draw-architecture"),
    .target(
      name: "FingerpostTestSupport",
      dependencies: [
        "FingerpostModel", "FingerpostFormats", "FingerpostAnalysis", "FingerpostDiagrams",
        "FingerpostSamples",
      ],
      path: "Tests/FingerpostTestSupport", exclude: ["paper_oracle.py"]),
    .testTarget(
      name: "FingerpostModelTests", dependencies: ["FingerpostModel", "FingerpostTestSupport"]),
    .testTarget(
      name: "FingerpostFormatsTests",
      dependencies: [
        "FingerpostFormats", "FingerpostAnalysis", "FingerpostSamples", "FingerpostTestSupport",
      ],
      exclude: ["jsonschema_oracle.py"]),
    .testTarget(
      name: "FingerpostAnalysisTests",
      dependencies: [
        "FingerpostAnalysis", "FingerpostFormats", "FingerpostSamples", "FingerpostTestSupport",
      ],
      exclude: ["matching_oracle.py", "networkx_oracle.py"]),
    .testTarget(
      name: "FingerpostRulesTests",
      dependencies: [
        "FingerpostRules", "FingerpostFormats", "FingerpostSamples", "FingerpostTestSupport",
      ]),
    .testTarget(
      name: "FingerpostReportsTests",
      dependencies: [
        "FingerpostModel", "FingerpostFormats", "FingerpostAnalysis", "FingerpostRules",
        "FingerpostReports", "FingerpostTestSupport",
      ], exclude: ["Snapshots", "report_oracle.py"]),
    .testTarget(
      name: "FingerpostDiagramsTests",
      dependencies: ["FingerpostDiagrams", "FingerpostFormats", "FingerpostTestSupport"]),
    .testTarget(
      name: "GraphvizRenderingTests",
      dependencies: ["GraphvizRendering", "FingerpostTestSupport", "fingerpost"],
      exclude: ["Snapshots"]),
    .testTarget(
      name: "SpreadsheetsTests", dependencies: ["Spreadsheets", "FingerpostTestSupport"]),
    .testTarget(
      name: "FingerpostInterchangeTests",
      dependencies: [
        "FingerpostInterchange", "FingerpostFormats", "FingerpostAnalysis", "FingerpostSamples",
        "FingerpostTestSupport",
      ], exclude: ["Oracles"]),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "fingerpost", "ask-a-question", "draw-in-process", "draw-architecture",
        "FingerpostInterchange", "Spreadsheets", "FingerpostModel", "FingerpostReports",
        "FingerpostDiagrams", "FingerpostPublishing", "GraphvizRendering",
        "FingerpostTestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: [
        "Snapshots", "chromium_oracle.py", "difference_oracle.py", "hostile_workbooks.py",
        "site_oracle.py",
      ]),
    .testTarget(
      name: "ServerTests", dependencies: ["fingerpost-server", "FingerpostTestSupport"],
      exclude: ["server_oracle.py", "editing_oracle.py"]),
    .testTarget(
      name: "RepositoryTests",
      dependencies: [
        "FingerpostRules", "FingerpostFormats", "FingerpostDiagrams", "FingerpostInterchange",
        "FingerpostTestSupport", "fingerpost", "draw-architecture",
      ]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .enableUpcomingFeature("ExistentialAny"),  // SE-0335
      .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409
      .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444
      .enableUpcomingFeature("NonisolatedNonsendingByDefault"),  // SE-0461
      .treatAllWarnings(as: .error),  // SE-0480
    ]
}
