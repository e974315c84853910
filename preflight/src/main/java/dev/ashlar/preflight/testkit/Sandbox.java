package dev.ashlar.preflight.testkit;

import com.google.protobuf.ByteString;
import com.google.protobuf.Struct;
import dev.ashlar.preflight.sandbox.SandboxProvider;
import dev.ashlar.preflight.sandbox.value.PropertyPath;
import dev.ashlar.preflight.sandbox.value.Values;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import pulumirpc.Provider.CheckFailure;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.ConfigureRequest;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.InvokeRequest;
import pulumirpc.Provider.InvokeResponse;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.ResourceProviderGrpc;
import pulumirpc.ResourceProviderGrpc.ResourceProviderBlockingStub;

/**
 * Runs a sandbox for tests and calls it as the engine does. As a static field, one sandbox serves all tests of a class;
 * as an instance field, each test has its own.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final Sandbox sandbox = Sandbox.in("eu-central-1");
 *
 * @Test
 * void names_a_queue_after_its_resource() {
 *     var queue = sandbox.create("aws:sqs/queue:Queue", "orders", Map.of());
 *     assertThat(queue.output("name")).asString().startsWith("orders-");
 * }
 * }</pre>
 */
public final class Sandbox implements BeforeAllCallback, BeforeEachCallback, AutoCloseable {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Sandbox.class);
    private static final long SEED = 7;

    private final Map<String, Object> configuration;
    private final Clock clock;
    private @Nullable Connection connection;

    private record Connection(Server server, ManagedChannel channel, ResourceProviderBlockingStub stub) {}

    private Sandbox(Map<String, Object> configuration, Clock clock) {
        this.configuration = configuration;
        this.clock = clock;
    }

    /** Returns a sandbox in a region. */
    public static Sandbox in(String region) {
        return configured(Map.of("region", region));
    }

    /** Returns a sandbox whose provider has this configuration. */
    public static Sandbox configured(Map<String, Object> configuration) {
        return new Sandbox(configuration, Clock.systemUTC());
    }

    /** Returns a sandbox with the same configuration whose resources are created at the time of a clock. */
    public Sandbox at(Clock clock) {
        return new Sandbox(configuration, clock);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        startWithin(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        startWithin(context);
    }

    // JUnit closes the values of a context's store when the context ends.
    private void startWithin(ExtensionContext context) {
        context.getStore(NAMESPACE).getOrComputeIfAbsent(this, Sandbox::start);
    }

    /** Starts the sandbox. A test that registers it as an extension does not call this. */
    public Sandbox start() {
        try {
            var server = new SandboxProvider(new Random(SEED), clock).start();
            var channel = ManagedChannelBuilder.forAddress(
                            InetAddress.getLoopbackAddress().getHostAddress(), server.getPort())
                    .usePlaintext()
                    .build();
            connection = new Connection(server, channel, ResourceProviderGrpc.newBlockingStub(channel));
            stub().configure(ConfigureRequest.newBuilder()
                    .setArgs(Values.struct(configuration))
                    .build());
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public void close() {
        if (connection != null) {
            connection.channel().shutdownNow();
            connection.server().shutdownNow();
            connection = null;
        }
    }

    /** Returns the client, for the calls that have no method here. */
    public ResourceProviderBlockingStub stub() {
        if (connection == null) {
            throw new IllegalStateException("the sandbox is not running; register it with @RegisterExtension");
        }
        return connection.stub();
    }

    /** Returns the URN that the sandbox gives to a resource. */
    public static String urn(String type, String name) {
        return "urn:pulumi:dev::ashlar::ashlar:network:Vpc$" + type + "::" + name;
    }

    /** Checks the inputs of a new resource. */
    public CheckResponse check(String type, String name, Map<String, ?> inputs) {
        return check(type, name, Struct.getDefaultInstance(), Values.struct(inputs));
    }

    /** Checks new inputs of a resource beside its old ones. */
    public CheckResponse check(String type, String name, Struct olds, Struct news) {
        return stub().check(CheckRequest.newBuilder()
                .setUrn(urn(type, name))
                .setOlds(olds)
                .setNews(news)
                .setRandomSeed(ByteString.copyFromUtf8("seed"))
                .build());
    }

    /** Returns the failures of a check of these inputs, as the engine prints them. */
    public List<String> failures(String type, Map<String, ?> inputs) {
        return check(type, "main", inputs).getFailuresList().stream()
                .map(Sandbox::shown)
                .toList();
    }

    /** Returns a failure as the engine prints it. */
    public static String shown(CheckFailure failure) {
        return (failure.getProperty().isEmpty() ? "" : failure.getProperty() + ": ") + failure.getReason();
    }

    /**
     * Checks and creates a resource.
     *
     * @throws IllegalArgumentException if the check fails
     */
    public Resource create(String type, String name, Map<String, ?> inputs) {
        var check = check(type, name, inputs);
        if (check.getFailuresCount() > 0) {
            throw new IllegalArgumentException(check.getFailuresList().toString());
        }
        var created = create(type, name, check.getInputs(), false);
        return new Resource(type, name, created.getId(), check.getInputs(), created.getProperties());
    }

    /** Creates a resource with checked inputs, or previews it. */
    public CreateResponse create(String type, String name, Struct inputs, boolean preview) {
        return stub().create(CreateRequest.newBuilder()
                .setUrn(urn(type, name))
                .setProperties(inputs)
                .setPreview(preview)
                .build());
    }

    /** Returns the difference that new inputs make to a resource. */
    public DiffResponse diff(Resource old, Map<String, ?> inputs, String... ignoreChanges) {
        var news = check(old.type, old.name, old.inputs, Values.struct(inputs)).getInputs();
        return stub().diff(DiffRequest.newBuilder()
                .setId(old.id)
                .setUrn(urn(old.type, old.name))
                .setOlds(old.state)
                .setOldInputs(old.inputs)
                .setNews(news)
                .addAllIgnoreChanges(List.of(ignoreChanges))
                .build());
    }

    /** Checks new inputs and updates a resource. */
    public Resource update(Resource old, Map<String, ?> inputs) {
        return update(old, inputs, false);
    }

    /** Checks new inputs and updates a resource, or previews the update. */
    public Resource update(Resource old, Map<String, ?> inputs, boolean preview) {
        var news = check(old.type, old.name, old.inputs, Values.struct(inputs)).getInputs();
        var updated = stub().update(UpdateRequest.newBuilder()
                .setId(old.id)
                .setUrn(urn(old.type, old.name))
                .setOlds(old.state)
                .setOldInputs(old.inputs)
                .setNews(news)
                .setPreview(preview)
                .build());
        return new Resource(old.type, old.name, old.id, news, updated.getProperties());
    }

    /** Deletes a resource. */
    public void delete(Resource resource) {
        stub().delete(DeleteRequest.newBuilder()
                .setId(resource.id)
                .setUrn(urn(resource.type, resource.name))
                .setProperties(resource.state)
                .setOldInputs(resource.inputs)
                .build());
    }

    /** Reads a resource, as a refresh does. */
    public ReadResponse read(Resource resource) {
        return stub().read(ReadRequest.newBuilder()
                .setId(resource.id)
                .setUrn(urn(resource.type, resource.name))
                .setProperties(resource.state)
                .setInputs(resource.inputs)
                .build());
    }

    /** Reads a resource by its id, as an import does. */
    public ReadResponse read(String type, String name, String id) {
        return stub().read(ReadRequest.newBuilder()
                .setId(id)
                .setUrn(urn(type, name))
                .build());
    }

    /** Calls a function. */
    public InvokeResponse invoke(String function, Map<String, ?> arguments) {
        return stub().invoke(InvokeRequest.newBuilder()
                .setTok(function)
                .setArgs(Values.struct(arguments))
                .build());
    }

    /** A resource as the engine keeps it in the state of a stack. */
    public record Resource(String type, String name, String id, Struct inputs, Struct state) {

        /** Returns an output by its path, without the mark of a secret; null if there is none. */
        public @Nullable Object output(String path) {
            return PropertyPath.parse(path).first(Values.plain(state));
        }
    }
}
