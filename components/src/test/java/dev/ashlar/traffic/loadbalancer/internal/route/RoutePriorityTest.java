package dev.ashlar.traffic.loadbalancer.internal.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.traffic.loadbalancer.RouteShare;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RoutePriorityTest {

    private static int priority(String path) {
        return RoutePriority.of(List.of(), List.of(path));
    }

    private static int priority(String host, String path) {
        return RoutePriority.of(List.of(host), List.of(path));
    }

    @Test
    void puts_longer_paths_first() {
        assertThat(priority("/api/orders/*")).isLessThan(priority("/api/*"));
        assertThat(priority("/api/*")).isLessThan(priority("/*"));
    }

    @Test
    void puts_an_exact_path_before_one_with_a_wildcard() {
        assertThat(priority("/health")).isLessThan(priority("/health*"));
        assertThat(priority("/ab")).isLessThan(priority("/a?"));
        assertThat(priority("/a?")).isLessThan(priority("/a*"));
    }

    @Test
    void puts_exact_hosts_before_wildcards_and_those_before_every_host() {
        assertThat(List.of(
                        priority("api.example.com", "/*"),
                        priority("*.eu.example.com", "/orders/*"),
                        priority("*.example.com", "/orders/*"),
                        priority("/orders/*")))
                .isSorted();
    }

    @Test
    void ranks_several_values_by_the_most_general() {
        assertThat(RoutePriority.of(List.of(), List.of("/api/orders/*", "/o/*")))
                .isGreaterThan(priority("/api/*"));
        assertThat(RoutePriority.of(List.of("api.example.com", "*.example.com"), List.of("/*")))
                .isGreaterThan(priority("other.example.com", "/*"));
    }

    @Test
    void ignores_the_order_of_values_and_the_case_of_hosts() {
        assertThat(RoutePriority.of(List.of("A.example.com", "b.example.com"), List.of("/x", "/y")))
                .isEqualTo(RoutePriority.of(List.of("b.example.com", "a.example.com"), List.of("/y", "/x")));
        assertThat(priority("/API/*")).isNotEqualTo(priority("/api/*"));
    }

    @Test
    void does_not_change_between_releases() {
        assertThat(priority("/*")).isEqualTo(49_528);
        assertThat(priority("/api/*")).isEqualTo(48_235);
        assertThat(priority("api.example.com", "/*")).isEqualTo(12_079);
    }

    @Property
    void is_always_in_the_range_of_aws(@ForAll("hosts") List<String> hosts, @ForAll("paths") List<String> paths) {
        assertThat(RoutePriority.of(hosts, paths)).isBetween(RoutePriority.FIRST, RoutePriority.LAST);
    }

    @Property
    void puts_a_path_below_another_first(@ForAll("segment") String parent, @ForAll("segment") String child) {
        assertThat(priority("/" + parent + "/" + child + "/*")).isLessThan(priority("/" + parent + "/*"));
    }

    @Property
    void never_conflicts_for_paths_that_differ_in_one_character(@ForAll("segment") String segment) {
        var priorities = new HashSet<Integer>();
        for (char last = 'a'; last <= 'z'; last++) {
            priorities.add(priority("/" + segment + last + "/*"));
        }
        assertThat(priorities).hasSize(26);
    }

    @Property
    void puts_a_host_before_its_domain(@ForAll("segment") String name, @ForAll("paths") List<String> paths) {
        var exact = new ArrayList<>(List.of(name + ".example.com"));
        assertThat(RoutePriority.of(exact, paths)).isLessThan(RoutePriority.of(List.of("*.example.com"), paths));
    }

    @Property
    void never_conflicts_between_different_shares(
            @ForAll("paths") List<String> one,
            @ForAll("paths") List<String> other,
            @ForAll @IntRange(min = 2, max = 16) int of,
            @ForAll @IntRange(min = 1, max = 16) int first,
            @ForAll @IntRange(min = 1, max = 16) int second) {
        Assume.that(first != second && first <= of && second <= of);

        assertThat(RoutePriority.of(List.of(), one, new RouteShare(first, of)))
                .isNotEqualTo(RoutePriority.of(List.of(), other, new RouteShare(second, of)));
    }

    @Property
    void puts_specific_routes_first_in_every_share(
            @ForAll("segment") String parent,
            @ForAll("segment") String child,
            @ForAll @IntRange(min = 1, max = 16) int first,
            @ForAll @IntRange(min = 1, max = 16) int second) {
        assertThat(RoutePriority.of(List.of(), List.of("/" + parent + "/" + child + "/*"), new RouteShare(first, 16)))
                .isLessThan(RoutePriority.of(List.of(), List.of("/" + parent + "/*"), new RouteShare(second, 16)));
    }

    @Provide
    Arbitrary<String> segment() {
        return Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(15);
    }

    @Provide
    Arbitrary<List<String>> paths() {
        return Arbitraries.strings()
                .withChars("ab/*?")
                .ofMaxLength(127)
                .map(path -> "/" + path)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<List<String>> hosts() {
        return Arbitraries.strings()
                .withChars("aB.*?")
                .ofMaxLength(120)
                .map(host -> host + ".com")
                .list()
                .ofMaxSize(5);
    }
}
