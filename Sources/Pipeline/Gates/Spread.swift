internal import Foundation

/// The middle and the width of some values, of which a few odd ones change little.
struct Spread {
    let median: Double
    /// The median distance from the median, times 1.4826: the standard deviation of values that are normally distributed.
    ///
    /// Source: Hampel, "The influence curve and its role in robust estimation", 1974.
    let deviation: Double

    /// 0 and 0 for no values.
    init(_ values: [Double]) {
        let middle = Self.median(of: values)
        median = middle
        deviation = 1.4826 * Self.median(of: values.map { abs($0 - middle) })
    }

    private static func median(of values: [Double]) -> Double {
        guard !values.isEmpty else { return 0 }
        let sorted = values.sorted()
        let half = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
    }
}

/// Numbers as messages show them.
enum Rounded {
    static func tenths(_ value: Double) -> Double { (value * 10).rounded() / 10 }

    /// At most one decimal: `97`, `97.5`.
    static func text(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))"
    }

    /// 0 to 100; 100 where something is counted of nothing.
    static func percent(_ count: Int, of total: Int) -> Double {
        total == 0 ? (count > 0 ? 100 : 0) : Double(count) * 100 / Double(total)
    }
}
