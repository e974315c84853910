package dev.ashlar.platform;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Drops the copies of messages that Pulumi's SDK writes to standard error. The engine shows each message already.
 */
final class SdkLog {

    // The logging framework refers to loggers weakly, so this field keeps the logger.
    private static final Logger ROOT = Logger.getLogger("");

    private SdkLog() {}

    static void silence() {
        ROOT.setLevel(Level.OFF);
        for (var handler : ROOT.getHandlers()) {
            ROOT.removeHandler(handler);
        }
    }
}
