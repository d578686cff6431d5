internal import Catalog

extension InstallTransaction {
    /// What an install's summary says of clusters; nothing where records are not matched.
    var clusterCounts: [String: Int] {
        if matchRules == nil { return [:] }
        return ["clusters-joined": clusterChanges.joined, "clusters-split": clusterChanges.split]
    }
}
