/** What the application of a migration guide is made of. */
@NullMarked
package io.bearergate.contract.wars.app;

import org.jspecify.annotations.NullMarked;
