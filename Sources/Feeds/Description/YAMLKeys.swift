import CYaml

/// Looks at the keys of a YAML text before anything is made of it.
///
/// Keys are compared with each other, for which a key that is a list of aliases of lists of aliases is read to its end: a few lines would take
/// longer than anyone lives. What is described here has only scalars for keys.
enum YAMLKeys {
    /// Where the first key stands that is an alias, a list or a mapping; nil also for what is no YAML, which whoever parses it will say.
    static func firstUnfit(_ bytes: [UInt8]) -> (line: Int, column: Int)? {
        bytes.withUnsafeBufferPointer { text in
            var parser = yaml_parser_t()
            guard yaml_parser_initialize(&parser) == 1 else { return nil }
            defer { yaml_parser_delete(&parser) }
            yaml_parser_set_input_string(&parser, text.baseAddress, text.count)
            var keys = Keys()
            while true {
                var event = yaml_event_t()
                guard yaml_parser_parse(&parser, &event) == 1 else { return nil }
                defer { yaml_event_delete(&event) }
                if event.type == YAML_STREAM_END_EVENT { return nil }
                guard keys.take(event.type) else { return (Int(event.start_mark.line) + 1, Int(event.start_mark.column) + 1) }
            }
        }
    }

    /// What is open at a place of the text.
    private struct Keys {
        /// For each mapping or list around it, whether a key comes next.
        private var awaitsKey: [Bool] = []
        private var isMapping: [Bool] = []

        /// - Returns: false for a key that is no scalar.
        mutating func take(_ type: yaml_event_type_t) -> Bool {
            switch type {
            case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
                _ = (awaitsKey.popLast(), isMapping.popLast())
                return true
            case YAML_SCALAR_EVENT, YAML_ALIAS_EVENT, YAML_MAPPING_START_EVENT, YAML_SEQUENCE_START_EVENT:
                if awaitsKey.last == true, type != YAML_SCALAR_EVENT { return false }
                if isMapping.last == true { awaitsKey[awaitsKey.count - 1].toggle() }
                guard type == YAML_MAPPING_START_EVENT || type == YAML_SEQUENCE_START_EVENT else { return true }
                isMapping.append(type == YAML_MAPPING_START_EVENT)
                awaitsKey.append(type == YAML_MAPPING_START_EVENT)
                return true
            default: return true
            }
        }
    }
}
