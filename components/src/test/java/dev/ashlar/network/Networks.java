package dev.ashlar.network;

import dev.ashlar.core.Profile;
import dev.ashlar.graph.GraphDifference;
import dev.ashlar.graph.ResourceGraph;
import dev.ashlar.preflight.testkit.Recording;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Networks for tests. */
public final class Networks {

    private Networks() {}

    /** The options of a network that is right: two zones of a /16, with the switches of a development environment. */
    public static VpcArgs.Builder valid() {
        return VpcArgs.builder()
                .cidrBlock("10.20.0.0/16")
                .zones("eu-central-1a", "eu-central-1b")
                .profile(Profile.DEV);
    }

    /** A network that a program has created, to ask it. */
    public static Vpc vpc(VpcArgs.Builder args) {
        var created = new AtomicReference<Vpc>();
        graph(args, created::set);
        return created.get();
    }

    public static ResourceGraph graph(VpcArgs.Builder args) {
        return graph(args, vpc -> {});
    }

    public static ResourceGraph graph(VpcArgs.Builder args, Consumer<Vpc> use) {
        return Recording.of(context -> use.accept(new Vpc("main", args.build())))
                .graph();
    }

    public static GraphDifference between(VpcArgs.Builder before, VpcArgs.Builder after) {
        return GraphDifference.between(graph(before), graph(after));
    }
}
