package dev.ashlar.internal.component;

import dev.ashlar.core.Violations;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * The one way in which the values of this library are generated: the abstract class is the whole public face, the
 * generated implementation stays package-private, and nothing is checked at {@code build()}, because a component reports
 * all faults of its arguments together (see {@link Violations}).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.SOURCE)
@Value.Style(
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        overshadowImplementation = true,
        validationMethod = Value.Style.ValidationMethod.NONE,
        jdkOnly = true,
        allowedClasspathAnnotations = Override.class,
        limitStringLengthInToString = 80)
public @interface ArgsStyle {}
