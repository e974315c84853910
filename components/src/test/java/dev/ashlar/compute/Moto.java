package dev.ashlar.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;

/** AWS as moto plays it, on a port of the loopback interface, in the account and region of recordings. */
final class Moto implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;
    private final Process server;

    private Moto(int port, Process server) {
        this.port = port;
        this.server = server;
    }

    /** Starts moto; a test is skipped where it, or the AWS CLI, is not installed. */
    static Moto start() throws IOException, InterruptedException {
        assumeTrue(
                isInstalled("moto_server") && isInstalled("aws"), "pip install 'moto[server]' awscli runs this test");
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var builder = new ProcessBuilder("moto_server", "-H", "127.0.0.1", "-p", String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("MOTO_ACCOUNT_ID", "000000000000");
        var moto = new Moto(port, builder.start());
        moto.awaitStart();
        return moto;
    }

    private static boolean isInstalled(String command) {
        return Arrays.stream(System.getenv("PATH").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }

    private void awaitStart() throws InterruptedException {
        var deadline = Instant.now().plus(START);
        while (true) {
            try {
                client.send(HttpRequest.newBuilder(endpoint()).build(), BodyHandlers.discarding());
                return;
            } catch (IOException e) {
                assertThat(server.isAlive() && Instant.now().isBefore(deadline))
                        .as("moto answers")
                        .isTrue();
                Thread.sleep(100);
            }
        }
    }

    private URI endpoint() {
        return URI.create("http://127.0.0.1:%d/".formatted(port));
    }

    /** Calls ECS. */
    JsonNode ecs(String action, String request) throws IOException, InterruptedException {
        var answer = send(
                "ecs",
                HttpRequest.newBuilder(endpoint())
                        .header("Content-Type", "application/x-amz-json-1.1")
                        .header("X-Amz-Target", "AmazonEC2ContainerServiceV20141113." + action)
                        .POST(BodyPublishers.ofString(request)));
        return new ObjectMapper().readTree(answer);
    }

    /** Calls EC2, and finds the first value of an element in its answer. */
    String ec2(String query, String element) throws IOException, InterruptedException {
        var answer = send(
                "ec2",
                HttpRequest.newBuilder(endpoint())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("Version=2016-11-15&" + query)));
        var found = Pattern.compile("<%1$s>([^<]+)</%1$s>".formatted(element)).matcher(answer);
        assertThat(found.find()).as(answer).isTrue();
        return found.group(1);
    }

    private String send(String service, HttpRequest.Builder request) throws IOException, InterruptedException {
        var scope =
                "AWS4-HMAC-SHA256 Credential=id/20260101/eu-central-1/%s/aws4_request, SignedHeaders=host, Signature=0"
                        .formatted(service);
        var response = client.send(request.header("Authorization", scope).build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    /** Runs a command line in a shell, with the AWS CLI calling moto, and gives what it prints. */
    String shell(String command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("bash", "-c", command).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "AWS_ENDPOINT_URL", endpoint().toString(),
                        "AWS_ACCESS_KEY_ID", "id",
                        "AWS_SECRET_ACCESS_KEY", "secret",
                        "AWS_PAGER", ""));
        var process = builder.start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed.strip();
    }

    @Override
    public void close() {
        server.destroy();
    }
}
