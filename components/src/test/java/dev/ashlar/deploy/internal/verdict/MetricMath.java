package dev.ashlar.deploy.internal.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.regex.Pattern;

/** Evaluates the part of metric math that {@link ComparisonExpressions} uses. A missing point is NaN. */
final class MetricMath {

    private static final Pattern TOKEN = Pattern.compile("\\d+(?:\\.\\d+)?|\\w+|>=|[-+*/()<>,]");

    private final Map<String, double[]> series;
    private final int length;
    private final List<String> tokens = new ArrayList<>();
    private int next;

    private MetricMath(String expression, Map<String, double[]> series, int length) {
        this.series = series;
        this.length = length;
        var matcher = TOKEN.matcher(expression);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
    }

    /** Returns the series of each expression, which may use those before it. */
    static Map<String, double[]> evaluate(Map<String, String> expressions, Map<String, double[]> metrics, int length) {
        var all = new HashMap<>(metrics);
        expressions.forEach((id, expression) -> {
            var math = new MetricMath(expression, all, length);
            all.put(id, math.comparison());
            if (math.next != math.tokens.size()) {
                throw new IllegalArgumentException("%s has something left: %s".formatted(id, expression));
            }
        });
        return all;
    }

    private double[] comparison() {
        var left = sum();
        if (peeks(">=")) {
            next++;
            return apply(left, sum(), (a, b) -> a >= b ? 1 : 0);
        }
        if (peeks(">")) {
            next++;
            return apply(left, sum(), (a, b) -> a > b ? 1 : 0);
        }
        if (peeks("<")) {
            next++;
            return apply(left, sum(), (a, b) -> a < b ? 1 : 0);
        }
        return left;
    }

    private double[] sum() {
        var left = product();
        while (peeks("+") || peeks("-")) {
            var plus = tokens.get(next++).equals("+");
            left = apply(left, product(), (a, b) -> plus ? a + b : a - b);
        }
        return left;
    }

    private double[] product() {
        var left = factor();
        while (peeks("*") || peeks("/")) {
            var times = tokens.get(next++).equals("*");
            left = apply(left, factor(), (a, b) -> times ? a * b : a / b);
        }
        return left;
    }

    private double[] factor() {
        var token = tokens.get(next++);
        if (token.equals("(")) {
            var inner = comparison();
            expect(")");
            return inner;
        }
        if (Character.isDigit(token.charAt(0))) {
            return constant(Double.parseDouble(token));
        }
        return peeks("(") ? call(token) : series.get(token);
    }

    private double[] call(String function) {
        expect("(");
        List<double[]> arguments = new ArrayList<>(List.of(comparison()));
        while (peeks(",")) {
            next++;
            arguments.add(comparison());
        }
        expect(")");
        var first = arguments.get(0);
        return switch (function) {
            case "SUM" -> constant(Arrays.stream(first).sum());
            case "SQRT" -> apply(first, first, (a, b) -> Math.sqrt(a));
            case "FILL" -> apply(first, arguments.get(1), (a, b) -> Double.isNaN(a) ? b : a);
            case "IF" -> {
                var result = new double[length];
                for (var i = 0; i < length; i++) {
                    result[i] = arguments.get(first[i] != 0 ? 1 : 2)[i];
                }
                yield result;
            }
            default -> throw new IllegalArgumentException(function);
        };
    }

    private double[] constant(double value) {
        var all = new double[length];
        Arrays.fill(all, value);
        return all;
    }

    private boolean peeks(String token) {
        return next < tokens.size() && tokens.get(next).equals(token);
    }

    private void expect(String token) {
        if (!tokens.get(next++).equals(token)) {
            throw new IllegalArgumentException("%s expected at %d of %s".formatted(token, next, tokens));
        }
    }

    private static double[] apply(double[] left, double[] right, DoubleBinaryOperator operator) {
        var result = new double[left.length];
        for (var i = 0; i < left.length; i++) {
            result[i] = operator.applyAsDouble(left[i], right[i]);
        }
        return result;
    }
}
