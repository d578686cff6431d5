internal import ArgumentParser
internal import Catalog
internal import Pipeline

/// What every command takes that is about one client.
struct ClientOptions: ParsableArguments {
    @OptionGroup var workspace: WorkspaceOptions

    @Argument(help: "The client.")
    var client: String

    /// The client's database as readers see it now.
    func reading() throws -> any CatalogReading {
        let workspace = try workspace.open()
        return try workspace.store(of: workspace.client(client)).reading()
    }

    /// What a run works with, and the client.
    func open() throws -> (environment: RunEnvironment, client: ClientPlan) {
        let environment = try workspace.environment()
        return (environment, try environment.workspace.client(client))
    }
}
