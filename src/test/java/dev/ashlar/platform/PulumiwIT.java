package dev.ashlar.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The decisions of pulumiw before Pulumi starts. A script replaces the Pulumi CLI and prints its folder, arguments and
 * environment, so that each test sees the input of the CLI.
 */
class PulumiwIT {

    private static final Path PULUMIW =
            Path.of("..", "pulumiw").toAbsolutePath().normalize();

    private static final List<String> TOOLS = List.of(
            "awk",
            "basename",
            "bash",
            "cat",
            "chmod",
            "cp",
            "cut",
            "df",
            "dirname",
            "env",
            "find",
            "flock",
            "getconf",
            "grep",
            "gzip",
            "head",
            "ln",
            "ls",
            "mkdir",
            "mktemp",
            "mv",
            "readlink",
            "rm",
            "sed",
            "sh",
            "sha256sum",
            "sort",
            "tail",
            "touch",
            "tr",
            "uname",
            "xargs");

    @TempDir
    private Path folder;

    private Path bin;
    private Path project;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void a_machine_with_pulumi_and_a_project_with_three_stacks() throws IOException {
        bin = Files.createDirectory(folder.resolve("bin"));
        for (String tool : TOOLS) {
            Path real = Path.of("/usr/bin", tool);
            script(tool, "exec %s \"$@\"".formatted(Files.exists(real) ? real : Path.of("/bin", tool)));
        }
        pulumi("v3.200.0");

        project = Files.createDirectory(folder.resolve("project"));
        Files.writeString(project.resolve("Pulumi.yaml"), "name: ashlar\nruntime: java\n");
        Files.writeString(project.resolve("Pulumi.dev.yaml"), "config:\n  ashlar:target: sandbox\n");
        Files.writeString(project.resolve("Pulumi.prod.yaml"), """
                secretsprovider: awskms://alias/ashlar
                encryptedkey: QUJD
                config:
                  # the account of the company
                  aws:region: eu-central-1
                  ashlar:target: aws
                  ashlar:password:
                    secure: v1:top:secret==
                  ashlar:partners:
                    - name: one
                      token: {secure: "v1:also:secret"}
                    - secure: v1:third:secret
                  ashlar:strict: {secure: true}
                """);
        Files.writeString(project.resolve("Pulumi.staging.yaml"), "encryptionsalt: v1:abc=:v1:def\n");

        environment.put("PATH", bin.toString());
        environment.put("HOME", folder.toString());
        environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("ASHLAR_PROJECT_DIR", project.toString());
        environment.put("ASHLAR_PREBUILT", "yes");
    }

    @Test
    void names_the_missing_tools_when_there_is_neither_pulumi_nor_go() throws Exception {
        Files.delete(bin.resolve("pulumi"));

        rejection("version")
                .isEqualTo("there is no compatible Pulumi CLI, and no Go to build one;"
                        + " install Go 1.24 or newer, or the current Pulumi bundle.");
    }

    @Test
    void rejects_a_go_that_is_too_old_to_build_pulumi() throws Exception {
        Files.delete(bin.resolve("pulumi"));
        script("go", "echo go1.19.8");

        rejection("version")
                .isEqualTo("there is no compatible Pulumi CLI, and Go is go1.19.8;"
                        + " install Go 1.24 or newer, or the current Pulumi bundle.");
    }

    @Test
    void reports_the_disk_space_that_the_first_build_of_pulumi_needs() throws Exception {
        Files.delete(bin.resolve("pulumi"));
        Files.delete(bin.resolve("df"));
        script("df", "printf 'Filesystem\\n/dev/vda 9 9 512000 9%% /\\n'");
        script("go", "[ \"$2\" = GOVERSION ] && echo go1.24.1 || echo " + folder);

        rejection("version")
                .startsWith("building the Pulumi CLI needs 3 GB of free disk space, but")
                .contains("has 512 MB");
    }

    @Test
    void ignores_a_newer_cli_whose_java_host_would_ignore_the_jar() throws Exception {
        pulumi("v3.210.0");

        rejection("version").startsWith("there is no compatible Pulumi CLI");
    }

    @Test
    void uses_a_newer_cli_whose_java_host_reads_its_options_from_the_request() throws Exception {
        pulumi("v3.210.0");
        script("pulumi-language-java", "# -X github.com/pulumi/pulumi-java/pkg/version.Version=v1.19.0");

        assertThat(run("whoami").output()).contains("arguments: whoami");
    }

    @Test
    void uses_a_current_bundle() throws Exception {
        pulumi("v3.258.0");

        assertThat(run("whoami").output()).contains("arguments: whoami");
    }

