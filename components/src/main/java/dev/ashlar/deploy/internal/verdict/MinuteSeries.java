package dev.ashlar.deploy.internal.verdict;

import dev.ashlar.core.Violations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The series of a step as CloudWatch returns them, one value for each minute.
 *
 * @param requests the requests of the new slot
 * @param errors its errors
 * @param slow its slow requests
 * @param oldRequests the requests of the old slot
 * @param oldErrors its errors
 * @param oldSlow its slow requests
 */
record MinuteSeries(
        List<Double> requests,
        List<Double> errors,
        List<Double> slow,
        List<Double> oldRequests,
        List<Double> oldErrors,
        List<Double> oldSlow) {

    MinuteSeries {
        requests = List.copyOf(requests);
        errors = List.copyOf(errors);
        slow = List.copyOf(slow);
        oldRequests = List.copyOf(oldRequests);
        oldErrors = List.copyOf(oldErrors);
        oldSlow = List.copyOf(oldSlow);
    }

    /** Returns the violations: series of unequal length, and negative values. */
    Violations check(String subject) {
        var violations = Violations.of(subject);
        all().forEach((name, values) -> {
            violations.expect(
                    values.size() == requests.size(),
                    name,
                    "%d minutes long".formatted(values.size()),
                    "requests is %d minutes long and series have equal lengths".formatted(requests.size()),
                    "fill the minutes without data with 0");
            violations.expect(
                    values.stream().allMatch(value -> value >= 0),
                    name,
                    values,
                    "counts are not negative",
                    "use the statistic Sum");
        });
        return violations;
    }

    /** Returns the minutes. The series have to be of equal length. */
    List<Minute> minutes() {
        return IntStream.range(0, requests.size())
                .mapToObj(i -> Minute.of(
                        requests.get(i),
                        errors.get(i),
                        slow.get(i),
                        oldRequests.get(i),
                        oldErrors.get(i),
                        oldSlow.get(i)))
                .toList();
    }

    private Map<String, List<Double>> all() {
        var all = new LinkedHashMap<String, List<Double>>();
        all.put("requests", requests);
        all.put("errors", errors);
        all.put("slow", slow);
        all.put("oldRequests", oldRequests);
        all.put("oldErrors", oldErrors);
        all.put("oldSlow", oldSlow);
        return all;
    }
}
