package dev.ashlar.preflight.sandbox;

import com.google.protobuf.Empty;
import dev.ashlar.preflight.sandbox.model.PropertyModel;
import dev.ashlar.preflight.sandbox.protocol.Configuration;
import dev.ashlar.preflight.sandbox.protocol.Functions;
import dev.ashlar.preflight.sandbox.protocol.ResourceLifecycle;
import dev.ashlar.preflight.sandbox.spec.ResourceSpecs;
import dev.ashlar.preflight.sandbox.state.Cloud;
import dev.ashlar.preflight.sandbox.value.RejectedException;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.util.internal.logging.InternalLoggerFactory;
import io.grpc.netty.shaded.io.netty.util.internal.logging.JdkLoggerFactory;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import pulumirpc.Plugin.PluginAttach;
import pulumirpc.Plugin.PluginInfo;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.ConfigureRequest;
import pulumirpc.Provider.ConfigureResponse;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.InvokeRequest;
import pulumirpc.Provider.InvokeResponse;
import pulumirpc.Provider.ProviderHandshakeRequest;
import pulumirpc.Provider.ProviderHandshakeResponse;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.Provider.UpdateResponse;
import pulumirpc.ResourceProviderGrpc;

/**
 * Implements Pulumi's {@code ResourceProvider} protocol for AWS without calling AWS.
 *
 * <p>One instance serves one run in one AWS region, like one process of the real provider: a second provider resource
 * needs a second instance. Instances share no mutable state.
 */
public final class SandboxProvider extends ResourceProviderGrpc.ResourceProviderImplBase {

    /** The version of the AWS provider that the sandbox replaces, and of the SDK that it reads. */
    public static final String VERSION = PropertyModel.SDK_VERSION;

    private final PropertyModel model = new PropertyModel();
    private final ResourceSpecs specs = new ResourceSpecs();
    private final RandomGenerator random;
    private final ResourceLifecycle resources;
    private volatile Cloud cloud = Cloud.unconfigured();

    /** Creates a sandbox whose ids and generated names are random, like those of AWS. */
    public SandboxProvider() {
        this(new SecureRandom(), Clock.systemUTC());
    }

    /** Creates a sandbox with this source of randomness and this clock, so that ids are reproducible in a test. */
    public SandboxProvider(RandomGenerator random, Clock clock) {
        this.random = random;
        this.resources = new ResourceLifecycle(model, specs, random, clock);
    }

    /**
     * Serves one engine: listens on the loopback interface and prints the port as the first line, which the engine
     * expects of a provider.
     *
     * @throws IOException if no port can be opened
     * @throws InterruptedException if the process is interrupted
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        // Netty would search for a logging framework, which is slow, and warn that it found none.
        InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE);
        var server = new SandboxProvider().start();
        System.out.println(server.getPort());
        System.out.flush();
        // An engine that was killed does not stop its provider.
        var engine = ProcessHandle.current().parent().map(ProcessHandle::onExit).orElseGet(CompletableFuture::new);
        var ended = engine.thenRun(server::shutdownNow);
        server.awaitTermination();
        ended.cancel(false);
    }

    /**
     * Starts a server on a free port of the loopback interface. A test passes the port to the engine in
     * {@code PULUMI_DEBUG_PROVIDERS} and shuts the server down when it ends.
     *
     * @throws IOException if no port can be opened
     */
    public Server start() throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        return NettyServerBuilder.forAddress(address)
                .addService(this)
                .maxInboundMessageSize(Integer.MAX_VALUE)
                .build()
                .start();
    }

    @Override
    public void handshake(ProviderHandshakeRequest request, StreamObserver<ProviderHandshakeResponse> observer) {
        answer(observer, () -> ProviderHandshakeResponse.newBuilder()
                .setAcceptSecrets(true)
                .setAcceptResources(true)
                .setSupportsAutonamingConfiguration(true)
                .build());
    }

    @Override
    public void getPluginInfo(Empty request, StreamObserver<PluginInfo> observer) {
        answer(observer, () -> PluginInfo.newBuilder().setVersion(VERSION).build());
    }

    @Override
    public void attach(PluginAttach request, StreamObserver<Empty> observer) {
        answer(observer, Empty::getDefaultInstance);
    }

    @Override
    public void cancel(Empty request, StreamObserver<Empty> observer) {
        answer(observer, Empty::getDefaultInstance);
    }

    @Override
    public void checkConfig(CheckRequest request, StreamObserver<CheckResponse> observer) {
        answer(observer, () -> new Configuration(model).check(request));
    }

    @Override
    public void diffConfig(DiffRequest request, StreamObserver<DiffResponse> observer) {
        answer(observer, () -> new Configuration(model).diff(request));
    }

    @Override
    public void configure(ConfigureRequest request, StreamObserver<ConfigureResponse> observer) {
        answer(observer, () -> {
            cloud = Configuration.cloud(request.getArgs());
            return ConfigureResponse.newBuilder()
                    .setAcceptSecrets(true)
                    .setAcceptResources(true)
                    .setSupportsPreview(true)
                    .setSupportsAutonamingConfiguration(true)
                    .build();
        });
    }

    @Override
    public void check(CheckRequest request, StreamObserver<CheckResponse> observer) {
        answer(observer, () -> resources.check(request));
    }

    @Override
    public void diff(DiffRequest request, StreamObserver<DiffResponse> observer) {
        answer(observer, () -> resources.diff(request));
    }

    @Override
    public void create(CreateRequest request, StreamObserver<CreateResponse> observer) {
        answer(observer, () -> resources.create(request, cloud));
    }

    @Override
    public void read(ReadRequest request, StreamObserver<ReadResponse> observer) {
        answer(observer, () -> resources.read(request, cloud));
    }

    @Override
    public void update(UpdateRequest request, StreamObserver<UpdateResponse> observer) {
        answer(observer, () -> resources.update(request, cloud));
    }

    @Override
    public void delete(DeleteRequest request, StreamObserver<Empty> observer) {
        answer(observer, () -> {
            resources.delete(request);
            return Empty.getDefaultInstance();
        });
    }

    @Override
    public void invoke(InvokeRequest request, StreamObserver<InvokeResponse> observer) {
        answer(observer, () -> new Functions(model, specs, cloud, resources.states(), random).invoke(request));
    }

    private static <T> void answer(StreamObserver<T> observer, Supplier<T> work) {
        T response;
        try {
            response = work.get();
        } catch (RejectedException e) {
            observer.onError(
                    Status.FAILED_PRECONDITION.withDescription(e.getMessage()).asRuntimeException());
            return;
        } catch (RuntimeException e) {
            observer.onError(Status.INTERNAL
                    .withDescription("the sandbox failed: " + e)
                    .withCause(e)
                    .asRuntimeException());
            return;
        }
        observer.onNext(response);
        observer.onCompleted();
    }
}
