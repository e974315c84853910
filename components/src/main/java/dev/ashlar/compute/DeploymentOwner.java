package dev.ashlar.compute;

/** The party that deploys new versions of a service. */
public enum DeploymentOwner {
    /** This program: a change of the image deploys it. */
    PROGRAM,
    /**
     * Another party, such as a pipeline or CodeDeploy: the program sets the service's task definition and target groups
     * when it creates the service and ignores them afterwards. It still registers new task definitions for that party
     * to deploy.
     */
    EXTERNAL
}
