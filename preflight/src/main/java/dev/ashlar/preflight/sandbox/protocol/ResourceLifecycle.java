package dev.ashlar.preflight.sandbox.protocol;

import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.ashlar.preflight.sandbox.model.Checker;
import dev.ashlar.preflight.sandbox.model.PropertyModel;
import dev.ashlar.preflight.sandbox.spec.Autoname;
import dev.ashlar.preflight.sandbox.spec.ResourceSpec;
import dev.ashlar.preflight.sandbox.spec.ResourceSpecs;
import dev.ashlar.preflight.sandbox.spec.Template;
import dev.ashlar.preflight.sandbox.state.Cloud;
import dev.ashlar.preflight.sandbox.state.GeneratedValues;
import dev.ashlar.preflight.sandbox.state.MapSource;
import dev.ashlar.preflight.sandbox.state.ResourceState;
import dev.ashlar.preflight.sandbox.value.PlainJson;
import dev.ashlar.preflight.sandbox.value.RejectedException;
import dev.ashlar.preflight.sandbox.value.Urn;
import dev.ashlar.preflight.sandbox.value.Values;
import dev.ashlar.preflight.sandbox.value.Violation;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckRequest.AutonamingOptions;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.Provider.UpdateResponse;

/** Checks, compares, creates, reads, updates and deletes resources. Only the engine keeps their state. */
public final class ResourceLifecycle {

    /** The input that lists the inputs which the provider filled in; the real provider uses the same name. */
    static final String DEFAULTED = "__defaults";

    /** The only input of an imported resource, whose real inputs the sandbox does not know. */
    private static final String IMPORTED = "__imported";

    private final PropertyModel model;
    private final ResourceSpecs specs;
    private final RandomGenerator random;
    private final Clock clock;

    /** The states of resources in this run, by ARN, for functions that read a resource. */
    private final Map<String, Map<String, Object>> states = new ConcurrentHashMap<>();

    public ResourceLifecycle(PropertyModel model, ResourceSpecs specs, RandomGenerator random, Clock clock) {
        this.model = model;
        this.specs = specs;
        this.random = random;
        this.clock = clock;
    }

    public CheckResponse check(CheckRequest request) {
        var response = CheckResponse.newBuilder();
        var type = Urn.type(request.getUrn());
        var violations = new ArrayList<Violation>();
        var inputs = request.getNews().toBuilder().removeFields(DEFAULTED);
        try {
            var shape = model.inputs(type)
                    .orElseThrow(() -> new RejectedException(
                            "the AWS SDK " + PropertyModel.SDK_VERSION + " has no resource type " + type));
            var spec = specs.type(type);
            violations.addAll(new Checker(model).check(Values.plain(inputs.build()), shape));
            fillIn(inputs, request, spec);
            var plain = Values.plain(inputs.build());
            spec.constraints().forEach(constraint -> violations.addAll(constraint.violations(plain)));
        } catch (RejectedException e) {
            violations.add(new Violation("", String.valueOf(e.getMessage())));
        }
        var checked = inputs.build();
        violations.forEach(violation -> response.addFailures(violation.failure(checked)));
        return response.setInputs(checked).build();
    }

    public DiffResponse diff(DiffRequest request) {
        var inputs = request.hasOldInputs() ? request.getOldInputs() : request.getOlds();
        if (inputs.containsFields(IMPORTED)) {
            return DiffResponse.newBuilder()
                    .setChanges(DiffResponse.DiffChanges.DIFF_NONE)
                    .build();
        }
        rejectForeign(request.getUrn(), request.getOlds());
        remember(request.getOlds());
        var spec = specs.type(Urn.type(request.getUrn()));
        var olds = new LinkedHashMap<>(Values.plain(inputs));
        // The real provider compares with the state it last read, which after a rollback differs from the inputs.
        spec.rollbacks().keySet().forEach(name -> Optional.ofNullable(
                        Values.plain(request.getOlds()).get(name))
                .ifPresent(read -> olds.put(name, read)));
        var news = new LinkedHashMap<>(Values.plain(request.getNews()));
        computedInputs(request.getUrn()).addTo(olds, news, Values.plain(request.getOlds()));
        return Differ.diff(
                spec,
                AbsentDefaults.filled(spec, olds),
                AbsentDefaults.filled(spec, news),
                request.getIgnoreChangesList());
    }

