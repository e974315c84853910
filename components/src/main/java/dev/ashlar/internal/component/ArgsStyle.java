package dev.ashlar.internal.component;

import dev.ashlar.core.Violations;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * The style of all generated values of this library: the abstract class is the public API, the generated implementation
 * is package-private, and nothing is checked in {@code build()}, because a component reports all violations of its
 * arguments together (see {@link Violations}).
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
