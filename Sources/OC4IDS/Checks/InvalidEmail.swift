import JSONSchema

/// An e-mail address that nothing can be sent to, in fields where the schema does not ask for the form.
struct InvalidEmail: Rule {
    static let check = Check.invalidEmail
    static let definition = CheckDefinition(
        severity: .warning,
        title: Bilingual(en: "E-mail addresses that cannot be written to", es: "Correos electrónicos a los que no se puede escribir"),
        rationale: Bilingual(
            en: "A contact that cannot be reached is no contact. An address is name@domain (RFC 5321), the domain with a dot; one address a field.",
            es: "Un contacto al que no se puede escribir no es un contacto. Una dirección es nombre@dominio (RFC 5321) y el dominio lleva un punto; una sola dirección por campo."),
        message: Bilingual(en: "Not an e-mail address", es: "No es una dirección de correo electrónico"),
        hint: Bilingual(en: "Write one whole address, as in informacion@example.org, without spaces, accents or a name before it.",
                        es: "Escriba una dirección completa, por ejemplo informacion@example.org, sin espacios, tildes ni el nombre de la persona."),
        badExample: #"{"id": "oc4ids-bu3kcz-1", "publicAuthority": {"id": "1"}, "parties": [{"id": "1", "roles": ["publicAuthority"], "contactPoint": {"email": "obras(a)example.org"}}]}"#)

    private let emails: ValueGroup

    init(_ fields: inout SurveyFields, _ settings: CheckSettings) {
        emails = fields.values("emails without a format", named: "email") { $0.format != "email" }
    }

    func look(at project: ProjectData, _ findings: inout Findings) {
        project.forEach(emails) { value in
            guard !(value.withUTF8(Self.canBeLeft) ?? true) else { return }
            findings.note(Self.check, at: value)
        }
    }

    /// It is an address, or says nothing at all, which other checks report.
    private static func canBeLeft(_ text: UnsafeRawBufferPointer) -> Bool {
        isOrdinary(text) || isAcceptable(text)
    }

    /// Whether an address has nothing but letters, digits, hyphens and single dots around its @, and a dot behind it: as nearly all have.
    private static func isOrdinary(_ text: UnsafeRawBufferPointer) -> Bool {
        guard text.count <= 64 else { return false }
        var (hasAt, hasDot) = (false, false)
        // Neither dots nor hyphens stand at the ends of a part.
        var isInside = false
        for position in 0 ..< text.count {
            let byte = text[position]
            if TextBytes.isLetter(byte) || TextBytes.isDigit(byte) {
                isInside = true
                continue
            }
            guard isInside else { return false }
            switch byte {
            case UInt8(ascii: "-"): isInside = false
            case UInt8(ascii: "."):
                isInside = false
                hasDot = hasAt
            case UInt8(ascii: "@"):
                guard !hasAt else { return false }
                hasAt = true
                isInside = false
            default: return false
            }
        }
        return hasAt && hasDot && isInside
    }

    private static func isAcceptable(_ text: UnsafeRawBufferPointer) -> Bool {
        if Format.email.accepts(text), let at = text.lastIndex(of: UInt8(ascii: "@")) {
            // A domain without a dot takes no mail from outside.
            return text[at...].contains(UInt8(ascii: ".")) || text.last == UInt8(ascii: "]")
        }
        return TextBytes.trimmed(text).isEmpty || PlaceholderWords.standard.contain(raw: text)
    }
}
