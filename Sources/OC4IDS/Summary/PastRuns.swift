/// A run of many inputs, as the history knows it.
public struct PastRun: Sendable, Equatable {
    public var id: Int64
    /// What is the same for runs that do the same: the inputs as they were named, and the shard.
    public var batch: String
    /// Date and time in UTC (ISO 8601).
    public var started: String
    /// Nil while it runs, and after it was broken off.
    public var finished: String?
    public var program: String
    public var standard: String
    /// The day that counted as today.
    public var today: String
    /// Nil until it is finished.
    public var totals: Totals?

    package init(id: Int64, batch: String, started: String, finished: String?, program: String, standard: String, today: String, totals: Totals?) {
        (self.id, self.batch, self.started, self.finished, self.program) = (id, batch, started, finished, program)
        (self.standard, self.today, self.totals) = (standard, today, totals)
    }

    public struct Totals: Sendable, Equatable {
        public var inputs: Int
        public var valid: Int
        public var unreadable: Int
        public var projects: Int
        public var errors: Int
        /// From 0 to 1, as are all scores here.
        public var strict: Double?
        public var due: Double?

        package init(inputs: Int, valid: Int, unreadable: Int, projects: Int, errors: Int, strict: Double?, due: Double?) {
            (self.inputs, self.valid, self.unreadable, self.projects, self.errors) = (inputs, valid, unreadable, projects, errors)
            (self.strict, self.due) = (strict, due)
        }
    }
}

/// An input in such a run.
public struct PastResult: Sendable, Equatable {
    public var run: Int64
    /// When the run began (ISO 8601).
    public var started: String
    public var input: String
    /// `valid`, `invalid` or `unreadable`.
    public var result: String
    public var projects: Int?
    public var errors: Int?
    /// Id and version.
    public var profile: String?
    public var strict: Double?
    public var due: Double?
    /// The newest day on which something was updated or published.
    public var newest: String?

    package init(run: Int64, started: String, input: String, result: String, projects: Int?, errors: Int?, profile: String?, strict: Double?, due: Double?, newest: String?) {
        (self.run, self.started, self.input, self.result, self.projects) = (run, started, input, result, projects)
        (self.errors, self.profile, self.strict, self.due, self.newest) = (errors, profile, strict, due, newest)
    }
}
