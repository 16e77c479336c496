package org.parley.hub.console;

import java.util.List;

/// A number that says where it was counted and how completely. There is no other kind on a page.
///
/// @param unit what was counted, and over which time
/// @param countedAt the counting point
/// @param coverage how much of what should have reported did
/// @param trend earlier values, oldest first; empty for no line
public record Figure(
        String label,
        String value,
        String unit,
        String countedAt,
        String coverage,
        List<Double> trend) {

    /// The trend as the points of a line 84 by 26 units wide and high.
    public String line() {
        double low = trend.stream().mapToDouble(v -> v).min().orElse(0);
        double high = trend.stream().mapToDouble(v -> v).max().orElse(1);
        double range = high == low ? 1 : high - low;
        var out = new StringBuilder();
        for (int i = 0; i < trend.size(); i++) {
            long x = Math.round(i * 82.0 / Math.max(1, trend.size() - 1));
            long y = Math.round(23 - (trend.get(i) - low) / range * 20);
            out.append(i == 0 ? "" : " ").append(x).append(',').append(y);
        }
        return out.toString();
    }

    /// Where the line ends, as `x` or `y`.
    public String lastX() {
        return "82";
    }

    public String lastY() {
        var line = line();
        return line.substring(line.lastIndexOf(',') + 1);
    }
}
