package dev.ashlar.platform;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.ec2.VpcArgs;

/** The stack program. */
public final class App {

    private App() {}

    /** Runs the program under the Pulumi engine. */
    public static void main(String[] args) {
        Pulumi.run(App::stack);
    }

    static void stack(Context context) {
        var vpc = new Vpc("main", VpcArgs.builder().cidrBlock("10.20.0.0/16").build());
        context.export("vpcId", vpc.id());
    }
}
