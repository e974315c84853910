package dev.ashlar.deploy.internal.verdict;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The {@link Comparison} as CloudWatch metric math, for {@code GetMetricData} over the minutes since the rollout began with a
 * period of one minute. The last expression, {@value #BREACH}, is 1 in every minute if the new slot is worse, otherwise 0.
 *
 * <p>The query supplies the four metrics n, x, m and y: requests and hits of the new slot, requests and hits of the old
 * slot. Sums are multiplied by a series of ones, because the result of an expression has to be a series.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html">Metric math</a>
 */
final class ComparisonExpressions {

    static final String BREACH = "breach";

    private ComparisonExpressions() {}

    /**
     * Returns the expressions by their identifiers, in the order of their dependencies.
     *
     * @param prefix the start of each identifier, a lower-case letter first
     * @param z the boundary of the look, in standard deviations
     * @param smallest the smallest rise that counts, as a share of requests
     */
    static Map<String, String> of(String prefix, double z, double smallest) {
        var texts = new Builder(prefix);
        texts.put("n0", "FILL({n}, 0)")
                .put("x0", "FILL({x}, 0)")
                .put("m0", "FILL({m}, 0)")
                .put("y0", "FILL({y}, 0)");
        texts.put("one", "{n0} * 0 + 1");
        texts.put("both", "IF({n0} > 0, IF({m0} > 0, 1, 0), 0)");
        texts.put("ni", "{n0} * {both}").put("xi", "{x0} * {both}");
        texts.put("mi", "{m0} * {both}").put("yi", "{y0} * {both}");
        // A divisor of one where there is nothing to divide.
        texts.put("mdiv", "IF({mi} > 0, {mi}, 1)").put("adiv", "IF({mi} > 0, {ni} + {mi}, 1)");
        texts.put("ratio", "{ni} / {mdiv}").put("rate", "({xi} + {yi}) / {adiv}");
        texts.put("di", "{xi} - {ratio} * {yi}");
        texts.put("vi", "{ni} * {rate} * (1 - {rate}) * {adiv} / {mdiv}");
        texts.sum("n", "{ni}").sum("x", "{xi}").sum("m", "{mi}").sum("y", "{yi}");
        texts.sum("excess", "{di}").sum("chance", "{vi}").sum("scaled", "{ratio} * {ratio} * {yi}");
        texts.sum("nn", "{ni} * {ni}").sum("nnnn", "{ni} * {ni} * {ni} * {ni}");
        texts.put("hi", "{ni} * {rate}").sum("hh", "{hi} * {hi}").sum("hhhh", "{hi} * {hi} * {hi} * {hi}");
        texts.sum("dd", "{di} * {di}").sum("dn", "{di} * {ni}");
        texts.sum("mm", "{mi} * {mi}").sum("yy", "{yi} * {yi}").sum("ym", "{yi} * {mi}");
        texts.put("enough", "IF({s_nn} * {s_nn} >= 2 * {s_nnnn}, IF({s_n} > 0, 1, 0), 0)");
        texts.put("k", "IF({enough} > 0, {s_nn} * {s_nn} / IF({s_nnnn} > 0, {s_nnnn}, 1), 2)");
        texts.put("corr", "{k} / ({k} - 1)").put("error", "SQRT(8 / ({k} - 1))");
        texts.put("sndiv", "IF({s_n} > 0, {s_n}, 1)").put("smdiv", "IF({s_m} > 0, {s_m}, 1)");
        texts.put("rise", "{s_excess} / {sndiv}").put("orate", "{s_y} / {smdiv}");
        texts.put("own", "{s_x} * (1 - {s_x} / {sndiv}) + {s_scaled} * (1 - {orate})");
        texts.put("pair", "{corr} * ({s_dd} - 2 * {rise} * {s_dn} + {rise} * {rise} * {s_nn}) - {own}");
        texts.put("least", positive("{pair} - {error} * {own}")).put("most", positive("{pair}"));
        texts.put(
                "res", "{corr} * ({s_yy} - 2 * {orate} * {s_ym} + {orate} * {orate} * {s_mm}) - {s_y} * (1 - {orate})");
        texts.put("old", "IF({res} > 0, {res}, 0) * 2 * {s_nn} / IF({s_mm} > 0, {s_mm}, 1)");
        texts.put("shared", "IF({most} < {old}, {most}, {old})");
        texts.put("bursts", "IF({least} > {shared}, {least}, {shared})");
        texts.put("skew", "1 + 2 * {shared} / IF({s_chance} > 0, {s_chance}, 1)");
        texts.put("w0", "IF({s_hhhh} > 0, {s_hh} * {s_hh} / IF({s_hhhh} > 0, {s_hhhh}, 1), 2)");
        texts.put("w", "IF({w0} > 2, {w0}, 2) - 1");
        texts.put(
                "wide",
                "1 + %s / {w} + %s / ({w} * {w})".formatted(number(Comparison.first(z)), number(Comparison.second(z))));
        texts.put(
                "limit",
                "%s * SQRT({s_chance} + {bursts} * {wide} * {wide}) + {skew} * %s"
                        .formatted(number(z), number((z * z - 1) / 6)));
        texts.put(
                BREACH,
                "IF({enough} > 0, IF({s_excess} >= {limit}, IF({s_excess} >= %s * {s_n}, 1, 0), 0), 0)"
                        .formatted(number(smallest)));
        return texts.all;
    }

    private static String positive(String expression) {
        return "IF(%s > 0, %s, 0)".formatted(expression, expression);
    }

    // Metric math has no exponents in numbers.
    private static String number(double value) {
        return String.format(Locale.ROOT, "%.9f", value);
    }

    private static final class Builder {

        private final Map<String, String> all = new LinkedHashMap<>();
        private final String prefix;

        Builder(String prefix) {
            this.prefix = prefix;
        }

        Builder put(String id, String expression) {
            all.put(prefix + id, expression.replaceAll("\\{(\\w+)}", prefix + "$1"));
            return this;
        }

        Builder sum(String id, String expression) {
            return put("s_" + id, "SUM(%s) * {one}".formatted(expression));
        }
    }
}
