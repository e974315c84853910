package dev.ashlar.graph.internal.program;

import com.pulumi.exceptions.RunException;
import dev.ashlar.graph.Finding;
import dev.ashlar.graph.GraphCheck;
import dev.ashlar.graph.Rejection;
import dev.ashlar.graph.ResourceGraph;
import dev.ashlar.graph.internal.FaultList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** The result of the run in memory, which determines whether the program runs against the engine. */
public final class PlannedRun {

    private final Plan plan;
    private final PlanningEngine log;
    private final @Nullable Throwable failure;

    PlannedRun(Plan plan, PlanningEngine log, @Nullable Throwable failure) {
        this.plan = plan;
        this.log = log;
        this.failure = failure;
    }

    /** Returns the resources that the program would register. */
    public ResourceGraph graph() {
        return plan.recorder().graph();
    }

    /** Returns the exception that ends the program instead of a run against the engine; empty if it may run. */
    public Optional<Throwable> rejection() {
        var faults = faults();
        if (!faults.isEmpty()) {
            return Optional.of(new RunException(FaultList.message(faults)));
        }
        if (failure != null) {
            return Optional.of(failure).filter(proof -> unplannable().isEmpty());
        }
        var findings = findings();
        return findings.isEmpty() ? Optional.empty() : Optional.of(new RunException(FaultList.message(findings)));
    }

    /** Returns why the run in memory failed although the program may be valid; empty if its result counts. */
    Optional<String> unplannable() {
        if (failure == null || !faults().isEmpty()) {
            return Optional.empty();
        }
        // The SDK failed to convert a value that only a real answer has in the right form.
        boolean conversion = failure instanceof UnsupportedOperationException
                && String.valueOf(failure.getMessage()).startsWith("Convert [");
        return failure instanceof LinkageError || conversion || plan.isGuessed()
                ? Optional.of(failure.toString())
                : Optional.empty();
    }

    // The message of an exception for the user is one more fault; any other exception most likely follows from the
    // faults.
    private List<String> faults() {
        if (failure != null && (failure instanceof Rejection || !plan.faults().isEmpty())) {
            plan.add(failure);
        }
        return plan.faults();
    }

    private List<String> findings() {
        var findings = new ArrayList<String>();
        for (var check : ServiceLoader.load(GraphCheck.class)) {
            check.check(graph()).stream().map(Finding::message).forEach(findings::add);
        }
        return findings;
    }

    /** Logs the messages that the program logged while it was planned. */
    void releaseLog() {
        log.release();
    }
}
