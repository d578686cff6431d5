/// How much of the past is kept: `retention` in `holdfast.yaml`. Without it everything is.
///
/// ```yaml
/// retention: { spools: 12, versions: 12 }
/// ```
public struct Retention: Sendable, Equatable {
    /// So many of each contributor's last submissions keep their files and spools; nil for all.
    public var spools: Int?
    /// So many of each contributor's last versions can be undone; nil for all.
    public var versions: Int?

    init() {}

    init(_ map: YAMLMap) {
        spools = map.integer("spools", in: 1...100_000)
        versions = map.integer("versions", in: 1...100_000)
        map.finish()
    }
}
