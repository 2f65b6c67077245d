import Foundation

/// A certificate authority for one test, by openssl: `authority.pem`, a server's `server.key` and `server.pem`, and `broken.pem`, which the
/// server has signed itself.
enum TestCertificates {
    static func make(in folder: URL, host: String) throws {
        let names = "subjectAltName=DNS:localhost,DNS:\(host),IP:127.0.0.1"
        try names.write(to: folder.appendingPathComponent("names.cnf"), atomically: true, encoding: .utf8)
        let key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
        try openssl(["req", "-x509", "-subj", "/CN=Test authority", "-days", "2", "-keyout", "authority.key", "-out", "authority.pem"] + key, in: folder)
        try openssl(["req", "-new", "-subj", "/CN=\(host)", "-keyout", "server.key", "-out", "server.csr"] + key, in: folder)
        try openssl(["x509", "-req", "-in", "server.csr", "-CA", "authority.pem", "-CAkey", "authority.key", "-CAcreateserial", "-days", "2",
                     "-extfile", "names.cnf", "-out", "server.pem"], in: folder)
        try openssl(["req", "-x509", "-key", "server.key", "-subj", "/CN=\(host)", "-addext", names, "-days", "2", "-out", "broken.pem"], in: folder)
    }

    private static func openssl(_ arguments: [String], in folder: URL) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw ServerError(reason: "openssl \(arguments[0])") }
    }
}
