package dev.ashlar.core;

/** The processor that a container image is built for. */
public enum CpuArchitecture {
    /** AWS Graviton, about a fifth cheaper than {@link #X86_64} on Fargate and Lambda. */
    ARM64,
    X86_64
}