    @Test
    void returns_the_exit_code_of_pulumi() throws Exception {
        script("pulumi", "[ \"$1\" = version ] && echo v3.200.0 && exit; exit 42");

        assertThat(run("whoami").exitCode()).isEqualTo(42);
    }

    @Test
    void keeps_the_state_in_the_project_unless_a_backend_is_set() throws Exception {
        assertThat(run("whoami").output()).contains("PULUMI_BACKEND_URL=file://" + real(project) + "\n");

        environment.put("PULUMI_BACKEND_URL", "s3://states");
        assertThat(run("whoami").output()).contains("PULUMI_BACKEND_URL=s3://states\n");
    }

    @Test
    void rejects_a_remote_backend_in_the_sandbox() throws Exception {
        environment.put("PULUMI_BACKEND_URL", "s3://states");

        rejection("up", "--stack", "dev")
                .isEqualTo("the sandbox requires a local backend, but PULUMI_BACKEND_URL is s3://states;"
                        + " unset it, or use a file:// URL.");
        rejection("preview", "--stack", "prod", "--sandbox").startsWith("the sandbox requires a local backend");
    }

    @Test
    void runs_the_program_from_a_project_that_it_writes() throws Exception {
        Result result = run("preview", "--stack", "dev");

        assertThat(result.output())
                .contains("folder: " + real(project) + "/.pulumi/sandbox\n", "arguments: preview --stack dev\n")
                .contains("PULUMI_CONFIG_PASSPHRASE=sandbox\n");
        assertThat(project.resolve(".pulumi/sandbox/Pulumi.yaml"))
                .content()
                .contains("name: ashlar\n", "/ashlar-platform.jar\n", "    - name: aws\n")
                .doesNotContain("runtime: java");
    }

    @Test
    void runs_an_aws_stack_from_its_own_stack_file_without_the_sandbox() throws Exception {
        environment.put("AWS_PROFILE", "company");
        environment.put("PULUMI_DEBUG_PROVIDERS", "aws:1234");

        assertThat(run("preview", "--stack", "prod").output())
                .contains("folder: " + real(project) + "/.pulumi/run\n", "PULUMI_IGNORE_AMBIENT_PLUGINS=true\n")
                .doesNotContain("PULUMI_DEBUG_PROVIDERS");
        assertThat(project.resolve(".pulumi/run/Pulumi.yaml"))
                .content()
                .contains("stackConfigDir: ../..\n", "/ashlar-platform.jar\n")
                .doesNotContain("plugins:");
    }

    @Test
    void gives_the_sandbox_a_copy_of_a_stack_file_without_its_secrets() throws Exception {
        String before = Files.readString(project.resolve("Pulumi.prod.yaml"));

        run("preview", "--stack", "prod", "--sandbox");

        String placeholder = "secure: v1:DppzzYYvPGycnlAi:X/0HshJEL8Njs22mKwfpp3vfFtX/+mQ+uqITYXW8je04spg=";
        assertThat(project.resolve(".pulumi/sandbox/Pulumi.prod.yaml"))
                .content()
                .isEqualTo("""
                encryptionsalt: v1:pHx+52rGfVs=:v1:QdCdZ5HPpmFQyyFc:lX3sFHbII55hcSg17l6sVy/1IcAY4g==
                config:
                  # the account of the company
                  ashlar:target: sandbox
                  aws:region: eu-central-1
                  ashlar:password:
                    %1$s
                  ashlar:partners:
                    - name: one
                      token: {%1$s}
                    - %1$s
                  ashlar:strict: {secure: true}
                """.formatted(placeholder));
        assertThat(project.resolve("Pulumi.prod.yaml")).hasContent(before);
    }

    @Test
    void edits_the_original_stack_file_with_config() throws Exception {
        assertThat(run("config", "set", "--stack", "dev", "a", "b").output())
                .contains("folder: " + real(project) + "\n", "arguments: config set a b --stack dev\n");
    }

    @Test
    void removes_only_the_copy_of_the_stack_file_with_a_sandbox_stack() throws Exception {
        assertThat(run("stack", "rm", "dev", "--yes").output())
                .contains("folder: " + real(project) + "/.pulumi/state\n", "arguments: stack rm --yes --stack dev\n");
    }

    @Test
    void rejects_state_of_the_sandbox_against_aws() throws Exception {
        environment.put("AWS_PROFILE", "company");
        state("prod", "{\"type\": \"aws:ec2/vpc:Vpc\", \"outputs\": {\"__sandbox\": true}}");

        rejection("up", "--stack", "prod")
                .isEqualTo(
                        "the state of prod was created in the sandbox, and its resources are not in AWS; add --sandbox,"
                                + " or first remove it with: ./pulumiw destroy --sandbox --stack prod --remove");
    }