    public CreateResponse create(CreateRequest request, Cloud cloud) {
        var outputs = outputs(request.getUrn(), cloud).with(request.getProperties());
        if (request.getPreview()) {
            return CreateResponse.newBuilder().setProperties(outputs.planned()).build();
        }
        var id = outputs.id();
        var state = outputs.created(id);
        remember(state);
        return CreateResponse.newBuilder().setId(id).setProperties(state).build();
    }

    /**
     * Reads a resource. A refresh finds no difference. For an import or {@code get} the sandbox invents a resource with
     * the given id. It does not know the inputs of an imported resource and accepts those of the program, in the run that
     * imports it and in the next one.
     */
    public ReadResponse read(ReadRequest request, Cloud cloud) {
        var response = ReadResponse.newBuilder().setId(request.getId());
        if (request.getProperties().containsFields(ResourceState.MARK)) {
            return response.setProperties(request.getProperties())
                    .setInputs(request.getInputs())
                    .build();
        }
        if (request.getInputs().getFieldsCount() > 0) {
            rejectForeign(request.getUrn(), request.getProperties());
        }
        var spec = specs.type(Urn.type(request.getUrn()));
        var outputs = outputs(request.getUrn(), cloud);
        var shown = spec.id().read(request.getId(), outputs);
        var state =
                outputs.with(Values.struct(shown)).with(request.getProperties()).created(request.getId());
        return response.setProperties(state)
                .setInputs(Values.struct(Map.of(IMPORTED, true)))
                .build();
    }

    public UpdateResponse update(UpdateRequest request, Cloud cloud) {
        rejectForeign(request.getUrn(), request.getOlds());
        rejectUpdate(request);
        var kept = request.getOlds().toBuilder();
        var computedInputs = computedInputs(request.getUrn());
        request.getOldInputs().getFieldsMap().keySet().stream()
                .filter(name -> !computedInputs.stays(name))
                .forEach(kept::removeFields);
        var outputs = outputs(request.getUrn(), cloud).with(kept.build()).with(request.getNews());
        if (!request.getPreview()) {
            outputs.with(rolledBack(request));
        }
        var state = outputs.updated(changedInputs(request), request.getPreview());
        if (!request.getPreview()) {
            remember(state);
        }
        return UpdateResponse.newBuilder().setProperties(state).build();
    }

    private static List<String> changedInputs(UpdateRequest request) {
        var olds = request.getOldInputs().getFieldsMap();
        var news = request.getNews().getFieldsMap();
        return Stream.concat(olds.keySet().stream(), news.keySet().stream())
                .distinct()
                .filter(name -> !name.startsWith("__") && !Objects.equals(olds.get(name), news.get(name)))
                .toList();
    }

    /** Returns the old values of the properties that AWS rolls back. */
    private Struct rolledBack(UpdateRequest request) {
        var old = Struct.newBuilder();
        specs.type(Urn.type(request.getUrn())).rollbacks().forEach((name, cause) -> {
            var before = request.getOlds().getFieldsMap().get(name);
            var named = states.getOrDefault(Values.plain(request.getNews()).get(name), Map.of());
            if (before != null && cause.isCausedBy(named)) {
                old.putFields(name, before);
            }
        });
        return old.build();
    }

    public void delete(DeleteRequest request) {
        rejectForeign(request.getUrn(), request.getProperties());
        var state = Values.plain(request.getProperties());
        for (var rejection : specs.type(Urn.type(request.getUrn())).rejectedDeletions()) {
            if (rejection.condition().holds(state, state)) {
                throw rejected(rejection.message(), request.getUrn(), state);
            }
        }
    }

    public Map<String, Map<String, Object>> states() {
        return states;
    }

    private void remember(Struct state) {
        var plain = Values.plain(state);
        if (plain.getOrDefault("arn", plain.get("id")) instanceof String arn) {
            states.put(arn, plain);
        }
    }

