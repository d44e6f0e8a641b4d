/**
 * The backend of a single-page application that keeps its users logged in by a cookie (F09): the
 * page never sees a token, and the backend has none for any API. Who the user is, the backend
 * learns as any other client does, by {@link io.bearergate.sample.flow.FormPostLogin}.
 */
@NullMarked
package io.bearergate.sample.bff;

import org.jspecify.annotations.NullMarked;