    @Test
    void rejects_state_of_aws_in_the_sandbox() throws Exception {
        state("prod", "{\"type\": \"aws:ec2/vpc:Vpc\", \"outputs\": {\"id\": \"vpc-1\"}}");

        rejection("destroy", "--stack", "prod", "--sandbox")
                .startsWith("the state of prod describes resources in AWS, which the sandbox must not change;");
    }

    @Test
    void reports_missing_aws_credentials() throws Exception {
        rejection("up", "--stack", "prod")
                .isEqualTo("prod deploys to AWS, but there are no AWS credentials; set AWS_PROFILE,"
                        + " or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or add --sandbox.");
    }

    @Test
    void reports_a_missing_passphrase() throws Exception {
        environment.put("AWS_PROFILE", "company");

        rejection("up", "--stack", "staging")
                .isEqualTo("nothing encrypts the secrets of staging; set PULUMI_CONFIG_PASSPHRASE, or choose a key with"
                        + " ./pulumiw stack change-secrets-provider, or add --sandbox.");
    }

    @Test
    void lists_the_stacks_when_the_name_is_unknown() throws Exception {
        rejection("up", "--stack", "prdo")
                .isEqualTo("there is no Pulumi.prdo.yaml; the stacks of this project are dev, prod, staging.");
    }

    @Test
    void names_the_command_that_clears_the_lock_of_a_dead_process() throws Exception {
        lock("dev", deadProcess(), thisMachine());

        rejection("up", "--stack", "dev")
                .matches("the stack dev is locked by process \\d+, which ended without unlocking it;"
                        + " clear the lock with: ./pulumiw cancel --stack dev --yes");
        assertThat(run("cancel", "--stack", "dev", "--yes").output()).contains("arguments: cancel --yes --stack dev\n");
    }

    @Test
    void leaves_a_lock_of_another_machine_to_pulumi() throws Exception {
        lock("dev", deadProcess(), "elsewhere");

        assertThat(run("up", "--stack", "dev").output()).contains("arguments: up --stack dev\n");
    }

    @Test
    void makes_paths_absolute_because_pulumi_starts_elsewhere() throws Exception {
        Files.createDirectory(folder.resolve("packs"));

        assertThat(run("preview", "-s", "dev", "--save-plan=plan.json", "--policy-pack", "packs,published")
                        .output())
                .contains(
                        "arguments: preview --save-plan=%1$s/plan.json --policy-pack %1$s/packs,published --stack dev\n"
                                .formatted(real(folder)));
    }

    @Test
    void rejects_another_folder_and_a_flag_without_a_value() throws Exception {
        rejection("up", "-C", "elsewhere").startsWith("-C is not accepted");
        rejection("up", "--stack").isEqualTo("--stack requires a value.");
    }

    @Test
    void rejects_watch_because_it_would_run_old_code() throws Exception {
        rejection("watch", "--stack", "dev")
                .isEqualTo("watch does not rebuild the program; run ./pulumiw up after an edit.");
    }

    private record Result(int exitCode, String output) {}

    private AbstractStringAssert<?> rejection(String... arguments) throws Exception {
        Result result = run(arguments);
        assertThat(result.output()).startsWith("pulumiw: ").hasLineCount(1);
        assertThat(result.exitCode()).isEqualTo(1);
        return assertThat(result.output().strip().substring("pulumiw: ".length()));
    }

    private Result run(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(PULUMIW.toString()));
        command.addAll(List.of(arguments));
        Path output = folder.resolve("output");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Result(process.exitValue(), Files.readString(output));
    }

    private void pulumi(String version) throws IOException {
        script("pulumi", """
                [ "$1" = version ] && echo %s && exit
                echo "folder: $PWD"
                echo "arguments: $*"
                env
                """.formatted(version));
        script("pulumi-language-java", "exit 1");
    }

    private void script(String name, String text) throws IOException {
        Path script = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void state(String stack, String resource) throws IOException {
        Path stacks = Files.createDirectories(project.resolve(".pulumi/stacks/ashlar"));
        Files.writeString(stacks.resolve(stack + ".json"), "{\"resources\": [\n" + resource + "\n]}");
    }

    private void lock(String stack, long process, String host) throws IOException {
        Path locks = Files.createDirectories(
                project.resolve(".pulumi/locks/organization/ashlar").resolve(stack));
        Files.writeString(
                locks.resolve("1234.json"),
                "{\"pid\":%d,\"username\":\"me\",\"hostname\":\"%s\",\"timestamp\":\"2026-01-01T00:00:00Z\"}"
                        .formatted(process, host));
    }

    private static long deadProcess() throws Exception {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        return process.pid();
    }

    private static String thisMachine() throws IOException {
        Process process = new ProcessBuilder("uname", "-n").start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private static Path real(Path path) throws IOException {
        return path.toRealPath();
    }
}
