package dev.ashlar.platform;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Pulumi's SDK writes each message a second time, to standard error. The engine has shown it already, so the second one is
 * dropped.
 */
final class SdkLog {

    // Held here because the logging framework forgets loggers that nobody holds.
    private static final Logger ROOT = Logger.getLogger("");

    private SdkLog() {}

    static void silence() {
        ROOT.setLevel(Level.OFF);
        for (var handler : ROOT.getHandlers()) {
            ROOT.removeHandler(handler);
        }
    }
}
