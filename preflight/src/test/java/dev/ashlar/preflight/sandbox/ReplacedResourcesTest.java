package dev.ashlar.preflight.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.ec2.Instance;
import com.pulumi.aws.ec2.InstanceArgs;
import com.pulumi.aws.ec2.Subnet;
import com.pulumi.aws.ec2.SubnetArgs;
import dev.ashlar.graph.GraphDifference;
import dev.ashlar.graph.ResourceGraph;
import dev.ashlar.preflight.testkit.Recording;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplacedResourcesTest {

    private static ResourceGraph subnet(String block, String tag) {
        return Recording.of(context -> new Subnet(
                        "a",
                        SubnetArgs.builder()
                                .vpcId("vpc-1")
                                .cidrBlock(block)
                                .tags(java.util.Map.of("Name", tag))
                                .build()))
                .graph();
    }

    private static ResourceGraph instance(String script, boolean replace) {
        return Recording.of(context -> new Instance(
                        "a",
                        InstanceArgs.builder()
                                .ami("ami-1")
                                .instanceType("t4g.nano")
                                .userData(script)
                                .userDataReplaceOnChange(replace)
                                .build()))
                .graph();
    }

    private static List<String> between(ResourceGraph before, ResourceGraph after) {
        return ReplacedResources.of(GraphDifference.between(before, after));
    }

    @Test
    void returns_replaced_resources_with_their_properties() {
        assertThat(between(subnet("10.0.0.0/24", "a"), subnet("10.0.1.0/24", "b")))
                .containsExactly("aws:ec2/subnet:Subnet a: cidrBlock");
        assertThat(between(subnet("10.0.0.0/24", "a"), subnet("10.0.0.0/24", "b")))
                .isEmpty();
    }

    @Test
    void applies_replacements_that_depend_on_another_property() {
        assertThat(between(instance("old", true), instance("new", true)))
                .containsExactly("aws:ec2/instance:Instance a: userData");
        assertThat(between(instance("old", false), instance("new", false))).isEmpty();
    }
}
