package dev.ashlar.preflight.sandbox.spec;

import dev.ashlar.preflight.sandbox.constraint.Condition;
import dev.ashlar.preflight.sandbox.value.PropertyPath;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The properties of which a change replaces the resource.
 *
 * @param properties those of which every change does; {@code *} means all properties
 * @param exceptions those among them that change in place
 * @param when those of which a change does while a condition on the new inputs holds
 * @param whenAppearing those that replace when they are added or removed, each under a condition on the new inputs
 * @param whenLowered those that replace when they go back to an earlier version
 */
public record ReplacingProperties(
        List<PropertyPath> properties,
        List<PropertyPath> exceptions,
        Map<String, Condition> when,
        Map<String, Condition> whenAppearing,
        List<String> whenLowered) {

    /** Whether every change of the property replaces the resource. */
    public boolean contains(PropertyPath place) {
        return properties.stream().anyMatch(property -> property.overlaps(place))
                && exceptions.stream().noneMatch(exception -> exception.covers(place));
    }

    /** Whether a change of the property replaces the resource because of its other inputs. */
    public boolean containsNow(String property, Map<String, Object> news) {
        var condition = when.get(property);
        return condition != null && condition.holds(news, news);
    }

    /** Whether adding or removing the property replaces the resource, although changing its value does not. */
    public boolean containsAppearance(String property, Map<String, Object> news) {
        var condition = whenAppearing.get(property);
        return condition != null && condition.holds(news, news);
    }

    /** Whether the change is one to an earlier version that replaces the resource. */
    public boolean containsLowering(String property, @Nullable Object old, @Nullable Object now) {
        return whenLowered.contains(property)
                && old instanceof String before
                && now instanceof String after
                && Version.parse(after).compareTo(Version.parse(before)) < 0;
    }
}
