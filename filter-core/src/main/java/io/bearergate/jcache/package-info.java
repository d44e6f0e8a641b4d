/**
 * What a gate remembers, in the caches of a cluster (JSR-107), so that all nodes know it.
 *
 * <p>The only package that touches {@code javax.cache}, which the application brings together with
 * its provider: Hazelcast, Infinispan, Redisson.
 */
@NullMarked
package io.bearergate.jcache;

import org.jspecify.annotations.NullMarked;
