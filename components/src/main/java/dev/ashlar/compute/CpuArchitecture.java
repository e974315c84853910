package dev.ashlar.compute;

/** The processor that a task runs on; its images must be built for it. In AWS's words. */
public enum CpuArchitecture {
    X86_64,
    /** Graviton: about 20 percent cheaper for the same size. */
    ARM64
}
