package io.joblens.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The class has one parameter of type {@link Jvm}, and all its tests run for each of {@link Jvms#all()}: for many tests that
 * look at one run of an application, which a {@code @BeforeParameterizedClassInvocation} method starts.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "{0}")
@MethodSource("io.joblens.e2e.Jvms#all")
@interface EveryJvm {}
