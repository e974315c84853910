package dev.ashlar.internal.component;

import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A place for resources of a component: their name, tags and options. The component creates the first, and passes
 * narrower ones to the classes that create parts of it.
 *
 * <pre>{@code
 * var redeploy = children.scope("redeploy");
 * new LogGroup(redeploy.name(), LogGroupArgs.builder().tags(redeploy.tags()).build(), redeploy.options());
 * }</pre>
 */
public final class Children {

    private final Resource parent;
    private final String name;
    private final Map<String, String> tags;

    private Children(Resource parent, String name, Map<String, String> tags) {
        this.parent = parent;
        this.name = name;
        this.tags = tags;
    }

    /**
     * Returns the place of a component's resources.
     *
     * @param name the component's name
     * @param tags the caller's tags
     */
    public static Children of(Resource parent, String name, Map<String, String> tags) {
        return new Children(parent, name, Map.copyOf(tags));
    }

    /** Returns the place of a part of this one, named after it: same parent and tags, see {@link Names#child}. */
    public Children scope(String... words) {
        return new Children(parent, Names.child(name, words), tags);
    }

    /** Returns the name of the resource in this place, such as {@code orders-api-redeploy}. */
    public String name() {
        return name;
    }

    /** Returns the name of another resource in this place. */
    public String name(String... words) {
        return Names.child(name, words);
    }

    /** Returns the caller's tags and {@code Name}, see {@link Tags#named}. */
    public Map<String, String> tags() {
        return Tags.named(name, tags);
    }

    /** Returns the options of a resource in this place: the component is its parent. */
    public CustomResourceOptions options() {
        return CustomResourceOptions.builder().parent(parent).build();
    }

    /** Returns the options of a resource in this place with more of them set. */
    public CustomResourceOptions options(UnaryOperator<CustomResourceOptions.Builder> more) {
        return more.apply(CustomResourceOptions.builder().parent(parent)).build();
    }

    /** Returns the options of a function: the component's provider answers it. */
    public InvokeOptions invokeOptions() {
        return InvokeOptions.builder().parent(parent).build();
    }

    /** Returns the partition, region and account that the component's provider deploys to. */
    public Output<AwsEnvironment> environment() {
        return AwsEnvironment.of(invokeOptions());
    }
}
