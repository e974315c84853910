package dev.ashlar.bench;

import com.pulumi.Pulumi;
import dev.ashlar.network.Vpc;
import dev.ashlar.network.VpcArgs;

/** Creates networks with the component {@code Vpc}; the configuration value {@code bench:count} is their number. */
public final class ComponentNetworks {

    private ComponentNetworks() {}

    /** Runs the program under the Pulumi engine. */
    public static void main(String[] args) {
        Pulumi.run(context -> {
            int count = context.config().requireInteger("count");
            for (int i = 0; i < count; i++) {
                new Vpc(
                        "network-" + i,
                        VpcArgs.builder()
                                .cidrBlock("10." + i + ".0.0/16")
                                .zones("eu-central-1a", "eu-central-1b")
                                .build());
            }
        });
    }
}
