import Foundation

/// nginx on 127.0.0.1: http, https with HTTP/2 and a certificate of an authority made for it, and https with one that nobody trusts.
///
/// Below `/plain/` files are sent as they are, below `/packed/` packed by gzip for those who take it.
package final class NginxServer: Sendable {
    package let httpPort: Int
    package let httpsPort: Int
    package let brokenPort: Int
    /// What to trust (PEM).
    package let authority: String
    private let process: NginxProcess
    private var folder: URL { process.folder }

    /// The host that the certificate is for, beside localhost. It exists nowhere.
    package static let host = "feeds.example"
    package static var isInstalled: Bool { NginxProcess.path != nil }

    /// - Parameter files: what lies below `/plain/` and `/packed/`.
    package init(_ files: [String: String]) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("oc4ids-nginx-\(UUID().uuidString)", isDirectory: true)
        process = NginxProcess(folder)
        for place in ["www/plain", "www/packed", "temporary"] {
            try FileManager.default.createDirectory(at: folder.appendingPathComponent(place), withIntermediateDirectories: true)
        }
        authority = folder.appendingPathComponent("authority.pem").path
        (httpPort, httpsPort, brokenPort) = (try LocalSocket.freePort(), try LocalSocket.freePort(), try LocalSocket.freePort())
        for (name, content) in files { try write(content, to: name) }
        try TestCertificates.make(in: folder, host: Self.host)
        try configuration.write(to: folder.appendingPathComponent("nginx.conf"), atomically: true, encoding: .utf8)
        try process.start(port: brokenPort)
    }

    package func http(_ path: String) -> String { "http://127.0.0.1:\(httpPort)\(path)" }
    package func https(_ path: String) -> String { "https://localhost:\(httpsPort)\(path)" }
    package func broken(_ path: String) -> String { "https://localhost:\(brokenPort)\(path)" }

    package func write(_ content: String, to name: String) throws {
        for place in ["plain", "packed"] {
            try content.write(to: folder.appendingPathComponent("www/\(place)/\(name)"), atomically: true, encoding: .utf8)
        }
    }

    /// One line a request: method, protocol, status, path, and headers as `name=value`, without a value as `name=-`.
    package func requests() throws -> [String] {
        try process.log("access.log").split(separator: "\n").map(String.init)
    }

    private var configuration: String {
        """
        daemon off;
        master_process off;
        pid nginx.pid;
        events { worker_connections 1024; }
        http {
            types { application/json json; application/zip zip; }
            client_body_temp_path temporary/body; proxy_temp_path temporary/proxy; fastcgi_temp_path temporary/fastcgi;
            uwsgi_temp_path temporary/uwsgi; scgi_temp_path temporary/scgi;
            log_format requests '$request_method $server_protocol $status $request_uri range=$http_range if-range=$http_if_range '
                'if-none-match=$http_if_none_match accept-encoding=$http_accept_encoding authorization=$http_authorization '
                'x-api-key=$http_x_api_key user-agent=$http_user_agent connection=$connection';
            access_log access.log requests;
            limit_req_zone $binary_remote_addr zone=limited:1m rate=2r/s;
            gzip_types application/json;
            gzip_min_length 100;
            root www;
            ssl_certificate_key server.key;
            server {
                listen 127.0.0.1:\(httpPort);
                location /packed/ { gzip on; }
                location /limited/ {
                    alias www/plain/;
                    limit_req zone=limited;
                    limit_req_status 429;
                    add_header Retry-After 1 always;
                }
                location = /moved { return 301 /plain/a.json; }
                location = /upgraded { return 308 https://localhost:\(httpsPort)/plain/a.json; }
                location = /elsewhere { return 302 http://localhost:\(httpPort)/plain/a.json; }
            }
            server {
                listen 127.0.0.1:\(httpsPort) ssl http2;
                ssl_certificate server.pem;
                location /packed/ { gzip on; }
                location = /moved { return 301 /plain/a.json; }
                location = /downgraded { return 302 http://127.0.0.1:\(httpPort)/plain/a.json; }
            }
            server {
                listen 127.0.0.1:\(brokenPort) ssl;
                ssl_certificate broken.pem;
            }
        }
        """
    }
}