    private void rejectUpdate(UpdateRequest request) {
        var olds = Values.plain(request.getOldInputs());
        var news = Values.plain(request.getNews());
        for (var rejection : specs.type(Urn.type(request.getUrn())).rejectedUpdates()) {
            if (rejection.concerns(olds, news)) {
                throw rejected(rejection.message(), request.getUrn(), Values.plain(request.getOlds()));
            }
        }
    }

    private RejectedException rejected(Template message, String urn, Map<String, Object> state) {
        return new RejectedException(
                message.fill(new MapSource(state, Cloud.unconfigured(), new GeneratedValues(urn, 0, clock))));
    }

    private ComputedInputs computedInputs(String urn) {
        var type = Urn.type(urn);
        return ComputedInputs.of(model, type, specs.type(type));
    }

    private ResourceState outputs(String urn, Cloud cloud) {
        var type = Urn.type(urn);
        var shape = model.outputs(type).orElseThrow();
        return new ResourceState(
                model, shape, specs.type(type), cloud, new GeneratedValues(urn, random.nextLong(), clock));
    }

    private static void rejectForeign(String urn, Struct state) {
        if (!state.containsFields(ResourceState.MARK)) {
            throw new RejectedException(Urn.name(urn)
                    + " was not created by the sandbox: this stack's state comes from AWS, and the sandbox"
                    + " does not change it");
        }
    }

    /** Adds the generated name and the defaults, and lists them under {@link #DEFAULTED}. */
    private void fillIn(Struct.Builder inputs, CheckRequest request, ResourceSpec spec) {
        var olds = request.getOlds().getFieldsMap();
        var oldDefaults = PlainJson.list(Values.plain(olds.getOrDefault(DEFAULTED, Values.value(List.of()))));
        var filled = new LinkedHashMap<String, Value>();
        spec.defaults().forEach((name, value) -> filled.put(name, Values.value(value)));
        var autoname = spec.name();
        if (autoname != null && !isGiven(inputs, autoname.property()) && !isGiven(inputs, autoname.prefixProperty())) {
            var kept = oldDefaults.contains(autoname.property()) ? olds.get(autoname.property()) : null;
            if (kept != null) {
                filled.put(autoname.property(), kept);
            } else if (request.getAutonaming().getMode() != AutonamingOptions.Mode.DISABLE) {
                filled.put(autoname.property(), Values.text(name(autoname, request, Values.plain(inputs.build()))));
            }
        }
        var names = ListValue.newBuilder();
        filled.forEach((name, value) -> {
            if (!isGiven(inputs, name)) {
                inputs.putFields(name, value);
                names.addValues(Values.text(name));
            }
        });
        inputs.putFields(DEFAULTED, Value.newBuilder().setListValue(names).build());
    }

    private String name(Autoname autoname, CheckRequest request, Map<String, Object> inputs) {
        return switch (request.getAutonaming().getMode()) {
            case ENFORCE -> request.getAutonaming().getProposedName();
            case PROPOSE -> {
                var proposed = request.getAutonaming().getProposedName();
                yield proposed.isEmpty()
                        ? autoname.generate(Urn.name(request.getUrn()), randomDigits(request), inputs)
                        : autoname.complete(proposed, inputs);
            }
            default -> autoname.generate(Urn.name(request.getUrn()), randomDigits(request), inputs);
        };
    }

    /** Returns digits that follow from the engine's seed, so that an update uses the name of its preview. */
    private String randomDigits(CheckRequest request) {
        var seed = request.getRandomSeed().isEmpty()
                ? random.nextLong()
                : Arrays.hashCode(request.getRandomSeed().toByteArray());
        var digits = new GeneratedValues(request.getUrn(), seed, clock).generate("hex:" + 2 * Autoname.RANDOM_LENGTH);
        return digits.substring(Autoname.RANDOM_LENGTH);
    }

    private static boolean isGiven(Struct.Builder inputs, String name) {
        var value = inputs.getFieldsMap().get(name);
        return value != null && !value.hasNullValue();
    }
}
