package dev.ashlar;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;

/**
 * How packages belong together. A family is a package of public types with everything under its {@code internal}; {@code core}
 * and {@code dev.ashlar.internal} are one family.
 */
final class Families {

    private static final String ROOT = "dev.ashlar";

    private Families() {}

    /** {@code compute} for {@code dev.ashlar.compute.internal.task}, {@code data.table} for {@code dev.ashlar.data.table}. */
    static String family(JavaClass type) {
        var family = owner(type.getPackageName());
        return family.equals(ROOT) ? "core" : family.substring(ROOT.length() + 1);
    }

    static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith(ROOT);
    }

    static boolean isInternal(JavaClass type) {
        return isOurs(type)
                && Arrays.asList(type.getPackageName().split("\\.", -1)).contains("internal");
    }

    /** Whether an internal type lies in the user's family or in a package around it. */
    static boolean isAtHome(JavaClass user, JavaClass internal) {
        var owner = owner(internal.getPackageName());
        return (user.getPackageName() + ".").startsWith(owner + ".");
    }

    private static String owner(String name) {
        return name.replaceFirst("\\.internal(\\..*)?$", "");
    }
}
