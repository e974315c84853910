package com.example.orders;

import com.pulumi.Context;
import dev.ashlar.compute.FargateService;
import dev.ashlar.compute.FargateServiceArgs;
import dev.ashlar.compute.ServiceCluster;
import dev.ashlar.compute.ServiceClusterArgs;
import dev.ashlar.compute.image.ImageRepository;
import dev.ashlar.core.Ashlar;
import dev.ashlar.data.aurora.AuroraCluster;
import dev.ashlar.data.aurora.AuroraClusterArgs;
import dev.ashlar.messaging.QueueTopology;
import dev.ashlar.messaging.QueueTopologyArgs;
import dev.ashlar.network.Vpc;
import dev.ashlar.network.VpcArgs;

// <stack>
public final class OrdersStack {
    public static void main(String[] args) {
        Ashlar.run(OrdersStack::create);
    }

    static void create(Context context) {
        var network = new Vpc("main", VpcArgs.builder()
                .cidrBlock("10.20.0.0/16").zones("eu-central-1a", "eu-central-1b").build());
        var database = new AuroraCluster("orders-db", AuroraClusterArgs.builder()
                .network(network).databaseName("orders").build());
        var queues = new QueueTopology("orders", QueueTopologyArgs.builder()
                .queue("placed").build());
        var cluster = new ServiceCluster("shop", ServiceClusterArgs.builder().build());
        var worker = new FargateService("orders-worker", FargateServiceArgs.builder()
                .network(network).cluster(cluster)
                .image(ImageRepository.fromExisting("orders-worker").image("1.4.2"))
                .uses(database.connection(), queues.queue("placed").consume())
                .build());
        context.export("service", worker.serviceName());
    }
}
// </stack>
