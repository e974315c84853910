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

/** What the run in memory finds out about a program: its faults, and what it would register. */
public final class Plan {

    private final Recorder recorder;
    private final Set<String> faults = new LinkedHashSet<>();
    private volatile boolean guessed;

    Plan(Recorder recorder) {
        this.recorder = recorder;
    }

    /** Returns the plan that the calling thread works on; empty in a run against the engine and outside a program. */
    public static Optional<Plan> current() {
        try {
            return DeploymentInternal.getInstanceOptional().flatMap(ProgramDeployment::planOf);
        } catch (LinkageError anotherSdk) {
            return Optional.empty();
        }
    }

    /** Collects faults, each a sentence for the user. A sentence that is known already is not repeated. */
    public void add(Collection<String> sentences) {
        synchronized (faults) {
            faults.addAll(sentences);
        }
    }

    /** Collects what an exception says to the user; false when it is an exception of another kind, which says nothing. */
    public boolean add(Throwable refusal) {
        if (refusal instanceof Rejection rejection) {
            add(rejection.faults());
            return true;
        }
        if (refusal instanceof RunException) {
            add(List.of(String.valueOf(refusal.getMessage())));
            return true;
        }
        return false;
    }

    /** Returns an output whose value is not known, as a preview has them. */
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

    /** Notes that an answer was withheld that the engine might have, so that an exception proves nothing. */
    void guess() {
        guessed = true;
    }

    boolean isGuessed() {
        return guessed;
    }
}
