package dev.ashlar.graph.internal.program;

import dev.ashlar.graph.Finding;
import dev.ashlar.graph.GraphCheck;
import dev.ashlar.graph.ResourceGraph;
import java.util.List;

/** Objects to queues named {@code forbidden}. The service loader finds this check in every test. */
public final class ForbiddenQueues implements GraphCheck {

    @Override
    public List<Finding> check(ResourceGraph planned) {
        return planned.ofType("aws:sqs/queue:Queue").stream()
                .filter(queue -> queue.name().equals("forbidden"))
                .map(queue -> new Finding("no-forbidden-queues", queue.urn(), "Queue \"forbidden\" must not be."))
                .toList();
    }
}
