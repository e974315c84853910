package dev.ashlar.core;

/** The CPU architecture of a container image. */
public enum CpuArchitecture {
    /** AWS Graviton, about 20 % cheaper than {@link #X86_64} on Fargate and Lambda. */
    ARM64,
    X86_64
}
