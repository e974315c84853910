package dev.ashlar.bench;

import dev.ashlar.network.Tier;
import dev.ashlar.network.Vpc;
import dev.ashlar.network.VpcArgs;
import dev.ashlar.network.internal.plan.VpcPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Measures the check and the address plan of 1,000 networks, first in a cold JVM and then in a warm one. */
public final class AddressPlans {

    private static final int NETWORKS = 1_000;

    private AddressPlans() {}

    /** Prints both times in milliseconds. */
    public static void main(String[] args) {
        // Always the same networks, so that two runs can be compared.
        var random = new Random(1);
        List<VpcArgs> networks = new ArrayList<>();
        for (int i = 0; i < NETWORKS; i++) {
            networks.add(network(random));
        }
        System.out.printf("%.0f ms cold, %.0f ms warm%n", plan(networks), plan(networks));
    }

    private static double plan(List<VpcArgs> networks) {
        var start = System.nanoTime();
        for (var network : networks) {
            Vpc.check("main", network).orThrow();
            VpcPlan.of(network).capacity().usableAddresses(Tier.PRIVATE).orElseThrow();
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private static VpcArgs network(Random random) {
        int slots = random.nextBoolean() ? 4 : 8;
        int prefix = 16 + random.nextInt(slots == 4 ? 5 : 4);
        long address = (10L << 24) + ((long) random.nextInt(1 << (prefix - 8)) << (32 - prefix));
        var args = VpcArgs.builder()
                .cidrBlock("%d.%d.%d.%d/%d"
                        .formatted(address >> 24, address >> 16 & 255, address >> 8 & 255, address & 255, prefix))
                .zoneSlots(slots);
        for (int slot = 1; slot <= slots; slot++) {
            if (slot == 1 || random.nextBoolean()) {
                args.putZones(slot, "eu-central-1" + (char) ('a' + slot - 1));
            }
        }
        return args.build();
    }
}
