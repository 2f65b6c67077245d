import JSONSchema
import OC4IDS

/// `disclosure`: scores, and what they are made of.
extension JSONReport {
    func write(_ disclosure: Disclosure, _ kind: InputKind, _ writer: inout JSONWriter) throws(RowStoreError) {
        let profile = disclosure.profile
        writer.key("disclosure")
        writer.open(.object)
        writer.key("profile")
        writer.object {
            $0.member("id", profile.id)
            $0.member("version", profile.version)
        }
        write("strict", disclosure.strict, profile, &writer)
        write("due", disclosure.due, profile, &writer)
        writer.member("withoutStatus", disclosure.withoutStatus)
        writer.key("stages")
        writer.array(disclosure.stages) { write($1.id.rawValue, $1.strict, $1.due, profile, &$0) }
        writer.key("phases")
        writer.array(disclosure.phases) { write($1.id.rawValue, $1.strict, $1.due, profile, &$0) }
        writer.key("groups")
        writer.array(disclosure.groups) { writer, grouping in write(grouping, profile, &writer) }
        writer.key("elements")
        writer.array(disclosure.elements) { writer, coverage in write(coverage, profile, &writer) }
        writer.key("recommendations")
        writer.array(disclosure.recommendations) { writer, found in
            let element = profile.elements[found.element]
            writer.object {
                $0.member("element", element.id)
                $0.member("title", element.title[language])
                $0.member("gain", found.gain)
                $0.member("projects", found.projects)
                $0.member("authorities", found.authorities)
                if found.isAuthoritiesSample { $0.member("authoritiesSample", true) }
                $0.member("guidance", element.guidance[language])
            }
        }
        writer.key("toConfirm")
        writer.array(disclosure.toConfirm) { writer, found in
            let element = profile.elements[found.element]
            writer.object {
                $0.member("element", element.id)
                $0.member("title", element.title[language])
                $0.member("reason", found.reason.rawValue)
                $0.member("projects", found.projects)
                $0.member("lookAt", found.reason == .manual ? element.manual?[language] : nil)
            }
        }
        if let rows = disclosure.rows {
            writer.key("projects")
            writer.open(.array)
            try rows.forEach { project in
                write(project, kind, profile, &writer)
                writer.flush()
            }
            writer.close(.array)
        }
        writer.close(.object)
    }

    // MARK: Figures

    private func write(_ name: String, _ score: Disclosure.Score, _ profile: Profile, _ writer: inout JSONWriter) {
        writer.key(name)
        writer.object {
            $0.member("score", score.score)
            $0.key("level")
            if let level = profile.level(of: score.score) { $0.string(level.id) } else { $0.literal("null") }
            $0.member("numerator", score.numerator)
            $0.member("denominator", score.denominator)
        }
    }

    private func write(_ id: String, _ strict: Disclosure.Score, _ due: Disclosure.Score, _ profile: Profile, _ writer: inout JSONWriter) {
        writer.object {
            $0.member("id", id)
            write("strict", strict, profile, &$0)
            write("due", due, profile, &$0)
        }
    }

    private func write(_ grouping: Disclosure.Grouping, _ profile: Profile, _ writer: inout JSONWriter) {
        writer.object {
            $0.member("by", grouping.by.name)
            if grouping.isSample { $0.member("sample", true) }
            $0.key("values")
            $0.array(grouping.values) { writer, group in
                writer.object {
                    $0.key("name")
                    if let name = group.name { $0.string(name) } else { $0.literal("null") }
                    $0.member("projects", group.projects)
                    write("strict", group.strict, profile, &$0)
                    write("due", group.due, profile, &$0)
                }
            }
        }
    }

    private func write(_ coverage: Disclosure.ElementCoverage, _ profile: Profile, _ writer: inout JSONWriter) {
        let element = profile.elements[coverage.element]
        writer.object {
            $0.member("id", element.id)
            $0.member("title", element.title[language])
            $0.member("stage", element.stage?.rawValue)
            $0.member("module", element.module?[language])
            $0.member("scope", element.scope.rawValue)
            write("coverage", coverage.due, profile, &$0)
            write("strictCoverage", coverage.strict, profile, &$0)
            $0.member("disclosed", coverage.disclosed)
            $0.member("partial", coverage.partial)
            $0.member("missing", coverage.missing)
            $0.member("notDue", coverage.notDue)
            $0.member("unknown", coverage.unknown)
        }
    }

    // MARK: Projects

    private func write(_ project: ProjectDisclosure, _ kind: InputKind, _ profile: Profile, _ writer: inout JSONWriter) {
        let path = project.place.pointer(kind).description
        writer.object {
            $0.member("id", project.id)
            $0.member("path", path)
            $0.member("title", project.title)
            $0.member("publicAuthority", project.publicAuthority)
            $0.key("sector")
            $0.array(project.sectors) { $0.string($1) }
            $0.member("status", project.status)
            $0.member("contractingProcesses", project.processes)
            write("strict", project.strict, profile, &$0)
            write("due", project.due, profile, &$0)
            $0.key("elements")
            $0.open(.array)
            for (element, found) in zip(profile.elements, project.elements) { write(found, of: element, project.processes, below: path, &$0) }
            $0.close(.array)
        }
    }

    private func write(_ found: ProjectDisclosure.Element, of element: Profile.Element, _ processes: Int, below path: String, _ writer: inout JSONWriter) {
        writer.open(.object)
        writer.member("id", element.id)
        writer.member("outcome", found.outcome.name)
        writer.member("share", found.share)
        writer.member("strictShare", found.strictShare)
        write("evidence", found.evidence, below: path, &writer)
        if element.scope == .contractingProcess, processes > 0, found.counted > 0 {
            writer.key("processes")
            writer.object {
                $0.member("counted", found.counted)
                $0.member("complete", found.full)
                $0.key("lacking")
                $0.array(found.lacking) { writer, process in
                    writer.object {
                        $0.member("path", path + process.pointer)
                        $0.member("share", process.share)
                    }
                }
            }
        }
        if element.conditional != nil, found.counted > 0 { write("condition", found.grounds, below: path, &writer) }
        writer.close(.object)
    }

    private func write(_ name: String, _ evidence: [ProjectDisclosure.Evidence], below path: String, _ writer: inout JSONWriter) {
        writer.key(name)
        writer.open(.array)
        for evidence in evidence { writer.string(path + evidence.pointer) }
        writer.close(.array)
    }
}

extension JSONWriter {
    /// A share, or null.
    mutating func member(_ name: String, _ share: Billionths?) {
        key(name)
        literal(share?.decimal ?? "null")
    }
}
