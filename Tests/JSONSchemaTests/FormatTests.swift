import JSONSchema
import Testing

/// A string, and why it has or has not the format.
struct FormatCase: Sendable, CustomTestStringConvertible {
    let text: String
    let reason: String

    init(_ text: String, _ reason: String) {
        self.text = text
        self.reason = reason
    }

    var testDescription: String { "\(reason): \(text.prefix(60))" }

    func isAccepted(by format: Format) -> Bool {
        Array(text.utf8).withUnsafeBytes { format.accepts($0) }
    }
}

@Suite struct FormatTests {
    @Test func namesAreThoseOfDraft4() {
        for format in Format.allCases { #expect(Format(name: format.name) == format) }
        #expect(Format(name: "date-time") == .dateTime)
        for unknown in ["date", "time", "iri", "regex", "host-name", "Date-Time", ""] {
            #expect(Format(name: unknown) == nil, "\(unknown) is not of draft-04 and is ignored")
        }
    }

    @Test(arguments: [
        FormatCase("2024-03-01T00:00:00Z", "the common shape"),
        FormatCase("2024-03-01t00:00:00z", "T and Z in lower case"),
        FormatCase("2024-03-01T23:59:59.1+05:30", "fraction of one digit, offset ahead"),
        FormatCase("2024-03-01T00:00:00-23:59", "largest offset"),
        FormatCase("2024-03-01T00:00:00-00:00", "unknown local offset, RFC 3339 section 4.3"),
        FormatCase("2024-02-29T12:00:00Z", "leap year"),
        FormatCase("2000-02-29T12:00:00Z", "century divisible by 400"),
        FormatCase("0000-01-01T00:00:00Z", "year zero is four digits"),
        FormatCase("2016-12-31T23:59:60Z", "leap second"),
        FormatCase("2016-12-31T17:59:60-06:00", "leap second elsewhere"),
        FormatCase("2024-12-31T19:59:59-06:00", "the common shape with an offset, on a month's last day"),
        FormatCase("2024-12-28T23:59:59+19:59", "the highest that is not looked at closely"),
        FormatCase("2024-10-20T20:00:00+20:00", "an offset of twenty hours"),
        FormatCase("2024-09-09t09:09:09z", "small letters"),
        FormatCase("2017-01-01T05:29:60.5+05:30", "leap second on the next local day"),
        FormatCase("2016-12-31T00:00:60-23:59", "leap second on the day before"),
    ])
    func dateTimesAreAccepted(_ example: FormatCase) {
        #expect(example.isAccepted(by: .dateTime))
    }

    @Test(arguments: [
        FormatCase("", "empty"),
        FormatCase("2024-03-01", "date only"),
        FormatCase("2024-03-01T00:00:00", "no offset"),
        FormatCase("2024-03-01 00:00:00Z", "space for T"),
        FormatCase("2024-03-01T00:00Z", "no seconds"),
        FormatCase("2024-03-01T00:00:00ZZ", "text behind"),
        FormatCase("2024-03-01T00:00:00.Z", "fraction without digit"),
        FormatCase("2024-03-01T00:00:00,5Z", "comma"),
        FormatCase("2024-03-01T00:00:00.5", "fraction, then nothing"),
        FormatCase("2024-03-01T00:00:00+0100", "offset without colon"),
        FormatCase("2024-03-01T00:00:00+01:60", "minute of the offset"),
        FormatCase("2024-03-01T00:00:00+24:00", "hour of the offset"),
        FormatCase("2024-03-01T00:00:00+01:00 ", "space behind"),
        FormatCase("2023-02-29T00:00:00Z", "no leap year"),
        FormatCase("1900-02-29T00:00:00Z", "century not divisible by 400"),
        FormatCase("2024-04-31T00:00:00Z", "day 31 of April"),
        FormatCase("2024-00-01T00:00:00Z", "month zero"),
        FormatCase("2024-13-28T00:00:00-06:00", "month 13 with an offset"),
        FormatCase("2024-03-00T00:00:00-06:00", "day zero with an offset"),
        FormatCase("2024-03-01T24:00:00-06:00", "hour 24 with an offset"),
        FormatCase("2024-03-01T00:60:00-06:00", "minute 60 with an offset"),
        FormatCase("2024-03-01T00:00:60-06:00", "second 60 in the middle of an hour"),
        FormatCase("2024-03-01T00:00:00-24:00", "an offset of 24 hours"),
        FormatCase("2024-03-01T00:00:00-06:60", "an offset of 60 minutes"),
        FormatCase("2024-03-01T00-00:00-06:00", "a dash between hour and minute"),
        FormatCase("2024-03-01T00:00-00-06:00", "a dash between minute and second"),
        FormatCase("2024-03-01T00:00:00*06:00", "the character before +"),
        FormatCase("2024-03-01T00:00:00,06:00", "the character between the signs"),
        FormatCase("2024-03-01T00:00:00/06:00", "a slash for a sign"),
        FormatCase("2024-03-01T00:00:00\u{AD}6:00", "a soft hyphen for a sign"),
        FormatCase("2024-03-01T00:00:00-06.00", "a dot in the offset"),
        FormatCase("2024-03-01T0:000:00Z", "colons at the wrong places"),
        FormatCase("2024-13-01T00:00:00Z", "month 13"),
        FormatCase("2024-03-00T00:00:00Z", "day zero"),
        FormatCase("2024-03-01T24:00:00Z", "hour 24"),
        FormatCase("2024-03-01T00:60:00Z", "minute 60"),
        FormatCase("2024-03-01T00:00:60Z", "second 60 at midnight"),
        FormatCase("2016-12-31T23:59:60+01:00", "second 60 at 22:59 UTC"),
        FormatCase("2024-03-01T00:00:61Z", "second 61"),
        FormatCase("2024-03-01T00:00:0:Z", "the character after 9"),
        FormatCase("2024-03-0/T00:00:00Z", "the character before 0"),
        FormatCase("2024x03-01T00:00:00Z", "wrong separator"),
        FormatCase("২024-03-01T00:00:00Z", "Bengali digit"),
        FormatCase("2024-03-01T00:00:00\u{0}Z", "NUL"),
    ])
    func dateTimesAreRefused(_ example: FormatCase) {
        #expect(!example.isAccepted(by: .dateTime))
    }

    @Test(arguments: [
        FormatCase("https://example.org/a/b?c=d#e", "all five parts"),
        FormatCase("urn:isbn:0451450523", "path without slash"),
        FormatCase("a:", "a scheme is enough"),
        FormatCase("file:///etc/hosts", "empty authority"),
        FormatCase("http://example.org:/", "empty port"),
        FormatCase("http://user:pass:word@example.org:8080", "userinfo with colons, port"),
        FormatCase("http://[2001:db8::1]:80/", "IPv6 literal with port"),
        FormatCase("http://u@[::1]", "userinfo before a literal"),
        FormatCase("http://[v1.a:b]/", "future literal"),
        FormatCase("http://ex%C3%A4mple.org/%2f", "percent-encoded octets"),
        FormatCase("x:a//b@c:d", "double slash later in the path"),
        FormatCase("x:?a/b?c#?/d", "delimiters inside query and fragment"),
    ])
    func urisAreAccepted(_ example: FormatCase) {
        #expect(example.isAccepted(by: .uri))
    }

    @Test(arguments: [
        FormatCase("", "empty"),
        FormatCase("example.org/a", "no scheme"),
        FormatCase("//example.org", "relative reference"),
        FormatCase(":a", "empty scheme"),
        FormatCase("1a:b", "scheme begins with a digit"),
        FormatCase("a_b:c", "underscore in the scheme"),
        FormatCase("http://exa mple.org", "space"),
        FormatCase("http://example.org/ä", "not ASCII"),
        FormatCase("http://example.org/%", "percent sign at the end"),
        FormatCase("http://example.org/%4", "half an octet"),
        FormatCase("http://example.org/%g0", "not hexadecimal"),
        FormatCase("http://example.org:8o/", "letter in the port"),
        FormatCase("http://a:1:2/", "two ports"),
        FormatCase("http://a@b@c/", "two at signs"),
        FormatCase("http://[::1/", "bracket not closed"),
        FormatCase("http://[::1]x/", "text after the literal"),
        FormatCase("http://[::1]:x/", "letter in the port after a literal"),
        FormatCase("http://[1.2.3.4]/", "IPv4 in brackets"),
        FormatCase("http://[fe80::1%25eth0]/", "zone of an address"),
        FormatCase("http://[v.a]/", "future literal without version"),
        FormatCase("http://a[::1]/", "bracket inside a name"),
        FormatCase("http://example.org/[a]", "brackets in the path"),
        FormatCase("a:b#c#d", "two fragments"),
        FormatCase("a:b\n", "line feed"),
    ])
    func urisAreRefused(_ example: FormatCase) {
        #expect(!example.isAccepted(by: .uri))
    }

    @Test(arguments: [
        FormatCase("a@b", "shortest"),
        FormatCase("first.last+tag@example.org", "dots and plus"),
        FormatCase("!#$%&'*+-/=?^_`{|}~@example.org", "every special character of an atom"),
        FormatCase("\"a b\\\"@c\"@example.org", "quoted local part"),
        FormatCase("a@[192.0.2.1]", "IPv4 literal"),
        FormatCase("a@[ipv6:2001:db8::1]", "IPv6 literal, tag in any case"),
    ])
    func emailsAreAccepted(_ example: FormatCase) {
        #expect(example.isAccepted(by: .email))
    }

    @Test(arguments: [
        FormatCase("", "empty"),
        FormatCase("a", "no domain"),
        FormatCase("a@", "empty domain"),
        FormatCase("@b", "empty local part"),
        FormatCase("a..b@c", "two dots"),
        FormatCase("a@b@c", "two at signs"),
        FormatCase("a@b_c", "underscore in the domain"),
        FormatCase("a@b.", "dot behind"),
        FormatCase("\"a@b", "quote not closed"),
        FormatCase("\"a\"b@c", "text after the quotes"),
        FormatCase("\"a\\", "backslash at the end"),
        FormatCase("a@[192.0.2.256]", "number above 255 in a literal"),
        FormatCase("a@[2001:db8::1]", "IPv6 literal without tag"),
        FormatCase("a@[192.0.2.1", "literal not closed"),
        FormatCase("ä@b", "not ASCII"),
        FormatCase("A <a@b.c>", "display name"),
    ])
    func emailsAreRefused(_ example: FormatCase) {
        #expect(!example.isAccepted(by: .email))
    }

    private static let label63 = String(repeating: "a", count: 63)

    @Test(arguments: [
        FormatCase("localhost", "one label"),
        FormatCase("3com.example", "digit in front, RFC 1123"),
        FormatCase("a--b.xn--4gbwdl", "hyphens inside"),
        FormatCase(label63, "63 characters in a label"),
        FormatCase("\(label63).\(label63).\(label63).\(label63.dropLast(2))", "253 characters"),
    ])
    func hostnamesAreAccepted(_ example: FormatCase) {
        #expect(example.isAccepted(by: .hostname))
    }

    @Test(arguments: [
        FormatCase("", "empty"),
        FormatCase(".", "root"),
        FormatCase("a..b", "empty label"),
        FormatCase(".a", "dot in front"),
        FormatCase("a.", "dot behind"),
        FormatCase("-a", "hyphen in front"),
        FormatCase("a-.b", "hyphen behind"),
        FormatCase("a_b", "underscore"),
        FormatCase("ä.b", "not ASCII"),
        FormatCase("a\u{3002}b", "ideographic full stop"),
        FormatCase("a\(label63)", "64 characters in a label"),
        FormatCase("\(label63).\(label63).\(label63).\(label63.dropLast())", "254 characters"),
    ])
    func hostnamesAreRefused(_ example: FormatCase) {
        #expect(!example.isAccepted(by: .hostname))
    }

    @Test(arguments: ["0.0.0.0", "192.0.2.1", "255.255.255.255"])
    func ipv4IsAccepted(_ text: String) {
        #expect(FormatCase(text, "").isAccepted(by: .ipv4))
    }

    @Test(arguments: [
        FormatCase("", "empty"),
        FormatCase("1.2.3", "three numbers"),
        FormatCase("1.2.3.4.5", "five numbers"),
        FormatCase("1.2.3.", "empty number"),
        FormatCase("1.2.3.256", "above 255"),
        FormatCase("1.2.3.04", "leading zero"),
        FormatCase("1.2.3.00", "two zeros"),
        FormatCase("1.2.3.4 ", "space"),
        FormatCase("1.2.3.0000000000000000000000000000000000004", "long enough to overflow"),
        FormatCase("99999999999.1.1", "overflow within the longest length"),
    ])
    func ipv4IsRefused(_ example: FormatCase) {
        #expect(!example.isAccepted(by: .ipv4))
    }

    @Test(arguments: [
        "::", "::1", "1::", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7::", "::2:3:4:5:6:7:8", "2001:DB8::ff00:42:8329",
        "::192.0.2.1", "1:2:3:4:5:6:192.0.2.1", "1::5:192.0.2.1",
    ])
    func ipv6IsAccepted(_ text: String) {
        #expect(FormatCase(text, "").isAccepted(by: .ipv6))
    }

    @Test(arguments: [
        FormatCase("", "empty"),
        FormatCase(":", "one colon"),
        FormatCase(":::", "three colons"),
        FormatCase("1:2:3:4:5:6:7", "seven groups"),
        FormatCase("1:2:3:4:5:6:7:8:9", "nine groups"),
        FormatCase("1:2:3:4::5:6:7:8", "nothing left to compress"),
        FormatCase("1::2::3", "compressed twice"),
        FormatCase(":1::2", "colon in front"),
        FormatCase("1::2:", "colon behind"),
        FormatCase("12345::", "five digits"),
        FormatCase("g::", "not hexadecimal"),
        FormatCase("192.0.2.1", "only a dotted quad"),
        FormatCase("::192.0.2.1:1", "dotted quad not at the end"),
        FormatCase("1:2:3:4:5:6:7:192.0.2.1", "dotted quad too many"),
        FormatCase("::192.0.2.01", "leading zero in the dotted quad"),
        FormatCase("fe80::1%eth0", "zone"),
        FormatCase("::/64", "prefix length"),
        FormatCase("[::1]", "brackets"),
    ])
    func ipv6IsRefused(_ example: FormatCase) {
        #expect(!example.isAccepted(by: .ipv6))
    }
}
