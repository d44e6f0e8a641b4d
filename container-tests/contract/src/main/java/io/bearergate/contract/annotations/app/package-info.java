/** What is copied into {@code WEB-INF/classes}; never loaded by the class loader of the tests. */
@NullMarked
package io.bearergate.contract.annotations.app;

import org.jspecify.annotations.NullMarked;
