/**
 * The page's back end: walks the flows of {@link io.bearergate.sample.flow} for a browser, shows
 * what was said and checked, and breaks it on purpose. Credentials stay here, by session; the
 * browser is shown what they say and never the credentials themselves.
 */
@NullMarked
package io.bearergate.sample.playground;

import org.jspecify.annotations.NullMarked;
