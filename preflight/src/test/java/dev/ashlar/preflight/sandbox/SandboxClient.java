package dev.ashlar.preflight.sandbox;

import com.google.protobuf.ByteString;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.ashlar.preflight.sandbox.value.PropertyPath;
import dev.ashlar.preflight.sandbox.value.Values;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Server;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
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

/** What the engine does: a client of a sandbox that serves on a port of its own, with the engine's order of calls. */
public final class SandboxClient implements AutoCloseable {

    private final Server server;
    private final ManagedChannel channel;
    private final ResourceProviderBlockingStub stub;

    private SandboxClient(long seed) throws IOException {
        server = new SandboxProvider(new Random(seed), Clock.systemUTC()).start();
        channel = ManagedChannelBuilder.forAddress(
                        InetAddress.getLoopbackAddress().getHostAddress(), server.getPort())
                .usePlaintext()
                .build();
        stub = ResourceProviderGrpc.newBlockingStub(channel);
    }

    public static SandboxClient in(String region) {
        return configured(Map.of("region", region));
    }

    static SandboxClient configured(Map<String, Object> configuration) {
        try {
            var client = new SandboxClient(7);
            client.stub.configure(ConfigureRequest.newBuilder()
                    .setArgs(Values.struct(configuration))
                    .build());
            return client;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    public static String urn(String type, String name) {
        return "urn:pulumi:dev::ashlar::ashlar:network:Vpc$" + type + "::" + name;
    }

    public ResourceProviderBlockingStub stub() {
        return stub;
    }

    CheckResponse check(String type, String name, Map<String, ?> inputs) {
        return check(type, name, Struct.getDefaultInstance(), Values.struct(inputs));
    }

    CheckResponse check(String type, String name, Struct olds, Struct news) {
        return stub.check(CheckRequest.newBuilder()
                .setUrn(urn(type, name))
                .setOlds(olds)
                .setNews(news)
                .setRandomSeed(ByteString.copyFromUtf8("seed"))
                .build());
    }

    /** What the engine would print of the failures. */
    public List<String> failures(String type, Map<String, ?> inputs) {
        return check(type, "main", inputs).getFailuresList().stream()
                .map(SandboxClient::shown)
                .toList();
    }

    static String shown(CheckFailure failure) {
        return (failure.getProperty().isEmpty() ? "" : failure.getProperty() + ": ") + failure.getReason();
    }

    /** Checks and creates, as an update does. */
    public Resource create(String type, String name, Map<String, ?> inputs) {
        var check = check(type, name, inputs);
        if (check.getFailuresCount() > 0) {
            throw new IllegalArgumentException(check.getFailuresList().toString());
        }
        var created = create(type, name, check.getInputs(), false);
        return new Resource(type, name, created.getId(), check.getInputs(), created.getProperties());
    }

    CreateResponse create(String type, String name, Struct inputs, boolean preview) {
        return stub.create(CreateRequest.newBuilder()
                .setUrn(urn(type, name))
                .setProperties(inputs)
                .setPreview(preview)
                .build());
    }

    DiffResponse diff(Resource old, Map<String, ?> inputs, String... ignoreChanges) {
        var news = check(old.type, old.name, old.inputs, Values.struct(inputs)).getInputs();
        return stub.diff(DiffRequest.newBuilder()
                .setId(old.id)
                .setUrn(urn(old.type, old.name))
                .setOlds(old.state)
                .setOldInputs(old.inputs)
                .setNews(news)
                .addAllIgnoreChanges(List.of(ignoreChanges))
                .build());
    }

    Resource update(Resource old, Map<String, ?> inputs) {
        return update(old, inputs, false);
    }

    Resource update(Resource old, Map<String, ?> inputs, boolean preview) {
        var news = check(old.type, old.name, old.inputs, Values.struct(inputs)).getInputs();
        var updated = stub.update(UpdateRequest.newBuilder()
                .setId(old.id)
                .setUrn(urn(old.type, old.name))
                .setOlds(old.state)
                .setOldInputs(old.inputs)
                .setNews(news)
                .setPreview(preview)
                .build());
        return new Resource(old.type, old.name, old.id, news, updated.getProperties());
    }

    public void delete(Resource resource) {
        stub.delete(DeleteRequest.newBuilder()
                .setId(resource.id)
                .setUrn(urn(resource.type, resource.name))
                .setProperties(resource.state)
                .setOldInputs(resource.inputs)
                .build());
    }

    ReadResponse read(Resource resource) {
        return stub.read(ReadRequest.newBuilder()
                .setId(resource.id)
                .setUrn(urn(resource.type, resource.name))
                .setProperties(resource.state)
                .setInputs(resource.inputs)
                .build());
    }

    InvokeResponse invoke(String function, Map<String, ?> arguments) {
        return stub.invoke(InvokeRequest.newBuilder()
                .setTok(function)
                .setArgs(Values.struct(arguments))
                .build());
    }

    /** A resource as the engine keeps it in the stack's state. */
    public record Resource(String type, String name, String id, Struct inputs, Struct state) {

        public Object output(String property) {
            return PropertyPath.parse(property).first(Values.plain(state));
        }

        Value rawOutput(String property) {
            return state.getFieldsOrThrow(property);
        }
    }

    @Override
    public void close() {
        channel.shutdownNow();
        server.shutdownNow();
    }
}
