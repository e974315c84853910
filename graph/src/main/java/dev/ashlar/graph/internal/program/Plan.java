package dev.ashlar.graph.internal.program;

import com.pulumi.core.Output;
import com.pulumi.core.internal.OutputData;
import com.pulumi.core.internal.OutputInternal;
import com.pulumi.deployment.internal.DeploymentInternal;
import com.pulumi.exceptions.RunException;
import dev.ashlar.graph.Rejection;
import dev.ashlar.graph.internal.Recorder;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The findings of the run in memory: the faults of a program, and the resources that it would register. */
public final class Plan {

    private final Recorder recorder;
    private final Set<String> faults = new LinkedHashSet<>();
    private volatile boolean guessed;

    Plan(Recorder recorder) {
        this.recorder = recorder;
    }

    /** Returns the plan of the calling thread; empty in a run against the engine and outside a program. */
    public static Optional<Plan> current() {
        try {
            return DeploymentInternal.getInstanceOptional().flatMap(ProgramDeployment::planOf);
        } catch (LinkageError anotherSdk) {
            return Optional.empty();
        }
    }

    /** Collects faults, each a sentence for the user, without duplicates. */
    public void add(Collection<String> sentences) {
        synchronized (faults) {
            faults.addAll(sentences);
        }
    }

    /** Collects the message of an exception that is meant for the user; returns false for any other exception. */
    public boolean add(Throwable rejected) {
        if (rejected instanceof Rejection rejection) {
            add(rejection.faults());
            return true;
        }
        if (rejected instanceof RunException) {
            add(List.of(String.valueOf(rejected.getMessage())));
            return true;
        }
        return false;
    }

    /** Returns an output whose value is unknown, as in a preview. */
    public static <T> Output<T> unknown() {
        return new OutputInternal<>(OutputData.unknown());
    }

    List<String> faults() {
        synchronized (faults) {
            return List.copyOf(faults);
        }
    }

    Recorder recorder() {
        return recorder;
    }

    /** Notes that an answer was unknown that the engine may know, so that an exception proves nothing. */
    void guess() {
        guessed = true;
    }

    boolean isGuessed() {
        return guessed;
    }
}
