package dev.ashlar.compute;

/** Who decides which version of a service runs once it exists. */
public enum DeploymentOwner {
    /** This program: changing the image here deploys it. */
    PROGRAM,
    /**
     * Somebody else, such as a pipeline or CodeDeploy: the service's task definition and target groups are given at its
     * creation and left alone afterwards. New task definitions are still registered for that party to deploy.
     */
    EXTERNAL
}
