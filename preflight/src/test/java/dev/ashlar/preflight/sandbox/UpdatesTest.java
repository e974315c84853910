package dev.ashlar.preflight.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.preflight.testkit.Sandbox;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import pulumirpc.Provider.DiffResponse.DiffChanges;

class UpdatesTest {

    private static final String CLUSTER = "aws:rds/cluster:Cluster";
    private static final String POOL = "aws:cognito/userPool:UserPool";
    private static final String VERSIONING = "aws:s3/bucketVersioningV2:BucketVersioningV2";

    @RegisterExtension
    static final Sandbox sandbox = Sandbox.in("eu-central-1");

    @Test
    void keeps_a_computed_input_that_the_program_removes() {
        var cluster = sandbox.create(CLUSTER, "db", cluster(Map.of("port", 5433, "backtrackWindow", 60)));

        assertThat(sandbox.diff(cluster, cluster(Map.of("backtrackWindow", 60))).getChanges())
                .isEqualTo(DiffChanges.DIFF_NONE);
        var updated = sandbox.update(cluster, cluster(Map.of()));
        assertThat(updated.output("port")).isEqualTo(5433.0);
        assertThat(updated.output("backtrackWindow")).isNull();
    }

    @Test
    void setting_a_computed_input_to_its_current_value_is_no_change() {
        var cluster = sandbox.create(CLUSTER, "db", cluster(Map.of()));

        assertThat(sandbox.diff(cluster, cluster(Map.of("port", 5432))).getChanges())
                .isEqualTo(DiffChanges.DIFF_NONE);
        assertThat(sandbox.diff(cluster, cluster(Map.of("port", 5433))).getDiffsList())
                .containsExactly("port");
    }

    @Test
    void compares_only_the_given_members_of_a_computed_object() {
        var table = Map.<String, Object>of(
                "billingMode",
                "PAY_PER_REQUEST",
                "hashKey",
                "id",
                "attributes",
                List.of(Map.of("name", "id", "type", "S")));
        var recoverable = new HashMap<>(table);
        recoverable.put("pointInTimeRecovery", Map.of("enabled", true));
        var old = sandbox.create("aws:dynamodb/table:Table", "orders", table);

        assertThat(sandbox.diff(old, recoverable).getDetailedDiffMap()).containsOnlyKeys("pointInTimeRecovery.enabled");
    }

    @Test
    void adds_user_attributes_but_rejects_changing_or_removing_them() {
        var pool = sandbox.create(POOL, "users", schema("tenant", true));
        var both = Map.of("schemas", List.of(attribute("team", true), attribute("tenant", true)));
        var explicit = new HashMap<String, Object>(attribute("tenant", true));
        explicit.put("developerOnlyAttribute", false);

        sandbox.update(pool, both);
        sandbox.update(pool, Map.of("schemas", List.of(explicit)));
        for (Map<String, Object> rejected :
                List.of(schema("team", true), schema("tenant", false), Map.<String, Object>of())) {
            assertThatThrownBy(() -> sandbox.update(pool, rejected))
                    .hasMessageContaining(
                            "updating Cognito User Pool (" + pool.id() + "): cannot modify or remove schema items");
        }
    }

    @Test
    void suspends_versioning_but_rejects_disabling_it() {
        var versioning = sandbox.create(VERSIONING, "data", versioning("Enabled"));

        sandbox.update(versioning, versioning("Suspended"));
        assertThatThrownBy(() -> sandbox.update(versioning, versioning("Disabled")))
                .hasMessageContaining("versioning of bucket b cannot be disabled once it has been enabled");
    }

    private static Map<String, Object> versioning(String status) {
        return Map.of("bucket", "b", "versioningConfiguration", Map.of("status", status));
    }

    private static Map<String, Object> schema(String name, boolean mutable) {
        return Map.of("schemas", List.of(attribute(name, mutable)));
    }

    private static Map<String, Object> attribute(String name, boolean mutable) {
        return Map.of("name", name, "attributeDataType", "String", "mutable", mutable);
    }

    private static Map<String, Object> cluster(Map<String, Object> more) {
        var inputs = new HashMap<String, Object>(
                Map.of("engine", "aurora-postgresql", "masterUsername", "app", "manageMasterUserPassword", true));
        inputs.putAll(more);
        return inputs;
    }
}
