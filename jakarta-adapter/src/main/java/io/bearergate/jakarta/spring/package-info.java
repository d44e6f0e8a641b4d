/**
 * The filter in a Spring Boot application: found by Spring Boot itself, and by nothing else here.
 *
 * <p>{@link BearergateAutoConfiguration} registers the filter or stops the start; what it knows of
 * the application's settings comes from {@code SpringSettings}. Where there is no Spring, no class
 * of this package is ever loaded.
 */
@NullMarked
package io.bearergate.jakarta.spring;

import org.jspecify.annotations.NullMarked;
