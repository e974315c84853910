package dev.ashlar.messaging;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.ashlar.core.Ashlar;
import dev.ashlar.core.Component;
import dev.ashlar.core.Observable;
import dev.ashlar.core.Signal;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.aws.Outputs;
import dev.ashlar.internal.check.RepeatedKeys;
import dev.ashlar.messaging.internal.QueuePair;
import dev.ashlar.messaging.internal.QueuePlan;
import dev.ashlar.messaging.internal.QueueTopologyCheck;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Creates a set of SQS queues. Each has a dead-letter queue of the same kind, which accepts messages from it only, and
 * policies that deny requests without TLS. Messages are encrypted, and consumers use long polling.
 *
 * <p>It costs nothing until it is used: the first million requests a month are free, then about 0.40 USD a million,
 * FIFO 0.50 USD.
 *
 * <p>Renaming a queue or changing its {@code fifo} replaces it and loses its messages. Every other change is made in
 * place, and adding a queue changes no other.
 *
 * <pre>{@code
 * var queues = new QueueTopology("pipeline", QueueTopologyArgs.builder()
 *         .queue("inbound", queue -> queue.visibilityTimeout(Duration.ofSeconds(90)))
 *         .queue("outbound", queue -> queue.fifo(true).contentBasedDeduplication(true))
 *         .build());
 * FargateServiceArgs.builder().uses(queues.queue("inbound").consume(), queues.queue("outbound").send())
 * }</pre>
 */
public final class QueueTopology extends Component implements Observable {

    private static final String TYPE = "ashlar:messaging:QueueTopology";

    private final String name;
    private final Map<String, QueuePair> pairs;

    /**
     * Creates the queues.
     *
     * @throws dev.ashlar.core.InvalidArgsException if the options violate one or more rules
     */
    public QueueTopology(String name, QueueTopologyArgs args) {
        this(name, args, null);
    }

    /**
     * Creates the queues.
     *
     * @throws dev.ashlar.core.InvalidArgsException if the options violate one or more rules
     */
    public QueueTopology(String name, QueueTopologyArgs args, @Nullable ComponentResourceOptions options) {
        super(TYPE, name, options, check(name, args));
        this.name = name;
        this.pairs = create(() -> {
                    var children = children(args.tags());
                    // The messages in a queue are data.
                    boolean protect = args.profile().dataProtection();
                    return pairs(name, args, plan -> QueuePair.create(plan, children.scope(plan.label()), protect));
                })
                .orElseGet(() -> pairs(name, args, QueuePair::planned));
        registerOutputs(Map.of("queueUrls", queueUrls(), "queueNames", queueNames()));
    }

    private static Map<String, QueuePair> pairs(
            String name, QueueTopologyArgs args, Function<QueuePlan, QueuePair> create) {
        var pairs = new LinkedHashMap<String, QueuePair>();
        for (var queue : args.queues()) {
            var plan = QueuePlan.of(name, queue);
            pairs.put(plan.label(), create.apply(plan));
        }
        return pairs;
    }

    /** Returns the violations of the options; none if the queues can be created. */
    public static Violations check(String name, QueueTopologyArgs args) {
        var violations = QueueTopologyCheck.check(name, args);
        args.queues()
                .forEach(queue -> RepeatedKeys.check(String.valueOf(queue.label()), queue.repeatedKeys(), violations));
        return violations;
    }

    /**
     * Returns one of the queues.
     *
     * @throws dev.ashlar.core.InvalidArgsException if the label does not exist; the message lists those that do
     */
    public MessageQueue queue(String label) {
        return pair("queue", label, pairs).queue();
    }

    /**
     * Returns the dead-letter queue of one of the queues, for tools that inspect or redrive its messages.
     *
     * @throws dev.ashlar.core.InvalidArgsException if the label does not exist; the message lists those that do
     */
    public MessageQueue deadLetterQueue(String label) {
        var withDeadLetters = new LinkedHashMap<>(pairs);
        withDeadLetters.values().removeIf(pair -> pair.deadLetterQueue() == null);
        return Objects.requireNonNull(
                pair("deadLetterQueue", label, withDeadLetters).deadLetterQueue());
    }

    private QueuePair pair(String option, String label, Map<String, QueuePair> among) {
        var pair = among.get(label);
        if (pair == null) {
            Ashlar.check(Violations.of("QueueTopology", name)
                    .add(
                            option,
                            '"' + label + '"',
                            "no queue has this label",
                            among.isEmpty() ? "add it" : "use one of " + String.join(", ", among.keySet())));
            return QueuePair.planned(
                    QueuePlan.of(name, MessageQueueArgs.builder().label(label).build()));
        }
        return pair;
    }

    /** Returns the URLs of the queues by label. */
    public Output<Map<String, String>> queueUrls() {
        return byLabel(MessageQueue::url);
    }

    /** Returns the physical names of the queues by label. */
    public Output<Map<String, String>> queueNames() {
        return byLabel(MessageQueue::name);
    }

    private Output<Map<String, String>> byLabel(Function<MessageQueue, Output<String>> property) {
        var values = new TreeMap<String, Output<String>>();
        pairs.forEach((label, pair) -> values.put(label, property.apply(pair.queue())));
        return Outputs.map(values).applyValue(all -> all);
    }

    @Override
    public List<Signal> signals() {
        return pairs.values().stream().flatMap(pair -> pair.signals().stream()).toList();
    }
}
