package dev.ashlar.statemachine.internal;

import dev.ashlar.core.Violations;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The transitions between states as a graph. Branches of a state are graphs beside that of the state. */
public final class Flow {

    private final Map<String, Scope.Named> states = new LinkedHashMap<>();
    private final Map<String, List<String>> next = new HashMap<>();

    private Flow(Collection<Scope.Named> all) {
        all.forEach(state -> states.put(state.name(), state));
        // A transition that does not resolve is reported by FlowRules.
        states.forEach((name, state) ->
                next.put(name, state.next().stream().filter(states::containsKey).toList()));
    }

    /** Returns the graph of a scope and all scopes inside it. */
    public static Flow of(Scope scope) {
        return new Flow(scope.allStates());
    }

    /** Returns the states that can run after a state, nearest first. */
    public Set<String> after(String state) {
        return Collections.unmodifiableSet(search(next(state), next -> true));
    }

    /** Returns whether an end, other than a failure that is not caught, can be reached. */
    boolean canEnd(String start) {
        return search(List.of(start), next -> true).stream()
                .anyMatch(name -> named(name).ends());
    }

    /** Returns a shortest path from a state to an end of the execution that contains none of the other states. */
    public Optional<List<String>> pathToEnd(String from, Set<String> avoided) {
        avoided.forEach(this::named);
        named(from);
        var before = new HashMap<String, String>();
        var waiting = new ArrayDeque<String>();
        var seen = new HashSet<>(avoided);
        if (seen.add(from)) {
            waiting.add(from);
        }
        while (!waiting.isEmpty()) {
            var state = waiting.remove();
            if (named(state).ends() || named(state).canFail()) {
                return Optional.of(pathTo(state, before));
            }
            for (var next : next(state)) {
                if (seen.add(next)) {
                    before.put(next, state);
                    waiting.add(next);
                }
            }
        }
        return Optional.empty();
    }

    /** Adds a violation unless each path from a state to an end of the execution contains one of the others. */
    public void requireOnEveryPath(String from, List<String> required, Violations violations) {
        var option = "everyPathFrom(%s)".formatted(from);
        if (knows(option, Stream.concat(Stream.of(from), required.stream()), violations)) {
            pathToEnd(from, Set.copyOf(required)).ifPresent(path -> {
                var last = path.get(path.size() - 1);
                violations.add(
                        option,
                        String.join(", ", path),
                        "each path to an end must pass " + String.join(" or ", required),
                        named(last).ends()
                                ? "lead %s there".formatted(last)
                                : "%s can fail there, so add a catch of States.ALL or a default".formatted(last));
            });
        }
    }

    /** Adds a violation for each state from one up to the last ones that cannot reach a target. */
    public void requireReachable(String from, Set<String> last, String target, Violations violations) {
        var option = "everyStateFrom(%s)".formatted(from);
        if (knows(option, Stream.concat(Stream.of(from, target), last.stream().sorted()), violations)) {
            var before = before(target);
            search(List.of(from), name -> !last.contains(name) && !name.equals(target)).stream()
                    .filter(name -> !before.contains(name))
                    .forEach(name -> violations.add(
                            option,
                            name,
                            "each of these states must be able to reach " + target,
                            "add a transition or a catch that leads to it"));
        }
    }

    private boolean knows(String option, Stream<String> names, Violations violations) {
        var unknown = names.filter(name -> !states.containsKey(name)).toList();
        unknown.forEach(name -> violations.add(
                option,
                '"' + name + '"',
                "no state has this name",
                "use one of " + String.join(", ", states.keySet())));
        return unknown.isEmpty();
    }

    private Set<String> search(List<String> from, Predicate<String> included) {
        var found = new LinkedHashSet<String>();
        var waiting = new ArrayDeque<String>(from);
        while (!waiting.isEmpty()) {
            var state = waiting.remove();
            if (included.test(state) && found.add(state)) {
                waiting.addAll(next(state));
            }
        }
        return found;
    }

    private List<String> next(String state) {
        return next.getOrDefault(named(state).name(), List.of());
    }

    private Set<String> before(String target) {
        var before = new HashMap<String, List<String>>();
        next.forEach((state, all) -> all.forEach(
                to -> before.computeIfAbsent(to, any -> new ArrayList<>()).add(state)));
        var found = new HashSet<String>();
        var waiting = new ArrayDeque<String>(before.getOrDefault(target, List.of()));
        while (!waiting.isEmpty()) {
            var state = waiting.remove();
            if (found.add(state)) {
                waiting.addAll(before.getOrDefault(state, List.of()));
            }
        }
        return found;
    }

    private Scope.Named named(String name) {
        var state = states.get(name);
        if (state == null) {
            throw new IllegalArgumentException(
                    "no state has the name \"%s\", only %s".formatted(name, states.keySet()));
        }
        return state;
    }

    private static List<String> pathTo(String state, Map<String, String> before) {
        var path = new ArrayList<String>();
        for (var at = state; at != null; at = before.get(at)) {
            path.add(at);
        }
        Collections.reverse(path);
        return List.copyOf(path);
    }
}
