package dev.ashlar.compute;

/**
 * Finds the reason why ECS rolled a deployment back. The AWS provider has no function for it, so the program supplies
 * one. It is called only after a failed deployment.
 */
@FunctionalInterface
public interface RolloutDiagnosis {

    /**
     * Returns the reason in whole sentences for the operator: why tasks stopped, and the events of the deployment. An
     * exception does not hide the failed deployment.
     */
    String explain(FailedRollout failed);
}
