package dev.ashlar.compute.internal.task;

import dev.ashlar.compute.TaskOptions;
import dev.ashlar.core.Violations;

/** Bindings by which a task calls a service through Service Connect. */
public final class ServiceCalls {

    /** The access of such a binding. */
    public static final String ACCESS = "call";

    private ServiceCalls() {}

    /** Adds a violation for each call. A task can resolve the names of Service Connect only with a proxy beside it. */
    public static void reject(TaskOptions args, Violations violations) {
        args.uses().stream()
                .filter(binding -> ACCESS.equals(binding.access()))
                .forEach(binding -> violations.add(
                        "uses",
                        "a call of " + binding.provider(),
                        "only a service with Service Connect knows its name",
                        "add serviceConnect(connect -> {}) to a service, or go through a load balancer"));
    }
}
