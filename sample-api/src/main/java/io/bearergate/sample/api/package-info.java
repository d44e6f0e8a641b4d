/**
 * The sample's protected API: one servlet per endpoint. None of them looks at a token to judge it;
 * that has been done by the time they are asked.
 */
@NullMarked
package io.bearergate.sample.api;

import org.jspecify.annotations.NullMarked;
