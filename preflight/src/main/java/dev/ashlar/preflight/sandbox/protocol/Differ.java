package dev.ashlar.preflight.sandbox.protocol;

import dev.ashlar.preflight.sandbox.spec.ResourceSpec;
import dev.ashlar.preflight.sandbox.value.PlainJson;
import dev.ashlar.preflight.sandbox.value.PropertyPath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.PropertyDiff;
import pulumirpc.Provider.PropertyDiff.Kind;

/** Compares two sets of inputs of a resource, and determines whether the change replaces it. */
public final class Differ {

    private final ResourceSpec spec;
    private final Map<String, Object> news;
    private final List<PropertyPath> ignored;
    private final DiffResponse.Builder response = DiffResponse.newBuilder().setHasDetailedDiff(true);
    private final LinkedHashSet<String> changed = new LinkedHashSet<>();
    private final LinkedHashSet<String> replacing = new LinkedHashSet<>();

    private Differ(ResourceSpec spec, Map<String, Object> news, List<String> ignoreChanges) {
        this.spec = spec;
        this.news = news;
        this.ignored = ignoreChanges.stream().map(PropertyPath::parse).toList();
    }

    public static DiffResponse diff(
            ResourceSpec spec, Map<String, Object> olds, Map<String, Object> news, List<String> ignoreChanges) {
        var differ = new Differ(spec, news, ignoreChanges);
        differ.compareMembers("", olds, news);
        return differ.response(olds);
    }

    /** Returns the kind of a change by whether there is a value before and after it. */
    static Kind kind(boolean before, boolean after, boolean replaces) {
        if (!before) {
            return replaces ? Kind.ADD_REPLACE : Kind.ADD;
        }
        if (!after) {
            return replaces ? Kind.DELETE_REPLACE : Kind.DELETE;
        }
        return replaces ? Kind.UPDATE_REPLACE : Kind.UPDATE;
    }

    private DiffResponse response(Map<String, Object> olds) {
        return response.addAllDiffs(changed)
                .addAllReplaces(replacing)
                .setDeleteBeforeReplace(!replacing.isEmpty() && (spec.deletesFirst() || keepsFixedName(olds)))
                .setChanges(changed.isEmpty() ? DiffResponse.DiffChanges.DIFF_NONE : DiffResponse.DiffChanges.DIFF_SOME)
                .build();
    }

    /** Whether the program fixes a name, which the replacement cannot have while the old resource exists. */
    private boolean keepsFixedName(Map<String, Object> olds) {
        var name = spec.name();
        return name != null
                && news.get(name.property()) != null
                && news.get(name.property()).equals(olds.get(name.property()))
                && !PlainJson.list(news.get(ResourceLifecycle.DEFAULTED)).contains(name.property());
    }

    private void compareMembers(String path, Map<String, Object> before, Map<String, Object> after) {
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (var name : names) {
            if (!name.startsWith("__")) {
                compare(PropertyPath.child(path, name), before.get(name), after.get(name));
            }
        }
    }

    private void compare(String path, @Nullable Object old, @Nullable Object now) {
        var place = PropertyPath.parse(path);
        if (ignored.stream().anyMatch(ignore -> ignore.covers(place)) || isSame(place, old, now)) {
            return;
        }
        if (old instanceof Map<?, ?> && now instanceof Map<?, ?>) {
            compareMembers(path, PlainJson.object(old), PlainJson.object(now));
        } else if (old instanceof List<?> before && now instanceof List<?> after && !isAbsent(old) && !isAbsent(now)) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                compare(
                        path + "[" + i + "]",
                        i < before.size() ? before.get(i) : null,
                        i < after.size() ? after.get(i) : null);
            }
        } else {
            var replaces = spec.replaces().contains(place)
                    || spec.replaces().containsNow(place.top(), news)
                    || ((isAbsent(old) || isAbsent(now)) && spec.replaces().containsAppearance(path, news))
                    || spec.replaces().containsLowering(path, old, now);
            record(path, place, kind(old != null, now != null, replaces));
        }
    }

    private void record(String path, PropertyPath place, Kind kind) {
        response.putDetailedDiff(
                path, PropertyDiff.newBuilder().setKind(kind).setInputDiff(true).build());
        changed.add(place.top());
        if (kind == Kind.ADD_REPLACE || kind == Kind.DELETE_REPLACE || kind == Kind.UPDATE_REPLACE) {
            replacing.add(place.top());
        }
    }

    private boolean isSame(PropertyPath place, @Nullable Object old, @Nullable Object now) {
        if (Objects.equals(old, now) || (isAbsent(old) && isAbsent(now))) {
            return true;
        }
        if (isListed(spec.sets(), place) && old instanceof List<?> before && now instanceof List<?> after) {
            return sorted(before).equals(sorted(after));
        }
        return isListed(spec.documents(), place)
                && old instanceof String before
                && now instanceof String after
                && isSameDocument(before, after);
    }

    /** Terraform does not distinguish an empty list or map from an absent one. */
    private static boolean isAbsent(@Nullable Object value) {
        return value == null || value.equals(List.of()) || value.equals(Map.of());
    }

    private static boolean isListed(List<PropertyPath> paths, PropertyPath place) {
        return paths.stream()
                .anyMatch(path -> path.segments().size() == place.segments().size() && path.overlaps(place));
    }

    private static List<String> sorted(List<?> items) {
        var texts = new ArrayList<String>();
        items.forEach(item -> texts.add(String.valueOf(item)));
        texts.sort(null);
        return texts;
    }

    private static boolean isSameDocument(String old, String now) {
        try {
            return Objects.equals(PlainJson.parse(old), PlainJson.parse(now));
        } catch (IOException e) {
            return false;
        }
    }
}
