internal import Synchronization

extension OrderedPipeline {
    /// The same over the elements of a collection, such as the numbers of a spool's blocks.
    ///
    /// ```swift
    /// try OrderedPipeline.run(threads: 2, over: 0..<spool.blockCount, transform: { … }, consume: { … })
    /// ```
    public static func run<Elements: RandomAccessCollection & Sendable, Output: Sendable>(
        threads: Int, over elements: Elements,
        transform: @escaping @Sendable (consuming Elements.Element) throws -> Output,
        consume: (consuming Output) throws -> Void
    ) throws where Elements.Element: Sendable, Elements.Index == Int {
        let drawn = Atomic(0)
        try run(
            threads: threads,
            next: {
                let number = drawn.add(1, ordering: .relaxed).oldValue
                return number < elements.count ? elements[elements.startIndex + number] : nil
            },
            transform: transform, consume: consume)
    }
}
