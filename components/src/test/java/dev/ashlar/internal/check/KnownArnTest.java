package dev.ashlar.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import dev.ashlar.preflight.testkit.Recording;
import org.junit.jupiter.api.Test;

class KnownArnTest {

    private static final KnownArn KNOWN = new KnownArn("DynamoTable.fromExisting \"orders\"");

    @Test
    void accepts_arns_of_the_service() {
        var recording = Recording.of(context -> {
            context.export(
                    "table",
                    KNOWN.of(
                            "tableArn",
                            Output.of("arn:aws-cn:dynamodb:cn-north-1:000000000000:table/orders"),
                            "dynamodb"));
            context.export("bucket", KNOWN.of("bucketArn", Output.of("arn:aws:s3:::documents"), "s3"));
        });

        assertThat(recording.outputs()).containsOnlyKeys("table", "bucket");
    }

    @Test
    void rejects_names_and_arns_of_other_services() {
        var failed = Recording.failing(
                context -> context.export("table", KNOWN.of("tableArn", Output.of("orders"), "dynamodb")));

        assertThat(failed.failure())
                .isEqualTo(
                        "DynamoTable.fromExisting \"orders\": tableArn is \"orders\", but an ARN of dynamodb is required; give"
                                + " the whole ARN, which starts with arn:.");
        assertThat(Recording.failing(context -> context.export(
                                "table", KNOWN.of("tableArn", Output.of("arn:aws:s3:::documents"), "dynamodb")))
                        .failure())
                .contains("an ARN of dynamodb is required");
    }
}
