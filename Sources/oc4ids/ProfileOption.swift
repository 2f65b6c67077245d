import ArgumentParser
import Inputs
import OC4IDS
import Reports

/// A profile by its name or file.
enum ProfileOption {
    static func load(_ name: String, _ standard: Standard, _ language: Language) throws -> Profile {
        do {
            if let profile = try Profile.bundled(name, standard) { return profile }
            // A name without a folder or ending is one of ours, or none.
            guard isFile(name) else {
                var text = UsageMessage.unknownProfile.text(language, ["name": VisibleText.ofUser(name), "known": Profile.bundledIDs.joined(separator: ", ")])
                if let near = Profile.suggestion(for: name) { text += " " + UsageMessage.didYouMean.text(language, ["suggestions": near]) }
                throw Exit.usage(text)
            }
            return try Profile(SmallFile.read(name), standard)
        } catch let error as SmallFile.Failure {
            let reason = if case .unreadable(let reason) = error { reason } else { UsageMessage.tooLargeFile.texts[language] }
            throw Exit.usage(UsageMessage.profileUnreadable.text(language, ["path": VisibleText.ofUser(name), "reason": reason]))
        } catch let error as ProfileError {
            let listing = ProfileListing(explainer: Explainer(language: language, standard: standard), standard: standard)
            throw Exit.usage(UsageMessage.profileWrong.text(language, ["path": VisibleText.ofUser(name)]) + "\n" + listing.problems(error, path: name))
        }
    }

    /// Whether a name is that of a file, and not of a bundled profile.
    static func isFile(_ name: String) -> Bool { name.contains("/") || name.contains(".") }
}
