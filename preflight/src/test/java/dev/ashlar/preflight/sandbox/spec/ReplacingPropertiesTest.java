package dev.ashlar.preflight.sandbox.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.preflight.sandbox.model.PropertyModel;
import dev.ashlar.preflight.sandbox.protocol.ComputedInputs;
import dev.ashlar.preflight.sandbox.protocol.Differ;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The changes that replace a resource, by the schemas of Terraform's provider, release 5.100.0. */
class ReplacingPropertiesTest {

    /** Columns: type, property, value before and after (- if absent), another input, the effect of the change. */
    @ParameterizedTest(name = "{0}.{1}: {2} -> {3} with {4}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            rds/cluster:Cluster                               | storageType       | io1      | io2      | engine=mysql          | replaces
            rds/cluster:Cluster                               | storageType       | aurora   | aurora-iopt1 | engine=aurora-mysql | updates
            rds/cluster:Cluster                               | snapshotIdentifier | a       | b        | -                     | replaces
            rds/cluster:Cluster                               | snapshotIdentifier | a       | -        | -                     | nothing
            rds/cluster:Cluster                               | dbSubnetGroupName | a        | b        | -                     | replaces
            rds/cluster:Cluster                               | dbSubnetGroupName | a        | -        | -                     | nothing
            rds/cluster:Cluster                               | port              | 5432     | 5433     | -                     | updates
            rds/cluster:Cluster                               | backtrackWindow   | 60       | -        | -                     | updates
            rds/proxy:Proxy                                   | engineFamily      | MYSQL    | POSTGRESQL | -                   | replaces
            rds/proxy:Proxy                                   | name              | a        | b        | -                     | updates
            elasticache/replicationGroup:ReplicationGroup     | engineVersion     | 7.1      | 7.0      | -                     | replaces
            elasticache/replicationGroup:ReplicationGroup     | engineVersion     | 7.1      | 8.0      | -                     | updates
            elasticache/replicationGroup:ReplicationGroup     | engineVersion     | 6.x      | 6.2      | -                     | replaces
            elasticache/replicationGroup:ReplicationGroup     | engineVersion     | 5.0.6    | 5.0.10   | -                     | updates
            elasticache/replicationGroup:ReplicationGroup     | transitEncryptionEnabled | true | false | engineVersion=6.2     | replaces
            elasticache/replicationGroup:ReplicationGroup     | transitEncryptionEnabled | true | false | engineVersion=7.1     | updates
            elasticache/replicationGroup:ReplicationGroup     | nodeType          | a        | b        | -                     | updates
            dynamodb/table:Table                              | restoreSourceName | a        | b        | -                     | replaces
            dynamodb/table:Table                              | restoreSourceName | a        | -        | -                     | updates
            dynamodb/table:Table                              | rangeKey          | a        | -        | -                     | replaces
            dynamodb/table:Table                              | hashKey           | a        | b        | -                     | replaces
            dynamodb/table:Table                              | billingMode       | PROVISIONED | PAY_PER_REQUEST | -           | updates
            s3/bucketV2:BucketV2                              | objectLockEnabled | false    | true     | -                     | replaces
            s3/bucketV2:BucketV2                              | forceDestroy      | false    | true     | -                     | updates
            kms/key:Key                                       | keyUsage          | a        | b        | -                     | replaces
            kms/key:Key                                       | deletionWindowInDays | 7     | 30       | -                     | updates
            secretsmanager/secretVersion:SecretVersion        | secretString      | a        | b        | -                     | replaces
            secretsmanager/secret:Secret                      | kmsKeyId          | a        | b        | -                     | updates
            cognito/userPool:UserPool                         | name              | a        | b        | -                     | replaces
            cognito/userPool:UserPool                         | mfaConfiguration  | OFF      | ON       | -                     | updates
            cognito/userPoolClient:UserPoolClient             | generateSecret    | false    | true     | -                     | replaces
            cognito/userPoolClient:UserPoolClient             | name              | a        | b        | -                     | updates
            cognito/userPoolDomain:UserPoolDomain             | certificateArn    | -        | a        | -                     | replaces
            cognito/userPoolDomain:UserPoolDomain             | certificateArn    | a        | b        | -                     | updates
            cognito/resourceServer:ResourceServer             | name              | a        | b        | -                     | replaces
            """)
    void replaces_or_updates_on_a_change(
            String type,
            String property,
            @Nullable String before,
            @Nullable String after,
            @Nullable String others,
            String effect) {
        assertThat(effect("aws:" + type, inputs(property, before, others), inputs(property, after, others)))
                .isEqualTo(effect);
    }

    @Test
    void replaces_a_table_when_an_import_is_added_but_not_when_its_options_change() {
        var csv = Map.<String, Object>of("importTable", Map.of("inputFormat", "CSV"));
        var ion = Map.<String, Object>of("importTable", Map.of("inputFormat", "ION"));

        assertThat(effect("aws:dynamodb/table:Table", Map.of(), csv)).isEqualTo("replaces");
        assertThat(effect("aws:dynamodb/table:Table", csv, ion)).isEqualTo("updates");
    }

    @Test
    void ignores_the_order_of_nested_sets() {
        assertThat(effect(
                        "aws:s3/bucketCorsConfigurationV2:BucketCorsConfigurationV2",
                        cors("GET", "PUT"),
                        cors("PUT", "GET")))
                .isEqualTo("nothing");
        assertThat(effect(
                        "aws:s3/bucketCorsConfigurationV2:BucketCorsConfigurationV2",
                        cors("GET", "PUT"),
                        cors("PUT", "POST")))
                .isEqualTo("updates");
    }

    private static Map<String, Object> cors(String... methods) {
        return Map.of("corsRules", List.of(Map.of("allowedMethods", List.of(methods), "allowedOrigins", List.of("*"))));
    }

    private static String effect(String type, Map<String, Object> before, Map<String, Object> after) {
        var spec = Changes.spec(type);
        var olds = new HashMap<>(before);
        var news = new HashMap<>(after);
        ComputedInputs.of(new PropertyModel(), type, spec).addTo(olds, news, Map.of());
        var diff = Differ.diff(spec, olds, news, List.of());
        if (diff.getDiffsList().isEmpty()) {
            return "nothing";
        }
        return diff.getReplacesList().isEmpty() ? "updates" : "replaces";
    }

    private static Map<String, Object> inputs(String property, @Nullable String value, @Nullable String others) {
        var inputs = new HashMap<String, Object>();
        if (value != null) {
            inputs.put(property, value);
        }
        if (others != null) {
            var pair = others.split("=", -1);
            inputs.put(pair[0], pair[1]);
        }
        return inputs;
    }
}
