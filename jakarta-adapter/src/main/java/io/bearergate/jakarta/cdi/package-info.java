/**
 * What an application with CDI may inject of the request's token.
 *
 * <p>{@link BearergateExtension} registers the producers; nothing else of the jar becomes a bean.
 * All of them go by the request that the thread serves, which is why what lives longer than a
 * request must ask for a {@code Provider}.
 */
@NullMarked
package io.bearergate.jakarta.cdi;

import org.jspecify.annotations.NullMarked;
