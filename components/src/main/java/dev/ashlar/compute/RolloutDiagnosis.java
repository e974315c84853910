package dev.ashlar.compute;

/**
 * Finds out why ECS rolled a deployment back. No function of the AWS provider tells it, so whoever runs the program brings
 * a way to ask ECS; it is called only when a deployment has failed.
 */
@FunctionalInterface
public interface RolloutDiagnosis {

    /**
     * What ECS says, as whole sentences for a person: why tasks stopped, and what it noted of the deployment. Nothing that
     * it throws hides the failed deployment.
     */
    String explain(FailedRollout failed);
}
