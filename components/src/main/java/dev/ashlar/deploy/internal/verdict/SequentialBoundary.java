package dev.ashlar.deploy.internal.verdict;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The boundary of a one-sided group-sequential test, which looks several times at a cumulative statistic. A healthy release
 * crosses it with the given probability over all looks together.
 *
 * <p>Each look spends a part of the probability (Lan and DeMets 1983). Its boundary follows from the distribution of the
 * statistic among the rollouts that have not crossed before, which is integrated numerically from look to look
 * (Armitage, McPherson and Rowe 1969).
 */
final class SequentialBoundary {

    /**
     * A look.
     *
     * @param information the information since the start, in any unit
     * @param spent the probability of crossing that is spent up to this look
     */
    record Look(double information, double spent) {}

    private static final double HIGHEST = 8;
    private static final double LOWEST = -6;
    // Beyond so many standard deviations between two looks, the density does not count.
    private static final double REACH = 8;
    private static final double STEP = 0.2;

    private final double[] z;
    private final double spent;

    private SequentialBoundary(double[] z, double spent) {
        this.z = z;
        this.spent = spent;
    }

    /** Returns the boundary at these looks, in the order of their information. */
    static SequentialBoundary of(List<Look> looks) {
        var z = new double[looks.size()];
        var spent = 0.0;
        var previous = 0.0;
        var density = new Density(new double[0], new double[0]);
        for (var i = 0; i < z.length; i++) {
            var look = looks.get(i);
            var sd = Math.sqrt(look.information() - previous);
            var scale = Math.sqrt(look.information());
            var before = density;
            DoubleUnaryOperator crossing =
                    i == 0 ? edge -> Normal.above(edge / scale) : edge -> before.crossing(edge, sd);
            var edge = edge(crossing, look.spent() - spent, HIGHEST * scale);
            z[i] = edge / scale;
            spent += crossing.applyAsDouble(edge);
            previous = look.information();
            // The grid has to resolve the steps to this look and to the next one.
            var next = i + 1 < z.length ? Math.sqrt(looks.get(i + 1).information() - previous) : sd;
            density = Density.on(
                    LOWEST * scale,
                    edge,
                    STEP * Math.min(sd, next),
                    i == 0 ? s -> Normal.density(s / scale) / scale : s -> before.next(s, sd));
        }
        return new SequentialBoundary(z, spent);
    }

    private static double edge(DoubleUnaryOperator crossing, double target, double highest) {
        var low = 0.0;
        var high = highest;
        for (var i = 0; i < 44; i++) {
            var middle = (low + high) / 2;
            if (crossing.applyAsDouble(middle) > target) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** Returns the boundary of a look by its index, in standard deviations. */
    double at(int look) {
        return z[look];
    }

    int looks() {
        return z.length;
    }

    /** Returns the probability of crossing at any look, as integrated. */
    double spent() {
        return spent;
    }

    /** The density of the statistic among the rollouts that have not crossed, on a grid for Simpson's rule. */
    private static final class Density {

        private final double[] points;
        private final double[] mass;

        Density(double[] points, double[] mass) {
            this.points = points;
            this.mass = mass;
        }

        static Density on(double from, double edge, double step, DoubleUnaryOperator density) {
            var intervals = 2 * (int) Math.ceil((edge - from) / step / 2);
            var width = (edge - from) / intervals;
            var points = new double[intervals + 1];
            var mass = new double[intervals + 1];
            for (var i = 0; i <= intervals; i++) {
                points[i] = from + i * width;
                var weight = i == 0 || i == intervals ? 1 : i % 2 == 1 ? 4 : 2;
                mass[i] = density.applyAsDouble(points[i]) * weight * width / 3;
            }
            return new Density(points, mass);
        }

        double next(double at, double sd) {
            var sum = 0.0;
            for (var i = from(at - REACH * sd); i < points.length && points[i] < at + REACH * sd; i++) {
                sum += mass[i] * Normal.density((at - points[i]) / sd) / sd;
            }
            return sum;
        }

        double crossing(double nextEdge, double sd) {
            var sum = 0.0;
            for (var i = from(nextEdge - REACH * sd); i < points.length; i++) {
                sum += mass[i] * Normal.above((nextEdge - points[i]) / sd);
            }
            return sum;
        }

        private int from(double at) {
            return Math.max(0, (int) ((at - points[0]) / (points[1] - points[0])));
        }
    }
}
